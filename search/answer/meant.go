package answer

import (
	"cmp"
	"slices"

	"signpost/search"
)

// Kinds of help pages by which those that words mean by name are ordered.
const (
	KindUrgent   = "urgent"   // about what cannot wait
	KindHelp     = "help"     // about something that happens to a family
	KindOverview = "overview" // about a whole, of which other pages are parts
	KindWord     = "word"     // what a word means: no page that helps
)

// targets are the pages that words mean by name, each once.
func targets(recognised []search.Recognised) []string {
	var list []string
	for _, r := range recognised {
		for _, target := range r.Targets {
			if !slices.Contains(list, target) {
				list = append(list, target)
			}
		}
	}
	return list
}

// order puts the pages that words mean by name in order. What happens to a
// family, the urgent first, comes before whom it happens to, for such a page
// says what to do now; then overviews, and what the words mean besides. Of
// equals the page comes first that holds more of the question.
func order(meant []search.Hit, recognised []search.Recognised, found []search.Hit) {
	scores := map[string]float64{}
	for _, h := range found {
		scores[h.Address] = h.Score
	}
	slices.SortStableFunc(meant, func(a, b search.Hit) int {
		return cmp.Or(turn(a, recognised)-turn(b, recognised), cmp.Compare(scores[b.Address], scores[a.Address]))
	})
}

// wordsLast puts what words mean after the pages that help.
func wordsLast(found []search.Hit) {
	last := func(h search.Hit) int {
		if h.Row.Kind == KindWord {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(found, func(a, b search.Hit) int { return last(a) - last(b) })
}

// turn is the place of a page's kind among those that words mean by name.
func turn(h search.Hit, recognised []search.Recognised) int {
	first := func(r search.Recognised) bool { return len(r.Targets) > 0 && r.Targets[0] == h.Address }
	switch {
	case !slices.ContainsFunc(recognised, first):
		return 4
	case h.Row.Kind == KindUrgent:
		return 0
	case h.Row.Kind == KindHelp:
		return 1
	case h.Row.Kind == KindOverview:
		return 3
	}
	return 2
}
