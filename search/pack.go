package search

import (
	"fmt"
	"path"
	"regexp"
)

// aSlug is the form of a pack's name, which is a file's.
var aSlug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// A pack is a complete index of some documents, in one file. Frequencies are
// those of the whole index, so that a pack's scores are the index's.
type pack struct {
	documents  []int // their ordinals; postings have the places in this list
	lengths    []int
	entries    int
	head, body []byte
	terms      fronted
	term       []posting // of the term under way
}

// A membership is a document's place in a pack.
type membership struct {
	pack  *pack
	place int
}

// packs writes all packs in one pass over the terms.
func (e *exporter) packs() error {
	packs, members, err := e.members()
	if err != nil {
		return err
	}
	for _, l := range e.lists {
		var touched []*pack
		for _, p := range l.postings {
			for _, m := range members[p.document] {
				if len(m.pack.term) == 0 {
					touched = append(touched, m.pack)
				}
				m.pack.lengths[m.place] = p.length
				m.pack.term = append(m.pack.term, posting{m.place, p.frequency, p.length})
			}
		}
		for _, p := range touched {
			p.end(l)
		}
	}
	for name, p := range packs {
		rows, err := e.rows(p.documents)
		if err != nil {
			return err
		}
		e.files[path.Join("a", name+".bin")] = append(p.encode(e.tags(p.documents)), rows...)
	}
	return nil
}

// members is the packs by name, and of each document where it is in which.
func (e *exporter) members() (map[string]*pack, [][]membership, error) {
	packs, members := map[string]*pack{}, make([][]membership, len(e.documents))
	for n, d := range e.documents {
		for _, name := range unique(d.packs()) {
			if !aSlug.MatchString(name) || name == GroupHelp && d.Group != GroupHelp {
				return nil, nil, fmt.Errorf("%s: the area %q cannot be the name of a pack", d.Address, name)
			}
			p := packs[name]
			if p == nil {
				p = &pack{}
				packs[name] = p
			}
			members[n] = append(members[n], membership{p, len(p.documents)})
			p.documents, p.lengths = append(p.documents, n), append(p.lengths, 0)
		}
	}
	return packs, members, nil
}

// end writes the term under way.
func (p *pack) end(l list) {
	p.head = number(number(p.terms.append(p.head, l.term), len(l.postings)), len(p.term))
	p.body = columns(p.body, p.term, false)
	p.entries++
	p.term = p.term[:0]
}

// encode is the pack up to its rows.
func (p *pack) encode(tags []tagged) []byte {
	b := gaps(number(nil, len(p.documents)), p.documents)
	for _, n := range p.lengths {
		b = number(b, n)
	}
	b = append(append(b, sized(p.entries, p.head)...), p.body...)
	for _, tag := range tags {
		b = values(b, tag.values)
	}
	return b
}
