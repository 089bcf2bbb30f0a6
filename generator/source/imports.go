package source

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"signpost/generator/model"
)

// ImportsFile is where import remembers how each source sends its tables.
const ImportsFile = "data/imports.yaml"

// An Import is what import remembers of one source, so that the next file
// needs no flags.
type Import struct {
	Source  string // an id
	As      As
	Area    string // of rows that do not say
	Kind    string // of rows that do not say
	Columns map[string]string
}

var importFields = []string{"source", "as", "area", "kind", "columns"}

// ReadImports reads data/imports.yaml.
func ReadImports(text []byte) ([]Import, []model.Problem) {
	t := &tree{reading: &model.Reading{}}
	var all []Import
	ks, _ := t.keys(text, ImportsFile, 0)
	for _, k := range ks {
		at := model.Where{File: ImportsFile, Line: k.Line}
		if k.Name != "imports" {
			t.wrong("unknown-field", at, `the file holds one list, "imports"`, "unknown field %q", k.Name)
			continue
		}
		for _, n := range k.node.Content {
			all = append(all, t.readImport(t.mapping(n, ImportsFile, 0), model.Where{File: ImportsFile, Line: n.Line}))
		}
	}
	return all, model.SortProblems(t.problems)
}

func (t *tree) readImport(ks []key, at model.Where) Import {
	m := Import{Columns: map[string]string{}}
	words := map[string]*string{"source": &m.Source, "as": (*string)(&m.As), "area": &m.Area, "kind": &m.Kind}
	for _, k := range ks {
		at.Line = k.Line
		v, ok := k.values()
		switch {
		case k.Name == "columns":
			t.importColumns(m, k)
		case words[k.Name] == nil:
			t.wrong("unknown-field", at, didYouMean(k.Name, setOf(importFields)), "unknown field %q of an import", k.Name)
		case !ok || len(v) > 1:
			t.wrong("one-value", at, "keep one", "%s has several values", k.Name)
		default:
			*words[k.Name] = strings.Join(v, "")
		}
	}
	if !slices.Contains([]As{AsEntries, AsCouncil, AsRegister}, m.As) {
		t.wrong("unknown-id", at, "write entries, council or register", "as is %q", m.As)
	}
	return m
}

func (t *tree) importColumns(m Import, k key) {
	if k.blank() {
		return
	}
	for _, c := range t.mapping(k.node, ImportsFile, 0) {
		v, ok := c.values()
		if !ok || len(v) != 1 {
			t.wrong("one-value", model.Where{File: ImportsFile, Line: c.Line}, "name the field that the column holds", "the column %q is given no field", c.Name)
			continue
		}
		m.Columns[c.Name] = v[0]
	}
}

// WriteImports writes data/imports.yaml, by the names of the sources.
func WriteImports(all []Import) []byte {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Import) int { return cmp.Compare(a.Source, b.Source) })
	var text strings.Builder
	text.WriteString("# What import remembers of each source. It writes this file anew.\nimports:\n")
	for _, m := range all {
		mark := "  - "
		for _, pair := range [][2]string{{"source", m.Source}, {"as", string(m.As)}, {"area", m.Area}, {"kind", m.Kind}} {
			if pair[1] != "" {
				text.WriteString(mark + pair[0] + ": " + scalar(pair[1], false) + "\n")
				mark = "    "
			}
		}
		if len(m.Columns) > 0 {
			text.WriteString("    columns:\n")
		}
		for _, heading := range slices.Sorted(maps.Keys(m.Columns)) {
			text.WriteString("      " + scalar(heading, false) + ": " + scalar(m.Columns[heading], false) + "\n")
		}
	}
	return []byte(text.String())
}
