package search

import (
	"encoding/json"
	"fmt"
	"strings"
)

// GroupHelp is the group of help pages: they concern every area, and are
// together in one pack.
const GroupHelp = "help"

// GroupArea is the group of areas' own pages, each of whose rows has a file of
// its own: it is what a family waits for.
const GroupArea = "area"

// A Document is one page that people can find.
type Document struct {
	Address string   // from the root of the site; its identity
	Group   string   // how answers are grouped: area, help, service
	Kind    string   // what sort of page it is, finer: need, word, national, …
	Title   string   // as an answer prints it
	Summary string   // one sentence
	Names   []string // what else people call it
	Places  []string // the areas and districts it is about
	Text    string   // everything else
	Tags    Tags
	Row     Row
}

// Tags are what answers can be narrowed by, as ids of the vocabularies. In a
// [Filter] they are what is wanted: values of one tag are alternatives, tags
// must all hold.
type Tags struct {
	Areas       []string `json:"areas,omitempty"`
	Kinds       []string `json:"kinds,omitempty"`
	Needs       []string `json:"needs,omitempty"`
	Ages        []string `json:"ages,omitempty"`
	Communities []string `json:"communities,omitempty"`
	Languages   []string `json:"languages,omitempty"`
	Support     []string `json:"support,omitempty"`
	Channels    []string `json:"channels,omitempty"`
}

// A tag is one list of values with its name, which is a field of the index and
// a file of the export.
type tag struct {
	name   string
	values []string
}

// list is the tags in the order of the export.
func (t Tags) list() []tag {
	return []tag{
		{"areas", t.Areas}, {"kinds", t.Kinds}, {"needs", t.Needs}, {"ages", t.Ages},
		{"communities", t.Communities}, {"languages", t.Languages}, {"support", t.Support}, {"channels", t.Channels},
	}
}

// A Row is what an answer prints of a Document. Its JSON names are short, as
// the export holds a row for every Document.
type Row struct {
	Address string   `json:"u"`
	Kind    string   `json:"k,omitempty"`
	Title   string   `json:"t"`
	Summary string   `json:"s,omitempty"`
	Label   string   `json:"l,omitempty"` // the kind in plain words
	Where   string   `json:"w,omitempty"` // the names of its areas
	Areas   []string `json:"a,omitempty"` // their slugs
	Board   []Line   `json:"b,omitempty"` // whom to ring first
}

// A Line is one line of a contact board: its part (voice, hours, …) and what
// it says.
type Line struct {
	Part string `json:"p,omitempty"`
	Says []Span `json:"x"`
}

// A Span is a piece of a Line, a link if it has an address.
type Span struct {
	Text string `json:"t"`
	Href string `json:"h,omitempty"`
}

// packs names the packs that hold the document: that of the help pages, or
// those of its areas.
func (d Document) packs() []string {
	if d.Group == GroupHelp {
		return []string{GroupHelp}
	}
	return d.Tags.Areas
}

// tags is the group and the tags, in the order of the export.
func (d Document) tags() []tag {
	return append([]tag{{"group", []string{d.Group}}}, d.Tags.list()...)
}

// row is the document's row, whose address and title are the document's own.
func (d Document) row() Row {
	r := d.Row
	r.Address, r.Title = d.Address, d.Title
	if r.Kind == "" {
		r.Kind = d.Kind
	}
	if r.Summary == "" {
		r.Summary = d.Summary
	}
	return r
}

// indexed is the shape in which Bleve sees a Document. It is a struct and not
// a map, so that its fields keep their order.
type indexed struct {
	All   string   `json:"all"`
	Whole []string `json:"whole"`
	Row   string   `json:"row"`
	Group string   `json:"group"`
	Packs []string `json:"packs"`
	Tags  Tags     `json:"tags"`
}

func (d Document) indexed() (indexed, error) {
	row, err := json.Marshal(d.row())
	if err != nil {
		return indexed{}, fmt.Errorf("%s: %w", d.Address, err)
	}
	named := append([]string{d.Title}, d.Names...)
	strong := strings.Join(append(named, d.Places...), "\n")
	return indexed{
		All:   clean(strong + "\n" + strong + "\n" + d.Summary + "\n" + d.Text),
		Whole: wholes(named),
		Row:   string(row),
		Group: d.Group,
		Packs: d.packs(),
		Tags:  d.Tags,
	}, nil
}

// wholes are the terms of the names as wholes.
func wholes(names []string) []string {
	var terms []string
	for _, name := range names {
		if term := whole(name); term != "" {
			terms = append(terms, term)
		}
	}
	return unique(terms)
}
