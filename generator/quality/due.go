package quality

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
)

// ContractDays is how long before its end a contract is worth a question.
const ContractDays = 90

// A Reminder is what has to be confirmed again of one service, and what of it
// ends, soon.
type Reminder struct {
	Service  string     `json:"service"`
	Name     string     `json:"name"`
	Areas    []string   `json:"areas"`
	Overdue  []Due      `json:"overdue,omitempty"`
	Soon     []Due      `json:"due,omitempty"`
	Contract model.Date `json:"contract_ends,omitzero"`
	Alert    model.Date `json:"alert_ends,omitzero"`
	Status   model.Date `json:"status_lapses,omitzero"` // after this day nobody reads it as true any more
	Ask      Ask        `json:"ask"`
}

// A Due group of facts should have been confirmed by a day.
type Due struct {
	Group model.Group `json:"fact"`
	On    model.Date  `json:"on"`
}

// Due lists the services of which something is overdue, or has to be confirmed
// or ends within so many days: what comes first stands first.
func (r *Reporter) Due(within int) []Reminder {
	var list []Reminder
	for _, s := range r.d.Services {
		if m := r.remind(s, within); s.Ended.IsZero() && !m.first().IsZero() {
			m.Ask = ask(s, r.d.Area(s.Areas[0]))
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b Reminder) int {
		return cmp.Or(a.first().Compare(b.first()), cmp.Compare(a.Service, b.Service))
	})
	return list
}

func (r *Reporter) remind(s *model.Service, within int) Reminder {
	soon := func(day model.Date, days int) model.Date {
		if day.EndsBefore(r.d.AsAt) || day.After(later(r.d.AsAt, days)) {
			return model.Date{}
		}
		return day
	}
	m := Reminder{Service: s.ID, Name: s.Name.Value.Name, Areas: s.Areas,
		Contract: soon(s.Delivery.Value.Until, ContractDays), Alert: soon(s.Alert.Value.Until, within), Status: soon(model.StatusHolds(s.Status), within)}
	for _, f := range s.Findings() {
		if !f.Known() || !f.Origin.Told() || f.About == model.GroupAlert {
			continue // an alert has an end of its own
		}
		switch due := f.Origin.Checked.Due(); {
		case due.EndsBefore(r.d.AsAt):
			m.Overdue = append(m.Overdue, Due{f.About, due})
		case !soon(due, within).IsZero():
			m.Soon = append(m.Soon, Due{f.About, due})
		}
	}
	return m
}

// later is the day so many days after another.
func later(d model.Date, days int) model.Date { return model.DateOf(d.Time().AddDate(0, 0, days)) }

// first is the first of the reminder's days, or zero if it has none.
func (m Reminder) first() model.Date {
	var first model.Date
	for _, d := range append(slices.Concat(m.Overdue, m.Soon), Due{On: m.Contract}, Due{On: m.Alert}, Due{On: m.Status}) {
		if !d.On.IsZero() && (first.IsZero() || first.After(d.On)) {
			first = d.On
		}
	}
	return first
}

// String is the reminder on one line.
func (m Reminder) String() string {
	var parts []string
	add := func(what string, due []Due) {
		if len(due) > 0 {
			parts = append(parts, what+" "+dues(due))
		}
	}
	add("overdue:", m.Overdue)
	add("due:", m.Soon)
	for _, end := range []struct {
		what string
		on   model.Date
	}{{"its contract ends", m.Contract}, {"its alert ends", m.Alert}, {"its status lapses", m.Status}} {
		if !end.on.IsZero() {
			parts = append(parts, end.what+" "+end.on.String())
		}
	}
	return fmt.Sprintf("%s (%s): %s; ask %s", m.Service, strings.Join(m.Areas, ", "), strings.Join(parts, "; "), m.Ask)
}

// dues names groups by their day: 2026-09-13 delivery, independence.
func dues(list []Due) string {
	slices.SortStableFunc(list, func(a, b Due) int { return a.On.Compare(b.On) })
	var words strings.Builder
	for i, d := range list {
		switch {
		case i == 0:
			words.WriteString(d.On.String() + " ")
		case d.On != list[i-1].On:
			words.WriteString(", " + d.On.String() + " ")
		default:
			words.WriteString(" ")
		}
		words.WriteString(string(d.Group))
	}
	return words.String()
}
