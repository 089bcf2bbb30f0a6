package site

import (
	"slices"

	"signpost/generator/model"
)

// A replacedView is the page of an area that has ended. Its address is on
// paper in many homes, so it has to lead on.
type replacedView struct {
	Frame    frame  `json:"frame"`
	Name     string `json:"name"`
	Says     string `json:"says"`
	Next     []next `json:"next"`
	Services []card `json:"services"`
	StillAsk []Span `json:"stillask"`
}

// A next area, with the districts that belong to it now.
type next struct {
	Link   Span   `json:"link"`
	Covers string `json:"covers"`
}

func (v *views) replaced(p model.Page) replacedView {
	a := v.d.Area(p.Area)
	view := replacedView{
		Frame: v.frame(p, a.Name+" ended "+onDay(a.Until)+". See who supports you there now."),
		Name:  a.Name, Says: v.whatFollowed(a),
		Services: v.cards(slices.DeleteFunc(shown(a.Services), func(s *model.Service) bool { return s.Kind == model.LocalOfferSite })),
		StillAsk: v.say("state-replaced", fill{"area": plain(a.Name)}),
	}
	for _, slug := range a.Successors {
		if n := v.d.Area(slug); n != nil {
			view.Next = append(view.Next, next{v.areaLink(n), covers(n)})
		}
	}
	return view
}

func (v *views) whatFollowed(a *model.Area) string {
	says := a.Name + " ended as a council area " + onDay(a.Until) + "."
	if names := v.names(a.Successors); len(names) > 0 {
		there := " Now there is "
		if len(names) > 1 {
			there = " Now there are "
		}
		says += there + list(names) + "."
	}
	return says
}
