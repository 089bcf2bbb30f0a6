package check

import (
	"fmt"
	"strings"

	"signpost/generator/model"
)

// confirmedWithin is how many days a person's confirmation of a national or an
// urgent number holds for a release. Open Referral UK's own advice is three
// months.
const confirmedWithin = 90

// Release lists what stands in the way of a public release: every national
// and urgent number has to be confirmed by a person, and reports of mistakes
// have to reach somebody.
func Release(d *model.Directory) []model.Problem {
	var problems []model.Problem
	for _, kind := range []model.Kind{model.National, model.Urgent} {
		for _, s := range d.National(kind) {
			problems = append(problems, unconfirmed(d, s)...)
		}
	}
	if to := d.Settings.MistakesTo; strings.HasSuffix(to, ".example") || strings.Contains(to, "example.") {
		problems = append(problems, model.Problem{Rule: "release-mistakes", Severity: model.Error, Where: d.Settings.Where,
			Sentence: fmt.Sprintf("reports of mistakes would go to %q, which nobody reads", to), Hint: "give a real address as mistakes_to"})
	}
	return problems
}

// unconfirmed lists the numbers of a line that nobody confirmed in time.
func unconfirmed(d *model.Directory, s *model.Service) []model.Problem {
	var problems []model.Problem
	for _, t := range []model.ChannelType{model.Phone, model.Text} {
		f := s.Channel(t)
		if !f.Known() || f.Origin.Told() && f.Origin.Checked.On.Within(confirmedWithin, d.AsAt) {
			continue
		}
		problems = append(problems, model.Problem{Rule: "release-unconfirmed", Severity: model.Error, Where: f.Origin.Record.At(model.Group(t)),
			Sentence: fmt.Sprintf("the %s number %q of %s has not been confirmed by a person in the last %d days", t, f.Value[0].Value, s.ID, confirmedWithin),
			Hint:     fmt.Sprintf("ring it, keep an entry in content/services/%s/, and confirm it there", model.England)})
	}
	return problems
}
