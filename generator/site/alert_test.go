package site

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

// alerting is the service with an alert until a day.
func alerting(until string) *model.Service {
	s := toldService("2026-11-03")
	s.Alert = model.Fact[model.Alert]{About: model.GroupAlert, Origin: s.Name.Origin, Value: model.Alert{Text: "Our line is being mended", Until: date(until)}}
	return s
}

// TestAlerts: an alert stands there up to its last day, and only what was told
// with a last day is one.
func TestAlerts(t *testing.T) {
	listed := alerting("2026-12-04")
	listed.Alert.Origin = seen(page, "2026-11")
	for _, test := range []struct {
		why     string
		service *model.Service
		want    string
	}{
		{"some days ahead", alerting("2026-12-04"), "2026-12-04"},
		{"its last day", alerting("2026-11-21"), "2026-11-21"},
		{"the day after", alerting("2026-11-20"), ""},
		{"a month", alerting("2026-11"), "2026-11-30"},
		{"no last day", alerting(""), ""},
		{"only seen", listed, ""},
	} {
		d, _ := northam(t)
		v := &views{d: d, base: rootBase}
		got := ""
		for _, a := range v.alerts(test.service, test.service) {
			got += a.Until
		}
		if got != test.want {
			t.Errorf("%s: %q; want %q", test.why, got, test.want)
		}
	}
}

// TestAlertPages: the alert stands on the service's page, on that of its area
// and in the frame, with its last day in words and for the browser; a build of
// the day after has it nowhere.
func TestAlertPages(t *testing.T) {
	d, _ := northam(t, leads(alerting("2026-12-04"), model.RingService, model.Phone))
	const words, until = `Until 4 December 2026: <span data-own="words">Our line is being mended.</span>`, `data-until="2026-12-04"`
	pages := []string{"services/northam-advice/index.html", "areas/northam/index.html", "embed/northam/index.html"}
	for day, want := range map[string]bool{"2026-11-21": true, "2026-12-04": true, "2026-12-05": false} {
		d.AsAt = date(day)
		files := tree(t, write(t, d, Options{}))
		for _, name := range pages {
			page := files[name]
			if strings.Contains(page, words) != want || strings.Contains(page, until) != want || strings.Contains(page, "/assets/until.") != want {
				t.Errorf("%s, built on %s: the alert is there %t; want %t", name, day, strings.Contains(page, words), want)
			}
		}
	}
}

// TestClosedUntil: the notice and the status carry the last day on which they
// hold, and what is left to say then.
func TestClosedUntil(t *testing.T) {
	for _, test := range []struct{ until, want string }{
		{"2027-01-04", "2027-01-04"},
		{"2027-06", "2027-02-01"}, // 90 days after it was told
		{"", "2027-02-01"},
	} {
		d, a := northam(t, closed(test.until))
		v := &views{d: d, base: rootBase}
		sign := v.sign(a, model.Everyone)
		notice := Line{}
		for _, l := range sign.Board {
			if l.Until != "" {
				notice = l
			}
		}
		if notice.Until != test.want || !strings.Contains(Words(notice.After), "We do not know about now.") || !sign.dated() {
			t.Errorf("closed until %q: %+v", test.until, notice)
		}
		if f := v.statusFact(a.Services[0]); f.Until != test.want || f.After == "" {
			t.Errorf("closed until %q: the fact ends %q", test.until, f.Until)
		}
		if !v.dated(a.Services...) {
			t.Errorf("closed until %q: the page has no script", test.until)
		}
	}
}

// TestOpenHasNoEnd: most pages say nothing that ends on a day, and ask for no
// further script.
func TestOpenHasNoEnd(t *testing.T) {
	s := toldService("2026-11-03")
	s.Status = model.Fact[model.Status]{About: model.GroupStatus, Value: model.Status{ID: "open"}, Origin: s.Name.Origin}
	d, _ := northam(t, leads(s, model.RingService, model.Phone))
	if v := (&views{d: d, base: rootBase}); v.dated(s) || v.statusFact(s).Until != "" {
		t.Error("an open service ends on a day")
	}
}
