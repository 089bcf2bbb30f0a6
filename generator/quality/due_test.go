package quality

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

func lines(list []Reminder) string {
	var text []string
	for _, m := range list {
		text = append(text, m.String())
	}
	return strings.Join(text, "\n")
}

// TestDue: a line a service, with what is overdue, what comes, and whom to ask.
func TestDue(t *testing.T) {
	o := told(entries, "2026-09-01") // due on 30 November
	s := advice("2026-08-01", channel(model.Website, "https://x.example.org/", o), channel(model.Email, "a@x.example.org", seen("https://p.example.org/", "2020", 3)))
	r := New(northam(s), nil)
	const ask = "; ask the service (service manager), a@x.example.org, 01632 960 123"
	for within, want := range map[int]string{
		0:  "advice (northam): overdue: 2026-10-30 name phone" + ask,
		8:  "advice (northam): overdue: 2026-10-30 name phone" + ask,
		9:  "advice (northam): overdue: 2026-10-30 name phone; due: 2026-11-30 website" + ask,
		30: "advice (northam): overdue: 2026-10-30 name phone; due: 2026-11-30 website" + ask,
	} {
		if got := lines(r.Due(within)); got != want {
			t.Errorf("within %d days:\n%s\nwant\n%s", within, got, want)
		}
	}
}

// TestEnds: contracts are asked about for ninety days, alerts and statuses
// within the days that were asked for. Nothing of the past comes back.
func TestEnds(t *testing.T) {
	for _, test := range []struct{ contract, alert, until, want string }{
		{"2027-02-19", "", "", "its contract ends 2027-02-19"},
		{"2027-02-20", "", "", ""},
		{"2026-11-20", "", "", ""},
		{"", "2026-11-21", "", "its alert ends 2026-11-21"},
		{"", "2026-12-22", "", ""},
		{"", "", "2026-12-01", "its status lapses 2026-12-01"},
		{"", "", "2027-05-01", ""},
	} {
		o := told(entries, "2026-11-01")
		s := advice("2026-11-01")
		s.Delivery = model.Fact[model.Delivery]{About: model.GroupDelivery, Value: model.Delivery{Until: date(test.contract)}, Origin: o}
		s.Alert = model.Fact[model.Alert]{About: model.GroupAlert, Value: model.Alert{Text: "We move.", Until: date(test.alert)}, Origin: o}
		s.Status = model.Fact[model.Status]{About: model.GroupStatus, Value: model.Status{ID: "closed", Until: date(test.until)}, Origin: o}
		if got := lines(New(northam(s), nil).Due(30)); !strings.Contains(got, test.want) || (test.want == "") != (got == "") {
			t.Errorf("contract %q, alert %q, status %q: %q; want %q", test.contract, test.alert, test.until, got, test.want)
		}
	}
}

// TestDueOfEnded: nobody has to confirm what has stopped.
func TestDueOfEnded(t *testing.T) {
	s := advice("2020-01-01")
	s.Ended = date("2026-01-01")
	if got := lines(New(northam(s), nil).Due(30)); got != "" {
		t.Error(got)
	}
}

// TestDueOrder: what comes first stands first.
func TestDueOrder(t *testing.T) {
	early, late := advice("2025-01-01"), advice("2026-01-01")
	early.ID, late.ID = "z", "a"
	got := New(northam(late, early), nil).Due(0)
	if len(got) != 2 || got[0].Service != "z" {
		t.Errorf("%s", lines(got))
	}
}
