package quality

import (
	"slices"
	"testing"

	"signpost/generator/model"
)

// in says where a weight stands for a service: there, lacking, or not asked.
func in(r Richness, id string) string {
	is := func(c Counted) bool { return c.ID == id }
	switch {
	case slices.ContainsFunc(r.Has, is):
		return "there"
	case slices.ContainsFunc(r.Lacks, is):
		return "lacking"
	}
	return "not asked"
}

// TestWeights: conditions decide what a service is asked for, and a date counts
// only while it is young.
func TestWeights(t *testing.T) {
	fresh, old := advice("2026-10-01"), advice("2026-01-01")
	silent := advice("2026-10-01")
	silent.Channels = nil
	visited := advice("2026-10-01")
	visited.Access = model.Fact[model.Access]{About: model.GroupAccess, Value: model.Access{Routes: []string{"drop-in"}}}
	paid := advice("2026-10-01")
	paid.Delivery = model.Fact[model.Delivery]{About: model.GroupDelivery, Value: model.Delivery{RunBy: "A charity", Model: "commissioned-charity"}}
	line := advice("2026-10-01")
	line.Kind = model.National
	for _, test := range []struct {
		why     string
		service *model.Service
		weight  string
		want    string
	}{
		{"a number of seven weeks ago", fresh, "number-confirmed", "there"},
		{"a number of eleven months ago", old, "number-confirmed", "lacking"},
		{"it was told all the same", old, "number-told", "there"},
		{"no number", silent, "number", "lacking"},
		{"no number: no hours of it", silent, "hours", "not asked"},
		{"a number without hours", fresh, "hours", "lacking"},
		{"nobody comes to it", fresh, "place", "not asked"},
		{"people come to it, and nobody said where", visited, "place", "lacking"},
		{"a contract of which nobody said the end", paid, "contract-end", "lacking"},
		{"no contract", fresh, "contract-end", "not asked"},
		{"an advice service and who pays", fresh, "independence", "lacking"},
		{"a national line and who runs it", line, "delivery", "not asked"},
	} {
		if got := in(weigh(test.service, test.service.Findings(), asAt), test.weight); got != test.want {
			t.Errorf("%s: %s is %s; want %s", test.why, test.weight, got, test.want)
		}
	}
}

// TestPoints: what is there and what is not add up, and no weight stands twice.
func TestPoints(t *testing.T) {
	s := advice("2026-10-01")
	r := weigh(s, s.Findings(), asAt)
	sum := 0
	for _, c := range append(slices.Clone(r.Has), r.Lacks...) {
		sum += c.Points
	}
	if sum != r.Of || r.Points >= r.Of || r.Points == 0 {
		t.Errorf("%d of %d, and the parts add up to %d", r.Points, r.Of, sum)
	}
	ids := map[string]bool{}
	for _, w := range Weights {
		if ids[w.ID] || w.Points <= 0 || w.What == "" {
			t.Errorf("the weight %+v", w.ID)
		}
		ids[w.ID] = true
	}
}

// TestNoPoints: what has ended, and a council's own site, are not weighed.
func TestNoPoints(t *testing.T) {
	ended := advice("2026-10-01")
	ended.Ended = date("2026-10-02")
	a, _ := New(northam(ended), nil).Area("northam")
	if s := a.Services[0]; s.Richness != nil || len(s.Missing) > 0 {
		t.Errorf("%+v", s)
	}
}
