package serve

import (
	"fmt"
	"net/http"
)

// reloadScript reloads the page when a build is done. It keeps asking while
// the server is gone, so that a restart reloads too.
const reloadScript = `const events = new EventSource(new URL("events", document.currentScript.src));
let build = "";
events.onmessage = (e) => { if (build && build !== e.data) location.reload(); build = e.data; };
`

// events streams the number of the last build, and each one that follows
// (server-sent events, HTML Living Standard §9.2).
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flusher := http.NewResponseController(w)
	for {
		build, next := s.next()
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %d\n\n", build); err != nil {
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

// next returns the number of the last build, and a channel that closes at the
// next one.
func (s *Server) next() (int, chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := make(chan struct{})
	s.waiting[c] = true
	return s.build, c
}

func (s *Server) forget(c chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.waiting, c)
}
