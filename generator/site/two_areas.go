package site

import (
	"strings"

	"signpost/generator/model"
)

// twoAreas is the top of a page that sets two areas side by side: a plain form,
// and whom to ring in each area that it names.
type twoAreas struct {
	All     Span       `json:"all"`
	Lead    string     `json:"lead"`
	Asking  asking     `json:"asking"`
	Label   string     `json:"label"` // of the form
	Button  string     `json:"button"`
	Fields  []question `json:"fields"`
	First   string     `json:"first"` // which of the two to ring first
	Columns []column   `json:"columns"`
	Same    string     `json:"same"`
	Keys    string     `json:"keys"`  // of the columns, with a space between
	Start   startView  `json:"start"` // until somebody has asked
}

// A question is a text box of a plain form.
type question struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Hint  string `json:"hint"`
	Asks  bool   `json:"asks"` // for a place, of which the page may have to ask again
}

// A column is a place for what another page says about one of two areas.
type column struct {
	Key  string `json:"key"`
	But  string `json:"but"` // the key whose areas it leaves out
	Head string `json:"head"`
}

// twoAreas adds to a page's own words what all such pages have.
func (v *views) twoAreas(p model.Page, own twoAreas) twoAreas {
	own.All = Span{Text: "Help pages", Href: v.href(model.HelpsAddress)}
	own.Asking, own.Start = v.asking(p), v.start()
	var keys []string
	for _, c := range own.Columns {
		keys = append(keys, c.Key)
	}
	own.Keys = strings.Join(keys, " ")
	return own
}

// guideLinks is a help page by its title; none where nobody has written it.
func (v *views) guideLinks(id string) []Span {
	if a, ok := v.d.Help(id); ok {
		return []Span{{Text: a.Title, Href: v.href(a.Address())}}
	}
	return nil
}
