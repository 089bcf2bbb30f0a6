package site

import (
	"slices"

	"signpost/generator/model"
)

// which answers "Which one do I ring?" in an area where several organisations
// support families in person.
type which struct {
	Says    string   `json:"says"`
	Choices []choice `json:"choices"`
}

// A choice is one of them, and what it is for.
type choice struct {
	Name Span   `json:"name"`
	When string `json:"when"` // when to ring it
	For  string `json:"for"`
}

var whichWords = map[model.ProvisionKind]string{
	model.Dual:     "You can choose between two.",
	model.Multiple: "You can choose.",
}

// which is nil where one organisation does it all, or where nobody told us how
// many there are.
func (v *views) which(a *model.Area, lead *model.Service) *which {
	says, several := whichWords[a.Provision.Kind]
	if !several || lead == nil || !slices.Contains(a.Provision.Services, lead) {
		return nil
	}
	w := &which{Says: says + " Not sure? Ring " + v.nameOf(lead) + "."}
	if v.closed(lead) {
		w.Says = says
	}
	for _, s := range a.Provision.Services {
		c := choice{Name: Span{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}, For: Words(sentences(append(v.labels("audiences", s.Audience.Value.IDs), v.purpose(s))))}
		switch {
		case v.closed(s):
			c.When = "It cannot take new families now."
		case s == lead:
			c.When = "Ring this one first."
		case a.Provision.Kind == model.Dual:
			c.When = full("Ring this one if " + v.need(a, s))
		}
		w.Choices = append(w.Choices, c)
	}
	return w
}

// need completes "Ring the other if …": as the council says it, else by whom
// the other is for.
func (v *views) need(a *model.Area, second *model.Service) string {
	only := func(audience string) bool {
		return slices.Equal(second.Audience.Value.IDs, []string{audience})
	}
	switch {
	case a.Provision.SecondIf != "":
		return a.Provision.SecondIf
	case only(model.YoungPeople):
		return "you are a child or young person"
	case only(model.Parents):
		return "you are a parent or carer"
	}
	return "the first cannot help"
}
