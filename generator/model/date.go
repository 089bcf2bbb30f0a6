package model

import (
	"fmt"
	"strings"
	"time"
)

// A Date is a day, a month or a year, as far as it was known. The zero Date
// is "no date". Month and Day are 0 where they were not given.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads 2026, 2026-11 or 2026-11-03, the forms that sort as text.
// The empty string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() < 1900 {
			continue
		}
		d := Date{Year: t.Year()}
		if len(layout) > 4 {
			d.Month = t.Month()
		}
		if len(layout) > 7 {
			d.Day = t.Day()
		}
		return d, nil
	}
	return Date{}, fmt.Errorf("%q is not a date; write it as 2026-11-03, 2026-11 or 2026", s)
}

// DateOf is the day of t.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d.Year == 0 }

// Time is the first day the date can mean, at midnight UTC.
func (d Date) Time() time.Time { return d.earliest() }

// earliest is the first day the date can mean: a bare year is its 1 January.
func (d Date) earliest() time.Time {
	return time.Date(d.Year, max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// latest is the last day the date can mean.
func (d Date) latest() time.Time {
	switch {
	case d.Month == 0:
		return time.Date(d.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case d.Day == 0:
		return time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return d.earliest()
}

// LastDay is the last day that the date can mean; no date has none.
func (d Date) LastDay() Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.latest())
}

// Compare orders dates by their earliest day; no date comes before all others.
func (d Date) Compare(e Date) int {
	switch {
	case d.IsZero() && e.IsZero():
		return 0
	case d.IsZero():
		return -1
	case e.IsZero():
		return 1
	}
	return d.earliest().Compare(e.earliest())
}

// After reports whether d begins after e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// EndsBefore reports whether all of d lies before the day e. A date that is
// not known never ends.
func (d Date) EndsBefore(e Date) bool {
	return !d.IsZero() && d.latest().Before(e.earliest())
}

// Within reports whether d lies at most days before the day e, and not after it.
func (d Date) Within(days int, e Date) bool {
	if d.IsZero() || d.After(e) {
		return false
	}
	return !d.earliest().Before(e.earliest().AddDate(0, 0, -days))
}

// String is the date as people write it in files: 2026-11-03, 2026-11 or 2026.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Words is the date as a page prints it: 3 November 2026, November 2026 or 2026.
func (d Date) Words() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", d.Month, d.Year)
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year))
}

// MarshalText is the date in published data, as people write it in files.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date of published data.
func (d *Date) UnmarshalText(text []byte) error {
	read, err := ParseDate(string(text))
	*d = read
	return err
}
