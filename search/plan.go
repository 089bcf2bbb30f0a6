package search

import (
	"cmp"
	"context"
	"strings"
	"unicode"
)

// Limits and weights of a plan, which both sides share.
const (
	maxText    = 1000 // characters of a question; more than a person types
	maxTerms   = 10   // words of a question, and clauses of a plan: above, Bleve adds scores in an order of its own
	maxNear    = 8    // terms tried for one unknown word
	maxMeant   = 4    // words of a synonym's meaning
	meantBoost = 0.5  // of a word that was meant, beside one that was typed
	wholeBoost = 10   // of a whole name, above any other score
)

// A Question is what to look for.
type Question struct {
	Text string // the words to look for, without the place they are about
	// Whole is all that was typed, if Text is a part of it: a document with
	// this name comes first.
	Whole string
	Exact bool     // take the words as they are: no slips, synonyms or near words
	Packs []string // answer from the words of these packs alone, as a browser does
}

// A Plan is a question made ready for the index. Documents that hold any of a
// clause's terms match it; documents that match any clause are found.
type Plan struct {
	Clauses  []Clause      `json:"clauses"`
	Replaced []Replacement `json:"replaced,omitempty"` // slips: other words were looked for
	Offered  []Replacement `json:"offered,omitempty"`  // what might be slips: both were looked for
	Synonyms []Recognised  `json:"synonyms,omitempty"`
	Maybe    []Recognised  `json:"maybe,omitempty"` // synonyms that are everyday words too: both were looked for
	Near     []NearWord    `json:"near,omitempty"`
	Missing  []string      `json:"missing,omitempty"` // words that no document has
}

// A Clause is one word of the question and the terms that stand for it.
type Clause struct {
	Word  string `json:"word"`
	Terms []Term `json:"terms"`
}

// A Term is a term of the index, the number of documents that have it, of the
// whole index always, and its weight.
type Term struct {
	Term      string  `json:"term"`
	Documents int     `json:"documents"`
	Boost     float64 `json:"boost"`
}

// A Replacement is a slip, as it was typed, and what it means.
type Replacement struct {
	Typed string `json:"typed"`
	Means string `json:"means"`
}

// A Recognised is a synonym that was found in the question, as it was typed.
type Recognised struct {
	Typed   string   `json:"typed"`
	Means   string   `json:"means"`
	Targets []string `json:"targets,omitempty"`
}

// A NearWord is a word that no document has, and the terms tried for it.
type NearWord struct {
	Word  string   `json:"word"`
	Terms []string `json:"terms"`
}

// Plan makes a question ready. Asked of the same documents, the reader in the
// browser makes the same plan.
func (i *Index) Plan(ctx context.Context, q Question) (Plan, error) {
	p := planner{ctx: ctx, phrases: i.phrases, exact: q.Exact, seen: map[string]bool{},
		words: vocabulary{i, q.Packs}}
	text, typed := cut(q.Text), cut(cmp.Or(q.Whole, q.Text))
	p.mixed = strings.ContainsFunc(text, unicode.IsLower)
	if err := p.text(text); err != nil {
		return Plan{}, err
	}
	return p.plan, p.whole(typed)
}

// cut shortens a text to maxText characters.
func cut(text string) string {
	if characters := []rune(text); len(characters) > maxText {
		return string(characters[:maxText])
	}
	return text
}
