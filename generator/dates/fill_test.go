package dates

import (
	"html"
	"net/url"
	"os"
	"strings"
	"testing"

	"signpost/generator/calendar"
	"signpost/search/markup"
)

// page is one with two forms of limits, and one of something else.
func page(t *testing.T) []byte {
	t.Helper()
	table, problems, err := calendar.Read(os.DirFS("../.."))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	rules, err := table.Export("draft-plan", "mediation-adviser", "appeal")
	if err != nil {
		t.Fatal(err)
	}
	return []byte(`<!doctype html><html><head></head><body><form data-keep><input name="area"></form>
<section data-rules="` + html.EscapeString(string(rules)) + `">
<form data-sum data-keep id="one"><input type="hidden" name="limit" value="draft-plan"><input name="came">
<div data-answer="draft-plan" hidden><p data-says></p><ul data-steps></ul></div></form>
<form data-sum data-keep id="two"><input type="hidden" name="limit" value="mediation-adviser"><input type="hidden" name="limit" value="appeal"><input name="letter"><input name="certificate">
<div data-answer="mediation-adviser" hidden><p data-says></p><ul data-steps></ul></div>
<div data-answer="appeal" hidden><p data-says></p><ul data-steps></ul></div></form>
</section></body></html>`)
}

// nowhere has no page.
func nowhere(string) []byte { return nil }

func filled(t *testing.T, query string) string {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return string(Fill(page(t), values, nowhere))
}

func TestFill(t *testing.T) {
	for _, test := range []struct {
		query string
		has   []string
		lacks []string
	}{
		{"limit=draft-plan&came=3+11+2026", []string{`<div data-answer="draft-plan"><p data-says="">The last day that is surely yours to reply to the draft plan: Tuesday 17 November 2026.</p>`,
			`<li>Tuesday 3 November 2026 is day 1.</li>`, `<input name="came" value="3 11 2026"/>`, `<div data-answer="appeal" hidden="">`, "Ask them even if this day has passed."}, nil},
		{"limit=mediation-adviser&limit=appeal&letter=3+11+2026&certificate=20+12+2026", []string{"Sunday 3 January 2027", "Wednesday 20 January 2027", `<div data-answer="draft-plan" hidden="">`}, nil},
		{"limit=draft-plan&came=31+2+2026", []string{"We could not read “31 2 2026” as a day.", `aria-invalid="true"`, `<ul data-steps="" hidden=""></ul>`}, []string{"<li>"}},
		{"limit=draft-plan&came=", []string{"We need one more day to count."}, []string{"aria-invalid"}},
		{"limit=draft-plan&came=%3Cscript%3Ealert(1)%3C/script%3E", []string{"&lt;script&gt;"}, []string{"<script>"}},
		{"limit=appeal&letter=3+11+2026", []string{`<div data-answer="appeal" hidden="">`}, []string{"January"}},
		{"limit=nothing&came=3+11+2026", []string{`<div data-answer="draft-plan" hidden="">`}, []string{"November"}},
		{"area=leeds", []string{`<input type="hidden" name="area" value="leeds"/>`}, []string{"data-answered"}},
		{"limit=draft-plan&came=" + strings.Repeat("1", 10000), []string{`value="` + strings.Repeat("1", markup.MostTyped) + `"`}, []string{strings.Repeat("1", markup.MostTyped+1)}},
		{strings.Repeat("area=leeds&", mostKept+1), []string{strings.Repeat(`<input type="hidden" name="area" value="leeds"/>`, mostKept) + "</form>"}, []string{strings.Repeat(`<input type="hidden" name="area" value="leeds"/>`, mostKept+1)}},
		{"limit=draft-plan&came=3+11+2026&area=leeds&other=x", []string{`<input type="hidden" name="came" value="3 11 2026"/>`, `<input type="hidden" name="limit" value="draft-plan"/></form>`}, []string{`name="other"`}},
	} {
		got := filled(t, test.query)
		for _, words := range test.has {
			if !strings.Contains(got, words) {
				t.Errorf("%s: no %s in\n%s", test.query, words, got[strings.Index(got, "<form"):])
			}
		}
		for _, words := range test.lacks {
			if body := got[strings.Index(got, "<form data-sum"):]; strings.Contains(body, words) {
				t.Errorf("%s: %s in\n%s", test.query, words, body)
			}
		}
	}
}

// Pages without forms, or with rules that cannot be read, stay as they are or
// answer nothing.
func TestNothingToFill(t *testing.T) {
	query := url.Values{"limit": {"draft-plan"}, "came": {"3 11 2026"}}
	plain := []byte("<p>Hello")
	if got := Fill(plain, query, nowhere); string(got) != string(plain) {
		t.Errorf("%s", got)
	}
	broken := []byte(`<section data-rules="{"><form data-sum data-keep><input type="hidden" name="limit" value="draft-plan"><div data-answer="draft-plan" hidden></div></form></section>`)
	if got := Fill(broken, query, nowhere); strings.Contains(string(got), "data-answered") {
		t.Errorf("%s", got)
	}
}
