package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Term is a word of the glossary, and how it is written in texts.
type Term struct {
	ID    string
	Title string
	Forms []string // other ways to write it, such as its short form
}

// A Glossary finds terms in texts. A term is found as whole words, in its
// title or one of its forms, in the plural or with 's too. Short forms count
// in their very letters alone: SEND is a term, and "send" is what is done with
// a letter. Where several forms begin at one word, the longest counts; where
// two terms have the same form, the term that comes first.
type Glossary struct {
	address func(id string) string
	forms   map[string][]form // by the first word in small letters, longest first
}

// A form is one way to write a term: words, and what stands between them.
type form struct {
	id    string
	words []string
	gaps  []string
	size  int
}

// NewGlossary makes a glossary. The address is what a link to a term holds; a
// term whose address is "" is known, and not linked.
func NewGlossary(terms []Term, address func(id string) string) *Glossary {
	g := &Glossary{address: address, forms: map[string][]form{}}
	for _, t := range terms {
		for _, written := range append([]string{t.Title}, t.Forms...) {
			g.add(t.ID, written)
		}
	}
	for _, forms := range g.forms {
		slices.SortStableFunc(forms, func(a, b form) int { return b.size - a.size })
	}
	return g
}

// add files a form under each word with which a text can begin it.
func (g *Glossary) add(id, written string) {
	at := split(written)
	if len(at) == 0 {
		return
	}
	f := form{id: id, size: len(written)}
	for i, w := range at {
		f.words = append(f.words, w.of(written))
		if i > 0 {
			f.gaps = append(f.gaps, squeeze(written[at[i-1].end:w.start]))
		}
	}
	firsts := []string{f.words[0]}
	if len(f.words) == 1 {
		firsts = inflected(f.words[0])
	}
	for _, first := range firsts {
		key := strings.ToLower(straight(first))
		g.forms[key] = append(g.forms[key], f)
	}
}

// A stretch is a part of a text, in bytes.
type stretch struct{ start, end int }

func (s stretch) of(text string) string { return text[s.start:s.end] }

// A hit is a term in a text.
type hit struct {
	id string
	stretch
}

// hits are the terms of a text of UTF-8, in its order. No two of them overlap.
func (g *Glossary) hits(text string) []hit {
	var found []hit
	words := split(text)
	for i := 0; i < len(words); i++ {
		f, ok := g.at(text, words[i:])
		if !ok {
			continue
		}
		last := i + len(f.words) - 1
		found = append(found, hit{f.id, stretch{words[i].start, words[last].end}})
		i = last
	}
	return found
}

// at is the longest form with which the words of a text begin.
func (g *Glossary) at(text string, words []stretch) (form, bool) {
	first := words[0]
	if first.start > 0 && strings.ContainsRune(`&#\`, rune(text[first.start-1])) {
		return form{}, false // the middle of a sign such as &amp;
	}
	for _, f := range g.forms[strings.ToLower(straight(first.of(text)))] {
		if f.begins(text, words) {
			return f, true
		}
	}
	return form{}, false
}

func (f form) begins(text string, words []stretch) bool {
	if len(words) < len(f.words) {
		return false
	}
	last := len(f.words) - 1
	for i, want := range f.words {
		got := words[i].of(text)
		if i > 0 && squeeze(text[words[i-1].end:words[i].start]) != f.gaps[i-1] {
			return false
		}
		if !same(got, want) && (i < last || !slices.ContainsFunc(inflected(want), func(w string) bool { return same(got, w) })) {
			return false
		}
	}
	return true
}

// same compares a word with that of a form: short forms in these very letters.
func same(got, want string) bool {
	if got, want = straight(got), straight(want); isShortForm(want) {
		return got == want
	}
	return strings.EqualFold(got, want)
}

// inflected is a word as it can stand in a text: one, many, or whose.
func inflected(word string) []string {
	forms := []string{word, word + "s", word + "'s"}
	stem, y := strings.CutSuffix(word, "y")
	switch before, _ := utf8.DecodeLastRuneInString(stem); {
	case isShortForm(word):
	case y && !strings.ContainsRune("aeiou", before):
		forms = append(forms, stem+"ies")
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		forms = append(forms, word+"es")
	}
	return forms
}

// isShortForm reports whether a word is made of first letters, as SENCO or
// PfA: it has two capitals or more, and they are half of it or more.
func isShortForm(word string) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return capitals > 1 && 2*capitals >= letters
}

// joins are what stands within a word: an apostrophe, a hyphen, and what holds
// an address together. So "mediation" is no word of mediation@example.org.
const joins = "'’-‐‑.@/_:&"

// split finds the words of a text: letters and digits, and what joins them.
func split(text string) []stretch {
	var words []stretch
	inside := false
	for i, r := range text {
		switch {
		case isWordly(r) && !inside:
			words, inside = append(words, stretch{i, i + utf8.RuneLen(r)}), true
		case isWordly(r):
			words[len(words)-1].end = i + utf8.RuneLen(r)
		case inside:
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			inside = strings.ContainsRune(joins, r) && isWordly(after)
		}
	}
	return words
}

func isWordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

var spaces = regexp.MustCompile(`[\s\x{A0}]+`)

// squeeze makes one space of any run of them, and of a line's end.
func squeeze(gap string) string { return spaces.ReplaceAllString(gap, " ") }

// straight writes the apostrophe as keyboards do.
func straight(word string) string { return strings.ReplaceAll(word, "’", "'") }
