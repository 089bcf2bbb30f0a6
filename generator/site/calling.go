package site

import (
	"signpost/generator/model"
)

// calling is what helps before a family rings: words to say, and what will
// happen then, as far as the service has told us.
type calling struct {
	Heading string `json:"heading"`
	Say     string `json:"say"`
	Speak   []Span `json:"speak"` // for who speaks another language
	Facts   []fact `json:"facts"`
}

const (
	sayWords    = "Hello. I am worried about my child. I live in {area}. Can you help me?"
	sayToOther  = "Hello. I am worried about my child. Who gives free advice in {area}?"
	decideWords = "No. They do not decide anything about your child."
)

// calling is about the advice service that leads; where none is known, the
// words are for the council.
func (v *views) calling(a *model.Area, s *model.Service) calling {
	area := fill{"area": plain(a.Name)}
	if s == nil {
		return calling{Heading: "What to say when you ask", Say: quote(Words(expand(sayToOther, area))), Speak: v.speak()}
	}
	c := calling{Heading: "What to say when you ring", Say: quote(Words(expand(sayWords, area))), Speak: v.speak()}
	if _, _, ok := ownChannel(s, model.Phone, model.Everyone); !ok {
		c.Heading = "What to say when you ask"
	}
	if plan, ok := v.inLaw("no-plan-needed"); ok {
		c.Facts = append(c.Facts, known("Do I need a plan first?", law(plan), "", plain("No. "+plan.Meaning)))
	}
	c.Facts = append(c.Facts, known("Do they decide about my child?", nil, "", plain(decideWords)))
	if f := v.firstCall(s); !f.Unknown { // what holds for all of them stands below the sign
		c.Facts = append(c.Facts, f)
	}
	return c
}

// firstCall is what happens when a family rings, in the service's own words.
func (v *views) firstCall(s *model.Service) fact {
	return known("What happens when you ring", v.origin(s.Access.Origin, s), "what happens when you ring.",
		their(s.Access.Origin, s.Access.Value.FirstCall)).about(v.mark(s, model.GroupAccess))
}

// languagesGuide is the help page about languages, interpreters and other formats.
const languagesGuide = "languages"

// speak leads to the help page that says how to ask for an interpreter.
func (v *views) speak() []Span {
	a, ok := v.d.Help(languagesGuide)
	if !ok {
		return nil
	}
	return []Span{{Text: "You speak another language, or you sign? "}, {Text: "How to ask for an interpreter", Href: v.href(a.Address())}, {Text: "."}}
}
