package site

import (
	"testing"

	"signpost/generator/model"
)

// TestSmall: a label in the middle of a sentence begins small, an acronym and
// a name with a capital inside do not change.
func TestSmall(t *testing.T) {
	for label, want := range map[string]string{"Ring them": "ring them", "A letter tells you": "a letter tells you", "BSL": "BSL", "SEND advice service": "SEND advice service", "": ""} {
		if got := small(label); got != want {
			t.Errorf("small(%q) = %q; want %q", label, got, want)
		}
	}
	for name, want := range map[string]string{"independent supporters": "Independent supporters", "iASK": "iASK", "Contact": "Contact"} {
		if got := begin(name); got != want {
			t.Errorf("begin(%q) = %q; want %q", name, got, want)
		}
	}
}

// TestPlaces: a name with an "and" of its own is not torn in two.
func TestPlaces(t *testing.T) {
	for want, names := range map[string][]string{
		"Blaby, Harborough and Melton": {"Blaby", "Harborough", "Melton"},
		"Blaby; Oadby and Wigston":     {"Blaby", "Oadby and Wigston"},
	} {
		if got := places(names); got != want {
			t.Errorf("places(%q) = %q; want %q", names, got, want)
		}
	}
}

// TestOnDay: a date of which only the year is known is no day.
func TestOnDay(t *testing.T) {
	for on, want := range map[string]string{"2018-03-31": "on 31 March 2018", "2020": "in 2020"} {
		if got := onDay(date(on)); got != want {
			t.Errorf("onDay(%s) = %q; want %q", on, got, want)
		}
	}
}

// TestTraceHasNoCard: a service without a name and without a contact keeps its
// page, but stands on no area's.
func TestTraceHasNoCard(t *testing.T) {
	d, a := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	trace := service("northam-forum", model.Fact[model.Name]{})
	trace.Kind = model.ParentCarerForum
	a.Services, d.Services = append(a.Services, trace), append(d.Services, trace)
	v, err := newViews(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range Pages(d) {
		if p.Kind == model.AreaPage && len(v.area(p).Forums) != 0 {
			t.Errorf("a card for a service of which nothing is known")
		}
		if p.Service == trace.ID && p.Title != "Parent carer forum in Northam" {
			t.Errorf("its own page is called %q", p.Title)
		}
	}
}

// TestGather: what we have not been told is said once, in the end.
func TestGather(t *testing.T) {
	facts := gather([]fact{
		known("Languages", nil, "which languages they speak."),
		known("What it costs", nil, "if there is a cost.", words("Free")),
		known("How soon they answer", nil, "how soon they answer."),
	})
	if len(facts) != 2 || facts[0].Term != "What it costs" || facts[1].Term != "We have not been told" || len(facts[1].Says) != 2 || Words(facts[1].Says[1]) != "how soon they answer" {
		t.Errorf("got %+v", facts)
	}
}
