package check

import (
	"fmt"
	"slices"

	"signpost/generator/model"
)

// settings checks that the lines printed on every page exist.
func settings(r *model.Reading) []model.Problem {
	var problems []model.Problem
	for _, line := range []struct {
		id      string
		channel model.ChannelType
	}{{r.Settings.NationalLine, model.Phone}, {r.Settings.UrgentText, model.Text}} {
		known := slices.ContainsFunc(r.Records, func(rec *model.Record) bool { return rec.ID == line.id && len(rec.ChannelsOf(line.channel)) > 0 })
		if line.id != "" && !known {
			problems = append(problems, model.Problem{Rule: "unknown-service", Severity: model.Error, Where: model.Where{File: r.Settings.Where.File},
				Sentence: fmt.Sprintf("%q is not a service with a number (%s)", line.id, line.channel), Hint: "name a row of the national register"})
		}
	}
	return problems
}
