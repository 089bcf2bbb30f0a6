package site

import "signpost/generator/model"

// FactMark is what the parts of a page are marked with that say a group of a
// service's facts (data-about), so that whoever edits them is shown what is wrong
// at its place. The public site has no marks.
func FactMark(service string, g model.Group) string { return service + " " + string(g) }

func (v *views) mark(s *model.Service, g model.Group) string {
	if !v.o.Preview || s == nil {
		return ""
	}
	return FactMark(s.ID, g)
}

// about is the fact with its mark.
func (f fact) about(mark string) fact {
	f.About = mark
	return f
}
