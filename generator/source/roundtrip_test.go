package source

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// formats are the ways to send tables: each gives back what came out of the
// file.
var formats = map[string]func(t testing.TB, tables []sheet.Table) []sheet.Table{
	"csv": func(t testing.TB, tables []sheet.Table) []sheet.Table {
		var all []sheet.Table
		for _, table := range tables {
			data, err := sheet.CSV(table)
			all = append(all, opened(t, table.Name+".csv", data, err)...)
		}
		return all
	},
	"xlsx": func(t testing.TB, tables []sheet.Table) []sheet.Table {
		data, err := sheet.XLSX(tables)
		return opened(t, "export.xlsx", data, err)
	},
}

func opened(t testing.TB, name string, data []byte, err error) []sheet.Table {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	book, faults, err := sheet.Open(name, bytes.NewReader(data), IsHeading(nil))
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	return book.Tables
}

// parcelOf is a parcel of tables.
func parcelOf(tables []sheet.Table) Parcel {
	p := Parcel{As: AsEntries}
	for _, table := range tables {
		p.Parts = append(p.Parts, Part{File: table.Name, Table: table})
	}
	return p
}

// unchanged fails if what was exported and sent back says anything else.
func unchanged(t testing.TB, known *model.Reading, tables []sheet.Table, want int) {
	t.Helper()
	said, problems := Tables(known, parcelOf(tables))
	if len(problems) > 0 {
		t.Fatal(report(problems))
	}
	for _, s := range said {
		if s.Was == nil || s.Differs() || len(s.Changed) > 0 || len(s.Confirmed) > 0 {
			t.Fatalf("%s %s came back another:\nwas %+v\nis  %+v", s.As, s.Record.ID, s.Was, s.Is)
		}
	}
	if len(said) != want {
		t.Fatalf("%d records came back of %d", len(said), want)
	}
}

// TestExportAndBack: what is exported and imported again changes nothing, in
// either format, of the example and of whatever else can be told.
func TestExportAndBack(t *testing.T) {
	example := exampleReading(t)
	for name, send := range formats {
		for _, seen := range []bool{false, true} {
			tables := ExportTables(example, "", seen)
			unchanged(t, example, send(t, tables), len(exported(example, "", false)))
		}
		for _, area := range []string{"northam", "thornbeck"} {
			unchanged(t, example, send(t, ExportTables(example, area, false)), len(exported(example, area, false)))
		}
		rounds := 60
		if name == "xlsx" {
			rounds = 20
		}
		for seed := range rounds {
			known := randomReading(t, uint64(seed))
			unchanged(t, known, send(t, ExportTables(known, "", false)), len(known.Records))
		}
	}
}

// randomReading is a reading of entries and of a council's rows that could be
// anything.
func randomReading(t testing.TB, seed uint64) *model.Reading {
	t.Helper()
	example := exampleReading(t)
	m := newMaker(bench{before: &tree{reading: example}}, seed)
	known := &model.Reading{Authorities: example.Authorities, Vocabulary: example.Vocabulary}
	council := &model.Source{ID: "councils/northam", Rank: model.Council}
	for n := range 8 {
		r := m.record()
		r.ID, r.Was = fmt.Sprintf("help-%d", n), nil
		r.Source, r.Where.File = &entrySource, path.Join(servicesFolder, "northam", r.ID+".md")
		if n%2 == 1 {
			r.Source, r.Where.File = council, councilsFolder+"/northam/services.csv"
			r.Media = nil // a table has no room for it
			checks := []model.Checked{{On: m.day(), By: "officer, Northam", How: "email"}, {On: m.day(), By: "chair: north", How: "phone"}}
			for _, g := range model.Groups {
				r.Checked[g] = checks[m.IntN(2)]
			}
		}
		known.Records = append(known.Records, r)
	}
	known.Records[0].ID = "help"
	known.Records[0].Where.File = path.Join(servicesFolder, "northam", "help.md")
	known.Records[2].Was = []string{"old-help", "older-help"}
	return known
}

// TestCouncilTables: what is written of a council is read back.
func TestCouncilTables(t *testing.T) {
	example := exampleTree(t)
	for seed := range uint64(60) {
		known := randomReading(t, seed)
		var records []*model.Record
		for _, r := range known.Records {
			if r.Source.Rank == model.Council {
				r.Offer.AskInstead, r.Status.ReplacedBy, r.Was = nil, "", nil
				records = append(records, r)
			}
		}
		services, channels, err := CouncilTables("northam", records)
		if err != nil {
			t.Fatal(err)
		}
		tree := with(example, "data/councils/northam/services.csv", string(services))
		delete(tree, "data/councils/northam/council.yaml")
		delete(tree, "data/councils/northam/channels.csv")
		if channels != nil {
			tree = with(tree, "data/councils/northam/channels.csv", string(channels))
		}
		reading, problems := read(t, tree)
		for _, p := range model.Errors(problems) {
			if p.Where.File == "data/councils/northam/services.csv" || p.Where.File == "data/councils/northam/channels.csv" {
				t.Fatalf("seed %d: %v\n%s\n%s", seed, p, services, channels)
			}
		}
		for _, r := range records {
			i := slices.IndexFunc(reading.Records, func(x *model.Record) bool { return x.ID == r.ID && x.Source.ID == "councils/northam" })
			if i < 0 {
				t.Fatalf("seed %d: %s is gone\n%s", seed, r.ID, services)
			}
			sameTold(t, seed, r, reading.Records[i])
		}
	}
}

// sameTold fails if two records say different things, or on another's word.
func sameTold(t *testing.T, seed uint64, was, is *model.Record) {
	t.Helper()
	for _, g := range model.Groups {
		if !sameValue(g, was, is) || !was.Value(g).Blank() && was.Checked[g] != is.Checked[g] {
			t.Fatalf("seed %d: %s %s was %q (%s), is %q (%s)", seed, was.ID, g, was.Value(g), CheckText(was.Checked[g]), is.Value(g), CheckText(is.Checked[g]))
		}
	}
	if was.Kind != is.Kind || !slices.Equal(was.Areas, is.Areas) || was.Offer.Description != is.Offer.Description {
		t.Fatalf("seed %d: %+v came back as %+v", seed, was, is)
	}
}

// TestDescribeRegister: the description of a list is written in its place, and
// no other line changes.
func TestDescribeRegister(t *testing.T) {
	l := List{Source: "play", Kind: "local-offer", Name: "Play: a list", Licence: "OGL", Read: model.Date{Year: 2026, Month: 11}, Columns: []string{"id", "name"}}
	const own = "  - file: play.csv\n    kind: local-offer\n    name: \"Play: a list\"\n    rank: 1\n    licence: OGL\n    read: 2026-11\n    columns:\n      id: id\n      name: name\n"
	for before, want := range map[string]string{
		"":                     "registers:\n" + own,
		"# mine\n":             "# mine\nregisters:\n" + own,
		"registers:\n":         "",
		"registers: []\n":      "",
		"registers:\n" + own:   "registers:\n" + own,
		"a: b\n":               "",
		"registers: [a\n":      "",
		"registers:\n  - x: y": "registers:\n  - x: y\n" + own,
		"registers:\n# one\n  - file: a.csv\n  - file: play.csv # old\n    name: Old\n    what: Some.\n  - file: b.csv\n": "registers:\n# one\n  - file: a.csv\n" +
			"  - file: play.csv\n    kind: local-offer\n    name: \"Play: a list\"\n    rank: 1\n    licence: OGL\n    what: Some.\n    read: 2026-11\n    columns:\n      id: id\n      name: name\n  - file: b.csv\n",
	} {
		got, err := DescribeRegister([]byte(before), l)
		if string(got) != want || (err != nil) != (want == "") {
			t.Errorf("%q became\n%s (%v), want\n%s", before, got, err, want)
		}
	}
}

// TestImports: what is remembered of a source is read back, whatever its
// headings are.
func TestImports(t *testing.T) {
	all := []Import{{Source: "northam", As: AsCouncil, Area: "northam", Kind: "local-offer", Columns: map[string]string{"Telephone (day)": "phone", "a: b": "-", "null": "name", "#": "also"}},
		{Source: "aaa", As: AsRegister, Columns: map[string]string{}}}
	text := WriteImports(all)
	again, problems := ReadImports(text)
	if len(problems) > 0 || len(again) != 2 || fmt.Sprint(again[1]) != fmt.Sprint(all[0]) || again[0].Source != "aaa" || !bytes.Equal(WriteImports(again), text) {
		t.Errorf("%s\ncame back as %v, %s", text, again, report(problems))
	}
	for text, rule := range map[string]string{"x: y\n": "unknown-field", "imports:\n  - source: a\n    as: wish\n": "unknown-id", "imports:\n  - as: entries\n    of: x\n": "unknown-field",
		"imports:\n  - as: entries\n    kind: [a, b]\n": "one-value", "imports:\n  - as: entries\n    columns:\n      A:\n": "one-value", "imports:\n  - a\n": "yaml"} {
		if _, problems := ReadImports([]byte(text)); !slices.ContainsFunc(problems, func(p model.Problem) bool { return p.Rule == rule }) {
			t.Errorf("%q gives %s", text, report(problems))
		}
	}
}

// TestRegisterTable: a feed's second number is not a second row, and what is
// written is read.
func TestRegisterTable(t *testing.T) {
	known := exampleReading(t)
	said, wrong := asSent(t, known, "id,name,kind,area,phone,description\nb,B; C,local-offer,northam,01632 960 701,\"We *play*,\nall of us\"\na,A,local-offer,oldshire,,\n", Parcel{As: AsRegister})
	text, columns, kind, err := RegisterTable(said)
	if err != nil || len(wrong) > 0 || kind != "local-offer" {
		t.Fatal(kind, err, wrong)
	}
	described, err := DescribeRegister([]byte("registers:\n"), List{Source: "play", Kind: kind, Name: "Play", Columns: columns})
	if err == nil {
		t.Fatalf("a blank list is no list: %s", described)
	}
	tree := fstest.MapFS(exampleTree(t))
	described, err = DescribeRegister(tree["data/registers.yaml"].Data, List{Source: "play", Kind: kind, Name: "Play", Columns: columns})
	if err != nil {
		t.Fatal(err)
	}
	tree = with(with(tree, "data/registers/play.csv", string(text)), "data/registers.yaml", string(described))
	reading, problems := read(t, tree)
	i := slices.IndexFunc(reading.Records, func(r *model.Record) bool { return r.Source.ID == "play" && r.ID == "b" })
	if len(model.Errors(problems)) > 0 || i < 0 {
		t.Fatalf("%s\n%s", report(problems), text)
	}
	if r := reading.Records[i]; r.Name.Name != "B; C" || r.Offer.Description != "We *play*,\nall of us" || !slices.Equal(r.Areas, []string{"northam"}) || r.Source.Rank != model.Register {
		t.Errorf("%+v", r)
	}
}
