package check

import (
	"fmt"

	"signpost/generator/calendar"
	"signpost/generator/model"
)

// Limits lists the guides that name a limit which the table does not have.
// nearest is the one of some words that was most likely meant, or "".
func Limits(r *model.Reading, t *calendar.Table, nearest func(written string, words []string) string) []model.Problem {
	var ids []string
	for _, l := range t.Limits {
		ids = append(ids, l.ID)
	}
	var problems []model.Problem
	for _, a := range r.Articles {
		for _, id := range a.Limits {
			if _, ok := t.Limit(id); ok {
				continue
			}
			hint := "write an id of data/limits.csv, or put the limit there"
			if near := nearest(id, ids); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			problems = append(problems, model.Problem{Rule: "unknown-limit", Severity: model.Error, Where: a.Where,
				Sentence: fmt.Sprintf("limits: no limit has the id %q", id), Hint: hint})
		}
	}
	return problems
}
