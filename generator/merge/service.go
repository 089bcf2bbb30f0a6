package merge

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"signpost/generator/model"
)

// programmeEnded is the last day of the national Independent Support
// programme (Department for Education, 2014 to 2018): history since then,
// unless somebody confirmed a service later.
var programmeEnded = model.Date{Year: 2018, Month: 3, Day: 31}

// settle makes a service of each cluster. None of them needs another.
func (m *merger) settle(clusters []*cluster) []*model.Service {
	services := make([]*model.Service, len(clusters))
	var next atomic.Int64
	var deciding sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		deciding.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(clusters); i = next.Add(1) - 1 {
				services[i] = m.service(clusters[i])
			}
		})
	}
	deciding.Wait()
	return services
}

// service decides every group of a cluster's facts.
func (m *merger) service(c *cluster) *model.Service {
	slices.SortFunc(c.records, func(a, b *model.Record) int { return a.Where.Compare(b.Where) })
	slices.Sort(c.areas)
	s := &model.Service{ID: c.id, Kind: c.kind, Areas: c.areas, Records: c.records}
	for _, id := range c.was {
		if id != c.id && !slices.Contains(s.Was, id) {
			s.Was = append(s.Was, id)
		}
	}
	slices.Sort(s.Was)
	m.decideAll(s)
	m.end(s)
	return s
}

// decideAll fills the service's facts from its records.
func (m *merger) decideAll(s *model.Service) {
	own := m.ownHosts(s.Records)
	s.Name = decide(model.GroupName, values(m, s, own, model.GroupName, func(r *model.Record) model.Name { return r.Name }), m.asAt)
	s.Access = decide(model.GroupAccess, values(m, s, own, model.GroupAccess, func(r *model.Record) model.Access { return r.Access }), m.asAt)
	s.Audience = decide(model.GroupAudience, values(m, s, own, model.GroupAudience, func(r *model.Record) model.Audience { return r.Audience }), m.asAt)
	s.Communities = decide(model.GroupCommunities, values(m, s, own, model.GroupCommunities, func(r *model.Record) model.Communities { return r.Communities }), m.asAt)
	s.Languages = decide(model.GroupLanguages, values(m, s, own, model.GroupLanguages, func(r *model.Record) model.Languages { return r.Languages }), m.asAt)
	s.Independence = decide(model.GroupIndependence, values(m, s, own, model.GroupIndependence, func(r *model.Record) model.Independence { return r.Independence }), m.asAt)
	s.Delivery = decide(model.GroupDelivery, values(m, s, own, model.GroupDelivery, func(r *model.Record) model.Delivery { return r.Delivery }), m.asAt)
	s.Offer = decide(model.GroupOffer, values(m, s, own, model.GroupOffer, func(r *model.Record) model.Offer { return r.Offer }), m.asAt)
	s.Media = decide(model.GroupMedia, values(m, s, own, model.GroupMedia, func(r *model.Record) model.Media { return r.Media }), m.asAt)
	s.Status = decide(model.GroupStatus, values(m, s, own, model.GroupStatus, func(r *model.Record) model.Status { return r.Status }), m.asAt)
	s.Alert = decide(model.GroupAlert, values(m, s, own, model.GroupAlert, func(r *model.Record) model.Alert { return r.Alert }), m.asAt)
	for _, t := range model.ChannelTypes {
		f := decide(model.Group(t), m.channels(s, own, t), m.asAt)
		if f.Conflict {
			m.warn("conflicting-numbers", f.Others[0].Origin.Record.At(f.About), "ask the service which is right", fmt.Sprintf("two pages give different numbers for %s: %q and %q", s.ID, f.Others[0].Text, f.Others[1].Text))
		}
		if f.Known() || f.Conflict || len(f.Others) > 0 {
			s.Channels = append(s.Channels, m.opened(f, s.Records))
		}
	}
}

// ownHosts are the hosts of the web sites that the records call the
// service's own; a council's site is the council's.
func (m *merger) ownHosts(records []*model.Record) []string {
	var own []string
	for _, r := range records {
		if m.grades[r] == model.Low || r.Former || r.WasInferred(model.Group(model.Website)) {
			continue // a doubtful row cannot declare itself the service's own
		}
		for _, c := range r.ChannelsOf(model.Website) {
			if host := model.Host(c.Value); !m.isOffice(host) {
				own = append(own, host)
			}
		}
	}
	return own
}

// values collects what the records claim of a group.
func values[V model.Value](m *merger, s *model.Service, own []string, g model.Group, of func(*model.Record) V) []claim[V] {
	var claims []claim[V]
	for _, r := range s.Records {
		v, checked := of(r), r.Checked[g]
		if v.Blank() {
			continue
		}
		c := claim[V]{value: v, origin: model.Origin{Record: r, Checked: checked}, standing: m.standing(r, own)}
		c.unfit = m.unfit(g, c.origin, c.standing)
		claims = append(claims, c)
	}
	return claims
}

// unfit says why a record cannot win a group, or "".
func (m *merger) unfit(g model.Group, o model.Origin, standing int) string {
	r := o.Record
	switch {
	case r.WasInferred(g), slices.Contains(r.Inferred, "areas"):
		return "was guessed"
	case r.Former:
		return "is history"
	case m.grades[r] == model.Low && g != model.GroupName:
		return "is doubtful"
	case m.grades[r] == model.Low && standing == elsewhere:
		return "is doubtful, and not from the service's or the council's page"
	case g != model.GroupName && m.contractOver(o):
		return "belongs to a contract that ended on " + r.Delivery.Until.String()
	}
	return ""
}

// contractOver reports whether the contract that a record describes has
// ended, and nothing was heard of the record since.
func (m *merger) contractOver(o model.Origin) bool {
	until := o.Record.Delivery.Until
	return until.EndsBefore(m.asAt) && !o.Date().After(until)
}

// channels collects what the records claim of one type of channel. Within one
// record, a number that is not fit does not hide one that is.
func (m *merger) channels(s *model.Service, own []string, t model.ChannelType) []claim[model.Channels] {
	var claims []claim[model.Channels]
	for _, whole := range values(m, s, own, model.Group(t), func(r *model.Record) model.Channels { return r.ChannelsOf(t) }) {
		fit := whole
		fit.value = nil
		for _, c := range whole.value {
			why := m.unfitChannel(s, c, whole.origin)
			if whole.unfit != "" || why == "" {
				fit.value = append(fit.value, c)
				continue
			}
			aside := whole
			aside.value, aside.unfit = model.Channels{c}, why
			claims = append(claims, aside)
		}
		if len(fit.value) > 0 {
			if m.justOpened(fit.value) && !fit.origin.Told() {
				fit.standing = openedLink
			}
			claims = append(claims, fit)
		}
	}
	return claims
}

// justOpened reports whether a link check opened one of the addresses in the
// last twelve months: such a link helps a family more than an older page's.
func (m *merger) justOpened(cs model.Channels) bool {
	return slices.ContainsFunc(cs, func(c model.Channel) bool { return c.Opened.Within(365, m.asAt) })
}

// unfitChannel says why one number or address may not be printed, or "".
func (m *merger) unfitChannel(s *model.Service, c model.Channel, o model.Origin) string {
	if s.Kind == model.LocalOfferSite {
		return ""
	}
	if why := m.belongsElsewhere(s, c, o); why != "" {
		return why
	}
	number := c.Type == model.Phone || c.Type == model.Text || c.Type == model.WhatsApp
	everywhere := s.Kind == model.National || s.Kind == model.Urgent
	if !o.Told() && number && !everywhere && model.IsMobile(c.Value) {
		return "is a mobile number, which may be a person's own"
	}
	return ""
}

// belongsElsewhere says whose the number or address is, if it is not the
// service's own. What the service told us gives way only to what was told.
func (m *merger) belongsElsewhere(s *model.Service, c model.Channel, o model.Origin) string {
	if !c.Own() && !o.Told() {
		return "belongs to " + c.ContactOf
	}
	if s.Kind != model.IASS || c.AskFor != "" || c.ContactOf != "" {
		return ""
	}
	for _, area := range o.Record.Areas {
		whose, ok := m.foreign[area][c.Key()]
		if ok && (whose.told || !o.Told()) {
			m.warn("foreign-number", o.Record.At(model.Group(c.Type)), "ask the service for its own", fmt.Sprintf("%s is given elsewhere as that of %s", c.Value, whose.name))
			return "is given elsewhere as that of " + whose.name
		}
	}
	return ""
}

// opened dates the link of a web site by the newest link check of any record
// that gives the same address. It says nothing else of the site.
func (m *merger) opened(f model.Fact[model.Channels], records []*model.Record) model.Fact[model.Channels] {
	if !slices.ContainsFunc(records, wasOpened) {
		return f
	}
	f.Value = slices.Clone(f.Value)
	for i := range f.Value {
		f.Value[i].Opened = model.Date{}
		for _, r := range records {
			for _, c := range r.Channels {
				if c.Key() == f.Value[i].Key() && c.Opened.After(f.Value[i].Opened) && !c.Opened.After(m.asAt) {
					f.Value[i].Opened = c.Opened
				}
			}
		}
	}
	return f
}

// wasOpened reports whether a link check ever opened an address of the record.
func wasOpened(r *model.Record) bool {
	return slices.ContainsFunc(r.Channels, func(c model.Channel) bool { return !c.Opened.IsZero() })
}

// end says whether and when a service stopped, or its contract did. A day that
// lies ahead is not an end yet.
func (m *merger) end(s *model.Service) {
	st := s.Status.Value
	switch {
	case st.ID == "ended" && st.Until.IsZero():
		s.Ended = cmp.Or(s.Status.Origin.Date(), m.asAt)
	case st.ID == "ended" && st.Until.EndsBefore(m.asAt):
		s.Ended = st.Until
	case s.Kind == model.IndependentSupport && programmeEnded.EndsBefore(m.asAt) && !m.confirmedAfter(s, programmeEnded):
		s.Ended = programmeEnded
	}
	if s.Delivery.Value.RunBy != "" {
		return
	}
	for _, r := range s.Records {
		until := r.Delivery.Until
		if until.EndsBefore(m.asAt) && until.After(s.ContractEnded) && m.grades[r] != model.Low && !m.confirmedAfter(s, until) {
			s.ContractEnded = until
		}
	}
}

// confirmedAfter reports whether anybody who knows confirmed anything of the
// service after the day.
func (m *merger) confirmedAfter(s *model.Service, day model.Date) bool {
	for _, r := range s.Records {
		for _, c := range r.Checked {
			if r.Source.Told() && c.On.After(day) {
				return true
			}
		}
	}
	return false
}
