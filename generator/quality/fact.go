package quality

import (
	"strings"
	"time"

	"signpost/generator/model"
)

// A Fact is one group of facts of a service.
type Fact struct {
	Group    model.Group `json:"fact"`
	Label    string      `json:"label"`
	Value    string      `json:"value,omitempty"` // on one line, in plain words; "" where no value can be printed
	Known    Known       `json:"known"`
	By       string      `json:"by,omitempty"`   // who told us: a role
	How      string      `json:"how,omitempty"`  // and how
	From     string      `json:"from,omitempty"` // the page where it was seen, else the source
	On       model.Date  `json:"on,omitzero"`
	Age      int         `json:"age_days,omitempty"` // days since then; 0 where there is no date
	Band     model.Band  `json:"band,omitempty"`
	Due      model.Date  `json:"due,omitzero"` // by when a told fact should be confirmed again
	Overdue  bool        `json:"overdue,omitempty"`
	Conflict bool        `json:"conflict,omitempty"`
	Others   []Other     `json:"others,omitempty"`
}

// Known says how a fact is known.
type Known string

const (
	Told    Known = "told"    // by the service or its council
	Seen    Known = "seen"    // on a public page
	Unknown Known = "unknown" // or known, and not fit to be printed
)

// An Other is what another source says, and the rule by which it lost.
type Other struct {
	Value   string     `json:"value"`
	From    string     `json:"from"`
	On      model.Date `json:"on,omitzero"`
	Because string     `json:"because"`
}

// Why is the rule as a sentence.
func (o Other) Why() string {
	if strings.HasPrefix(o.Because, "two ") {
		return "T" + o.Because[1:] + "."
	}
	return "It " + o.Because + "."
}

func (r *Reporter) fact(f model.Finding) Fact {
	fact := Fact{Group: f.About, Label: r.label(f.About), Known: Unknown, Conflict: f.Conflict}
	for _, o := range f.Others {
		fact.Others = append(fact.Others, Other{r.otherWords(f.About, o), o.Origin.From(), o.Origin.Date(), o.Because})
	}
	if !f.Known() {
		return fact
	}
	fact.Value, fact.Known, fact.Band = r.words(f.Value), Seen, f.Band(r.d.AsAt)
	fact.From, fact.On = f.Origin.From(), f.Origin.Date()
	if !fact.On.IsZero() {
		fact.Age = days(fact.On, r.d.AsAt)
	}
	if c := f.Origin.Checked; f.Origin.Told() {
		fact.Known, fact.By, fact.How = Told, c.By, c.How
		if f.About != model.GroupAlert { // an alert has an end of its own
			fact.Due = c.Due()
		}
		fact.Overdue = fact.Due.EndsBefore(r.d.AsAt)
	}
	return fact
}

// days is how many days lie between two dates.
func days(from, to model.Date) int { return int(to.Time().Sub(from.Time()) / (24 * time.Hour)) }
