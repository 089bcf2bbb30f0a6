package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/net/html"

	"signpost/search/corpus"
)

// seed of the invented services: any other measures much the same.
const seed = 20261122

// A bench is a site with n invented services, and what the others need to
// answer over the same pages.
type bench struct {
	n       int
	folder  string
	entries []corpus.Entry
	took    took
}

// took is how long a build took, and its index and export alone.
type took struct{ build, finding, pagefind, minisearch time.Duration }

func (b *bench) path(name string) string { return filepath.Join(b.folder, name) }

// prepare plants the tree, builds the site, and indexes its pages for the others.
func prepare(ctx context.Context, folder string, n int) (*bench, error) {
	b := &bench{n: n, folder: filepath.Join(folder, fmt.Sprint(n))}
	grounds, err := corpus.Grounds(os.DirFS("."))
	if err != nil {
		return nil, err
	}
	b.entries = corpus.Entries(grounds, n, seed)
	if err := corpus.Plant(b.path("tree"), os.DirFS("."), b.entries); err != nil {
		return nil, err
	}
	for _, step := range []func(context.Context, string) error{b.build, b.findable, b.pagefind, b.minisearch} {
		if err := step(ctx, filepath.Join(folder, "signpost")); err != nil {
			return nil, fmt.Errorf("%d services: %w", n, err)
		}
	}
	return b, nil
}

// build builds the site. What index and export take is what "search" takes
// where there is no site, less what "check" takes: both read the same tree.
func (b *bench) build(ctx context.Context, signpost string) error {
	var check, search time.Duration
	for _, verb := range []struct {
		took *time.Duration
		args []string
	}{
		{&check, []string{"check"}},
		{&search, []string{"search", "--out", b.path("none"), "autism"}},
		{&b.took.build, []string{"build", "--out", b.path("public")}},
	} {
		args := append(verb.args[:1:1], append([]string{"--root", b.path("tree")}, verb.args[1:]...)...)
		if err := runTimed(ctx, verb.took, signpost, args...); err != nil {
			return err
		}
	}
	b.took.finding = search - check
	return nil
}

// runTimed runs a program and says how long it took, and what it said if it failed.
func runTimed(ctx context.Context, took *time.Duration, name string, args ...string) error {
	start := time.Now()
	said, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	*took = time.Since(start)
	if err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, said[max(0, len(said)-500):])
	}
	return nil
}

// kinds are the folders of pages that can be found.
var kinds = []string{"areas", "services", "help", "needs", "communities", "support", "kinds"}

// moved marks the pages that only lead to a new address.
const moved = `http-equiv="refresh"`

// findable links the pages that can be found into a folder of their own.
func (b *bench) findable(context.Context, string) error {
	for _, kind := range kinds {
		pages, err := filepath.Glob(filepath.Join(b.path("public"), kind, "*", "index.html"))
		if err != nil {
			return err
		}
		for _, page := range pages {
			text, err := os.ReadFile(page)
			if err != nil {
				return err
			}
			if bytes.Contains(text, []byte(moved)) {
				continue
			}
			to := filepath.Join(b.path("pages"), kind, filepath.Base(filepath.Dir(page)))
			if err := errors.Join(os.MkdirAll(to, 0o755), os.Link(page, filepath.Join(to, "index.html"))); err != nil {
				return err
			}
		}
	}
	return nil
}

// aside are the classes of what stands on every page and says nothing of its
// subject: who told us, what nobody told us, how to report a mistake. Whoever
// set up the others would leave it out.
var aside = []string{"sp-origin", "sp-facts__says--unknown", "sp-mistake"}

func (b *bench) pagefind(ctx context.Context, _ string) error {
	args := []string{"--silent", "--site", b.path("pages"), "--output-path", b.path("pagefind"), "--root-selector", "main"}
	for _, class := range aside {
		args = append(args, "--exclude-selectors", "."+class)
	}
	if err := runTimed(ctx, &b.took.pagefind, "node_modules/.bin/pagefind", args...); err != nil {
		return err
	}
	return b.page("with-pagefind", "pagefind.mjs")
}

func (b *bench) minisearch(ctx context.Context, _ string) error {
	documents, err := b.documents()
	if err != nil {
		return err
	}
	text, err := json.Marshal(documents)
	if err != nil {
		return err
	}
	if err := os.WriteFile(b.path("documents.json"), text, 0o644); err != nil {
		return err
	}
	if err := b.page("with-minisearch", "minisearch.mjs"); err != nil {
		return err
	}
	start := time.Now()
	index, err := exec.CommandContext(ctx, "node", "search/bench/index.mjs", b.path("documents.json")).Output()
	if err != nil {
		return fmt.Errorf("index.mjs: %w", err)
	}
	b.took.minisearch = time.Since(start)
	return os.WriteFile(filepath.Join(b.path("with-minisearch"), "index.json"), index, 0o644)
}

// page writes a page on which a script answers, with the libraries that the
// script needs in the same file.
func (b *bench) page(name, script string) error {
	page, err := os.ReadFile("search/bench/results.html")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(b.path(name), 0o755); err != nil {
		return err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{"search/bench/" + script}, Outfile: filepath.Join(b.path(name), "answer.mjs"), Write: true,
		Bundle: true, External: []string{"/pagefind/*"}, Format: api.FormatESModule, Target: api.ES2022,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
	})
	for _, e := range result.Errors {
		return fmt.Errorf("%s: %s", script, e.Text)
	}
	return os.WriteFile(filepath.Join(b.path(name), "index.html"), page, 0o644)
}

// A document is a page as MiniSearch gets it.
type document struct {
	ID      string `json:"id"` // its address
	Title   string `json:"title"`
	Summary string `json:"summary"`
	Text    string `json:"text"`
}

// summary is how many bytes of a page's text its result shows, about as many
// as Pagefind's excerpt has.
const summary = 150

func (b *bench) documents() ([]document, error) {
	var list []document
	site := os.DirFS(b.path("pages"))
	pages, err := fs.Glob(site, "*/*/index.html")
	if err != nil {
		return nil, err
	}
	for _, page := range pages {
		d, err := read(site, page)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", page, err)
		}
		list = append(list, d)
	}
	return list, nil
}

// read reads the title and the text of a page's main element.
func read(site fs.FS, page string) (document, error) {
	file, err := site.Open(page)
	if err != nil {
		return document{}, err
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		return document{}, err
	}
	d := document{ID: "/" + strings.TrimSuffix(page, "index.html")}
	var words []string
	for n := range root.Descendants() {
		switch {
		case n.Type != html.TextNode || !within(n, isMain) || within(n, isAside):
		case within(n, func(e *html.Node) bool { return e.Data == "h1" }):
			d.Title += n.Data
		default:
			words = append(words, strings.Fields(n.Data)...)
		}
	}
	d.Text = strings.Join(words, " ")
	d.Summary = strings.ToValidUTF8(d.Text[:min(summary, len(d.Text))], "")
	return d, nil
}

func isMain(e *html.Node) bool { return e.Data == "main" }

func isAside(e *html.Node) bool {
	for _, a := range e.Attr {
		if a.Key == "class" {
			return slices.ContainsFunc(strings.Fields(a.Val), func(c string) bool { return slices.Contains(aside, c) })
		}
	}
	return e.Data == "script" || e.Data == "template"
}

// within reports whether a node is in an element of which is holds.
func within(n *html.Node, is func(*html.Node) bool) bool {
	for p := range n.Ancestors() {
		if p.Type == html.ElementNode && is(p) {
			return true
		}
	}
	return false
}
