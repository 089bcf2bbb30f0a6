package site

import "signpost/generator/model"

// A box is the one form in which a family types what it has.
type box struct {
	Action string `json:"action"`
	Base   string `json:"base"`
	Label  string `json:"label"`
	Find   string `json:"find"` // on the button
	Note   string `json:"note"` // where the words go, for browsers without script
	Lang   string `json:"lang"` // of the label and the button, where it is not that around them
	Dir    string `json:"dir"`
}

func (v *views) box() box {
	return box{
		Action: v.href(model.FindAddress), Base: v.base.Path,
		Label: "The postcode where your child lives, your town, or what you need help with",
		Find:  "Find",
		Note:  "What you type goes to this site's own server. It keeps no record of it.",
	}
}

// A findView is the page of answers, with places for them: search/answer and
// the script of the page fill these. As it is built, it is where to start.
type findView struct {
	Frame   frame         `json:"frame"`
	Areas   Span          `json:"areas"`
	Crisis  []Span        `json:"crisis"`  // the page about urgent help
	Nations []Span        `json:"nations"` // where to go outside England
	Filters []filterGroup `json:"filters"`
	Nothing []Span        `json:"nothing"` // said when nothing was found
	NotSure []Line        `json:"notsure"`
	Moments []doorway     `json:"moments"`
}

// A filterGroup is a question about services with the answers to tick. Its ID
// is the name in the form's address.
type filterGroup struct {
	ID     string        `json:"id"`
	Legend string        `json:"legend"`
	Values []filterValue `json:"values"`
}

type filterValue struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

func (v *views) find(p model.Page) findView {
	return findView{
		Frame: v.frame(p, "Type a postcode, a town or what you need help with. You see who supports you there."),
		Areas: v.allAreas(), Filters: v.filters(), Nothing: v.noResults(), NotSure: v.nationalLines(model.Everyone), Moments: v.moments(),
		Crisis:  v.helpLink(model.CrisisHelp, "More about getting help right now"),
		Nations: v.helpLink(nationsGuide, "see who to ask there"),
	}
}

func (v *views) allAreas() Span { return Span{Text: "All areas", Href: v.href(model.AreasAddress)} }

// nationsGuide is the help page for families outside England.
const nationsGuide = "other-nations"

// helpLink is words with a link to a help page, where it exists.
func (v *views) helpLink(id, words string) []Span {
	if a, ok := v.d.Help(id); ok {
		return []Span{{Text: words, Href: v.href(a.Address())}}
	}
	return plain(words)
}

// Ages are the phases by which services can be filtered: their ids, the plain
// words, and the years of age. Up to 25, as the law reaches (Children and
// Families Act 2014, section 83).
var Ages = []struct {
	ID, Label string
	Min, Max  int
}{
	{"early-years", "Under 5", 0, 4},
	{"primary", "5 to 10", 5, 10},
	{"secondary", "11 to 15", 11, 15},
	{"post-16", "16 to 18", 16, 18},
	{"adult", "19 to 25", 19, 25},
}

// filters are the questions in the order in which families ask them.
func (v *views) filters() []filterGroup {
	ages := filterGroup{ID: "age", Legend: "Age"}
	for _, a := range Ages {
		ages.Values = append(ages.Values, filterValue{a.ID, a.Label})
	}
	return []filterGroup{
		v.filterOf("kind", "kinds", "Sort of service"), v.filterOf("need", "needs", "What it knows most about"), ages,
		v.filterOf("support", "support", "What it does"), v.filterOf("channel", "channels", "How to reach it"),
		v.filterOf("language", "languages", "Language spoken there"), v.filterOf("community", "communities", "Families it works with most"),
	}
}

func (v *views) filterOf(id, vocabulary, legend string) filterGroup {
	g := filterGroup{ID: id, Legend: legend}
	for _, t := range v.d.Vocabulary[vocabulary] {
		g.Values = append(g.Values, filterValue{t.ID, t.Label})
	}
	return g
}

// A doorway is a link with a sentence that helps to choose it.
type doorway struct {
	Link Span   `json:"link"`
	Says string `json:"says"`
}

// moments are the help pages of what is happening, in the order of their
// vocabulary. That for whoever does not know where to start has a link of its own.
func (v *views) moments() []doorway {
	var doors []doorway
	for _, term := range v.d.Vocabulary["moments"] {
		if a, ok := v.d.Help(term.ID); ok && a.ID != model.StartHelp {
			doors = append(doors, v.helpDoor(a))
		}
	}
	return doors
}

// An offlineView says what still works without a connection.
type offlineView struct {
	Frame   frame  `json:"frame"`
	Areas   Span   `json:"areas"`
	NotSure []Line `json:"notsure"`
}

func (v *views) offline(p model.Page) offlineView {
	return offlineView{v.frame(p, "What still works without the internet."), v.allAreas(), v.nationalLines(model.Everyone)}
}
