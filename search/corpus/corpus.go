// Package corpus invents documents that are shaped as those of a full
// directory would be: thousands of services of all areas, with the words that
// such pages have, common ones often and rare ones seldom. Tests compare the
// two halves of the search on them, and benchmarks measure it. Nothing in it
// is true: no service, name or number is that of a real one.
//
//	Documents   invented areas, help pages and services, ready to be indexed
//	Entries     invented services as files of content/, in areas that exist,
//	            from which a whole site can be built: see Plant
//
// The same number and the same seed give the same.
package corpus

import (
	"fmt"
	"math/rand"
	"strings"

	"signpost/search"
)

// areas is how many areas there are, about as many as England has councils.
const areas = 150

// An area, invented.
type area struct {
	slug, name string
	places     []string
}

// A maker invents documents.
type maker struct {
	*rand.Rand
	areas  []area
	brands []string // words that are rare, the later the rarer
}

// Documents invents n documents: areas, help pages and services.
func Documents(n int, seed int64) []search.Document {
	m := &maker{Rand: rand.New(rand.NewSource(seed))}
	m.brands = m.inventWords(6000)
	m.areas = m.inventAreas()
	var documents []search.Document
	for _, a := range m.areas[:min(areas, n/5)] {
		documents = append(documents, a.document())
	}
	for i, topic := range topics {
		documents = append(documents, helpPage(i, topic))
	}
	for i := 0; len(documents) < n; i++ {
		documents = append(documents, m.service(i))
	}
	return documents
}

// Lexicon is a lexicon for these documents.
func Lexicon() search.Lexicon {
	var l search.Lexicon
	for _, line := range lines(synonyms) {
		part := strings.Split(line, " = ")
		l.Synonyms = append(l.Synonyms, search.Synonym{Typed: part[0], Means: part[1], Targets: []string{helpAddress(part[2])}, Offer: len(part) > 3})
	}
	for _, line := range lines(slips) {
		part := strings.Split(line, " = ")
		l.Misspellings = append(l.Misspellings, search.Misspelling{Typed: part[0], Means: part[1], Offer: len(part) > 2})
	}
	for _, line := range lines(crises) {
		part := strings.Split(line, " = ")
		l.Crisis = append(l.Crisis, search.Crisis{Typed: part[0], Kind: part[1]})
	}
	return l
}

func (a area) document() search.Document {
	return search.Document{
		Address: "/areas/" + a.slug + "/", Group: "area", Kind: "area", Title: a.name, Names: []string{a.name + " Council"}, Places: a.places,
		Summary: "Whom to ring in " + a.name + ".",
		Tags:    search.Tags{Areas: []string{a.slug}},
		Row:     search.Row{Label: "Area", Where: a.name, Areas: []string{a.slug}},
	}
}

func helpAddress(title string) string { return "/help/" + slug(title) + "/" }

func helpPage(i int, topic string) search.Document {
	part := strings.Split(topic, " = ")
	return search.Document{
		Address: helpAddress(part[0]), Group: search.GroupHelp, Kind: []string{"help", "need", "support"}[i%3],
		Title: part[0], Summary: part[1], Text: strings.Join(part[1:], "\n") + "\nYou can ring somebody who knows the law and will listen.",
		Row: search.Row{Label: "Help page"},
	}
}

// service invents a service. Some serve several areas, few none.
func (m *maker) service(i int) search.Document {
	kind := strings.Split(kinds[m.Intn(len(kinds))], " = ")
	at := m.Intn(len(m.areas))
	home := m.areas[at]
	serves := []area{home}
	for m.Intn(12) == 0 && at+len(serves) < len(m.areas) {
		serves = append(serves, m.areas[at+len(serves)])
	}
	if m.Intn(100) == 0 {
		serves = nil
	}
	title := m.fill(pick(m, strings.Split(kind[1], "; ")), home)
	d := search.Document{
		Address: fmt.Sprintf("/services/%s-%d/", slug(title), i), Group: "service", Kind: kind[0], Title: title,
		Summary: m.fill(pick(m, strings.Split(kind[2], "; ")), home), Text: m.text(kind[2], home),
		Tags: m.tags(kind[0]),
	}
	if m.Intn(5) == 0 {
		d.Names = []string{m.brand() + " " + m.brand()}
	}
	for _, a := range serves {
		d.Places, d.Tags.Areas = append(d.Places, a.name), append(d.Tags.Areas, a.slug)
	}
	d.Row = search.Row{Label: kind[3], Where: strings.Join(d.Places, ", "), Areas: d.Tags.Areas, Board: []search.Line{
		{Part: "voice", Says: []search.Span{{Text: fmt.Sprintf("0%d", 1632960000+m.Intn(1000)), Href: "tel:"}}},
		{Part: "hours", Says: []search.Span{{Text: "Monday to Friday, 9 am to 4 pm"}}},
	}}
	return d
}

func (m *maker) tags(kind string) search.Tags {
	return search.Tags{
		Kinds: []string{kind}, Needs: m.some(needs, 4), Ages: m.some(ages, 3), Communities: m.some(communities, 1),
		Languages: m.some(languages, 2), Support: m.some(support, 3), Channels: m.some(channels, 4),
	}
}

func (m *maker) text(sentences string, home area) string {
	var text []string
	for range 3 + m.Intn(5) {
		text = append(text, m.fill(pick(m, strings.Split(sentences, "; ")), home))
	}
	for range 2 + m.Intn(3) {
		text = append(text, m.fill(pick(m, lines(common)), home))
	}
	return strings.Join(text, ". ") + "."
}

// fill replaces the words in braces.
func (m *maker) fill(s string, home area) string {
	for _, word := range []struct {
		name string
		make func() string
	}{
		{"{area}", func() string { return home.name }},
		{"{place}", func() string { return pick(m, home.places) }},
		{"{brand}", m.brand},
		{"{word}", func() string { return strings.ToLower(m.brand()) }},
		{"{need}", func() string { return pick(m, needs) }},
		{"{activity}", func() string { return pick(m, activities) }},
		{"{day}", func() string { return pick(m, days) }},
		{"{number}", func() string { return fmt.Sprint(2 + m.Intn(28)) }},
	} {
		for strings.Contains(s, word.name) {
			s = strings.Replace(s, word.name, word.make(), 1)
		}
	}
	return s
}

// brand is a rare word, as the names of charities are made of.
func (m *maker) brand() string {
	return m.brands[int(float64(len(m.brands))*m.Float64()*m.Float64())]
}

func (m *maker) inventWords(n int) []string {
	var words []string
	for range n {
		word := ""
		for range 2 + m.Intn(2) {
			word += pick(m, strings.Fields(syllables))
		}
		words = append(words, strings.ToUpper(word[:1])+word[1:])
	}
	return words
}

func (m *maker) inventAreas() []area {
	var list []area
	for _, first := range strings.Fields(beginnings) {
		for _, last := range strings.Fields(endings) {
			a := area{name: first + last}
			if m.Intn(6) == 0 {
				a.name += " and " + pick(m, m.brands) + "shire"
			}
			a.slug = slug(a.name)
			for range 2 + m.Intn(8) {
				a.places = append(a.places, pick(m, m.brands)+pick(m, strings.Fields(endings)))
			}
			list = append(list, a)
		}
	}
	m.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:areas]
}

// some is up to most values of a list, in its order.
func (m *maker) some(list []string, most int) []string {
	var chosen []string
	for _, n := range m.Perm(len(list))[:m.Intn(most+1)] {
		chosen = append(chosen, slug(list[n]))
	}
	return chosen
}

func pick[E any](m *maker, list []E) E { return list[m.Intn(len(list))] }

func lines(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

func slug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r < '0' || r > '9' && r < 'a' || r > 'z' }), "-")
}
