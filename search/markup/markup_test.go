package markup

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func rendered(t *testing.T, n *html.Node) string {
	t.Helper()
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestElement(t *testing.T) {
	for _, test := range []struct {
		change func(*html.Node)
		want   string
	}{
		{func(n *html.Node) { Toggle(n, "hidden", true) }, `<p id="a" hidden="">old</p>`},
		{func(n *html.Node) { Toggle(n, "id", true) }, `<p id="a">old</p>`},
		{func(n *html.Node) { Toggle(n, "id", false) }, `<p>old</p>`},
		{func(n *html.Node) { Set(n, "title", `"b"`) }, `<p id="a" title="&#34;b&#34;">old</p>`},
		{func(n *html.Node) { Set(n, "id", "b") }, `<p id="b">old</p>`},
		{func(n *html.Node) { Set(n, "id", "") }, `<p>old</p>`},
		{func(n *html.Node) { Write(n, "<b>") }, `<p id="a">&lt;b&gt;</p>`},
		{Empty, `<p id="a"></p>`},
	} {
		n := &html.Node{Type: html.ElementNode, Data: "p", Attr: []html.Attribute{{Key: "id", Val: "a"}}}
		Write(n, "old")
		test.change(n)
		if got := rendered(t, n); got != test.want {
			t.Errorf("%s, not %s", got, test.want)
		}
	}
}

func TestValue(t *testing.T) {
	n := &html.Node{Type: html.ElementNode, Data: "p", Attr: []html.Attribute{{Key: "id", Val: "a"}, {Key: "hidden"}}}
	if Value(n, "id") != "a" || Value(n, "hidden") != "" || Value(n, "title") != "" {
		t.Errorf("%q %q %q", Value(n, "id"), Value(n, "hidden"), Value(n, "title"))
	}
	if !Has(n, "id") || !Has(n, "hidden") || Has(n, "title") {
		t.Error("an attribute is there, empty or not, or it is not")
	}
}

func TestTyped(t *testing.T) {
	long := strings.Repeat("é", MostTyped)
	for text, want := range map[string]string{"": "", " Leeds\n": "Leeds", "a\xffb": "a\uFFFDb", long + "é": long, long: long} {
		if got := Typed(text); got != want {
			t.Errorf("%q is typed as %q; want %q", text, got, want)
		}
	}
}
