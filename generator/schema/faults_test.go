package schema

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"signpost/generator/model"
)

// A fault is something wrong at one place of a file that holds every field.
type fault struct {
	path  string // names from the top, with / between them
	text  string // in place of the value
	gone  bool   // the field is left out
	extra bool   // a name that does not exist stands beside those below path
	file  int    // sets this file apart from the others of the tree
}

// whole writes a file with every field, each with its example, and one fault.
func whole(doc model.Document, wrong fault) string {
	var lines strings.Builder
	for _, p := range pairs(doc.Fields, "", wrong) {
		lines.WriteString(p + "\n")
	}
	if doc.Body {
		return front(lines.String())
	}
	return lines.String()
}

func pairs(fields []model.Field, above string, wrong fault) []string {
	var list []string
	for _, f := range fields {
		path := above + "/" + f.Name
		switch {
		case path == wrong.path && wrong.gone:
		case path == wrong.path && !wrong.extra:
			list = append(list, f.Name+": "+wrong.text)
		default:
			list = append(list, f.Name+": "+sample(f, path, wrong))
		}
	}
	if wrong.extra && wrong.path == above {
		list = append(list, "nonsense: x")
	}
	return list
}

func sample(f model.Field, path string, wrong fault) string {
	switch {
	case f.Name == "columns":
		return "{id: id}"
	case f.Name == "was":
		return fmt.Sprintf("[was-%d]", wrong.file)
	case f.Form == model.PartsForm && f.List:
		return "[{" + strings.Join(pairs(f.Parts, path, wrong), ", ") + "}]"
	case f.Form == model.PartsForm:
		return "{" + strings.Join(pairs(f.Parts, path, wrong), ", ") + "}"
	}
	return `"` + f.Example + `"`
}

// faults are all of one kind of wrong below a list of fields.
func faults(fields []model.Field, above string) []fault {
	if len(fields) == 0 {
		return nil // any name will do
	}
	list := []fault{{path: above, extra: true}}
	for _, f := range fields {
		path := above + "/" + f.Name
		switch {
		case f.Form == model.PartsForm:
			list = append(list, fault{path: path, text: "nonsense"}, fault{path: path, text: "[[nonsense]]"})
			list = append(list, faults(f.Parts, path)...)
		default:
			list = append(list, fault{path: path, text: "{a: b}"}, fault{path: path, text: "[[nonsense]]"})
		}
		if f.Form != model.PartsForm && !f.List {
			list = append(list, fault{path: path, text: "[" + f.Example + ", " + f.Example + "]"})
		}
		if slices.Contains([]model.Form{model.IDForm, model.SlugForm, model.YesNoForm, model.ChoiceForm, model.DateForm, model.DayForm, model.AgesForm, model.LinkForm, model.SecureForm, model.NumberForm}, f.Form) {
			list = append(list, fault{path: path, text: "nonsense"}, fault{path: path, text: "true"})
		}
		if f.Required {
			list = append(list, fault{path: path, gone: true}, fault{path: path, text: ""}, fault{path: path, text: `" "`})
		}
	}
	return list
}

// What the parser refuses as an unknown field, a wrong shape, a word that is in
// no list or a field that is missing, the schema refuses too: at every field of
// every kind of file, at every depth.
func TestSchemaRefusesWhatTheParserRefuses(t *testing.T) {
	base := tree(t)
	delete(base, "content/services/northam/northam-advice.md") // its former id is an example
	reading, _ := read(t, base)
	compiled := schemas(t, knownOf(reading))
	places := map[string]string{"entry": "content/services/northam/whole-%d.md", "guide": "content/guides/whole-%d.md", "page": "content/guides/about.md",
		"council": "data/councils/northam/council.yaml", "registers": "data/registers.yaml"}
	for _, doc := range model.Documents {
		all := append([]fault{{path: "none"}}, faults(doc.Fields, "")...)
		files, names := clone(base), make([]string, len(all))
		one := !strings.Contains(places[doc.Name], "%d") // file of the kind in a tree
		var problems map[string][]model.Problem
		for i := range all {
			all[i].file = i
			names[i] = strings.Replace(places[doc.Name], "%d", fmt.Sprint(i), 1)
			files[names[i]] = &fstest.MapFile{Data: []byte(whole(doc, all[i])), Mode: 0o644}
			if one {
				_, problems = read(t, files)
				compare(t, compiled[doc.Name], doc.Name, all[i], names[i], files, problems)
			}
		}
		if one {
			continue
		}
		_, problems = read(t, files)
		for i := range all {
			compare(t, compiled[doc.Name], doc.Name, all[i], names[i], files, problems)
		}
	}
}

// compare makes sure that parser and schema find a fault, and nothing else.
func compare(t *testing.T, s *jsonschema.Schema, kind string, wrong fault, name string, files fstest.MapFS, problems map[string][]model.Problem) {
	t.Helper()
	want := wrong.path == "none"
	invalid := s.Validate(instance(t, name, files[name].Data))
	if parser := problems[name] == nil; parser != want || (invalid == nil) != want {
		t.Errorf("%s: %+v: the parser says %v, the schema %v, of\n%s", kind, wrong, problems[name], invalid, files[name].Data)
	}
}
