package source

import (
	"regexp"
	"strings"
	"time"

	"signpost/generator/model"
)

var (
	ordinal   = regexp.MustCompile(`^(\d{1,2})(st|nd|rd|th)\b`)
	dayMonth  = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)
	monthYear = regexp.MustCompile(`^(\d{1,2})/(\d{4})$`)
)

// britishDate is a date as files have it, if it is written in one of the ways
// of people in England: 3 November 2026, 3rd Nov 2026, 03/11/2026, November
// 2026. The day comes first: 11/03/2026 is in March, for nothing can tell what
// an American meant. A year of two digits is no date.
func britishDate(v string) string {
	s := ordinal.ReplaceAllString(strings.Join(strings.Fields(v), " "), "$1")
	s = dayMonth.ReplaceAllString(s, "$1/$2/$3")
	if monthYear.MatchString(s) {
		s = "1/" + s
		if t, err := time.Parse("2/1/2006", s); err == nil {
			return model.Date{Year: t.Year(), Month: t.Month()}.String()
		}
	}
	for _, layout := range []string{"2/1/2006", "2 January 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return model.DateOf(t).String()
		}
	}
	for _, layout := range []string{"January 2006", "Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return model.Date{Year: t.Year(), Month: t.Month()}.String()
		}
	}
	return v
}
