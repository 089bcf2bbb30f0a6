package check

import (
	"fmt"

	"signpost/generator/model"
)

// contractWarning is how many days before its end a contract is a warning.
const contractWarning = 90

// areas checks that a family finds where to start in each area.
func areas(d *model.Directory) []model.Problem {
	var problems []model.Problem
	for _, a := range d.Areas {
		if a.FirstFor(model.Everyone).Channel.Value == "" {
			problems = append(problems, model.Problem{Rule: "no-first-contact", Severity: model.Error, Where: a.Where,
				Sentence: fmt.Sprintf("%s has no service that can be reached, no local offer and no website", a.Name), Hint: "give the council's website"})
		}
		if a.Provision.Kind == model.Dual && a.Provision.SecondIf == "" {
			problems = append(problems, model.Problem{Rule: "dual-without-choice", Severity: model.Error, Where: a.Provision.Services[1].Records[0].Where,
				Sentence: fmt.Sprintf("two services support families in %s, and nothing says which to ring first and what the other is for", a.Name),
				Hint:     "write ring_second_if in data/councils/" + a.Slug + "/council.yaml"})
		}
	}
	return problems
}

// contracts warns of those that end soon: somebody has to ask who is next.
func contracts(d *model.Directory) []model.Problem {
	var problems []model.Problem
	soon := model.DateOf(d.AsAt.Time().AddDate(0, 0, contractWarning))
	for _, s := range d.Services {
		if until := s.Delivery.Value.Until; until.After(d.AsAt) && !until.After(soon) {
			problems = append(problems, model.Problem{Rule: "contract-ends", Where: s.Delivery.Origin.Record.At(model.GroupDelivery),
				Sentence: fmt.Sprintf("the contract of %s ends on %s", s.ID, until.Words()), Hint: "ask who runs it afterwards"})
		}
	}
	return problems
}
