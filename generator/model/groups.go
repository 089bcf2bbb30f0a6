package model

import (
	"fmt"
	"strings"
)

// A Group of values is told, checked and decided together. Each channel type
// is a group of its own, so that a phone number can be confirmed alone.
type Group string

const (
	GroupName         Group = "name"
	GroupAccess       Group = "access"
	GroupAudience     Group = "audience"
	GroupCommunities  Group = "communities"
	GroupLanguages    Group = "languages"
	GroupIndependence Group = "independence"
	GroupDelivery     Group = "delivery"
	GroupOffer        Group = "offer"
	GroupMedia        Group = "media"
	GroupStatus       Group = "status"
	GroupAlert        Group = "alert"
)

// Groups lists every group, in the order of an entry: the name, the channels,
// then the rest.
var Groups = func() []Group {
	groups := []Group{GroupName}
	for _, t := range ChannelTypes {
		groups = append(groups, Group(t))
	}
	return append(groups, GroupAccess, GroupAudience, GroupCommunities, GroupLanguages,
		GroupIndependence, GroupDelivery, GroupOffer, GroupMedia, GroupStatus, GroupAlert)
}()

// A Value is what one group says. A blank Value says nothing and never wins.
// String is the value on one line, for reports and for comparing what two
// sources say; parts that differ only in spelling are told apart there.
type Value interface {
	Blank() bool
	String() string
}

// Name is what a service is called, and what else it is or was called.
type Name struct {
	Name   string
	Also   []string // other names, by which people look for it
	Former []string // names that it had before; pages say so
}

func (n Name) Blank() bool { return n.Name == "" && len(n.Also) == 0 && len(n.Former) == 0 }
func (n Name) String() string {
	return line("", n.Name, "also", join(n.Also), "formerly", join(n.Former))
}

// Access is how a family gets to the service.
type Access struct {
	Routes    []string // ids of data/vocabulary/routes.csv
	Default   string   // the route to try first
	Words     string   // the source's own words
	Eligible  string   // who may use it, in the source's own words
	Cost      string
	FirstCall string // what happens when a family rings, in the source's own words
	Reply     string // how soon they answer, as they promise it
	Keeps     string // what they keep to themselves when a young person asks, in the source's own words
	Worker    string // who meets a young person, and if they can choose
}

func (a Access) Blank() bool { return a.String() == "" }
func (a Access) String() string {
	return line("routes", join(a.Routes), "first", a.Default, "words", a.Words, "for", a.Eligible, "cost", a.Cost, "first call", a.FirstCall, "reply", a.Reply, "keeps", a.Keeps, "worker", a.Worker)
}

// Audience is whom the service is for.
type Audience struct {
	IDs   []string // ids of data/vocabulary/audiences.csv; none means that nobody limited it
	Ages  Ages
	Words string
}

func (a Audience) Blank() bool { return a.String() == "" }
func (a Audience) String() string {
	return line("for", join(a.IDs), "ages", a.Ages.String(), "words", a.Words)
}

// Ages is a range of years of age, both ends included. The zero Ages is "not said".
type Ages struct {
	Min, Max int
	Given    bool
}

func (a Ages) String() string {
	if !a.Given {
		return ""
	}
	return fmt.Sprintf("%d-%d", a.Min, a.Max)
}

// Communities are the groups of families that the service works with most.
// A priority is never an exclusion.
type Communities struct {
	IDs   []string // ids of data/vocabulary/communities.csv
	Words string
}

func (c Communities) Blank() bool    { return c.String() == "" }
func (c Communities) String() string { return line("", join(c.IDs), "words", c.Words) }

// Languages are those that the staff speak; an interpreter is another thing.
type Languages struct {
	IDs         []string // ids of data/vocabulary/languages.csv
	Interpreter string   // "yes", "no" or "" for not said
	Words       string
}

func (l Languages) Blank() bool { return l.String() == "" }
func (l Languages) String() string {
	return line("", join(l.IDs), "interpreter", l.Interpreter, "words", l.Words)
}

// Independence is who pays, who keeps the service fair and whom to complain to
// (the evaluation's three parts; any one of them alone is not enough).
type Independence struct {
	PaidBy     string
	ArmsLength string // "yes", "no" or "" for not said: kept apart from the council's own decisions
	Fairness   string // how it is kept fair, in the source's own words
	Complaints string // whom to complain to
}

func (i Independence) Blank() bool { return i.String() == "" }
func (i Independence) String() string {
	return line("paid by", i.PaidBy, "arm's length", i.ArmsLength, "fairness", i.Fairness, "complaints", i.Complaints)
}

// Delivery is who runs the service, and how.
type Delivery struct {
	RunBy    string // the organisation
	Partners []string
	Model    string // id of data/vocabulary/delivery.csv
	Staffing string // paid staff, volunteers, as told
	From     Date   // the contract's first day
	Until    Date   // the contract's last day
}

func (d Delivery) Blank() bool { return d.String() == "" }
func (d Delivery) String() string {
	return line("run by", d.RunBy, "with", join(d.Partners), "model", d.Model, "staff", d.Staffing, "from", d.From.String(), "until", d.Until.String())
}

// Offer is what the service does, and what it does not do.
type Offer struct {
	Support     []string // ids of data/vocabulary/support.csv
	Needs       []string // ids of data/vocabulary/needs.csv
	Moments     []string // ids of data/vocabulary/moments.csv
	Purpose     string   // in one sentence
	DoesNot     string
	AskInstead  []string // ids of services
	Description string   // Markdown, the entry's body
}

func (o Offer) Blank() bool {
	return len(o.Support)+len(o.Needs)+len(o.Moments)+len(o.AskInstead) == 0 && o.Purpose == "" && o.DoesNot == "" && strings.TrimSpace(o.Description) == ""
}
func (o Offer) String() string {
	return line("support", join(o.Support), "needs", join(o.Needs), "moments", join(o.Moments), "purpose", o.Purpose,
		"does not", o.DoesNot, "ask instead", join(o.AskInstead), "description", strings.Join(strings.Fields(o.Description), " "))
}

// Status is whether the service takes new families. It lapses to "we do not
// know about now" 90 days after it was told or seen.
type Status struct {
	ID         string // id of data/vocabulary/statuses.csv
	Until      Date
	Note       string
	ReplacedBy string // id of the service that took over, where it has ended
}

func (s Status) Blank() bool { return s.String() == "" }
func (s Status) String() string {
	return line("", s.ID, "until", s.Until.String(), "note", s.Note, "replaced by", s.ReplacedBy)
}

// An Alert is what families have to know for a time: an office that moves, a
// line that is down. It is over by itself after its last day.
type Alert struct {
	Text  string
	Until Date // the last day
}

func (a Alert) Blank() bool    { return a.Text == "" }
func (a Alert) String() string { return line("", a.Text, "until", a.Until.String()) }

// line writes the pairs of label and value whose value is not blank.
func line(pairs ...string) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		switch {
		case pairs[i+1] == "":
		case pairs[i] == "":
			parts = append(parts, pairs[i+1])
		default:
			parts = append(parts, pairs[i]+": "+pairs[i+1])
		}
	}
	return strings.Join(parts, " · ")
}

func join(list []string) string { return strings.Join(list, ", ") }
