// Package serve shows the built site on this machine while somebody edits: it
// serves the published folder, reloads the browser when a build is done, and
// shows the Problems of the last build on every page, at the top, where the
// editor looks.
//
// What it adds to a page (one element and one script of its own) is not in the
// published folder. It keeps no log of what is asked.
package serve

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"signpost/generator/model"
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

	mu       sync.Mutex
	build    int
	problems []model.Problem
	changed  []string
	waiting  map[chan struct{}]bool
}

// New makes a server of the folder, whose pages stand below the base path.
// headers gives the security headers of an address, as the real host sends
// them, so that what they forbid is noticed here.
func New(folder, base string, headers func(address string) map[string]string) *Server {
	return &Server{folder: folder, base: "/" + strings.TrimPrefix(strings.TrimSuffix(base, "/")+"/", "/"), headers: headers, waiting: map[chan struct{}]bool{}}
}

// Rebuilt tells every open page that a build is done: what was wrong, and
// which files had changed.
func (s *Server) Rebuilt(problems []model.Problem, changed []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.build++
	s.problems, s.changed = problems, changed
	for c := range s.waiting {
		close(c)
		delete(s.waiting, c)
	}
}

// Answer gives the server what answers the page of answers for browsers without
// script, from the index of the last build. The handler of before is out of use
// when Answer returns.
func (s *Server) Answer(h *answer.Handler) {
	s.answering.Lock()
	defer s.answering.Unlock()
	s.answers = h
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
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprint(w, reloadScript)
	case own + "events":
		s.events(w, r)
	default:
		s.page(w, r, name)
	}
}

// page serves one file of the folder; a folder by its index.html.
func (s *Server) page(w http.ResponseWriter, r *http.Request, name string) {
	file := filepath.Join(s.folder, filepath.FromSlash(path.Clean("/"+name)))
	info, err := os.Stat(file)
	if err == nil && info.IsDir() {
		if name != "" && !strings.HasSuffix(name, "/") {
			http.Redirect(w, r, s.base+name+"/", http.StatusMovedPermanently)
			return
		}
		file = filepath.Join(file, "index.html")
	}
	status := http.StatusOK
	text, err := os.ReadFile(file)
	if err != nil || strings.HasPrefix(filepath.Base(file), ".") {
		status = http.StatusNotFound
		file = filepath.Join(s.folder, "404.html")
		if text, err = os.ReadFile(file); err != nil {
			text = []byte(unbuilt)
		}
	}
	if answered := s.answered(r, name); answered != nil {
		text = answered
	}
	for k, v := range s.headers("/" + name) {
		w.Header().Set(k, v)
	}
	w.Header().Del("Strict-Transport-Security") // this machine has no certificate
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", contentType(file))
	if filepath.Ext(file) == ".html" {
		text = s.withBanner(text)
	}
	w.WriteHeader(status)
	_, _ = w.Write(text) // a reader who left is no error of ours
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

// unbuilt is shown while there is no site at all: its Problems are put on it
// like on any page, and it reloads when there is one.
const unbuilt = `<!doctype html><html lang="en-GB"><head><title>Not built yet</title></head><body><h1>There is no site yet</h1></body></html>`

// types are the kinds of file that a site holds, by their endings; the
// machine's own table of types varies.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".csv": "text/csv; charset=utf-8", ".xml": "application/xml", ".svg": "image/svg+xml",
	".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
}

func contentType(file string) string {
	if t, ok := types[filepath.Ext(file)]; ok {
		return t
	}
	return "application/octet-stream"
}

var banner = template.Must(template.New("banner").Parse(`<aside class="problems" aria-label="For editors">
{{- if .Problems}}<h2>{{.Title}}</h2><ul>{{range .Problems}}<li>{{.}}</li>{{end}}</ul>{{end -}}
{{if .Changed}}<p>Changed: {{range $i, $c := .Changed}}{{if $i}}, {{end}}{{$c}}{{end}}</p>{{end -}}
</aside>`))

// shown is how many Problems stand on a page; the terminal has them all.
const shown = 20

// withBanner adds the reload script, and the errors of the last build.
func (s *Server) withBanner(page []byte) []byte {
	s.mu.Lock()
	problems, changed := s.problems, s.changed
	s.mu.Unlock()
	page = bytes.Replace(page, []byte("</head>"), []byte(`<script src="`+s.base+own+`reload.js" defer></script></head>`), 1)
	errs := model.Errors(problems)
	if len(errs) == 0 {
		return page
	}
	title := fmt.Sprintf("%d to mend", len(errs))
	var b bytes.Buffer
	if err := banner.Execute(&b, map[string]any{"Title": title, "Problems": errs[:min(len(errs), shown)], "Changed": changed}); err != nil {
		return page
	}
	return insertAfter(page, []byte("<body"), b.Bytes())
}

// insertAfter puts a text behind the tag that opens with the given bytes.
func insertAfter(page, open, text []byte) []byte {
	i := bytes.Index(page, open)
	if i < 0 {
		return page
	}
	end := bytes.IndexByte(page[i:], '>')
	if end < 0 {
		return page
	}
	at := i + end + 1
	return append(append(append([]byte{}, page[:at]...), text...), page[at:]...)
}
