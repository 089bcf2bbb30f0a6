package source

import (
	"os"
	"testing"

	"signpost/generator/model"
)

func TestUnusable(t *testing.T) {
	for _, test := range []struct {
		name string
		make func(t *testing.T, root string)
		want bool
	}{
		{"whole", func(*testing.T, string) {}, false},
		{"a broken entry", copyFile("data/site.yaml", "content/services/northam/northam-deaf-parents.md"), false},
		{"no settings", remove("data/site.yaml"), true},
		{"no areas", remove("data/areas"), true},
		{"no vocabulary", remove("data/vocabulary/kinds.csv"), true},
		{"lists that nobody describes", remove("data/registers.yaml"), true},
		{"no list where one is described", remove("data/registers/iass.csv"), true},
		{"a misspelt folder", folder("data/councls"), true},
		{"entries behind a link", link("/etc", "content/services"), true},
		{"a list that nobody describes", copyFile("data/registers/iass.csv", "data/registers/other.csv"), false},
		{"an entry of no area", folder("content/services/norham"), false},
		{"no guides", remove("content/guides"), false},
	} {
		dir := t.TempDir()
		if err := os.CopyFS(dir, exampleTree(t)); err != nil {
			t.Fatal(err)
		}
		test.make(t, dir)
		if _, problems := read(t, os.DirFS(dir)); Unusable(problems) != test.want {
			t.Errorf("%s: %v; want %v, of\n%s", test.name, !test.want, test.want, report(problems))
		}
	}
}

// A warning stops nothing, wherever it is.
func TestUnusableWarning(t *testing.T) {
	p := model.Problem{Rule: "x", Severity: model.Warning, Where: model.Where{File: settingsFile}}
	if Unusable([]model.Problem{p}) {
		t.Error("a warning makes a tree unusable")
	}
	if p.Severity = model.Error; !Unusable([]model.Problem{p}) {
		t.Error("an error of the settings does not")
	}
}
