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

// urgentFrom says of the numbers of the urgent help where they are from, and
// how old that is. Those that one page shows say it together.
func (v *views) urgentFrom() []Span {
	var says []Span
	var said []string
	names := map[string][]string{}
	origins := map[string][]Span{}
	for _, s := range v.d.UrgentHelp() {
		origin := v.urgentOrigin(s)
		key := Words(origin)
		if _, known := origins[key]; !known {
			origins[key] = origin
			said = append(said, key)
		}
		names[key] = append(names[key], v.nameOf(s))
	}
	for _, key := range said {
		if len(says) > 0 {
			says = append(says, Span{Text: " "})
		}
		says = append(append(says, Span{Text: list(names[key]) + ": "}), origins[key]...)
	}
	return says
}

// urgentOrigin is where the number is from that the urgent help prints of the
// service.
func (v *views) urgentOrigin(s *model.Service) []Span {
	o := s.UrgentNumber().Origin
	if o.Told() {
		return v.told(o, s)
	}
	says := seenOn(o)
	says[0].Text = small(says[0].Text)
	return says
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
