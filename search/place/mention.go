package place

import (
	"slices"
	"strings"
)

// A Mention is a place that a text names. Its zero value, but for Rest, says
// that the text names none.
type Mention struct {
	Typed   string   `json:"typed,omitempty"`   // as it stands in the text
	Name    string   `json:"name,omitempty"`    // as the place is written: N1 2AB, St Albans
	Areas   []string `json:"areas,omitempty"`   // slugs of areas of England that may be meant, the likeliest first
	Nations []string `json:"nations,omitempty"` // slugs of other nations that may be meant

	// Sure says that nobody need be asked: the first of Areas, or the one
	// nation, is meant; further Areas have a far smaller place of that name,
	// or lie in the county of that name. A Mention that is not sure has
	// something to ask, or, with neither Areas nor Nations, is a postcode
	// that nobody lists.
	Sure bool `json:"sure,omitempty"`

	// Soft says that what was typed is also an ordinary word, as "reading":
	// offer the place, and search for the word. Rest keeps it.
	Soft bool `json:"soft,omitempty"`

	// Guess says that the text has no name and this one is spelt like a word
	// of it: ask "did you mean?". A guess is never sure.
	Guess bool `json:"guess,omitempty"`

	Rest string    `json:"rest,omitempty"` // the text without the place and the words that led to it
	Also []Mention `json:"also,omitempty"` // what else it names, in the text's order; these have neither Rest nor Also
}

// Found reports whether the text names a place.
func (m Mention) Found() bool { return m.Typed != "" }

// mostAlso bounds how many further places are told.
const mostAlso = 5

// A finding is a Mention under way.
type finding struct {
	Mention
	from, to       int // its tokens
	cutFrom, cutTo int // the tokens to leave out of Rest
	code, wide     bool
	shy            bool // an ordinary word, as long as nothing shows that it is a name
	letters        int  // of the name, to prefer the longer
}

// places divides where something lies into England and abroad, and judges
// whether that needs a question.
func (m *Mention) places(list []string, sure bool) {
	m.Areas, m.Nations = nil, nil
	for _, p := range list {
		if IsNation(p) {
			m.Nations = append(m.Nations, p)
		} else {
			m.Areas = append(m.Areas, p)
		}
	}
	m.Sure = sure
}

// all lists Areas and then Nations.
func (m *Mention) all() []string { return slices.Concat(m.Areas, m.Nations) }

// before reports whether a is the better answer: what is no ordinary word,
// what lies somewhere, a postcode, a town rather than a county, the longer
// name, the first.
func (a *finding) before(b *finding) bool {
	for _, says := range [][2]bool{{!a.Soft, !b.Soft}, {len(a.all()) > 0, len(b.all()) > 0}, {a.code, b.code}, {!a.wide, !b.wide}} {
		if says[0] != says[1] {
			return says[0]
		}
	}
	if a.letters != b.letters && !a.code {
		return a.letters > b.letters
	}
	return a.from < b.from
}

// choose makes one Mention of all that was found.
func (s *search) choose(found []*finding) Mention {
	if found = confirmed(found); len(found) == 0 {
		return Mention{Rest: s.rest(nil)}
	}
	best := found[0]
	for _, f := range found[1:] {
		if f.before(best) {
			best = f
		}
	}
	also := slices.DeleteFunc(slices.Clone(found), func(f *finding) bool { return f == best || best.narrow(f) })
	m := best.Mention
	slices.SortStableFunc(also, func(a, b *finding) int { return a.from - b.from })
	for _, f := range also {
		told := slices.ContainsFunc(m.Also, func(o Mention) bool { return o.Name == f.Name })
		if !told && len(m.Also) < mostAlso {
			m.Also = append(m.Also, f.Mention)
		}
	}
	m.Rest = s.rest(slices.DeleteFunc(found, func(f *finding) bool { return f.Soft }))
	return m
}

// confirmed drops ordinary words. Before a county in which it lies, each is
// the name of a place: march, cambridgeshire.
func confirmed(found []*finding) []*finding {
	for _, f := range found {
		for _, g := range found {
			if f.Soft && f.to == g.from && g.wide {
				f.narrow(g)
			}
		}
	}
	return slices.DeleteFunc(found, func(f *finding) bool { return f.shy && f.Soft })
}

// narrow uses another place in the text to tell which of several is meant:
// Newport, Isle of Wight. It reports whether the two have an area in common,
// so that the other need not be told.
//
// A soft name that lies in another is a name.
func (a *finding) narrow(b *finding) bool {
	var both []string
	for _, p := range a.all() {
		if slices.Contains(b.all(), p) {
			both = append(both, p)
		}
	}
	if len(both) == 0 {
		return false
	}
	if len(both) < len(a.all()) {
		a.places(both, len(both) == 1)
	}
	if !b.Soft {
		a.Soft, a.Sure = false, a.Sure || len(both) == 1
	}
	return true
}

// rest is the text without the tokens of the findings.
func (s *search) rest(found []*finding) string {
	cut := make([]bool, len(s.tokens))
	for _, f := range found {
		for i := f.cutFrom; i < f.cutTo; i++ {
			cut[i] = true
		}
	}
	var b strings.Builder
	at := 0
	for i, t := range s.tokens {
		if cut[i] {
			b.WriteString(s.text[at:t.start])
			b.WriteByte(' ')
			at = t.end
		}
	}
	b.WriteString(s.text[at:])
	return strings.Trim(strings.Join(strings.FieldsFunc(b.String(), isBlank), " "), aside)
}

// aside are the signs that are left over at the ends of a Rest.
const aside = " ,.;:!?()'\"_/&|-"

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00A0' }
