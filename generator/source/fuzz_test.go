package source

import (
	"bytes"
	"maps"
	"path"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// A bench reads one file alone, in a tree whose areas and vocabulary were read
// before.
type bench struct{ before *tree }

func newBench(t testing.TB) bench {
	b := &tree{fs: exampleTree(t), reading: &model.Reading{Vocabulary: model.Vocabulary{}}, slugs: map[string]bool{}}
	for _, read := range []func() error{b.readVocabularies, b.readAreas} {
		if err := read(); err != nil || len(b.problems) > 0 {
			t.Fatal(err, b.problems)
		}
	}
	return bench{b}
}

// read runs one step of the reading on the files of a small tree.
func (b bench) read(t testing.TB, files fstest.MapFS, step func(*tree) error) *tree {
	t.Helper()
	now := &tree{fs: files, ids: map[string]bool{}, slugs: maps.Clone(b.before.slugs),
		reading: &model.Reading{Vocabulary: maps.Clone(b.before.reading.Vocabulary), Authorities: b.before.reading.Authorities}}
	if err := step(now); err != nil {
		t.Fatal(err)
	}
	now.checkServices()
	now.problems = model.SortProblems(now.problems)
	return now
}

// seed adds the files of the pairs with an ending, and the odd ones.
func seed(f *testing.F, ext string) {
	_, all := pairs(f)
	for _, p := range all {
		if path.Ext(p.file) == ext {
			f.Add([]byte(p.faulty))
			f.Add([]byte(p.fine))
		}
	}
	for _, odd := range oddFiles {
		if path.Ext(odd.file) == ext && len(odd.text) < 1<<12 {
			f.Add([]byte(odd.text))
		}
	}
}

// linesOf checks that every Problem of the file points at a line of it, names
// its rule, and says something.
func linesOf(t *testing.T, file string, text []byte, problems []model.Problem) {
	t.Helper()
	lines := 1 + bytes.Count(text, []byte("\n"))
	for _, p := range in(file, problems) {
		if p.Where.Line < 0 || p.Where.Line > lines {
			t.Errorf("%v: the file has %d lines", p, lines)
		}
		if p.Rule == "" || p.Sentence == "" {
			t.Errorf("%+v says too little", p)
		}
	}
}

// Whatever an entry holds: nothing panics, every Problem's line lies in the
// file, an entry without an error becomes a record, and what Confirm makes of
// it is still free of Problems.
func FuzzEntry(f *testing.F) {
	seed(f, ".md")
	b := newBench(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		got := b.read(t, fstest.MapFS{helpFile: {Data: text}}, (*tree).readEntries)
		linesOf(t, helpFile, text, got.problems)
		if whole := !model.HasErrors(got.problems); whole != (len(got.reading.Records) == 1) {
			t.Fatalf("%d problems, %d records", len(got.problems), len(got.reading.Records))
		}
		for _, g := range model.Groups {
			stamped, err := Confirm(text, helpFile, g, today)
			if err != nil || len(got.problems) > 0 {
				continue
			}
			again := b.read(t, fstest.MapFS{helpFile: {Data: stamped}}, (*tree).readEntries)
			if len(again.problems) > 0 || again.reading.Records[0].Checked[g] != today {
				t.Fatalf("confirming %s of %q makes %q: %v", g, text, stamped, again.problems)
			}
		}
	})
}

// Whatever a table holds: nothing panics, and every Problem's line lies in the
// file. The same text is read as a list, as a council's services and as the
// list of areas.
func FuzzTable(f *testing.F) {
	seed(f, ".csv")
	b := newBench(f)
	const services = "data/councils/northam/services.csv"
	describe := "registers: [{file: iass.csv, name: N, kind: iass, columns: {" + strings.Join(registerColumns(), ", ") + "}}]"
	f.Fuzz(func(t *testing.T, text []byte) {
		list := fstest.MapFS{iassFile: {Data: text}, registersFile: {Data: []byte(describe)}}
		linesOf(t, iassFile, text, b.read(t, list, (*tree).readRegisters).problems)
		linesOf(t, services, text, b.read(t, fstest.MapFS{services: {Data: text}}, (*tree).readCouncils).problems)
		areas := bench{&tree{slugs: map[string]bool{}, reading: &model.Reading{}}}
		linesOf(t, authoritiesFile, text, areas.read(t, fstest.MapFS{authoritiesFile: {Data: text}}, (*tree).readAreas).problems)
	})
}

func registerColumns() []string {
	columns := []string{"id: id"}
	for _, f := range model.Fields {
		columns = append(columns, f.Name+": "+f.Name)
	}
	return columns
}

// The same for the YAML files, which people write by hand.
func FuzzYAML(f *testing.F) {
	seed(f, ".yaml")
	b := newBench(f)
	const council = "data/councils/northam/council.yaml"
	f.Fuzz(func(t *testing.T, text []byte) {
		for file, step := range map[string]func(*tree) error{council: (*tree).readCouncils, registersFile: (*tree).readRegisters, settingsFile: (*tree).readSettings} {
			linesOf(t, file, text, b.read(t, fstest.MapFS{file: {Data: text}}, step).problems)
		}
	})
}

// Whatever a file holds: what Format refuses stays as it is; the rest says the
// same as before, has lost no comment, and is its own form.
func FuzzFormat(f *testing.F) {
	seed(f, ".md")
	seed(f, ".yaml")
	f.Add([]byte("---\n# a\nname: 'N' # b\n# c\n\nkind: >-\n  iass\nchannels: # d\n- {type: phone, # e\n   value: 999}\n# f\n---\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, file := range []string{helpFile, "content/guides/start.md", "data/councils/northam/council.yaml"} {
			got, problems := Format(text, file)
			if len(problems) > 0 {
				if !bytes.Equal(got, text) {
					t.Fatalf("%v, and %q becomes %q", problems, text, got)
				}
				continue
			}
			if again, problems := Format(got, file); len(problems) > 0 || !bytes.Equal(again, got) {
				t.Fatalf("%v: the form of %q is %q", problems, got, again)
			}
			if before, after := entryAlone(text, file), entryAlone(got, file); before != nil && !reflect.DeepEqual(said(before), said(after)) {
				t.Fatalf("%q says something else than %q", got, text)
			}
			before, _ := (&tree{}).layOut(text, file)
			after, _ := (&tree{}).layOut(got, file)
			if len(after.comments) != len(before.comments) && before.root != nil {
				t.Fatalf("%d comments of %q are %d in %q", len(before.comments), text, len(after.comments), got)
			}
		}
	})
}
