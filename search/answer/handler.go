package answer

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"golang.org/x/net/html"

	"signpost/search/markup"
)

// A Handler answers GET /find/?q=… for browsers without script, with the page
// that a browser with script fills by itself. It keeps no record of queries:
// it logs nothing, and asks every cache to keep nothing.
type Handler struct {
	finder *Finder
	page   *Page
	site   Site
}

// NewHandler makes a handler of an index and of the page /find/ as it was
// built, which says below which path the site stands.
func NewHandler(f *Finder, page []byte) (*Handler, error) {
	p, err := NewPage(page)
	if err != nil {
		return nil, err
	}
	base, err := basePath(page)
	return &Handler{f, p, Site{Base: base, Mark: "?"}}, err
}

// basePath is what the page says of itself.
func basePath(page []byte) (string, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return "", fmt.Errorf("the page of answers: %w", err)
	}
	for n := range doc.Descendants() {
		if markup.Value(n, "id") == "answer" && markup.Value(n, "data-base") != "" {
			return markup.Value(n, "data-base"), nil
		}
	}
	return "", fmt.Errorf("the page of answers does not say where its site stands")
}

// Address is where the page of answers stands on its host.
func (h *Handler) Address() string { return h.site.Base + "find/" }

// Write writes the page with the answer to a form.
func (h *Handler) Write(ctx context.Context, w io.Writer, form url.Values) error {
	a, err := h.finder.Answer(ctx, ParseQuery(form))
	if err != nil {
		return err
	}
	return h.page.Fill(w, h.site.Slots(&a))
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "only GET is answered here", http.StatusMethodNotAllowed)
		return
	}
	// A broken address is answered as far as it can be read.
	form, _ := url.ParseQuery(r.URL.RawQuery)
	var page bytes.Buffer
	if err := h.Write(r.Context(), &page, form); err != nil {
		// The plain page leads on to every area. The error would name the query.
		page.Reset()
		page.Write(h.page.text)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(page.Bytes()) // a reader who left is no error of ours
}
