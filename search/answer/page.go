package answer

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost/search/markup"
)

// A Page is /find/ as it was built, with places for an answer. These
// attributes mark them:
//
//	data-if="help near"  shown while any of the slots has words or rows, else hidden
//	data-unless="help"   the other way round
//	data-words="title"   its text
//	data-to="address"    its href
//	data-value="query"   the value of an input
//	data-ticked="need-autism"  checked while the slot has words
//	data-open="filtered" open while the slot has words
//	data-rows="help" data-row="result"
//	                     one copy of <template id="row-result"> for each row
//
// Inside a copy, what is not shown is left out.
type Page struct{ text []byte }

// NewPage takes the HTML of /find/.
func NewPage(text []byte) (*Page, error) {
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("the page of answers: %w", err)
	}
	if len(templates(doc)) == 0 {
		return nil, fmt.Errorf("the page of answers has no template for a row")
	}
	return &Page{text}, nil
}

// Fill writes the page with the slots filled. It keeps nothing between calls.
func (p *Page) Fill(w io.Writer, s Slots) error {
	doc, err := html.Parse(bytes.NewReader(p.text))
	if err != nil {
		return err
	}
	f := filler{templates(doc)}
	f.fill(doc, s, false)
	return html.Render(w, doc)
}

type filler struct{ rows map[string]*html.Node }

// fill fills a node and what is below it. In a copy of a row, hidden parts are
// taken out, so that nobody has to step over them.
func (f filler) fill(n *html.Node, s Slots, copied bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type != html.ElementNode || c.DataAtom == atom.Template:
		case copied && hidden(c, s):
			n.RemoveChild(c)
		default:
			f.element(c, s, copied)
		}
		c = next
	}
}

func (f filler) element(n *html.Node, s Slots, copied bool) {
	if markup.Value(n, "data-if")+markup.Value(n, "data-unless") != "" {
		markup.Toggle(n, "hidden", hidden(n, s))
	}
	if name := markup.Value(n, "data-to"); name != "" {
		markup.Toggle(n, "href", s.Words[name] != "")
		markup.Set(n, "href", s.Words[name])
	}
	if name := markup.Value(n, "data-value"); name != "" {
		markup.Set(n, "value", s.Words[name])
	}
	if name := markup.Value(n, "data-ticked"); name != "" {
		markup.Toggle(n, "checked", s.Words[name] != "")
	}
	if name := markup.Value(n, "data-open"); name != "" && s.has(name) {
		markup.Toggle(n, "open", true)
	}
	switch rows := markup.Value(n, "data-rows"); {
	case rows != "":
		markup.Empty(n)
		for _, row := range s.Lists[rows] {
			f.copy(n, f.rows[markup.Value(n, "data-row")], row)
		}
	case markup.Value(n, "data-words") != "":
		markup.Write(n, s.Words[markup.Value(n, "data-words")])
	default:
		f.fill(n, s, copied)
	}
}

// copy appends the template's content, filled with a row's slots.
func (f filler) copy(to, template *html.Node, row Slots) {
	if template == nil {
		return
	}
	holder := &html.Node{Type: html.ElementNode, Data: "div"}
	for c := template.FirstChild; c != nil; c = c.NextSibling {
		holder.AppendChild(clone(c))
	}
	f.fill(holder, row, true)
	for c := holder.FirstChild; c != nil; c = holder.FirstChild {
		holder.RemoveChild(c)
		to.AppendChild(c)
	}
}

func hidden(n *html.Node, s Slots) bool {
	when := strings.Fields(markup.Value(n, "data-if"))
	if len(when) > 0 && !slices.ContainsFunc(when, s.has) {
		return true
	}
	return slices.ContainsFunc(strings.Fields(markup.Value(n, "data-unless")), s.has)
}

// templates are the page's rows by their ids, without "row-".
func templates(n *html.Node) map[string]*html.Node {
	found := map[string]*html.Node{}
	for c := range n.Descendants() {
		if id := markup.Value(c, "id"); c.DataAtom == atom.Template && len(id) > len("row-") {
			found[id[len("row-"):]] = c
		}
	}
	return found
}

func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.AppendChild(clone(child))
	}
	return c
}
