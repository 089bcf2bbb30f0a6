package gather

import (
	"iter"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// show fills what the page says about its slots, and its form.
func (f *filling) show(doc *html.Node) {
	for _, n := range withAttribute(doc, "data-gather-when") {
		toggle(n, "hidden", !f.has(value(n, "data-gather-when")))
	}
	for _, n := range withAttribute(doc, "data-gather-unless") {
		toggle(n, "hidden", f.has(value(n, "data-gather-unless")))
	}
	for _, n := range withAttribute(doc, "data-gather-words") {
		empty(n)
		n.AppendChild(&html.Node{Type: html.TextNode, Data: f.words[value(n, "data-gather-words")]})
	}
	for _, n := range withAttribute(doc, "data-gather-links") {
		empty(n)
		f.list(n, value(n, "data-gather-links"))
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
		name := value(c, "name")
		switch {
		case name == "":
		case c.DataAtom == atom.Select:
			for o := range nodes(c) {
				if o.DataAtom == atom.Option {
					toggle(o, "selected", f.chose(name, value(o, "value")))
				}
			}
		case c.DataAtom == atom.Input && (value(c, "type") == "checkbox" || value(c, "type") == "radio"):
			toggle(c, "checked", f.chose(name, value(c, "value")))
		case c.DataAtom == atom.Input && value(c, "type") != "hidden":
			setValue(c, "value", f.again(name, seen[name]))
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
		if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name }) {
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

func value(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// toggle gives a node the attribute, or takes it away.
func toggle(n *html.Node, name string, on bool) {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
	switch {
	case on && i < 0:
		n.Attr = append(n.Attr, html.Attribute{Key: name})
	case !on && i >= 0:
		n.Attr = slices.Delete(n.Attr, i, i+1)
	}
}

// setValue changes an attribute; an empty value takes it away.
func setValue(n *html.Node, name, words string) {
	toggle(n, name, words != "")
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = words
		}
	}
}

func empty(n *html.Node) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}
