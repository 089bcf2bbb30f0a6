package calendar

import (
	"os"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// real is the table of the project's own data.
func real(t testing.TB) *Table {
	t.Helper()
	table, problems, err := Read(os.DirFS("../.."))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return table
}

func (t *Table) limit(tb testing.TB, id string) Limit {
	tb.Helper()
	l, ok := t.Limit(id)
	if !ok {
		tb.Fatalf("no limit %q", id)
	}
	return l
}

// typed reads "came=2026-11-03 knew=…".
func typed(text string) map[string]string {
	answers := map[string]string{}
	for _, field := range strings.Fields(text) {
		limb, day, _ := strings.Cut(field, "=")
		answers[limb] = day
	}
	return answers
}

// Each answer was counted by hand, on a calendar on paper.
func TestAnswer(t *testing.T) {
	tests := []struct{ limit, typed, date, other string }{
		// The day on which the draft plan came is day 1.
		{"draft-plan", "came=2026-11-03", "2026-11-17", ""},
		{"draft-plan", "came=2026-12-20", "2027-01-03", ""},
		{"draft-plan", "came=2028-02-20", "2028-03-05", ""}, // a leap year
		{"draft-plan", "came=2027-02-20", "2027-03-06", ""},
		{"draft-plan", "came=2026-03-20", "2026-04-03", ""}, // the clocks change on 29 March
		{"draft-plan", "came=2026-10-20", "2026-11-03", ""}, // and on 25 October
		{"changes-reply", "came=2026-11-03", "2026-11-17", ""},
		// Weeks: the rule may or may not count the first day.
		{"assessment-decision", "asked=2026-11-03", "2026-12-14", "2026-12-15"},
		{"advice-reply", "asked=2026-11-03", "2026-12-14", "2026-12-15"},
		{"no-plan-decision", "asked=2026-11-03", "2027-02-22", "2027-02-23"},
		{"final-plan", "asked=2026-11-03", "2027-03-22", "2027-03-23"},
		{"review-decision", "met=2026-11-03", "2026-11-30", "2026-12-01"},
		{"changed-plan", "sent=2026-11-03", "2026-12-28", "2026-12-29"},
		{"changed-plan-after-review", "met=2026-11-03", "2027-01-25", "2027-01-26"},
		{"new-council-letter", "sent=2026-11-03", "2026-12-14", "2026-12-15"},
		// Days that may or may not count the first.
		{"school-reply", "asked=2026-11-03", "2026-11-17", "2026-11-18"},
		{"mediation-meeting", "told=2026-11-03", "2026-12-02", "2026-12-03"},
		// Years.
		{"yearly-review", "last=2026-11-03", "2027-11-02", "2027-11-03"},
		{"yearly-review", "last=2028-02-29", "2029-02-27", "2029-02-28"},
		// Months: the same day, else the last of the month.
		{"mediation-adviser", "letter=2026-11-03", "2027-01-03", ""},
		{"mediation-adviser", "letter=2026-12-31", "2027-02-28", ""},
		{"mediation-adviser", "letter=2027-12-31", "2028-02-29", ""},
		{"mediation-adviser", "letter=2027-12-29", "2028-02-29", ""},
		{"mediation-adviser", "letter=2026-12-29", "2027-02-28", ""},
		{"mediation-adviser", "letter=2027-02-28", "2027-04-28", ""}, // not the 30th
		// An appeal: the later of two.
		{"appeal", "letter=2026-11-03 certificate=2026-11-20", "2027-01-03", ""},
		{"appeal", "letter=2026-11-03 certificate=2026-12-20", "2027-01-20", ""},
		{"appeal", "letter=2026-11-03 certificate=2026-12-03", "2027-01-03", ""},
		{"appeal", "letter=2026-12-31 certificate=2027-01-31", "2027-02-28", ""},
		{"appeal", "letter=2026-11-03 certificate=2026-11-03", "2027-01-03", ""},
		{"appeal", "letter=2026-11-03 certificate=2027-11-03", "2027-12-03", ""},
		{"appeal", "letter=2026-11-03", "2027-01-03", ""},
		{"appeal", "certificate=2026-12-20", "2027-01-20", ""},
		// A new school.
		{"next-school", "moves=2027-09-06", "2027-02-14", "2027-02-15"},
		{"after-school", "moves=2027-09-06", "2027-03-30", "2027-03-31"},
		{"next-college", "moves=2027-09-06", "2027-04-06", ""},
		{"next-college", "moves=2027-07-31", "2027-02-28", ""},
		// Moving home: the day of the move, or 15 working days from the day the council knew.
		{"plan-moves", "moved=2026-11-23 knew=2026-10-01", "2026-11-23", ""},
		{"plan-moves", "moved=2026-11-23 knew=2026-11-23", "2026-12-11", ""},
		{"plan-moves", "moved=2026-11-23 knew=2026-12-14", "2027-01-06", ""}, // 25 and 28 December, 1 January
		{"plan-moves", "moved=2026-11-21 knew=2026-11-21", "2026-12-11", ""}, // a Saturday: day 1 is the Monday
		{"plan-moves", "moved=2026-04-07 knew=2026-03-20", "2026-04-13", ""}, // Good Friday and Easter Monday
		// Three working days.
		{"certificate", "told=2026-11-03", "2026-11-05", "2026-11-06"},
		{"certificate", "told=2026-12-24", "2026-12-30", "2026-12-31"},
		{"certificate", "told=2027-12-24", "2027-12-30", "2027-12-31"}, // Monday and Tuesday instead of the weekend
		{"late-certificate", "told=2026-11-07", "2026-11-11", ""},      // a Saturday: both readings agree
		// The end of compulsory school age.
		{"own-rights", "born=2010-08-31", "2026-06-26", ""},
		{"own-rights", "born=2010-09-01", "2027-06-25", ""},
		{"own-rights", "born=2011-06-30", "2027-06-25", ""},
		{"own-rights", "born=2012-02-29", "2028-06-30", ""},
	}
	table := real(t)
	tried := map[string]bool{}
	for _, test := range tests {
		tried[test.limit] = true
		a := table.Answer(table.limit(t, test.limit), typed(test.typed))
		if a.Refused != "" || a.Date.String() != test.date || a.Other.String() != test.other {
			t.Errorf("%s %s: %s %s, %q %s; want %s, %q", test.limit, test.typed, a.Refused, a.Date, a.Other, a.Says, test.date, test.other)
		}
	}
	for _, l := range table.Limits {
		if !tried[l.ID] {
			t.Errorf("no example of %s", l.ID)
		}
	}
}

// Where no day can be known, none is given.
func TestRefused(t *testing.T) {
	table := real(t)
	tests := []struct {
		limit, typed string
		why          Refusal
		says         string
	}{
		{"draft-plan", "", Needed, "On which day did the draft plan come?"},
		{"draft-plan", "came=2026-02-31", Unreadable, "2026-02-31"},
		{"draft-plan", "came=soon", Unreadable, "soon"},
		{"draft-plan", "came=1026-11-03", Unreadable, "1026-11-03"},
		{"appeal", "", Needed, "date on the council's letter"},
		{"appeal", "letter=2026-11-03 certificate=x", Unreadable, "“x”"},
		{"appeal", "letter=2026-12-20 certificate=2026-11-03", Unlikely, "again"},
		{"appeal", "letter=2026-11-03 certificate=2027-11-04", Unlikely, "again"},
		{"plan-moves", "moved=2026-11-23", Needed, "did the council you are leaving get to know"},
		{"plan-moves", "knew=2026-11-23", Needed, "do you move"},
		{"certificate", "told=2027-12-30", NoHolidays, "ask your supporter"}, // the other reading ends in 2028
		{"certificate", "told=2023-12-28", NoHolidays, "2024 to 2027"},
		{"plan-moves", "moved=2027-12-01 knew=2027-12-20", NoHolidays, "2024 to 2027"},
		{"plan-moves", "moved=2040-12-01 knew=2040-12-20", NoHolidays, "2024 to 2027"},
	}
	for _, test := range tests {
		a := table.Answer(table.limit(t, test.limit), typed(test.typed))
		if a.Refused != test.why || !strings.Contains(a.Says, test.says) || !a.Date.IsZero() || len(a.Limbs) > 0 {
			t.Errorf("%s %s: %q %s %q; want %q with %q", test.limit, test.typed, a.Refused, a.Date, a.Says, test.why, test.says)
		}
	}
}

// No day comes from a limit of which a part was not found at a source.
func TestUnchecked(t *testing.T) {
	table := real(t)
	for _, l := range table.Limits {
		for i := range l.Limbs {
			l.Limbs = slices.Clone(l.Limbs)
			l.Limbs[i].Verified = false
			all := map[string]string{}
			for _, b := range l.Limbs {
				all[b.ID] = "2026-11-03"
				if lines := table.Lines(l, b.ID, model.Date{Year: 2026, Month: 11, Day: 1}, 1); lines != nil {
					t.Errorf("%s has lines", l.ID)
				}
			}
			if a := table.Answer(l, all); a.Refused != Unchecked || !a.Date.IsZero() || !strings.Contains(a.Says, "Ask your supporter") {
				t.Errorf("%s: %+v", l.ID, a)
			}
		}
	}
}

// An answer shows both limbs, the one without a day too, and how each was counted.
func TestLimbs(t *testing.T) {
	table := real(t)
	a := table.Answer(table.limit(t, "appeal"), typed("letter=2026-12-31"))
	if len(a.Limbs) != 2 || a.Limbs[0].Date.String() != "2027-02-28" || a.Limbs[1].Limb != "certificate" || !a.Limbs[1].Date.IsZero() {
		t.Errorf("%+v", a.Limbs)
	}
	want := []string{
		"There is more than one day to count from. The later result holds.",
		"We do not have all the days. With the others, the last day can only be later.",
		"Offices may be closed on that day. Do it before then.",
		"You need no certificate if you appeal only about the school, or the kind of school, in the plan.",
		"Check with your supporter. Ask them even if this day has passed.",
	}
	if !slices.Equal(a.Steps, want) {
		t.Errorf("%q", a.Steps)
	}
	want = []string{"2 months after Thursday 31 December 2026 is Sunday 28 February 2027.", "That month has no day 31, so we take its last day.",
		"We take the same day of the month. This is our reading of the rule."}
	if !slices.Equal(a.Limbs[0].Steps, want) {
		t.Errorf("%q", a.Limbs[0].Steps)
	}
	if want := "The last day for your appeal to reach the tribunal: Sunday 28 February 2027."; a.Says != want {
		t.Errorf("%q", a.Says)
	}
}

// What day 1 was, and which days were left out.
func TestSteps(t *testing.T) {
	tests := []struct{ limit, typed, first, steps string }{
		{"draft-plan", "came=2026-11-03", "2026-11-03", "Tuesday 3 November 2026 is day 1. Day 15 is Tuesday 17 November 2026."},
		{"assessment-decision", "asked=2026-11-03", "2026-11-03", "6 weeks are 42 days. The rule can be read in two ways. If Tuesday 3 November 2026 is counted, the last day is Monday 14 December 2026. If it is not, the last day is Tuesday 15 December 2026. We show the earlier day."},
		{"late-certificate", "told=2026-12-26", "2026-12-29", "Saturdays, Sundays and bank holidays are not counted. Monday 28 December 2026 is a bank holiday. Saturday 26 December 2026 is not counted. Tuesday 29 December 2026 is working day 1. Working day 3 is Thursday 31 December 2026."},
		{"next-school", "moves=2027-09-06", "", "The rule says: before Monday 15 February 2027. So the last day is Sunday 14 February 2027. Some people say Monday 15 February 2027. We show the earlier day."},
		{"next-college", "moves=2027-07-31", "", "5 months before Saturday 31 July 2027 is Sunday 28 February 2027. That month has no day 31, so we take its last day. We take the same day of the month. This is our reading of the rule."},
		{"own-rights", "born=2010-09-01", "", "Age 16 begins on Tuesday 1 September 2026. We count a school year from 1 September to 31 August. Friday 25 June 2027 is the last Friday in June of that school year."},
		{"plan-moves", "moved=2026-11-21 knew=2026-11-03", "2026-11-21", "It is the day itself: Saturday 21 November 2026."},
	}
	table := real(t)
	for _, test := range tests {
		c := table.Answer(table.limit(t, test.limit), typed(test.typed)).Limbs[0]
		if steps := strings.Join(c.Steps, " "); c.First.String() != test.first || steps != test.steps {
			t.Errorf("%s %s: day 1 %q\n%s\nwant %q\n%s", test.limit, test.typed, c.First, steps, test.first, test.steps)
		}
	}
}

func TestReadDay(t *testing.T) {
	for text, want := range daysTyped {
		d, err := ReadDay(text)
		if (err != nil) != (want == "no") || err == nil && d.String() != want {
			t.Errorf("%q: %q, %v; want %q", text, d, err, want)
		}
	}
}

// daysTyped are texts and the days they are; "no" is none. The browser's
// interpreter reads them too.
var daysTyped = map[string]string{
	"": "", "  \n": "", "2026-11-03": "2026-11-03", "2026-11-3": "2026-11-03", " 3/11/2026 ": "2026-11-03", "03/11/2026": "2026-11-03",
	"3 11 2026": "2026-11-03", "3.11.2026": "2026-11-03", "3-11-2026": "2026-11-03", "3 November 2026": "2026-11-03", "3rd NOV 2026": "2026-11-03",
	"3rd of November, 2026": "2026-11-03", "29 Feb 2028": "2028-02-29", "1 sept 2026": "2026-09-01", "13/11/2026": "2026-11-13",
	"29 Feb 2027": "no", "11/13/2026": "no", "3/11/26": "no", "3 Novembre 2026": "no", "3 No 2026": "no", "32 1 2026": "no", "0/1/2026": "no",
	"1/0/2026": "no", "2026": "no", "November 2026": "no", "tomorrow": "no", "3/11/1989": "no", "3/11/2100": "no", "2026-11-03T00:00": "no", "٣/١١/٢٠٢٦": "no",
	"3 \u017fept 2026": "no", "{start} <b>": "no", "2026-11-031": "no", strings.Repeat("9", 50): "no",
}

// The table for pages without script says what the answers say.
func TestLines(t *testing.T) {
	table := real(t)
	from := model.Date{Year: 2027, Month: 12, Day: 1}
	for _, l := range table.Limits {
		for _, b := range l.Limbs {
			lines := table.Lines(l, b.ID, from, 6)
			if len(lines) != 42 || lines[0].Start != from || lines[41].Start.String() != "2028-01-11" {
				t.Fatalf("%s %s: %d lines", l.ID, b.ID, len(lines))
			}
			if len(l.Limbs) > 1 {
				continue
			}
			for _, line := range lines {
				a := table.Answer(l, map[string]string{b.ID: line.Start.String()})
				if a.Date != line.Date || a.Other != line.Other {
					t.Errorf("%s from %s: %s, %q; the answer is %s, %q", l.ID, line.Start, line.Date, line.Other, a.Date, a.Other)
				}
			}
		}
	}
	if last := table.Lines(table.limit(t, "certificate"), "told", from, 6)[41]; !last.Date.IsZero() {
		t.Errorf("a day in a year without bank holidays: %s", last.Date)
	}
	if table.Lines(table.limit(t, "appeal"), "nobody", from, 1) != nil {
		t.Error("a limb that is not there has lines")
	}
}

// Of two limbs the earlier holds where a limit says so, and then all days are needed.
func TestEarlier(t *testing.T) {
	table := real(t)
	l := table.limit(t, "appeal")
	l.Join = Earlier
	if a := table.Answer(l, typed("letter=2026-11-03 certificate=2026-12-20")); a.Date.String() != "2027-01-03" || a.Steps[0] != English.Earlier {
		t.Errorf("%+v", a)
	}
	if a := table.Answer(l, typed("letter=2026-11-03")); a.Refused != Needed {
		t.Errorf("%+v", a)
	}
}
