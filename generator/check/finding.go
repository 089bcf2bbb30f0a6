package check

import (
	"fmt"
	"strings"
	"unicode"

	"signpost/generator/model"
)

// finding checks the words by which families find what they need. That each of
// them leads to a page was checked where they were read.
func finding(d *model.Directory) []model.Problem {
	problems := append(sameWords(d.Vocabulary["synonyms"]), sameWords(d.Vocabulary["misspellings"])...)
	return append(problems, moments(d)...)
}

// sameWords finds words that are listed twice: only one of the two would ever
// be heeded.
func sameWords(terms model.Terms) []model.Problem {
	var problems []model.Problem
	first := map[string]model.Term{}
	for _, term := range terms {
		label := fold(term.Label)
		before, taken := first[label]
		if !taken {
			first[label] = term
			continue
		}
		problems = append(problems, model.Problem{Rule: "same-words", Severity: model.Error, Where: term.Where,
			Sentence: fmt.Sprintf("%q says the same as %q on line %d", term.Label, before.Label, before.Where.Line),
			Hint:     "keep one of them"})
	}
	return problems
}

// fold is a label as it is looked for: without capitals, apostrophes, dots
// inside of an acronym, and what else stands between words.
func fold(label string) string {
	bare := strings.Map(func(r rune) rune {
		switch {
		case r == '\'' || r == '’' || r == '.':
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, label)
	return strings.Join(strings.Fields(bare), " ")
}

// moments warns of those in which a family finds no help page: the page of a
// moment has the moment's id.
func moments(d *model.Directory) []model.Problem {
	var problems []model.Problem
	for _, m := range d.Vocabulary["moments"] {
		if _, ok := d.Help(m.ID); !ok {
			problems = append(problems, model.Problem{Rule: "no-help-page", Where: m.Where,
				Sentence: fmt.Sprintf("the moment %q has no help page", m.Label), Hint: "write content/guides/" + m.ID + ".md"})
		}
	}
	return problems
}
