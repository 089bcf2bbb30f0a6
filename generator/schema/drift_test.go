package schema

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"signpost/generator/model"
	"signpost/generator/sheet"
	"signpost/generator/source"
)

// paths are the names of fields with those above them, sorted.
func paths(fields []model.Field, above string) []string {
	var list []string
	for _, f := range fields {
		list = append(list, above+f.Name)
		list = append(list, paths(f.Parts, above+f.Name+"/")...)
	}
	slices.Sort(list)
	return list
}

func schemaPaths(s *Schema, above string, defs Properties) []string {
	var list []string
	for _, p := range s.Properties {
		list = append(list, above+p.Name)
		for _, below := range within(p.Schema, defs) {
			list = append(list, schemaPaths(below, above+p.Name+"/", defs)...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// within are the schema itself, and all that it offers instead.
func within(s *Schema, defs Properties) []*Schema {
	list := []*Schema{s}
	if s.Items != nil {
		list = append(list, s.Items)
	}
	for _, d := range defs {
		if s.Ref == "#/$defs/"+d.Name {
			list = append(list, d.Schema)
		}
	}
	for _, a := range s.AnyOf {
		list = append(list, within(a, defs)...)
	}
	return list
}

func widgetPaths(widgets []Widget, above string) []string {
	var list []string
	for _, w := range widgets {
		if above == "" && w.Name == "body" {
			continue
		}
		list = append(list, above+w.Name)
		list = append(list, widgetPaths(w.Fields, above+w.Name+"/")...)
		for _, t := range w.Types {
			list = append(list, above+w.Name+"/"+w.TypeKey)
			list = append(list, widgetPaths(t.Fields, above+w.Name+"/")...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// The schema, the form, the tables to fill in and the reference name the very
// fields that the model names; that the parser does, the two tests of
// faults_test.go and property_test.go show.
func TestNothingDrifts(t *testing.T) {
	reading, _ := read(t, tree(t))
	k := knownOf(reading)
	forms := map[string][]Widget{"entry": k.services().Fields, "council": k.councils().Fields, "guide": k.guides().Fields}
	for _, file := range k.pages().Files {
		forms["page"] = file.Fields
	}
	for _, d := range model.Documents {
		want := paths(d.Fields, "")
		s := k.Document(d, testBase)
		same(t, d.Name+": schema", schemaPaths(s, "", s.Defs), want)
		if form := forms[d.Name]; form != nil {
			same(t, d.Name+": form", widgetPaths(form, ""), want)
		} else if d.Name != "registers" {
			t.Errorf("%s has no form", d.Name)
		}
	}
	same(t, "reference", anchors(k.Reference()), wantedAnchors())
	sent := func(columns []string, without ...string) []string {
		return slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return slices.Contains(without, c) })
	}
	for _, table := range Tables() {
		want := sent(source.ServiceColumns, "told_by")
		if table.Name == "channels" {
			want = sent(source.ChannelColumns, "told_by", "position")
		}
		same(t, "table "+table.Name, table.Header, want)
	}
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s names\n%s\nwant\n%s", what, strings.Join(got, " "), strings.Join(want, " "))
	}
}

func anchors(sections []Section) []string {
	var list []string
	for _, s := range sections {
		for _, f := range s.Fields {
			list = append(list, f.Anchor)
		}
	}
	slices.Sort(list)
	return list
}

// wantedAnchors are those of every field of entries, tables, councils' files
// and help pages. The checks of an entry are explained once, for all groups.
func wantedAnchors() []string {
	var list []string
	for _, name := range []string{"entry", "council", "guide"} {
		for _, p := range paths(document(name).Fields, "") {
			parts := strings.Split(p, "/")
			if name == "entry" && len(parts) > 1 && parts[0] == "checked" {
				continue
			}
			list = append(list, name+"-"+strings.Join(parts, "-"))
		}
	}
	for _, p := range model.CheckParts {
		list = append(list, "entry-checked-"+p.Name)
	}
	for _, f := range model.Fields {
		if f.Rows {
			list = append(list, "table-"+f.Name)
		}
	}
	slices.Sort(list)
	return list
}

// Every field of every document is explained to somebody who fills in a form.
func TestEveryFieldIsExplained(t *testing.T) {
	var look func(fields []model.Field, above string)
	look = func(fields []model.Field, above string) {
		for _, f := range fields {
			if f.Label == "" && model.GroupLabels[f.Group] == "" && !slices.Contains(model.ChannelTypes, model.ChannelType(f.Group)) || f.Meaning == "" || f.Example == "" {
				t.Errorf("%s%s has no label, meaning or example", above, f.Name)
			}
			look(f.Parts, above+f.Name+"/")
		}
	}
	look(model.Fields, "")
	for _, d := range model.Documents {
		look(d.Fields, d.Name+"/")
	}
}

// What the reference shows can be copied: beside the lines that a file needs,
// the parser reads it without a Problem.
func TestReferenceCanBeCopied(t *testing.T) {
	base := tree(t)
	delete(base, "content/services/northam/northam-advice.md")
	reading, _ := read(t, base)
	const check = "{on: 2026-11-03, by: service manager, how: phone}"
	const entry, council, guide = "content/services/northam/copied.md", "data/councils/northam/council.yaml", "content/guides/copied.md"
	for _, s := range knownOf(reading).Reference() {
		for _, f := range s.Fields {
			kind, _, _ := strings.Cut(f.Anchor, "-")
			name, needed := entry, []string{"name: Northam", "kind: iass", "channels:\n  - type: phone\n    value: 01632 960 123", "checked:\n  phone: " + check,
				"alert: News.\nalert_until: 2026-12-04"}
			switch kind {
			case "table":
				continue
			case "council":
				name, needed = council, []string{"checked: " + check}
			case "guide":
				name, needed = guide, []string{"title: T", "summary: S", "checked: 2026-11-03", "limit: L\nlaw: M\nlaw_source: https://www.legislation.gov.uk/x"}
			}
			text := copied(f, needed)
			if name != council {
				text = front(text)
			}
			files := clone(base)
			files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
			if _, wrong := read(t, files); wrong[name] != nil {
				t.Errorf("%s: %v\n%s", f.Anchor, wrong[name], text)
			}
		}
	}
}

// copied is an example with the needed lines that it does not itself give.
func copied(f Explained, needed []string) string {
	var text strings.Builder
	text.WriteString(f.Example + "\n")
	for _, n := range needed {
		given := false
		for _, line := range strings.Split(n, "\n") {
			name, _, _ := strings.Cut(line, ":")
			given = given || !strings.HasPrefix(line, " ") && strings.HasPrefix(f.Example, name+":")
		}
		if !given {
			text.WriteString(n + "\n")
			continue
		}
		for _, line := range strings.Split(n, "\n") {
			if name, _, _ := strings.Cut(line, ":"); !strings.HasPrefix(line, " ") && !strings.HasPrefix(f.Example, name+":") {
				text.WriteString(line + "\n")
			}
		}
	}
	return text.String()
}

// The tables to fill in can be sent as they are: their example is read without
// a Problem and says what it shows.
func TestTablesCanBeSent(t *testing.T) {
	reading, _ := read(t, tree(t))
	parcel := source.Parcel{As: source.AsEntries, AsAt: model.Date{Year: 2026, Month: 11, Day: 21}}
	for _, table := range Tables() {
		for i, cell := range table.Example {
			if cell == "northam-advice" {
				table.Example[i] = "sent-advice" // the example tree has the other already
			}
		}
		parcel.Parts = append(parcel.Parts, source.Part{File: table.Name + ".csv",
			Table: sheet.Table{Name: table.Name, Line: 1, Header: table.Header, Rows: []sheet.Row{{Line: 2, Cells: table.Example}}}})
	}
	said, problems := source.Tables(reading, parcel)
	if model.HasErrors(problems) || len(said) != 1 {
		t.Fatalf("%d services, and %v", len(said), problems)
	}
	r := said[0].Record
	for _, f := range model.EntryFields {
		if want, ok := model.FieldNamed(f.Name); ok && !slices.Contains(past, f.Name) && strings.Join(want.Values(r), ";") != f.Example {
			t.Errorf("%s: the row says %q, want %q", f.Name, want.Values(r), f.Example)
		}
	}
	if len(r.Channels) != 1 || r.Channels[0].Value != "01632 960 123" {
		t.Errorf("the channels are %v", r.Channels)
	}
}

// The settings of the form are what its own schema allows.
func TestFormFitsSveltia(t *testing.T) {
	text, err := os.ReadFile("../../node_modules/@sveltia/cms/schema/sveltia-cms.json")
	if err != nil {
		t.Fatalf("%v (npm ci installs it)", err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("sveltia.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("sveltia.json")
	if err != nil {
		t.Fatal(err)
	}
	reading, _ := read(t, tree(t))
	for _, repository := range []string{"", "https://git.example.org/northam/signpost/blob/main/", "https://github.com/northam/signpost/blob/main/"} {
		settings := reading.Settings
		settings.Repository = repository
		form, err := knownOf(reading).Form(settings, "https://signpost.example/", "/icon.svg")
		if err != nil {
			t.Fatal(err)
		}
		var instance any
		if err := json.Unmarshal(form, &instance); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", repository, err)
		}
	}
}
