package calendar

import (
	"slices"
	"time"

	"signpost/generator/model"
)

// Days are counted from firstYear to lastYear. Outside them a date is a slip
// of whoever typed it.
const (
	firstYear = 1990
	lastYear  = 2099
)

// A span is one way to count a limb.
type span struct {
	first model.Date // day 1; zero where no days are counted
	last  model.Date
}

// spans are the ways to count a limb from a day, the earliest result first;
// one, or two that differ. They are none where the bank holidays of a year
// that the count touches are not known.
func (t *Table) spans(b Limb, start model.Date) []span {
	var ways []span
	for _, counted := range []bool{true, false} {
		if b.Start == Counted && !counted || b.Start == NotCounted && counted {
			continue
		}
		way, ok := t.span(b, start, counted)
		if !ok {
			return nil
		}
		ways = append(ways, way)
	}
	slices.SortStableFunc(ways, func(v, w span) int { return v.last.Compare(w.last) })
	return slices.CompactFunc(ways, func(v, w span) bool { return v.last == w.last })
}

func (t *Table) span(b Limb, start model.Date, counted bool) (span, bool) {
	first := start
	if !counted {
		first = plus(start, 1)
	}
	switch b.Unit {
	case Days:
		return span{first, plus(first, b.Amount-1)}, true
	case Weeks:
		return span{first, plus(first, 7*b.Amount-1)}, true
	case WorkingDays:
		return t.workingSpan(first, b.Amount)
	case Months:
		last := plusMonths(start, b.Amount)
		if counted {
			last = plus(last, -1)
		}
		return span{first, last}, true
	case MonthsBefore:
		return span{last: plusMonths(start, -b.Amount)}, true
	case DayOfYear:
		day := model.Date{Year: start.Year, Month: time.Month(b.Amount / 100), Day: b.Amount % 100}
		if !counted {
			day = plus(day, -1)
		}
		return span{last: day}, true
	default:
		return span{last: leavingDay(start, b.Amount)}, true
	}
}

// workingSpan counts n working days from a day on. It is false when it comes
// to a year whose bank holidays are not known.
func (t *Table) workingSpan(from model.Date, n int) (span, bool) {
	firstKnown, lastKnown := t.Years()
	var way span
	for day := from; ; day = plus(day, 1) {
		if day.Year < firstKnown || day.Year > lastKnown {
			return span{}, false
		}
		if _, holiday := t.holiday(day); holiday || weekend(day) {
			continue
		}
		if way.first.IsZero() {
			way.first = day
		}
		if n--; n == 0 {
			way.last = day
			return way, true
		}
	}
}

func weekend(d model.Date) bool {
	w := d.Time().Weekday()
	return w == time.Saturday || w == time.Sunday
}

// plus is the day n days on. Dates have no hour, so no clock can move them.
func plus(d model.Date, n int) model.Date { return model.DateOf(d.Time().AddDate(0, 0, n)) }

// plusMonths is the same day of the month, n months on; where that month is
// too short, its last day.
func plusMonths(d model.Date, n int) model.Date {
	month := model.DateOf(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
	month.Day = min(d.Day, model.Date{Year: month.Year, Month: month.Month}.LastDay().Day)
	return month
}

// leavingDay is the last Friday in June of the school year in which who was
// born on the day reaches the age. A school year is counted from 1 September.
func leavingDay(born model.Date, age int) model.Date {
	year := born.Year + age
	if born.Month >= time.September {
		year++
	}
	june := model.Date{Year: year, Month: time.June, Day: 30}
	for june.Time().Weekday() != time.Friday {
		june = plus(june, -1)
	}
	return june
}
