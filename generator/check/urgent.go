package check

import (
	"fmt"
	"slices"

	"signpost/generator/model"
)

// urgent checks the numbers that every page prints for an emergency: each has
// a source, and a day on which it was seen there or confirmed.
func urgent(d *model.Directory) []model.Problem {
	var problems []model.Problem
	help := d.UrgentHelp()
	for _, number := range model.UrgentNumbers {
		named := slices.ContainsFunc(help, func(s *model.Service) bool {
			return slices.ContainsFunc(s.Channel(model.Phone).Value, func(c model.Channel) bool { return c.Key() == number })
		})
		if !named {
			problems = append(problems, model.Problem{Rule: "urgent-unsourced", Severity: model.Error, Where: d.Settings.Where,
				Sentence: fmt.Sprintf("every page prints %s, and no source names it", number), Hint: "add it to a national register, with the kind urgent and the page where you read it"})
		}
	}
	for _, s := range help {
		f := s.UrgentNumber()
		if o := f.Origin; o.Record != nil && o.Date().IsZero() {
			problems = append(problems, model.Problem{Rule: "urgent-undated", Severity: model.Error, Where: o.Record.At(f.About),
				Sentence: fmt.Sprintf("every page prints the number of %s, and nothing says when it was seen or confirmed", s.ID), Hint: "read it again on the page of its source, and write the date"})
		}
	}
	return problems
}
