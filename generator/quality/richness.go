package quality

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// A Richness is how much of what a family needs to know of a service is there.
type Richness struct {
	Points int       `json:"points"`
	Of     int       `json:"of"` // of all weights that apply to the service
	Has    []Counted `json:"populated"`
	Lacks  []Counted `json:"not_populated"`
}

// A Counted weight is one that applies to a service.
type Counted struct {
	ID     string `json:"id"`
	What   string `json:"what"`
	Points int    `json:"points"`
}

// A Weight is what a piece of knowledge counts for. It applies to the services
// of which it can be asked: when a number is answered, only if there is one.
type Weight struct {
	ID      string
	What    string // in plain words
	Points  int
	Applies func(weighed) bool // nil for all
	Has     func(weighed) bool
}

// Weights is the table. The idea is Open Referral UK's: its first web
// application (Service.java and RatingUtility.java there) gave a service points
// for each field that was filled in, more for a name (10) than for a description
// (5) or an address (2), some only under a condition (the place of a service
// that people go to), and those for the date of assurance only while that is
// less than 90 days old. The weights here are our own: what a family needs to
// ring weighs most.
var Weights = []Weight{
	{"name", "Its name", 10, nil, knows(model.GroupName)},
	{"number", "A number to ring or to text", 10, nil, rings},
	{"hours", "When the number is answered", 5, rings, func(w weighed) bool {
		return slices.ContainsFunc(w.number.Value, func(c model.Channel) bool { return c.Hours != "" })
	}},
	{"number-told", "The number was told by the service or its council", 5, rings, func(w weighed) bool { return w.number.Origin.Told() }},
	{"number-confirmed", "The number was confirmed in the last 90 days", 5, rings, func(w weighed) bool { return w.number.Finding().Band(w.day) == model.Confirmed }},
	{"website", "A website", 2, nil, knows(model.Group(model.Website))},
	{"email", "An e-mail address", 2, nil, knows(model.Group(model.Email))},
	{"place", "Where people can go", 5, dropsIn, knows(model.Group(model.DropIn))},
	{"access", "How to get to it", 5, local, knows(model.GroupAccess)},
	{"audience", "Who it is for", 5, local, knows(model.GroupAudience)},
	{"communities", "Families it works with most", 2, local, knows(model.GroupCommunities)},
	{"languages", "Languages, or an interpreter", 3, nil, knows(model.GroupLanguages)},
	{"independence", "Who pays, and how it is kept fair", 5, supports, knows(model.GroupIndependence)},
	{"delivery", "Who runs it", 5, local, knows(model.GroupDelivery)},
	{"contract-end", "Until when the contract runs", 2, contracted, func(w weighed) bool { return !w.Delivery.Value.Until.IsZero() }},
	{"offer", "What it does", 5, nil, knows(model.GroupOffer)},
	{"does-not", "What it does not do", 2, supports, func(w weighed) bool { return w.Offer.Value.DoesNot != "" }},
	{"status", "If it takes new families, told or seen in the last 90 days", 3, local, func(w weighed) bool {
		return w.Status.Known() && w.Status.Origin.Date().Within(model.ReviewDays, w.day)
	}},
}

// A weighed service is one whose facts were looked through.
type weighed struct {
	*model.Service
	day    model.Date
	known  map[model.Group]bool
	number model.Fact[model.Channels] // the first of its phone, text and WhatsApp that is known
}

// weigh counts what is there, and what is not.
func weigh(s *model.Service, findings []model.Finding, day model.Date) Richness {
	service := weighed{Service: s, day: day, known: make(map[model.Group]bool, len(findings))}
	for _, f := range findings {
		service.known[f.About] = f.Known()
	}
	for _, t := range []model.ChannelType{model.WhatsApp, model.Text, model.Phone} {
		if f := s.Channel(t); f.Known() {
			service.number = f
		}
	}
	var r Richness
	for _, w := range Weights {
		if w.Applies != nil && !w.Applies(service) {
			continue
		}
		counted := Counted{w.ID, w.What, w.Points}
		r.Of += w.Points
		if w.Has(service) {
			r.Points += w.Points
			r.Has = append(r.Has, counted)
		} else {
			r.Lacks = append(r.Lacks, counted)
		}
	}
	return r
}

// knows is the condition that a value of the group can be printed.
func knows(g model.Group) func(weighed) bool {
	return func(w weighed) bool { return w.known[g] }
}

// rings reports whether there is a number to ring or to text.
func rings(w weighed) bool { return w.number.Known() }

// dropsIn reports whether the service says that people can come to it.
func dropsIn(w weighed) bool {
	return slices.Contains(w.Access.Value.Routes, "drop-in") || slices.Contains(w.Offer.Value.Support, "drop-in")
}

// local reports whether the service is one of some areas, and no national line.
func local(w weighed) bool { return w.Kind != model.National && w.Kind != model.Urgent }

// supports reports whether the service advises families on their own side, so
// that they have to know who pays for it.
func supports(w weighed) bool {
	return w.Kind == model.IASS || w.Kind == model.IndependentSupport
}

// contracted reports whether the council pays somebody else to run the service.
func contracted(w weighed) bool {
	return strings.HasPrefix(w.Delivery.Value.Model, "commissioned-")
}
