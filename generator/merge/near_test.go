package merge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// joinAll joins as [merger.join] does, comparing each record and cluster with
// all others.
func (m *merger) joinAll() []*cluster {
	records := slices.Clone(m.services)
	slices.SortStableFunc(records, compareStrength)
	var all, placed []*cluster
	for _, r := range records {
		c := m.named(r, slices.DeleteFunc(slices.Clone(all), func(c *cluster) bool {
			return r.ID == "" || c.id != r.ID && !slices.Contains(c.was, r.ID)
		}))
		if c == nil {
			c = newCluster(r, len(all))
			all = append(all, c)
		}
		m.add(c, r)
	}
	slices.SortStableFunc(all, compareClusters)
	for _, c := range all {
		twin := m.twin(c, slices.DeleteFunc(slices.Clone(placed), func(p *cluster) bool { return p.kind != c.kind || !meet(p.areas, c.areas) }))
		if twin != nil {
			m.absorb(twin, c)
			continue
		}
		placed = append(placed, c)
	}
	m.mint(placed)
	return placed
}

// crowd is a reading in which many records meet, by id, name, number and area.
func crowd(r *rand.Rand) *model.Reading {
	var records []*model.Record
	for line := range 10 + r.IntN(40) {
		rec := randomRecord(r, line+1)
		if r.IntN(2) == 0 {
			rec.ID = fmt.Sprint("id-", r.IntN(8))
		}
		if r.IntN(6) == 0 {
			rec.Was = []string{fmt.Sprint("id-", r.IntN(8)), fmt.Sprint("id-", r.IntN(8))}
		}
		records = append(records, rec)
	}
	return reading(records...)
}

// TestNear: the tables of near ones leave nobody out.
func TestNear(t *testing.T) {
	describe := func(clusters []*cluster, problems []model.Problem) string {
		var b strings.Builder
		for _, c := range clusters {
			fmt.Fprintln(&b, c.id, c.was, c.kind, c.areas)
			for _, r := range c.records {
				fmt.Fprintln(&b, " ", r.Where)
			}
		}
		return b.String() + fmt.Sprint(problems)
	}
	for seed := range uint64(2 * rounds) {
		in := crowd(rand.New(rand.NewPCG(seed, 6)))
		near, all := newMerger(in, asAt), newMerger(in, asAt)
		got, want := near.join(), all.joinAll()
		if g, w := describe(got, near.problems), describe(want, all.problems); g != w {
			t.Fatalf("seed %d:\n%s\ncomparing all:\n%s", seed, g, w)
		}
	}
}
