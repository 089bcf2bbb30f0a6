package model

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says whether a Problem stops a build.
type Severity int

const (
	Warning Severity = iota // worth a look: a conflict, an uncertain join
	Error                   // wrong: check exits with 1, build writes nothing
)

// A Where is a place in a file that somebody wrote. Line is counted from 1; 0
// means the file as a whole. Cell is a column's name in a table, or empty.
type Where struct {
	File string
	Line int
	Cell string
}

func (w Where) String() string {
	if w.Line == 0 {
		return w.File
	}
	return fmt.Sprintf("%s:%d", w.File, w.Line)
}

// Compare orders places by file, then line, then cell.
func (w Where) Compare(v Where) int {
	return cmp.Or(cmp.Compare(w.File, v.File), cmp.Compare(w.Line, v.Line), cmp.Compare(w.Cell, v.Cell))
}

// A Problem is something wrong in what people wrote. Sentence says what was
// found, in quotes; Hint says what to do. Rule is the rule's name, by which
// people can look it up.
type Problem struct {
	Rule     string
	Severity Severity
	Where    Where
	Sentence string
	Hint     string
}

func (p Problem) String() string {
	warning := ""
	if p.Severity == Warning {
		warning = "warning: "
	}
	hint := ""
	if p.Hint != "" {
		hint = "; " + p.Hint
	}
	return fmt.Sprintf("%s: %s%s%s [%s]", p.Where, warning, p.Sentence, hint, p.Rule)
}

// SortProblems orders problems by place, then by what they say, and drops
// repetitions, so that a report never depends on the order of files.
func SortProblems(problems []Problem) []Problem {
	slices.SortFunc(problems, func(a, b Problem) int {
		return cmp.Or(a.Where.Compare(b.Where), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Sentence, b.Sentence))
	})
	return slices.Compact(problems)
}

// HasErrors reports whether one of the problems stops a build.
func HasErrors(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}

// Errors leaves the warnings out, for places where they would drown the rest.
func Errors(problems []Problem) []Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return p.Severity != Error })
}
