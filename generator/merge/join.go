package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A cluster is the records that mean one service.
type cluster struct {
	order   int // among the clusters of its step, by which they are compared
	id      string
	was     []string
	kind    model.Kind
	areas   []string
	records []*model.Record
	names   []string // normalised
	phones  []string // digits
	hosts   []string
}

// rank is the highest rank among the records.
func (c *cluster) rank() model.Rank {
	top := model.Rank(0)
	for _, r := range c.records {
		top = max(top, r.Source.Rank)
	}
	return top
}

// join gathers the records into clusters: by id first, then by what they are.
func (m *merger) join() []*cluster {
	var placed []*cluster
	near := neighbourhoods{}
	for _, c := range m.byID() {
		if twin := m.twin(c, near.of(c)); twin != nil {
			m.absorb(twin, c)
			near.add(twin)
			continue
		}
		c.order = len(placed)
		placed = append(placed, c)
		near.add(c)
	}
	m.mint(placed)
	return placed
}

// byID makes one cluster of the records that name one id, or a former id of
// it, in areas that meet. The strongest come first.
func (m *merger) byID() []*cluster {
	records := slices.Clone(m.services)
	slices.SortStableFunc(records, compareStrength)
	var all []*cluster
	known := namesakes{}
	for _, r := range records {
		c := m.named(r, known[r.ID])
		if c == nil {
			c = newCluster(r, len(all))
			all = append(all, c)
		}
		m.add(c, r)
		known.add(c, r.Was)
	}
	slices.SortStableFunc(all, compareClusters)
	return all
}

// newCluster is one for the record, which is not in it yet.
func newCluster(r *model.Record, order int) *cluster {
	return &cluster{order: order, id: r.ID, kind: r.Kind}
}

// compareStrength puts the record first by whose id others are known.
func compareStrength(a, b *model.Record) int {
	return cmp.Or(cmp.Compare(b.Source.Rank, a.Source.Rank), cmp.Compare(len(b.Was), len(a.Was)))
}

func compareClusters(a, b *cluster) int {
	return cmp.Or(cmp.Compare(b.rank(), a.rank()), cmp.Compare(idOr(a), idOr(b)), a.records[0].Where.Compare(b.records[0].Where))
}

// idOr sorts clusters without an id behind all others.
func idOr(c *cluster) string { return cmp.Or(c.id, "~") }

// named returns which of its namesakes the record's id belongs to, or nil. An
// id that two kinds of service use is an error: a forum's number would stand in
// for the advice service's.
func (m *merger) named(r *model.Record, namesakes []*cluster) *cluster {
	for _, c := range namesakes {
		switch first := c.records[0]; {
		case c.kind != r.Kind:
			m.wrong("id-of-two-kinds", r.Where, "give one of them another id", fmt.Sprintf("the id %q is that of a service of kind %s here and of kind %s in %s", r.ID, r.Kind, c.kind, first.Where))
		case meet(c.areas, r.Areas) || first.Source == r.Source:
			return c
		default:
			m.warn("same-id", r.Where, "give one of them another id", fmt.Sprintf("the id %q is also used in another area (%s)", r.ID, first.Where))
		}
	}
	return nil
}

func (m *merger) add(c *cluster, r *model.Record) {
	c.records = append(c.records, r)
	c.was = append(c.was, r.Was...)
	for _, a := range r.Areas {
		c.areas = with(c.areas, a)
	}
	for _, n := range slices.Concat([]string{r.Name.Name}, r.Name.Also, r.Name.Former) {
		if key := normalName(n); key != "" && !r.WasInferred(model.GroupName) {
			c.names = with(c.names, key)
		}
	}
	for _, ch := range r.Channels {
		switch host := model.Host(ch.Value); {
		case ch.Type == model.Phone && ch.ContactOf == "":
			c.phones = with(c.phones, ch.Key())
		case ch.Type == model.Website && !m.sharedHosts[host] && !r.WasInferred(model.Group(model.Website)):
			c.hosts = with(c.hosts, host)
		}
	}
}

// twin returns which of the placed clusters of its kind, in areas that meet,
// means the same service as c. Several that fit, or one that only might, are a
// warning and no twin.
func (m *merger) twin(c *cluster, placed []*cluster) *cluster {
	var fit, near []*cluster
	for _, p := range placed {
		switch {
		case sourceSaysTwo(p, c):
		case m.same(p, c):
			fit = append(fit, p)
		case c.kind == model.IASS:
			near = append(near, p)
		}
	}
	at := c.records[0].Where
	switch {
	case len(fit) == 1:
		return fit[0]
	case len(fit) > 1:
		m.warn("uncertain-join", at, "give it the id of the one it means", fmt.Sprintf("%q could be %s or %s: are these the same?", c.records[0].Name.Name, fit[0].id, fit[1].id))
	case len(near) == 1 && c.rank() == model.Register && near[0].rank() == model.Register && (c.id == "" || near[0].id == ""):
		return near[0] // an area's register rows of kind iass are one service
	case len(near) > 0:
		m.warn("uncertain-join", at, "give both the same id if they are", fmt.Sprintf("%q may be %s, which serves the same area: are these the same?", c.records[0].Name.Name, cmp.Or(near[0].id, near[0].records[0].Name.Name)))
	}
	return nil
}

// sourceSaysTwo reports whether one source gives the two clusters different
// ids: it knows them as two services.
func sourceSaysTwo(a, b *cluster) bool {
	for _, r := range a.records {
		for _, s := range b.records {
			if r.Source == s.Source && r.ID != "" && s.ID != "" && r.ID != s.ID {
				return true
			}
		}
	}
	return false
}

// same reports whether two clusters of one kind, in areas that meet, share a
// name, or a number or domain where those tell services apart.
func (m *merger) same(a, b *cluster) bool {
	return share(a.names, b.names) || a.kind.JoinsByContact() && (share(a.phones, b.phones) || share(a.hosts, b.hosts))
}

// share reports whether two short lists have something in common.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// with is the list with the text in it, once.
func with(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// absorb joins c to the cluster p, which keeps its id.
func (m *merger) absorb(p, c *cluster) {
	for _, r := range c.records {
		m.add(p, r)
	}
	if c.id != "" && c.id != p.id {
		p.was = append(p.was, c.id)
	}
	p.id = cmp.Or(p.id, c.id)
}

// mint gives an id to the clusters whose sources know none, and tells the
// editors to write it down, since an id that is derived can change. An id that
// two services use gets its area in front.
func (m *merger) mint(clusters []*cluster) {
	taken := map[string]bool{}
	for _, c := range clusters {
		if taken[c.id] {
			c.id = free(c.areas[0]+"-"+c.id, taken)
		}
		taken[c.id] = c.id != ""
	}
	for _, c := range clusters {
		if c.id != "" {
			continue
		}
		c.id = free(c.areas[0]+"-"+string(c.kind), taken)
		taken[c.id] = true
		m.warn("no-id", c.records[0].Where, fmt.Sprintf("write the id %q into the row, so that its address never changes", c.id), fmt.Sprintf("%q has no id", c.records[0].Name.Name))
	}
}

// free is the id, or the first of its numbered forms that is not taken.
func free(id string, taken map[string]bool) string {
	for n, try := 2, id; ; n++ {
		if !taken[try] {
			return try
		}
		try = fmt.Sprintf("%s-%d", id, n)
	}
}

// longForms turns the long ways to say IASS and SENDIASS into the short ones,
// so that "Barnet SEND Information, Advice and Support Service" and "Barnet
// SENDIASS" are one name.
var longForms = strings.NewReplacer(
	"special educational needs and disabilities", "send",
	"special educational needs and or disabilities", "send",
	"special educational needs and disability", "send",
	"special educational needs disability", "send",
	"sen and disability", "send",
	"information advice and support services", "iass",
	"information advice and support service", "iass",
	"information advice support service", "iass",
	"information advice and support", "iass",
	"information advice support", "iass",
	"ias service", "iass",
)

// normalName is a name without case, punctuation, "the" and long forms.
func normalName(name string) string {
	words := strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(name), "&", " and "), func(r rune) bool {
		return r != '\'' && r != '’' && !('a' <= r && r <= 'z') && !('0' <= r && r <= '9') && r < 128
	})
	n := strings.Join(words, " ")
	if strings.Contains(n, "disab") || strings.Contains(n, "information") || strings.Contains(n, "ias service") {
		n = longForms.Replace(n) // each of its forms holds one of these
	}
	n = strings.TrimPrefix(strings.ReplaceAll(n, " the ", " "), "the ")
	for _, same := range []string{"send iass", "sendias service", "sendias"} {
		if strings.HasSuffix(n, same) {
			n = strings.TrimSuffix(n, same) + "sendiass"
		}
	}
	return n
}
