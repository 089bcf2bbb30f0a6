package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/generator/model"
)

// A log is a writer whose text can be read while it grows.
type log struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// eventually waits until a condition holds; it says what it waited for.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("it never happened: %s", what)
}

var serving = regexp.MustCompile(`serving (http://\S+)`)

// startServe runs the verb serve on a copy of the example tree.
func startServe(t *testing.T) (root, base string, said *log) {
	t.Helper()
	root = t.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/example")); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	said = &log{}
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "--root", root, "--theme", "../themes/signpost", "--out", filepath.Join(root, "public"),
			"--as-at", dayOfTests, "--addr", "127.0.0.1:0", "--base-url", "https://signpost.example/sub/"}, said, io.Discard)
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("serve ended with %v", err)
		}
	})
	eventually(t, "serve prints an address", func() bool { return serving.MatchString(said.String()) })
	return root, serving.FindStringSubmatch(said.String())[1], said
}

func fetch(t *testing.T, address string) (int, string) {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(text)
}

// TestServe follows an editor: a change, a mistake, its mending, a file that
// is deleted, a file that is new.
func TestServe(t *testing.T) {
	root, base, said := startServe(t)
	entry := filepath.Join(root, "content/services/northam/northam-advice.md")
	page := base + "areas/northam/"
	text, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	shows := func(words string) func() bool {
		return func() bool { _, text := fetch(t, page); return strings.Contains(text, words) }
	}
	lacks := func(words string) func() bool { return func() bool { return !shows(words)() } }

	edited := strings.Replace(strings.Replace(string(text), "01632 960 123", "01632 960 177", 1), "phone: {on: 2026-11-03", "phone: {on: 2026-11-20", 1)
	if len(edited) != len(text) || !strings.Contains(edited, "960 177") || !strings.Contains(edited, "11-20") {
		t.Fatal("the example's number has changed; this test follows it")
	}
	save(t, entry, edited)
	eventually(t, "the new number on the page", shows("01632 960 177"))
	eventually(t, "the note names the pages that changed", shows(`/services/northam-advice/</a>`))
	eventually(t, "the terminal names the file that changed", func() bool { return strings.Contains(said.String(), "northam-advice.md") })

	save(t, entry, strings.Replace(edited, "01632 960 177", "01632 960 1", 1))
	eventually(t, "the Problem on the page, at its line", shows("northam-advice.md:"))
	if !shows(`data-about="northam-advice phone"><span class="signpost-problem" id="signpost-problem-1">`)() {
		t.Error("the Problem does not stand beside the number")
	}
	if !shows("01632 960 177")() {
		t.Error("a broken file emptied its page: its last clean words should stand")
	}
	save(t, entry, edited)
	eventually(t, "the Problem gone", lacks("northam-advice.md:"))

	if err := os.Remove(entry); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a deleted entry gone", lacks("01632 960 177"))
	save(t, filepath.Join(root, "content/services/northam/new.md"), "---\nname: New help\nkind: peer-group\n---\n")
	eventually(t, "a new entry on its own page", func() bool { status, _ := fetch(t, base+"services/new/"); return status == http.StatusOK })
}

// save writes a file as many editors do: a new one, renamed over the old.
func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name+".tmp~", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(name+".tmp~", name); err != nil {
		t.Fatal(err)
	}
}

// TestServeColdStart: serve shows the rest of a tree that holds a mistake.
func TestServeColdStart(t *testing.T) {
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/example")); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(root, "content/services/northam/broken.md"), "---\nname: Broken\nphnoe: 1\n---\n")
	b, err := newBuilder(root, filepath.Join(root, "public"), "", dayOfTests)
	if err != nil {
		t.Fatal(err)
	}
	b.keepGoing, b.reader.KeepLast = true, true
	d, problems, err := b.build(context.Background())
	if err != nil || d.Area("northam") == nil || len(model.Errors(problems)) == 0 {
		t.Fatalf("%v, %v", err, problems)
	}
	if _, err := os.Stat(filepath.Join(root, "public/areas/northam/index.html")); err != nil {
		t.Error(err)
	}
}

// TestListenTakenPort: a taken port gives way to a free one.
func TestListenTakenPort(t *testing.T) {
	first, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if fmt.Sprint(first.Addr()) == fmt.Sprint(second.Addr()) {
		t.Error("one port twice")
	}
}
