package model

import (
	"maps"
	"slices"
)

// A Rank says how much a Source weighs.
type Rank int

const (
	Register Rank = 1 // a bulk list: seen, never checked
	Council  Rank = 2 // what a council says of its area
	Entry    Rank = 3 // the service's own entry
)

// A Source is where Records come from.
type Source struct {
	ID      string // the file or folder, without its ending
	Rank    Rank
	Name    string // as a page prints it
	Link    string
	Licence string
	What    string // what the list is, in a sentence
}

// Told reports whether the source is somebody who knows: the service or its
// council. Registers only saw.
func (s *Source) Told() bool { return s.Rank > Register }

// Confidence is how far a register trusts its own row.
type Confidence int

const (
	Medium Confidence = iota
	Low               // fit for a name at most
	High
)

// A Record is what ONE source says about one service, as written.
type Record struct {
	Source *Source
	Where  Where

	ID    string // "" where a register does not know the service yet
	Was   []string
	Kind  Kind
	Areas []string

	Page       string // where a register saw it
	Seen       Date
	Confidence Confidence
	Former     bool     // history: it gives other names, never a contact
	Inferred   []string // fields that were guessed: their groups never print
	Notes      string

	Checked  map[Group]Checked
	Lines    map[Group]int    // the line of each group, for Problems
	Files    map[Group]string // the file of a group that does not stand in Where's
	BodyLine int              // the first line of the description

	Name         Name
	Channels     []Channel
	Access       Access
	Audience     Audience
	Communities  Communities
	Languages    Languages
	Independence Independence
	Delivery     Delivery
	Offer        Offer
	Media        Media
	Status       Status
	Alert        Alert
}

// ChannelsOf returns the record's channels of one type.
func (r *Record) ChannelsOf(t ChannelType) Channels {
	var cs Channels
	for _, c := range r.Channels {
		if c.Type == t {
			cs = append(cs, c)
		}
	}
	return cs
}

// Value returns what the record says of a group.
func (r *Record) Value(g Group) Value {
	switch g {
	case GroupName:
		return r.Name
	case GroupAccess:
		return r.Access
	case GroupAudience:
		return r.Audience
	case GroupCommunities:
		return r.Communities
	case GroupLanguages:
		return r.Languages
	case GroupIndependence:
		return r.Independence
	case GroupDelivery:
		return r.Delivery
	case GroupOffer:
		return r.Offer
	case GroupMedia:
		return r.Media
	case GroupStatus:
		return r.Status
	case GroupAlert:
		return r.Alert
	}
	return r.ChannelsOf(ChannelType(g))
}

// KnownAt returns what of the record was known on the day: without what was
// checked later, or nil if nothing is left, or if a page shows a later date.
func (r *Record) KnownAt(day Date) *Record {
	if r.Seen.After(day) {
		return nil
	}
	known, left := *r, false
	for _, g := range Groups {
		if r.Checked[g].On.After(day) {
			known.forget(g)
		}
		left = left || !known.Value(g).Blank()
	}
	if !left {
		return nil
	}
	return &known
}

// forget blanks a group and its check.
func (r *Record) forget(g Group) {
	r.Checked = maps.Clone(r.Checked)
	delete(r.Checked, g)
	switch g {
	case GroupName:
		r.Name = Name{}
	case GroupAccess:
		r.Access = Access{}
	case GroupAudience:
		r.Audience = Audience{}
	case GroupCommunities:
		r.Communities = Communities{}
	case GroupLanguages:
		r.Languages = Languages{}
	case GroupIndependence:
		r.Independence = Independence{}
	case GroupDelivery:
		r.Delivery = Delivery{}
	case GroupOffer:
		r.Offer = Offer{}
	case GroupMedia:
		r.Media = nil
	case GroupStatus:
		r.Status = Status{}
	case GroupAlert:
		r.Alert = Alert{}
	}
	r.Channels = slices.DeleteFunc(slices.Clone(r.Channels), func(c Channel) bool { return Group(c.Type) == g })
}

// At is the place in the file where the record speaks of the group.
func (r *Record) At(g Group) Where {
	w := r.Where
	if f := r.Files[g]; f != "" {
		w.File = f
	}
	if n := r.Lines[g]; n != 0 {
		w.Line = n
	}
	return w
}

// WasInferred reports whether a part of the group was guessed by its source.
func (r *Record) WasInferred(g Group) bool {
	return slices.ContainsFunc(r.Inferred, func(name string) bool {
		f, ok := FieldNamed(name)
		return ok && f.Group == g
	})
}

// A CouncilFile is what a council says of its area as a whole, beside its
// records of services and of its local offer.
type CouncilFile struct {
	Area  string
	Where Where
	First map[string]string // the id of the service to start with, by audience
	// SecondIf completes "Ring the other if …" where two services can help.
	SecondIf string
	Checked  Checked
}
