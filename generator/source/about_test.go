package source

import (
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// Each line of an entry is about the group that speaks there, whatever is
// wrong with it; of a table it is the column.
func TestGroupAt(t *testing.T) {
	const entry = "content/services/northam/x.md"
	tree := fstest.MapFS{entry: {Data: []byte(`---
name: X
kind: iass
channels:
  - type: phone
    value: 01632
    hours: always
  - type: email
    value: x
run_by: Y
cost: Free
checked:
  name: {on: 2026-01-01}
  phone: {on: never}
---

We help.
`)}, "content/services/northam/broken.md": {Data: []byte("---\nname: [\n---\n")}}
	for line, want := range []model.Group{"", "", "name", "", "", "phone", "phone", "phone", "email", "email", "delivery", "access", "", "name", "phone", "phone", "offer", "offer"} {
		if got := GroupAt(tree, model.Where{File: entry, Line: line}); got != want {
			t.Errorf("line %d is about %q; want %q", line, got, want)
		}
	}
	for at, want := range map[model.Where]model.Group{
		{File: "data/registers/iass.csv", Line: 3, Cell: "phone"}:   "phone",
		{File: "data/registers/iass.csv", Line: 3, Cell: "paid_by"}: "independence",
		{File: "data/registers/iass.csv", Line: 3}:                  "",
		{File: "content/services/northam/broken.md", Line: 2}:       "",
		{File: "content/services/northam/nothing.md", Line: 2}:      "",
		{File: "content/guides/start.md", Line: 2}:                  "",
	} {
		if got := GroupAt(tree, at); got != want {
			t.Errorf("%+v is about %q; want %q", at, got, want)
		}
	}
}
