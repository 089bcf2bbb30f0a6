package oruk

import (
	"fmt"
	"strings"
)

// dayNames are those of byday (RFC 5545, 3.3.10).
var dayNames = map[string]string{"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday", "SU": "Sunday"}

// hours are the weekly schedules in words: "Monday, Tuesday, 09:00 to 17:00".
// Those of other rhythms keep the words of their description alone.
func (s *service) hours() string {
	var all []string
	for i, h := range s.list("schedules", "schedules") {
		at := fmt.Sprintf("schedules[%d].", i)
		word := func(name string) string { return s.textAt(h, name, at+name, "") }
		var days []string
		for _, d := range strings.Split(word("byday"), ",") {
			if name := dayNames[strings.ToUpper(strings.TrimSpace(d))]; name != "" {
				days = append(days, name)
			}
		}
		words := strings.Join(days, ", ")
		if opens, closes := word("opens_at"), word("closes_at"); words != "" && opens != "" && closes != "" {
			words += ", " + short(opens) + " to " + short(closes)
		}
		switch about := plain(word("description")); {
		case words == "":
			words = about
		case about != "":
			words += " (" + about + ")"
		}
		if words != "" {
			all = append(all, words)
		}
	}
	return strings.Join(all, "; ")
}

// short is a time of day without its seconds and zone.
func short(clock string) string {
	if len(clock) > len("09:00") {
		return clock[:len("09:00")]
	}
	return clock
}
