package calendar

import (
	"strconv"

	"signpost/generator/model"
)

// explain says how a limb was counted.
func (t *Table) explain(w Words, b Limb, c Counting) []string {
	switch b.Unit {
	case Months, MonthsBefore:
		return explainMonths(w, b, c)
	case DayOfYear:
		if c.Other.IsZero() {
			return []string{fill(w.Year, "day", w.Day(c.Date))}
		}
		return []string{fill(w.OfYear, "day", w.Day(c.Date), "other", w.Day(c.Other))}
	case LeavingDay:
		birthday := plusMonths(c.Start, 12*b.Amount)
		return []string{fill(w.Birthday, "n", strconv.Itoa(b.Amount), "day", w.Day(birthday)), w.SchoolYear, fill(w.Leaving, "day", w.Day(c.Date))}
	}
	return t.explainDays(w, b, c)
}

func explainMonths(w Words, b Limb, c Counting) []string {
	n, sentence := b.Amount, w.After
	if b.Unit == MonthsBefore {
		n, sentence = -n, w.Before
	}
	steps := []string{fill(sentence, "n", strconv.Itoa(b.Amount), "unit", w.unit(b.Unit, b.Amount), "start", w.Day(c.Start), "day", w.Day(c.Date))}
	if !c.Other.IsZero() {
		steps = []string{twoWays(w, c)}
	}
	if plusMonths(c.Start, n).Day != c.Start.Day {
		steps = append(steps, fill(w.Short, "number", strconv.Itoa(c.Start.Day)))
	}
	return append(steps, w.Reading)
}

func twoWays(w Words, c Counting) string {
	return fill(w.TwoWays, "start", w.Day(c.Start), "day", w.Day(c.Date), "other", w.Day(c.Other))
}

func (t *Table) explainDays(w Words, b Limb, c Counting) []string {
	n, unit := b.Amount, Days
	var steps []string
	switch b.Unit {
	case Weeks:
		n *= 7
		steps = append(steps, fill(w.Weeks, "n", strconv.Itoa(b.Amount), "unit", w.unit(Weeks, b.Amount), "days", strconv.Itoa(n)))
	case WorkingDays:
		unit = WorkingDays
		steps = append(steps, w.Working)
		for _, h := range t.Holidays {
			if !c.Start.After(h.Day) && !h.Day.After(c.latest()) {
				steps = append(steps, fill(w.Holiday, "day", w.Day(h.Day)))
			}
		}
	}
	one := w.unit(unit, 1)
	switch {
	case !c.Other.IsZero():
		return append(steps, twoWays(w, c))
	case c.Date == c.Start:
		return append(steps, fill(w.Same, "day", w.Day(c.Date)))
	case c.First == c.Start:
		steps = append(steps, fill(w.Begins, "start", w.Day(c.Start), "unit", one))
	default:
		steps = append(steps, fill(w.BeginsNext, "start", w.Day(c.Start), "day", w.Day(c.First), "unit", one))
	}
	return append(steps, fill(w.Ends, "unit", one, "n", strconv.Itoa(n), "day", w.Day(c.Date)))
}

// steps says what holds for the whole answer. It always ends with the same
// advice: nobody is ever told that it is over.
func (t *Table) steps(w Words, a Answer) []string {
	var steps []string
	switch a.Limit.Join {
	case Later:
		steps = append(steps, w.Later)
	case Earlier:
		steps = append(steps, w.Earlier)
	}
	if a.started() < len(a.Limbs) {
		steps = append(steps, w.AtLeast)
	}
	if a.Limit.By == Family && t.closed(a.Date) {
		steps = append(steps, w.Closed)
	}
	if a.Limit.Note != "" {
		steps = append(steps, a.Limit.Note)
	}
	return append(steps, w.Always)
}

// closed reports whether offices may be closed on a day, as far as we know.
func (t *Table) closed(d model.Date) bool {
	_, holiday := t.holiday(d)
	return holiday || weekend(d)
}

func (t *Table) noHolidays(w Words) string {
	first, last := t.Years()
	return fill(w.NoHolidays, "first", strconv.Itoa(first), "last", strconv.Itoa(last))
}
