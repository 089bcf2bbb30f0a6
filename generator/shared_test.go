package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"signpost/generator/model"
)

// dayOfTests is the date by which the tests judge the real directory.
const dayOfTests = "2026-11-21"

// A builtSite is a site that several tests read, built once.
type builtSite struct {
	once      sync.Once
	root, day string
	baseURL   string
	out       string
	directory *model.Directory
	problems  []model.Problem
	err       error
}

var (
	realSite    = &builtSite{root: "..", day: dayOfTests, baseURL: "https://signpost.example/"}
	nextSite    = &builtSite{root: "..", day: "2027-04-02", baseURL: "https://signpost.example/"}
	exampleSite = &builtSite{root: "testdata/example", day: dayOfTests, baseURL: "https://signpost.example/sub/"}
)

var shared struct {
	sync.Mutex
	folders []string
	closers []func()
}

// closeShared removes what the tests of this package shared.
func closeShared() {
	shared.Lock()
	defer shared.Unlock()
	for _, c := range shared.closers {
		c()
	}
	for _, f := range shared.folders {
		os.RemoveAll(f)
	}
}

// build returns the site, built on first use.
func (b *builtSite) build(t testing.TB) *builtSite {
	t.Helper()
	b.once.Do(func() { b.err = b.make() })
	if b.err != nil {
		t.Fatal(b.err)
	}
	return b
}

func (b *builtSite) make() error {
	folder, err := os.MkdirTemp("", "signpost-test-")
	if err != nil {
		return err
	}
	shared.Lock()
	shared.folders = append(shared.folders, folder)
	shared.Unlock()
	b.out = filepath.Join(folder, "public")
	line, err := newBuilder(b.root, b.out, b.baseURL, b.day)
	if err != nil {
		return err
	}
	b.directory, b.problems, err = line.build(context.Background())
	if err == nil && model.HasErrors(b.problems) {
		err = fmt.Errorf("%s: %v", b.root, model.Errors(b.problems))
	}
	return err
}

func newBuilder(root, out, baseURL, day string) (*builder, error) {
	asAt, err := model.ParseDate(day)
	return &builder{options: options{root: root, out: out, theme: "../themes/signpost", baseURL: baseURL, asAt: asAt}}, err
}

// golden compares a text with a file, or writes the file with UPDATE=1.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(got)) {
		t.Errorf("%s differs; UPDATE=1 go test ./generator rewrites it, then read the difference\n%s", file, firstDifference(string(want), got))
	}
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(want, got string) string {
	w, g := bytes.Split([]byte(want), []byte("\n")), bytes.Split([]byte(got), []byte("\n"))
	for i := range min(len(w), len(g)) {
		if !bytes.Equal(w[i], g[i]) {
			return fmt.Sprintf("line %d:\n want %s\n  got %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("want %d lines, got %d", len(w), len(g))
}
