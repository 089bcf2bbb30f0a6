package site

import (
	"slices"

	"signpost/generator/model"
)

// independence answers "Is it independent of the council?" in the three parts
// that families need together: who pays, who keeps it fair, whom to complain
// to. It holds only what was told: who runs a service is not for a list to say.
type independence struct {
	Facts []fact `json:"facts"` // what the law asks of every such service comes last
	None  string `json:"none"`  // where nobody told us anything
}

func (v *views) independence(s *model.Service) independence {
	if s == nil || !s.Independence.Origin.Told() && !s.Delivery.Origin.Told() {
		return independence{v.impartial(s), "We have not been told who pays for it or who runs it."}
	}
	return independence{Facts: sayOnce(slices.Concat(v.runFacts(s), v.fairFacts(s), v.impartial(s)))}
}

// impartial is what the law asks of every such service.
func (v *views) impartial(s *model.Service) []fact {
	term, ok := v.d.Vocabulary["promises"].Find("impartial")
	if s == nil || s.Kind != model.IASS || !ok || term.Law == "" {
		return nil
	}
	return []fact{known(term.Label, law(term), "", words(term.Meaning))}
}

// runFacts are who pays and who runs it.
func (v *views) runFacts(s *model.Service) []fact {
	var i model.Independence
	var d model.Delivery
	if s.Independence.Origin.Told() {
		i = s.Independence.Value
	}
	if s.Delivery.Origin.Told() {
		d = s.Delivery.Value
	}
	return []fact{
		known("Who pays for it", v.origin(s.Independence.Origin, s), "who pays for it.", theirs(i.PaidBy)).about(v.mark(s, model.GroupIndependence)),
		known("Who runs it", v.origin(s.Delivery.Origin, s), "who runs it.", named(runBy(d)), words(v.label("delivery", d.Model))).about(v.mark(s, model.GroupDelivery)),
	}
}

func runBy(d model.Delivery) string {
	if d.RunBy == "" || len(d.Partners) == 0 {
		return d.RunBy
	}
	return d.RunBy + ", with " + list(d.Partners)
}

// fairFacts are how it is kept fair, and whom to complain to.
func (v *views) fairFacts(s *model.Service) []fact {
	if !s.Independence.Origin.Told() {
		return nil
	}
	i, o := s.Independence.Value, v.origin(s.Independence.Origin, s)
	return []fact{
		known("Kept apart from the council?", o, "if it is kept apart from the council's own decisions.", words(apart[i.ArmsLength]), their(s.Independence.Origin, i.Fairness)),
		known("To complain", o, "whom to complain to.", theirs(i.Complaints)),
	}
}

var apart = map[string]string{
	"yes": "Yes. It is kept apart from the council's own decisions",
	"no":  "No. It is not kept apart from the council's own decisions",
}
