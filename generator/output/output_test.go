package output

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func publish(t *testing.T, path, text string) {
	t.Helper()
	f, err := Prepare(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, name := range []string{"a.html", "b.html"} {
		if err := os.WriteFile(filepath.Join(f.Next(), name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Exchange(); err != nil {
		t.Fatal(err)
	}
}

// A reader that looks again and again while fifty builds replace the folder
// always finds it, whole.
func TestReaderNeverSeesHalf(t *testing.T) {
	path := filepath.Join(t.TempDir(), "public")
	publish(t, path, "0")
	stop, seen := make(chan struct{}), make(chan error)
	go func() { seen <- readUntil(path, stop) }()
	for n := range 50 {
		publish(t, path, fmt.Sprint(n))
	}
	close(stop)
	if err := <-seen; err != nil {
		t.Error(err)
	}
}

func readUntil(path string, stop chan struct{}) error {
	for {
		select {
		case <-stop:
			return nil
		default:
		}
		dir, err := os.Open(path) // one version, whatever happens to the name
		if err != nil {
			return err
		}
		names, err := dir.Readdirnames(-1)
		dir.Close()
		// A folder that was replaced while it was open may be swept already.
		if err == nil && len(names) != 3 && len(names) != 0 && stillThere(path, names) {
			return fmt.Errorf("a half folder: %v", names)
		}
		if _, err := os.Stat(filepath.Join(path, "a.html")); err != nil {
			return err
		}
	}
}

// stillThere reports whether the names are those that the path shows now: if
// not, they were read from a version that is being swept away.
func stillThere(path string, names []string) bool {
	now, err := os.ReadDir(path)
	return err == nil && len(now) == len(names)
}

func TestPrepareRefusesForeignFolder(t *testing.T) {
	path := t.TempDir()
	os.WriteFile(filepath.Join(path, "thesis.doc"), []byte("x"), 0o644)
	if _, err := Prepare(path); !errors.Is(err, ErrForeign) {
		t.Errorf("Prepare of somebody's folder: %v; want ErrForeign", err)
	}
	if _, err := os.Stat(filepath.Join(path, "thesis.doc")); err != nil {
		t.Error("the folder was touched")
	}
}

func TestPrepareTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "public")
	f, err := Prepare(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Prepare(path); !errors.Is(err, ErrBusy) {
		t.Errorf("a second build in the same place: %v; want ErrBusy", err)
	}
	f.Close()
	g, err := Prepare(path)
	if err != nil {
		t.Fatalf("after the first build ended: %v", err)
	}
	g.Close()
}

// A build that was killed leaves its half folder beside the published one,
// and the next build sweeps it.
func TestKilledBuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "public")
	publish(t, path, "whole")
	if err := startFolder(path + ".next"); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(path+".next/half.html", nil, 0o644)
	publish(t, path, "again")
	if _, err := os.Stat(filepath.Join(path, "half.html")); err == nil {
		t.Error("the half page was published")
	}
}

// TestOthersFolders: nothing beside the published folder is touched that is
// not ours, and a refusal leaves nothing behind.
func TestOthersFolders(t *testing.T) {
	for _, beside := range []string{"public", "public.index", "public.next", "public.index.next"} {
		folder := t.TempDir()
		theirs := filepath.Join(folder, beside)
		if err := os.MkdirAll(theirs, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(theirs, "precious"), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Prepare(filepath.Join(folder, "public")); !errors.Is(err, ErrForeign) {
			t.Errorf("somebody's %s: %v; want ErrForeign", beside, err)
		}
		if _, err := os.Stat(filepath.Join(theirs, "precious")); err != nil {
			t.Errorf("somebody's %s was touched", beside)
		}
		if left, _ := os.ReadDir(folder); len(left) != 1 {
			t.Errorf("the refusal left %v", left)
		}
	}
}

// TestPrepareRefusesLink: the target of a link would not be what is exchanged.
func TestPrepareRefusesLink(t *testing.T) {
	folder := t.TempDir()
	if err := os.Symlink(t.TempDir(), filepath.Join(folder, "public")); err != nil {
		t.Fatal(err)
	}
	if _, err := Prepare(filepath.Join(folder, "public")); !errors.Is(err, ErrForeign) {
		t.Errorf("a link: %v; want ErrForeign", err)
	}
}
