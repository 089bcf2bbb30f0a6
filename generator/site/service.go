package site

import (
	"slices"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// A serviceView is the page of a service: how to reach it, then what it is.
type serviceView struct {
	Frame        frame        `json:"frame"`
	Kind         string       `json:"kind"`
	For          []Span       `json:"for"`
	What         []Span       `json:"what"` // its acronyms told in full
	Areas        []Span       `json:"areas"`
	England      bool         `json:"england"` // serves everywhere: the questions about a local service are left out
	Former       []Span       `json:"former"`  // what it was called before
	Ended        []Span       `json:"ended"`
	Alerts       []alert      `json:"alerts"`
	Notes        []note       `json:"notes"`
	Blocks       []block      `json:"blocks"`
	Promises     promises     `json:"promises"`
	Independence independence `json:"independence"`
	Facts        []fact       `json:"facts"`
	About        string       `json:"about"` // the entry's own words, as safe HTML
	AboutOrigin  *origin      `json:"aboutorigin"`
	Media        *media       `json:"media"`
	Mistake      mistake      `json:"mistake"`
	Dated        bool         `json:"dated"` // something on the page ends on a day
}

// aboutLevel is that of an entry's first heading, below the page's h2.
const aboutLevel = 3

func (v *views) service(p model.Page) (serviceView, error) {
	s := v.d.Service(p.Service)
	about, err := prose.HTML(s.Offer.Value.Description, aboutLevel)
	if err != nil {
		return serviceView{}, err
	}
	l := v.linking()
	view := serviceView{
		Frame: v.frame(p, v.nameOf(s)+": how to reach them, who they are for, and how we know."),
		Kind:  v.label("kinds", string(s.Kind)), For: l.spans(v.forWhat(s)), What: l.text(meaning(s.Kind, p.Title+v.purpose(s))),
		Areas: v.areaLinks(s.Areas), England: slices.Contains(s.Areas, model.England),
		Former: v.former(s), Alerts: v.alerts(s), Dated: v.dated(s),
		Notes: v.warnings(s), Blocks: v.blocks(s), Promises: v.promises(s),
		Independence: v.independence(s),
		About:        about, Media: v.media(s), Mistake: v.mistake(p, v.areasOf(s), s),
	}
	view.Independence.Facts = l.facts(view.Independence.Facts)
	view.Facts = l.facts(v.serviceFacts(s))
	if about != "" {
		view.AboutOrigin = v.origin(s.Offer.Origin, s)
	}
	if !s.Ended.IsZero() {
		view.Ended = v.ended(s, v.leadOf(s))
	}
	return view, nil
}

func (v *views) serviceFacts(s *model.Service) []fact {
	facts := sayOnce(slices.Concat(
		v.accessFacts(s), v.communityFacts(s), []fact{v.statusFact(s)},
		v.offerFacts(s), v.deliveryFacts(s), []fact{v.nameFact(s)}))
	if slices.Contains(s.Areas, model.England) {
		return slices.DeleteFunc(facts, func(f fact) bool { return f.Unknown })
	}
	return gather(facts)
}

// offerFacts say what the service does, and what it does not do.
func (v *views) offerFacts(s *model.Service) []fact {
	f, o := s.Offer.Value, v.origin(s.Offer.Origin, s)
	does := known("What it does", o, "what it does.",
		sentences(v.labels("support", f.Support)), moments(v.labels("moments", f.Moments)), needs(v.labels("needs", f.Needs)))
	doesNot := known("What it does not do", o, "what it does not do.", theirs(f.DoesNot), v.askInstead(f.AskInstead))
	return []fact{does.about(v.mark(s, model.GroupOffer)), doesNot.about(v.mark(s, model.GroupOffer))}
}

func moments(labels []string) []Span {
	if len(labels) == 0 {
		return nil
	}
	return append(plain("When it helps: "), sentences(labels)...)
}

func needs(labels []string) []Span {
	if len(labels) == 0 {
		return nil
	}
	return append(plain("What it knows most about: "), sentences(labels)...)
}

func (v *views) askInstead(ids []string) []Span {
	says := plain("Ask instead: ")
	for _, id := range ids {
		if s := v.d.Service(id); s != nil {
			if len(says) > 1 {
				says = append(says, Span{Text: ", "})
			}
			says = append(says, Span{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))})
		}
	}
	if len(says) == 1 {
		return nil
	}
	return append(says, Span{Text: "."})
}

// deliveryFacts say who runs the service. Where a list saw it and nobody told
// us, this is the place to say so.
func (v *views) deliveryFacts(s *model.Service) []fact {
	d, o := s.Delivery.Value, v.origin(s.Delivery.Origin, s)
	facts := []fact{known("Who works there", o, "who works there.", theirs(d.Staffing))}
	if !s.Delivery.Origin.Told() {
		facts = append(facts, known("Who runs it", o, "who runs it.", named(runBy(d)), words(v.label("delivery", d.Model))))
	}
	if !d.Until.IsZero() {
		facts = append(facts, known("Until when", o, "", words(v.contractWords(d.Until))))
	}
	for i := range facts {
		facts[i].About = v.mark(s, model.GroupDelivery)
	}
	return facts
}

func (v *views) nameFact(s *model.Service) fact {
	return known("Names", v.origin(s.Name.Origin, s), "what it is called.", named(s.Name.Value.Name), named(list(s.Name.Value.Also))).about(v.mark(s, model.GroupName))
}

// contractWords says until when a contract runs, or ran.
func (v *views) contractWords(until model.Date) string {
	if until.EndsBefore(v.d.AsAt) {
		return "Its contract ended " + onDay(until)
	}
	return "Its contract ends " + onDay(until)
}

// areasOf are the areas of today that the service serves: those of its own, or
// those that follow one that has ended.
func (v *views) areasOf(s *model.Service) []string {
	var slugs []string
	for _, slug := range s.Areas {
		switch a := v.d.Area(slug); {
		case slug == model.England:
			slugs = append(slugs, slug)
		case a == nil:
		case a.Ended(v.d.AsAt):
			slugs = append(slugs, a.Successors...)
		default:
			slugs = append(slugs, slug)
		}
	}
	return slugs
}
