package serve

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// reloadScript reloads the page when it is another one, and else shows the new
// note. It listens while the page is looked at: a browser keeps six connections
// to a host for all its windows together.
//
//go:embed reload.js
var reloadScript string

// events streams what a page has to do (server-sent events, HTML Living
// Standard §9.2): "reload" if it is no longer what the browser shows, "note" if
// there is something else to tell.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flusher := http.NewResponseController(w)
	name, shown := r.FormValue("page"), r.FormValue("shown")
	s.look(name, 1)
	defer s.look(name, -1)
	for {
		next := s.next()
		do := "note"
		if s.seal(name) != shown {
			do = "reload"
		}
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %s\n\n", do); err != nil {
			return
		}
		if err := flusher.Flush(); err != nil {
			return
		}
		select {
		case <-next:
		case <-r.Context().Done():
			s.forget(next)
			return
		}
	}
}

// seal stands for all that a page shows, but for the note: two pages with one
// seal are the same.
func (s *Server) seal(name string) string {
	text, _ := s.bare(name)
	s.mu.Lock()
	defer s.mu.Unlock()
	return sealOf(s.marked(text))
}

func sealOf(page []byte) string {
	sum := sha256.Sum256(page)
	return hex.EncodeToString(sum[:6])
}

// look counts the browsers that show a page.
func (s *Server) look(name string, more int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	address := "/" + strings.TrimPrefix(name, "/")
	if s.open[address] += more; s.open[address] == 0 {
		delete(s.open, address)
	}
}

// Open lists the addresses of the pages that browsers show now.
func (s *Server) Open() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var open []string
	for address := range s.open {
		open = append(open, address)
	}
	slices.Sort(open)
	return open
}

// next returns a channel that closes when there is news.
func (s *Server) next() chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := make(chan struct{})
	s.waiting[c] = true
	return c
}

func (s *Server) forget(c chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.waiting, c)
}

// wake tells all that wait. The caller holds the lock.
func (s *Server) wake() {
	for c := range s.waiting {
		close(c)
		delete(s.waiting, c)
	}
}
