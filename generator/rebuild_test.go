package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestReaderDuringRebuilds: whoever reads the published folder during fifty
// builds always finds every page, whole.
func TestReaderDuringRebuilds(t *testing.T) {
	b := exampleBuilder(t)
	if _, _, err := b.build(context.Background()); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	seen := make(chan error, 1)
	go func() { seen <- readPages(b.out, done) }()
	for range 50 {
		if _, _, err := b.build(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	close(done)
	if err := <-seen; err != nil {
		t.Error(err)
	}
}

func exampleBuilder(t *testing.T) *builder {
	t.Helper()
	b, err := newBuilder("testdata/example", filepath.Join(t.TempDir(), "public"), "", dayOfTests)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// readPages reads some pages again and again until done.
func readPages(out string, done chan struct{}) error {
	for n := 0; ; n++ {
		select {
		case <-done:
			if n == 0 {
				return errors.New("nothing was read")
			}
			return nil
		default:
		}
		if err := wholePages(out); err != nil {
			return err
		}
	}
}

func wholePages(out string) error {
	for _, name := range []string{"index.html", "areas/northam/index.html", "coverage/coverage.csv", "404.html"} {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			return err
		}
		if strings.HasSuffix(name, ".html") && !strings.Contains(string(text), "</html>") {
			return fmt.Errorf("%s is cut short after %d bytes", name, len(text))
		}
	}
	return nil
}

// TestKilledBuilds: a build that is killed at any moment leaves the site of
// before, and the next build works.
func TestKilledBuilds(t *testing.T) {
	b := exampleBuilder(t)
	if _, _, err := b.build(context.Background()); err != nil {
		t.Fatal(err)
	}
	for n := range 8 {
		c := exec.Command("signpost", "build", "--root", b.root, "--theme", b.theme, "--out", b.out, "--as-at", dayOfTests)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(n*40) * time.Millisecond)
		_ = c.Process.Kill() // it may have ended by itself
		_ = c.Wait()
		if err := wholePages(b.out); err != nil {
			t.Fatalf("after a kill: %v", err)
		}
	}
	if _, _, err := b.build(context.Background()); err != nil {
		t.Fatalf("the build after the kills: %v", err)
	}
	if left, _ := filepath.Glob(b.out + ".next*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
