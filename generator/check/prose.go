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

// texts checks the prose of entries and guides: what would be left out is told
// to its author instead of vanishing.
func texts(r *model.Reading) []model.Problem {
	var problems []model.Problem
	for _, rec := range r.Records {
		problems = append(problems, refused(rec.Offer.Description, rec.Where.File, rec.BodyLine)...)
	}
	for _, a := range r.Articles {
		problems = append(problems, refused(a.Body, a.Where.File, a.BodyLine)...)
	}
	return problems
}

// refused lists what a text holds that is not printed. The text begins on the
// given line of its file.
func refused(text, file string, line int) []model.Problem {
	var problems []model.Problem
	for _, found := range prose.Refused(text) {
		problems = append(problems, model.Problem{Rule: found.What, Severity: model.Error, Where: model.Where{File: file, Line: line + found.Line - 1},
			Sentence: fmt.Sprintf("the text holds %q, which is not printed", found.Found), Hint: advice[found.What]})
	}
	return problems
}
