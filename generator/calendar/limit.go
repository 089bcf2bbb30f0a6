package calendar

import (
	"slices"

	"signpost/generator/model"
)

// A Limit is one limit that the law sets: what has to be done, and how its
// last day is counted. Most count from one day, their only limb; some from
// two, of which the later or the earlier result holds. Limbs stand in the order
// in which their days come.
type Limit struct {
	ID    string      `json:"id"`
	What  string      `json:"what"` // what falls on the day: "The last day for the council to …"
	By    string      `json:"by"`   // who has to act: Family, Council or Others
	Join  string      `json:"join"` // Later or Earlier; empty where there is one limb
	Note  string      `json:"note"` // what the reader has to know beside the day; may be empty
	Limbs []Limb      `json:"limbs"`
	Where model.Where `json:"-"`
}

// A Limb is a stretch of time that begins on a day the family knows.
type Limb struct {
	ID       string     `json:"id"`
	Asks     string     `json:"asks"`   // the question whose answer is the day
	Amount   int        `json:"amount"` // how many of the unit; of [DayOfYear] 100 × month + day; of [LeavingDay] the age
	Unit     string     `json:"unit"`
	Start    string     `json:"start"` // Counted, NotCounted or Either; empty for [LeavingDay]
	Law      string     `json:"-"`
	Source   string     `json:"-"` // the page on which the law, or a service's account of it, was read
	Checked  model.Date `json:"-"` // the day of that reading
	Verified bool       `json:"verified"`
}

// Who has to act.
const (
	Family  = "family"
	Council = "council"
	Others  = "others"
)

// Which of two limbs holds.
const (
	Later   = "later"
	Earlier = "earlier"
)

// Whether the day on which a limb begins is day 1. Either says that the rule
// can be read in both ways; then the earlier result is the answer, and the
// other stands beside it. Of [DayOfYear] it is the named day that is meant.
const (
	Counted    = "counted"
	NotCounted = "not-counted"
	Either     = "either"
)

// The units of a limb.
const (
	Days         = "days"
	WorkingDays  = "working days"
	Weeks        = "weeks"
	Months       = "months"
	MonthsBefore = "months before"       // counted back from the day
	DayOfYear    = "day of the year"     // in the year of the day
	LeavingDay   = "last Friday in June" // of the school year in which an age is reached
)

// starts says which rules for the first day a unit knows.
var starts = map[string][]string{
	Days:         {Counted, NotCounted, Either},
	WorkingDays:  {Counted, NotCounted, Either},
	Weeks:        {Counted, NotCounted, Either},
	Months:       {Counted, NotCounted, Either},
	MonthsBefore: {NotCounted},
	DayOfYear:    {Counted, NotCounted, Either},
	LeavingDay:   {""},
}

// A Table is what data/limits.csv and data/holidays.csv say. The zero Table
// knows no limit.
type Table struct {
	Limits   []Limit
	Holidays []Holiday // in the order of their days
}

// A Holiday is a bank holiday of England and Wales.
type Holiday struct {
	Day     model.Date
	Name    string
	Source  string
	Checked model.Date
}

// Limit returns the limit with the id.
func (t *Table) Limit(id string) (Limit, bool) {
	i := slices.IndexFunc(t.Limits, func(l Limit) bool { return l.ID == id })
	if i < 0 {
		return Limit{}, false
	}
	return t.Limits[i], true
}

// Verified reports whether all of the limit was found at a source. No day is
// ever counted from a limit that was not.
func (l Limit) Verified() bool {
	return !slices.ContainsFunc(l.Limbs, func(b Limb) bool { return !b.Verified })
}

// Years are the first and the last year whose bank holidays are known; 0 and 0
// where none are.
func (t *Table) Years() (first, last int) {
	if len(t.Holidays) == 0 {
		return 0, 0
	}
	return t.Holidays[0].Day.Year, t.Holidays[len(t.Holidays)-1].Day.Year
}
