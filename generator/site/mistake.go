package site

import (
	"net/url"
	"strings"

	"signpost/generator/model"
)

// A mistake is "Is something here wrong?": a mail that is half written, and
// for the people of a service the file that they can mend themselves.
type mistake struct {
	Mail  *Span  `json:"mail"`
	Files []Span `json:"files"`
}

func (v *views) mistake(p model.Page, services ...*model.Service) mistake {
	m := mistake{Mail: v.mail(p)}
	for _, s := range services {
		if s != nil {
			m.Files = append(m.Files, v.entries(s)...)
		}
	}
	return m
}

func (v *views) mail(p model.Page) *Span {
	to := v.d.Settings.MistakesTo
	if to == "" {
		return nil
	}
	body := strings.Join([]string{
		"The page: " + v.link(p.Address), "",
		"What is wrong:", "", "What would be right:", "", "How you know:", "",
	}, "\r\n")
	query := "subject=" + escape("A mistake: "+p.Title) + "&body=" + escape(body)
	return &Span{Text: to, Href: "mailto:" + url.PathEscape(to) + "?" + query}
}

// escape is for a mail link, where a space is %20, not a plus sign (RFC 6068).
func escape(words string) string { return strings.ReplaceAll(url.QueryEscape(words), "+", "%20") }

// entries are the files in which the service speaks for itself.
func (v *views) entries(s *model.Service) []Span {
	var files []Span
	for _, r := range s.Records {
		if r.Source.Rank == model.Entry && r.Where.File != "" {
			files = append(files, Span{Text: r.Where.File, Href: v.fileLink(r.Where.File)})
		}
	}
	return files
}

func (v *views) fileLink(file string) string {
	if v.d.Settings.Repository == "" {
		return ""
	}
	return webLink(strings.TrimRight(v.d.Settings.Repository, "/") + "/" + file)
}
