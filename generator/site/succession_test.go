package site

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

// stopped is a service that ended, and names who took over.
func stopped(id string, kind model.Kind, replacedBy string) *model.Service {
	o := told(northamEntry, "2026-09-01")
	s := service(id, name("Old "+id, o))
	s.Kind, s.Ended = kind, date("2026-08-31")
	s.Status = model.Fact[model.Status]{About: model.GroupStatus, Value: model.Status{ID: "ended", ReplacedBy: replacedBy}, Origin: o}
	return s
}

// TestEndedSays: who follows is the one that was named, over several steps,
// else the area's advice service where it was one, else it is not known.
func TestEndedSays(t *testing.T) {
	const old, end = "Old a stopped on 31 August 2026. ", "We do not know who took over."
	for _, test := range []struct {
		why   string
		s     *model.Service
		extra []*model.Service
		want  string
	}{
		{"it names one", stopped("a", model.PeerGroup, "northam-advice"), nil, old + "Now ring Northam SEND Advice."},
		{"it names one that ended too", stopped("a", model.PeerGroup, "b"), []*model.Service{stopped("b", model.PeerGroup, "northam-advice")}, old + "Now ring Northam SEND Advice."},
		{"by a former id", stopped("a", model.PeerGroup, "northam-parent-partnership"), nil, old + "Now ring Northam SEND Advice."},
		{"they name each other", stopped("a", model.PeerGroup, "b"), []*model.Service{stopped("b", model.PeerGroup, "a")}, old + end},
		{"it names nobody that we know", stopped("a", model.PeerGroup, "gone"), nil, old + end},
		{"an advice service, and nobody named", stopped("a", model.IASS, ""), nil, old + "Now ring Northam SEND Advice."},
		{"another, and nobody named", stopped("a", model.PeerGroup, ""), nil, old + end},
	} {
		lead := toldService("2026-11-03")
		lead.Was = []string{"northam-parent-partnership"}
		d, _ := northam(t, leads(lead, model.RingService, model.Phone))
		d.Services = append(append(d.Services, test.s), test.extra...)
		sortServices(d)
		v := &views{d: d, base: rootBase}
		if got := Words(v.ended(test.s, v.leadOf(test.s))); got != test.want {
			t.Errorf("%s: %q; want %q", test.why, got, test.want)
		}
	}
}

// TestContractReplaced: a contract that ended says who follows, where that is known.
func TestContractReplaced(t *testing.T) {
	s := contractEnded()
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	v := &views{d: d, base: rootBase}
	if got := Words(v.endedContract(s)); got != "Its old contract ended on 31 August 2026. Now ring Northam SEND Advice." {
		t.Error(got)
	}
	d, _ = northam(t, council(s, seen(page, "")))
	v = &views{d: d, base: rootBase}
	if got := Words(v.endedContract(s)); got != "Its old contract ended on 31 August 2026. We do not know who runs it now." {
		t.Error(got)
	}
}

// TestFormer: a sign and a service's page say what it was called before.
func TestFormer(t *testing.T) {
	s := toldService("2026-11-03")
	s.Name.Value.Former = []string{"Northam Parent Partnership", "Northam Choice"}
	d, a := northam(t, leads(s, model.RingService, model.Phone))
	const want = "It used to be called Northam Parent Partnership and Northam Choice."
	if text := Sign(d, a, model.Everyone).Text(); !strings.Contains(text, "\n"+want+"\n") {
		t.Errorf("no %q in\n%s", want, text)
	}
	files := tree(t, write(t, d, Options{}))
	if !strings.Contains(files["services/northam-advice/index.html"], want) {
		t.Error("the page does not say it")
	}
}
