package site

import (
	"signpost/generator/model"
)

// A schoolsView is the page for schools and all who tell families about the
// advice service.
type schoolsView struct {
	Frame    frame     `json:"frame"`
	Law      []Span    `json:"law"`
	When     []string  `json:"when"`
	Say      string    `json:"say"`
	Asking   asking    `json:"asking"`
	Boxes    []string  `json:"boxes"` // to type areas into
	Regions  []region  `json:"regions"`
	National []Line    `json:"national"`
	Embed    Span      `json:"embed"`
	Helps    []doorway `json:"helps"`
}

// schoolLaw is what makes it worth a school's while. The page of the Act was
// not read as a whole, so the reader is sent there.
const schoolLaw = "Each council must make sure that families can get this advice. It must also make the service known to parents, children, young people and head teachers. "

// tellWhen are good moments, as advice. The law's own times are the council's.
var tellWhen = []string{
	"You first talk to a family about extra help.",
	"You plan help, or look at it again.",
	"You or the family ask the council to assess the child.",
	"A letter comes from the council, with a yes, a no or a plan.",
	"The yearly review of a plan is near.",
	"A child cannot come to school, or is sent home.",
	"The child is about to change school, or the family is about to move.",
	"The family and the school do not agree.",
}

func (v *views) schools(p model.Page) schoolsView {
	ask := v.asking(p)
	ask.Slot = v.href(model.AreaSchoolsAddress("{}"))
	return schoolsView{
		Frame: v.frame(p, "For schools and all who work with families: words to copy, cards to print, and when to tell a family about the free advice service."),
		Law: []Span{
			{Text: schoolLaw + "See "},
			{Text: "section 32 of the Children and Families Act 2014", Href: "https://www.legislation.gov.uk/ukpga/2014/6/section/32"},
			{Text: ". Please check there and in the SEND Code of Practice what your school itself must do."},
		},
		When: tellWhen, Say: "“There is a free service that takes no side. It is not part of our school. Shall we ring together?”",
		Asking: ask, Boxes: []string{"Town, council or postcode", "Another area, if you need one", "Another area"}, Regions: v.regionsTo(model.AreaSchoolsAddress),
		National: v.nationalLines(model.Everyone),
		Embed:    Span{Text: "Put this on your school's own page", Href: v.href(model.EmbedAddress)},
		Helps:    v.targetDoors([]string{"help:advice-service", "help:local-offer", "help:who-is-who"}),
	}
}

// An areaSchoolsView is what a school can give to the families of one area.
type areaSchoolsView struct {
	Frame   frame     `json:"frame"`
	All     Span      `json:"all"`
	Area    Span      `json:"area"`
	Handout handout   `json:"handout"`
	Forms   []edition `json:"forms"` // of the area's page, to give or to print
	Embed   snippet   `json:"embed"`
}

func (v *views) areaSchools(p model.Page) areaSchoolsView {
	a := v.d.Area(p.Area)
	embed := v.snippet(a.Slug, a.Name, model.AreaAddress(a.Slug))
	embed.Frame = v.embedFrame(a)
	return areaSchoolsView{
		Frame:   v.frame(p, "Words to copy and a card to print about free SEND advice in "+a.Name+"."),
		All:     Span{Text: "For schools", Href: v.href(model.SchoolsAddress)},
		Area:    Span{Text: a.Name + ": who supports you", Href: v.href(model.AreaAddress(a.Slug))},
		Handout: v.handout(a), Forms: v.editions(p), Embed: embed,
	}
}

// schoolPages are the pages for schools of every area.
func schoolPages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, a := range d.Areas {
		pages = append(pages, model.Page{Address: model.AreaSchoolsAddress(a.Slug), Kind: model.AreaSchools, Title: a.Name + ": for schools to give to families", Area: a.Slug})
	}
	return pages
}
