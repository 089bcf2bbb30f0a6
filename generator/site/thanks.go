package site

import "signpost/generator/model"

// A thanksView is where the form about a mistake leads. Whoever came for help
// finds the way to somebody who gives it.
type thanksView struct {
	Frame frame  `json:"frame"`
	Talk  []Span `json:"talk"`
	Lines []Line `json:"lines"` // where the number is from
	Areas Span   `json:"areas"`
	Kept  string `json:"kept"`
}

func (v *views) thanks(p model.Page) thanksView {
	view := thanksView{Frame: v.frame(p, ""), Kept: v.d.Vocabulary.Say("reports-deleted"),
		Areas: Span{Text: "Find the service of your own area", Href: v.href(model.AreasAddress)}}
	view.Talk, view.Lines = v.talk(nil)
	return view
}
