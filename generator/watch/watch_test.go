package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
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

// all gathers changes until every path was named, and returns the rest of what
// was named with them.
func all(t *testing.T, changes <-chan []string, paths []string) (others []string) {
	t.Helper()
	missing := map[string]bool{}
	for _, p := range paths {
		missing[p] = true
	}
	deadline := time.After(60 * time.Second)
	for len(missing) > 0 {
		select {
		case got := <-changes:
			for _, p := range got {
				if !missing[p] && !slices.Contains(paths, p) {
					others = append(others, p)
				}
				delete(missing, p)
			}
		case <-deadline:
			t.Fatalf("no change of %d paths was seen, such as %s", len(missing), slices.Sorted(maps.Keys(missing))[0])
		}
	}
	return others
}

func do(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// Editors save in many ways: each is a change of the file, and of no other.
func TestEditorsThatRename(t *testing.T) {
	root := t.TempDir()
	entry := filepath.Join(root, "kent", "advice.md")
	write(t, entry)
	changes := start(t, root)
	for name, save := range map[string]func(){
		"vim": func() { // tries whether it may write here, keeps the old file, writes a new one
			write(t, filepath.Join(root, "kent", "4913"))
			do(t, os.Remove(filepath.Join(root, "kent", "4913")), os.Rename(entry, entry+"~"))
			write(t, entry)
			do(t, os.Chmod(entry, 0o644), os.Remove(entry+"~"))
		},
		"VS Code, and GNOME": func() {
			write(t, filepath.Join(root, "kent", ".advice.md.tmp"))
			do(t, os.Rename(filepath.Join(root, "kent", ".advice.md.tmp"), entry))
		},
		"Emacs": func() {
			do(t, os.Symlink("somebody@host", filepath.Join(root, "kent", ".#advice.md")))
			write(t, filepath.Join(root, "kent", "#advice.md#"))
			write(t, entry)
			do(t, os.Remove(filepath.Join(root, "kent", "#advice.md#")), os.Remove(filepath.Join(root, "kent", ".#advice.md")))
		},
		"in place": func() { write(t, entry) },
	} {
		save()
		if others := all(t, changes, []string{entry}); len(others) > 0 {
			t.Errorf("%s: %q are said to have changed, too", name, others)
		}
	}
}

// A change of rights or of times is none.
func TestRightsAlone(t *testing.T) {
	root := t.TempDir()
	still, entry := filepath.Join(root, "still.md"), filepath.Join(root, "advice.md")
	write(t, still)
	write(t, entry)
	changes := start(t, root)
	do(t, os.Chmod(still, 0o600), os.Chtimes(still, time.Now(), time.Now()))
	write(t, entry)
	if others := all(t, changes, []string{entry}); len(others) > 0 {
		t.Errorf("%q are said to have changed", others)
	}
}

// The checkout of another branch takes hundreds of files away, brings others,
// and makes folders anew.
func TestCheckout(t *testing.T) {
	root := filepath.Join(t.TempDir(), "content")
	branch := func(name string) []string {
		var files []string
		for n := range 300 {
			files = append(files, filepath.Join(root, "services", fmt.Sprint("area-", n%20), fmt.Sprintf("%s-%03d.md", name, n)))
		}
		return files
	}
	for _, f := range branch("main") {
		write(t, f)
	}
	changes := start(t, root)
	for range 3 {
		do(t, os.RemoveAll(root)) // git removes folders that are empty
		for _, f := range branch("other") {
			write(t, f)
		}
		until(t, changes, root)
		after := branch("other")[7]
		write(t, after) // whatever was missed while the folders were new, nothing is from now on
		until(t, changes, after)
		do(t, os.RemoveAll(filepath.Join(root, "services", "area-3")))
		for _, f := range branch("main") {
			write(t, f)
		}
		until(t, changes, branch("main")[299])
	}
}

// Thousands of files in hundreds of folders are all watched.
func TestThousandsOfFiles(t *testing.T) {
	root := t.TempDir()
	var files []string
	for n := range 4000 {
		files = append(files, filepath.Join(root, fmt.Sprint("area-", n%200), fmt.Sprintf("%04d.md", n)))
		write(t, files[n])
	}
	changes := start(t, root)
	for _, f := range files {
		write(t, f)
	}
	if others := all(t, changes, files); len(others) > 0 {
		t.Errorf("%q are said to have changed, too", others[:1])
	}
}

// Whoever is slow to receive hears of everything later.
func TestSlowReceiver(t *testing.T) {
	root := t.TempDir()
	changes := start(t, root)
	var files []string
	for n := range 5 {
		files = append(files, filepath.Join(root, fmt.Sprint(n, ".md")))
		write(t, files[n])
		time.Sleep(50 * time.Millisecond) // longer than quiet
	}
	if got := <-changes; !slices.Equal(got, files) {
		t.Errorf("%q; want all five at once", got)
	}
}

// A link is named when it comes; what it leads to is not watched.
func TestLinks(t *testing.T) {
	root, elsewhere := t.TempDir(), t.TempDir()
	link := filepath.Join(root, "link")
	changes := start(t, root)
	do(t, os.Symlink(elsewhere, link))
	until(t, changes, link)
	write(t, filepath.Join(elsewhere, "secret.md"))
	entry := filepath.Join(root, "advice.md")
	write(t, entry)
	if others := all(t, changes, []string{entry}); len(others) > 0 {
		t.Errorf("%q are said to have changed", others)
	}
}

// Where the system watches no more, it is said in words what to do.
func TestExplain(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{{syscall.ENOSPC, "sudo sysctl fs.inotify.max_user_watches="}, {fmt.Errorf("x: %w", syscall.EMFILE), "sudo sysctl fs.inotify.max_user_instances="}} {
		if err := explain(test.err); !errors.Is(err, test.err) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v is explained as %v", test.err, err)
		}
	}
	if err := explain(fs.ErrPermission); err != fs.ErrPermission {
		t.Errorf("another error became %v", err)
	}
}

func TestIgnored(t *testing.T) {
	for path, want := range map[string]bool{"a/kent.md": false, "a/.kent.md.swp": true, "a/kent.md~": true, "a/#kent.md#": true, "a/4913": true} {
		if ignored(path) != want {
			t.Errorf("ignored(%q) = %t", path, !want)
		}
	}
}
