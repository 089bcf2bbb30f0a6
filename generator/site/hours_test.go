package site

import (
	"strings"
	"testing"
)

// TestShifts: hours that mean one thing are read, and all others are left
// alone.
func TestShifts(t *testing.T) {
	for hours, want := range map[string]string{
		"Monday to Friday, 9am to 4.30pm":                                       "12345 540-990",
		"Monday to Friday, 10am to 2pm.":                                        "12345 600-840",
		"Monday to Friday, noon to 6pm":                                         "12345 720-1080",
		"Monday - Friday, 9am - 5pm":                                            "12345 540-1020",
		"Tuesday and Thursday, 9am to 1pm":                                      "24 540-780",
		"confidential helpline Mon-Fri 8:30am to 3:30pm":                        "12345 510-930",
		"advice line 9am-4pm Monday to Friday; reply within two working days":   "12345 540-960",
		"Monday to Friday 10am to 3pm; 24-hour answerphone outside these hours": "12345 600-900",
		"inquiry line 10am to 2pm Monday to Friday; 24 hour answerphone":        "12345 600-840",
		"Monday to Friday, 9am to 12 noon and 1pm to 4pm":                       "12345 540-720;12345 780-960",
		"Monday to Thursday 9am to 5pm, Friday 9am to 4pm":                      "1234 540-1020;5 540-960",
		"Monday to Friday 09:00 to 17:00":                                       "12345 540-1020",
		"between 9am and 5pm, Monday to Friday":                                 "12345 540-1020",
		"Monday to Friday, 9 to 5":                                              "", // of the morning, surely; but so is a guess
		"helpline 9:30am-2:30pm":                                                "", // no days
		"Monday to Friday telephone or email service":                           "",
		"Monday to Friday, 9am to 4pm, term time only":                          "",
		"Monday to Friday, 9am to 4pm; closed on Wednesdays":                    "",
		"First Tuesday of the month, 1pm to 3pm":                                "",
		"Every day, noon to 6pm":                                                "",
		"Monday to Friday, 9am to 4pm except bank holidays":                     "",
		"Friday to Monday, 9am to 4pm":                                          "",
		"Monday, 4pm to 9am":                                                    "",
		"Monday to Friday, 9am to 5pm and Friday, 9am to 4pm":                   "", // which on a Friday?
		"all year during office hours Mon-Fri; 24 hour answering service":       "",
		"Monday 9am and 5pm":                                                    "",
		"":                                                                      "",
	} {
		var codes []string
		for _, s := range shifts(hours) {
			codes = append(codes, s.inCode())
		}
		if got := strings.Join(codes, ";"); got != want {
			t.Errorf("%q is read as %q; want %q", hours, got, want)
		}
	}
}
