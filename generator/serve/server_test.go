package serve

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/generator/model"
)

func start(t *testing.T, base string) (*Server, *httptest.Server) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"index.html": "<html><head></head><body class=x><h1>Home</h1></body></html>", "404.html": "<html><head></head><body>Not here</body></html>",
		"areas/kent/index.html": `<html><head></head><body>Kent <ul><li class="way" data-about="advice phone">01632 960 1</li></ul></body></html>`, "style.css": "p{}", ".signpost": "mark",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := New(folder, base, func(string) map[string]string {
		return map[string]string{"Content-Security-Policy": "default-src 'none'; script-src 'self'", "Strict-Transport-Security": "max-age=1"}
	})
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	return s, h
}

func get(t *testing.T, address string) (int, string, http.Header) {
	t.Helper()
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := c.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var b strings.Builder
	if _, err := bufio.NewReader(r.Body).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, b.String(), r.Header
}

func TestServer(t *testing.T) {
	for _, base := range []string{"/", "/sub/"} {
		_, h := start(t, base)
		for _, test := range []struct {
			path   string
			status int
			holds  string
		}{
			{"", 200, "<h1>Home</h1>"},
			{"areas/kent/", 200, "Kent"},
			{"areas/kent", 301, ""},
			{"style.css", 200, "p{}"},
			{"nowhere/", 404, "Not here"},
			{".signpost", 404, "Not here"},
			{"../../etc/passwd", 404, ""},
			{"%2e%2e/%2e%2e/etc/passwd", 404, ""},
			{"_signpost/reload.js", 200, "EventSource"},
		} {
			status, text, _ := get(t, h.URL+base+test.path)
			if base != "/" && strings.Contains(test.path, "etc") && status == 302 {
				continue // above the base, so sent to it
			}
			if status != test.status || !strings.Contains(text, test.holds) {
				t.Errorf("GET %s%s: %d %q; want %d with %q", base, test.path, status, text, test.status, test.holds)
			}
		}
	}
}

// The host's own headers are sent, but for what only a host with a certificate
// can promise.
func TestHeaders(t *testing.T) {
	_, h := start(t, "/")
	_, text, header := get(t, h.URL)
	if got := header.Get("Content-Security-Policy"); got != "default-src 'none'; script-src 'self'" {
		t.Errorf("policy %q", got)
	}
	if header.Get("Strict-Transport-Security") != "" {
		t.Error("this machine would have to serve https for a year")
	}
	if !strings.Contains(text, `<script src="/_signpost/reload.js" data-page="" data-shown="`) {
		t.Errorf("no reload script in %s", text)
	}
}

func problem(severity model.Severity, file string, line int, sentence string) model.Problem {
	return model.Problem{Rule: "x", Severity: severity, Where: model.Where{File: file, Line: line}, Sentence: sentence}
}

// A Problem stands beside the fact that it is about, and at the top of the pages
// that its file makes; on other pages there is the way to it.
func TestProblemsAtTheirPlace(t *testing.T) {
	s, h := start(t, "/sub/")
	s.Show(nil, Note{Remarks: []Remark{
		{problem(model.Error, "content/a.md", 7, `phone "<b>" is odd`), []string{"/areas/kent/"}, "advice phone"},
		{problem(model.Warning, "content/a.md", 9, "a doubt"), []string{"/areas/kent/"}, "advice hours"},
		{problem(model.Error, "data/site.yaml", 1, "no page has this"), nil, ""},
	}})
	_, kent, _ := get(t, h.URL+"/sub/areas/kent/")
	_, home, _ := get(t, h.URL+"/sub/")
	for _, test := range []struct{ page, holds string }{
		{kent, `data-about="advice phone"><span class="signpost-problem" id="signpost-problem-1">phone &#34;&lt;b&gt;&#34; is odd</span>01632`},
		{kent, `<a href="#signpost-problem-1">content/a.md:7</a>: phone &#34;&lt;b&gt;&#34; is odd`},
		{kent, `<li class="signpost-quiet">content/a.md:9: a doubt`},
		{kent, "2 to mend, 1 worth a look"},
		{home, `<li>2 on <a href="/sub/areas/kent/">/areas/kent/</a></li>`},
		{home, "data/site.yaml:1: no page has this"},
	} {
		if !strings.Contains(test.page, test.holds) {
			t.Errorf("%s is not in %s", test.holds, test.page)
		}
	}
	if strings.Contains(home, "is odd") {
		t.Errorf("the front page tells in full what is wrong on another: %s", home)
	}
	s.Show(nil, Note{})
	if _, text, _ := get(t, h.URL+"/sub/areas/kent/"); strings.Contains(text, "signpost-") {
		t.Errorf("a mended page still shows %s", text)
	}
}

// After an edit every page tells what was edited, and which pages changed by it.
func TestNoteOfChanges(t *testing.T) {
	s, h := start(t, "/")
	note := Note{Files: []string{"content/a.md"}, More: true}
	s.Show(nil, note)
	if _, text, _ := get(t, h.URL); !strings.Contains(text, "content/a.md") || !strings.Contains(text, "None so far") || !strings.Contains(text, "0 pages changed so far") {
		t.Errorf("%s", text)
	}
	for n := range 25 {
		note.Pages = append(note.Pages, fmt.Sprintf("/services/%02d/", n))
	}
	note.More = false
	s.Show(nil, note)
	_, text, _ := get(t, h.URL+"/_signpost/note?page=")
	for _, want := range []string{"25 pages changed<", `<a href="/services/19/">/services/19/</a>`, "And 5 more."} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
	if strings.Contains(text, "/services/20/") || strings.Contains(text, "being made") {
		t.Errorf("the note says too much: %s", text)
	}
}

// What was made since stands before the folder, until the folder has it.
func TestNewer(t *testing.T) {
	s, h := start(t, "/")
	s.Show(map[string][]byte{"areas/kent/index.html": nil, "areas/essex/index.html": []byte("<html><head></head><body>Essex</body></html>"), "style.css": []byte("p{a:b}")}, Note{})
	for path, want := range map[string]struct {
		status int
		holds  string
	}{"/areas/kent/": {404, "Not here"}, "/areas/essex/": {200, "Essex"}, "/areas/essex": {301, ""}, "/style.css": {200, "a:b"}, "/": {200, "Home"}} {
		if status, text, _ := get(t, h.URL+path); status != want.status || !strings.Contains(text, want.holds) {
			t.Errorf("GET %s: %d %q; want %d with %q", path, status, text, want.status, want.holds)
		}
	}
	s.Show(nil, Note{})
	if status, _, _ := get(t, h.URL+"/areas/kent/"); status != 200 {
		t.Errorf("the folder's own page is not back: %d", status)
	}
}

// Before the first whole build there is a page that says what to mend.
func TestUnbuilt(t *testing.T) {
	s := New(filepath.Join(t.TempDir(), "nothing"), "/", func(string) map[string]string { return nil })
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	s.Show(nil, Note{Remarks: []Remark{{Problem: problem(model.Error, "data/site.yaml", 0, "the settings are missing")}}})
	if status, text, _ := get(t, h.URL); status != http.StatusNotFound || !strings.Contains(text, "the settings are missing") || !strings.Contains(text, "reload.js") {
		t.Errorf("%d %s", status, text)
	}
}

var shownSeal = regexp.MustCompile(`data-shown="([0-9a-f]+)"`)

// An open page reloads when it is another one, and only then; of what else is
// new it hears.
func TestEvents(t *testing.T) {
	s, h := start(t, "/")
	_, text, _ := get(t, h.URL+"/areas/kent/")
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL+"/_signpost/events?page=areas/kent/&shown="+shownSeal.FindStringSubmatch(text)[1], nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	hears := func(want string) {
		t.Helper()
		for lines.Scan() && !strings.HasPrefix(lines.Text(), "data: ") {
		}
		if lines.Text() != "data: "+want {
			t.Fatalf("heard %q; want %q", lines.Text(), want)
		}
	}
	another := map[string][]byte{"areas/kent/index.html": []byte("another")}
	hears("note")
	if open := s.Open(); !slices.Equal(open, []string{"/areas/kent/"}) {
		t.Errorf("%q are open", open)
	}
	s.Show(nil, Note{Files: []string{"content/b.md"}})
	hears("note")
	s.Show(another, Note{})
	hears("reload")
	s.Show(nil, Note{})
	hears("note")
	s.Show(nil, Note{Remarks: []Remark{{Problem: problem(model.Error, "content/a.md", 7, "odd"), About: "advice phone"}}})
	hears("reload")
	cancel()
	for len(s.Open()) > 0 { // the server hears that the browser left
		time.Sleep(time.Millisecond)
	}
}

func TestOnlyGet(t *testing.T) {
	_, h := start(t, "/")
	r, err := http.Post(h.URL, "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", r.StatusCode)
	}
}
