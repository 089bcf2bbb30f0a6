package check

import (
	"fmt"

	"signpost/generator/model"
)

// media warns of videos and recordings without their words: some families
// cannot hear them, some cannot see them.
func media(r *model.Reading) []model.Problem {
	var problems []model.Problem
	for _, rec := range r.Records {
		for _, c := range rec.Media {
			if c.Transcript != "" {
				continue
			}
			what := "recording"
			if c.IsVideo() {
				what = "video"
			}
			problems = append(problems, model.Problem{Rule: "no-transcript", Where: rec.At(model.GroupMedia),
				Sentence: fmt.Sprintf("the %s %q has no transcript", what, c.Title), Hint: "write its words, or the address of a page that has them, as transcript"})
		}
	}
	return problems
}
