package calendar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"signpost/generator/model"
)

var (
	dayFirst  = regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th)?[ ./-]+(?:of +)?([0-9]{1,2}|[a-z]{3,9})[ ./,-]+([0-9]{4})$`)
	yearFirst = regexp.MustCompile(`^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$`)
)

// ReadDay reads a day as people type it: 2026-11-03 (what browsers send of a
// date field), 3/11/2026, 3 11 2026, 3.11.2026, 3 November 2026, 3rd Nov 2026.
// The day comes before the month, and years have four digits. The zero Date
// with no error is an empty text.
func ReadDay(text string) (model.Date, error) {
	text = lower(strings.Trim(text, " \t\r\n"))
	if text == "" {
		return model.Date{}, nil
	}
	var day, month, year int
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		year, month, day = number(m[1]), number(m[2]), number(m[3])
	} else if m := dayFirst.FindStringSubmatch(text); m != nil {
		day, month, year = number(m[1]), monthNamed(m[2]), number(m[3])
	}
	d := model.DateOf(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC))
	if d != (model.Date{Year: year, Month: time.Month(month), Day: day}) || year < firstYear || year > lastYear {
		return model.Date{}, fmt.Errorf("%q is not a day from %d to %d", text, firstYear, lastYear)
	}
	return d, nil
}

// number reads digits that a pattern has found.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// monthNamed is the month of a number, a name or the beginning of one.
func monthNamed(text string) int {
	for i, name := range English.Months {
		if len(text) >= 3 && strings.HasPrefix(lower(name), text) {
			return i + 1
		}
	}
	return number(text)
}

// lower makes A to Z small and leaves all else, as the browser's reader does.
func lower(text string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}
