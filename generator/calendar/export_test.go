package calendar

import (
	"reflect"
	"strings"
	"testing"

	"signpost/generator/model"
)

// A page's rules answer as the table does from which they were made.
func TestExported(t *testing.T) {
	table := real(t)
	var ids []string
	for _, l := range table.Limits {
		ids = append(ids, l.ID)
	}
	text, err := table.Export(ids...)
	if err != nil {
		t.Fatal(err)
	}
	exported, err := Exported(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range vectors(t) {
		question, _, _ := strings.Cut(line, " -> ")
		_, want := table.vector(question)
		_, got := exported.vector(question)
		want.Limit, got.Limit = Limit{}, Limit{}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: %+v, want %+v", question, got, want)
		}
	}
}

// Rules that cannot be read count nothing.
func TestExportedBroken(t *testing.T) {
	for _, text := range []string{"", "[]", `{"holidays": ["tomorrow"]}`} {
		if table, err := Exported([]byte(text)); err == nil {
			t.Errorf("%s is read as %+v", text, table)
		}
	}
	var day model.Date
	if err := day.UnmarshalText([]byte("2026-11-03")); err != nil || day != date(2026, 11, 3) {
		t.Error(day, err)
	}
}
