package serve

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
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
		"areas/kent/index.html": "<html><head></head><body>Kent</body></html>", "style.css": "p{}", ".signpost": "mark",
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
	if !strings.Contains(text, `<script src="/_signpost/reload.js" defer></script></head>`) {
		t.Errorf("no reload script in %s", text)
	}
}

func TestProblemsOnThePage(t *testing.T) {
	s, h := start(t, "/")
	s.Rebuilt([]model.Problem{
		{Rule: "x", Severity: model.Error, Where: model.Where{File: "content/a.md", Line: 7}, Sentence: `phone "<b>" is odd`},
		{Rule: "y", Where: model.Where{File: "content/b.md"}, Sentence: "a warning"},
	}, []string{"content/a.md"})
	_, text, _ := get(t, h.URL)
	if !strings.Contains(text, "content/a.md:7: phone &#34;&lt;b&gt;&#34; is odd") || strings.Contains(text, "a warning") {
		t.Errorf("the page shows %s", text)
	}
	s.Rebuilt(nil, nil)
	if _, text, _ := get(t, h.URL); strings.Contains(text, "problems") {
		t.Errorf("a mended page still shows %s", text)
	}
}

// Before the first whole build there is a page that says what to mend.
func TestUnbuilt(t *testing.T) {
	s := New(filepath.Join(t.TempDir(), "nothing"), "/", func(string) map[string]string { return nil })
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	s.Rebuilt([]model.Problem{{Rule: "x", Severity: model.Error, Where: model.Where{File: "data/site.yaml"}, Sentence: "the settings are missing"}}, nil)
	if status, text, _ := get(t, h.URL); status != http.StatusNotFound || !strings.Contains(text, "the settings are missing") || !strings.Contains(text, "reload.js") {
		t.Errorf("%d %s", status, text)
	}
}

// An open page hears of each build.
func TestEvents(t *testing.T) {
	s, h := start(t, "/")
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL+"/_signpost/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	for _, want := range []string{"data: 0", "data: 1", "data: 2"} {
		for lines.Scan() && !strings.HasPrefix(lines.Text(), "data: ") {
		}
		if lines.Text() != want {
			t.Fatalf("heard %q; want %q", lines.Text(), want)
		}
		s.Rebuilt(nil, nil)
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
