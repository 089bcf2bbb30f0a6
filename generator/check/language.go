package check

import (
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
)

// reviewHolds is for how many days a native speaker's review is taken for
// granted. English changes slowly, and each change empties the review; two
// years is our own choice.
const reviewHolds = 730

// languages warns of reviews that are old or still to come, and of what a reviewed language still
// says in English. A language that nobody has reviewed says so on its own pages.
func languages(d *model.Directory) []model.Problem {
	var problems []model.Problem
	for _, l := range d.Languages.Others() {
		if l.ReviewedOn.After(d.AsAt) {
			problems = append(problems, model.Problem{Rule: "review-ahead", Severity: model.Warning, Where: l.Where,
				Sentence: fmt.Sprintf("the words of %s were reviewed on %s, a day that is still to come", l.EnglishName, l.ReviewedOn.Words()),
				Hint:     "write the day on which they were read; until then they do not count as reviewed"})
		}
		if !l.Reviewed(d.AsAt) {
			continue
		}
		if !l.ReviewedOn.Within(reviewHolds, d.AsAt) {
			problems = append(problems, model.Problem{Rule: "old-review", Severity: model.Warning, Where: l.Where,
				Sentence: fmt.Sprintf("the words of %s were reviewed on %s, more than two years ago", l.EnglishName, l.ReviewedOn.Words()),
				Hint:     "ask a native speaker to read them again"})
		}
		lacks := slices.DeleteFunc(slices.Clone(model.InterfaceStrings), func(id string) bool { return l.Strings[id] != "" })
		if len(lacks) > 0 {
			problems = append(problems, model.Problem{Rule: "untranslated", Severity: model.Warning, Where: l.Where,
				Sentence: fmt.Sprintf("%s has no words for %s", l.EnglishName, strings.Join(lacks, ", ")),
				Hint:     "its pages say them in English; ask the reviewer for them"})
		}
	}
	return problems
}
