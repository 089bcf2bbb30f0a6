package calendar

import (
	"testing"
	"time"

	"signpost/generator/model"
)

func date(year int, month time.Month, day int) model.Date {
	return model.Date{Year: year, Month: month, Day: day}
}

// limb is a limb of no limit.
func limb(unit string, amount int, start string) Limb {
	return Limb{ID: "x", Unit: unit, Amount: amount, Start: start, Verified: true}
}

// everyDay calls f with each day of the years whose bank holidays are known,
// two leap days and the changes of the clock among them.
func everyDay(f func(model.Date)) {
	for d := date(2024, 1, 1); d.Year < 2028; d = plus(d, 1) {
		f(d)
	}
}

var forward = []Limb{
	limb(Days, 1, Counted), limb(Days, 15, Counted), limb(Days, 15, NotCounted), limb(Days, 30, Either),
	limb(Weeks, 1, NotCounted), limb(Weeks, 6, Either), limb(Weeks, 20, Counted),
	limb(WorkingDays, 1, Counted), limb(WorkingDays, 3, Either), limb(WorkingDays, 15, Counted), limb(WorkingDays, 15, NotCounted),
	limb(Months, 1, NotCounted), limb(Months, 2, NotCounted), limb(Months, 12, Either), limb(Months, 1, Counted),
}

// A last day never lies before its first, never moves back when the start
// moves on, and the earlier reading comes first.
func TestNeverEarlier(t *testing.T) {
	table := real(t)
	for _, b := range forward {
		before := map[int]model.Date{}
		everyDay(func(start model.Date) {
			ways := table.spans(b, start)
			for i, way := range ways {
				if way.last.Compare(start) < 0 || way.last.Compare(way.first) < 0 && b.Unit != Months || way.first.Compare(start) < 0 {
					t.Errorf("%+v from %s: day 1 is %s, the last %s", b, start, way.first, way.last)
				}
				if len(ways) == 1 && b.Start == Either {
					continue // both readings agree
				}
				if way.last.Compare(before[i]) < 0 {
					t.Errorf("%+v from %s: %s, and from the day before %s", b, start, way.last, before[i])
				}
				before[i] = way.last
			}
			if len(ways) > 1 && !ways[1].last.After(ways[0].last) {
				t.Errorf("%+v from %s: %+v", b, start, ways)
			}
		})
	}
}

// tick counts a limb by putting a finger on one day after the other.
func tick(table *Table, b Limb, start model.Date, counted bool) model.Date {
	closed := map[string]bool{}
	for _, h := range table.Holidays {
		closed[h.Day.String()] = true
	}
	n := b.Amount
	if b.Unit == Weeks {
		n = 7 * n
	}
	at := time.Date(start.Year, start.Month, start.Day, 12, 0, 0, 0, time.UTC)
	if !counted {
		at = at.Add(24 * time.Hour)
	}
	for ; ; at = at.Add(24 * time.Hour) {
		day := at.Format("2006-01-02")
		if b.Unit == WorkingDays && (closed[day] || at.Weekday() == time.Saturday || at.Weekday() == time.Sunday) {
			continue
		}
		if n--; n == 0 {
			return model.DateOf(at)
		}
	}
}

// Days, weeks and working days come out as when they are ticked off one by one.
func TestTicked(t *testing.T) {
	table := real(t)
	tried := 0
	for _, b := range forward {
		if b.Unit == Months {
			continue
		}
		everyDay(func(start model.Date) {
			ways := table.spans(b, start)
			if len(ways) == 0 {
				return
			}
			tried++
			early := tick(table, b, start, b.Start != NotCounted)
			late := tick(table, b, start, b.Start == Counted)
			if ways[0].last != early || ways[len(ways)-1].last != late {
				t.Errorf("%+v from %s: %+v; ticked off: %s, %s", b, start, ways, early, late)
			}
		})
	}
	if tried < 15000 {
		t.Errorf("%d were tried", tried)
	}
}

// Only the last working days of the last known year are refused.
func TestRefusedOnlyAtTheEnd(t *testing.T) {
	table := real(t)
	everyDay(func(start model.Date) {
		known := len(table.spans(limb(WorkingDays, 3, Counted), start)) > 0
		if want := start.Compare(date(2027, 12, 29)) <= 0; known != want {
			t.Errorf("from %s: %v", start, known)
		}
	})
}

// Months keep the day of the month; where the month is too short the result is
// its last day, and never lies in another month.
func TestMonths(t *testing.T) {
	for start := date(1999, 11, 1); start.Year < 2005; start = plus(start, 1) {
		for n := -13; n <= 25; n++ {
			got := plusMonths(start, n)
			months := (got.Year-start.Year)*12 + int(got.Month-start.Month)
			nextDay := plus(got, 1)
			if months != n || got.Day != start.Day && (got.Day > start.Day || nextDay.Month == got.Month) {
				t.Fatalf("%d months from %s: %s", n, start, got)
			}
			if back := plusMonths(got, -n); back.After(start) || got.Day == start.Day && back != start {
				t.Fatalf("%d months from %s and back: %s", n, start, back)
			}
		}
	}
}

// Day of a year and leaving day, over a century.
func TestNamedDays(t *testing.T) {
	table := &Table{}
	for d := date(1999, 1, 1); d.Year < 2101; d = plus(d, 17) {
		ways := table.spans(limb(DayOfYear, 215, Either), d)
		if len(ways) != 2 || ways[0].last != date(d.Year, 2, 14) || ways[1].last != date(d.Year, 2, 15) {
			t.Fatalf("%s: %+v", d, ways)
		}
		june := table.spans(limb(LeavingDay, 16, ""), d)[0].last
		sixteen := plusMonths(d, 12*16)
		if june.Month != time.June || june.Day < 24 || june.Time().Weekday() != time.Friday {
			t.Fatalf("born %s: %s is not the last Friday in June", d, june)
		}
		// The school year that holds the day in June holds the birthday too.
		if sixteen.Compare(date(june.Year-1, 9, 1)) < 0 || sixteen.Compare(date(june.Year, 8, 31)) > 0 {
			t.Fatalf("born %s: sixteen on %s, %s", d, sixteen, june)
		}
	}
}

// An appeal's day is never before either limb's, and a day more known never
// makes it earlier.
func TestLaterHolds(t *testing.T) {
	table := real(t)
	l := table.limit(t, "appeal")
	for letter := date(2026, 10, 28); letter.Compare(date(2026, 12, 4)) < 0; letter = plus(letter, 1) {
		alone := table.Answer(l, map[string]string{"letter": letter.String()})
		for days := 0; days < 100; days++ {
			a := table.Answer(l, map[string]string{"letter": letter.String(), "certificate": plus(letter, days).String()})
			if a.Date.Compare(alone.Date) < 0 || a.Date != a.Limbs[0].Date && a.Date != a.Limbs[1].Date ||
				a.Date.Compare(a.Limbs[0].Date) < 0 || a.Date.Compare(a.Limbs[1].Date) < 0 {
				t.Errorf("%s and %d days: %+v", letter, days, a)
			}
		}
	}
}

// The move of a plan agrees with the letter of the rule: on the day of the
// move where the council knew 15 working days before, else within 15 working
// days beginning with the day it knew.
func TestMove(t *testing.T) {
	table := real(t)
	l := table.limit(t, "plan-moves")
	for moved := date(2026, 3, 2); moved.Compare(date(2027, 2, 1)) < 0; moved = plus(moved, 1) {
		if table.closed(moved) {
			continue // the rule would let a plan go before such a move; we wait for the move
		}
		for days := -40; days <= 40; days++ {
			knew := plus(moved, days)
			working := 0 // from the day it knew to the day before the move
			for d := knew; d.Compare(moved) < 0; d = plus(d, 1) {
				if !table.closed(d) {
					working++
				}
			}
			want := moved
			if working < 15 {
				want = tick(table, limb(WorkingDays, 15, Counted), knew, true)
			}
			a := table.Answer(l, map[string]string{"moved": moved.String(), "knew": knew.String()})
			if a.Date != want {
				t.Fatalf("moved %s, knew %s: %s, want %s", moved, knew, a.Date, want)
			}
		}
	}
}
