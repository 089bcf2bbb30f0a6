package site

import (
	"slices"

	"signpost/generator/model"
)

// An edition is another form of an area's page: in fewer words, for other
// readers, on paper, in another language.
type edition struct {
	Page      Span   `json:"page"`
	Tag       string `json:"tag"` // of a page in another language, and how that is written
	Direction string `json:"direction"`
}

// An editionKind is a kind of page that is a form of an area's page.
type editionKind struct {
	kind  model.PageKind
	label string
	paper bool // given out by others: listed on the other papers, not to a family that reads
}

// editionKinds lists them in the order of the page, with what it calls each. An
// area that has no page of a kind has no line of it, either.
var editionKinds = []editionKind{
	{model.AreaPage, "The whole page", false},
	{model.EasyReadPage, "Easy Read, with pictures", false},
	{model.YoungAreaPage, "For children and young people", false},
	{model.LeafletPage, "Leaflet to print", false},
	{model.PosterPage, "Poster to print", true},
	{model.WalletPage, "Card to print", true},
	{model.InsertPage, "Slip for a letter", true},
	{model.AreaSchools, "Words for schools to give", true},
}

// editions are the other forms of the page: those in English first, then those
// in other languages, each called by its own name.
func (v *views) editions(p model.Page) []edition {
	var list []edition
	of := v.formsOf(p.Area)
	for _, k := range editionKinds {
		for _, other := range of {
			if k.paper && p.Kind == model.AreaPage {
				break
			}
			if other.Kind == k.kind && other.Language == "" && other.Address != p.Address {
				list = append(list, edition{Page: Span{Text: k.label, Href: v.href(other.Address)}})
				break // the first of a kind leads to the others
			}
		}
	}
	for _, other := range of {
		if l, ok := v.d.Languages.Find(other.Language); ok && other.Language != p.Language {
			list = append(list, edition{Span{Text: l.Name, Href: v.href(other.Address)}, l.Tag, l.Direction})
		}
	}
	return list
}

// formsOf are the pages of an area, from the one list of pages.
func (v *views) formsOf(area string) []model.Page {
	v.forms.once.Do(func() {
		v.forms.of = map[string][]model.Page{}
		for _, p := range Pages(v.d) {
			form := slices.ContainsFunc(editionKinds, func(k editionKind) bool { return k.kind == p.Kind })
			if p.Area != "" && (form || p.Language != "") {
				v.forms.of[p.Area] = append(v.forms.of[p.Area], p)
			}
		}
	})
	return v.forms.of[area]
}
