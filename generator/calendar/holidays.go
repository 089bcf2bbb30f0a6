package calendar

import (
	"slices"
	"strconv"

	"signpost/generator/model"
)

// inYear is how many bank holidays England and Wales have in a year without
// special ones.
const inYear = 8

// holidays reads data/holidays.csv. A year is known when all of its bank
// holidays stand there; years follow each other without a gap. If any of it is
// wrong none is known.
func (r *reader) holidays() ([]Holiday, error) {
	mark := len(r.problems)
	rows, _, err := r.rows(holidaysFile, holidayColumns)
	if err != nil {
		return nil, err
	}
	var holidays []Holiday
	count := map[int]int{}
	for _, w := range rows {
		h := Holiday{Day: r.day(w, "day"), Name: w.get("name"), Source: r.page(w, "source"), Checked: r.day(w, "checked")}
		if h.Name == "" {
			r.wrong("missing-field", w.where("name"), "", "the bank holiday has no name")
		}
		if n := len(holidays); n > 0 && h.Day.Compare(holidays[n-1].Day) <= 0 {
			r.wrong("bad-order", w.where("day"), "put the days in their order, each once", "%s stands after %s", h.Day, holidays[n-1].Day)
		}
		holidays = append(holidays, h)
		count[h.Day.Year]++
	}
	first, last := (&Table{Holidays: holidays}).Years()
	for year := first; year <= last && year > 0; year++ {
		if count[year] < inYear {
			r.wrong("holidays-missing", model.Where{File: holidaysFile}, "a year needs all of its bank holidays", "%d has %d bank holidays; England and Wales have at least %d", year, count[year], inYear)
		}
	}
	if len(r.problems) > mark {
		return nil, nil
	}
	return holidays, nil
}

// Ending warns from the year before the bank holidays run out: limits that are
// counted in working days then begin to end without a date.
func (t *Table) Ending(asAt model.Date) []model.Problem {
	_, last := t.Years()
	if last == 0 || asAt.Year < last {
		return nil
	}
	return []model.Problem{{Rule: "holidays-ending", Where: model.Where{File: holidaysFile},
		Sentence: "the bank holidays after " + strconv.Itoa(last) + " are not known", Hint: "add them when https://www.gov.uk/bank-holidays names them"}}
}

// holiday returns the bank holiday on a day.
func (t *Table) holiday(d model.Date) (Holiday, bool) {
	i, ok := slices.BinarySearchFunc(t.Holidays, d, func(h Holiday, d model.Date) int { return h.Day.Compare(d) })
	if !ok {
		return Holiday{}, false
	}
	return t.Holidays[i], true
}
