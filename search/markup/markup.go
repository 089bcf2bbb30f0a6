// Package markup reads and changes the elements of a page whose places are
// marked by attributes. Whoever fills such a page for browsers without script
// needs the same few things of it.
package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Has reports whether an element has the attribute, empty or not.
func Has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, named(name))
}

// Value is what an attribute says, "" where there is none.
func Value(n *html.Node, name string) string {
	if i := slices.IndexFunc(n.Attr, named(name)); i >= 0 {
		return n.Attr[i].Val
	}
	return ""
}

// Toggle gives an element the attribute, or takes it away. One that is there
// keeps what it says.
func Toggle(n *html.Node, name string, on bool) {
	i := slices.IndexFunc(n.Attr, named(name))
	switch {
	case on && i < 0:
		n.Attr = append(n.Attr, html.Attribute{Key: name})
	case !on && i >= 0:
		n.Attr = slices.Delete(n.Attr, i, i+1)
	}
}

// Set changes what an attribute says; no words take it away.
func Set(n *html.Node, name, words string) {
	Toggle(n, name, words != "")
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = words
		}
	}
}

// Empty takes away all that stands in an element.
func Empty(n *html.Node) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}

// Write makes words all that stands in an element.
func Write(n *html.Node, words string) {
	Empty(n)
	n.AppendChild(&html.Node{Type: html.TextNode, Data: words})
}

func named(name string) func(html.Attribute) bool {
	return func(a html.Attribute) bool { return a.Key == name }
}

// MostTyped is how much of what somebody typed into a field is looked at, in
// characters.
const MostTyped = 100

// Typed is what somebody typed, without blanks around it and no longer than a
// field lets anyone type; bytes that are no text are marked as such.
func Typed(text string) string {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if r := []rune(text); len(r) > MostTyped {
		return string(r[:MostTyped])
	}
	return text
}
