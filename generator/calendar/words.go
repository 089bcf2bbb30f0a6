package calendar

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"signpost/generator/model"
)

// Words are the sentences that explain a count. Both interpreters fill the
// same ones; {names} in braces are the places for days and numbers. None of
// them ever says that a day is over: a supporter may still know a way.
type Words struct {
	Date       string            `json:"date"`     // a day with its weekday
	Weekdays   [7]string         `json:"weekdays"` // from Sunday
	Months     [12]string        `json:"months"`
	Units      map[string]string `json:"units"` // by unit; with "1 " before it for one
	Headline   string            `json:"headline"`
	Begins     string            `json:"begins"`
	BeginsNext string            `json:"beginsNext"`
	Ends       string            `json:"ends"`
	Same       string            `json:"same"`
	Weeks      string            `json:"weeks"`
	Working    string            `json:"working"`
	Holiday    string            `json:"holiday"`
	TwoWays    string            `json:"twoWays"`
	After      string            `json:"after"`
	Before     string            `json:"before"`
	Short      string            `json:"short"`
	Reading    string            `json:"reading"`
	OfYear     string            `json:"ofYear"`
	Year       string            `json:"year"`
	Birthday   string            `json:"birthday"`
	SchoolYear string            `json:"schoolYear"`
	Leaving    string            `json:"leaving"`
	Later      string            `json:"later"`
	Earlier    string            `json:"earlier"`
	AtLeast    string            `json:"atLeast"`
	Closed     string            `json:"closed"`
	Always     string            `json:"always"`
	Unreadable string            `json:"unreadable"`
	Needed     string            `json:"needed"`
	Unchecked  string            `json:"unchecked"`
	Unlikely   string            `json:"unlikely"`
	NoHolidays string            `json:"noHolidays"`
}

// English are the words of the site's own language.
var English = Words{
	Date:     "{weekday} {number} {month} {year}",
	Weekdays: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"},
	Units: map[string]string{Days: "days", WorkingDays: "working days", Weeks: "weeks", Months: "months", MonthsBefore: "months",
		"1 " + Days: "day", "1 " + WorkingDays: "working day", "1 " + Weeks: "week", "1 " + Months: "month", "1 " + MonthsBefore: "month"},
	Headline:   "{what}: {day}.",
	Begins:     "{start} is {unit} 1.",
	BeginsNext: "{start} is not counted. {day} is {unit} 1.",
	Ends:       "{unit} {n} is {day}.",
	Same:       "It is the day itself: {day}.",
	Weeks:      "{n} {unit} are {days} days.",
	Working:    "Saturdays, Sundays and bank holidays are not counted.",
	Holiday:    "{day} is a bank holiday.",
	TwoWays:    "The rule can be read in two ways. If {start} is counted, the last day is {day}. If it is not, the last day is {other}. We show the earlier day.",
	After:      "{n} {unit} after {start} is {day}.",
	Before:     "{n} {unit} before {start} is {day}.",
	Short:      "That month has no day {number}, so we take its last day.",
	Reading:    "We take the same day of the month. This is our reading of the rule.",
	OfYear:     "The rule says: before {other}. So the last day is {day}. Some people say {other}. We show the earlier day.",
	Year:       "In that year the day is {day}.",
	Birthday:   "Age {n} begins on {day}.",
	SchoolYear: "We count a school year from 1 September to 31 August.",
	Leaving:    "{day} is the last Friday in June of that school year.",
	Later:      "There is more than one day to count from. The later result holds.",
	Earlier:    "There is more than one day to count from. The earlier result holds.",
	AtLeast:    "We do not have all the days. With the others, the last day can only be later.",
	Closed:     "Offices may be closed on that day. Do it before then.",
	Always:     "Check with your supporter. Ask them even if this day has passed.",
	Unreadable: "We could not read “{text}” as a day. Write the day, the month and the year, like this: 3 11 2026.",
	Needed:     "We need one more day to count. {asks}",
	Unchecked:  "We have not been able to check this rule, so we give no date. Ask your supporter.",
	Unlikely:   "Look at the days again, please. One comes too early, or they are more than a year apart.",
	NoHolidays: "We cannot count this: ask your supporter. The bank holidays we know are those of {first} to {last}.",
}

// Day is a day with its weekday, as sentences print it.
func (w Words) Day(d model.Date) string {
	return fill(w.Date, "weekday", w.Weekdays[d.Time().Weekday()], "number", strconv.Itoa(d.Day), "month", w.Months[d.Month-1], "year", strconv.Itoa(d.Year))
}

// unit is the plain word for an amount of a unit.
func (w Words) unit(unit string, n int) string {
	if n == 1 {
		return w.Units["1 "+unit]
	}
	return w.Units[unit]
}

// fill puts values into the places of a sentence; pairs are names and values.
func fill(sentence string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return capital(strings.NewReplacer(pairs...).Replace(sentence))
}

// capital begins a sentence that begins with a filled place.
func capital(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	return string(unicode.ToUpper(first)) + sentence[size:]
}
