package main

import (
	"io/fs"
	"maps"
	"testing"
	"testing/fstest"
)

// An overlay is walked and read as if its files had been written.
func TestOverlay(t *testing.T) {
	base := fstest.MapFS{"content/a.md": {Data: []byte("a")}, "content/b/c.md": {Data: []byte("c")}}
	o := overlay{base, map[string][]byte{"content/a.md": []byte("other"), "content/new/d.md": []byte("d"), "data/e.csv": nil}}
	found := map[string]string{}
	err := fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(o, name)
		found[name] = string(text)
		if info, statErr := fs.Lstat(o, name); statErr != nil || info.Size() != int64(len(text)) {
			t.Errorf("%s: %v, %v", name, info, statErr)
		}
		return err
	})
	want := map[string]string{"content/a.md": "other", "content/b/c.md": "c", "content/new/d.md": "d", "data/e.csv": ""}
	if err != nil || !maps.Equal(found, want) {
		t.Errorf("%v: %v; want %v", err, found, want)
	}
}
