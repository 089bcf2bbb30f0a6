package site

import (
	"fmt"
	"slices"

	"signpost/generator/model"
)

// A stepView is one question to whoever does not know where to start, or the
// last of them: where they live. Each has a number to ring instead.
type stepView struct {
	Frame    frame     `json:"frame"`
	Lead     string    `json:"lead"`
	Ring     []Span    `json:"ring"`    // a number in the first screen, where the list of answers is long
	Back     []Span    `json:"back"`    // the questions before, to answer again
	Ask      string    `json:"ask"`     // the question, where it is not the heading
	Answers  []doorway `json:"answers"` // none at the last question
	Urgent   [][]Span  `json:"urgent"`
	National []Line    `json:"national"`
	Own      bool      `json:"own"` // the reader is a child or young person
	Say      string    `json:"say"` // the first words on the phone
	Helps    []doorway `json:"helps"`
	Choose   string    `json:"choose"` // above the list of areas
	Regions  []region  `json:"regions"`
	Body     string    `json:"body"` // safe HTML
}

// A step is one page of the questions, with the answers that led to it.
type step struct {
	address string
	who     *someone
	what    *happening
}

// steps are all pages of the questions, the first one first.
var steps = func() []step {
	all := []step{{address: model.StartAddress}}
	for i := range someones {
		who := &someones[i]
		all = append(all, step{address: model.StartStepAddress(who.id), who: who})
		for _, what := range who.choices() {
			if !what.schools {
				all = append(all, step{model.StartStepAddress(who.id, what.id), who, &what})
			}
		}
	}
	return all
}()

// choices are the answers to the second question, if it is asked.
func (w *someone) choices() []happening {
	if len(w.answers) == 0 {
		return nil
	}
	return append(slices.Clone(w.answers), unsureHappening)
}

// last reports whether the page asks where the family lives.
func (s step) last() bool { return s.what != nil || s.who != nil && len(s.who.answers) == 0 }

func (s step) title() string {
	switch {
	case s.who == nil:
		return startTitle
	case s.last():
		return s.who.where
	}
	return s.who.question
}

// startPages are the questions. The titles of later ones say what was answered:
// several ask the same.
func startPages() []model.Page {
	var pages []model.Page
	for _, s := range steps {
		pages = append(pages, model.Page{Address: s.address, Kind: model.StartPage, Title: s.title()})
	}
	return pages
}

func (v *views) step(p model.Page) (stepView, error) {
	i := slices.IndexFunc(steps, func(s step) bool { return s.address == p.Address })
	if i < 0 {
		return stepView{}, fmt.Errorf("no question has the address %s", p.Address)
	}
	s := steps[i]
	view := stepView{
		Frame: v.frame(p, "A few plain questions that lead to somebody who helps. You can ring at any time instead."),
		Back:  v.before(s), National: v.nationalLines(s.audience()), Own: s.audience() == model.YoungPeople,
	}
	view.Frame.Title = v.window(s.window())
	if s.who == nil || s.what != nil && s.what.urgent {
		view.Urgent = v.urgent()
	}
	switch {
	case s.last():
		v.lastStep(&view, s)
	case s.who == nil:
		view.Ring = v.ringNow(s.audience())
		return v.firstStep(view)
	default:
		view.Lead, view.Ring = "Choose what comes nearest.", v.ringNow(s.audience())
		view.Answers = v.secondAnswers(s.who)
	}
	return view, nil
}

// ringNow is the national line in a few words. The page says below whose it is,
// and where the number is from.
func (v *views) ringNow(audience string) []Span {
	s, c, _ := v.nationalLine(audience)
	if s == nil {
		return nil
	}
	return expand("Would you rather talk? Ring {name} on {number}.", fill{"name": plain(v.nameOf(s)), "number": {way(c)}})
}

// firstStep holds the guide of the same name, which says what to say on the phone.
func (v *views) firstStep(view stepView) (stepView, error) {
	view.Lead = "There are three short questions at most."
	view.Ask, view.Choose, view.Regions = whoQuestion, "Or choose your area now", v.regions()
	for _, who := range someones {
		view.Answers = append(view.Answers, v.door(model.StartStepAddress(who.id), who.label, who.says))
	}
	a, ok := v.d.Help(model.StartHelp)
	if !ok {
		return view, nil
	}
	var err error
	view.Body, err = v.guideHTML(a, v.linking())
	return view, err
}

func (v *views) secondAnswers(who *someone) []doorway {
	var doors []doorway
	for _, what := range who.choices() {
		address := model.StartStepAddress(who.id, what.id)
		if what.schools {
			address = model.SchoolsAddress
		}
		doors = append(doors, v.door(address, what.label, what.says))
	}
	return doors
}

// lastStep leads to the area, and keeps what was answered: the pages to read,
// and the words to begin with.
func (v *views) lastStep(view *stepView, s step) {
	view.Lead = "Choose the council area. The next page says who to ring there."
	view.Choose, view.Regions, view.Say = "Areas of England", v.regionsFor(s.audience()), unsureSay
	if s.who.id == "child" {
		view.Say = worried
	}
	if s.what != nil && s.what.say != "" {
		view.Say = s.what.say
	}
	if s.what != nil {
		view.Helps = append(v.pageDoor(s.what.page), v.targetDoors(s.what.helps)...)
	}
}

func (s step) audience() string {
	if s.who != nil && s.who.own {
		return model.YoungPeople
	}
	return model.Everyone
}

// window tells pages with the same question apart.
func (s step) window() string {
	switch {
	case s.what != nil:
		return s.title() + " (" + s.who.label + ": " + small(s.what.label) + ")"
	case s.who != nil:
		return s.title() + " (" + s.who.label + ")"
	}
	return s.title()
}

// before are links back to the questions that were answered.
func (v *views) before(s step) []Span {
	var back []Span
	if s.who != nil {
		back = append(back, Span{Text: s.who.label, Href: v.href(model.StartAddress)})
	}
	if s.what != nil {
		back = append(back, Span{Text: s.what.label, Href: v.href(model.StartStepAddress(s.who.id))})
	}
	return back
}

func (v *views) door(address, label, says string) doorway {
	return doorway{Span{Text: label, Href: v.href(address)}, says}
}

// pageDoor leads to a page of the site by its own title, if there is such a page.
func (v *views) pageDoor(address string) []doorway {
	for _, p := range Pages(v.d) {
		if p.Address == address {
			return []doorway{v.door(address, p.Title, "")}
		}
	}
	return nil
}

// targetDoors lead to the pages that targets mean, as far as there are such.
func (v *views) targetDoors(targets []string) []doorway {
	var doors []doorway
	for _, target := range targets {
		if door, ok := v.targetDoor(target); ok {
			doors = append(doors, door)
		}
	}
	return doors
}

func (v *views) targetDoor(target string) (doorway, bool) {
	address, ok := v.d.TargetAddress(target)
	if !ok {
		return doorway{}, false
	}
	for _, a := range v.d.Articles {
		if a.Address() == address {
			return v.helpDoor(a), true
		}
	}
	for _, t := range model.Topics {
		for _, term := range v.d.Vocabulary[t.Vocabulary] {
			if t.Address(term.ID) == address {
				return v.door(address, term.Label, term.Meaning), true
			}
		}
	}
	return doorway{}, false
}
