package model

import (
	"slices"
	"strings"
	"testing"
)

func mustDate(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	for written, words := range map[string]string{"2026-11-03": "3 November 2026", "2026-11": "November 2026", "2026": "2026", "": ""} {
		d := mustDate(t, written)
		if d.String() != written || d.Words() != words {
			t.Errorf("%q is %q, in words %q", written, d.String(), d.Words())
		}
	}
	for _, wrong := range []string{"3.11.2026", "2026-13", "2026-02-30", "2026-1-1", "0026", "yesterday", "2026-11-03T10:00", " 2026"} {
		if d, err := ParseDate(wrong); err == nil {
			t.Errorf("%q was read as %s", wrong, d)
		}
	}
}

// A month or a year is compared by its first day, and ends with its last.
func TestCompareDates(t *testing.T) {
	inOrder := []string{"", "2014", "2023-12-31", "2024", "2024-02", "2024-02-02"}
	for i := 1; i < len(inOrder); i++ {
		if a, b := mustDate(t, inOrder[i-1]), mustDate(t, inOrder[i]); a.Compare(b) >= 0 || b.Compare(a) <= 0 {
			t.Errorf("%q does not come before %q", a, b)
		}
	}
	if mustDate(t, "2024").Compare(mustDate(t, "2024-01-01")) != 0 {
		t.Error("a bare year is not its 1 January")
	}
	for _, test := range []struct {
		a, b string
		want bool
	}{{"2024", "2024-12-31", false}, {"2024", "2025-01-01", true}, {"2024-02", "2024-02-29", false}, {"2024-02", "2024-03-01", true}, {"", "2024-01-01", false}} {
		if got := mustDate(t, test.a).EndsBefore(mustDate(t, test.b)); got != test.want {
			t.Errorf("%q ends before %q: %t", test.a, test.b, got)
		}
	}
}

func TestWithin(t *testing.T) {
	today := mustDate(t, "2026-11-21")
	for day, want := range map[string]bool{"2026-11-21": true, "2026-08-23": true, "2026-08-22": false, "2026-11-22": false, "": false, "2026": false} {
		if got := mustDate(t, day).Within(90, today); got != want {
			t.Errorf("%q within 90 days: %t", day, got)
		}
	}
}

func TestCheckPhone(t *testing.T) {
	for _, fine := range []string{"01632 960 123", "(01482) 396469", "03000 41 3000", "0798 5739 851", "+44 1632 960123", "+44 (0)1632 960123", "999", "116 123", "0800 1111"} {
		if wrong := CheckPhone(fine); wrong != "" {
			t.Errorf("%q: %s", fine, wrong)
		}
	}
	for written, says := range map[string]string{
		"0300 123 456": "has 10 digits; UK numbers have 11 (did a digit get lost?)", "01632 960 123 4": "is it two numbers?",
		"11632 960 123": "does not begin with 0", "ring us": "holds more than a number", "": "has 0 digits", "01632 960123 ext 4": "more than a number",
	} {
		if wrong := CheckPhone(written); !strings.Contains(wrong, says) {
			t.Errorf("%q: %q; want %q in it", written, wrong, says)
		}
	}
}

func TestPhoneLink(t *testing.T) {
	for written, want := range map[string]string{"01632 960 123": "tel:+441632960123", "+44 1632 960123": "tel:+441632960123", "999": "tel:999", "0800 1111": "tel:08001111"} {
		if got := PhoneLink(written); got != want {
			t.Errorf("%q rings %s; want %s", written, got, want)
		}
	}
	for written, want := range map[string]bool{"07700 900 123": true, "+44 7700 900123": true, "070 1234 5678": false, "01632 960 123": false} {
		if IsMobile(written) != want {
			t.Errorf("IsMobile(%q) = %t", written, !want)
		}
	}
}

func TestChannelKey(t *testing.T) {
	for _, same := range [][2]Channel{
		{{Type: Phone, Value: "01632 960123"}, {Type: Phone, Value: "+44 (0)1632 960 123"}},
		{{Type: Website, Value: "http://www.Example.org/a/"}, {Type: Website, Value: "https://example.org/a"}},
		{{Type: Email, Value: "Advice@Example.org"}, {Type: Email, Value: "advice@example.org"}},
	} {
		if same[0].Key() != same[1].Key() {
			t.Errorf("%q and %q are not one", same[0].Value, same[1].Value)
		}
	}
	for address, want := range map[string]string{"https://www.Example.org:8080/a?b": "example.org", "http://example.org?x": "example.org", "": ""} {
		if got := Host(address); got != want {
			t.Errorf("the host of %q is %q", address, got)
		}
	}
}

// What was checked after a day was not known on it; what nobody checked was.
func TestKnownAt(t *testing.T) {
	r := &Record{Source: &Source{Rank: Entry}, Name: Name{Name: "A"}, Channels: []Channel{{Type: Phone, Value: "1"}, {Type: Email, Value: "2"}},
		Checked: map[Group]Checked{Group(Phone): {On: mustDate(t, "2026-11-03")}, GroupName: {On: mustDate(t, "2026-01-01")}}}
	k := r.KnownAt(mustDate(t, "2026-06-01"))
	if k == nil || k.Name.Name != "A" || len(k.ChannelsOf(Phone)) != 0 || len(k.ChannelsOf(Email)) != 1 || len(k.Checked) != 1 {
		t.Errorf("in June: %+v", k)
	}
	if len(r.Channels) != 2 || len(r.Checked) != 2 {
		t.Error("the record itself was changed")
	}
	only := &Record{Source: &Source{Rank: Entry}, Name: Name{Name: "A"}, Checked: map[Group]Checked{GroupName: {On: mustDate(t, "2026-11-03")}}}
	if k := only.KnownAt(mustDate(t, "2026-06-01")); k != nil {
		t.Errorf("nothing of it was known: %+v", k)
	}
	row := &Record{Source: &Source{Rank: Register}, Name: Name{Name: "A"}, Seen: mustDate(t, "2027")}
	if row.KnownAt(mustDate(t, "2026-06-01")) != nil {
		t.Error("a page of 2027 was known in 2026")
	}
}

// Every group that a field names is one that can be confirmed, and every field
// can be set.
func TestFields(t *testing.T) {
	for _, f := range Fields {
		if f.Group != "" && !slices.Contains(Groups, f.Group) {
			t.Errorf("%s: no group %q", f.Name, f.Group)
		}
		if f.Meaning == "" || f.Example == "" && f.Name != "inferred" {
			t.Errorf("%s has no meaning or no example", f.Name)
		}
		if f.Group == "" || f.Form == ChannelForm {
			continue
		}
		r := &Record{Source: &Source{Rank: Register}, Channels: []Channel{{Type: Phone}}}
		before := r.Value(f.Group).String()
		f.Set(r, []string{f.Example})
		if r.Value(f.Group).String() == before {
			t.Errorf("setting %s changes nothing of %s", f.Name, f.Group)
		}
	}
}

func TestIsAddress(t *testing.T) {
	for address, want := range map[string]bool{"/": true, "/areas/kent/": true, "/areas/E06000001/": true, "/404.html": true, "/a/../b/": false, "areas/": false, "/areas/kent": false, "/a b/": false, "//evil/": false} {
		if IsAddress(address) != want {
			t.Errorf("IsAddress(%q) = %t", address, !want)
		}
	}
}

func TestSay(t *testing.T) {
	v := Vocabulary{"wording": {{ID: "told", Label: "{service} told us this on {date}."}}}
	if got := v.Say("told", "service", "Leeds SENDIASS", "date", "3 November 2026"); got != "Leeds SENDIASS told us this on 3 November 2026." {
		t.Errorf("%q", got)
	}
}

// Problems are sorted by their places, and none is said twice.
func TestSortProblems(t *testing.T) {
	at := func(file string, line int) Problem {
		return Problem{Rule: "r", Where: Where{File: file, Line: line}, Sentence: "s"}
	}
	got := SortProblems([]Problem{at("b", 1), at("a", 9), at("a", 2), at("b", 1)})
	if len(got) != 3 || got[0].Where.String() != "a:2" || got[1].Where.String() != "a:9" || got[2].Where.String() != "b:1" {
		t.Errorf("%v", got)
	}
	p := Problem{Rule: "phone-digits", Severity: Warning, Where: Where{File: "a.md", Line: 7}, Sentence: "it is odd", Hint: "look again"}
	if p.String() != "a.md:7: warning: it is odd; look again [phone-digits]" {
		t.Errorf("%s", p)
	}
}
