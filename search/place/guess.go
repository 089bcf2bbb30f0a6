package place

import (
	"slices"
	"unicode/utf8"
)

const (
	maxGuessed   = 20 // words of a text that are taken for misspelt names
	leastGuessed = 5  // letters of the shortest of them
	longGuessed  = 8  // letters from which two slips are forgiven
)

// guess finds the name that is spelt most like words of the text that nobody
// knows, with the same first letter.
func (s *search) guess() []*finding {
	var best *finding
	least, of, tried := 1, 0, 0 // the fewest slips so far, and of how many letters
	for i := 0; i < len(s.tokens) && tried < maxGuessed; i++ {
		runs := s.guessable(i)
		if len(runs) > 0 {
			tried++
		}
		for _, n := range runs {
			typed := s.join(i, n)
			letters := utf8.RuneCountInString(typed)
			if e, d := s.likest(typed, letters); e != nil && (best == nil || d*of < least*letters) {
				best, least, of = s.guessed(e, i, i+n), d, letters
			}
		}
	}
	if best == nil {
		return nil
	}
	return []*finding{best}
}

// guessable says how many words from the i-th on may be a misspelt name: two
// if one of them is unknown, or an unknown one.
func (s *search) guessable(i int) []int {
	var runs []int
	known := s.isKnown(i)
	if i+1 < len(s.tokens) && !stops[s.tokens[i].word] && !(known && s.isKnown(i+1)) {
		runs = append(runs, 2)
	}
	if !known {
		runs = append(runs, 1)
	}
	return runs
}

// isKnown reports whether a word is an ordinary one.
func (s *search) isKnown(i int) bool {
	t := s.tokens[i]
	return stops[t.word] || cues[t.word] || s.known != nil && s.known(t.plain)
}

// likest is the name with the fewest slips, if they are few enough; of several,
// the weightiest.
func (s *search) likest(typed string, letters int) (*entry, int) {
	l := s.atlas.letters[typed[0]]
	if letters < leastGuessed || !slices.Contains(s.wanted, typed[0]) || l == nil {
		return nil, 0
	}
	most := 1
	if letters >= longGuessed {
		most = 2
	}
	var best *entry
	for i := range l.entries[:l.guessable] {
		e := &l.entries[i]
		if e.manner != plainly || len(e.key) < leastGuessed-1 {
			continue
		}
		if d := slips([]rune(typed), []rune(e.key), most); d <= most {
			best, most = e, d-1
		}
	}
	return best, most + 1
}

func (s *search) guessed(e *entry, from, to int) *finding {
	f := &finding{from: from, to: to, cutFrom: s.cut(from), cutTo: to}
	f.Typed, f.Name = s.text[s.tokens[from].start:s.tokens[to-1].end], e.name
	f.places(e.areas, false)
	f.Guess = true
	return f
}

// slips counts the letters that are missing, added, changed or swapped with
// their neighbour between two words (optimal string alignment), up to most+1.
func slips(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			row[j+1] = min(last[j+1], row[j]) + 1
			if a[i] == b[j] {
				row[j+1] = min(row[j+1], last[j])
			} else {
				row[j+1] = min(row[j+1], last[j]+1)
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
