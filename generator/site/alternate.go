package site

import "signpost/generator/model"

// An alternate is the address of a page in another language, or in the page's
// own; x-default is for readers of all others.
type alternate struct {
	Lang string
	Page string // its address
}

// alternates are those of a page that exists in other languages; of another,
// none. Each of them has the same, itself among them, as search engines ask for.
func (v *views) alternates(p model.Page) []alternate {
	var english string
	var other func(tag string) string
	switch p.Kind {
	case model.HomePage, model.LanguageHomePage:
		english, other = model.HomeAddress, model.LanguageAddress
	case model.AreaPage, model.LanguageAreaPage:
		english, other = model.AreaAddress(p.Area), func(tag string) string { return model.LanguageAreaAddress(tag, p.Area) }
	default:
		return nil
	}
	others := v.d.Languages.Others()
	if len(others) == 0 {
		return nil
	}
	list := []alternate{{"x-default", english}, {model.SourceLanguage, english}}
	for _, l := range others {
		list = append(list, alternate{l.Tag, other(l.Tag)})
	}
	return list
}

// An alternateLink is one as a page's head names it.
type alternateLink struct {
	Lang string `json:"lang"`
	Href string `json:"href"`
}

func (v *views) alternateLinks(p model.Page) []alternateLink {
	var links []alternateLink
	for _, a := range v.alternates(p) {
		links = append(links, alternateLink{a.Lang, v.link(a.Page)})
	}
	return links
}

// languages are links to a page in other languages, each under its own name.
type languages struct {
	Label said           `json:"label"`
	Links []languageLink `json:"links"`
}

type languageLink struct {
	Name string `json:"name"`
	Lang string `json:"lang"`
	Dir  string `json:"dir"`
	Href string `json:"href"`
}

// A languageHelp is where readers of a language start, and the words with which
// they ask for an interpreter.
type languageHelp struct {
	languageLink
	Spoken said `json:"spoken"`
	Phrase said `json:"phrase"`
}

func (v *views) languageHelps() []languageHelp {
	var helps []languageHelp
	for _, l := range v.d.Languages.Others() {
		asks := tongue{v, l}.askFor()
		helps = append(helps, languageHelp{languageLink{l.Name, l.Tag, l.Direction, v.href(model.LanguageAddress(l.Tag))}, asks.Spoken, asks.Phrase})
	}
	return helps
}

// others are the page's forms in the other languages.
func (t tongue) others(p model.Page) languages {
	return languages{t.say("languages", nil), t.languageLinks(p)}
}

// languageLinks lead from a page to its forms in other languages than its own
// and English.
func (v *views) languageLinks(p model.Page) []languageLink {
	var links []languageLink
	for _, a := range v.alternates(p) {
		if l, ok := v.d.Languages.Find(a.Lang); ok && l.Tag != model.SourceLanguage && l.Tag != p.Language {
			links = append(links, languageLink{l.Name, l.Tag, l.Direction, v.href(a.Page)})
		}
	}
	return links
}
