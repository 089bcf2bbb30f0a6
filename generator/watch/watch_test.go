package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func start(t *testing.T, root string) <-chan []string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	changes, err := Folders(ctx, []string{root}, 30*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

// until reads changes until one of them names the path.
func until(t *testing.T, changes <-chan []string, path string) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	for {
		select {
		case got := <-changes:
			if slices.Contains(got, path) {
				return
			}
		case <-deadline:
			t.Fatalf("no change of %s was seen", path)
		}
	}
}

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(path), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFolders(t *testing.T) {
	root := t.TempDir()
	entry := filepath.Join(root, "services", "kent", "advice.md")
	write(t, entry)
	changes := start(t, root)

	write(t, entry)
	until(t, changes, entry)

	// An editor that saves by renaming a new file over the old one.
	write(t, filepath.Join(root, "services", "kent", "new.md"))
	if err := os.Rename(filepath.Join(root, "services", "kent", "new.md"), entry); err != nil {
		t.Fatal(err)
	}
	until(t, changes, entry)
	write(t, entry)
	until(t, changes, entry)

	// A folder that is deleted and made again.
	if err := os.RemoveAll(filepath.Dir(entry)); err != nil {
		t.Fatal(err)
	}
	until(t, changes, entry)
	if err := os.MkdirAll(filepath.Dir(entry), 0o755); err != nil {
		t.Fatal(err)
	}
	until(t, changes, filepath.Dir(entry))
	write(t, entry)
	until(t, changes, entry)
}

// A root that is moved away and comes back, as a checkout of another branch
// does, is watched again, with everything in it.
func TestRootThatComesBack(t *testing.T) {
	tree := t.TempDir()
	root := filepath.Join(tree, "content")
	entry := filepath.Join(root, "kent", "advice.md")
	write(t, entry)
	changes := start(t, root)
	if err := os.Rename(root, filepath.Join(tree, "away")); err != nil {
		t.Fatal(err)
	}
	until(t, changes, root)
	if err := os.Rename(filepath.Join(tree, "away"), root); err != nil {
		t.Fatal(err)
	}
	until(t, changes, root)
	write(t, entry)
	until(t, changes, entry)
	write(t, filepath.Join(tree, "elsewhere", "x.md")) // beside the root: nobody's business
	write(t, entry)
	for _, p := range <-changes {
		if p != entry {
			t.Errorf("a change of %s was sent", p)
		}
	}
}

func TestBurstIsOneChange(t *testing.T) {
	root := t.TempDir()
	changes := start(t, root)
	for n := range 500 {
		write(t, filepath.Join(root, fmt.Sprintf("%03d.md", n)))
	}
	seen := map[string]bool{}
	for batches := 0; len(seen) < 500; batches++ {
		if batches > 50 {
			t.Fatalf("500 files came in more than 50 batches")
		}
		for _, p := range <-changes {
			seen[p] = true
		}
	}
}

func TestIgnored(t *testing.T) {
	for path, want := range map[string]bool{"a/kent.md": false, "a/.kent.md.swp": true, "a/kent.md~": true, "a/#kent.md#": true, "a/4913": true} {
		if ignored(path) != want {
			t.Errorf("ignored(%q) = %t", path, !want)
		}
	}
}
