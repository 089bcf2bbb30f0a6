package site

import (
	"fmt"

	"signpost/generator/calendar"
	"signpost/generator/model"
)

// A movingView is the page for who moves from one council's area to another's:
// whom to ring in both, and the days that the law sets.
type movingView struct {
	Frame frame `json:"frame"`
	twoAreas
	Rule     []string    `json:"rule"`
	Law      []Span      `json:"law"`
	Move     string      `json:"move"`  // what the days are reckoned with, or ""
	Holds    string      `json:"holds"` // of which moves the days are
	NoPlan   []string    `json:"noplan"`
	Papers   []string    `json:"papers"`
	SayThis  []string    `json:"saythis"`
	Forces   [][]Span    `json:"forces"`
	Tables   []dateTable `json:"tables"`
	Also     []Span      `json:"also"`
	TableLaw []Span      `json:"tablelaw"`
}

// The guides beside the pages.
const (
	movingGuide   = "moving-home"
	forcesGuide   = "service-families"
	fosteringHelp = "looked-after"
)

var (
	movingFields = []question{
		{"from", "Where do you live now?", "Your town, your council or your postcode. One of them is enough.", true},
		{"to", "Where are you moving to?", "The new town, council, base town or postcode.", true},
		{calendar.MovedLimb, "On which day do you move?", "For example, 24 8 2026. You can leave this empty.", false},
		{calendar.KnewLimb, "On which day did your council get to know that you move?", "You do not know? Leave this empty.", false},
	}
	movingColumns = []column{
		{Key: "to", Head: "Where you are going"},
		{Key: "from", But: "to", Head: "Where you live now"},
	}
	// The regulation, in its order: (2), (3)(a) and (4).
	movingRule = []string{
		"Your old council sends the plan to the new council on the day you move.",
		"It may get to know of the move less than 15 working days before. Then it has 15 working days. The day it knew is day 1.",
		"From the day the plan goes over, it counts as the new council's own plan.",
		"Within 6 weeks the new council writes to you. It says that it has the plan. It says if it will assess your child again, and when it will look at the plan again.",
	}
	movingNoPlan = []string{
		"Help at school without a plan does not move by itself. Ask the old school to write down what helps. Give that to the new school.",
		"Has the council begun to look at your child's needs? Tell both councils that you move, and ask your supporter.",
	}
	movingPapers = []string{
		"The plan, and the papers of the last review",
		"The newest reports from school, doctors and therapists",
		"A page from school: the help your child gets, and what works",
		"Your letter to the council about the move",
		"The day you move, and the names of both councils",
	}
	movingSays = []string{
		"“We are moving to your area on” and say the day. “My child has a plan. What should we do first?”",
		"“The school in the plan is too far away now. Which school can my child go to?”",
		"No plan? “My child needs extra help at school. How do we keep it?”",
	}
)

const (
	regulation15 = "https://www.legislation.gov.uk/uksi/2014/1530/regulation/15"
	forcesTeam   = "https://dcs.school/?p=1239"
)

func (v *views) moving(p model.Page) (movingView, error) {
	view := movingView{
		Frame: v.frame(p, "Two areas side by side: who to ring where you live now, and where you are going."),
		twoAreas: v.twoAreas(p, twoAreas{
			Lead:  "See who to ring where you live now, and where you are going.",
			Label: "Your move", Button: "Show both areas", Fields: movingFields, Columns: movingColumns,
			First: "Ring the one where you are going. Not sure? Ring the one where you live now, too.",
			Same:  "Both places are in one council area. Then the council stays the same, and so does the plan.",
		}),
		Holds: "These days hold if the council changes, and both places are in England.",
		Rule:  movingRule, NoPlan: movingNoPlan, Papers: movingPapers, SayThis: movingSays, Forces: v.forces(),
		Law: []Span{{Text: "From the law: "}, {Text: "Special Educational Needs and Disability Regulations 2014, regulation 15", Href: regulation15}, {Text: ". " + checkWords}},
	}
	view.Also = v.guideLinks(movingGuide)
	for _, abroad := range v.guideLinks(nationsGuide) {
		view.Also = append(view.Also, Span{Text: "Moving to Wales, Scotland or Northern Ireland? " + abroad.Text, Href: abroad.Href})
	}
	return view, v.moveDates(&view)
}

// moveDates are what the days of a move are reckoned with, and tables of common
// days for who has no script; none where the limits are not known.
func (v *views) moveDates(view *movingView) error {
	if v.o.Limits == nil {
		return nil
	}
	var group []calendar.Limit
	for _, id := range []string{calendar.PlanMoves, calendar.NewCouncilLetter} {
		l, ok := v.o.Limits.Limit(id)
		if !ok {
			return nil
		}
		group = append(group, l)
		view.Tables = append(view.Tables, v.dateTables(l)...)
	}
	rules, err := v.o.Limits.ExportMove()
	if err != nil {
		return fmt.Errorf("the days of a move: %w", err)
	}
	view.Move, view.TableLaw = string(rules), lawsOf(group)
	return nil
}

// forces says who helps families of the forces. What the team does is what it
// says of itself; the page was read on 22 November 2026.
func (v *views) forces() [][]Span {
	says := [][]Span{
		{{Text: "The Ministry of Defence has an "}, {Text: "Education Advisory Team", Href: forcesTeam}, {Text: ". It gives advice to forces families on schools and special needs."}},
		plain("Do you know the base, and not the new home? Type the town of the base."),
	}
	for _, more := range v.guideLinks(forcesGuide) {
		says = append(says, []Span{{Text: "More help: "}, more})
	}
	return says
}
