package main

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"signpost/generator/model"
)

// served is the text of a page of the built site, or "".
func (b *builtSite) served(t testing.TB, address string) string {
	t.Helper()
	name := filepath.FromSlash(strings.TrimPrefix(address, "/"))
	if strings.HasSuffix(address, "/") || address == "" {
		name = filepath.Join(name, "index.html")
	}
	text, err := os.ReadFile(filepath.Join(b.out, name))
	if err != nil {
		return ""
	}
	return string(text)
}

// files calls f with every file of the site that has the ending.
func (b *builtSite) files(t testing.TB, ending string, f func(name, text string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(b.out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ending) {
			return err
		}
		text, err := os.ReadFile(filepath.Join(b.out, name))
		f(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// base is the path below which the site stands.
func (b *builtSite) base(t testing.TB) string {
	t.Helper()
	u, err := url.Parse(b.baseURL)
	if err != nil {
		t.Fatal(err)
	}
	return u.Path
}

// TestWholeSite holds every page of the real and the example site to what any
// page must be.
func TestWholeSite(t *testing.T) {
	for name, site := range map[string]*builtSite{"real": realSite, "example": exampleSite, "after Surrey": nextSite} {
		t.Run(name, func(t *testing.T) {
			checkSite(t, site.build(t))
		})
	}
}

func checkSite(t *testing.T, site *builtSite) {
	pages := map[string]*html.Node{}
	site.files(t, ".html", func(name, text string) {
		doc, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pages["/"+strings.TrimSuffix(name, "index.html")] = doc
		if m := doubleEscaped.FindString(text); m != "" {
			t.Errorf("%s: %q is escaped twice", name, m)
		}
		if m := unwanted.FindString(text); m != "" {
			t.Errorf("%s holds %q", name, m)
		}
	})
	for address, doc := range pages {
		if address == model.FormAddress {
			continue // its script makes the page
		}
		checkPage(t, address, doc)
		checkLinks(t, site, pages, address, doc)
	}
}

var (
	doubleEscaped = regexp.MustCompile(`&amp;(amp|lt|gt|quot|#\d+);`)
	// What a template or a value that went wrong leaves behind.
	unwanted = regexp.MustCompile(`ZgotmplZ|&lt;no value&gt;|%!\w?\(|<nil>|\[object Object\]|Mon, 01 Jan 0001| style="| onclick=|javascript:`)
)

// checkPage: language, title, one h1 (none in a frame), landmarks, headings
// that skip no level, ids that stand once.
func checkPage(t *testing.T, address string, doc *html.Node) {
	t.Helper()
	frame := strings.HasPrefix(address, "/embed/") && address != "/embed/"
	if root := find(doc, "html"); len(root) != 1 || attr(root[0], "lang") == "" {
		t.Errorf("%s: no lang on html", address)
	}
	if title := find(doc, "title"); len(title) == 0 || strings.TrimSpace(words(title[0])) == "" {
		t.Errorf("%s: no title", address)
	}
	if n := len(find(doc, "h1")); n != 1 && !frame || frame && n != 0 {
		t.Errorf("%s: %d h1", address, n)
	}
	if len(find(doc, "main")) != 1 {
		t.Errorf("%s: not one main", address)
	}
	level := 1
	if frame {
		level = 2
	}
	ids := map[string]bool{}
	visit(doc, func(n *html.Node) {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if now := int(n.Data[1] - '0'); now > level+1 {
				t.Errorf("%s: h%d %q follows h%d", address, now, words(n), level)
			} else {
				level = now
			}
		}
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s: the id %q stands twice", address, id)
			}
			ids[id] = true
		}
	})
}

// checkLinks: every address of our own that a page names exists, with its
// fragment.
func checkLinks(t *testing.T, site *builtSite, pages map[string]*html.Node, address string, doc *html.Node) {
	t.Helper()
	visit(doc, func(n *html.Node) {
		for _, name := range []string{"href", "src", "action"} {
			target := attr(n, name)
			if target == "" || n.Data == "form" && attr(n, "method") == "dialog" {
				continue
			}
			if broken := brokenLink(t, site, pages, address, target); broken != "" {
				t.Errorf("%s: <%s %s=%q>: %s", address, n.Data, name, target, broken)
			}
		}
	})
}

func brokenLink(t *testing.T, site *builtSite, pages map[string]*html.Node, address, target string) string {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		return err.Error()
	}
	self, err := url.Parse(site.baseURL)
	if err != nil {
		t.Fatal(err)
	}
	base := site.base(t)
	if u.Scheme != "" && (u.Host != self.Host || u.Scheme != self.Scheme) {
		return ""
	}
	u = self.JoinPath(address).ResolveReference(u)
	inside, ok := strings.CutPrefix(u.Path, strings.TrimSuffix(base, "/"))
	if !ok {
		return "leads out of the site's own path"
	}
	if doc, ok := pages[inside]; ok {
		inForm := inside == model.AdminAddress && strings.HasPrefix(u.Fragment, "/")
		if u.Fragment != "" && !inForm && !hasID(doc, u.Fragment) {
			return "no such fragment"
		}
		return ""
	}
	if info, err := os.Stat(filepath.Join(site.out, filepath.FromSlash(path.Clean(inside)))); err != nil || info.IsDir() {
		return "no such page"
	}
	return ""
}

func visit(n *html.Node, f func(*html.Node)) {
	if n.Type == html.ElementNode {
		f(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		visit(c, f)
	}
}

func find(doc *html.Node, tag string) []*html.Node {
	var found []*html.Node
	visit(doc, func(n *html.Node) {
		if n.Data == tag {
			found = append(found, n)
		}
	})
	return found
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasID(doc *html.Node, id string) bool {
	found := false
	visit(doc, func(n *html.Node) { found = found || attr(n, "id") == id })
	return found
}

// words is the text of a node, spaces folded.
func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// Budgets of a first visit, in bytes after gzip -9.
const (
	areaBudget = 14 << 10 // an area page with its style
	pageBudget = 50 << 10 // any page with everything it needs
)

// TestBudgets weighs every page with the style and the script it asks for.
func TestBudgets(t *testing.T) {
	site := realSite.build(t)
	heaviest, most := "", 0
	site.files(t, ".html", func(name, text string) {
		if "/"+name == model.FormAddress+"index.html" {
			return
		}
		doc, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		style, script := 0, 0
		for _, l := range find(doc, "link") {
			if attr(l, "rel") == "stylesheet" {
				style += weight(t, site.asset(t, attr(l, "href")))
			}
		}
		for _, s := range find(doc, "script") {
			if src := attr(s, "src"); src != "" {
				script += weight(t, site.asset(t, src))
			}
		}
		page := weight(t, text)
		area := strings.HasPrefix(name, "areas/") && name != "areas/index.html"
		if area && page+style > areaBudget {
			t.Errorf("%s: %d bytes with its style; %d are allowed", name, page+style, areaBudget)
		}
		if family := !strings.HasPrefix(name, "coverage/") && !strings.HasPrefix(name, "providers/quality/") && !strings.HasPrefix(name, "embed/index"); family && page+style+script > pageBudget {
			t.Errorf("%s: %d bytes with everything; %d are allowed", name, page+style+script, pageBudget)
		}
		if area && page+style > most {
			heaviest, most = name, page+style
		}
	})
	t.Logf("the heaviest area page is %s with %d bytes", heaviest, most)
}

// asset is a file that a page names by its address.
func (b *builtSite) asset(t testing.TB, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	text := b.served(t, "/"+strings.TrimPrefix(u.Path, b.base(t)))
	if text == "" {
		t.Fatalf("no file at %s", address)
	}
	return text
}

func weight(t testing.TB, text string) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// TestGoldenSite keeps the list of the example site's files, and a few of its
// pages as the words a reader meets.
func TestGoldenSite(t *testing.T) {
	site := exampleSite.build(t)
	var names []string
	site.files(t, "", func(name, _ string) {
		names = append(names, hashed.ReplaceAllString(exports.ReplaceAllString(name, "search/1/HASH/"), ".HASH."))
	})
	slices.Sort(names)
	golden(t, "testdata/golden/files.txt", strings.Join(names, "\n")+"\n")
	for _, address := range []string{"/areas/northam/", "/coverage/", "/embed/northam/"} {
		doc, err := html.Parse(strings.NewReader(site.served(t, address)))
		if err != nil || len(find(doc, "body")) == 0 {
			t.Fatalf("%s: %v", address, err)
		}
		golden(t, "testdata/golden"+strings.TrimSuffix(address, "/")+".txt", outline(find(doc, "body")[0]))
	}
}

// hashed is the part of an asset's name that changes with its content.
var hashed = regexp.MustCompile(`\.[0-9a-f]{16,}\.`)

// exports are the folders of the search, named by their content.
var exports = regexp.MustCompile(`^search/1/[0-9a-f]{16}/`)

// outline is a page as a reader meets it: a line a block, links with their
// addresses, headings with their level.
func outline(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(n.Data, "\n", " "))
			return
		case n.Type == html.ElementNode && slices.Contains([]string{"script", "style", "svg"}, n.Data):
			return
		case n.Type == html.ElementNode && slices.Contains(blocks, n.Data):
			b.WriteString("\n" + n.Data + ": ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Data == "a" {
			b.WriteString("<" + attr(n, "href") + "> ")
		}
	}
	walk(n)
	var lines []string
	for _, l := range strings.Split(b.String(), "\n") {
		if _, text, _ := strings.Cut(l, ": "); strings.TrimSpace(text) != "" {
			lines = append(lines, strings.Join(strings.Fields(l), " "))
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

var blocks = []string{"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "caption", "label", "nav", "header", "footer", "section", "main", "aside", "summary", "textarea"}
