package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// sameNode says in what two readings of one document differ, or "".
func sameNode(plain, whole *yaml.Node) string {
	switch {
	case plain.Kind != whole.Kind, plain.Value != whole.Value, plain.Style != whole.Style, plain.Line != whole.Line:
		return fmt.Sprintf("%d %q %d line %d, and %d %q %d line %d", plain.Kind, plain.Value, plain.Style, plain.Line, whole.Kind, whole.Value, whole.Style, whole.Line)
	case whole.Anchor != "", len(plain.Content) != len(whole.Content):
		return fmt.Sprintf("%d members, and %d", len(plain.Content), len(whole.Content))
	}
	for i := range plain.Content {
		if differ := sameNode(plain.Content[i], whole.Content[i]); differ != "" {
			return differ
		}
	}
	return ""
}

// Whatever is read as plain, the whole reader reads the same.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{
		"name: A\nkind: iass\n", "a:\n  - b: c\n    d: e\n  - f\ng: [h, 'i', \"j k\"]\n", "a:\n- b\n- c: d\ne: {f: g, h: 2026-01-01}\n",
		"a: b # c\n", "a: b: c\n", "a:\n\n# c\n  b: £5\n", "a: \"b\\n\"\n", "a: it's\n", "a: 'it''s'\n", "a: [b, [c]]\n", "a: |\n  b\n", "a:\nb: ~\n",
		"a: b\n c\n", "a: [b,\n c]\n", "---\na: b\n", "- a\n- b\n", "a: {b: c, }\n", "a: []\nb: {}\n", "a: b:\n", "a: &b c\n", "a: !!str c\n", "a:b\n", "a: {b:c}\n",
		"a: {b: c:d}\n", "a: (b) + /c\n", "a: 1\n  \n", "a: <<\n", "a:\n  b:\n   c: d\n  e: f\n", "a:\n  - b: c\n   d: e\n", "a: \u00e9\u200e\n", "a: x\u2028y\n",
	} {
		f.Add([]byte(seed))
	}
	_, all := pairs(f)
	for _, p := range all {
		if filepath.Ext(p.file) == ".yaml" {
			f.Add([]byte(p.fine))
		}
		if front, ok := frontOf(p.fine); ok {
			f.Add(front)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		plain := plainDocument(text, new([]yaml.Node))
		if plain == nil {
			return
		}
		var whole, second yaml.Node
		dec := yaml.NewDecoder(bytes.NewReader(text))
		if err := dec.Decode(&whole); err != nil {
			t.Fatalf("%q is read as plain, and is not YAML: %v", text, err)
		}
		if dec.Decode(&second) == nil {
			t.Fatalf("%q is read as one document, and is two", text)
		}
		if differ := sameNode(plain, whole.Content[0]); differ != "" {
			t.Fatalf("%q: %s", text, differ)
		}
		var r tree
		if _, ok := r.document(text, "x.yaml", 0); !ok || len(r.problems) > 0 {
			t.Fatalf("%q is read as plain, and is refused: %v", text, r.problems)
		}
	})
}

// frontOf is the front matter of a page.
func frontOf(page string) (front []byte, ok bool) {
	var t tree
	front, _, _, ok = t.frontMatter([]byte(page), "x.md")
	return front, ok
}

// Entries as people write them are of the plain sort: those of the example, but
// for the few that show what else YAML can do.
func TestEntriesArePlain(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(exampleFolder, "content", "services", "*", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var others []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if front, ok := frontOf(string(text)); ok && plainDocument(front, new([]yaml.Node)) == nil {
			others = append(others, filepath.Base(file))
		}
	}
	slices.Sort(others)
	if 10*len(others) > len(files) {
		t.Errorf("%d of %d entries are not read as plain: %s", len(others), len(files), strings.Join(others, ", "))
	}
}
