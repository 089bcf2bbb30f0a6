package site

import (
	"strings"

	"signpost/generator/model"
)

// urgent is the help that every page ends with, on paper too.
func (v *views) urgent() [][]Span {
	lines := [][]Span{
		ring(v.d.Vocabulary.Say("state-urgent-danger"), "999"),
		ring(v.d.Vocabulary.Say("state-urgent-crisis"), "111"),
	}
	if route := v.textRoute(); route != nil {
		lines = append(lines, v.say("state-urgent-text", fill{"text": route}))
	}
	return lines
}

// ring makes the number in a sentence a link.
func ring(sentence, number string) []Span {
	before, after, found := strings.Cut(sentence, number)
	if !found {
		return plain(sentence)
	}
	return []Span{{Text: before}, {Text: number, Tel: number}, {Text: after}}
}

// textRoute is how to reach the service that answers by text in a crisis.
func (v *views) textRoute() []Span {
	s := v.d.Service(v.d.Settings.UrgentText)
	if s == nil {
		return nil
	}
	c, _, ok := ownChannel(s, model.Text, model.Everyone)
	if !ok {
		return nil
	}
	number := way(c)
	return []Span{{Text: "Text "}, {Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}, {Text: " on "}, number, {Text: "."}}
}
