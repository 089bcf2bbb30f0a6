package site

import "signpost/generator/model"

// A homeView is the front page: what this is, the box, and ways on for those
// who do not know what to type.
type homeView struct {
	Frame   frame     `json:"frame"`
	Intro   []string  `json:"intro"`
	Start   Span      `json:"start"` // for who does not know where to start
	Moments []doorway `json:"moments"`
	Doors   []Span    `json:"doors"` // for those who come as somebody in particular
	Regions []region  `json:"regions"`
	Count   int       `json:"count"`
	NotSure []Line    `json:"notsure"` // a national line

	Languages []languageLink `json:"languages"` // the same in other languages
}

func (v *views) home(p model.Page) homeView {
	f := v.frame(p, description)
	f.Title = v.d.Settings.Name + ": find who supports you"
	view := homeView{
		Frame: f,
		Intro: []string{
			"Every area of England has a free advice service for children and young people with special educational needs or a disability (SEND), and for their families.",
		},
		Start:   Span{Text: startTitle, Href: v.href(model.StartAddress)},
		Moments: v.moments(), Doors: v.frontDoors(), Regions: v.regions(), Count: len(v.d.Areas), NotSure: v.nationalLines(model.Everyone),
		Languages: v.languageLinks(p),
	}
	return view
}

// A frontDoor is a page for those who come as somebody in particular.
type frontDoor struct{ address, label string }

// frontDoors lists them in the order of the page. A door that the site does not
// have is not shown.
var frontDoors = []frontDoor{
	{"/young-people/", "I am a child or young person"},
	{model.MovingAddress, "We are moving"},
	{model.FosteringAddress, "I look after someone else's child"},
	{model.HelpAddress("travellers"), "We travel, or have no fixed address"},
	{model.HelpAddress("no-internet"), "We have no internet"},
	{model.SchoolsAddress, "I work in a school or with families"},
}

func (v *views) frontDoors() []Span {
	var doors []Span
	for _, d := range frontDoors {
		if v.has(d.address) {
			doors = append(doors, Span{Text: d.label, Href: v.href(d.address)})
		}
	}
	return doors
}

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
