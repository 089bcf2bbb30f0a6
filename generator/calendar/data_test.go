package calendar

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// The invented directory counts by the same law as the real one.
func TestExampleIsReal(t *testing.T) {
	for _, file := range []string{limitsFile, holidaysFile} {
		ours, err := os.ReadFile(path.Join("../..", file))
		if err != nil {
			t.Fatal(err)
		}
		example, err := os.ReadFile(path.Join("../testdata/example", file))
		if err != nil || string(example) != string(ours) {
			t.Errorf("%s of the example differs (%v)", file, err)
		}
	}
}

// The package comment explains each limit, with its amount and law.
func TestManual(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range real(t).Limits {
		if !strings.Contains(string(text), "\n//\t"+l.ID+" ") {
			t.Errorf("doc.go does not explain %s", l.ID)
		}
	}
	for _, source := range []string{"https://www.gov.uk/bank-holidays", "https://www.legislation.gov.uk/uksi/2014/1530", "https://www.legislation.gov.uk/uksi/2008/2699/article/20"} {
		if !strings.Contains(string(text), source) {
			t.Errorf("doc.go does not name %s", source)
		}
	}
}

// The bank holidays of the known years, each on a weekday that it can have.
func TestHolidays(t *testing.T) {
	table := real(t)
	if first, last := table.Years(); first != 2024 || last != 2027 || len(table.Holidays) != 4*inYear {
		t.Fatalf("%d to %d, %d days", first, last, len(table.Holidays))
	}
	for i, h := range table.Holidays {
		if weekend(h.Day) || h.Source != "https://www.gov.uk/bank-holidays" || h.Checked.IsZero() {
			t.Errorf("%+v", h)
		}
		if h.Name == "Easter Monday" && plus(table.Holidays[i-1].Day, 3) != h.Day {
			t.Errorf("%s is not the Monday after %s", h.Day, table.Holidays[i-1].Day)
		}
	}
	for _, day := range []string{"2026-04-03", "2026-12-28", "2027-12-27", "2024-03-29", "2025-04-21"} {
		d, _ := model.ParseDate(day)
		if _, ok := table.holiday(d); !ok {
			t.Errorf("%s is no bank holiday", day)
		}
	}
}

// Whoever keeps the data hears in time that the bank holidays run out.
func TestEnding(t *testing.T) {
	table := real(t)
	if p := table.Ending(date(2026, 12, 31)); p != nil {
		t.Error(p)
	}
	if p := table.Ending(date(2027, 1, 1)); len(p) != 1 || p[0].Severity != model.Warning {
		t.Error(p)
	}
	if p := new(Table).Ending(date(2027, 1, 1)); p != nil {
		t.Error(p)
	}
}

// Nobody is told that it is over, and every answer sends to a supporter.
func TestNeverOver(t *testing.T) {
	table := real(t)
	said := []string{English.Unchecked, English.NoHolidays, English.AtLeast, English.Closed}
	for _, line := range vectors(t) {
		question, _, _ := strings.Cut(line, " -> ")
		_, a := table.vector(question)
		said = append(said, append(a.Steps, a.Says)...)
		if a.Refused == "" && a.Steps[len(a.Steps)-1] != English.Always {
			t.Fatalf("%s ends with %q", question, a.Steps)
		}
	}
	for _, text := range slices.Compact(said) {
		for _, over := range []string{"too late", "missed", "expired", "over.", "no longer"} {
			if strings.Contains(text, over) {
				t.Errorf("%q says %q", text, over)
			}
		}
	}
}

// Sentences for families are short and fill all of their places.
func TestPlain(t *testing.T) {
	table := real(t)
	var texts []string
	for _, l := range table.Limits {
		texts = append(texts, l.What, l.Note)
		for _, b := range l.Limbs {
			texts = append(texts, b.Asks)
		}
	}
	for _, line := range vectors(t) {
		question, _, _ := strings.Cut(line, " -> ")
		_, a := table.vector(question)
		texts = append(texts, append(a.Steps, a.Says)...)
		for _, c := range a.Limbs {
			texts = append(texts, c.Steps...)
		}
	}
	slices.Sort(texts)
	for _, text := range slices.Compact(texts) {
		if strings.ContainsAny(text, "{}") {
			t.Errorf("%q has a place that is not filled", text)
		}
		for _, sentence := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".?:", r) }) {
			if n := len(strings.Fields(sentence)); n > 20 {
				t.Errorf("%d words: %q", n, sentence)
			}
		}
	}
}

const limitHead = "id,limb,what,by,asks,amount,unit,start,month_end,join,note,law,source,checked,status\n"
const limitRow = "x,came,It,family,When?,15,days,counted,,,,A law,https://example.org,2026-11-22,verified\n"

// Each mistake in a table is a Problem at its line, and nothing is counted from it.
func TestProblems(t *testing.T) {
	holidays := "day,name,source,checked\n"
	for _, h := range real(t).Holidays {
		if h.Day.Year == 2026 {
			holidays += h.Day.String() + "," + h.Name + ",https://example.org,2026-11-22\n"
		}
	}
	change := func(old, new string) string { return limitHead + strings.Replace(limitRow, old, new, 1) }
	tests := []struct{ rule, limits, holidays string }{
		{"", limitHead + limitRow, holidays},
		{"", "", ""},
		{"table", "id,limb\n", holidays},
		{"table", limitHead + "x,y\n", holidays},
		{"table", limitHead + `"x` + "\n", holidays},
		{"table", "", "day,name\n"},
		{"bad-id", change("x,came", "X,came"), holidays},
		{"bad-id", change("x,came", "x,"), holidays},
		{"bad-value", change("family", "parents"), holidays},
		{"bad-value", change("days", "fortnights"), holidays},
		{"bad-value", change("counted", "maybe"), holidays},
		{"bad-value", change("15,days", "0,days"), holidays},
		{"bad-value", change("15,days", "many,days"), holidays},
		{"bad-value", change("15,days", "999,days"), holidays},
		{"bad-value", change("15,days,counted,", "02-30,day of the year,either,"), holidays},
		{"bad-value", change("15,days,counted,", "02-29,day of the year,either,"), holidays},
		{"bad-value", change("15,days,counted,", "2,months,counted,"), holidays},
		{"bad-value", change("15,days,counted,", "15,days,counted,last-day"), holidays},
		{"bad-value", change("15,days,counted,", "5,months before,counted,last-day"), holidays},
		{"bad-value", change("verified", "perhaps"), holidays},
		{"bad-date", change("2026-11-22", "2026-11"), holidays},
		{"bad-link", change("https://example.org", "a book"), holidays},
		{"missing-field", change("A law", ""), holidays},
		{"missing-field", change("When?", ""), holidays},
		{"missing-field", change("It,", ","), holidays},
		{"bad-join", limitHead + strings.Replace(limitRow, "counted,,,", "counted,,later,", 1), holidays},
		{"bad-join", limitHead + limitRow + "x,knew,,,When?,2,weeks,either,,,,A law,https://example.org,2026-11-22,verified\n", holidays},
		{"bad-value", limitHead + limitRow + limitRow, holidays},
		{"duplicate-id", limitHead + limitRow + strings.Replace(limitRow, "x,", "y,", 1) + limitRow, holidays},
		{"no-holidays", change("15,days", "15,working days"), ""},
		{"holidays-missing", change("15,days", "15,working days"), holidays + "2027-01-01,New Year's Day,https://example.org,2026-11-22\n"},
		{"holidays-missing", "", strings.ReplaceAll(holidays, "2026-08-31,Summer bank holiday,https://example.org,2026-11-22\n", "")},
		{"bad-order", "", holidays + "2026-12-28,Boxing Day,https://example.org,2026-11-22\n"},
		{"bad-date", "", holidays + "2027,New Year's Day,https://example.org,2026-11-22\n"},
		{"missing-field", "", holidays + "2027-01-01,,https://example.org,2026-11-22\n"},
	}
	for _, test := range tests {
		files := fstest.MapFS{}
		for file, text := range map[string]string{limitsFile: test.limits, holidaysFile: test.holidays} {
			if text != "" {
				files[file] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		table, problems, err := Read(files)
		if err != nil {
			t.Fatal(err)
		}
		if test.rule == "" {
			if len(problems) > 0 {
				t.Error(problems)
			}
			continue
		}
		if !slices.ContainsFunc(problems, func(p model.Problem) bool {
			return p.Rule == test.rule && p.Severity == model.Error && p.Where.File != ""
		}) {
			t.Errorf("%s%s: %v; want %s", test.limits, test.holidays, problems, test.rule)
		}
		if l, ok := table.Limit("x"); ok {
			if a := table.Answer(l, typed("came=2026-11-03")); a.Refused != NoHolidays {
				t.Errorf("%s: counted in spite of %v: %s", test.limits, problems, a.Date)
			}
		}
	}
}

// A folder that cannot be read is a fault of the machine.
func TestReadError(t *testing.T) {
	if _, _, err := Read(fstest.MapFS{limitsFile + "/x": &fstest.MapFile{}}); err == nil || !strings.Contains(err.Error(), limitsFile) {
		t.Error(err)
	}
	if _, err := real(t).Export("nothing"); err == nil {
		t.Error("a limit that is not there was exported")
	}
}
