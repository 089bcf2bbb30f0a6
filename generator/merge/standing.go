package merge

import (
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
		for _, r := range rs {
			if r.Kind != rs[0].Kind || !meet(r.Areas, rs[0].Areas) || m.isOffice(host) {
				m.sharedHosts[host] = true
			}
		}
	}
}

// foreigners learns which numbers are somebody else's: a council team's or a
// mediator's number never stands in for the advice service's.
func (m *merger) foreigners(records []*model.Record) {
	m.foreign = map[string]map[string]string{}
	for _, r := range records {
		for _, c := range r.ChannelsOf(model.Phone) {
			whose := c.ContactOf
			switch {
			case c.AskFor != "":
				continue // a line that reaches the service, and says so
			case whose == "" && (r.Kind == model.CouncilSENDTeam || r.Kind == model.Mediation || r.Kind == model.LocalOfferSite):
				whose = r.Name.Name
			case whose == "":
				continue
			}
			for _, area := range r.Areas {
				if m.foreign[area] == nil {
					m.foreign[area] = map[string]string{}
				}
				m.foreign[area][c.Key()] = whose
			}
		}
	}
}

// meet reports whether two lists of areas share one; all of England meets
// only itself.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
