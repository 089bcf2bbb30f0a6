package merge

import (
	"cmp"
	"fmt"
	"slices"

	"signpost/generator/model"
)

// lead names the area's one first contact for each audience: the service that
// the council's file names, else the best of the area's services of kind iass,
// else the council's own page.
func (m *merger) lead(a *model.Area) {
	for _, audience := range model.FirstAudiences {
		a.First = append(a.First, m.first(a, audience))
	}
}

func (m *merger) first(a *model.Area, audience string) model.FirstContact {
	ranked := m.ranked(a, audience)
	if named := m.namedFirst(a, audience); named != nil {
		if f, ok := contact(named, audience); ok {
			f.Because = "the council's file names it"
			return f
		}
		ranked = append([]*model.Service{named}, ranked...)
	}
	for i, s := range ranked {
		f, ok := contact(s, audience)
		if !ok {
			continue
		}
		f.Because = "the area's only service of its kind that can be reached"
		if next := i + 1; next < len(ranked) {
			f.Because = "the best of the area's services of its kind: for whom it is, whether it has a number, when it was checked"
			if compareFirst(s, ranked[next], audience) == 0 && audience == model.Everyone {
				m.warn("first-contact-tie", s.Records[0].Where, "let the council's file name the one to start with", fmt.Sprintf("%s and %s could both be the first contact of %s", s.ID, ranked[next].ID, a.Slug))
			}
		}
		return f
	}
	return m.council(a, audience, ranked)
}

// namedFirst is the service that the council's file names for the audience,
// if it may lead.
func (m *merger) namedFirst(a *model.Area, audience string) *model.Service {
	c := m.councilOf(a)
	id := cmp.Or(c.First[audience], c.First[model.Everyone])
	if id == "" {
		return nil
	}
	for _, s := range a.Services {
		if s.ID == id || slices.Contains(s.Was, id) {
			if s.Kind == model.IASS {
				return s
			}
			m.warn("first-contact-kind", c.Where, "name the area's information, advice and support service", fmt.Sprintf("first_contact names %q, which is of kind %s and cannot lead", id, s.Kind))
			return nil
		}
	}
	m.warn("first-contact-area", c.Where, "name a service of this area that has not ended", fmt.Sprintf("first_contact names %q, which does not serve %s now", id, a.Slug))
	return nil
}

// councilOf is what the area's council says, or what that of the area it
// replaced said.
func (m *merger) councilOf(a *model.Area) model.CouncilFile {
	if c, ok := m.councils[a.Slug]; ok {
		return c
	}
	return m.councils[a.Predecessor]
}

// ranked are the area's services of kind iass, the best first.
func (m *merger) ranked(a *model.Area, audience string) []*model.Service {
	var found []*model.Service
	for _, s := range a.Services {
		if s.Kind == model.IASS {
			found = append(found, s)
		}
	}
	slices.SortFunc(found, func(s, t *model.Service) int {
		return cmp.Or(compareFirst(s, t, audience), cmp.Compare(s.ID, t.ID))
	})
	return found
}

// compareFirst puts the better first contact first: for the audience, with a
// phone, checked last. 0 is a tie.
func compareFirst(a, b *model.Service, audience string) int {
	if audience == model.Everyone {
		audience = model.Parents
	}
	yes := func(ok bool) int {
		if ok {
			return 0
		}
		return 1
	}
	_, phoneA := leading(a, model.Phone, audience)
	_, phoneB := leading(b, model.Phone, audience)
	return cmp.Or(
		cmp.Compare(yes(a.For(audience)), yes(b.For(audience))),
		cmp.Compare(yes(phoneA), yes(phoneB)),
		lastChecked(b).Compare(lastChecked(a)))
}

// lastChecked is the newest check of the service's number or address.
func lastChecked(s *model.Service) model.Date {
	var last model.Date
	for _, f := range s.Channels {
		if f.Known() && f.Origin.Told() && f.Origin.Checked.On.After(last) {
			last = f.Origin.Checked.On
		}
	}
	return last
}

// leading returns the service's channel of a type that may stand in the sign:
// its own, or a line that reaches it; best one that is for the audience alone,
// else one that is for everyone.
func leading(s *model.Service, t model.ChannelType, audience string) (model.Channel, bool) {
	whom := []string{audience, ""}
	if audience == model.Everyone {
		whom = []string{"", model.Parents}
	}
	for _, reader := range whom {
		for _, c := range s.Channel(t).Value {
			if c.Own() && c.For == reader {
				return c, true
			}
		}
	}
	return model.Channel{}, false
}

// contact is the service as a first contact: by its phone, else by its
// website, else by its e-mail.
func contact(s *model.Service, audience string) (model.FirstContact, bool) {
	for _, t := range []model.ChannelType{model.Phone, model.Website, model.Email} {
		c, ok := leading(s, t, audience)
		if !ok {
			continue
		}
		class := model.OpenService
		if t == model.Phone {
			class = model.RingService
		}
		return model.FirstContact{Audience: audience, Class: class, Service: s, Channel: c, Origin: s.Channel(t).Origin}, true
	}
	return model.FirstContact{}, false
}

// council sends the family to the council's own page, and names the service
// that nobody knows how to reach.
func (m *merger) council(a *model.Area, audience string, ranked []*model.Service) model.FirstContact {
	f := model.FirstContact{Audience: audience, Class: model.AskCouncil, Because: "nobody told or showed us how to reach its service"}
	if len(ranked) > 0 {
		f.Service = ranked[0]
	}
	if a.LocalOffer != nil {
		if site := a.LocalOffer.Channel(model.Website); site.Known() {
			f.Channel, f.Origin = site.Value[0], site.Origin
			return f
		}
	}
	site := a.Website
	if site == "" {
		site = m.authorities[a.Predecessor].Website
	}
	f.Channel = model.Channel{Type: model.Website, Value: site}
	return f
}
