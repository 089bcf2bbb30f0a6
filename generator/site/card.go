package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// A card is another service on the page of an area: what it is for, how to
// reach it, and where we have that from.
type card struct {
	ID     string   `json:"id"`
	Kind   string   `json:"kind"`
	Name   Span     `json:"name"`
	For    string   `json:"for"`
	Notes  [][]Span `json:"notes"`
	Blocks []block  `json:"blocks"`
	Origin *origin  `json:"origin"` // of the name, where there is nothing else
}

func (v *views) card(s *model.Service) card {
	c := card{
		ID: s.ID, Kind: v.label("kinds", string(s.Kind)), For: v.purpose(s),
		Name:   Span{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))},
		Notes:  v.warnings(s),
		Blocks: v.blocks(s),
	}
	if len(c.Blocks) == 0 {
		c.Origin = v.origin(s.Name.Origin, s)
		c.Notes = append(c.Notes, plain("We have not been told how to reach them."))
	}
	return c
}

func (v *views) cards(services []*model.Service) []card {
	var cards []card
	for _, s := range services {
		cards = append(cards, v.card(s))
	}
	return cards
}

// purpose is what the service says it is for, else what its kind is for.
func (v *views) purpose(s *model.Service) string {
	if p := s.Offer.Value.Purpose; p != "" {
		return full(capital(p))
	}
	kind, _ := v.d.Vocabulary["kinds"].Find(string(s.Kind))
	return kind.Meaning
}

// warnings are what a family has to know before it rings.
func (v *views) warnings(s *model.Service) [][]Span {
	var notes [][]Span
	if v.closed(s) {
		notes = append(notes, words(v.nameOf(s)+" cannot take new families now"))
	}
	if !s.ContractEnded.IsZero() {
		notes = append(notes, v.sayOn("contract-ended", s.ContractEnded, nil))
	}
	if s.Channel(model.Phone).Conflict {
		notes = append(notes, v.conflict(s))
	}
	return notes
}

// conflict says that two numbers differ, and what to use instead.
func (v *views) conflict(s *model.Service) []Span {
	for _, t := range []model.ChannelType{model.Website, model.Email} {
		if c, _, ok := ownChannel(s, t, model.Everyone); ok {
			return v.say("state-conflict", fill{"website": {way(c)}})
		}
	}
	return plain("We found two numbers. We do not know which is right.")
}

// ended says when a service stopped, and who follows.
func (v *views) ended(s *model.Service, lead *model.Service) []Span {
	old := []Span{{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}}
	with := fill{"old": old}
	switch {
	case s.Kind == model.IndependentSupport:
		kind, _ := v.d.Vocabulary["kinds"].Find(string(s.Kind))
		return expand("{old} stopped "+onDay(s.Ended)+". "+kind.Meaning, with)
	case s.Kind == model.IASS && lead != nil:
		with["new"] = []Span{{Text: v.nameOf(lead), Href: v.href(model.ServiceAddress(lead.ID))}}
		return v.sayOn("state-ended", s.Ended, with)
	}
	return v.sayOn("state-ended-unknown", s.Ended, with)
}

// onDay is "on 3 May 2026", or "in May 2026" where no more is known.
func onDay(d model.Date) string {
	if d.Day == 0 {
		return "in " + d.Words()
	}
	return "on " + d.Words()
}

// sayOn is a wording that says "on {date}".
func (v *views) sayOn(id string, d model.Date, with fill) []Span {
	return expand(strings.Replace(v.d.Vocabulary.Say(id), "on {date}", onDay(d), 1), with)
}

// ofKinds are the services of the given kinds, in their order.
func ofKinds(services []*model.Service, kinds ...model.Kind) []*model.Service {
	var found []*model.Service
	for _, s := range services {
		if slices.Contains(kinds, s.Kind) {
			found = append(found, s)
		}
	}
	return found
}
