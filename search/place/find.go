package place

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	maxWords   = 6 // of a name
	maxLetters = 8 // files of names that one text may need
)

// A search is one text under way.
type search struct {
	atlas  *Atlas
	text   string
	tokens []token
	wanted []byte // the first letters of names to look for
	known  func(word string) bool
}

// Find finds the place that a text names, and what else it names. Known says
// which words are no names misspelt, as those that the site's index holds; nil
// knows none. Whatever the text, Find answers.
func (a *Atlas) Find(text string, known func(word string) bool) Mention {
	text = strings.ToValidUTF8(text, "\uFFFD")
	s := &search{atlas: a, text: text, tokens: tokens(text), known: known}
	s.wanted = wantedLetters(s.tokens)
	found := s.codes()
	found = append(found, s.names(found)...)
	if len(found) == 0 {
		found = s.guess()
	}
	return s.choose(found)
}

// wantedLetters are the letters whose names are looked for: first those of
// words that follow a cue, then the others, as they come.
func wantedLetters(tokens []token) []byte {
	var wanted []byte
	for _, cued := range []bool{true, false} {
		for i, t := range tokens {
			c := t.word[0]
			if cued && (i == 0 || !cues[tokens[i-1].word]) || stops[t.word] || c < 'a' || c > 'z' {
				continue
			}
			if len(t.word) < 2 && (i+1 == len(tokens) || tokens[i+1].plain != "&") { // B&NES
				continue
			}
			if len(wanted) < maxLetters && !slices.Contains(wanted, c) {
				wanted = append(wanted, c)
			}
		}
	}
	return wanted
}

// names finds the names in the text that lie beside the findings.
func (s *search) names(beside []*finding) []*finding {
	var found []*finding
	for i := 0; i < len(s.tokens); i++ {
		if f := s.nameAt(i); f != nil && !overlaps(f, beside) {
			found = append(found, f)
			i = f.to - 1
		}
	}
	return found
}

func overlaps(f *finding, others []*finding) bool {
	return slices.ContainsFunc(others, func(o *finding) bool { return f.from < o.to && o.from < f.to })
}

// nameAt finds the longest name that begins at a token, with the words that
// belong to it: london borough of barnet, barnet council.
func (s *search) nameAt(i int) *finding {
	var best *finding
	for _, p := range leading {
		if s.says(i, p) {
			if f := s.bareName(i, i+len(p)); f != nil && (best == nil || f.to >= best.to) {
				best = f
			}
		}
	}
	if f := s.bareName(i, i); f != nil && (best == nil || f.to >= best.to) {
		best = f // the city of london is a name of its own
	}
	return best
}

// bareName finds the longest name that begins at a token; from is where the
// words before it begin.
func (s *search) bareName(from, at int) *finding {
	for n := min(maxWords, len(s.tokens)-at); n > 0; n-- {
		k := s.join(at, n)
		if e := s.atlas.entry(k, s.wanted); e != nil {
			return s.finding(e, from, at, at+n)
		}
	}
	return nil
}

func (s *search) join(at, n int) string {
	words := make([]string, n)
	for i, t := range s.tokens[at : at+n] {
		words[i] = t.word
	}
	return strings.Join(words, " ")
}

// says reports whether the tokens from i on are those of a phrase.
func (s *search) says(i int, phrase []string) bool {
	if i+len(phrase) > len(s.tokens) {
		return false
	}
	for j, w := range phrase {
		if s.tokens[i+j].plain != w {
			return false
		}
	}
	return true
}

func (s *search) in(set map[string]bool, i int) bool {
	return i >= 0 && i < len(s.tokens) && set[s.tokens[i].plain]
}

// finding judges a name by the words around it.
func (s *search) finding(e *entry, from, at, to int) *finding {
	f := &finding{from: from, to: to, wide: e.wide, letters: utf8.RuneCountInString(e.key)}
	for _, p := range trailing {
		if s.says(to, p) {
			f.to = to + len(p)
			break
		}
	}
	f.cutFrom, f.cutTo = s.cut(f.from), f.to
	shown := f.cutFrom < from || at > from && s.tokens[from].plain != "the" || f.to > to || s.in(signs, f.to) || s.in(signs, f.cutFrom-1)
	alone := f.from == 0 && f.to == len(s.tokens)
	f.Typed, f.Name = s.text[s.tokens[f.from].start:s.tokens[f.to-1].end], e.name
	f.Soft = e.manner != plainly && !shown
	f.shy = e.manner == shy && f.Soft && !alone
	f.places(e.areas, (len(e.areas) == 1 || e.first) && (!f.Soft || alone))
	return f
}

// cut is where the words begin that lead to a name: in the.
func (s *search) cut(from int) int {
	cut := from
	if cut > 0 && s.tokens[cut-1].plain == "the" {
		cut--
	}
	if s.in(cues, cut-1) {
		return cut - 1
	}
	return from
}
