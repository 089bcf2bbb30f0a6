package gather

import (
	"iter"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost/search/markup"
)

// show fills what the page says about its slots, and its form.
func (f *filling) show(doc *html.Node) {
	for _, n := range withAttribute(doc, "data-gather-when") {
		markup.Toggle(n, "hidden", !f.has(markup.Value(n, "data-gather-when")))
	}
	for _, n := range withAttribute(doc, "data-gather-unless") {
		markup.Toggle(n, "hidden", f.has(markup.Value(n, "data-gather-unless")))
	}
	for _, n := range withAttribute(doc, "data-gather-words") {
		markup.Write(n, f.words[markup.Value(n, "data-gather-words")])
	}
	for _, n := range withAttribute(doc, "data-gather-links") {
		markup.Empty(n)
		f.list(n, markup.Value(n, "data-gather-links"))
	}
	for _, n := range withAttribute(doc, "data-gather-form") {
		f.form(n)
	}
}

// has reports whether one of the states holds.
func (f *filling) has(states string) bool {
	return slices.ContainsFunc(strings.Fields(states), func(state string) bool { return f.words[state] != "" })
}

// list has a link for each area that a value may mean: the same question with
// that area in the value's place.
func (f *filling) list(n *html.Node, key string) {
	for _, choice := range f.links[key] {
		query := url.Values{}
		for name, list := range f.query {
			query[name] = slices.Clone(list)
		}
		query[key][f.at[key]] = choice.Slug
		link := element(atom.A, "href", "?"+query.Encode())
		link.AppendChild(&html.Node{Type: html.TextNode, Data: choice.Name})
		item := element(atom.Li)
		item.AppendChild(link)
		n.AppendChild(item)
	}
}

// form fills in again what was asked.
func (f *filling) form(n *html.Node) {
	seen := map[string]int{}
	for c := range nodes(n) {
		name := markup.Value(c, "name")
		switch {
		case name == "":
		case c.DataAtom == atom.Select:
			for o := range nodes(c) {
				if o.DataAtom == atom.Option {
					markup.Toggle(o, "selected", f.chose(name, markup.Value(o, "value")))
				}
			}
		case c.DataAtom == atom.Input && (markup.Value(c, "type") == "checkbox" || markup.Value(c, "type") == "radio"):
			markup.Toggle(c, "checked", f.chose(name, markup.Value(c, "value")))
		case c.DataAtom == atom.Input && markup.Value(c, "type") != "hidden":
			markup.Set(c, "value", f.again(name, seen[name]))
			seen[name]++
		}
	}
}

func (f *filling) chose(name, option string) bool {
	if _, ours := f.asked[name]; ours {
		return option != "" && slices.Contains(f.slugs(name), option)
	}
	return slices.Contains(f.query[name], option)
}

// again is what the nth input of a name says: an area by its name.
func (f *filling) again(name string, n int) string {
	if list, ours := f.asked[name]; ours {
		if n >= len(list) {
			return ""
		}
		if list[n].area.Name != "" {
			return list[n].area.Name
		}
		return list[n].typed
	}
	if list := values(f.query, name); n < len(list) {
		return list[n]
	}
	return ""
}

// nodes are a node and all below it.
func nodes(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		if !yield(n) {
			return
		}
		for c := range n.Descendants() {
			if !yield(c) {
				return
			}
		}
	}
}

// withAttribute are the elements of a page that have an attribute.
func withAttribute(doc *html.Node, name string) []*html.Node {
	var found []*html.Node
	for n := range nodes(doc) {
		if markup.Has(n, name) {
			found = append(found, n)
		}
	}
	return found
}

func element(a atom.Atom, attributes ...string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	for i := 0; i+1 < len(attributes); i += 2 {
		n.Attr = append(n.Attr, html.Attribute{Key: attributes[i], Val: attributes[i+1]})
	}
	return n
}
