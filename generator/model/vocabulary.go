package model

import (
	"fmt"
	"slices"
	"strings"
)

// A Term is one entry of a vocabulary: a stable id, the plain words for it,
// and one line that says what it means. The other fields belong to some of
// the vocabularies only.
type Term struct {
	ID      string
	Label   string
	Meaning string
	Source  string

	Code                    string   // needs: the school census's code
	Group                   string   // needs: the broad area of need; crisis: self-harm, hurt or danger
	Tag, Direction, OwnName string   // languages: BCP 47, ltr or rtl, its name in itself
	Law                     string   // promises: the law that makes it true
	GoesTo                  []string // synonyms: targets, the one to see first before the others; see [Directory.TargetAddress]
	Offer                   bool     // misspellings and synonyms: also an everyday word, so the meaning is offered and replaces nothing
	Where                   Where
}

// Terms is a vocabulary in the order of its file.
type Terms []Term

// Find returns the term with the id.
func (ts Terms) Find(id string) (Term, bool) {
	i := slices.IndexFunc(ts, func(t Term) bool { return t.ID == id })
	if i < 0 {
		return Term{}, false
	}
	return ts[i], true
}

// IDs lists the ids of the vocabulary.
func (ts Terms) IDs() []string {
	ids := make([]string, len(ts))
	for i, t := range ts {
		ids[i] = t.ID
	}
	return ids
}

// Labels turns ids into their plain words, in the given order.
func (ts Terms) Labels(ids []string) []string {
	var labels []string
	for _, id := range ids {
		if t, ok := ts.Find(id); ok {
			labels = append(labels, t.Label)
		}
	}
	return labels
}

// VocabularyNames lists the files of data/vocabulary, without .csv.
var VocabularyNames = []string{"audiences", "channels", "communities", "crisis", "delivery", "kinds", "languages",
	"misspellings", "moments", "needs", "promises", "routes", "statuses", "support", "synonyms", "wording"}

// CrisisGroups are the groups of the vocabulary crisis: words by which somebody
// says that she wants to hurt herself, that somebody hurts her, or that
// something bad may happen now.
var CrisisGroups = []string{"self-harm", "hurt", "danger"}

// Vocabulary holds every vocabulary by the name of its file.
type Vocabulary map[string]Terms

// Say returns the wording with the id, each {placeholder} replaced by the word
// that follows its name in pairs. An id that is not in the file is a mistake
// of the program: the reader of the files has made sure of [Wordings].
func (v Vocabulary) Say(id string, pairs ...string) string {
	t, ok := v["wording"].Find(id)
	if !ok {
		panic(fmt.Sprintf("no wording %q in the vocabulary", id))
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(t.Label)
}
