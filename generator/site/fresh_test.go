package site

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

// TestFresh: what was told says so whatever its age; what is old asks to make
// sure, by the way that there is, and is marked as paler. It never vanishes.
func TestFresh(t *testing.T) {
	const ring, ask = "Ring first to make sure.", "Ask first to make sure."
	for _, test := range []struct {
		on     string
		band   model.Band
		advice bool
	}{
		{"2026-11-21", model.Confirmed, false},
		{"2026-08-23", model.Confirmed, false},
		{"2026-08-22", "", false},
		{"2025-11-21", "", false},
		{"2025-11-20", model.RingFirst, true},
		{"2015-01-01", model.RingFirst, true},
	} {
		s := toldService(test.on)
		d, a := northam(t, leads(s, model.RingService, model.Phone))
		v := &views{d: d, base: rootBase}
		o := v.origin(s.Name.Origin, s)
		says := Words(o.Says)
		if o.Band != test.band || strings.Contains(says, ring) != test.advice || !strings.Contains(says, date(test.on).Words()) {
			t.Errorf("told on %s: %q %s", test.on, o.Band, says)
		}
		sign := v.sign(a, model.Everyone)
		if sign.Old != test.advice || !strings.Contains(sign.Text(), "01632 960 123") {
			t.Errorf("told on %s: old %t, and the sign is\n%s", test.on, sign.Old, sign.Text())
		}
		if blocks := v.blocks(s); len(blocks) != 1 || blocks[0].Old != test.advice {
			t.Errorf("told on %s: %+v", test.on, blocks)
		}
		s.Channels = nil
		if says := Words(v.told(s.Name.Origin, s)); strings.Contains(says, ask) != test.advice || strings.Contains(says, ring) {
			t.Errorf("without a number, told on %s: %s", test.on, says)
		}
	}
}

// TestUndated: a told fact whose day nobody wrote down says so.
func TestUndated(t *testing.T) {
	s := toldService("")
	d, _ := northam(t)
	v := &views{d: d, base: rootBase}
	if says := Words(v.told(s.Name.Origin, s)); says != "Northam SEND Advice told us this. We do not know when." {
		t.Error(says)
	}
}
