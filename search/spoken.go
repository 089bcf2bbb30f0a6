package search

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A spoken is one file of the lexicon's phrases, which are folded.
type spoken struct {
	Meanings [][]any `json:"y"` // phrase, means; of a synonym its targets, and 1 if it is an everyday word too
	Slips    [][]any `json:"m"` // phrase, means
}

// phrases writes the phrases in byte order, cut into files that are small
// enough to fetch for one word. All phrases of a first word are in one file.
func (e *exporter) phrases(p *phrases) error {
	e.manifest.Acronyms = strings.Join(slices.Sorted(maps.Keys(p.acronyms)), " ")
	all := slices.AppendSeq(slices.Collect(maps.Keys(p.meanings)), maps.Keys(p.slips))
	slices.Sort(all)
	all = slices.Compact(all)
	last := ""
	for at := 0; at < len(all); {
		name := fmt.Sprintf("y/%d.json", len(e.manifest.Phrases))
		e.manifest.Phrases = append(e.manifest.Phrases, fence(last, firstWord(all[at])))
		file := spoken{[][]any{}, [][]any{}}
		for size := 0; at < len(all) && (size <= spokenBytes || firstWord(all[at]) == last); at++ {
			size += file.add(p, all[at])
			last = firstWord(all[at])
		}
		text, err := compact(file)
		if err != nil {
			return err
		}
		e.files[name] = text
	}
	return nil
}

func firstWord(phrase string) string {
	word, _, _ := strings.Cut(phrase, " ")
	return word
}

// add adds what the lexicon has of a phrase, and returns its length.
func (s *spoken) add(p *phrases, phrase string) (size int) {
	if m, ok := p.meanings[phrase]; ok {
		entry := []any{phrase, m.means}
		if !m.slip {
			entry = append(entry, append([]string{}, m.targets...))
		}
		if m.everyday {
			entry = append(entry, 1)
		}
		s.Meanings = append(s.Meanings, entry)
		size += len(phrase) + len(m.means) + len(strings.Join(m.targets, ""))
	}
	if m, ok := p.slips[phrase]; ok {
		s.Slips = append(s.Slips, []any{phrase, m.Means})
		size += len(phrase) + len(m.Means)
	}
	return size
}
