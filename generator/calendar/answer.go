package calendar

import (
	"slices"

	"signpost/generator/model"
)

// An Answer is the last day that a limit gives, how it was counted, and what
// to know beside it. Where it gives no day, Refused says why and Says what to
// do instead: no day is ever guessed.
type Answer struct {
	Limit   Limit      `json:"-"` // with the law and the page where it was read
	Refused Refusal    `json:"refused"`
	Says    string     `json:"says"`  // the answer in one sentence
	Date    model.Date `json:"date"`  // the last day; the earlier one where readings differ
	Other   model.Date `json:"other"` // the later reading; zero where there is one
	Limbs   []Counting `json:"limbs"` // every limb of the limit, those without a day too
	Steps   []string   `json:"steps"` // what holds for the whole, in the order in which to say it
}

// A Counting is how one limb was counted.
type Counting struct {
	Limb  string     `json:"limb"`
	Start model.Date `json:"start"` // zero where the family has no such day
	First model.Date `json:"first"` // what day 1 was; zero where no days were counted
	Date  model.Date `json:"date"`
	Other model.Date `json:"other"`
	Steps []string   `json:"steps"`
}

// A Refusal says why there is no day.
type Refusal string

const (
	Unreadable Refusal = "unreadable" // a text is no day
	Needed     Refusal = "needed"     // a day is missing without which nothing can be said
	Unlikely   Refusal = "unlikely"   // the family's days are not in their order, or too far apart
	Unchecked  Refusal = "unchecked"  // the limit was not found at a source
	NoHolidays Refusal = "holidays"   // the count leaves the years whose bank holidays are known
)

// Answer counts a limit from the days that somebody typed, by the limbs' ids.
// An empty text is a day that is not known. Of a limit that is the family's
// own, and of which the later limb holds, one day is enough: the others can
// only make it later. Every other limit needs all of its days.
func (t *Table) Answer(l Limit, typed map[string]string) Answer {
	w := English
	if !l.Verified() {
		return refuse(l, Unchecked, w.Unchecked)
	}
	a := Answer{Limit: l}
	missing := ""
	for _, b := range l.Limbs {
		start, err := ReadDay(typed[b.ID])
		if err != nil {
			return refuse(l, Unreadable, fill(w.Unreadable, "text", short(typed[b.ID])))
		}
		if start.IsZero() && missing == "" {
			missing = b.Asks
		}
		a.Limbs = append(a.Limbs, Counting{Limb: b.ID, Start: start, Steps: []string{}})
	}
	if missing != "" && (l.By != Family || l.Join != Later || a.started() == 0) {
		return refuse(l, Needed, fill(w.Needed, "asks", missing))
	}
	if l.By == Family && l.Join == Later && !a.likely() {
		return refuse(l, Unlikely, w.Unlikely)
	}
	for i, b := range l.Limbs {
		if c := &a.Limbs[i]; !c.Start.IsZero() && !t.count(w, b, c) {
			return refuse(l, NoHolidays, t.noHolidays(w))
		}
	}
	a.join()
	a.Says = fill(w.Headline, "what", l.What, "day", w.Day(a.Date))
	a.Steps = t.steps(w, a)
	return a
}

// longest is how much of a text that is no day is said back.
const longest = 40

func short(text string) string {
	if r := []rune(text); len(r) > longest {
		return string(r[:longest])
	}
	return text
}

func refuse(l Limit, why Refusal, says string) Answer {
	return Answer{Limit: l, Refused: why, Says: says, Limbs: []Counting{}, Steps: []string{}}
}

// started is how many limbs have a day to count from.
func (a Answer) started() int {
	n := 0
	for _, c := range a.Limbs {
		if !c.Start.IsZero() {
			n++
		}
	}
	return n
}

// likely reports whether the days follow each other as their limbs do, within
// a year. Of two days in each other's place, or with a slip in the year, the
// later result would be one on which nobody may rely.
func (a Answer) likely() bool {
	var known []model.Date
	for _, c := range a.Limbs {
		if !c.Start.IsZero() {
			known = append(known, c.Start)
		}
	}
	return slices.IsSortedFunc(known, model.Date.Compare) && (len(known) == 0 || !known[len(known)-1].After(plusMonths(known[0], 12)))
}

// count fills in a limb that has a start. It is false where the count leaves
// the years whose bank holidays are known.
func (t *Table) count(w Words, b Limb, c *Counting) bool {
	ways := t.spans(b, c.Start)
	if len(ways) == 0 {
		return false
	}
	c.First, c.Date = ways[0].first, ways[0].last
	if len(ways) > 1 {
		c.Other = ways[1].last
	}
	c.Steps = t.explain(w, b, *c)
	return true
}

// latest is the later reading, or the only one.
func (c Counting) latest() model.Date {
	if c.Other.IsZero() {
		return c.Date
	}
	return c.Other
}

// join takes the later or the earlier of the limbs' days, for each reading.
func (a *Answer) join() {
	for _, c := range a.Limbs {
		if !c.Start.IsZero() {
			a.Date = a.Limit.pick(a.Date, c.Date)
			a.Other = a.Limit.pick(a.Other, c.latest())
		}
	}
	if a.Other == a.Date {
		a.Other = model.Date{}
	}
}

// pick is the one of two days that holds; no day never does.
func (l Limit) pick(d, e model.Date) model.Date {
	if d.IsZero() || e.After(d) == (l.Join == Later) {
		return e
	}
	return d
}
