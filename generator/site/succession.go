package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// former says what the service was called before, or nothing.
func (v *views) former(s *model.Service) []Span {
	if names := s.Name.Value.Former; len(names) > 0 {
		return v.say("state-former", fill{"names": plain(list(names))})
	}
	return nil
}

// follower is the service that took over from another: the one that it names,
// or that this one names in its turn, else the area's advice service, where it
// was one. It is nil where nobody knows.
func (v *views) follower(s, lead *model.Service) *model.Service {
	next, seen := s, map[*model.Service]bool{}
	for next != nil && !seen[next] && (next == s || !next.Ended.IsZero()) {
		seen[next] = true
		next = v.serviceNamed(next.Status.Value.ReplacedBy)
	}
	switch {
	case next != nil && !seen[next] && next.Kind != model.LocalOfferSite && !next.IsTrace():
		return next
	case s.Kind == model.IASS && lead != s:
		return lead
	}
	return nil
}

// serviceNamed is the service with the id, or with that former id, or nil.
func (v *views) serviceNamed(id string) *model.Service {
	if s := v.d.Service(id); s != nil || id == "" {
		return s
	}
	if i := slices.IndexFunc(v.d.Services, func(s *model.Service) bool { return slices.Contains(s.Was, id) }); i >= 0 {
		return v.d.Services[i]
	}
	return nil
}

// leadOf is the advice service that leads in the first of the service's areas
// that has one, or nil.
func (v *views) leadOf(s *model.Service) *model.Service {
	for _, slug := range s.Areas {
		if a := v.d.Area(slug); a != nil {
			if lead := leading(a, model.Everyone); lead != nil {
				return lead
			}
		}
	}
	return nil
}

// ended says when a service stopped, and who follows.
func (v *views) ended(s *model.Service, lead *model.Service) []Span {
	with := fill{"old": v.serviceLink(s)}
	next := v.follower(s, lead)
	switch {
	case next != nil:
		with["new"] = v.serviceLink(next)
		return v.sayOn("state-ended", s.Ended, with)
	case s.Kind == model.IndependentSupport:
		kind, _ := v.d.Vocabulary["kinds"].Find(string(s.Kind))
		return expand("{old} stopped "+onDay(s.Ended)+". "+kind.Meaning, with)
	}
	return v.sayOn("state-ended-unknown", s.Ended, with)
}

// endedContract says that a service's contract is over, and who follows where
// that is known.
func (v *views) endedContract(s *model.Service) []Span {
	if next := v.follower(s, v.leadOf(s)); next != nil {
		return v.sayOn("contract-replaced", s.ContractEnded, fill{"new": v.serviceLink(next)})
	}
	return v.sayOn("contract-ended", s.ContractEnded, nil)
}

// serviceLink is the service's name with the link to its page.
func (v *views) serviceLink(s *model.Service) []Span {
	return []Span{{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}}
}

// onDay is "on 3 May 2026", or "in May 2026" where no more is known.
func onDay(d model.Date) string {
	if d.Day == 0 {
		return "in " + d.Words()
	}
	return "on " + d.Words()
}

// sayOn is a wording that says "on {date}".
func (v *views) sayOn(id string, d model.Date, with fill) []Span {
	return expand(strings.Replace(v.d.Vocabulary.Say(id), "on {date}", onDay(d), 1), with)
}
