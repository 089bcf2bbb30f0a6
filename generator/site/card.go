package site

import (
	"slices"

	"signpost/generator/model"
)

// A card is another service on the page of an area: what it is for, how to
// reach it, and where we have that from.
type card struct {
	ID     string  `json:"id"`
	Kind   string  `json:"kind"`
	Name   Span    `json:"name"`
	For    []Span  `json:"for"`
	Notes  []note  `json:"notes"`
	Blocks []block `json:"blocks"`
	Origin *origin `json:"origin"` // of the name, where there is nothing else
}

func (v *views) card(s *model.Service) card {
	c := card{
		ID: s.ID, Kind: v.label("kinds", string(s.Kind)), For: v.forWhat(s),
		Name:   Span{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))},
		Notes:  v.warnings(s),
		Blocks: v.blocks(s),
	}
	if len(c.Blocks) == 0 {
		c.Origin = v.origin(s.Name.Origin, s)
		c.Notes = append(c.Notes, note{Says: plain("We have not been told how to reach them.")})
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

// forWhat is the purpose, marked as the service's own words where it is that.
func (v *views) forWhat(s *model.Service) []Span {
	if s.Offer.Value.Purpose == "" {
		return plain(v.purpose(s))
	}
	return theirs(v.purpose(s))
}

// A note is what a family has to know before it rings.
type note struct {
	Says  []Span `json:"says"`
	Until string `json:"until"` // the last day on which a browser shows it, or ""
	After []Span `json:"after"` // what it shows then instead
}

// warnings are the notes on a service.
func (v *views) warnings(s *model.Service) []note {
	var notes []note
	if v.closed(s) {
		notes = append(notes, note{words(v.nameOf(s) + " cannot take new families now"), statusUntil(s), v.closedBefore(s)})
	}
	if !s.ContractEnded.IsZero() {
		notes = append(notes, note{Says: v.endedContract(s)})
	}
	if s.Channel(model.Phone).Conflict {
		notes = append(notes, note{Says: v.conflict(s)})
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
