package schema

import (
	"strings"

	"signpost/generator/model"
)

// A Section of the reference is the fields that are confirmed together, or
// that stand in one kind of file.
type Section struct {
	Anchor  string
	Title   string
	Place   string // the file, where it begins another
	Says    string
	Confirm string // the command that confirms all of it; "" where there is none
	Fields  []Explained
}

// An Explained field is all that somebody needs who wants to write it.
type Explained struct {
	Anchor   string
	Label    string
	Name     string
	Meaning  string
	Takes    string // what may stand there
	Choices  []Choice
	Example  string // as it stands in the file
	Required bool
}

// A Choice is a word that may stand in a field.
type Choice struct{ Word, Label, Meaning string }

// Reference explains the fields of entries, of tables, of councils' files and
// of help pages, in the order of the files.
func (k Known) Reference() []Section {
	sections := k.entrySections()
	sections = append(sections, k.tableSection())
	for _, name := range []string{"council", "guide"} {
		d := document(name)
		s := Section{Anchor: d.Name, Title: d.Title, Place: d.Place, Says: d.Meaning}
		k.explain(&s, d.Fields, d.Name, "")
		sections = append(sections, s)
	}
	return sections
}

// entrySections has one section for each group of facts of an entry.
func (k Known) entrySections() []Section {
	d := document("entry")
	var sections []Section
	for _, f := range d.Fields {
		s := sectionOf(f)
		if len(sections) == 0 || sections[len(sections)-1].Anchor != s.Anchor {
			sections = append(sections, s)
		}
		k.explain(&sections[len(sections)-1], []model.Field{f}, "entry", "")
	}
	sections[0].Place = d.Place
	return sections
}

// sectionOf is the section, still without its fields, to which a field of an
// entry belongs.
func sectionOf(f model.Field) Section {
	switch {
	case f.Group != "":
		return Section{Anchor: "group-" + string(f.Group), Title: model.GroupLabels[f.Group], Confirm: confirm(string(f.Group))}
	case f.Name == "channels":
		return Section{Anchor: "group-channels", Title: f.Label, Confirm: confirm(string(model.Phone))}
	case f.Name == "checked":
		return Section{Anchor: "group-checked", Title: f.Label, Confirm: confirm("all")}
	}
	return Section{Anchor: "group-kind", Title: "Kind, areas and address"}
}

func confirm(group string) string {
	return "go run ./generator confirm northam-advice " + group + ` --by "service manager" --how phone`
}

// tableSection are the columns that only a table has.
func (k Known) tableSection() Section {
	s := Section{Anchor: "tables", Title: "In tables alone", Place: "data/councils/<area>/services.csv, data/registers/",
		Says: "An entry says these things in another way. In a table each has a column."}
	for _, f := range model.Fields {
		if f.Rows {
			s.Fields = append(s.Fields, k.explained(f, "table", f.Example))
		}
	}
	return s
}

// explain adds fields to a section, and below each the fields that it is made
// of. The checks of the groups are all alike: the first stands for them.
func (k Known) explain(s *Section, fields []model.Field, prefix, above string) {
	for _, f := range fields {
		s.Fields = append(s.Fields, k.explained(f, prefix, inFile(f, above)))
		switch {
		case f.Name == "checked" && prefix == "entry":
			k.explain(s, model.CheckParts, "entry-checked", "checked:\n  phone")
		case f.Form == model.PartsForm:
			k.explain(s, f.Parts, prefix+"-"+f.Name, f.Name)
		}
	}
}

func (k Known) explained(f model.Field, prefix, example string) Explained {
	e := Explained{Anchor: prefix + "-" + f.Name, Label: f.Label, Name: f.Name, Meaning: f.Meaning, Takes: takes(f), Example: example, Required: f.Required}
	if f.Form != model.SlugForm {
		for _, c := range k.choices(f) {
			e.Choices = append(e.Choices, Choice{c.word, c.label, c.meaning})
		}
	}
	return e
}

// forms say what may stand in a field.
var forms = map[model.Form]string{
	"":                 "Your own words.",
	model.SentenceForm: "A sentence or two of your own.",
	model.IDForm:       "One of the words below.",
	model.YesNoForm:    "One of the words below. Leave it out if you do not know.",
	model.ChoiceForm:   "One of the words below.",
	model.SlugForm:     "The short name of an area: the end of its page's address, as northam.",
	model.ServiceForm:  "The id of a service: the end of its page's address, as northam-advice.",
	model.DateForm:     "A date with the year first: 2026-11-03. The month or the year alone will do: 2026-11 or 2026.",
	model.DayForm:      "A day with the year first: 2026-11-03.",
	model.AgesForm:     "The youngest and the oldest, with a hyphen between them: 0-25.",
	model.LinkForm:     "A web address that begins with https://.",
	model.SecureForm:   "A web address that begins with https://.",
	model.RoleForm:     "A role. No name of a person, no number, no address.",
	model.NumberForm:   "A whole number from 1 up.",
	model.ChannelForm:  "A number, an address or a place.",
	model.PartsForm:    "It has lines of its own: they come next.",
}

func takes(f model.Field) string {
	if f.List && f.Form != model.PartsForm {
		return forms[f.Form] + " Several may stand in square brackets, with commas between them."
	}
	return forms[f.Form]
}

// inFile is a field with its example, as it stands below a name.
func inFile(f model.Field, above string) string {
	line := f.Name + ": " + quoted(f.Example)
	switch {
	case f.Name == "channels":
		return "channels:\n  - type: phone\n    value: 01632 960 123"
	case f.Name == "media":
		return clipInFile(f.Parts[0], "")
	case f.Form == model.PartsForm && strings.HasPrefix(f.Example, "{"):
		line = f.Name + ": " + f.Example
	case f.Form == model.PartsForm:
		line = f.Name + ":\n  " + f.Example
	case f.List:
		line = f.Name + ": [" + f.Example + "]"
	}
	switch {
	case above == "":
		return line
	case above == "channels":
		return channelInFile(f, line)
	case above == "media":
		return clipInFile(f, line)
	case isCheck(f):
		return above + ": {on: 2026-11-03, by: service manager, how: phone}"
	}
	return above + ":\n  " + line
}

func channelInFile(f model.Field, line string) string {
	const start = "channels:\n  - type: phone\n    value: 01632 960 123"
	if f.Required {
		return start
	}
	return start + "\n    " + line
}

// clipInFile is a video or a recording with the field; what it needs stands
// there anyway.
func clipInFile(f model.Field, line string) string {
	start := "media:"
	for _, p := range model.MediaParts {
		if p.Required {
			start += "\n    " + p.Name + ": " + p.Example
		}
	}
	start = strings.Replace(start, "    ", "  - ", 1)
	if f.Required {
		return start
	}
	return start + "\n    " + line
}

func isCheck(f model.Field) bool {
	for _, p := range model.CheckParts {
		if p.Name == f.Name && p.Meaning == f.Meaning {
			return true
		}
	}
	return false
}

// quoted puts a value into quotes where YAML would read it as something else.
func quoted(value string) string {
	if strings.Contains(value, ": ") || strings.Contains(value, " #") {
		return `"` + value + `"`
	}
	return value
}
