package site

import (
	"slices"

	"signpost/generator/model"
)

// A languageAreaView is the page of an area in another language: whom to ring,
// in what words to ask for an interpreter, and the way to all the rest in English.
type languageAreaView struct {
	Frame       frame         `json:"frame"`
	Home        Span          `json:"home"`
	All         *said         `json:"all"`
	Heading     said          `json:"heading"`
	Notices     []said        `json:"notices"`
	Panels      []spokenPanel `json:"panels"`
	Interpreter interpreting  `json:"interpreter"`
	Others      said          `json:"others"` // the heading of those
	Services    []Span        `json:"services"`
	Danger      said          `json:"danger"`
	UrgentHelp  *said         `json:"urgenthelp"` // the heading of that
	English     wayOn         `json:"english"`    // the same page
	More        []wayOn       `json:"more"`
	Languages   languages     `json:"languages"`
	Dated       bool          `json:"dated"`
}

// An interpreting is how to ask for one, and who said that they can get one.
type interpreting struct {
	Ask    said        `json:"ask"`
	Say    said        `json:"say"`
	Spoken said        `json:"spoken"` // the words to say, in English
	Phrase said        `json:"phrase"` // the same in the language
	Known  []utterance `json:"known"`
}

// A wayOn is a link to a page in another language than that it stands on.
type wayOn struct {
	said
	Href string `json:"href"`
	To   string `json:"to"` // the language of that page
}

func (v *views) languageArea(p model.Page) (languageAreaView, error) {
	t, err := v.tongue(p.Language)
	if err != nil {
		return languageAreaView{}, err
	}
	a := v.d.Area(p.Area)
	lead := leading(a, model.Everyone)
	view := languageAreaView{
		Frame: v.frame(p, Words(t.say("what-it-is", nil).Says)), All: t.reviewed("all-areas"), Home: Span{Text: t.own.Name, Href: v.href(model.LanguageAddress(t.own.Tag))},
		Heading: t.areaHeading(a), Notices: t.notices(), Interpreter: t.interpreter(a, lead),
		Danger: t.danger(), UrgentHelp: t.reviewed("urgent-heading"),
		English:   t.toEnglish(t.say("read-english", nil), model.AreaAddress(a.Slug)),
		Languages: t.others(p), Others: t.say("others", nil), Services: t.otherServices(a, lead), Dated: v.dated(append(slices.Clone(a.Services), lead)...),
	}
	for _, panel := range v.signs(a) {
		view.Panels = append(view.Panels, t.panel(panel, a.FirstFor(panel.Audience)))
	}
	if t.has("mistake") {
		view.More = append(view.More, t.toEnglish(t.say("mistake", nil), model.AreaAddress(a.Slug)+"#mistake"))
	}
	view.More = append(view.More, t.helps()...)
	return view, nil
}

// otherServices lead to the area's other services, whose pages are in English.
func (t tongue) otherServices(a *model.Area, lead *model.Service) []Span {
	var links []Span
	for _, s := range shown(a.Services) {
		if s != lead && s.Kind != model.LocalOfferSite {
			links = append(links, Span{Text: t.nameOf(s), Href: t.href(model.ServiceAddress(s.ID))})
		}
	}
	return links
}

// areaHeading names the area, and the language until somebody has read what
// else could be said.
func (t tongue) areaHeading(a *model.Area) said {
	if t.has("area-heading") {
		return t.say("area-heading", fill{"name": inEnglish(a.Name)})
	}
	return t.self(append(inEnglish(a.Name), Span{Text: " · " + t.own.Name}))
}

func (t tongue) toEnglish(s said, address string) wayOn {
	return wayOn{s, t.href(address), model.SourceLanguage}
}

// helps are the help pages that explain the same in English.
func (t tongue) helps() []wayOn {
	if a, ok := t.d.Help(languagesGuide); ok {
		return []wayOn{t.toEnglish(english(plain(a.Title)), a.Address())}
	}
	return nil
}

func (t tongue) askFor() interpreting {
	return interpreting{
		Ask: t.say("ask-interpreter", nil), Say: t.say("say-in-english", nil),
		Spoken: english(plain(t.own.AskInEnglish)), Phrase: t.say("phrase", nil),
	}
}

// interpreter adds what services of an area told of the language.
func (t tongue) interpreter(a *model.Area, lead *model.Service) interpreting {
	i := t.askFor()
	var lines []Line
	for _, s := range shown(a.Services) {
		if t.speaks(s) {
			lines = append(lines, Line{Part: OtherPart, Says: t.contactOf(s)}, t.toldLine(s.Languages.Origin, s))
		}
	}
	if len(lines) > 0 {
		lines = append([]Line{{Part: NextPart, Says: plain("They told us that they speak " + t.own.EnglishName + ":")}}, lines...)
	} else {
		lines = []Line{{Part: NextPart, Says: plain("We have not been told who speaks " + t.own.EnglishName + " here.")}}
	}
	i.Known = []utterance{{append(lines, t.canInterpret(lead)...), model.SourceLanguage, model.LeftToRight}}
	return i
}

// canInterpret says whether the service that leads can get an interpreter.
func (t tongue) canInterpret(s *model.Service) []Line {
	if s == nil || !s.Languages.Origin.Told() || s.Languages.Value.Interpreter == "" {
		return []Line{{Part: NextPart, Says: plain("We have not been told if they can get an interpreter. You can still ask.")}}
	}
	says := words(t.nameOf(s) + ": " + small(interpreter[s.Languages.Value.Interpreter]))
	return []Line{{Part: NextPart, Says: says}, t.toldLine(s.Languages.Origin, s)}
}

// speaks reports whether the service told that its staff speak the language.
func (t tongue) speaks(s *model.Service) bool {
	return s.Languages.Origin.Told() && slices.ContainsFunc(s.Languages.Value.IDs, func(id string) bool {
		term, ok := t.d.Vocabulary["languages"].Find(id)
		return ok && term.Tag == t.own.Tag
	})
}

// contactOf is the service's name with the first way to reach it.
func (t tongue) contactOf(s *model.Service) []Span {
	says := []Span{{Text: t.nameOf(s), Href: t.href(model.ServiceAddress(s.ID))}}
	for _, kind := range []model.ChannelType{model.Phone, model.Text, model.Email, model.Website} {
		if c, _, ok := ownChannel(s, kind, model.Everyone); ok {
			return append(says, Span{Text: ": "}, way(c))
		}
	}
	return says
}
