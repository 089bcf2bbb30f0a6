package site

import (
	"fmt"
	"strings"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// A fact is one question that families ask, and what we know of the answer.
type fact struct {
	Term    string   `json:"term"`
	About   string   `json:"about"` // see FactMark
	Says    [][]Span `json:"says"`
	Origin  *origin  `json:"origin"`
	Unknown bool     `json:"unknown"`
	Old     bool     `json:"old"`   // told so long ago that it fades
	Until   string   `json:"until"` // the last day on which a browser shows what it says, or ""
	After   string   `json:"after"` // what it shows then instead

	silence string // what we have not been told
}

// known is a fact with its answers, those that are blank left out. Without any
// answer, silence is said.
func known(term string, o *origin, silence string, answers ...[]Span) fact {
	f := fact{Term: term, Origin: o, Old: o.old()}
	for _, a := range answers {
		if Words(a) != "" {
			f.Says = append(f.Says, a)
		}
	}
	if len(f.Says) == 0 {
		return fact{Term: term, Says: [][]Span{plain("We have not been told " + silence)}, Unknown: true, silence: silence}
	}
	return f
}

// gather puts all that we have not been told into one answer at the end, so
// that what is known stands together.
func gather(facts []fact) []fact {
	var told []fact
	silent := fact{Term: "We have not been told", Unknown: true}
	for _, f := range facts {
		if f.Unknown {
			silent.Says = append(silent.Says, plain(strings.TrimSuffix(f.silence, ".")))
		} else {
			told = append(told, f)
		}
	}
	if len(silent.Says) < 2 {
		return facts
	}
	return append(told, silent)
}

// words is a sentence, or nothing.
func words(sentence string) []Span { return plain(full(capital(sentence))) }

// theirs is a sentence as somebody told it to us, or nothing.
func theirs(sentence string) []Span { return own(words(sentence), prose.OwnWords) }

// named is a sentence that is a name, or a list of names, or nothing.
func named(sentence string) []Span { return own(words(sentence), prose.OwnName) }

// own marks words as not ours to make plain.
func own(says []Span, what string) []Span {
	for i := range says {
		says[i].Own = what
	}
	return says
}

// their is a source's own words, marked as such. A register holds what somebody
// noted of a page, which is no quotation.
func their(o model.Origin, words string) []Span {
	switch {
	case words == "":
		return nil
	case o.Told():
		return append(plain("In their words: "), own(plain(quote(words)), prose.OwnWords)...)
	}
	return append(plain("What we read there: "), own(plain(full(words)), prose.OwnWords)...)
}

// accessFacts say how to get to a service, what it costs and how soon it answers.
func (v *views) accessFacts(s *model.Service) []fact {
	a, o := s.Access.Value, v.origin(s.Access.Origin, s)
	routes := sentences(v.labels("routes", a.Routes))
	first := v.label("routes", a.Default)
	if first != "" {
		first = "Try this first: " + small(first)
	}
	return []fact{
		known("How to get to them", o, "how to get to them, other than the ways above.", words(first), routes, their(s.Access.Origin, a.Words)).about(v.mark(s, model.GroupAccess)),
		v.whoFor(s, a, o),
		v.cost(s, a, o),
		known("How soon they answer", o, "how soon they answer.", theirs(a.Reply)),
	}
}

func (v *views) whoFor(s *model.Service, a model.Access, access *origin) fact {
	audience := s.Audience.Value
	o := v.origin(s.Audience.Origin, s)
	if o == nil {
		o = access
	}
	ages := ""
	if audience.Ages.Given {
		ages = fmt.Sprintf("Ages %d to %d", audience.Ages.Min, audience.Ages.Max)
	}
	return known("Who it is for", o, "who it is for.",
		sentences(v.labels("audiences", audience.IDs)), words(ages), their(s.Audience.Origin, audience.Words), their(s.Access.Origin, a.Eligible)).about(v.mark(s, model.GroupAudience))
}

// cost is known of the advice service by law; of others only as told. A
// missing value never becomes "free".
func (v *views) cost(s *model.Service, a model.Access, o *origin) fact {
	free, ok := v.d.Vocabulary["promises"].Find("free")
	if s.Kind == model.IASS && ok && free.Law != "" {
		return known("What it costs", law(free), "", words(free.Label+". "+free.Meaning))
	}
	return known("What it costs", o, "if there is a cost.", theirs(a.Cost))
}

// law is the origin of what is true by law.
func law(t model.Term) *origin {
	return &origin{Class: "law", Says: plain(lawWords(t.Law))}
}

// communityFacts say with whom the service works most, and in which languages.
// Working most with some families shuts nobody out.
func (v *views) communityFacts(s *model.Service) []fact {
	c, l := s.Communities.Value, s.Languages.Value
	open := ""
	if !c.Blank() {
		open = "Other families can ask too"
	}
	return []fact{
		known("Families they work with most", v.origin(s.Communities.Origin, s), "if they work with some families most.",
			sentences(v.labels("communities", c.IDs)), their(s.Communities.Origin, c.Words), words(open)).about(v.mark(s, model.GroupCommunities)),
		known("Languages", v.origin(s.Languages.Origin, s), "which languages they speak, or if they can get an interpreter.",
			sentences(v.labels("languages", l.IDs)), words(interpreter[l.Interpreter]), their(s.Languages.Origin, l.Words)).about(v.mark(s, model.GroupLanguages)),
	}
}

var interpreter = map[string]string{
	"yes": "They can get an interpreter",
	"no":  "They cannot get an interpreter",
}

// statusFact says whether the service takes new families: as told or seen in
// the last 90 days, and not known after that.
func (v *views) statusFact(s *model.Service) fact {
	return v.statusSays(s).about(v.mark(s, model.GroupStatus))
}

func (v *views) statusSays(s *model.Service) fact {
	status, o := s.Status.Value, v.origin(s.Status.Origin, s)
	term, _ := v.d.Vocabulary["statuses"].Find(status.ID)
	switch {
	case !s.Status.Known():
		return known("New families", nil, "if they take new families now.")
	case !v.holds(s.Status):
		return known("New families", o, "", words(then(term)), their(s.Status.Origin, status.Note))
	case status.Until.IsZero() && status.ID != "closed":
		return known("New families", o, "", words(term.Meaning), theirs(status.Note))
	}
	says := term.Meaning
	if !status.Until.IsZero() {
		says = term.Label + ", until " + status.Until.Words()
	}
	f := known("New families", o, "", words(says), theirs(status.Note))
	f.Until, f.After = statusUntil(s), full(then(term))
	return f
}

// then is what a status says when it has lapsed.
func then(status model.Term) string { return status.Label + " then. We do not know about now" }
