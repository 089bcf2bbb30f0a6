package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which of our rooms each room may know. It is the drawing of
// doc.go; a new room is added to both.
var rooms = map[string][]string{
	"search":             {},
	"search/place":       {},
	"search/markup":      {},
	"search/corpus":      {"search"},
	"search/bench":       {"search/corpus"},
	"search/answer":      {"search", "search/place", "search/markup"},
	"search/function":    {"search/answer"},
	"generator/model":    {},
	"generator/output":   {},
	"generator/gather":   {"search/markup"},
	"generator/watch":    {},
	"generator/prose":    {"generator/model"},
	"generator/calendar": {"generator/model"},
	"generator/dates":    {"generator/calendar", "search/markup"},
	"generator/quality":  {"generator/model"},
	"generator/schema":   {"generator/model"},
	"generator/sheet":    {},
	"generator/oruk":     {"generator/model", "generator/sheet"},
	"generator/source":   {"generator/model", "generator/prose", "generator/sheet"},
	"generator/merge":    {"generator/model", "generator/prose"},
	"generator/check":    {"generator/model", "generator/prose", "generator/calendar"},
	"generator/site":     {"generator/model", "generator/prose", "generator/calendar", "generator/quality", "generator/schema", "generator/sheet"},
	"generator/serve":    {"generator/model", "search/answer"},
	"generator": {"generator/model", "generator/source", "generator/merge", "generator/check", "generator/site", "generator/quality", "generator/sheet", "generator/oruk",
		"generator/prose", "generator/calendar", "generator/output", "generator/serve", "generator/gather", "generator/dates", "generator/watch", "search", "search/answer", "search/place"},
}

// doors says which room alone may know a large dependency.
var doors = map[string]string{
	"github.com/gohugoio/hugo":     "generator/site",
	"github.com/blevesearch":       "search",
	"github.com/yuin/goldmark":     "generator/prose",
	"github.com/fsnotify/fsnotify": "generator/watch",
	"go.yaml.in/yaml":              "generator/source",
	"github.com/xuri/excelize":     "generator/sheet",
}

// TestImports reads the import lines of every file, in this process: the
// answers of "go list" would be served from a cache.
func TestImports(t *testing.T) {
	root := os.DirFS("..")
	seen := map[string]bool{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (name == "node_modules" || strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || strings.HasPrefix(name, "public")) {
			return skip(err, d)
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		room := path.Dir(name)
		if _, ok := rooms[room]; !ok {
			t.Errorf("%s is in a room that doc.go does not draw", name)
		}
		seen[room] = true
		for _, imported := range imports(t, root, name) {
			checkImport(t, name, room, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !seen[room] {
			t.Errorf("the room %s is drawn and does not exist", room)
		}
	}
}

func skip(err error, d fs.DirEntry) error {
	if err == nil && d.IsDir() {
		return fs.SkipDir
	}
	return err
}

func imports(t *testing.T, root fs.FS, name string) []string {
	t.Helper()
	text, err := fs.ReadFile(root, name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, i := range f.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

func checkImport(t *testing.T, name, room, imported string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(imported, "signpost/"); ok && !slices.Contains(rooms[room], ours) {
		t.Errorf("%s knows %s; doc.go does not let it", name, ours)
	}
	for dependency, door := range doors {
		if strings.HasPrefix(imported, dependency) && room != door {
			t.Errorf("%s knows %s, whose door is %s", name, imported, door)
		}
	}
	third := strings.Contains(strings.SplitN(imported, "/", 2)[0], ".")
	if room == "generator/model" && third {
		t.Errorf("%s knows %s; the nouns know only the standard library", name, imported)
	}
}
