// Package serve shows the built site on this machine while somebody edits: it
// serves the published folder, and in front of it the pages that were made since;
// it reloads a browser whose page has become another; and on every page it notes,
// for editors, what is wrong, and which pages their last edit changed.
//
// What it adds to a page is not in the published folder. It keeps no log of what
// is asked.
package serve

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"signpost/search/answer"
)

// A Server serves a published folder below a base path. Its zero value is not
// ready; use New.
type Server struct {
	folder  string
	base    string // "/" or "/sub/"
	headers func(address string) map[string]string

	answering sync.RWMutex // held while an answer is written
	answers   *answer.Handler
	forms     []form

	mu      sync.Mutex
	newer   map[string][]byte // files that stand before those of the folder; nil for one that is gone
	note    Note
	open    map[string]int // browsers, by the address that they show
	waiting map[chan struct{}]bool
}

// New makes a server of the folder, whose pages stand below the base path.
// headers gives the security headers of an address, as the real host sends
// them, so that what they forbid is noticed here.
func New(folder, base string, headers func(address string) map[string]string) *Server {
	return &Server{folder: folder, base: "/" + strings.TrimPrefix(strings.TrimSuffix(base, "/")+"/", "/"), headers: headers,
		open: map[string]int{}, waiting: map[chan struct{}]bool{}}
}

// Show tells every open page what is new. newer are files that stand before
// those of the folder from now on, by their names in it; nil stands for a file
// that is gone. Without any, the folder is shown as it is.
func (s *Server) Show(newer map[string][]byte, note Note) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.newer, s.note = newer, note
	s.wake()
}

// Answer gives the server what answers the page of answers for browsers without
// script, from the index of the last build. The handler of before is out of use
// when Answer returns.
func (s *Server) Answer(h *answer.Handler) {
	s.answering.Lock()
	defer s.answering.Unlock()
	s.answers = h
}

// A Fill answers the plain form of a page for browsers without script: it gives
// the page as a query asks for it. read is any page of the site as it is
// published, by its address, or nil.
type Fill func(page []byte, query url.Values, read func(address string) []byte) []byte

// A form is a page, or all whose names begin so, with what answers it.
type form struct {
	prefix string
	open   bool
	fill   Fill
}

// Form has a fill answer the form of a page: "moving/", or "help/*" for every
// page below. Of several for one page each fills what those before it made. To
// be called before the server serves.
func (s *Server) Form(pages string, fill Fill) {
	prefix, open := strings.CutSuffix(pages, "*")
	s.forms = append(s.forms, form{prefix, open, fill})
}

// own is the folder of the server's own addresses.
const own = "_signpost/"

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "only GET is answered here", http.StatusMethodNotAllowed)
		return
	}
	name, ok := strings.CutPrefix(path.Clean(r.URL.Path), strings.TrimSuffix(s.base, "/"))
	if !ok || name != "" && name[0] != '/' {
		http.Redirect(w, r, s.base, http.StatusFound)
		return
	}
	if strings.HasSuffix(r.URL.Path, "/") && name != "/" {
		name += "/"
	}
	switch name = strings.TrimPrefix(name, "/"); name {
	case own + "reload.js":
		w.Header().Set("Content-Type", types[".js"])
		fmt.Fprint(w, reloadScript)
	case own + "note.css":
		w.Header().Set("Content-Type", types[".css"])
		fmt.Fprint(w, noteStyle)
	case own + "note":
		w.Header().Set("Content-Type", types[".html"])
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write(s.noteOn(r.FormValue("page")))
	case own + "events":
		s.events(w, r)
	default:
		s.page(w, r, name)
	}
}

// page serves one file of the folder; a folder by its index.html.
func (s *Server) page(w http.ResponseWriter, r *http.Request, name string) {
	published, file := s.bare(name)
	text, status := published, http.StatusOK
	switch {
	case text == nil && s.isFolder(name):
		http.Redirect(w, r, s.base+name+"/", http.StatusMovedPermanently)
		return
	case text == nil:
		status = http.StatusNotFound
		if text, file = s.bare("404.html"); text == nil {
			text = []byte(unbuilt)
		}
	}
	if answered := s.answered(r, name); answered != nil {
		text = answered
	} else if status == http.StatusOK && path.Ext(file) == ".html" {
		text = s.filled(r, name, text)
	}
	for k, v := range s.headers("/" + name) {
		w.Header().Set(k, v)
	}
	w.Header().Del("Strict-Transport-Security") // this machine has no certificate
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", contentType(file))
	if path.Ext(file) == ".html" {
		text = s.dressed(name, text, published)
	}
	w.WriteHeader(status)
	_, _ = w.Write(text) // a reader who left is no error of ours
}

// bare is the page of a name as it is published, or nil, and the file that it is.
func (s *Server) bare(name string) (text []byte, file string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bareLocked(name)
}

func (s *Server) bareLocked(name string) (text []byte, file string) {
	file = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" || strings.HasSuffix(name, "/") {
		file = path.Join(file, "index.html")
	}
	if strings.HasPrefix(path.Base(file), ".") {
		return nil, file
	}
	if text, ok := s.newer[file]; ok {
		return text, file
	}
	text, err := os.ReadFile(filepath.Join(s.folder, filepath.FromSlash(file)))
	if err != nil {
		return nil, file
	}
	return text, file
}

// isFolder reports whether a name lacks the slash of a folder with a page.
func (s *Server) isFolder(name string) bool {
	text, _ := s.bare(name + "/")
	return name != "" && !strings.HasSuffix(name, "/") && text != nil
}

// dressed is a page with what editors need: the problems beside their facts, the
// note, and the script that reloads it when what is published has another seal.
func (s *Server) dressed(name string, page, published []byte) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	seal := sealOf(s.marked(published))
	script := fmt.Sprintf(`<script src="%s%sreload.js" data-page="%s" data-shown="%s" defer></script></head>`, s.base, own, html.EscapeString(name), seal)
	page = bytes.Replace(s.marked(page), []byte("</head>"), []byte(script), 1)
	end := bytes.LastIndex(page, []byte("</body>"))
	if end < 0 {
		return page
	}
	return slices.Concat(page[:end], s.noteFor(name), page[end:])
}

// answered is the page of answers for the question of a form, or nil. Questions
// are not logged: an answer that cannot be given is the plain page.
func (s *Server) answered(r *http.Request, name string) []byte {
	s.answering.RLock()
	defer s.answering.RUnlock()
	if s.answers == nil || name != "find/" || r.URL.RawQuery == "" {
		return nil
	}
	var page bytes.Buffer
	if err := s.answers.Write(r.Context(), &page, r.URL.Query()); err != nil {
		return nil
	}
	return page.Bytes()
}

// filled is a page with its form answered. Queries are not logged.
func (s *Server) filled(r *http.Request, name string, page []byte) []byte {
	if r.URL.RawQuery == "" {
		return page
	}
	s.answering.RLock()
	defer s.answering.RUnlock()
	query, _ := url.ParseQuery(r.URL.RawQuery) // a broken one is answered as far as it can be read
	for _, f := range s.forms {
		if name == f.prefix || f.open && strings.HasPrefix(name, f.prefix) {
			page = f.fill(page, query, s.published)
		}
	}
	return page
}

// published is a page of the site by its address below the host, or nil.
func (s *Server) published(address string) []byte {
	name, ok := strings.CutPrefix(address, s.base)
	if !ok || !strings.HasSuffix(address, "/") || strings.Contains(name, "..") {
		return nil
	}
	text, _ := s.bare(name)
	return text
}

// unbuilt is shown while there is no site at all: its Problems are put on it
// like on any page, and it reloads when there is one.
const unbuilt = `<!doctype html><html lang="en-GB"><head><title>Not built yet</title></head><body><h1>There is no site yet</h1></body></html>`

// types are the kinds of file that a site holds, by their endings; the
// machine's own table of types varies.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".csv": "text/csv; charset=utf-8", ".xml": "application/xml", ".svg": "image/svg+xml",
	".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
	".vcf": "text/vcard; charset=utf-8",
}

func contentType(file string) string {
	if t, ok := types[filepath.Ext(file)]; ok {
		return t
	}
	return "application/octet-stream"
}
