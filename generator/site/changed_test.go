package site

import (
	"fmt"
	"strings"
	"testing"

	"signpost/generator/model"
)

func changedText(lines []changed) string {
	var text []string
	for _, l := range lines {
		text = append(text, l.On+", "+Words(l.Says))
	}
	return strings.Join(text, "\n")
}

func change(on string, g model.Group, was, is string) model.Change {
	return model.Change{On: date(on), Area: "northam", Service: "northam-advice", Group: g, Was: was, Is: is, By: "manager", How: "phone"}
}

// TestChanged: families read what is new and what is still right, by day and
// service, for a year, and never an old number.
func TestChanged(t *testing.T) {
	const phone = model.Group(model.Phone)
	for _, test := range []struct {
		why     string
		changes []model.Change
		want    string
	}{
		{"nothing", nil, ""},
		{"a new number", []model.Change{change("2026-03-14", phone, "01632 960 120", "01632 960 123")}, "14 March 2026, Northam SEND Advice: new phone number."},
		{"other hours of the same number", []model.Change{change("2026-03-14", phone, "01632 960 123 · hours: 9am", "01632 960123 · hours: 10am")}, "14 March 2026, Northam SEND Advice: new phone hours."},
		{"told for the first time", []model.Change{change("2026-03-14", model.Group(model.Email), "", "a@example.org")}, "14 March 2026, Northam SEND Advice: they told us: e-mail address."},
		{"gone", []model.Change{change("2026-03-14", model.Group(model.Website), "https://x.example.org/", "")}, "14 March 2026, Northam SEND Advice: no longer there: website."},
		{"an answer that is new", []model.Change{change("2026-03-14", model.GroupDelivery, "run by: A", "run by: B")}, "14 March 2026, Northam SEND Advice: new word on who runs it."},
		{"much on one day", []model.Change{
			change("2026-11-03", model.GroupStatus, "open", "open"), change("2026-11-03", model.GroupOffer, "x", "x"), change("2026-11-03", model.GroupAccess, "x", "x"),
			change("2026-11-03", phone, "01632 960 123", "01632 960 123"), change("2026-11-03", model.GroupName, "x", "x"), change("2026-11-03", model.GroupLanguages, "polish", "urdu")},
			"3 November 2026, Northam SEND Advice: new languages. Still right: name, phone number, ways in and 2 more."},
		{"more than a year ago", []model.Change{change("2025-11-20", phone, "01632 960 120", "01632 960 123")}, ""},
		{"of nobody that we know", []model.Change{{On: date("2026-03-14"), Area: "northam", Service: "gone", Group: phone, Is: "x"}}, ""},
	} {
		d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
		d.Changes = test.changes
		v := &views{d: d, base: rootBase}
		if got := changedText(v.changed("northam")); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.why, got, test.want)
		}
	}
}

// TestChangedIsShort: an area's page has a few lines, and the report has all.
func TestChangedIsShort(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	for i := range 20 {
		d.Changes = append(d.Changes, change(fmt.Sprintf("2026-10-%02d", 28-i), model.GroupName, "x", "x"))
	}
	v := &views{d: d, base: rootBase}
	if n := len(v.changed("northam")); n != mostChanged {
		t.Errorf("%d lines; want %d", n, mostChanged)
	}
	report, err := v.quality(model.Page{Address: "/providers/quality/northam/", Kind: model.QualityPage, Area: "northam"})
	if err != nil || len(report.Changes) != 20 {
		t.Errorf("the report has %d changes, %v", len(report.Changes), err)
	}
}
