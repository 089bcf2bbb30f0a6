package place

import (
	"slices"
	"strings"
)

// A Suggestion is a name that begins with what is being typed.
type Suggestion struct {
	Name  string   `json:"name"`
	Areas []string `json:"areas"` // slugs of areas and nations, the likeliest first
	First bool     `json:"first"` // the first of them is meant; the others are far smaller
}

// Suggest lists up to n names that begin with the letters typed, the most
// populous first.
func (a *Atlas) Suggest(typed string, n int) []Suggestion {
	prefixes := prefixes(typed)
	if len(prefixes) == 0 || a.letters[prefixes[0][0]] == nil {
		return nil
	}
	var found []Suggestion
	for _, e := range a.letters[prefixes[0][0]].entries {
		if len(found) == n {
			break
		}
		begins := func(prefix string) bool { return strings.HasPrefix(e.key, prefix) }
		if slices.ContainsFunc(prefixes, begins) {
			found = append(found, Suggestion{e.name, e.areas, e.first || len(e.areas) == 1})
		}
	}
	return found
}

// prefixes are the beginnings of keys that may be meant: "st" begins Stockport
// and St Albans.
func prefixes(typed string) []string {
	folded := key(typed)
	words := tokens(typed)
	if folded == "" {
		return nil
	}
	last := words[len(words)-1]
	return []string{folded, strings.TrimSuffix(folded, last.word) + last.plain}
}
