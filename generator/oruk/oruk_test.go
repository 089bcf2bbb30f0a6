package oruk

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// options know two areas and one language.
var options = Options{
	Area: func(s string) string {
		return map[string]string{"E06000901": "northam", "Northam": "northam", "E10000902": "oldshire"}[s]
	},
	Language: func(s string) string { return map[string]string{"Urdu": "urdu", "pl": "polish"}[s] },
}

// read reads a feed, and lists its Problems a line each.
func read(t testing.TB, text string) (sheet.Table, []string) {
	t.Helper()
	table, problems, err := Read("feed.json", strings.NewReader(text), options)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s: %s [%s]", Path(p.Where), p.Sentence, p.Rule))
	}
	return table, lines
}

// cells are those of a row that hold something.
func cells(t sheet.Table, i int) map[string]string {
	got := map[string]string{}
	for c, v := range t.Rows[i].Cells {
		if v != "" {
			got[t.Header[c]] = v
		}
	}
	return got
}

const whole = `{
	"id": "0B7E0000-0000-4000-8000-000000000001", "name": "Northam Play", "alternate_name": "Play; Northam", "status": "temporarily closed",
	"description": "<p>We play&nbsp;&amp; talk *here*.</p><ul><li>Mondays</li><li>Fridays</li></ul><script>alert(1)</script>",
	"url": "www.play.example.org/", "email": "mailto:play@example.org", "alert": "Back in May", "assured_date": "2026-09-01T00:00:00Z",
	"phones": [{"number": "01632 960 701"}], "contacts": [{"phones": [{"number": "01632 960701"}, {"number": "01632 960 702"}]}],
	"organization": {"id": "x", "name": "Play Charity"}, "minimum_age": 0, "maximum_age": "11",
	"service_areas": [{"uri": "http://statistics.data.gov.uk/id/statistical-geography/E06000901"}, {"name": "Everywhere"}],
	"languages": [{"name": "Urdu"}, {"code": "pl"}, {"name": "Klingon"}], "interpretation_services": "Ask us",
	"schedules": [{"freq": "WEEKLY", "byday": "MO,FR", "opens_at": "09:00:00Z", "closes_at": "17:00", "description": "term time"}, {"description": "Ring first"}],
	"cost_options": [{"option": "Free", "amount": 0}], "eligibility_description": "Anyone", "application_process": "Ring us",
	"funding": [{"source": "Northam Council"}], "extra": {"deep": [1, [2]]}
}`

var wantWhole = map[string]string{
	"id": "0b7e0000-0000-4000-8000-000000000001", "name": "Northam Play", "alternate_name": `Play\; Northam`, "status": "closed",
	"description": "We play & talk \\*here\\*.\n\n- Mondays\n- Fridays", "url": "https://www.play.example.org/", "email": "play@example.org", "alert": "Back in May",
	"assured_date": "2026-09-01", "phones[0].number": "01632 960 701", "notes": "the feed also has 01632 960 702", "organization.name": "Play Charity", "minimum_age": "0-11",
	"service_areas": "northam", "languages": "urdu;polish", "languages[].name": "Klingon, Ask us", "interpretation_services": "yes",
	"schedules": "Monday, Friday, 09:00 to 17:00 (term time); Ring first", "cost_options": "Free", "eligibility_description": "Anyone",
	"application_process": "Ring us", "funding[0].source": "Northam Council",
}

// TestShapes: a page, a list and one service read alike.
func TestShapes(t *testing.T) {
	for _, text := range []string{whole, "[" + whole + "]", `{"total_items": 1, "first_page": true, "contents": [` + whole + `], "size": 1}`, `{"content": [` + whole + `]}`, `{"services": [` + whole + `]}`} {
		table, problems := read(t, text)
		if len(problems) > 0 || len(table.Rows) != 1 {
			t.Fatalf("%.40s: %d rows, %q", text, len(table.Rows), problems)
		}
		if got := cells(table, 0); !reflect.DeepEqual(got, wantWhole) {
			t.Errorf("%.40s:\ngot  %q\nwant %q", text, got, wantWhole)
		}
	}
}

// TestColumns: every column has a field.
func TestColumns(t *testing.T) {
	for _, h := range header {
		if _, ok := model.FieldNamed(Columns[h]); !ok && !slices.Contains([]string{"id", "description"}, Columns[h]) {
			t.Errorf("the column %q is the field %q", h, Columns[h])
		}
	}
}

// TestFaults: each is told with its path, and the rest is read.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`[{"id":"a","name":"A"},{"id":"b","name":5}]`, "services[1].name: name is 5 [wrong-type]"},
		{`[{"id":"a"}]`, "services[0].name: the service has no name [missing-field]"},
		{`[{"id":"a","name":null}]`, "services[0].name: the service has no name [missing-field]"},
		{`[{"name":"A"}]`, "services[0].id: the service has no id [missing-field]"},
		{`[{"id":"a","name":"A","phones":"01632 960 701"}]`, `services[0].phones: phones is "01632 960 701" [wrong-type]`},
		{`[{"id":"a","name":"A","phones":[{"number":1632960701}]}]`, "services[0].phones[0].number: phones[0].number is 1632960701 [wrong-type]"},
		{`[{"id":"a","name":"A","contacts":[{},{"phones":[7]}]}]`, "services[0].contacts[1].phones[0]: contacts[1].phones[0] is 7 [wrong-type]"},
		{`[{"id":"a","name":"A","organization":["x"]}]`, `services[0].organization: organization is ["x"] [wrong-type]`},
		{`[{"id":"a","name":"A","minimum_age":"five"}]`, `services[0].minimum_age: minimum_age is "five" [wrong-type]`},
		{`[{"id":"a","name":"A","status":"paused"}]`, `services[0].status: status is "paused" [unknown-id]`},
		{`["A",{"id":"b","name":"B"}]`, `services[0]: "A" is not a service [wrong-type]`},
		{`[null]`, `services[0]: null is not a service [wrong-type]`},
		{`[{"id":"a","name":"A"}`, ": this is not JSON from byte 22 on: EOF [json]"},
		{`<html>`, ": this is not JSON from byte 0 on: invalid character '<' looking for beginning of value [json]"},
		{``, ": this is not JSON from byte 0 on: EOF [json]"},
		{`7`, ": the file holds no services [json]"},
		{`{"contents": 7}`, ": the file holds no services [json]"},
		{`{"version": "HSDS-UK-3.0"}`, ": the file holds no services [json]"},
		{strings.Repeat("[", 20_000), "services[0]: this is not JSON from byte 1 on: invalid character '[' exceeded max depth [json]"},
	} {
		if _, got := read(t, c.text); len(got) != 1 || got[0] != c.want {
			t.Errorf("%.60s gives %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNulls: what a feed writes null for, it does not know.
func TestNulls(t *testing.T) {
	text := `[{"id":"a","name":"A"`
	for name := range strings.FieldsSeq("alternate_name description url email phones contacts status alert assured_date organization service_areas minimum_age maximum_age languages interpretation_services schedules cost_options fees eligibility_description application_process funding") {
		text += fmt.Sprintf(",%q:null", name)
	}
	table, problems := read(t, text+`},{"id":"b","name":"B","phones":[null],"contacts":[{"phones":[{"number":null}]}],"languages":[{"name":null}],"schedules":[{}]}]`)
	if len(problems) > 0 || len(cells(table, 0)) != 2 || len(cells(table, 1)) != 2 {
		t.Errorf("%q, %q, %q", problems, cells(table, 0), cells(table, 1))
	}
}

// TestUnread: a value that could not be read is not blank, it is not known.
func TestUnread(t *testing.T) {
	table, _ := read(t, `[{"id":"a","name":"A","phones":7}]`)
	i := slices.Index(table.Header, "phones[0].number")
	if table.Rows[0].Kind(i) != sheet.Unread || table.Rows[0].Kind(0) != sheet.Text {
		t.Errorf("%v", table.Rows[0].Kinds)
	}
}

func TestText(t *testing.T) {
	for given, want := range map[string]string{
		"plain":                                   "plain",
		" two\r\n\r\n\r\nparagraphs ":             "two\n\nparagraphs",
		"<p>a</p><p>b <b>c</b></p>":               "a\n\nb c",
		"a<br/>b":                                 "a\nb",
		"<ul><li></li><li>x</li></ul>":            "- x",
		"for <5s & older":                         "for <5s & older",
		"&lt;script&gt;":                          "<script>",
		"<style>p{}</style>a<script>b</script>c":  "ac",
		"<iframe src=x>in</iframe>out":            "out",
		"<a href=\"javascript:x\">link</a><img/>": "link",
		"<p": "",
	} {
		if got := Text(given); got != want {
			t.Errorf("Text(%q) = %q, want %q", given, got, want)
		}
	}
}

// feedOf is a page of n services.
func feedOf(n int) string {
	var text strings.Builder
	text.WriteString(`{"total_items":` + fmt.Sprint(n) + `,"contents":[`)
	for i := range n {
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteString(strings.Replace(whole, "000000000001", fmt.Sprintf("%012d", i), 1))
	}
	text.WriteString("]}")
	return text.String()
}

// TestLarge: a feed of 10,000 services is read whole.
func TestLarge(t *testing.T) {
	table, problems := read(t, feedOf(10_000))
	if len(table.Rows) != 10_000 || len(problems) > 0 {
		t.Errorf("%d rows, %d problems", len(table.Rows), len(problems))
	}
}

func BenchmarkRead(b *testing.B) {
	text := feedOf(10_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, text)
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{whole, `[{"id":null,"phones":[{}]}]`, `{"contents":[]}`, `[{"description":"<p"}]`, `{"id":1}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, _ := read(t, text)
		for _, r := range table.Rows {
			if len(r.Cells) != len(header) || strings.Contains(r.Cells[slices.Index(header, "description")], "<script>alert") {
				t.Errorf("%q", r.Cells)
			}
		}
	})
}
