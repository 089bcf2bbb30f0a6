package merge

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// rounds is how many random readings each property is held against.
const rounds = 300

// random makes a reading in which records agree, conflict, lapse and join in
// every way that the rules know.
func random(r *rand.Rand) *model.Reading {
	var records []*model.Record
	for line := range 2 + r.IntN(9) {
		records = append(records, randomRecord(r, line+1))
	}
	in := reading(records...)
	if r.IntN(2) == 0 {
		in.Councils = []model.CouncilFile{{Area: "northam", First: map[string]string{"all": pick(r, "a", "b", "c")}, Checked: model.Checked{On: day("2026-01-01")}}}
	}
	return in
}

func randomRecord(r *rand.Rand, line int) *model.Record {
	src := pick(r, entries, council, register, register, register2)
	rec := record(src, line, named(pick(r, "A", "B", "Northam SENDIASS", "Northam SEND Information, Advice and Support Service")))
	rec.Kind = pick(r, model.IASS, model.IASS, model.IASS, model.IndependentSupport, model.ParentCarerForum, model.Mediation, model.LocalOfferSite)
	rec.Areas = pick(r, []string{"northam"}, []string{"northam"}, []string{"easthaven"}, []string{"northam", "easthaven"}, []string{"oldshire"})
	rec.ID = pick(r, "a", "b", "c", "d")
	if src.Rank == model.Register {
		rec.ID = pick(r, rec.ID, "")
		rec.Page = pick(r, "", "https://a.gov.uk/x", "https://advice.example.org/y", "https://mirror.example.com/z")
		rec.Seen = day(pick(r, "", "2014", "2024-05", "2026-10-09", "2027-01"))
		rec.Confidence = pick(r, model.Low, model.Medium, model.High)
		rec.Former = r.IntN(6) == 0
	} else if r.IntN(5) > 0 {
		checked(pick(r, "2023-02-01", "2026-01-01", "2026-11-01", "2026-12-01"))(rec)
	}
	if r.IntN(2) == 0 {
		phone(pick(r, "01632 960 001", "01632 960002", "07700 900 123"))(rec)
	}
	if r.IntN(2) == 0 {
		website(pick(r, "https://advice.example.org/", "https://northam.gov.uk/send", "http://www.b.example.com"))(rec)
	}
	rec.Delivery.RunBy = pick(r, "", "Voice", "Mencap")
	rec.Delivery.Until = day(pick(r, "", "", "2025-03-31", "2028-03-31"))
	rec.Communities.Words = pick(r, "", "service families", "Traveller families")
	rec.Status.ID = pick(r, "", "", "open", "closed", "ended")
	return rec
}

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// facts calls f for every fact of every service and local offer.
func facts(d *model.Directory, f func(s *model.Service, g model.Group, v model.Value, o model.Origin, others []model.Other)) {
	services := slices.Clone(d.Services)
	for _, a := range d.Areas {
		if a.LocalOffer != nil {
			services = append(services, a.LocalOffer)
		}
	}
	for _, s := range services {
		f(s, model.GroupName, s.Name.Value, s.Name.Origin, s.Name.Others)
		f(s, model.GroupCommunities, s.Communities.Value, s.Communities.Origin, s.Communities.Others)
		f(s, model.GroupDelivery, s.Delivery.Value, s.Delivery.Origin, s.Delivery.Others)
		f(s, model.GroupStatus, s.Status.Value, s.Status.Origin, s.Status.Others)
		for _, c := range s.Channels {
			f(s, c.About, c.Value, c.Origin, c.Others)
		}
	}
}

// dump is a Directory as text, for comparing.
func dump(d *model.Directory) string {
	var b strings.Builder
	facts(d, func(s *model.Service, g model.Group, v model.Value, o model.Origin, others []model.Other) {
		fmt.Fprintf(&b, "%s %v %v %s %q", s.ID, s.Was, s.Areas, g, v)
		if o.Record != nil {
			fmt.Fprintf(&b, " from %s", o.Record.Where)
		}
		for _, x := range others {
			fmt.Fprintf(&b, " / %q from %s: %s", x.Text, x.Origin.Record.Where, x.Because)
		}
		b.WriteByte('\n')
	})
	for _, a := range d.Areas {
		for _, f := range a.First {
			fmt.Fprintf(&b, "%s %s %s %s\n", a.Slug, f.Audience, describe(f), f.Because)
		}
		fmt.Fprintf(&b, "%s %s %v\n", a.Slug, a.Provision.Kind, a.Neighbours)
	}
	fmt.Fprintln(&b, d.Moved)
	return b.String()
}

// The answer never depends on the order in which files are read.
func TestOrderNeverMatters(t *testing.T) {
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 1))
		in := random(r)
		d, problems := Directory(in, asAt)
		r.Shuffle(len(in.Records), func(i, j int) { in.Records[i], in.Records[j] = in.Records[j], in.Records[i] })
		e, problems2 := Directory(in, asAt)
		if a, b := dump(d), dump(e); a != b {
			t.Fatalf("seed %d: another order, another directory:\n%s\n%s", seed, a, b)
		}
		if !reflect.DeepEqual(problems, problems2) {
			t.Fatalf("seed %d: another order, other problems:\n%v\n%v", seed, problems, problems2)
		}
	}
}

// A register never changes what was told.
func TestLowerRankNeverChangesTold(t *testing.T) {
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 2))
		in := random(r)
		before := told(in)
		extra := randomRecord(r, 99)
		for extra.Source.Told() {
			extra = randomRecord(r, 99)
		}
		in.Records = append(in.Records, extra)
		after := told(in)
		for key, want := range before {
			if after[key] != want {
				t.Fatalf("seed %d: %s was %s, and is %q after a register row was added", seed, key, want, after[key])
			}
		}
	}
}

func told(in *model.Reading) map[string]string {
	d, _ := Directory(in, asAt)
	said := map[string]string{}
	facts(d, func(s *model.Service, g model.Group, v model.Value, o model.Origin, _ []model.Other) {
		if o.Told() {
			said[o.Record.Where.String()+" "+string(g)] = v.String()
		}
	})
	return said
}

// Whatever is printed can be traced to a record, and to nothing that was not
// known on the day.
func TestEveryFactHasAnOrigin(t *testing.T) {
	for seed := range uint64(rounds) {
		d, _ := Directory(random(rand.New(rand.NewPCG(seed, 3))), asAt)
		facts(d, func(s *model.Service, g model.Group, v model.Value, o model.Origin, _ []model.Other) {
			switch {
			case v.Blank() && o.Record != nil, !v.Blank() && o.Record == nil:
				t.Fatalf("seed %d: %s %s is %q from %v", seed, s.ID, g, v, o.Record)
			case o.Date().After(asAt):
				t.Fatalf("seed %d: %s %s is from %s, after the day", seed, s.ID, g, o.Date())
			case o.Record != nil && !o.Told() && o.Record.Confidence == model.Low && g != model.GroupName && s.Kind != model.LocalOfferSite:
				t.Fatalf("seed %d: %s %s is printed from a doubtful row", seed, s.ID, g)
			}
		})
	}
}

// What was known on the day and does not stand is in the report.
func TestNoFactIsLost(t *testing.T) {
	for seed := range uint64(rounds) {
		in := random(rand.New(rand.NewPCG(seed, 4)))
		d, _ := Directory(in, asAt)
		kept := map[string]bool{}
		facts(d, func(s *model.Service, g model.Group, v model.Value, o model.Origin, others []model.Other) {
			keep(kept, g, v.String())
			for _, x := range others {
				keep(kept, g, x.Text)
			}
		})
		for _, r := range in.Records {
			for _, g := range []model.Group{model.GroupName, model.GroupCommunities, model.GroupDelivery, model.GroupStatus, "phone", "website"} {
				if r.Seen.After(asAt) || r.Checked[g].On.After(asAt) || r.Value(g).Blank() || r.Kind == model.LocalOfferSite && r.Areas[0] == "oldshire" {
					continue
				}
				if !kept[string(g)+" "+r.Value(g).String()] {
					t.Fatalf("seed %d: %s says %s %q, which is nowhere in the directory", seed, r.Where, g, r.Value(g))
				}
			}
		}
	}
}

func keep(kept map[string]bool, g model.Group, text string) { kept[string(g)+" "+text] = true }

// Every area has exactly one first contact for each audience, and only an
// advice service or the council leads.
func TestOneFirstContact(t *testing.T) {
	for seed := range uint64(rounds) {
		d, _ := Directory(random(rand.New(rand.NewPCG(seed, 5))), asAt)
		for _, a := range d.Areas {
			for i, f := range a.First {
				if f.Audience != model.FirstAudiences[i] || f.Channel.Value == "" || f.Service != nil && f.Service.Kind != model.IASS {
					t.Fatalf("seed %d: %s: %+v", seed, a.Slug, f)
				}
			}
			if len(a.First) != len(model.FirstAudiences) {
				t.Fatalf("seed %d: %s has %d first contacts", seed, a.Slug, len(a.First))
			}
		}
	}
}
