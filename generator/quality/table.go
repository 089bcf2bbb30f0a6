package quality

import (
	"strconv"
	"strings"
)

// Columns are those of the table.
var Columns = []string{"area", "service", "name", "kind", "ended", "fact", "value", "known", "by", "how", "from", "on", "age_days", "band", "due", "overdue", "conflict", "others", "points", "of"}

// Table is the report as rows, the heading first: one for each fact of each
// service of each area, and one for each that is missing.
func Table(areas []Area) [][]string {
	rows := [][]string{Columns}
	for _, a := range areas {
		for _, s := range a.Services {
			rows = append(rows, s.rows(a.Slug)...)
		}
	}
	return rows
}

func (s Service) rows(area string) [][]string {
	before := []string{area, s.ID, s.Name, string(s.Kind), s.Ended.String()}
	points, of := "", ""
	if s.Richness != nil {
		points, of = strconv.Itoa(s.Richness.Points), strconv.Itoa(s.Richness.Of)
	}
	var rows [][]string
	row := func(cells ...string) {
		rows = append(rows, append(append(append([]string{}, before...), cells...), points, of))
	}
	for _, f := range s.Facts {
		age := ""
		if !f.On.IsZero() {
			age = strconv.Itoa(f.Age)
		}
		row(string(f.Group), f.Value, string(f.Known), f.By, f.How, f.From, f.On.String(), age, string(f.Band), f.Due.String(), yes(f.Overdue), yes(f.Conflict), f.others())
	}
	for _, m := range s.Missing {
		row(string(m.Group), "", string(Unknown), "", "", "", "", "", "", "", "", "", "")
	}
	return rows
}

// others are the values that lost, each with its rule.
func (f Fact) others() string {
	var parts []string
	for _, o := range f.Others {
		parts = append(parts, o.Value+" ("+o.From+"; "+o.Because+")")
	}
	return strings.Join(parts, " | ")
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}
