package site

import (
	"signpost/generator/model"
	"signpost/generator/prose"
)

// Terms are the words of the glossary as texts use them. Everyday words, which
// no text links to, are left out.
func Terms(d *model.Directory) []prose.Term {
	var terms []prose.Term
	for _, w := range d.Words {
		if !w.Unlinked {
			terms = append(terms, prose.Term{ID: w.ID, Title: w.Title, Forms: w.Also})
		}
	}
	return terms
}

// A linking links the terms of one page to the glossary, each where it first
// stands: what a page says goes through it in the order in which it is read.
type linking struct{ page *prose.Linker }

// linking begins a page. The terms with the ids in except are what it is about.
func (v *views) linking(except ...string) linking { return linking{v.terms.Page(except...)} }

// text is a plain text with its terms linked.
func (l linking) text(says string) []Span { return l.spans(plain(says)) }

// spans are words with the terms among them linked, too: not those that are
// links already, nor a name.
func (l linking) spans(says []Span) []Span {
	var linked []Span
	for _, s := range says {
		if s.Own == prose.OwnName || s.Link() != "" {
			linked = append(linked, s)
			continue
		}
		for _, part := range l.page.Spans(s.Text) {
			linked = append(linked, Span{Text: part.Text, Href: part.Href, Own: s.Own})
		}
	}
	return linked
}

// facts are answers with their terms linked. The facts stay as they were: the
// same may stand on another page.
func (l linking) facts(facts []fact) []fact {
	linked := append([]fact(nil), facts...)
	for i, f := range linked {
		linked[i].Says = nil
		for _, says := range f.Says {
			linked[i].Says = append(linked[i].Says, l.spans(says))
		}
	}
	return linked
}

// linked is an area's page with the terms linked in what is known of the
// service that leads. The sign itself explains its words, and leads to one
// contact alone.
func (v *views) linked(view areaView) areaView {
	l := v.linking()
	view.Independence.Facts = l.facts(view.Independence.Facts)
	view.Facts = l.facts(view.Facts)
	return view
}
