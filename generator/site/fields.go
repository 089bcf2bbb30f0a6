package site

import (
	"signpost/generator/model"
	"signpost/generator/schema"
	"signpost/generator/sheet"
)

// A fieldsView explains everything that somebody can write about a service.
type fieldsView struct {
	Frame    frame     `json:"frame"`
	Guide    Span      `json:"guide"`
	Tables   []Span    `json:"tables"`
	Schemas  []Span    `json:"schemas"` // for editors of files
	Sections []section `json:"sections"`
}

// A section is the fields that are confirmed together.
type section struct {
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Place   string  `json:"place"`
	Says    string  `json:"says"`
	Confirm string  `json:"confirm"`
	Fields  []field `json:"fields"`
}

type field struct {
	ID       string      `json:"id"`
	Label    string      `json:"label"`
	Name     string      `json:"name"`
	Meaning  string      `json:"meaning"`
	Takes    string      `json:"takes"`
	Example  string      `json:"example"`
	Required bool        `json:"required"`
	Choices  []fieldWord `json:"choices"`
}

// A fieldWord is one that may stand in a field.
type fieldWord struct {
	Word  string `json:"word"`
	Label string `json:"label"`
	Says  string `json:"says"`
}

func (v *views) fields(p model.Page) fieldsView {
	view := fieldsView{
		Frame:  v.frame(p, "For services and councils: every line that you can write, what it means, and an example to copy."),
		Guide:  Span{Text: "How to keep your entry right", Href: v.href(model.ProvidersAddress)},
		Tables: v.tables(),
	}
	for _, d := range model.Documents {
		view.Schemas = append(view.Schemas, Span{Text: d.Title, Href: v.href(model.SchemaFolder + d.Name + ".json")})
	}
	for _, s := range v.known().Reference() {
		view.Sections = append(view.Sections, sectionView(s))
	}
	return view
}

func sectionView(s schema.Section) section {
	view := section{ID: s.Anchor, Title: s.Title, Place: s.Place, Says: s.Says, Confirm: s.Confirm}
	for _, f := range s.Fields {
		row := field{ID: f.Anchor, Label: f.Label, Name: f.Name, Meaning: f.Meaning, Takes: f.Takes, Example: f.Example, Required: f.Required}
		for _, c := range f.Choices {
			row.Choices = append(row.Choices, fieldWord{c.Word, c.Label, c.Meaning})
		}
		view.Fields = append(view.Fields, row)
	}
	return view
}

// known is what this directory's own words add to the fields.
func (v *views) known() schema.Known {
	return schema.Known{Vocabulary: v.d.Vocabulary, Authorities: v.d.Authorities}
}

// tables are the files to fill in and send.
func (v *views) tables() []Span {
	return []Span{
		{Text: "the workbook for Excel", Href: v.href(model.WorkbookAddress)},
		{Text: "the table of services (CSV)", Href: v.href(model.ServicesTableAddress)},
		{Text: "the table of numbers (CSV)", Href: v.href(model.ChannelsTableAddress)},
	}
}

// blanks are those tables: a heading, and a row that shows what to write.
func blanks() []sheet.Table {
	var tables []sheet.Table
	for _, t := range schema.Tables() {
		tables = append(tables, sheet.Table{Name: t.Name, Line: 1, Header: t.Header, Rows: []sheet.Row{{Line: 2, Cells: t.Example}}})
	}
	return tables
}

func (v *views) servicesTable() ([]byte, error) { return sheet.CSV(blanks()[0]) }

func (v *views) channelsTable() ([]byte, error) { return sheet.CSV(blanks()[1]) }

func (v *views) workbook() ([]byte, error) { return sheet.XLSX(blanks()) }
