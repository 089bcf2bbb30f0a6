package corpus

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
)

// An Entry is an invented service in a real area. Its Sort says what work it
// does, by which questions about it are judged: the ids of sorts.
type Entry struct {
	ID, Area, Sort string
	text           string
}

// A Ground is an area to invent services in.
type Ground struct {
	Slug, Name string
	Towns      []string
	People     int // who live in those towns of which that is known
}

// perService is how many people more give an area one service more, for each
// that every area has.
const perService = 300_000

// Entries invents n services in these areas, of which large ones have more.
// Numbers are those that the regulator keeps free for drama (Ofcom,
// "Telephone numbers for use in TV and radio drama programmes"), addresses of
// the web are those of RFC 2606: none of them reaches anybody.
func Entries(grounds []Ground, n int, seed int64) []Entry {
	m := &maker{Rand: rand.New(rand.NewSource(seed))}
	m.brands = m.inventWords(6000)
	var weighted []area
	for _, g := range grounds {
		a := area{slug: g.Slug, name: g.Name, places: g.Towns}
		if len(a.places) == 0 {
			a.places = []string{g.Name}
		}
		for range 1 + g.People/perService {
			weighted = append(weighted, a)
		}
	}
	var list []Entry
	taken := map[string]bool{}
	for i := range n {
		list = append(list, m.entry(i, pick(m, weighted), taken))
	}
	return list
}

func (m *maker) entry(i int, home area, taken map[string]bool) Entry {
	s := pick(m, sorts)
	name := m.name(s, home, taken)
	id := fmt.Sprintf("%s-%d", slug(name), i)
	var b strings.Builder
	fmt.Fprintf(&b, "---\nname: %q\n", name)
	if m.Intn(5) == 0 {
		fmt.Fprintf(&b, "also: [%s %s]\n", m.brand(), m.brand())
	}
	fmt.Fprintf(&b, "kind: %s\n", s.kind)
	groups := append([]string{"name"}, m.ways(&b, i)...)
	groups = append(groups, m.offer(&b, s, home)...)
	b.WriteString("checked:\n")
	for _, g := range groups {
		fmt.Fprintf(&b, "  %s: {on: 2026-%02d-%02d, by: service manager, how: phone}\n", g, 1+m.Intn(10), 1+m.Intn(28))
	}
	fmt.Fprintf(&b, "---\n\n%s\n", m.body(s, home))
	return Entry{ID: id, Area: home.slug, Sort: s.id, text: b.String()}
}

// name is one that no other service of the area has.
func (m *maker) name(s sort, home area, taken map[string]bool) string {
	name := m.fill(pick(m, s.titles), home)
	for taken[home.slug+name] {
		name = m.fill(pick(m, s.titles)+" at {brand} House", home)
	}
	taken[home.slug+name] = true
	return name
}

// drama are the beginnings of numbers that are never given to anybody, each
// with three digits left.
var drama = []string{"0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0", "0118 496 0", "0121 496 0", "0131 496 0", "0141 496 0", "0151 496 0", "0161 496 0", "0191 498 0"}

// ways writes how to reach a service, and returns what was said.
func (m *maker) ways(b *strings.Builder, i int) []string {
	hours := fmt.Sprintf("%s to %s, %dam to %dpm", days[m.Intn(2)], days[3+m.Intn(2)], 8+m.Intn(3), 1+m.Intn(4))
	fmt.Fprintf(b, "channels:\n  - type: phone\n    value: %s%03d\n    hours: %s\n", drama[i/1000%len(drama)], i%1000, hours)
	groups := []string{"phone"}
	if m.Intn(3) > 0 {
		fmt.Fprintf(b, "  - type: email\n    value: help@service-%d.example.org\n", i)
		groups = append(groups, "email")
	}
	if m.Intn(4) > 0 {
		fmt.Fprintf(b, "  - type: website\n    value: https://service-%d.example.org/\n", i)
		groups = append(groups, "website")
	}
	return groups
}

// Ids of vocabularies that any service may name.
var (
	spans        = []string{"0-25", "0-5", "5-11", "11-18", "14-25", "0-18"}
	tongues      = []string{"polish", "urdu", "panjabi", "romanian", "bengali", "arabic", "somali", "bsl"}
	fromFamilies = []string{"service-family", "grt", "kinship", "looked-after", "young-carer", "eal", "refugees"}
)

func (m *maker) offer(b *strings.Builder, s sort, home area) []string {
	groups := []string{"audience", "offer", "delivery"}
	fmt.Fprintf(b, "ages: %s\nrun_by: %s\npurpose: %q\n", pick(m, spans), m.fill("{brand} {brand} for {area}", home), m.fill(pick(m, s.purposes), home)+".")
	m.chosen(b, "needs", s.needs, 2)
	m.chosen(b, "support", s.support, 3)
	if m.Intn(8) == 0 && m.chosen(b, "languages", tongues, 2) {
		groups = append(groups, "languages")
	}
	if m.Intn(10) == 0 && m.chosen(b, "communities", fromFamilies, 1) {
		groups = append(groups, "communities")
	}
	return groups
}

// chosen writes up to most values of a list, in its order, if it has any.
func (m *maker) chosen(b *strings.Builder, field string, list []string, most int) bool {
	if len(list) == 0 {
		return false
	}
	at := m.Perm(len(list))[:min(1+m.Intn(most), len(list))]
	slices.Sort(at)
	var values []string
	for _, n := range at {
		values = append(values, list[n])
	}
	fmt.Fprintf(b, "%s: [%s]\n", field, strings.Join(values, ", "))
	return true
}

// body is the Markdown of an entry: what the sort of service says, then what
// any service says.
func (m *maker) body(s sort, home area) string {
	var own, any []string
	for _, n := range m.Perm(len(s.sentences))[:1+m.Intn(len(s.sentences))] {
		own = append(own, m.fill(s.sentences[n], home))
	}
	for _, n := range m.Perm(len(lines(common)))[:2+m.Intn(4)] {
		any = append(any, m.fill(lines(common)[n], home)+".")
	}
	return strings.Join(own, " ") + "\n\n" + strings.Join(any, " ")
}
