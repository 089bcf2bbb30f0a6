package site

import (
	"signpost/generator/model"
)

// A hurt says where a young person can turn whom somebody hurts, or who cannot
// go on. Each number stands with where it was seen, and when.
type hurt struct {
	Lines   []Line `json:"lines"`
	Council []Span `json:"council"` // children's social care; nothing where no area is known
}

func (v *views) hurt(a *model.Area) hurt {
	h := hurt{Council: plain("Someone hurts you, or scares you? You can tell your council. Ask for children's social care.")}
	if a != nil {
		h.Council = plain("Someone hurts you, or scares you? You can tell " + councilOf(a) + ". Ask for children's social care. We do not know their number.")
		if site := webLink(a.Website); site != "" {
			h.Council = append(h.Council, Span{Text: " The council's website is "}, Span{Text: shortAddress(a.Website), Href: site}, Span{Text: "."})
		}
	}
	for _, says := range v.urgent() {
		h.Lines = append(h.Lines, Line{Part: TextPart, Says: says})
	}
	h.Lines = append(h.Lines, Line{Part: SeenPart, Says: v.urgentFrom()})
	for _, s := range v.youngNationals() {
		if c, o, ok := ownChannel(s, model.Phone, model.Everyone); ok && s.Kind == model.Urgent {
			h.Lines = append(h.Lines, Line{Part: TextPart, Says: []Span{{Text: "Talk to "}, {Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}, {Text: ": "}, way(c), {Text: "."}}})
			h.Lines = append(h.Lines, v.shortOrigin(o, s)...)
		}
	}
	return h
}

// councilOf is what people call the council of an area.
func councilOf(a *model.Area) string { return "the council in " + a.Name }

// A rights is what the law gives a young person alone, and from which day.
type rights struct {
	Says string `json:"says"`
	Day  string `json:"day"`
	Law  []Span `json:"law"`
	More Span   `json:"more"`
}

// youngGuide is the help page for children and young people; ownRights the
// limit from which appeals are their own.
const (
	youngGuide = "young-people"
	ownRights  = "own-rights"
)

// rights is nil where the law was not read.
func (v *views) rights() *rights {
	a, ok := v.d.Help(youngGuide)
	if !ok || a.Limit.Says == "" {
		return nil
	}
	r := &rights{Says: full(a.Limit.Says), Law: lawSource(a.Limit), More: Span{Text: "Work out the day, and read more", Href: v.href(a.Address())}}
	if v.o.Limits != nil {
		if own, ok := v.o.Limits.Limit(ownRights); ok && own.Verified() && len(own.Limbs) > 0 {
			r.Day = "That is after the last Friday in June of the school year in which you turn 16. Most people call it Year 11."
			r.Law = append(r.Law, Span{Text: " And "}, Span{Text: own.Limbs[0].Law, Href: webLink(own.Limbs[0].Source)}, Span{Text: "."})
		}
	}
	r.Law = append(r.Law, Span{Text: " " + checkWords})
	return r
}
