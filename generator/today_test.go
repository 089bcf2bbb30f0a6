package main

import (
	"fmt"
	"testing"
)

// atTime makes a browser believe that it is a moment, given in UTC.
const atTime = `Date = class extends Date { constructor(...a) { a.length ? super(...a) : super("%sZ"); } }`

// TestToday: beside the hours as they were told stands until when somebody
// answers today, by the clocks of England; and nothing once the bank holidays
// are not known any more, where the hours are not sure, or without script.
func TestToday(t *testing.T) {
	host := serveSite(t, exampleSite)
	for _, test := range []struct{ moment, want string }{
		{"2026-11-23T09:59:00", "Today they answer from 10am to 2pm."},
		{"2026-11-23T10:00:00", "Today they answer until 2pm."},
		{"2026-11-23T13:59:00", "Today they answer until 2pm."},
		{"2026-11-23T14:00:00", "Their hours for today are over."},
		{"2026-11-22T11:00:00", "They give no hours for a Sunday."},
		{"2026-12-25T11:00:00", "Today is a bank holiday. They may not answer."},
		{"2026-12-28T11:00:00", "Today is a bank holiday. They may not answer."},
		{"2027-01-20T11:00:00", "Today they answer until 2pm."},
		{"2027-01-21T11:00:00", ""},
		{"2027-06-01T11:00:00", ""},
	} {
		t.Run(test.moment, func(t *testing.T) {
			tab := browser(t)
			inject(t, tab, fmt.Sprintf(atTime, test.moment))
			meet(t, tab, looks[0], host+"/areas/northam/")
			if got := evaluate[string](t, tab, fmt.Sprintf(shownOn, ".sp-today")); got != test.want {
				t.Errorf("%q; want %q", got, test.want)
			}
			if hours := evaluate[string](t, tab, fmt.Sprintf(shownOn, ".sp-sign__hours[data-open]")); hours != "Monday to Friday, 10am to 2pm." {
				t.Errorf("the hours as told are %q", hours)
			}
		})
	}
	for _, test := range []struct {
		why, page string
		look      look
		want      string
	}{
		{"a service with news", "/areas/easthaven/", look{width: 390, script: true}, "Today they answer from 12 noon to 6pm."}, // of the other sign
		{"no script", "/areas/northam/", look{width: 390}, ""},
		{"the frame", "/embed/northam/", look{width: 390, script: true}, "Today they answer until 2pm."},
	} {
		t.Run(test.why, func(t *testing.T) {
			tab := browser(t)
			inject(t, tab, fmt.Sprintf(atTime, "2026-11-23T11:00:00"))
			meet(t, tab, test.look, host+test.page)
			if got := evaluate[string](t, tab, fmt.Sprintf(shownOn, ".sp-today")); got != test.want {
				t.Errorf("%q; want %q", got, test.want)
			}
		})
	}
}

// TestTodaySeen: hours that were only seen are never said to be right.
func TestTodaySeen(t *testing.T) {
	host := serveSite(t, realSite)
	page := ""
	for _, a := range realSite.directory.Areas {
		if first := a.FirstFor("all"); first.Channel.Hours == "Monday to Friday 10am to 3pm; 24-hour answerphone outside these hours" {
			page = "/areas/" + a.Slug + "/"
		}
	}
	if page == "" {
		t.Fatal("no area has the hours that this test is about")
	}
	tab := browser(t)
	inject(t, tab, fmt.Sprintf(atTime, "2026-11-23T11:00:00"))
	meet(t, tab, look{width: 390, script: true}, host+page)
	if got := evaluate[string](t, tab, fmt.Sprintf(shownOn, ".sp-today")); got != "If these hours are right: Today they answer until 3pm." {
		t.Errorf("%s: %q", page, got)
	}
}
