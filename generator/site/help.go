package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"signpost/generator/model"
)

// A helpView is a help page: what is happening, what the law sets, whom to
// ring, and only then what there is to read.
type helpView struct {
	Frame     frame       `json:"frame"`
	All       Span        `json:"all"`
	Summary   []Span      `json:"summary"`
	Easy      *Span       `json:"easy"` // the same in Easy Read
	Limit     *limit      `json:"limit"`
	NoLaw     string      `json:"nolaw"` // said where no law was read for the page
	Start     startView   `json:"start"`
	Beside    [][]Span    `json:"beside"`
	Dates     *calculator `json:"dates"`
	Body      string      `json:"body"`      // safe HTML
	RingFirst string      `json:"ringfirst"` // the page's own words for whom to ring; they stay beside the area's sign
	Near      *asking     `json:"near"`      // for the sign of the reader's own area
	Choose    string      `json:"choose"`    // above the list of areas, on the few pages that have it
	Regions   []region    `json:"regions"`   // all areas, to be chosen by name
	Checked   string      `json:"checked"`

	Languages []languageHelp `json:"languages"` // the site in each, on the page about languages
}

// A limit is what the law sets, with the place where it was read.
type limit struct {
	Says  []Span `json:"says"`
	Law   []Span `json:"law"`
	Check string `json:"check"`
}

// A startView leads to somebody who answers, on pages that know no area.
type startView struct {
	Ring     string   `json:"ring"`
	Urgent   [][]Span `json:"urgent"` // numbers that come before all else; none on most pages
	From     []Span   `json:"from"`   // where those are from
	Areas    Span     `json:"areas"`
	National []Line   `json:"national"`
}

const (
	ringWords  = "Ring the free advice service of your area. They help you work out what to do."
	checkWords = "Check with your supporter."
	noLawWords = "What does the law say? We have not read a law for this page. Ask the advice service."
)

func (v *views) start() startView {
	return startView{
		Ring:     ringWords,
		Areas:    Span{Text: "Choose your area", Href: v.href(model.AreasAddress)},
		National: v.nationalLines(model.Everyone),
	}
}

func (v *views) help(p model.Page) (helpView, error) {
	a, ok := v.d.Help(p.Help)
	if !ok {
		return helpView{}, fmt.Errorf("no help page has the id %q", p.Help)
	}
	l := v.linking()
	dates, err := v.calculator(a.Limits)
	if err != nil {
		return helpView{}, err
	}
	view := helpView{
		Frame: v.frame(p, a.Summary), All: Span{Text: "Help pages", Href: v.href(model.HelpsAddress)},
		Summary: l.text(a.Summary), Limit: lawLimit(a.Limit, l), Start: v.start(), Dates: dates, Checked: a.Checked.Words(),
	}
	view.Easy = v.easyLink(a.ID)
	for _, b := range a.Beside {
		view.Beside = append(view.Beside, l.text(b))
	}
	view.Body, err = v.guideHTML(a, l)
	view.RingFirst, view.Start.Ring = full(a.Ring), full(cmp.Or(a.Ring, ringWords))
	if a.ID == model.CrisisHelp {
		view.Start.Urgent, view.Start.From = v.urgent(), v.urgentFrom()
	} else {
		near := v.asking(p)
		view.Near = &near
		if view.Limit == nil {
			view.NoLaw = noLawWords
		}
	}
	if a.ID == languagesGuide {
		view.Languages = v.languageHelps()
	}
	if choose := stopping[a.ID]; choose != "" {
		view.Choose, view.Regions = choose, v.regions()
	}
	return view, err
}

// stopping are the help pages, by their ids, with a list of all areas: for
// families who have no postcode to type.
var stopping = map[string]string{"travellers": stoppingNow}

// travelling are the communities, by their ids, with the same list.
var travelling = []string{"grt", "showmen-boaters"}

const stoppingNow = "Where are you stopping now?"

// guideHTML is a guide's text; its headings stand below the page's own.
func (v *views) guideHTML(a model.Article, l linking) (string, error) {
	return l.page.HTML(a.Body, 2, v.own)
}

// own is what a guide's link to an address of the site's own holds.
func (v *views) own(address string) string {
	if v.d.HasPage(address) {
		return v.href(address)
	}
	return ""
}

func lawLimit(set model.Limit, l linking) *limit {
	if set.Says == "" {
		return nil
	}
	return &limit{Says: l.text(full(set.Says)), Law: lawSource(set), Check: checkWords}
}

// lawSource says which law sets a limit, and where it was read.
func lawSource(set model.Limit) []Span {
	return []Span{{Text: "From the law: "}, {Text: set.Law, Href: webLink(set.Source)}, {Text: "."}}
}

// A helpsView lists the help pages: those of moments first, in the order in
// which they come to a family.
type helpsView struct {
	Frame   frame     `json:"frame"`
	Moments []doorway `json:"moments"`
	Others  []doorway `json:"others"`
	Topics  []doorway `json:"topics"`
	Start   startView `json:"start"`
}

func (v *views) helps(p model.Page) helpsView {
	view := helpsView{Frame: v.frame(p, "Short pages about what is happening, and who to ring."), Moments: v.moments(), Start: v.start()}
	for _, a := range v.otherHelps() {
		view.Others = append(view.Others, v.helpDoor(a))
	}
	for _, t := range model.Topics {
		view.Topics = append(view.Topics, doorway{Span{Text: topicWords[t.Vocabulary].title, Href: v.href(t.List)}, topicWords[t.Vocabulary].lead})
	}
	return view
}

func (v *views) helpDoor(a model.Article) doorway {
	return doorway{Span{Text: a.Title, Href: v.href(a.Address())}, a.Summary}
}

// otherHelps are the help pages that belong to no moment, in the order that
// their authors gave them, then by title.
func (v *views) otherHelps() []model.Article {
	var others []model.Article
	for _, a := range v.d.Articles {
		if _, moment := v.d.Vocabulary["moments"].Find(a.ID); a.IsHelp() && !moment {
			others = append(others, a)
		}
	}
	slices.SortStableFunc(others, func(a, b model.Article) int {
		return cmp.Or(cmp.Compare(placed(a.Order), placed(b.Order)), cmp.Compare(a.Title, b.Title))
	})
	return others
}

// placed puts what nobody gave a place last.
func placed(order int) int {
	if order == 0 {
		return math.MaxInt
	}
	return order
}
