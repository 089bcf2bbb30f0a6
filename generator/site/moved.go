package site

import "signpost/generator/model"

// A movedView is a former address: it leads on by itself and by a link.
type movedView struct {
	Frame frame  `json:"frame"`
	To    string `json:"to"`
}

func (v *views) moved(p model.Page) movedView {
	view := movedView{Frame: v.frame(p, "This page has a new address.")}
	for _, m := range v.d.Moved {
		if m.From == p.Address {
			view.To, view.Frame.Canonical = v.href(m.To), v.link(m.To)
		}
	}
	return view
}

// A missingView is what a wrong address shows: the ways on, and a number.
type missingView struct {
	Frame   frame  `json:"frame"`
	Areas   Span   `json:"areas"`
	NotSure []Line `json:"notsure"`
}

func (v *views) missing(p model.Page) missingView {
	return missingView{
		v.frame(p, "This address leads nowhere. Here is how to go on."),
		Span{Text: "the list of all areas", Href: v.href(model.AreasAddress)},
		v.nationalLines(model.Everyone),
	}
}
