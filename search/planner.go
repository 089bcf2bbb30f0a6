package search

import (
	"cmp"
	"context"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A planner makes one plan.
type planner struct {
	ctx     context.Context
	phrases *phrases
	words   vocabulary
	exact   bool
	mixed   bool            // the text has small letters, so capitals mean an acronym
	seen    map[string]bool // terms of the text, each of which is asked once
	plan    Plan
}

// text plans for the words of a question.
func (p *planner) text(text string) error {
	words := split(text)
	if p.exact {
		return p.each(words)
	}
	words = p.replace(words)
	at := 0
	for _, m := range recognise(words, p.phrases.meanings, p.phrases.longest) {
		if err := p.each(words[at:m.at]); err != nil {
			return err
		}
		at = m.at + m.n
		if len(words) == m.n || p.mixed && isAcronym(typed(words[m.at:at])) {
			m.entry.everyday = false
		}
		if err := p.mean(words[m.at:at], m.entry); err != nil {
			return err
		}
	}
	return p.each(words[at:])
}

// replace puts what slips mean in their place.
func (p *planner) replace(words []word) []word {
	var right []word
	at := 0
	for _, m := range recognise(words, p.phrases.slips, p.phrases.longest) {
		right = append(right, words[at:m.at]...)
		at = m.at + m.n
		for _, w := range split(m.entry.Means) {
			w.sure = true
			right = append(right, w)
		}
		p.plan.Replaced = append(p.plan.Replaced, Replacement{typed(words[m.at:at]), m.entry.Means})
	}
	return append(right, words[at:]...)
}

// each adds a clause for each word that the vocabulary holds, or for those
// near it.
func (p *planner) each(words []word) error {
	for _, w := range words {
		for _, term := range p.unseen(w) {
			terms, err := p.stand(w, term)
			if err != nil {
				return err
			}
			if len(terms) == 0 {
				p.plan.Missing = append(p.plan.Missing, w.raw)
				continue
			}
			p.plan.Clauses = append(p.plan.Clauses, Clause{w.raw, terms})
		}
	}
	return nil
}

// unseen is the terms of a word that are asked for the first time, while
// there is room.
func (p *planner) unseen(w word) []string {
	var terms []string
	for _, term := range Analyze(w.raw) {
		if !p.seen[term] && len(p.seen) < maxTerms {
			p.seen[term] = true
			terms = append(terms, term)
		}
	}
	return terms
}

// stand is the terms that stand for a term of the question: itself or, if no
// document has it, those near it.
func (p *planner) stand(w word, term string) ([]Term, error) {
	if n, err := p.words.documents(p.ctx, term); n > 0 || err != nil {
		return []Term{{term, n, 1}}, err
	}
	most := p.edits(w, term)
	if most == 0 {
		return nil, nil
	}
	near, err := p.near([]rune(term), most)
	if err != nil || len(near) == 0 {
		return nil, err
	}
	var names []string
	for _, t := range near {
		names = append(names, t.Term)
	}
	p.plan.Near = append(p.plan.Near, NearWord{w.raw, names})
	return near, nil
}

// edits is how many edits away a term may be that stands for an unknown one:
// none for a short word, a number or an acronym, which would be another.
func (p *planner) edits(w word, term string) int {
	letters := utf8.RuneCountInString(term)
	acronym := p.phrases.acronyms[term] || p.mixed && isAcronym(w.raw)
	switch {
	case p.exact || w.sure || acronym || letters < 4 || hasNumber(term):
		return 0
	case letters < 6:
		return 1
	}
	return 2
}

func hasNumber(term string) bool {
	return slices.ContainsFunc([]rune(term), unicode.IsNumber)
}

// near is the terms of the vocabulary that begin alike and are the fewest
// edits away, the most frequent first.
func (p *planner) near(term []rune, most int) ([]Term, error) {
	all, err := p.words.index.Terms(string(term[:1]))
	if err != nil {
		return nil, err
	}
	type candidate struct {
		term             string
		edits, documents int
	}
	var candidates []candidate
	for _, other := range all {
		edits := distance(term, []rune(other), most)
		if edits > most || p.phrases.acronyms[other] {
			continue
		}
		documents, err := p.words.documents(p.ctx, other)
		if err != nil {
			return nil, err
		}
		if documents > 0 {
			candidates = append(candidates, candidate{other, edits, documents})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(a.edits-b.edits, b.documents-a.documents, cmp.Compare(a.term, b.term))
	})
	var terms []Term
	for _, c := range candidates[:min(len(candidates), maxNear)] {
		if c.edits > candidates[0].edits {
			break
		}
		terms = append(terms, Term{c.term, c.documents, 1 / float64(c.edits+1)})
	}
	return terms, nil
}

// mean adds clauses for the words of a phrase that means something else, and
// the words of its meaning to the first of them.
func (p *planner) mean(words []word, m meaning) error {
	p.recognised(typed(words), m)
	first := len(p.plan.Clauses)
	for _, w := range words {
		for _, term := range p.unseen(w) {
			n, err := p.words.documents(p.ctx, term)
			if err != nil {
				return err
			}
			if n > 0 {
				p.plan.Clauses = append(p.plan.Clauses, Clause{w.raw, []Term{{term, n, 1}}})
			}
		}
	}
	meant, err := p.meant(m.means)
	switch {
	case err != nil:
		return err
	case len(p.plan.Clauses) > first:
		p.plan.Clauses[first].Terms = append(p.plan.Clauses[first].Terms, meant...)
	case len(meant) == 0:
		p.plan.Missing = append(p.plan.Missing, typed(words))
	case first < maxTerms:
		p.plan.Clauses = append(p.plan.Clauses, Clause{typed(words), meant})
	}
	return nil
}

// recognised keeps what a phrase was taken for.
func (p *planner) recognised(typed string, m meaning) {
	switch {
	case m.slip:
		p.plan.Offered = append(p.plan.Offered, Replacement{typed, m.means})
	case m.everyday:
		p.plan.Maybe = append(p.plan.Maybe, Recognised{typed, m.means, m.targets})
	default:
		p.plan.Synonyms = append(p.plan.Synonyms, Recognised{typed, m.means, m.targets})
	}
}

// meant is the terms of a meaning that are not asked for already.
func (p *planner) meant(means string) ([]Term, error) {
	var terms []Term
	for _, term := range unique(Analyze(means)) {
		if p.seen[term] || len(terms) == maxMeant {
			continue
		}
		n, err := p.words.documents(p.ctx, term)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			terms = append(terms, Term{term, n, meantBoost})
		}
	}
	return terms, nil
}

// whole adds a clause for documents that have all that was typed for a name.
func (p *planner) whole(text string) error {
	term := whole(text)
	if term == "" || len(p.plan.Clauses) == maxTerms {
		return nil
	}
	n, err := p.words.documents(p.ctx, term)
	if n > 0 {
		p.plan.Clauses = append(p.plan.Clauses, Clause{text, []Term{{term, n, wholeBoost}}})
	}
	return err
}

// typed is words as they were typed.
func typed(words []word) string {
	text := words[0].raw
	for _, w := range words[1:] {
		text += " " + w.raw
	}
	return text
}

// unique is the list without repeated values, in order.
func unique(list []string) []string {
	var once []string
	for _, s := range list {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}
