package main

import (
	"bytes"
	"compress/gzip"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A link is a server behind a slow line, which all requests share: those of a
// page, of its workers, and of what goes on behind it. Chromium's own emulation
// would slow each of them by itself, and some not at all. Files are sent over
// HTTP/2, compressed by gzip once and for all.
type link struct {
	folders map[string]string // by the first part of an address; "" for all others
	rate    int               // bytes a second; 0 for no limit
	delay   time.Duration     // from each request to its first byte
	hidden  string            // an address that is not there

	mu    sync.Mutex
	ready map[string]file
	free  time.Time // when the line has sent all that was given to it
	sent  []sent
	busy  int // requests that are being answered
}

// A file as it is sent.
type file struct {
	content []byte
	zipped  bool
}

// sent is a piece that was sent at a time, and whether it begins a file.
type sent struct {
	at    time.Time
	bytes int
	first bool
}

// packet is how many bytes are sent at a time.
const packet = 1460

func (l *link) start() *httptest.Server {
	l.ready = map[string]file{}
	s := httptest.NewUnstartedServer(l)
	s.EnableHTTP2 = true
	s.StartTLS()
	return s
}

// open opens the line, slow or as fast as this machine, when all that was
// asked for before is done with, and forgets what was sent.
func (l *link) open(slow bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.busy > 0 {
		l.mu.Unlock()
		time.Sleep(glance)
		l.mu.Lock()
	}
	l.rate, l.delay, l.sent, l.free = 0, 0, nil, time.Time{}
	if slow {
		l.rate, l.delay = phoneRate, phoneDelay
	}
}

// before is the bytes and the requests until a time.
func (l *link) before(end time.Time) (n, requests int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.sent {
		if s.at.After(end) {
			continue
		}
		n += s.bytes
		if s.first {
			requests++
		}
	}
	return n, requests
}

func (l *link) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := l.file(r.URL.Path)
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kind(r.URL.Path))
	w.Header().Set("Cache-Control", caching(r.URL.Path))
	if f.zipped {
		w.Header().Set("Content-Encoding", "gzip")
	}
	switch r.Header.Get("Sec-Fetch-Dest") {
	case "document", "style", "image", "manifest": // the page itself is there
		w.Write(f.content)
	default:
		l.send(w, r, f.content)
	}
}

// send sends a file piece by piece, each when the line is free.
func (l *link) send(w http.ResponseWriter, r *http.Request, content []byte) {
	l.mu.Lock()
	delay, rate := l.delay, l.rate
	l.busy++
	l.mu.Unlock()
	defer l.answered()
	time.Sleep(delay)
	for at := 0; at == 0 || at < len(content); at += packet {
		piece := content[at:min(at+packet, len(content))]
		l.wait(len(piece), rate)
		if r.Context().Err() != nil {
			return // the reader left
		}
		l.note(len(piece), at == 0)
		w.Write(piece) // fails if the reader leaves meanwhile
		if rate > 0 {
			w.(http.Flusher).Flush()
		}
	}
}

func (l *link) answered() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.busy--
}

// wait takes a turn on the line.
func (l *link) wait(bytes, rate int) {
	if rate == 0 {
		return
	}
	l.mu.Lock()
	if now := time.Now(); l.free.Before(now) {
		l.free = now
	}
	l.free = l.free.Add(time.Duration(bytes) * time.Second / time.Duration(rate))
	until := l.free
	l.mu.Unlock()
	time.Sleep(time.Until(until))
}

func (l *link) note(bytes int, first bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sent = append(l.sent, sent{time.Now(), bytes, first})
}

// file reads a file, a folder by its page, and compresses it if that helps.
func (l *link) file(address string) (file, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if f, ok := l.ready[address]; ok {
		return f, address != l.hidden
	}
	name := path.Clean(address)
	if strings.HasSuffix(address, "/") {
		name = path.Join(name, "index.html")
	}
	head, rest, _ := strings.Cut(strings.TrimPrefix(name, "/"), "/")
	folder, ok := l.folders[head]
	if !ok {
		folder, rest = l.folders[""], name
	}
	content, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(rest)))
	if err != nil || address == l.hidden {
		return file{}, false
	}
	f := file{content: content}
	if z := zip(content); len(z) < len(content) {
		f = file{z, true}
	}
	l.ready[address] = f
	return f, true
}

func zip(content []byte) []byte {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is one of gzip's own
	}
	z.Write(content) // a buffer takes all
	z.Close()
	return b.Bytes()
}

func kind(address string) string {
	switch ext := path.Ext(address); {
	case strings.HasSuffix(address, "/"):
		return "text/html; charset=utf-8"
	case ext == ".js" || ext == ".mjs":
		return "text/javascript; charset=utf-8"
	case mime.TypeByExtension(ext) != "":
		return mime.TypeByExtension(ext)
	}
	return "application/octet-stream"
}

// caching is as on a real host: files whose names change with their content
// are kept for ever.
func caching(address string) string {
	if strings.HasPrefix(address, "/assets/") || strings.HasPrefix(address, "/search/1/") {
		return "public, max-age=31536000, immutable"
	}
	return "public, max-age=0, must-revalidate"
}
