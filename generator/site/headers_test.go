package site

import (
	"os"
	"strings"
	"testing"

	"signpost/generator/model"
)

const headersMark = "# public/_headers too: UPDATE=1 go test ./generator/site\n\n"

// TestNetlifyHeaders holds netlify.toml against the one table. UPDATE=1 writes
// its part of the file.
func TestNetlifyHeaders(t *testing.T) {
	const file = "../../netlify.toml"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rules, ok := strings.Cut(string(content), headersMark)
	if !ok {
		t.Fatalf("%s has no line %q", file, headersMark)
	}
	want := strings.TrimSuffix(NetlifyHeaders(siteLanguages(t).Others().Tags()), "\n")
	if rules == want {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("%s has other headers than the table; UPDATE=1 go test ./generator/site rewrites them\n%s", file, rules)
	}
	if err := os.WriteFile(file, []byte(head+headersMark+want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestHeadersFor: only frames may be framed, and only what is named after its
// content is kept for good.
func TestHeadersFor(t *testing.T) {
	for _, test := range []struct{ path, header, want string }{
		{"/", "Content-Security-Policy", "frame-ancestors 'none'"},
		{"/areas/kent/", "Content-Security-Policy", "default-src 'none'"},
		{"/embed/kent/", "Cache-Control", "must-revalidate"},
		{"/embed/kent/", "Content-Security-Policy", "default-src 'none'"},
		{"/areas/kent/", "Cache-Control", "must-revalidate"},
		{"/areas/kent/", "Cross-Origin-Opener-Policy", "same-origin"},
		{"/ur/areas/kent/", "Content-Security-Policy", "frame-ancestors 'none'"},
		{"/zh-Hant/", "Content-Security-Policy", "frame-ancestors 'none'"},
		{"/admin/", "Content-Security-Policy", "style-src 'self';"},
		{"/admin/form/", "Content-Security-Policy", "https://api.github.com"},
		{"/admin/form/", "Content-Security-Policy", "frame-ancestors 'none'"},
		{"/assets/signpost.0123.css", "Cache-Control", "immutable"},
		{"/assets/signpost.0123.css", "X-Content-Type-Options", "nosniff"},
	} {
		if got := HeadersFor(test.path)[test.header]; !strings.Contains(got, test.want) {
			t.Errorf("%s: %s is %q, want %q in it", test.path, test.header, got, test.want)
		}
	}
}

// TestNoPageIsFramed: no page but those for councils may be framed, and those
// may be, whether a host sends the last rule's policy or all of them.
func TestNoPageIsFramed(t *testing.T) {
	d := whole(t)
	for _, p := range Pages(d) {
		last := HeadersFor(p.Address)["Content-Security-Policy"]
		framed := strings.HasPrefix(p.Address, model.EmbedAddress)
		if refused := strings.Contains(last, "frame-ancestors 'none'"); refused == framed {
			t.Errorf("%s: %s", p.Address, last)
		}
	}
}
