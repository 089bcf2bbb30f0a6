package source

import (
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// A Reader that keeps the last clean records answers a broken file with what
// it said before; one that forgets leaves it out.
func TestKeepLast(t *testing.T) {
	tree := exampleTree(t)
	whole, _ := read(t, tree)
	broken := with(tree, "content/services/northam/northam-advice.md", "---\nname: Half")
	broken = with(broken, iassFile, string(tree[iassFile].Data)+"x,northam\n")
	broken = with(broken, "data/councils/easthaven/council.yaml", "first_contact: {all: ")
	keep, forget := Reader{KeepLast: true}, Reader{}
	for _, step := range []struct {
		name     string
		tree     fstest.MapFS
		problems bool
		kept     []string
	}{
		{"whole", tree, false, names(whole)},
		{"broken", broken, true, names(whole)},
		{"still broken", broken, true, names(whole)},
		{"mended, under another name", with(tree, "content/services/northam/northam-advice.md", helpText+"more"), true, nil},
		{"whole again", tree, false, names(whole)},
	} {
		reading, problems, err := keep.Read(step.tree)
		if err != nil {
			t.Fatal(err)
		}
		if model.HasErrors(problems) != step.problems && step.kept != nil {
			t.Errorf("%s: %v", step.name, problems)
		}
		if step.kept != nil && (!slices.Equal(names(reading), step.kept) || !reflect.DeepEqual(reading.Councils, whole.Councils)) {
			t.Errorf("%s: kept %q and %v", step.name, names(reading), reading.Councils)
		}
	}
	reading, _, err := forget.Read(broken)
	if err != nil {
		t.Fatal(err)
	}
	if len(reading.Records) != len(whole.Records)-2 || len(reading.Councils) != len(whole.Councils)-1 {
		t.Errorf("without KeepLast %d records are left of %d", len(reading.Records), len(whole.Records))
	}
}

// A deleted file is gone, not broken; a file that was never whole is left out.
func TestKeepLastDeleted(t *testing.T) {
	const file = "content/services/northam/northam-deaf-parents.md"
	has := func(reading *model.Reading) bool {
		return slices.ContainsFunc(reading.Records, func(r *model.Record) bool { return r.Where.File == file })
	}
	r := Reader{KeepLast: true}
	tree := exampleTree(t)
	cold := with(tree, file, "---\nname: Half")
	without := with(tree, file, "")
	delete(without, file)
	for _, step := range []struct {
		name string
		tree fstest.MapFS
		want bool
	}{{"broken from the start", cold, false}, {"whole", tree, true}, {"broken", cold, true}, {"deleted", without, false}, {"back, but broken", cold, false}} {
		reading, _, err := r.Read(step.tree)
		if err != nil {
			t.Fatal(err)
		}
		if has(reading) != step.want {
			t.Errorf("%s: the entry is there: %v; want %v", step.name, has(reading), step.want)
		}
	}
}
