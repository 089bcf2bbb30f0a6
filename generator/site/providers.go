package site

import (
	"net/url"
	"strings"

	"signpost/generator/model"
)

// A providersView is the guide for those who keep an entry, and have perhaps
// never seen Markdown.
type providersView struct {
	Frame    frame     `json:"frame"`
	Mail     *Span     `json:"mail"`  // the five questions, half written
	Form     Span      `json:"form"`  // the editing form
	Files    *Span     `json:"files"` // the entries on the web, where they can be changed; nil without a repository
	Fields   Span      `json:"fields"`
	Quality  Span      `json:"quality"`
	Tables   []Span    `json:"tables"` // to fill in and send
	Pictures string    `json:"pictures"`
	Lines    []mark    `json:"lines"` // of an entry, one by one
	Marks    []mark    `json:"marks"` // of Markdown
	Changes  []mark    `json:"changes"`
	Commands []Command `json:"commands"`
}

// A mark is something to write, and what it does.
type mark struct {
	Write string `json:"write"`
	Says  string `json:"says"`
}

// A Command is one step on a computer of one's own.
type Command struct {
	Line string `json:"line"`
	Says string `json:"says"`
}

// EntryCommands are the steps from nothing to a confirmed entry, as the guide
// and the README give them.
var EntryCommands = []Command{
	{"go run ./generator new", "asks five questions and writes your entry"},
	{"go run ./generator check", "says what is wrong: which file, which line, what to do"},
	{"go run ./generator fmt", "puts the lines into order, and changes no word"},
	{"go run ./generator serve", "shows your page, and again each time you save"},
	{`go run ./generator confirm northam-advice all --by "service manager" --how phone`, "says that all of it is still right, as of today"},
}

var entryLines = []mark{
	{"---", "Three hyphens. The facts begin here."},
	{"name: Northam SEND Advice", "A word, a colon, a space, then what is true. One fact, one line."},
	{"kind: iass", "What sort of service you are. The list of fields has the words to choose from."},
	{"channels:", "Now come your numbers and addresses."},
	{"  - type: phone", "Two spaces and a hyphen begin each of them."},
	{"    value: 01632 960 123", "Four spaces, below the first. Write the number as families should read it."},
	{"    hours: Monday to Friday, 10am to 2pm", "When somebody answers this number."},
	{"checked:", "Now come the dates."},
	{"  phone: {on: 2026-11-03, by: service manager, how: phone}", "Who said that the number is right, when, and how we were told. A role, never a person's name."},
	{"---", "Three hyphens. The facts end here, and your own words begin."},
}

var markdownMarks = []mark{
	{"You can just ring.", "Words are words. An empty line begins a new paragraph."},
	{"## What happens when you ring", "Two # and a space make a heading."},
	{"- Bring the letter.", "A hyphen and a space make a point of a list. 1. and a space make a numbered one."},
	{"[Our form](https://northam-advice.example.org/form)", "Words in square brackets, then the address in round ones, make a link."},
	{"**first**", "Two stars on each side make words strong."},
}

var entryChanges = []mark{
	{"status: closed\nstatus_until: 2026-12-31", "You take no new families for a time. The page says so, and who to ring instead."},
	{"alert: Our line is being mended. Please text.\nalert_until: 2026-12-04", "Something families must know this week. It goes by itself after the last day."},
	{"former_names: [Northam Parent Partnership]", "You have a new name. Families who look for the old one still find you."},
	{"contract_until: 2028-03-31", "Your contract ends. We ask three months before who comes next."},
	{"status: ended\nreplaced_by: northam-advice", "Another service took over. Your page stays, and leads to theirs."},
}

func (v *views) guide(p model.Page) providersView {
	view := providersView{
		Frame:    v.frame(p, "For services and councils: how to keep your entry right, in two minutes, without breaking anything."),
		Mail:     v.answers(),
		Form:     Span{Text: "the editing form", Href: v.href(model.AdminAddress)},
		Fields:   Span{Text: "Every line you can write, with an example", Href: v.href(model.FieldsAddress)},
		Quality:  Span{Text: "What we hold of your area, and what is missing", Href: v.href(model.QualitiesAddress)},
		Tables:   v.tables()[:1],
		Pictures: v.href(model.ProvidersAddress),
		Lines:    entryLines, Marks: markdownMarks, Changes: entryChanges, Commands: EntryCommands,
	}
	if v.d.Settings.Repository != "" {
		view.Files = &Span{Text: "the list of files on the web", Href: v.fileLink("content/services/")}
	}
	return view
}

// answers is a mail with the questions that make an entry.
func (v *views) answers() *Span {
	to := v.d.Settings.MistakesTo
	if to == "" {
		return nil
	}
	var body strings.Builder
	body.WriteString("The service:\r\nThe area:\r\n\r\n")
	for _, q := range model.EntryQuestions {
		body.WriteString(q + "\r\n\r\n")
	}
	body.WriteString("Your role (not your name):\r\n")
	query := "subject=" + escape("Our entry") + "&body=" + escape(body.String())
	return &Span{Text: to, Href: "mailto:" + url.PathEscape(to) + "?" + query}
}
