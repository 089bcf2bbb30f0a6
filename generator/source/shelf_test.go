package source

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// An editing is a tree on disk to which people do what people do.
type editing struct {
	*rand.Rand
	t    *testing.T
	root string
}

func newEditing(t *testing.T, seed uint64) editing {
	e := editing{rand.New(rand.NewPCG(seed, 1)), t, t.TempDir()}
	if err := os.CopyFS(e.root, os.DirFS(exampleFolder)); err != nil {
		t.Fatal(err)
	}
	before := time.Now().Add(-time.Hour)
	for _, file := range e.files("content/services/*/*.md") {
		if err := os.Chtimes(file, before, before); err != nil {
			t.Fatal(err)
		}
	}
	return e
}

func (e editing) files(pattern string) []string {
	files, err := filepath.Glob(filepath.Join(e.root, filepath.FromSlash(pattern)))
	if err != nil || len(files) == 0 {
		e.t.Fatal(pattern, err)
	}
	return files
}

func (e editing) one(pattern string) string {
	files := e.files(pattern)
	return files[e.IntN(len(files))]
}

func (e editing) change(file, old, new string) {
	text, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, []byte(strings.Replace(string(text), old, new, 1)), 0o644)
	}
	if err != nil {
		e.t.Fatal(err)
	}
}

// edit does one thing, and says what.
func (e editing) edit() string {
	entry := e.one("content/services/*/*.md")
	folder := filepath.Dir(e.one("content/services/*/*.md"))
	var err error
	what := []func() string{
		func() string { e.change(entry, "0", "1"); return "as long as before" },
		func() string { e.change(entry, "name:", "name: New"); return "another name" },
		func() string { e.change(entry, "---\n", ""); return "no front matter" },
		func() string { e.change(entry, "kind:", "knid:"); return "a slip" },
		func() string { err = os.Remove(entry); return "gone" },
		func() string {
			err = os.Rename(entry, filepath.Join(folder, fmt.Sprintf("moved-%d.md", e.IntN(1000))))
			return "moved"
		},
		func() string {
			err = os.WriteFile(entry+"~", []byte("---\nname: Saved by renaming\nkind: peer-group\n---\n"), 0o644)
			if err == nil {
				err = os.Rename(entry+"~", entry)
			}
			return "saved by renaming"
		},
		func() string {
			err = os.WriteFile(filepath.Join(folder, fmt.Sprintf("new-%d.md", e.IntN(1000))), []byte("---\nname: New\nkind: peer-group\nwas: [old]\n---\n"), 0o644)
			return "new"
		},
		func() string {
			e.change(e.one("data/vocabulary/kinds.csv"), "peer-group,", "peer-groop,")
			return "a kind"
		},
		func() string {
			e.change(e.one("data/vocabulary/kinds.csv"), "peer-groop,", "peer-group,")
			return "no kind"
		},
		func() string { e.change(e.one("data/areas/authorities.csv"), "northam,", "northem,"); return "an area" },
		func() string { e.change(e.one("data/areas/authorities.csv"), "northem,", "northam,"); return "no area" },
	}
	did := what[e.IntN(len(what))]()
	if err != nil {
		e.t.Fatal(did, err)
	}
	return filepath.Base(entry) + ": " + did
}

// TestShelf: whatever is edited, a reader that remembers reads what one does
// that has forgotten everything but the last clean records.
func TestShelf(t *testing.T) {
	for seed := range uint64(3) {
		e := newEditing(t, seed)
		root, err := os.OpenRoot(e.root)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		remembers, forgets := Reader{KeepLast: true}, Reader{KeepLast: true}
		for n := range 40 {
			did := e.edit()
			forgets.shelf = shelf{}
			got, problems, err := remembers.Read(root.FS())
			want, wanted, err2 := forgets.Read(root.FS())
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			if !reflect.DeepEqual(got, want) || !slices.Equal(problems, wanted) {
				t.Fatalf("seed %d, edit %d, %s: another reading, or other problems:\n%v\n%v", seed, n, did, problems, wanted)
			}
		}
	}
}

// A counted is a tree that counts which entries are opened.
type counted struct {
	fs.FS
	opened []string
}

func (c *counted) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".md") && strings.HasPrefix(name, servicesFolder) {
		c.opened = append(c.opened, name)
	}
	return c.FS.Open(name)
}

func (c *counted) Lstat(name string) (fs.FileInfo, error)     { return fs.Lstat(c.FS, name) }
func (c *counted) ReadLink(name string) (string, error)       { return fs.ReadLink(c.FS, name) }
func (c *counted) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(c.FS, name) }

// TestShelfReadsOne: after an edit one entry is opened, and none if nobody
// edited anything.
func TestShelfReadsOne(t *testing.T) {
	e := newEditing(t, 1)
	root, err := os.OpenRoot(e.root)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree := &counted{FS: root.FS()}
	r := Reader{KeepLast: true}
	read := func() []string {
		tree.opened = nil
		if _, _, err := r.Read(tree); err != nil {
			t.Fatal(err)
		}
		return tree.opened
	}
	all := e.files("content/services/*/*.md")
	if got := read(); len(got) != len(all) {
		t.Fatalf("the first reading opens %d of %d entries", len(got), len(all))
	}
	if got := read(); len(got) > 0 {
		t.Errorf("nothing was edited, and %q were opened", got)
	}
	e.change(all[0], "name:", "name: A")
	if got := read(); len(got) != 1 || filepath.Join(e.root, got[0]) != all[0] {
		t.Errorf("%s was edited, and %q were opened", all[0], got)
	}
}

func TestIsID(t *testing.T) {
	for id, want := range map[string]bool{"northam-advice": true, "a": true, "2-b-3": true, "": false, "-a": false, "a-": false, "a--b": false, "A": false, "a_b": false, "a.b": false, "é": false, "../a": false, "a\n": false} {
		if IsID(id) != want {
			t.Errorf("IsID(%q) = %t", id, !want)
		}
	}
}
