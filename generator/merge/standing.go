package merge

import (
	"cmp"
	"slices"
	"strings"

	"signpost/generator/model"
)

// Where a page stands when nothing was told: whose site it is.
const (
	elsewhere = iota
	councilSite
	ownSite
	openedLink // for web sites alone: a link that a link check opened in the last twelve months
)

// standing says whose site the record's page is on, for a service whose own
// sites are given by their hosts.
func (m *merger) standing(r *model.Record, own []string) int {
	host := model.Host(r.Page)
	switch {
	case host == "":
		return elsewhere
	case m.isOffice(host):
		return councilSite
	case slices.ContainsFunc(own, func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) }):
		return ownSite
	}
	return elsewhere
}

// isOffice reports whether a host is a council's: under .gov.uk, or the host of
// an authority's site or local offer.
func (m *merger) isOffice(host string) bool {
	return strings.HasSuffix(host, ".gov.uk") || m.officeHosts[host]
}

// hosts learns which web hosts are councils', and which say nothing about
// identity because several kinds of service or unrelated areas use them.
func (m *merger) hosts(records []*model.Record) {
	m.officeHosts, m.sharedHosts = map[string]bool{}, map[string]bool{}
	for _, a := range m.authorities {
		m.officeHosts[model.Host(a.Website)] = true
	}
	users := map[string][]*model.Record{}
	for _, r := range records {
		for _, c := range r.ChannelsOf(model.Website) {
			host := model.Host(c.Value)
			users[host] = append(users[host], r)
			if r.Kind == model.LocalOfferSite && m.grades[r] != model.Low {
				m.officeHosts[host] = true
			}
		}
	}
	for host, rs := range users {
		m.sharedHosts[host] = m.isOffice(host) || unrelated(rs)
	}
}

// unrelated reports whether two of the records are of different kinds or serve
// areas that do not meet.
func unrelated(records []*model.Record) bool {
	for i, a := range records {
		for _, b := range records[i+1:] {
			if a.Kind != b.Kind || !meet(a.Areas, b.Areas) {
				return true
			}
		}
	}
	return false
}

// An owner is whose a number or address is, and whether that was told.
type owner struct {
	name string
	told bool
}

// foreigners learns which numbers and e-mail addresses are somebody else's: a
// council team's or a mediator's never stands in for the advice service's.
func (m *merger) foreigners(records []*model.Record) {
	m.foreign = map[string]map[string]owner{}
	for _, r := range records {
		for _, c := range r.Channels {
			whose := ownerOf(r, c)
			if whose == "" {
				continue
			}
			for _, area := range r.Areas {
				if m.foreign[area] == nil {
					m.foreign[area] = map[string]owner{}
				}
				before := m.foreign[area][c.Key()]
				m.foreign[area][c.Key()] = owner{cmp.Or(before.name, whose), before.told || r.Source.Told()}
			}
		}
	}
}

// ownerOf is the name of whom a number or address belongs to, if it is not an
// advice service's; a line that reaches the service, and says so, is its own.
func ownerOf(r *model.Record, c model.Channel) string {
	office := r.Kind == model.CouncilSENDTeam || r.Kind == model.Mediation || r.Kind == model.LocalOfferSite
	switch {
	case c.Type != model.Phone && c.Type != model.Email || c.AskFor != "":
		return ""
	case c.ContactOf == "" && office:
		return r.Name.Name
	}
	return c.ContactOf
}

// meet reports whether two lists of areas share one; all of England meets
// only itself.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
