package prose

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// OwnMark is the attribute that a page has on what is not ours to make plain.
// Its value says what that is: [OwnName] or [OwnWords].
const OwnMark = "data-own"

// What an [OwnMark] stands on.
const (
	OwnName  = "name"  // a name, or a list of names
	OwnWords = "words" // what somebody else wrote
)

// aName stands in a text for what is a name: one word, and an easy one. It can begin a sentence.
const aName = "This"

// PageBlocks are the paragraphs and labels of a page's main part, as a family
// reads them. What is a name or in others' words counts as one word; a link
// that leads out of the site is a name, and so is one to a page that the names
// say. What is hidden, and what is code, is not read.
func PageBlocks(page []byte, isName func(href string) bool) ([]Block, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	p := paging{isName: isName}
	p.find(doc)
	return p.blocks, nil
}

// A paging reads a page.
type paging struct {
	isName func(href string) bool
	blocks []Block
}

// find reads the main part, wherever it stands.
func (p *paging) find(n *html.Node) {
	if n.Type == html.ElementNode && n.Data == "main" {
		p.box(n)
		return
	}
	for c := range n.ChildNodes() {
		p.find(c)
	}
}

// inline are the elements that stand in a line of text.
var inline = []string{"a", "abbr", "b", "bdi", "bdo", "br", "cite", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}

// silent are the elements that hold nothing to read.
var silent = []string{"script", "style", "svg", "template", "code", "pre", "input", "select", "datalist"}

// labels are the elements whose words are no sentences.
var labels = []string{"h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "label", "legend", "summary", "caption", "button"}

// box reads an element that holds blocks: each run of inline ones between them
// is a block.
func (p *paging) box(n *html.Node) {
	var run []*html.Node
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode || c.Type == html.ElementNode && slices.Contains(inline, c.Data) {
			run = append(run, c)
			continue
		}
		p.run(n, run)
		run = nil
		if c.Type == html.ElementNode && !unread(c) {
			p.box(c)
		}
	}
	p.run(n, run)
}

// unread reports whether nobody reads an element, or not as English.
func unread(n *html.Node) bool {
	_, hidden := attribute(n, "hidden")
	return hidden || slices.Contains(silent, n.Data) || foreign(n)
}

// foreign reports whether an element is in another language: how hard its words
// are is not for the measures of English to say.
func foreign(n *html.Node) bool {
	tag, given := attribute(n, "lang")
	return given && tag != "en" && !strings.HasPrefix(tag, "en-")
}

// run reads what stands in one line. Where that is parts alone, without any
// word between them, each part is a block: a label and what it labels.
func (p *paging) run(in *html.Node, run []*html.Node) {
	apart := !slices.ContainsFunc(run, func(n *html.Node) bool { return n.Type == html.TextNode && len(split(n.Data)) > 0 })
	if !apart {
		p.add(in, run)
		return
	}
	for _, n := range run {
		if n.Type == html.ElementNode {
			p.add(in, []*html.Node{n})
		}
	}
}

// add adds a block. One that is a link and nothing else is a label; and so is a
// cell without a sentence, such as a date in a table of them.
func (p *paging) add(in *html.Node, run []*html.Node) {
	b := Block{Label: slices.Contains(labels, in.Data) || isLink(run)}
	var says, their strings.Builder
	for n := in; n != nil; n = n.Parent {
		if mark, ok := attribute(n, OwnMark); ok {
			b.Label = true
			for _, r := range run {
				b.Their += theirs(r, mark)
			}
			p.keep(b)
			return
		}
	}
	for _, n := range run {
		p.inline(n, &says, &their)
	}
	if in.Data == "textarea" { // words to copy, each line of them a paragraph
		for line := range strings.Lines(says.String()) {
			p.keep(Block{Text: line, Label: !strings.ContainsAny(line, ".!?")})
		}
		return
	}
	b.Text, b.Their = says.String(), their.String()
	b.Label = b.Label || in.Data == "td" && !strings.ContainsAny(b.Text, ".!?")
	p.keep(b)
}

func (p *paging) keep(b Block) {
	if len(split(b.Text)) > 0 || len(split(b.Their)) > 0 {
		p.blocks = append(p.blocks, b)
	}
}

// isLink reports whether a run is one link.
func isLink(run []*html.Node) bool {
	run = slices.DeleteFunc(slices.Clone(run), func(n *html.Node) bool { return n.Type == html.TextNode && len(split(n.Data)) == 0 })
	return len(run) == 1 && run[0].Data == "a"
}

// inline writes the words of a node.
func (p *paging) inline(n *html.Node, says, their *strings.Builder) {
	if n.Type == html.TextNode {
		says.WriteString(n.Data)
		return
	}
	if n.Type != html.ElementNode || unread(n) {
		return
	}
	if n.Data == "br" {
		says.WriteByte(' ')
	}
	mark, own := attribute(n, OwnMark)
	href, isLink := attribute(n, "href")
	switch {
	case own:
		says.WriteString(instead(n))
		their.WriteString(theirs(n, mark))
	case isLink && (!strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "#") || p.isName(href)):
		says.WriteString(instead(n))
	default:
		for c := range n.ChildNodes() {
			p.inline(c, says, their)
		}
	}
}

// instead stands for a name or for the words of others, with the end of their
// sentence.
func instead(n *html.Node) string {
	says := strings.TrimRight(textOf(n), closers+" ")
	if end := len(says) - 1; end >= 0 && strings.ContainsRune(".!?", rune(says[end])) {
		return " " + aName + says[end:] + " "
	}
	return " " + aName + " "
}

// theirs are the words of others in a node, where they are no name.
func theirs(n *html.Node, mark string) string {
	if mark == OwnName {
		return ""
	}
	return textOf(n) + "\n"
}

// textOf is all text of a node.
func textOf(n *html.Node) string {
	var words strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			words.WriteString(d.Data)
		}
	}
	if n.Type == html.TextNode {
		words.WriteString(n.Data)
	}
	return words.String()
}

// attribute is the value of an element's attribute, and whether it has it.
func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
