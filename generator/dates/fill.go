// Package dates answers the forms of pages that work out last days, for
// browsers without script: it fills the same places of the page as
// themes/signpost/components/limit/limit.ts does, with the same words.
//
// A page carries all that its answers need (see [calendar.Exported]), so that
// nothing but the page and the form decides them. Nothing is kept, and nothing
// is logged. These attributes mark the places:
//
//	data-rules           the limits of the page, on the section of its forms
//	data-sum             a form; its fields are named after the limbs
//	data-answer="appeal" hidden until the limit is answered
//	data-says            the answer, in one sentence
//	data-steps           how it was counted, an item a sentence
//	data-answered        on a form with answers
//	data-keep            on every form of the page that is to carry along what
//	                     was sent with another
package dates

import (
	"bytes"
	"maps"
	"net/url"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost/generator/calendar"
	"signpost/search/markup"
)

// Fill is the page with the answers to a form of it. A query that is of none of
// its forms leaves the page as it is.
func Fill(page []byte, query url.Values, _ func(address string) []byte) []byte {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return page
	}
	forms := all(doc, func(n *html.Node) bool { return markup.Has(n, "data-keep") })
	if len(forms) == 0 {
		return page
	}
	answer(doc, query)
	keep(forms, query)
	var filled bytes.Buffer
	if err := html.Render(&filled, doc); err != nil {
		return page
	}
	return filled.Bytes()
}

// answer answers the form that a query is of.
func answer(doc *html.Node, query url.Values) {
	section := first(doc, func(n *html.Node) bool { return markup.Has(n, "data-rules") })
	if section == nil {
		return
	}
	rules, err := calendar.Exported([]byte(markup.Value(section, "data-rules")))
	if err != nil {
		return
	}
	if form := first(section, func(n *html.Node) bool { return markup.Has(n, "data-sum") && asks(n, query["limit"]) }); form != nil {
		fill(form, rules, query)
	}
}

// mostKept is how many values of a name are carried along: a form sends no more.
const mostKept = 9

// keep puts what was sent with one form into the others, as far as they have no
// fields for it: whoever has named an area and then works out a date goes on to
// see both.
func keep(forms []*html.Node, query url.Values) {
	names := make([]map[string]bool, len(forms))
	known := map[string]bool{}
	for i, form := range forms {
		names[i] = map[string]bool{}
		for n := range form.Descendants() {
			if name := markup.Value(n, "name"); name != "" {
				names[i][name], known[name] = true, true
			}
		}
	}
	for i, form := range forms {
		for _, name := range slices.Sorted(maps.Keys(known)) {
			if names[i][name] {
				continue
			}
			for _, v := range query[name][:min(len(query[name]), mostKept)] {
				form.AppendChild(&html.Node{Type: html.ElementNode, Data: "input", DataAtom: atom.Input,
					Attr: []html.Attribute{{Key: "type", Val: "hidden"}, {Key: "name", Val: name}, {Key: "value", Val: markup.Typed(v)}}})
			}
		}
	}
}

// asks reports whether a form is about limits, and about no others.
func asks(form *html.Node, limits []string) bool {
	var own []string
	for n := range form.Descendants() {
		if n.DataAtom == atom.Input && markup.Value(n, "name") == "limit" {
			own = append(own, markup.Value(n, "value"))
		}
	}
	return slices.Equal(own, limits)
}

// fill answers one form.
func fill(form *html.Node, rules *calendar.Table, query url.Values) {
	said := map[string]string{}
	var places []*html.Node
	for n := range form.Descendants() {
		switch {
		case n.DataAtom == atom.Input && markup.Value(n, "type") != "hidden":
			name := markup.Value(n, "name")
			said[name] = typed(query, name)
			markup.Set(n, "value", said[name])
			if _, err := calendar.ReadDay(said[name]); err != nil {
				markup.Set(n, "aria-invalid", "true")
			}
		case markup.Has(n, "data-answer"):
			places = append(places, n)
		}
	}
	for _, place := range places {
		if l, ok := rules.Limit(markup.Value(place, "data-answer")); ok {
			show(place, rules.Answer(l, said))
		}
	}
	markup.Toggle(form, "data-answered", true)
}

// show fills the place of a limit.
func show(place *html.Node, a calendar.Answer) {
	says := first(place, func(n *html.Node) bool { return markup.Has(n, "data-says") })
	list := first(place, func(n *html.Node) bool { return markup.Has(n, "data-steps") })
	if says == nil || list == nil {
		return
	}
	markup.Write(says, a.Says)
	var steps []string
	for _, limb := range a.Limbs {
		steps = append(steps, limb.Steps...)
	}
	markup.Empty(list)
	for _, step := range append(steps, a.Steps...) {
		item := &html.Node{Type: html.ElementNode, Data: "li", DataAtom: atom.Li}
		markup.Write(item, step)
		list.AppendChild(item)
	}
	if list.FirstChild == nil {
		markup.Toggle(list, "hidden", true)
	}
	markup.Toggle(place, "hidden", false)
}

func first(n *html.Node, is func(*html.Node) bool) *html.Node {
	if found := all(n, is); len(found) > 0 {
		return found[0]
	}
	return nil
}

func all(n *html.Node, is func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && is(c) {
			found = append(found, c)
		}
	}
	return found
}
