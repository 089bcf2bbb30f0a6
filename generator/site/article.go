package site

import (
	"fmt"
	"slices"

	"signpost/generator/model"
)

// An articleView is a page that people wrote in content/guides.
type articleView struct {
	Frame   frame      `json:"frame"`
	Summary []Span     `json:"summary"`
	Body    string     `json:"body"` // safe HTML
	Checked string     `json:"checked"`
	Sources []register `json:"sources"` // on the page about the site alone
	Trials  []trials   `json:"trials"`  // on the accessibility statement alone
}

// A register is a public list from which facts come.
type register struct {
	Name    Span   `json:"name"`
	What    string `json:"what"`
	Licence string `json:"licence"`
}

func (v *views) article(p model.Page) (articleView, error) {
	i := slices.IndexFunc(v.d.Articles, func(a model.Article) bool { return a.Address() == p.Address })
	if i < 0 {
		return articleView{}, fmt.Errorf("no article has the address %s", p.Address)
	}
	a := v.d.Articles[i]
	l := v.linking()
	view := articleView{Frame: v.frame(p, a.Summary), Summary: l.text(a.Summary), Checked: a.Checked.Words()}
	var err error
	view.Body, err = v.guideHTML(a, l)
	if a.ID == model.AboutArticle {
		view.Sources = v.registers()
	}
	if a.ID == model.AccessibilityArticle {
		view.Trials = v.trials()
	}
	return view, err
}

// registers are the public lists; entries and councils' files name themselves
// beside each fact.
func (v *views) registers() []register {
	var lists []register
	for _, s := range v.d.Sources {
		if s.Rank == model.Register {
			lists = append(lists, register{Span{Text: s.Name, Href: webLink(s.Link)}, s.What, s.Licence})
		}
	}
	return lists
}
