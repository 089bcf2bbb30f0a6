package dates

import (
	"bytes"
	"net/url"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost/generator/calendar"
	"signpost/search/markup"
)

// Move is the page of a move with the days of that move, where a query has the
// day; else the page as it is. The script of the page fills the same places
// (themes/signpost/components/moving/moving.ts):
//
//	data-move       the limits of the page; what is worked out stands in it
//	data-move-when  shown while something stands there
func Move(page []byte, query url.Values, _ func(address string) []byte) []byte {
	if typed(query, calendar.MovedLimb) == "" {
		return page
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return page
	}
	slot := first(doc, func(n *html.Node) bool { return markup.Has(n, "data-move") })
	if slot == nil {
		return page
	}
	rules, err := calendar.ExportedMove([]byte(markup.Value(slot, "data-move")))
	if err != nil {
		return page
	}
	markup.Empty(slot)
	for _, r := range rules.Move(typed(query, calendar.MovedLimb), typed(query, calendar.KnewLimb)) {
		reckoning(slot, r)
	}
	for n := range doc.Descendants() {
		if markup.Has(n, "data-move-when") {
			markup.Toggle(n, "hidden", false)
		}
	}
	var filled bytes.Buffer
	if err := html.Render(&filled, doc); err != nil {
		return page
	}
	return filled.Bytes()
}

func typed(query url.Values, name string) string {
	return markup.Typed(query.Get(name))
}

// reckoning adds one to the page.
func reckoning(to *html.Node, r calendar.Reckoning) {
	if r.Head != "" {
		add(to, atom.H3, r.Head)
	}
	for _, says := range r.Says {
		add(to, atom.P, says)
	}
	if len(r.Steps) == 0 {
		return
	}
	more := add(to, atom.Details, "")
	add(more, atom.Summary, calendar.EnglishMove.How)
	list := add(more, atom.Ul, "")
	for _, step := range r.Steps {
		add(list, atom.Li, step)
	}
}

func add(to *html.Node, name atom.Atom, words string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: name.String(), DataAtom: name}
	if words != "" {
		markup.Write(n, words)
	}
	to.AppendChild(n)
	return n
}
