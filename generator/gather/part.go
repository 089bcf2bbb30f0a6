package gather

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"signpost/search/markup"
)

// A part is what a slot gets from one page.
type part struct {
	prefix  string // of its ids
	address string // of the page
	level   int    // of its heading
}

// take is the page's heading, as a link to it, and its elements of a class; nil
// where it has none.
func (p part) take(page []byte, class string) *html.Node {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil || class == "" || len(page) == 0 {
		return nil
	}
	taken := outermost(doc, class)
	if len(taken) == 0 {
		return nil
	}
	ids := map[string]bool{}
	for _, n := range taken {
		for c := range nodes(n) {
			ids[markup.Value(c, "id")] = true
		}
	}
	name := p.prefix + "name"
	link := element(atom.A, "href", p.address)
	link.AppendChild(&html.Node{Type: html.TextNode, Data: title(doc)})
	heading := element(atom.Lookup([]byte("h"+string(rune('0'+p.level)))), "id", name)
	heading.AppendChild(link)
	whole := element(atom.Div, "class", "sp-gathered")
	whole.AppendChild(heading)
	for _, n := range taken {
		n.Parent.RemoveChild(n)
		p.adopt(n, ids)
		if labels := markup.Value(n, "aria-labelledby"); labels != "" {
			markup.Set(n, "aria-labelledby", name+" "+labels) // two landmarks of one name could not be told apart
		}
		whole.AppendChild(n)
	}
	return whole
}

// dropped are the elements that are never taken.
var dropped = []atom.Atom{atom.Script, atom.Style, atom.Link, atom.Template, atom.Noscript, atom.Form}

// references are the attributes that name ids.
var references = []string{"id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list"}

// adopt makes a node fit for another page.
func (p part) adopt(n *html.Node, ids map[string]bool) {
	var gone []*html.Node
	for c := range nodes(n) {
		if slices.Contains(dropped, c.DataAtom) {
			gone = append(gone, c)
			continue
		}
		if len(c.Data) == 2 && c.Data[0] == 'h' && c.Data[1] >= '1' && c.Data[1] <= '6' {
			c.Data = "h" + string(min('6', c.Data[1]+byte(p.level)-1))
			c.DataAtom = atom.Lookup([]byte(c.Data))
		}
		for i, a := range c.Attr {
			switch {
			case slices.Contains(references, a.Key):
				c.Attr[i].Val = p.prefixed(a.Val)
			case a.Key == "href" && strings.HasPrefix(a.Val, "#") && ids[a.Val[1:]]:
				c.Attr[i].Val = "#" + p.prefixed(a.Val[1:])
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				c.Attr[i].Val = p.address + a.Val
			}
		}
	}
	for _, c := range gone {
		if c.Parent != nil {
			c.Parent.RemoveChild(c)
		}
	}
}

// prefixed puts the prefix before each of the ids in an attribute.
func (p part) prefixed(ids string) string {
	list := strings.Fields(ids)
	for i := range list {
		list[i] = p.prefix + list[i]
	}
	return strings.Join(list, " ")
}

// outermost are the elements of a class that lie in no other of it.
func outermost(n *html.Node, class string) []*html.Node {
	if n.Type == html.ElementNode && slices.Contains(strings.Fields(markup.Value(n, "class")), class) {
		return []*html.Node{n}
	}
	var found []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		found = append(found, outermost(c, class)...)
	}
	return found
}

// title is what the page's h1 says.
func title(doc *html.Node) string {
	for n := range nodes(doc) {
		if n.DataAtom == atom.H1 {
			return strings.Join(strings.Fields(text(n)), " ")
		}
	}
	return ""
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}
