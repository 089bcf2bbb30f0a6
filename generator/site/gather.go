package site

import "signpost/generator/model"

// An asking is what a page with slots for other pages' parts says where what
// somebody typed is not one area (generator/gather): see components/gather.
type asking struct {
	Action  string `json:"action"` // of the form: the page itself
	Base    string `json:"base"`
	Slot    string `json:"slot"` // the address of an area's page, with {} for its slug
	Areas   Span   `json:"areas"`
	Nations []Span `json:"nations"` // where to go outside England
	Note    string `json:"note"`    // where the words go, for browsers without script
}

func (v *views) asking(p model.Page) asking {
	return asking{
		Action: v.href(p.Address), Base: v.base.Path, Slot: v.href(model.AreasAddress) + "{}/",
		Areas: v.allAreas(), Nations: v.helpLink(nationsGuide, "see who to ask there"), Note: v.box().Note,
	}
}
