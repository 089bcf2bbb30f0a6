package merge

import (
	"signpost/generator/model"
)

// provision counts the organisations that support the area's families in
// person, from what was told: one holds both contracts (single), or two do
// (dual), or more. Registers alone cannot tell, since what they did not see
// may still exist.
func (m *merger) provision(a *model.Area) {
	runners := map[string]bool{}
	told := false
	for _, s := range a.Services {
		if s.Kind != model.IASS && s.Kind != model.IndependentSupport || !s.Told() || !s.ContractEnded.IsZero() {
			continue
		}
		told = told || s.Kind == model.IASS
		runner := "service " + s.ID
		if d := s.Delivery; d.Value.RunBy != "" && d.Origin.Told() {
			runner = d.Value.RunBy
		}
		runners[runner] = true
		a.Provision.Services = append(a.Provision.Services, s)
	}
	a.Provision.SecondIf = m.councilOf(a).SecondIf
	switch {
	case !told:
		a.Provision.Kind = model.NotKnown
	case len(runners) == 1:
		a.Provision.Kind = model.Single
	case len(runners) == 2:
		a.Provision.Kind = model.Dual
	default:
		a.Provision.Kind = model.Multiple
	}
}
