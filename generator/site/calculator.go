package site

import (
	"fmt"
	"slices"
	"time"

	"signpost/generator/calendar"
	"signpost/generator/model"
)

// A calculator is the part of a help page that works out last days: a form for
// each day that is asked for, and tables for who has no script.
type calculator struct {
	Note  string `json:"note"`  // for browsers without script: where it goes
	Rules string `json:"rules"` // for the script, and for the server: [calendar.Table.Export]
	Sums  []sum  `json:"sums"`
}

// A sum works out one limit, or several that are counted from the same days.
type sum struct {
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	Asks    []asked     `json:"asks"`
	Limits  []counted   `json:"limits"` // of which a form asks; none where no day has to be asked for
	Several bool        `json:"several"`
	Unknown string      `json:"unknown"`
	Law     []Span      `json:"law"`
	Tables  []dateTable `json:"tables"`
}

// An asked day is one field of a form.
type asked struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Label string `json:"label"`
}

// A counted limit has a place for its answer; What is for forms with several.
type counted struct {
	ID   string `json:"id"`
	What string `json:"what"`
}

// A dateTable gives the last day for common days.
type dateTable struct {
	Summary string    `json:"summary"`
	Start   string    `json:"start"` // heads of the columns
	Last    string    `json:"last"`
	Notes   []string  `json:"notes"`
	Rows    []dateRow `json:"rows"`
}

type dateRow struct {
	Start string `json:"start"`
	Last  string `json:"last"`
}

const (
	sumNote      = "What you type goes to this site's own server. It keeps no record of it. If no date comes, look in the tables below."
	askWords     = "Ask your supporter."
	earlierWords = "The rule can be read in two ways. This is the earlier day."
)

// calculator is nil where the guide has no limits.
func (v *views) calculator(ids []string) (*calculator, error) {
	if len(ids) == 0 || v.o.Limits == nil {
		return nil, nil
	}
	c := &calculator{Note: sumNote}
	var asking []string
	for _, group := range v.together(ids) {
		s := v.sum(group)
		for _, l := range s.Limits {
			asking = append(asking, l.ID)
		}
		c.Sums = append(c.Sums, s)
	}
	if len(asking) == 0 {
		return c, nil
	}
	rules, err := v.o.Limits.Export(asking...)
	if err != nil {
		return nil, fmt.Errorf("the dates of a help page: %w", err)
	}
	c.Rules = string(rules)
	return c, nil
}

// together are the limits of a page, those that ask for the same day in one
// group: nobody should have to type a day twice. A limit that does not exist is
// left out; [signpost/generator/check.Limits] reports it.
func (v *views) together(ids []string) [][]calendar.Limit {
	var groups [][]calendar.Limit
	for _, id := range ids {
		l, ok := v.o.Limits.Limit(id)
		if !ok {
			continue
		}
		i := slices.IndexFunc(groups, func(g []calendar.Limit) bool { return sharesDay(g, l) })
		if i < 0 {
			groups = append(groups, []calendar.Limit{l})
		} else {
			groups[i] = append(groups[i], l)
		}
	}
	return groups
}

// sharesDay reports whether a limit asks for a day of a group's, and for none
// by the same name that is another day.
func sharesDay(group []calendar.Limit, l calendar.Limit) bool {
	shared := false
	for _, b := range asksOf(group) {
		for _, c := range l.Limbs {
			if b.ID == c.ID && b.Asks != c.Asks {
				return false
			}
			shared = shared || b.ID == c.ID
		}
	}
	return shared && group[0].Verified() && l.Verified()
}

// asksOf are the limbs of a group's limits, each day once.
func asksOf(group []calendar.Limit) []calendar.Limb {
	var limbs []calendar.Limb
	for _, l := range group {
		for _, b := range l.Limbs {
			if !slices.ContainsFunc(limbs, func(c calendar.Limb) bool { return b.ID == c.ID }) {
				limbs = append(limbs, b)
			}
		}
	}
	return limbs
}

func (v *views) sum(group []calendar.Limit) sum {
	first := group[0]
	s := sum{ID: "sum-" + first.ID, Title: first.What, Several: len(group) > 1, Law: lawsOf(group)}
	if len(group) > 1 {
		s.Title = fmt.Sprintf("Your %d dates", len(group))
	}
	if !first.Verified() {
		s.Unknown = calendar.English.Unchecked
		return s
	}
	for _, l := range group {
		s.Tables = append(s.Tables, v.dateTables(l)...)
	}
	if personal(first) {
		return s
	}
	for _, b := range asksOf(group) {
		s.Asks = append(s.Asks, asked{first.ID + "-" + b.ID, b.ID, b.Asks})
	}
	for _, l := range group {
		s.Limits = append(s.Limits, counted{l.ID, l.What})
	}
	return s
}

// personal reports whether a limit is counted from somebody's birth: no page
// asks for that day, and the table goes by school years.
func personal(l calendar.Limit) bool { return l.Limbs[0].Unit == calendar.LeavingDay }

// lawsOf says where the rules are written, each once, and when they were read.
func lawsOf(group []calendar.Limit) []Span {
	says := []Span{{Text: "From the law and its guidance: "}}
	seen := map[string]bool{}
	read := model.Date{}
	for _, l := range group {
		for _, b := range l.Limbs {
			if read.IsZero() || read.After(b.Checked) {
				read = b.Checked
			}
			if seen[b.Law+b.Source] {
				continue
			}
			if len(seen) > 0 {
				says = append(says, Span{Text: "; "})
			}
			seen[b.Law+b.Source] = true
			says = append(says, Span{Text: b.Law, Href: webLink(b.Source)})
		}
	}
	return append(says, Span{Text: ". We read it on " + read.Words() + "."})
}

// dateTables are those of a limit's limbs. A limb that gives its own day needs
// none.
func (v *views) dateTables(l calendar.Limit) []dateTable {
	var tables []dateTable
	for _, b := range l.Limbs {
		if b.Unit == calendar.Days && b.Amount == 1 {
			continue
		}
		t := dateTable{Summary: "Table: " + small(l.What), Start: b.Asks, Last: l.What, Rows: v.dateRows(l, b)}
		if b.Start == calendar.Either {
			t.Notes = append(t.Notes, earlierWords)
		}
		if len(l.Limbs) > 1 {
			t.Summary += ". " + b.Asks
			t.Notes = append(t.Notes, joinWords(l))
		}
		if l.Note != "" {
			t.Notes = append(t.Notes, l.Note)
		}
		t.Notes = append(t.Notes, calendar.English.Always)
		tables = append(tables, t)
	}
	return tables
}

func joinWords(l calendar.Limit) string {
	if l.Join == calendar.Earlier {
		return calendar.English.Earlier
	}
	return calendar.English.Later
}

// dateRows are the lines of a table about the days for which families look: of
// most limbs those whose last day was two weeks ago or is still to come.
func (v *views) dateRows(l calendar.Limit, b calendar.Limb) []dateRow {
	today := v.d.AsAt
	var rows []dateRow
	add := func(label string, from model.Date, weeks, most int) {
		for i, line := range v.o.Limits.Lines(l, b.ID, from, weeks) {
			if i == most {
				break
			}
			start, last := label, askWords
			if label == "" {
				start = line.Start.Words()
			}
			if !line.Date.IsZero() {
				last = calendar.English.Day(line.Date)
			}
			rows = append(rows, dateRow{start, last})
		}
	}
	switch b.Unit {
	case calendar.LeavingDay:
		for year := today.Year - b.Amount - 3; year <= today.Year-b.Amount+3; year++ {
			add(fmt.Sprintf("1 September %d to 31 August %d", year, year+1), model.Date{Year: year, Month: time.September, Day: 1}, 1, 1)
		}
	case calendar.DayOfYear:
		for year := today.Year; year <= today.Year+3; year++ {
			add(fmt.Sprintf("In %d", year), model.Date{Year: year, Month: time.September, Day: 1}, 1, 1)
		}
	case calendar.MonthsBefore: // courses begin about September
		from := model.Date{Year: today.Year, Month: time.August, Day: 20}
		if !from.After(today) {
			from.Year++
		}
		add("", from, 8, -1)
	default:
		from, weeks := window(b)
		add("", model.DateOf(today.Time().AddDate(0, 0, from)), weeks, -1)
	}
	return rows
}

// window is the first day of a table, in days from today, and its length.
func window(b calendar.Limb) (from, weeks int) {
	length := b.Amount // at least as long as the limb
	switch b.Unit {
	case calendar.WorkingDays:
		length = b.Amount*7/5 + 7
	case calendar.Weeks:
		length = 7 * b.Amount
	case calendar.Months:
		length = 31 * b.Amount
	}
	if from = -length - 14; length > 150 { // the days about those whose last day is near
		return from, 10
	}
	return from, length/7 + 3
}
