package site

import (
	"strings"

	"signpost/generator/model"
)

// A frame is what every page has around its own words.
type frame struct {
	Site        string   `json:"site"`
	Title       string   `json:"title"`   // of the window
	Heading     string   `json:"heading"` // h1
	Description string   `json:"description"`
	Canonical   string   `json:"canonical"`
	Hidden      bool     `json:"hidden"`  // from search engines
	Preview     string   `json:"preview"` // a banner, "" on the public site
	Home        string   `json:"home"`
	Icon        string   `json:"icon"`
	Box         box      `json:"box"`
	Small       bool     `json:"small"` // the box stands in the head, and not large in the page
	Ways        []Span   `json:"ways"`  // in the head
	Foot        []Span   `json:"foot"`
	Urgent      [][]Span `json:"urgent"`
	UrgentFrom  []Span   `json:"urgentfrom"`
	Promise     string   `json:"promise"` // what the site is not, and does not do
	Date        string   `json:"date"`
	Policy      string   `json:"policy"` // of a page that is sent for addresses no rule knows

	Lang       string          `json:"lang"`
	Dir        string          `json:"dir"`
	Translated bool            `json:"translated"` // in another language, while what is around it is English
	Skip       *said           `json:"skip"`       // the link to the page itself, in that language
	Alternates []alternateLink `json:"alternates"`
}

const (
	previewWords = "This is a preview. Nobody has checked yet that everything on it is right. Please do not rely on it."
	promiseWords = "%s is not the council. It keeps no cookies, and does not know who you are."
	description  = "Find the free, impartial advice service for children and young people with special educational needs or a disability in your part of England."
)

func (v *views) frame(p model.Page, description string) frame {
	f := frame{
		Site: v.d.Settings.Name, Title: v.window(p.Title), Heading: p.Title, Description: description,
		Canonical: v.link(p.Address), Hidden: v.o.Preview || !p.Listed(), Preview: v.preview(),
		Box: v.box(), Small: p.Kind != model.HomePage && p.Kind != model.FindPage,
		Home: v.href(model.HomeAddress), Icon: v.href("/icon.svg"), Ways: v.ways(), Foot: v.foot(), Urgent: v.urgent(), UrgentFrom: v.urgentFrom(),
		Policy: policyOf(p), Promise: strings.Replace(promiseWords, "%s", v.d.Settings.Name, 1), Date: v.d.AsAt.Words(),
		Lang: model.SourceLanguage, Dir: model.LeftToRight, Alternates: v.alternateLinks(p),
	}
	if t, err := v.tongue(p.Language); err == nil {
		t.dress(&f)
	}
	return f
}

// policyOf is what the page for wrong addresses says itself: hosts send it for
// paths that have no rule of their own, with the widest policy.
func policyOf(p model.Page) string {
	if p.Kind == model.MissingPage {
		return policy
	}
	return ""
}

// window is the title of a browser's tab, the page first.
func (v *views) window(title string) string {
	if title == v.d.Settings.Name {
		return title
	}
	return title + " · " + v.d.Settings.Name
}

func (v *views) preview() string {
	if v.o.Preview {
		return previewWords
	}
	return ""
}

// ways are the doors in every page's head.
func (v *views) ways() []Span {
	ways := []Span{{Text: "Urgent help", Href: "#urgent"}, {Text: "All areas", Href: v.href(model.AreasAddress)}}
	if v.hasArticle(model.AboutArticle) {
		ways = append(ways, Span{Text: "About", Href: v.href(model.ArticleAddress(model.AboutArticle))})
	}
	return ways
}

// foot are the pages about the site itself.
func (v *views) foot() []Span {
	var foot []Span
	for _, a := range v.d.Articles {
		if !a.IsHelp() {
			foot = append(foot, Span{Text: a.Title, Href: v.href(a.Address())})
		}
	}
	return append(foot,
		Span{Text: "Help pages", Href: v.href(model.HelpsAddress)},
		Span{Text: "What the words mean", Href: v.href(model.WordsAddress)},
		Span{Text: "What we know, area by area", Href: v.href(model.CoverageAddress)},
		Span{Text: "For councils: put this on your own page", Href: v.href(model.EmbedAddress)})
}

func (v *views) hasArticle(id string) bool {
	for _, a := range v.d.Articles {
		if a.ID == id {
			return true
		}
	}
	return false
}
