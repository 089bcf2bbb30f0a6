package site

import (
	"slices"

	"signpost/generator/model"
)

// noCost is true of every area: the law asks for such a service everywhere.
const noCost = "There is free help near you."

// aboutLetter stands on the slip that comes with a council's letter.
const aboutLetter = "Do you want to talk about this letter?"

// The words of papers, which speak to parents or to young people themselves.
var paperWords = map[string]struct {
	forWhom, ask, say string
	steps, beside     []string
	look              string // who can look at a page for them
}{
	model.Parents: {
		forWhom: "For parents and carers",
		ask:     "Does your child need more help?",
		say:     worried,
		steps:   []string{"They listen.", "They tell you what you could do, and who does what.", "You choose what to do."},
		beside:  []string{"The name of your child's nursery, school or college", "Two or three things that are hard, in your own words", "Any letters that you have", "A pen and paper"},
		look:    "Ask at a library, or at your child's school, to look at the page for you.",
	},
	model.YoungPeople: {
		forWhom: "For children and young people",
		ask:     "Do you need more help at school or college?",
		say:     "“I need help with school or college. I do not know where to start.”",
		steps: []string{"You can ask someone you trust to help you ask.", "You can ask to meet in a place you like.",
			"Ask them what they keep to themselves, and when they have to tell someone.", "They tell you what you could do. You choose."},
		beside: []string{"What you want to change", "Someone you trust, if you want", "A pen and paper"},
		look:   "Ask at a library, or ask someone you trust, to look at the page with you.",
	},
}

const askBack = "Nobody answers? Leave your name and number. Ask them to ring you back."

func (v *views) meeting(a *model.Area, audience string) meeting {
	words := paperWords[audience]
	m := meeting{"When you reach them", words.say, words.steps, words.beside}
	if rings(a, audience) {
		m.Title, m.Steps = "When you ring", slices.Concat(words.steps, []string{askBack})
	}
	return m
}

// rings reports whether an area's sign begins with a number.
func rings(a *model.Area, audience string) bool {
	return a.FirstFor(audience).Class == model.RingService
}

// withoutInternet is what to do without it. What the service can do is for it
// to say, so that all of this is only to be asked.
func withoutInternet(a *model.Area, audience string) []string {
	ask := []string{"Ask if they can write to you.", "Ask if they can meet you near your home.", "English is hard for you? Ask if they can get an interpreter."}
	if rings(a, audience) {
		return append([]string{"You do not need the internet. Ring from any phone."}, ask...)
	}
	return append([]string{paperWords[audience].look}, ask...)
}

// urgentFor adds a helpline of their own for children and young people.
func (v *views) urgentFor(audience string) [][]Span {
	lines := v.urgent()
	s := v.d.Service(childrensLine)
	if audience != model.YoungPeople || s == nil {
		return lines
	}
	if c, _, ok := ownChannel(s, model.Phone, model.Everyone); ok {
		lines = append(lines, []Span{{Text: "Want to talk to someone? Ring " + v.nameOf(s) + " on "}, way(c), {Text: "."}})
	}
	return lines
}

// childrensLine is the id of the helpline that every child can ring.
const childrensLine = "childline"
