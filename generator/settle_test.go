package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/generator/model"
	"signpost/generator/site"
)

// edits is how many random edits the settled site is held against.
const edits = 200

// A scribbler is a tree in which somebody edits at random.
type scribbler struct {
	*rand.Rand
	t       *testing.T
	root    string
	example map[string]string // the files as they were at first
	count   int
}

func newScribbler(t *testing.T, seed uint64) *scribbler {
	s := &scribbler{Rand: rand.New(rand.NewPCG(seed, 1)), t: t, root: t.TempDir()}
	s.example = treeOf(t, "testdata/example")
	for name, text := range s.example {
		s.write(name, text)
	}
	return s
}

func treeOf(t testing.TB, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		inside, _ := filepath.Rel(root, name)
		files[filepath.ToSlash(inside)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func (s *scribbler) path(name string) string { return filepath.Join(s.root, filepath.FromSlash(name)) }

func (s *scribbler) do(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *scribbler) write(name, text string) {
	s.do(os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	s.do(os.WriteFile(s.path(name), []byte(text), 0o644))
}

// pick is one of the files of a pattern, as they are now.
func (s *scribbler) pick(pattern string) string {
	files, err := filepath.Glob(s.path(pattern))
	s.do(err)
	if len(files) == 0 {
		return slices.Sorted(maps.Keys(s.example))[0]
	}
	inside, err := filepath.Rel(s.root, files[s.IntN(len(files))])
	s.do(err)
	return filepath.ToSlash(inside)
}

// change replaces one of the places where a text stands, and names the file.
func (s *scribbler) change(name, old, new string) []string {
	text, err := os.ReadFile(s.path(name))
	s.do(err)
	if n := strings.Count(string(text), old); n > 0 {
		parts := strings.SplitN(string(text), old, 2+s.IntN(n))
		last := len(parts) - 1
		s.write(name, strings.Join(parts[:last], old)+new+parts[last])
	}
	return []string{name}
}

// edit does something to the tree, and returns the paths that a watcher would
// tell of.
func (s *scribbler) edit() []string {
	s.count++
	entry := func() string { return s.pick("content/services/*/*.md") }
	digit := func() string { return fmt.Sprint(s.IntN(10)) }
	kinds := []func() []string{
		func() []string { return s.change(entry(), "0", digit()) },
		func() []string { return s.change(entry(), " the ", " this ") },
		func() []string { return s.change(entry(), "name:", "name: The") },
		func() []string { return s.change(entry(), "---\n", "--\n") },
		func() []string { return s.change(entry(), "kind:", "knid:") },
		func() []string { return s.change(entry(), "by:", "from:") },
		s.mend, s.mend, s.mend, s.mend,
		func() []string { name := entry(); s.do(os.Remove(s.path(name))); return []string{name} },
		func() []string {
			from, to := entry(), fmt.Sprintf("content/services/northam/moved-%d.md", s.count)
			s.do(os.Rename(s.path(from), s.path(to)))
			return []string{from, to}
		},
		func() []string {
			name := fmt.Sprintf("content/services/northam/new-%d.md", s.count)
			s.write(name, fmt.Sprintf("---\nname: New help %d\nkind: peer-group\nareas: [easthaven]\npurpose: Help for families.\n---\n\nWe are *new*.\n", s.count))
			return []string{name}
		},
		func() []string { return s.remake("content/services/" + pickOne(s, "northam", "easthaven")) },
		func() []string { return s.remake("content") },
		func() []string { return s.change(s.pick("data/councils/*/*.csv"), "0", digit()) },
		func() []string { return s.change(s.pick("data/councils/*/council.yaml"), "if", "when") },
		func() []string { return s.change(s.pick("data/registers/*.csv"), "0", digit()) },
		func() []string { return s.change(s.pick("data/registers/*.csv"), "north", "north-") },
		func() []string { return s.change(s.pick("data/vocabulary/*.csv"), "help", "Help") },
		func() []string { return s.change("data/vocabulary/kinds.csv", "peer-group,", "peer-groop,") },
		func() []string { return s.change("data/areas/authorities.csv", "northam", "Northam") },
		func() []string { return s.change("data/site.yaml", "name:", "name: New") },
		func() []string { return s.change(s.pick("content/guides/*.md"), "You", "YOU") },
		func() []string { return s.change(s.pick("content/guides/*.md"), "title:", "titel:") },
		func() []string { return s.change("data/changes.csv", "2026-0", "2025-0") },
		s.checkout,
	}
	return kinds[s.IntN(len(kinds))]()
}

func pickOne(s *scribbler, of ...string) string { return of[s.IntN(len(of))] }

// mend puts one file right that is not as it was.
func (s *scribbler) mend() []string {
	for _, name := range slices.Sorted(maps.Keys(s.example)) {
		if text, err := os.ReadFile(s.path(name)); err != nil || string(text) != s.example[name] && s.IntN(2) == 0 {
			s.write(name, s.example[name])
			return []string{name}
		}
	}
	return []string{"content"}
}

// remake deletes a folder and makes it again, with what was in it.
func (s *scribbler) remake(folder string) []string {
	if _, err := os.Stat(s.path(folder)); err != nil {
		return []string{folder}
	}
	kept := treeOf(s.t, s.path(folder))
	s.do(os.RemoveAll(s.path(folder)))
	for name, text := range kept {
		s.write(folder+"/"+name, text)
	}
	return []string{folder}
}

// written are the files that people write; the site beside them is being made.
func (s *scribbler) written() map[string]string {
	files := map[string]string{}
	for _, folder := range []string{"content", "data"} {
		for name, text := range treeOf(s.t, s.path(folder)) {
			files[folder+"/"+name] = text
		}
	}
	return files
}

// checkout puts the whole tree back, as the checkout of a branch does.
func (s *scribbler) checkout() []string {
	var changed []string
	for name, text := range s.written() {
		if text == s.example[name] {
			continue
		}
		if _, mine := s.example[name]; !mine {
			s.do(os.Remove(s.path(name)))
		}
		changed = append(changed, name)
	}
	for name, text := range s.example {
		s.write(name, text)
	}
	return append(changed, "content", "data")
}

// newEditing begins to show the tree, with a browser on the page of an area.
func (s *scribbler) newEditing() *editing {
	e := newEditing(s.t, s.root, "/sub/")
	host := httptest.NewServer(e.server)
	browser, err := http.Get(host.URL + "/sub/_signpost/events?page=areas/northam/")
	s.do(err)
	s.t.Cleanup(func() { browser.Body.Close(); host.Close() })
	return e
}

// anew builds a tree as if nothing had been before.
func (s *scribbler) anew() (*builder, map[string]string) {
	b, err := newBuilder(s.root, filepath.Join(s.t.TempDir(), "public"), "http://localhost/sub/", dayOfTests)
	s.do(err)
	b.keepGoing = true
	_, _, err = b.build(context.Background())
	s.do(err)
	return b, treeOf(s.t, b.out)
}

// TestSettles: whatever is edited, the site settles to what a build makes of
// the tree, byte for byte; and the pages that stood before it till then are
// those of it.
func TestSettles(t *testing.T) {
	s := newScribbler(t, 1)
	e := s.newEditing()
	shown, settledPages := 0, 0
	for s.count < edits {
		var paths []string
		for _, name := range s.edit() {
			paths = append(paths, s.path(name))
		}
		e.edit(t.Context(), paths)
		if s.count%4 == 0 {
			shown += s.holdsNewer(e)
		}
		if s.count%20 == 0 {
			for _, name := range s.checkoutButOne() {
				paths = append(paths, s.path(name))
			}
			e.edit(t.Context(), paths)
			settledPages += s.holdsSettled(e)
		}
	}
	t.Logf("%d pages were held against those of a fresh reading, %d files against those of a build", shown, settledPages)
	if shown < edits/4 {
		t.Errorf("only %d pages were ever shown before the site had settled", shown)
	}
}

// checkoutButOne puts right what is broken, and edits one entry.
func (s *scribbler) checkoutButOne() []string {
	changed := s.checkout()
	return append(changed, s.change(s.pick("content/services/*/*.md"), "purpose: ", fmt.Sprintf("purpose: In year %d, ", s.count))...)
}

// holdsNewer holds the pages that stand before the folder against those that a
// fresh reading gives, if the tree can be read in full, and counts them.
func (s *scribbler) holdsNewer(e *editing) int {
	s.t.Helper()
	b, err := newBuilder(s.root, e.out, e.baseURL, dayOfTests)
	s.do(err)
	d, problems, err := b.read()
	s.do(err)
	if model.HasErrors(problems) {
		return 0
	}
	want, err := site.Some(s.t.Context(), d, b.siteOptions("", problems), e.fresh)
	s.do(err)
	for name, text := range want {
		if !bytes.Equal(text, e.newer[name]) {
			s.t.Errorf("after edit %d, %s is shown otherwise than a fresh reading has it:\n%s", s.count, name, firstDifference(string(text), string(e.newer[name])))
		}
	}
	return len(want)
}

// holdsSettled waits for the site to settle and holds it against a build, and
// counts its files.
func (s *scribbler) holdsSettled(e *editing) int {
	s.t.Helper()
	newer := maps.Clone(e.newer)
	<-e.settling.done
	s.do(e.settling.err)
	e.settled()
	got := treeOf(s.t, e.out)
	_, want := s.anew()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			s.t.Fatalf("after edit %d, the settled %s is not that of a build:\n%s", s.count, name, firstDifference(want[name], got[name]))
		}
	}
	if len(got) != len(want) {
		s.t.Fatalf("after edit %d, %d files; a build makes %d", s.count, len(got), len(want))
	}
	for name, text := range newer {
		if want[name] != string(text) {
			s.t.Errorf("after edit %d, %s was shown otherwise than it settled:\n%s", s.count, name, firstDifference(want[name], string(text)))
		}
	}
	return len(want)
}

// TestRest: an editing that ends while the site settles leaves a whole site.
func TestRest(t *testing.T) {
	s := newScribbler(t, 2)
	e := s.newEditing()
	ctx, cancel := context.WithCancel(t.Context())
	for range 3 {
		e.edit(ctx, []string{s.path(s.change(s.pick("content/services/*/*.md"), "purpose: ", "purpose: We ")[0])})
		time.Sleep(time.Duration(s.IntN(100)) * time.Millisecond)
	}
	cancel()
	e.rest()
	if err := wholePages(e.out); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(e.out + ".next*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
