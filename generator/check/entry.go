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

// entries checks the prose of entries: what would be left out is told to its
// author instead of vanishing.
func entries(d *model.Directory) []model.Problem {
	var problems []model.Problem
	for _, s := range d.Services {
		for _, r := range s.Records {
			for _, found := range prose.Refused(r.Offer.Description) {
				problems = append(problems, model.Problem{Rule: found.What, Severity: model.Error,
					Where:    model.Where{File: r.Where.File, Line: r.BodyLine + found.Line - 1},
					Sentence: fmt.Sprintf("the description holds %q, which is not printed", found.Found), Hint: advice[found.What]})
			}
		}
	}
	return problems
}
