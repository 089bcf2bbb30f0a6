package site

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// TestIdentical: the same directory gives the same bytes, in whatever folder,
// zone and home the program runs.
func TestIdentical(t *testing.T) {
	d := whole(t)
	first := tree(t, write(t, d, Options{}))
	t.Setenv("TZ", "Pacific/Auckland")
	t.Setenv("HOME", t.TempDir())
	t.Setenv("GOMAXPROCS", "1")
	t.Setenv("HUGO_TITLE", "another")
	t.Setenv("HUGO_BASEURL", "https://another.example/")
	second := tree(t, write(t, d, Options{}))
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs", name)
		}
	}
	if len(first) != len(second) {
		t.Errorf("%d files, then %d", len(first), len(second))
	}
}

// TestThemeStaysClean: a build writes nothing beside what it was asked for.
func TestThemeStaysClean(t *testing.T) {
	site(t)
	entries, err := os.ReadDir(theme)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if slices.Contains([]string{"content", "resources", "cache", "public", ".hugo_build.lock", "hugo_stats.json"}, e.Name()) {
			t.Errorf("a build left %s in the theme", e.Name())
		}
	}
}

// TestPreview: what is not for the public says so, and search engines stay out.
func TestPreview(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	files := tree(t, write(t, d, Options{Preview: true}))
	for name, content := range files {
		if strings.HasSuffix(name, ".html") && !strings.Contains(content, "noindex") {
			t.Errorf("%s may be indexed", name)
		}
	}
	if !strings.Contains(files["areas/northam/index.html"], previewWords) || !strings.Contains(files["robots.txt"], "Disallow: /\n") {
		t.Error("a preview does not say that it is one")
	}
}

// TestProgress: counts up to the number of pages, and not beyond.
func TestProgress(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	last, total := 0, 0
	write(t, d, Options{Progress: func(done, all int) { last, total = done, all }})
	if want := len(Pages(d)); last != want || total != want {
		t.Errorf("%d of %d, want %d", last, total, want)
	}
}

// TestBrokenTheme: a mistake in a template is an error that names its place,
// soon, and not a build that waits for ever.
func TestBrokenTheme(t *testing.T) {
	copied := copyTheme(t)
	broken := filepath.Join(copied, "layouts", "area.html")
	if err := os.WriteFile(broken, []byte("{{ define \"main\" }}{{ .frame.heading.nothing.here }}{{ end }}"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := Write(context.Background(), whole(t), Options{Out: t.TempDir(), Theme: copied})
	if err == nil || !strings.Contains(err.Error(), "area.html:1") {
		t.Errorf("got %v", err)
	}
}

// copyTheme copies the theme, to be changed. Its scripts import those of the
// search beside it.
func copyTheme(t *testing.T) string {
	folder := t.TempDir()
	copied := filepath.Join(folder, "themes", "signpost")
	for to, from := range map[string]string{copied: theme, filepath.Join(folder, "search", "reader"): filepath.Join(theme, "..", "..", "search", "reader")} {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	return copied
}

// TestAddresses: a base address that is none, and a name that would leave the
// site's folder, are refused.
func TestAddresses(t *testing.T) {
	d, a := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	if err := Write(context.Background(), d, Options{Out: t.TempDir(), Theme: theme, BaseURL: "javascript:alert(1)"}); err == nil {
		t.Error("a base address that is none was taken")
	}
	a.Slug = "../../evil"
	out := t.TempDir()
	if err := Write(context.Background(), d, Options{Out: filepath.Join(out, "in"), Theme: theme}); err == nil {
		t.Error("a slug that leads out was taken")
	}
	if left, _ := filepath.Glob(filepath.Join(out, "*")); len(left) > 0 {
		t.Errorf("written: %v", left)
	}
}
