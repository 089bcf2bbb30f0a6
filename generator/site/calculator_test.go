package site

import (
	"os"
	"slices"
	"strings"
	"testing"

	"signpost/generator/calendar"
	"signpost/generator/model"
)

// limits are the project's own.
func limits(t testing.TB) *calendar.Table {
	t.Helper()
	table, problems, err := calendar.Read(os.DirFS("../.."))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return table
}

func calculatorOf(t *testing.T, table *calendar.Table, ids ...string) *calculator {
	t.Helper()
	d, _ := northam(t)
	v, err := newViews(d, Options{BaseURL: "https://example.org/", Limits: table})
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.calculator(ids)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSums: limits that are counted from one day share a form; the same word for
// another day has its own.
func TestSums(t *testing.T) {
	for _, test := range []struct{ limits, forms string }{
		{"appeal", "letter certificate: appeal"},
		{"mediation-adviser appeal", "letter certificate: mediation-adviser appeal"},
		{"assessment-decision advice-reply no-plan-decision final-plan", "asked: assessment-decision no-plan-decision final-plan; asked: advice-reply"},
		{"plan-moves new-council-letter", "moved knew: plan-moves; sent: new-council-letter"},
		{"certificate mediation-meeting", "told: certificate; told: mediation-meeting"},
		{"own-rights", ": "},
		{"gone draft-plan", "came: draft-plan"},
	} {
		var forms []string
		for _, s := range calculatorOf(t, limits(t), strings.Fields(test.limits)...).Sums {
			var asks, ids []string
			for _, a := range s.Asks {
				asks = append(asks, a.Name)
			}
			for _, l := range s.Limits {
				ids = append(ids, l.ID)
			}
			forms = append(forms, strings.Join(asks, " ")+": "+strings.Join(ids, " "))
		}
		if got := strings.Join(forms, "; "); got != test.forms {
			t.Errorf("%s: %s; want %s", test.limits, got, test.forms)
		}
	}
	if c := calculatorOf(t, nil, "appeal"); c != nil {
		t.Errorf("%+v without a table", c)
	}
	if c := calculatorOf(t, limits(t)); c != nil {
		t.Errorf("%+v without limits", c)
	}
}

// TestEveryLimit: each limit says where it is written, and its table has the
// days about today, of which each is the calendar's own answer.
func TestEveryLimit(t *testing.T) {
	table := limits(t)
	for _, l := range table.Limits {
		s := calculatorOf(t, table, l.ID).Sums[0]
		if len(s.Law) < 3 || s.Law[1].Href == "" || s.Unknown != "" {
			t.Errorf("%s: %+v", l.ID, s.Law)
		}
		if len(s.Tables) == 0 {
			t.Errorf("%s has no table", l.ID)
		}
		for _, d := range s.Tables {
			if len(d.Rows) < 4 || len(d.Rows) > 200 || d.Rows[0].Last == askWords || d.Notes[len(d.Notes)-1] != calendar.English.Always {
				t.Errorf("%s: %d rows, %+v, %q", l.ID, len(d.Rows), d.Rows[0], d.Notes)
			}
		}
		limbs := slices.DeleteFunc(slices.Clone(l.Limbs), func(b calendar.Limb) bool { return b.Amount == 1 && b.Unit == calendar.Days })
		for i, d := range s.Tables {
			for _, row := range d.Rows {
				start, err := calendar.ReadDay(row.Start)
				if err != nil {
					continue // a year, or a school year
				}
				typed := map[string]string{}
				one := l
				one.Limbs, one.Join = limbs[i:i+1], ""
				typed[limbs[i].ID] = start.String()
				if want := calendar.English.Day(table.Answer(one, typed).Date); row.Last != want {
					t.Errorf("%s of %s: %s, want %s", l.ID, row.Start, row.Last, want)
				}
			}
		}
	}
}

// TestUncheckedLimit: of a rule that was found at no source no day is given and
// none is asked for.
func TestUncheckedLimit(t *testing.T) {
	table := limits(t)
	i := slices.IndexFunc(table.Limits, func(l calendar.Limit) bool { return l.ID == "draft-plan" })
	table.Limits[i].Limbs = slices.Clone(table.Limits[i].Limbs)
	table.Limits[i].Limbs[0].Verified = false
	c := calculatorOf(t, table, "draft-plan")
	if s := c.Sums[0]; s.Unknown != calendar.English.Unchecked || len(s.Asks)+len(s.Limits)+len(s.Tables) > 0 || c.Rules != "" {
		t.Errorf("%+v", s)
	}
}

// TestNoBirthday: no page asks when somebody was born.
func TestNoBirthday(t *testing.T) {
	c := calculatorOf(t, limits(t), "own-rights")
	s := c.Sums[0]
	if len(s.Asks) > 0 || c.Rules != "" || len(s.Tables) != 1 {
		t.Fatalf("%+v", c)
	}
	want := dateRow{"1 September 2010 to 31 August 2011", "Friday 25 June 2027"}
	if !slices.Contains(s.Tables[0].Rows, want) {
		t.Errorf("%+v", s.Tables[0].Rows)
	}
}

// TestUnknownHolidays: where the bank holidays of a year are not known, a table
// gives no day.
func TestUnknownHolidays(t *testing.T) {
	d, _ := northam(t)
	d.AsAt = model.Date{Year: 2028, Month: 1, Day: 7}
	v, err := newViews(d, Options{BaseURL: "https://example.org/", Limits: limits(t)})
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.calculator([]string{"certificate"})
	if err != nil {
		t.Fatal(err)
	}
	rows := c.Sums[0].Tables[0].Rows
	if first, last := rows[0], rows[len(rows)-1]; first.Last == askWords || last.Last != askWords {
		t.Errorf("%+v … %+v", first, last)
	}
}
