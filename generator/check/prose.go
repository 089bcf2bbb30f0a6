package check

import (
	"fmt"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// advice says what to do about each thing that prose refuses.
var advice = map[string]string{
	"raw-html":    "write it in plain words or in Markdown",
	"image":       "say in words what it shows",
	"unsafe-link": "link to a web page, an e-mail address or a phone number",
	"shortcode":   "leave it out; it would be printed as it stands",
}

// texts checks the prose of entries, guides and words: what would be left out is told
// to its author instead of vanishing.
func texts(r *model.Reading) []model.Problem {
	var problems []model.Problem
	for _, rec := range r.Records {
		problems = append(problems, refused(prose.Refused(rec.Offer.Description), rec.Where.File, rec.BodyLine)...)
	}
	for _, a := range r.Articles {
		problems = append(problems, refused(prose.GuideRefused(a.Body, anyPage), a.Where.File, a.BodyLine)...)
	}
	for _, w := range r.Words {
		problems = append(problems, refused(prose.GuideRefused(w.Body, anyPage), w.Where.File, w.BodyLine)...)
	}
	return problems
}

// anyPage lets a guide link to whatever can be a page: which pages there are
// is known when everything is merged.
func anyPage(address string) string {
	if model.IsAddress(address) {
		return address
	}
	return ""
}

// links checks that the pages of the site to which guides and words link exist.
// The text itself is printed all the same, without the link.
func links(d *model.Directory) []model.Problem {
	own := func(address string) string {
		if d.HasPage(address) {
			return address
		}
		return ""
	}
	var problems []model.Problem
	text := func(body, file string, line int) {
		for _, found := range prose.GuideRefused(body, own) {
			if anyPage(found.Found) != "" {
				problems = append(problems, model.Problem{Rule: "dead-link", Severity: model.Error, Where: model.Where{File: file, Line: line + found.Line - 1},
					Sentence: fmt.Sprintf("the text links to %q, and there is no such page", found.Found), Hint: "link to another page, or write that one"})
			}
		}
	}
	for _, a := range d.Articles {
		text(a.Body, a.Where.File, a.BodyLine)
	}
	for _, w := range d.Words {
		text(w.Body, w.Where.File, w.BodyLine)
	}
	return problems
}

// refused are the problems of a text that holds what is not printed. The text
// begins on the given line of its file.
func refused(refusals []prose.Refusal, file string, line int) []model.Problem {
	var problems []model.Problem
	for _, found := range refusals {
		problems = append(problems, model.Problem{Rule: found.What, Severity: model.Error, Where: model.Where{File: file, Line: line + found.Line - 1},
			Sentence: fmt.Sprintf("the text holds %q, which is not printed", found.Found), Hint: advice[found.What]})
	}
	return problems
}
