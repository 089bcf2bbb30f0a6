package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

const (
	registersFile   = "data/registers.yaml"
	registersFolder = "data/registers"
)

// A register describes one bulk list: what it is, and which of its columns is
// which field.
type register struct {
	source  model.Source
	file    string
	kind    model.Kind        // of every row; "" where a column says it
	columns map[string]string // column → field
	at      model.Where
}

var registerFields = model.Names(model.RegisterParts)

// readRegisters reads the lists that data/registers.yaml describes.
func (t *tree) readRegisters() error {
	if !t.exists(registersFile) {
		return t.noRegisters()
	}
	text, ok, err := t.read(registersFile, maxPage)
	if err != nil || !ok {
		return err
	}
	ks, ok := t.keys(text, registersFile, 0)
	if !ok {
		return nil
	}
	for _, k := range ks {
		if k.Name != "registers" {
			t.wrong("unknown-field", model.Where{File: registersFile, Line: k.Line}, `the file holds one list, "registers"`, "unknown field %q", k.Name)
			continue
		}
		if k.node.Kind != yaml.SequenceNode {
			t.wrong("yaml", model.Where{File: registersFile, Line: k.Line}, `write each as "- file: …" with its columns below`, "registers is not a list")
			continue
		}
		for _, n := range k.node.Content {
			at := model.Where{File: registersFile, Line: n.Line}
			if err := t.readRegister(t.register(t.mapping(n, registersFile, 0), at)); err != nil {
				return err
			}
		}
	}
	return t.checkRegisters()
}

// noRegisters reports a folder of lists without the file that describes them.
func (t *tree) noRegisters() error {
	files, err := t.list(registersFolder)
	if slices.ContainsFunc(files, func(f fs.DirEntry) bool { return f.Name() != "README.md" }) {
		t.wrong("missing-file", model.Where{File: registersFile}, "it says what each list is", "data/registers holds lists, and the file that describes them is missing")
	}
	return err
}

// checkRegisters reports lists that nobody describes, and so nobody reads.
func (t *tree) checkRegisters() error {
	files, err := t.list(registersFolder)
	for _, f := range files {
		id := strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		if f.Name() != "README.md" && !slices.ContainsFunc(t.reading.Sources, func(s *model.Source) bool { return s.ID == id }) {
			t.wrong("misplaced-file", model.Where{File: path.Join(registersFolder, f.Name())}, "describe it in data/registers.yaml", "%q is not read", f.Name())
		}
	}
	return err
}

// register reads the description of one list.
func (t *tree) register(ks []key, at model.Where) register {
	g := register{source: model.Source{Rank: model.Register}, columns: map[string]string{}, at: at}
	words := map[string]*string{"file": &g.file, "name": &g.source.Name, "link": &g.source.Link, "licence": &g.source.Licence, "what": &g.source.What}
	for _, k := range ks {
		v, ok := k.values()
		where := model.Where{File: at.File, Line: k.Line}
		switch {
		case k.Name == "columns":
			t.registerColumns(&g, k)
		case !ok || len(v) > 1:
			t.wrong("one-value", where, "keep one", "%s has several values", k.Name)
		case k.Name == "rank" && (len(v) == 0 || v[0] != "1"):
			t.wrong("register-rank", where, "a register only saw: its rank is 1", "rank is %q", strings.Join(v, ""))
		case !setOf(registerFields)[k.Name]:
			t.wrong("unknown-field", where, didYouMean(k.Name, setOf(registerFields)), "unknown field %q of a register", k.Name)
		case k.Name == "kind" && len(v) == 1:
			f, _ := model.FieldNamed("kind")
			t.fitsVocabulary(cell{field: f, at: where}, v[0])
			g.kind = model.Kind(v[0])
		case words[k.Name] != nil && len(v) == 1:
			*words[k.Name] = v[0]
		}
		if k.Name == "link" && g.source.Link != "" {
			t.fitsLink("link", g.source.Link, where)
		}
	}
	if g.source.Name == "" {
		t.wrong("missing-field", at, "pages print the name of the list", "the register has no name")
	}
	g.source.ID = strings.TrimSuffix(g.file, path.Ext(g.file))
	return g
}

func (t *tree) registerColumns(g *register, k key) {
	for _, c := range t.mapping(k.node, g.at.File, 0) {
		v, ok := c.values()
		at := model.Where{File: g.at.File, Line: c.Line}
		if !ok || len(v) != 1 {
			t.wrong("one-value", at, "name the field that the column holds", "the column %q is given no field", c.Name)
			continue
		}
		if _, known := model.FieldNamed(v[0]); !known && v[0] != idColumn && v[0] != descriptionColumn {
			t.wrong("unknown-field", at, didYouMean(v[0], fieldNames), "unknown field %q", v[0])
			continue
		}
		if other := columnOf(g.columns, v[0]); other != "" {
			t.wrong("duplicate-field", at, "keep one of them", "the columns %q and %q both hold %s", other, c.Name, v[0])
			continue
		}
		g.columns[c.Name] = v[0]
	}
}

func (t *tree) readRegister(g register) error {
	file := path.Join(registersFolder, g.file)
	if g.file == "" || path.Base(g.file) != g.file || !t.exists(file) {
		t.wrong("missing-file", g.at, "name a file in data/registers", "the register's file %q is not there", g.file)
		return nil
	}
	if slices.ContainsFunc(t.reading.Sources, func(s *model.Source) bool { return s.ID == g.source.ID }) {
		t.wrong("duplicate-id", g.at, "describe it once", "the register %q stands here a second time", g.file)
		return nil
	}
	columns := []string{}
	for c := range g.columns {
		columns = append(columns, c)
	}
	rows, err := t.table(file, columns)
	t.reading.Sources = append(t.reading.Sources, &g.source)
	for _, r := range rows {
		t.readRow(&g.source, g.kind, g.columns, r)
	}
	return err
}

// readRow turns one row of a register into a Record.
func (t *tree) readRow(s *model.Source, kind model.Kind, columns map[string]string, r row) {
	mark := len(t.problems)
	rec := &model.Record{Source: s, Where: r.at, Kind: kind, ID: r.get(columnOf(columns, "id"))}
	cells := r.fields(columns)
	t.fill(rec, cells)
	if text := r.get(columnOf(columns, descriptionColumn)); text != "" {
		rec.Offer.Description, rec.BodyLine = t.prose([]byte(text), r.where(descriptionColumn)), r.at.Line
	}
	if rec.ID != "" {
		t.ids[rec.ID] = true
	}
	if rec.ID != "" && !IsID(rec.ID) {
		t.wrong("bad-id", r.where("id"), "ids are lower-case letters, digits and hyphens", "the id %q cannot be one", rec.ID)
	}
	if (rec.Kind == model.National || rec.Kind == model.Urgent) && len(rec.Areas) == 0 {
		rec.Areas = []string{model.England}
	}
	for _, name := range []string{"kind", "areas", "name"} {
		given := name == "kind" && rec.Kind != "" || name == "areas" && len(rec.Areas) > 0
		if !given && !slices.ContainsFunc(cells, func(c cell) bool { return c.field.Name == name }) {
			t.wrong("missing-field", r.where(columnOf(columns, name)), "a row needs a kind, an area and a name", "the field %q is missing", name)
		}
	}
	if !t.brokenSince(mark) {
		t.reading.Records = append(t.reading.Records, rec)
	}
}

func columnOf(columns map[string]string, field string) string {
	for c, f := range columns {
		if f == field {
			return c
		}
	}
	return ""
}
