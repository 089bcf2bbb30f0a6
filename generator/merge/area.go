package merge

import (
	"cmp"
	"maps"
	"slices"

	"signpost/generator/model"
)

// areas makes the directory's areas: those with duties on the day, and those
// that have ended. One that has not begun does not exist yet.
func (m *merger) areas(d *model.Directory) {
	serving := map[string][]*model.Service{}
	for _, s := range d.Services {
		for _, slug := range s.Areas {
			serving[slug] = append(serving[slug], s)
		}
	}
	for _, slug := range slices.Sorted(maps.Keys(m.authorities)) {
		a := m.authorities[slug]
		switch {
		case a.Ended(m.asAt):
			d.Ended = append(d.Ended, m.area(a, serving))
		case a.Current(m.asAt):
			area := m.area(a, serving)
			m.lead(area)
			m.provision(area)
			d.Areas = append(d.Areas, area)
		}
	}
}

// area is an authority with the services of its area, and those of the area it
// replaced.
func (m *merger) area(a model.Authority, serving map[string][]*model.Service) *model.Area {
	area := &model.Area{Authority: a}
	area.Districts = slices.DeleteFunc(slices.Clone(a.Districts), func(x model.District) bool {
		return x.From.After(m.asAt) || !a.Until.IsZero() && !a.Ended(m.asAt) && x.Until.EndsBefore(m.asAt)
	})
	area.Neighbours = m.neighbours(a)
	before := m.authorities[a.Predecessor]
	services := slices.Clone(serving[a.Slug])
	for _, s := range serving[before.Slug] {
		if !slices.Contains(s.Areas, a.Slug) {
			area.Inherited = &model.Inherited{From: before.Slug, Name: before.Name, Until: before.Until}
			services = append(services, s)
		}
	}
	slices.SortFunc(services, func(a, b *model.Service) int { return cmp.Compare(a.ID, b.ID) })
	for _, s := range services {
		if s.Ended.IsZero() {
			area.Services = append(area.Services, s)
		} else {
			area.History = append(area.History, s)
		}
	}
	slices.SortStableFunc(area.Services, compareServices)
	area.LocalOffer = m.localOffer(a, before)
	return area
}

// compareServices puts services in the order of an area page: by kind, then
// told before seen, then by id.
func compareServices(a, b *model.Service) int {
	told := func(s *model.Service) int {
		if s.Told() {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(slices.Index(model.Kinds, a.Kind), slices.Index(model.Kinds, b.Kind)), cmp.Compare(told(a), told(b)), cmp.Compare(a.ID, b.ID))
}

// neighbours are those that have duties on the day: an ended neighbour is
// replaced by its successors, and a new area begins with the neighbours of the
// one it replaced.
func (m *merger) neighbours(a model.Authority) []string {
	names := append(slices.Clone(a.Neighbours), m.authorities[a.Predecessor].Neighbours...)
	var near []string
	for _, slug := range names {
		n := m.authorities[slug]
		if n.Ended(m.asAt) {
			near = append(near, n.Successors...)
		} else if n.Current(m.asAt) {
			near = append(near, slug)
		}
	}
	slices.Sort(near)
	return slices.DeleteFunc(slices.Compact(near), func(s string) bool { return s == a.Slug })
}

// localOffer decides the facts about the council's own local-offer site, or
// that of the council it replaced.
func (m *merger) localOffer(a, before model.Authority) *model.Service {
	s := &model.Service{ID: a.Slug + "-local-offer", Kind: model.LocalOfferSite, Areas: []string{a.Slug}}
	for _, slug := range []string{a.Slug, before.Slug} {
		for _, r := range m.offers {
			if slug != "" && slices.Contains(r.Areas, slug) {
				s.Records = append(s.Records, r)
			}
		}
		if len(s.Records) > 0 {
			m.decideAll(s)
			return s
		}
	}
	return nil
}
