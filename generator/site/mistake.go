package site

import (
	"net/url"
	"path"
	"strings"

	"signpost/generator/model"
)

// A mistake is "Is something here wrong?": a form, or mails that are half
// written, one for each reason. Nobody who reads them helps families, so a
// number to ring stands beside it.
type mistake struct {
	Action  string   `json:"action"` // where the form goes; "" where mails are sent
	Page    string   `json:"page"`   // the page that the report is about
	Reasons []reason `json:"reasons"`
	Private string   `json:"private"`
	Talk    []Span   `json:"talk"`  // to somebody who helps
	Lines   []Line   `json:"lines"` // where that number is from; an area's page has said so
	Kept    string   `json:"kept"`
	Work    []Span   `json:"work"` // for the people who run the service
}

// A reason why somebody reports a page.
type reason struct {
	ID   string `json:"id"`
	Says string `json:"says"`
	Mail string `json:"mail"` // the link of a mail that is half written, or ""
}

var reasons = []reason{
	{ID: "number", Says: "The number is wrong, or nobody answers"},
	{ID: "place", Says: "The hours or the place are wrong"},
	{ID: "closed", Says: "It has closed, or moved"},
	{ID: "other", Says: "Something else is wrong"},
}

func (v *views) mistake(p model.Page, areas []string, services ...*model.Service) mistake {
	m := mistake{Page: v.link(p.Address), Private: v.d.Vocabulary.Say("nothing-private"), Kept: v.d.Vocabulary.Say("reports-deleted")}
	m.Talk, m.Lines = v.talk(areas)
	if p.Kind == model.AreaPage {
		m.Lines = nil
	}
	switch settings := v.d.Settings; {
	case settings.MistakesBy == model.ByForm:
		m.Action, m.Reasons = v.href(model.ThanksAddress), reasons
	case settings.MistakesTo != "":
		for _, r := range reasons {
			m.Reasons = append(m.Reasons, reason{r.ID, r.Says, v.mail(p, r)})
		}
	}
	for _, s := range services {
		if s != nil {
			m.Work = append(m.Work, v.entries(s)...)
		}
	}
	m.Work = append(m.Work, Span{Text: "How to keep an entry right", Href: v.href(model.ProvidersAddress)})
	if len(areas) > 0 {
		m.Work = append(m.Work, Span{Text: "What we know, how old it is, and what is missing", Href: v.href(model.QualityAddress(areas[0]))})
	}
	return m
}

// mail is the link of a mail about a page, with its reason written already.
func (v *views) mail(p model.Page, r reason) string {
	body := strings.Join([]string{"The page: " + v.link(p.Address), "", r.Says + ".", "", "What would be right:", "", "How you know:", ""}, "\r\n")
	return "mailto:" + url.PathEscape(v.d.Settings.MistakesTo) + "?subject=" + escape("A mistake: "+p.Title) + "&body=" + escape(body)
}

// escape is for a mail link, where a space is %20, not a plus sign (RFC 6068).
func escape(words string) string { return strings.ReplaceAll(url.QueryEscape(words), "+", "%20") }

// talk says whom to ring instead: the first contact of the first area, where
// that is a number of a service that takes new families, else the national line.
func (v *views) talk(areas []string) ([]Span, []Line) {
	for _, slug := range areas {
		a := v.d.Area(slug)
		if a == nil {
			continue
		}
		first := a.FirstFor(model.Everyone)
		if s := first.Service; first.Class == model.RingService && s != nil && !v.closed(s) {
			return v.say("no-supporter", fill{"name": v.serviceLink(s), "number": {way(first.Channel)}}), v.shortOrigin(first.Origin, s)
		}
	}
	s, c, o := v.nationalLine(model.Everyone)
	if s == nil {
		return nil, nil
	}
	return v.say("no-supporter", fill{"name": v.serviceLink(s), "number": {way(c)}}), v.shortOrigin(o, s)
}

// entries are the files in which the service speaks for itself: in the form,
// and as text.
func (v *views) entries(s *model.Service) []Span {
	var ways []Span
	for _, r := range s.Records {
		if r.Source.Rank != model.Entry || r.Where.File == "" {
			continue
		}
		entry := path.Base(path.Dir(r.Where.File)) + "/" + strings.TrimSuffix(path.Base(r.Where.File), ".md")
		ways = append(ways,
			Span{Text: "Change its entry in the editing form", Href: v.href(model.AdminAddress) + "#/collections/services/entries/" + entry},
			Span{Text: r.Where.File, Href: v.fileLink(r.Where.File)})
	}
	return ways
}

func (v *views) fileLink(file string) string {
	if v.d.Settings.Repository == "" {
		return ""
	}
	return webLink(strings.TrimRight(v.d.Settings.Repository, "/") + "/" + file)
}
