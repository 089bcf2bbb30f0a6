package search

import (
	"strings"
	"unicode"
)

// A Lexicon is what the index cannot know of how families write.
type Lexicon struct {
	Synonyms     []Synonym     `json:"synonyms"`
	Misspellings []Misspelling `json:"misspellings"`
	Crisis       []Crisis      `json:"crisis"`
}

// A Synonym says what a family's words mean here.
type Synonym struct {
	Typed   string   `json:"typed"`
	Means   string   `json:"means"`             // words that are looked for too
	Targets []string `json:"targets,omitempty"` // addresses of the pages about it
	// Offer says that Typed is an everyday word too, as ADD and SALT are. It
	// is sure to be meant only in capitals, or if nothing else was typed.
	Offer bool `json:"offer,omitempty"`
}

// A Misspelling is a common slip. It is replaced by what it means or, as an
// Offer, when it is a word of its own, looked for beside it.
type Misspelling struct {
	Typed string `json:"typed"`
	Means string `json:"means"`
	Offer bool   `json:"offer,omitempty"`
}

// A Crisis is a phrase that asks for urgent help, of some kind: self-harm,
// hurt, danger.
type Crisis struct {
	Typed string `json:"typed"`
	Kind  string `json:"kind"`
}

// InCrisis is the kind of the first phrase of Crisis that the text holds as
// whole words, or "".
func (l Lexicon) InCrisis(text string) string {
	words := " " + phrase(split(text)) + " "
	for _, c := range l.Crisis {
		if typed := phrase(split(c.Typed)); typed != "" && strings.Contains(words, " "+typed+" ") {
			return c.Kind
		}
	}
	return ""
}

// phrases is a Lexicon made ready for planning.
type phrases struct {
	slips    map[string]Misspelling // those to be replaced
	meanings map[string]meaning
	acronyms map[string]bool // as the index has them
	longest  int             // words of the longest phrase
}

// A meaning is a Synonym, or a Misspelling that is an offer.
type meaning struct {
	means    string
	targets  []string
	slip     bool // a Misspelling
	everyday bool // an everyday word too
}

func (l Lexicon) phrases() *phrases {
	p := &phrases{slips: map[string]Misspelling{}, meanings: map[string]meaning{}, acronyms: map[string]bool{}}
	for _, s := range l.Synonyms {
		enter(p, p.meanings, s.Typed, meaning{means: s.Means, targets: s.Targets, everyday: s.Offer})
		p.collect(s.Typed + " " + s.Means)
	}
	for _, m := range l.Misspellings {
		if m.Offer {
			enter(p, p.meanings, m.Typed, meaning{means: m.Means, slip: true})
		} else {
			enter(p, p.slips, m.Typed, m)
		}
		p.collect(m.Means)
	}
	return p
}

// enter adds an entry under its folded words. Of two the first stays.
func enter[E any](p *phrases, entries map[string]E, typed string, entry E) {
	words := split(typed)
	if _, ok := entries[phrase(words)]; ok || len(words) == 0 {
		return
	}
	entries[phrase(words)] = entry
	p.longest = max(p.longest, len(words))
}

// collect adds the acronyms of a text, which are its words in capitals.
func (p *phrases) collect(text string) {
	for _, w := range split(text) {
		if isAcronym(w.raw) {
			for _, term := range Analyze(w.raw) {
				p.acronyms[term] = true
			}
		}
	}
}

// isAcronym reports whether a word is written in capitals: two at least, and
// no small letter.
func isAcronym(raw string) bool {
	capitals := 0
	for _, r := range raw {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		}
	}
	return capitals > 1
}

// A match is a phrase of n words at a place of a text.
type match[E any] struct {
	at, n int
	entry E
}

// recognise finds the phrases of a text: from left to right, the longest
// first, none overlapping.
func recognise[E any](words []word, entries map[string]E, longest int) []match[E] {
	var found []match[E]
	for at := 0; at < len(words); {
		n := min(longest, len(words)-at)
		for ; n > 0; n-- {
			if entry, ok := entries[phrase(words[at:at+n])]; ok {
				found = append(found, match[E]{at, n, entry})
				break
			}
		}
		at += max(n, 1)
	}
	return found
}
