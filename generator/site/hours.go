package site

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A shift is the time of day in which somebody answers, in minutes after
// midnight, on some days of the week: 1 is Monday, 7 Sunday.
type shift struct {
	days     []int
	from, to int
}

// shifts reads opening hours as people write them. It is nil for anything that
// can be meant in two ways, or that holds a word it does not know: "term time
// only" changes all that stands before it.
func shifts(hours string) []shift {
	text := strings.TrimSuffix(strings.ToLower(strings.TrimSpace(hours)), ".")
	text, rest, _ := strings.Cut(text, ";")
	if rest != "" && !beside.MatchString(strings.TrimSpace(rest)) {
		return nil
	}
	r := &hoursReader{}
	for _, w := range hoursWord.FindAllString(lineName.ReplaceAllString(text, ""), -1) {
		if w = strings.TrimSpace(w); w != "" {
			r.words = append(r.words, w)
		}
	}
	var all []shift
	for len(r.words) > 0 {
		found := r.clause()
		if found == nil || !r.parted() {
			return nil
		}
		all = append(all, found...)
	}
	if overlap(all) {
		return nil
	}
	return all
}

var (
	// lineName stands before the hours and changes nothing.
	lineName = regexp.MustCompile(`^(?:confidential )?(?:helpline|advice line|enquiry line|inquiry line|phone line)(?: is)?(?: open)?:?`)
	// beside may stand after a semicolon: it says what happens at other times.
	beside    = regexp.MustCompile(`^(?:24[- ]hour )?(?:answerphone|answering service)[a-z ,]*$|^reply within [a-z0-9 ]+$`)
	hoursWord = regexp.MustCompile(`[a-z]+|[0-9]{1,2}(?:[.:][0-9]{2})?(?: ?(?:am|pm|noon)\b)?|\s+|[^\sa-z0-9]`)
	clockTime = regexp.MustCompile(`^([0-9]{1,2})(?:[.:]([0-9]{2}))? ?(am|pm|noon)?$`)
)

var weekdays = map[string]int{
	"monday": 1, "mondays": 1, "mon": 1, "tuesday": 2, "tuesdays": 2, "tue": 2, "tues": 2, "wednesday": 3, "wednesdays": 3, "wed": 3, "weds": 3,
	"thursday": 4, "thursdays": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5, "fridays": 5, "fri": 5,
	"saturday": 6, "saturdays": 6, "sat": 6, "sunday": 7, "sundays": 7, "sun": 7,
}

// An hoursReader takes words from the front of what is left.
type hoursReader struct{ words []string }

func (r *hoursReader) take(any ...string) bool {
	if len(r.words) > 0 && slices.Contains(any, r.words[0]) {
		r.words = r.words[1:]
		return true
	}
	return false
}

// parted reports whether a clause ends here: at the end, or before another.
func (r *hoursReader) parted() bool {
	return len(r.words) == 0 || r.take(",", "and", "&") && len(r.words) > 0
}

// clause reads days and times, in either order.
func (r *hoursReader) clause() []shift {
	days := r.days()
	r.take(",", ":")
	shifts := r.times()
	if days == nil && shifts != nil {
		r.take(",", "on")
		days = r.days()
	}
	if days == nil {
		return nil
	}
	for i := range shifts {
		shifts[i].days = days
	}
	return shifts
}

// days reads "Monday to Friday" or "Tuesday and Thursday", nil for none.
func (r *hoursReader) days() []int {
	var days []int
	for len(r.words) > 0 {
		first, ok := weekdays[r.words[0]]
		if !ok {
			return days
		}
		r.words = r.words[1:]
		last := first
		if len(r.words) > 1 && slices.Contains(through, r.words[0]) && weekdays[r.words[1]] > 0 {
			last = weekdays[r.words[1]]
			r.words = r.words[2:]
		}
		if last < first {
			return nil // over the end of the week: nobody writes that of a week's work
		}
		for d := first; d <= last; d++ {
			days = append(days, d)
		}
		if len(r.words) > 1 && slices.Contains([]string{",", "and", "&"}, r.words[0]) && weekdays[r.words[1]] > 0 {
			r.words = r.words[1:]
		}
	}
	return days
}

var through = []string{"to", "-", "–", "—", "until", "till"}

// times reads "9am to 12 noon and 1pm to 4.30pm", nil for none.
func (r *hoursReader) times() []shift {
	var times []shift
	for {
		between := r.take("between")
		r.take("from")
		if len(r.words) < 3 || !slices.Contains(through, r.words[1]) && !(between && r.words[1] == "and") {
			return times
		}
		from, to := minutes(r.words[0]), minutes(r.words[2])
		if from < 0 || to <= from {
			return nil
		}
		r.words = r.words[3:]
		times = append(times, shift{from: from, to: to})
		if len(r.words) < 2 || !slices.Contains([]string{",", "and", "&"}, r.words[0]) || minutes(r.words[1]) < 0 {
			return times
		}
		r.words = r.words[1:]
	}
}

// minutes is a time of day, or -1 where it could be morning or afternoon. Four
// digits are a time of 24 hours.
func minutes(word string) int {
	if word == "noon" || word == "midday" {
		return 12 * 60
	}
	m := clockTime.FindStringSubmatch(word)
	if m == nil {
		return -1
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	switch {
	case minute > 59 || hour > 23:
		return -1
	case m[3] == "" && len(m[1]) == 2 && m[2] != "":
		return hour*60 + minute
	case m[3] == "" || hour < 1 || hour > 12 || m[3] == "noon" && hour != 12:
		return -1
	case m[3] == "pm" && hour != 12:
		hour += 12
	case m[3] == "am" && hour == 12:
		hour = 0
	}
	return hour*60 + minute
}

// overlap reports whether two shifts share a time: then one of them is misread.
func overlap(all []shift) bool {
	for i, a := range all {
		for _, b := range all[:i] {
			if a.from < b.to && b.from < a.to && slices.ContainsFunc(a.days, func(d int) bool { return slices.Contains(b.days, d) }) {
				return true
			}
		}
	}
	return false
}

// inCode is the shift as the page's script reads it: 12345 600-840.
func (s shift) inCode() string {
	var days strings.Builder
	for _, d := range s.days {
		days.WriteString(strconv.Itoa(d))
	}
	return fmt.Sprintf("%s %d-%d", days.String(), s.from, s.to)
}
