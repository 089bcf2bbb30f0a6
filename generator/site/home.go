package site

import "signpost/generator/model"

// A homeView is the front page: what this is, the box, and ways on for those
// who do not know what to type.
type homeView struct {
	Frame   frame     `json:"frame"`
	Intro   []string  `json:"intro"`
	Start   *Span     `json:"start"` // for who does not know where to start
	Moments []doorway `json:"moments"`
	Regions []region  `json:"regions"`
	Count   int       `json:"count"`
	NotSure []Line    `json:"notsure"` // a national line
}

func (v *views) home(p model.Page) homeView {
	f := v.frame(p, description)
	f.Title = v.d.Settings.Name + ": find who supports you"
	view := homeView{
		Frame: f,
		Intro: []string{
			"Every area of England has a free advice service. It is for children and young people with special educational needs or a disability (SEND), and for their families.",
		},
		Moments: v.moments(), Regions: v.regions(), Count: len(v.d.Areas), NotSure: v.nationalLines(model.Everyone),
	}
	if a, ok := v.d.Help(startGuide); ok {
		view.Start = &Span{Text: a.Title, Href: v.href(a.Address())}
	}
	return view
}

// startGuide is the help page for whoever does not know where to start.
const startGuide = "start"

// noResults never leaves a family without a number.
func (v *views) noResults() []Span {
	s, c, _ := v.nationalLine(model.Everyone)
	if s == nil {
		return plain("We did not find that. Please look at the whole list.")
	}
	return v.say("state-no-results", fill{"name": plain(v.nameOf(s)), "number": {way(c)}})
}

// An areasView is the plain list of areas.
type areasView struct {
	Frame   frame    `json:"frame"`
	Regions []region `json:"regions"`
	Count   int      `json:"count"`
}

func (v *views) areas(p model.Page) areasView {
	return areasView{v.frame(p, "All areas of England, by region, with the districts in each."), v.regions(), len(v.d.Areas)}
}
