package site

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"signpost/generator/model"
)

// parts writes what npm would, with the words that the program changes.
func parts(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	bundle := "a{src:url(" + fontHost + "source-sans-3:vf@5/latin.woff2)   format('woff2-variations');x:y}" +
		"b{src:url(" + fontHost + signFont + "vf@5/latin.woff2)  format('woff2-variations');z:1}"
	for name, text := range map[string]string{formBundle: bundle, formLicence: "MIT", formFont: "font", fontLicence: "OFL"} {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// The form comes with its licences and its settings, and asks no other host for
// fonts. The page before it leads there.
func TestForm(t *testing.T) {
	d := whole(t)
	v, err := newViews(d, Options{BaseURL: "https://signpost.example/sub/", Modules: parts(t)})
	if err != nil {
		t.Fatal(err)
	}
	out := afero.NewMemMapFs()
	if err := v.form(out); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"LICENSE.txt": "MIT", "symbols.LICENSE.txt": "OFL", "symbols.woff2": "font",
		"index.html": `href="/sub/admin/"`, "config.json": `"site_url": "https://signpost.example/sub/"`,
		"sveltia-cms.js": "a{src:local(sans-serif);x:y}b{src:url(symbols.woff2)  format('woff2-variations');z:1}"} {
		text, err := afero.ReadFile(out, model.FormAddress+name)
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v: %s", name, err, text)
		}
	}
	if form := v.admin(pageAt(t, d, model.AdminAddress)).Form; form == nil || form.Href != "/sub/admin/form/" {
		t.Errorf("the page leads to %v", form)
	}
}

// Without all of its parts there is no form, and the page says how to do
// without.
func TestNoForm(t *testing.T) {
	d := whole(t)
	broken := parts(t)
	if err := os.Remove(filepath.Join(broken, fontLicence)); err != nil {
		t.Fatal(err)
	}
	for _, modules := range []string{"", t.TempDir(), broken} {
		v, err := newViews(d, Options{BaseURL: "https://signpost.example/", Modules: modules})
		if err != nil {
			t.Fatal(err)
		}
		out := afero.NewMemMapFs()
		if err := v.form(out); err != nil {
			t.Fatal(err)
		}
		if there, _ := afero.Exists(out, model.FormAddress+"index.html"); there || v.admin(pageAt(t, d, model.AdminAddress)).Form != nil {
			t.Errorf("%q: there is a form", modules)
		}
	}
}

// The form signs in to GitHub where the files are there, and lets nobody change
// them without a second look.
func TestFormBackend(t *testing.T) {
	for repository, want := range map[string]string{
		"": "signpost/signpost  ", "https://git.example.org/a/b/blob/main/": "signpost/signpost  ",
		"https://github.com/northam/signpost/blob/main/": "northam/signpost main editorial_workflow",
		"https://github.com/northam/signpost.git":        "northam/signpost  editorial_workflow",
	} {
		d := whole(t)
		d.Settings.Repository = repository
		v, err := newViews(d, Options{BaseURL: "https://signpost.example/"})
		if err != nil {
			t.Fatal(err)
		}
		text, err := v.known().Form(d.Settings, "https://signpost.example/", "/icon.svg")
		if err != nil {
			t.Fatal(err)
		}
		var settings struct {
			Backend struct{ Repo, Branch string }
			Mode    string `json:"publish_mode"`
		}
		if err := json.Unmarshal(text, &settings); err != nil {
			t.Fatal(err)
		}
		if got := settings.Backend.Repo + " " + settings.Backend.Branch + " " + settings.Mode; got != want {
			t.Errorf("%q: %q, want %q", repository, got, want)
		}
	}
}

// pageAt is the page of an address.
func pageAt(t *testing.T, d *model.Directory, address string) model.Page {
	t.Helper()
	for _, p := range Pages(d) {
		if p.Address == address {
			return p
		}
	}
	t.Fatalf("no page at %s", address)
	return model.Page{}
}
