package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A Linker links the terms of one page to the glossary, each of them where it
// first stands. The texts of the page go through it in the order in which they
// are read.
type Linker struct {
	glossary *Glossary
	used     map[string]bool // ids
}

// A Span is a part of a plain text; with an Href, a term of the glossary.
type Span struct{ Text, Href string }

// Page begins a page. The terms with the ids in except are never linked on it:
// those that the page itself explains.
func (g *Glossary) Page(except ...string) *Linker {
	l := &Linker{glossary: g, used: map[string]bool{}}
	for _, id := range except {
		l.used[id] = true
	}
	return l
}

// Spans are the parts of a plain text, which together are its words.
func (l *Linker) Spans(text string) []Span {
	text = clean(text)
	var spans []Span
	end := 0
	for _, h := range l.glossary.hits(text) {
		href := l.first(h.id)
		if href == "" {
			continue
		}
		if end < h.start {
			spans = append(spans, Span{Text: text[end:h.start]})
		}
		spans, end = append(spans, Span{h.of(text), href}), h.end
	}
	if end < len(text) {
		spans = append(spans, Span{Text: text[end:]})
	}
	return spans
}

// first is the address of a term that has no link on the page yet, or "". From
// now on it has one.
func (l *Linker) first(id string) string {
	if l.used[id] {
		return ""
	}
	l.used[id] = true
	return l.glossary.address(id)
}

// HTML is [GuideHTML] with its terms linked: not in headings, in code or in
// what is a link already.
func (l *Linker) HTML(md string, top int, own Own) (string, error) {
	return render(md, top, own, l)
}

// linkerKey is where a parse keeps the Linker of its page.
var linkerKey = parser.NewContextKey()

// A glossing links terms, after the policy: their links are our own.
type glossing struct{}

// Transform implements parser.ASTTransformer.
func (glossing) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	l, _ := pc.Get(linkerKey).(*Linker)
	if l == nil {
		return
	}
	var blocks []ast.Node
	visit(doc, func(n ast.Node) {
		if isRunning(n) {
			blocks = append(blocks, n)
		}
	})
	for _, block := range blocks {
		l.link(flatten(block, reader.Source()))
	}
}

// isRunning reports whether a block holds running text, and no heading.
func isRunning(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock:
		return true
	case extast.KindTableCell:
		return n.Parent().Kind() != extast.KindTableHeader
	}
	return false
}

// A line is the text of a block with the nodes that it is made of: a term can
// stand in several of them.
type line struct {
	text   string
	pieces []piece
}

// A piece is a node whose text begins at a byte of the line.
type piece struct {
	node *ast.Text
	at   int
}

func (p piece) end() int { return p.at + p.node.Segment.Len() }

// flatten writes a block's inline nodes on one line. What cannot hold a link
// is in its text, for the words around it, and not among its pieces.
func flatten(block ast.Node, source []byte) line {
	var words strings.Builder
	var l line
	visit(block, func(n ast.Node) {
		t, ok := n.(*ast.Text)
		switch {
		case !ok:
			words.WriteString(own(n, source))
		case linksNothing(n, block):
			words.Write(t.Segment.Value(source))
		default:
			l.pieces = append(l.pieces, piece{t, words.Len()})
			words.Write(t.Segment.Value(source))
		}
		if ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			words.WriteByte('\n')
		}
	})
	l.text = words.String()
	return l
}

// linksNothing reports whether a node stands in code or in a link.
func linksNothing(n, block ast.Node) bool {
	for p := n.Parent(); p != nil && p != block; p = p.Parent() {
		if k := p.Kind(); k == ast.KindLink || k == ast.KindCodeSpan {
			return true
		}
	}
	return false
}

// link links the terms of a line. They are chosen from the first on, and
// linked from the last on: so the places of those before them stay right.
func (l *Linker) link(t line) {
	type chosen struct {
		hit
		from, to int // pieces
		href     string
	}
	var links []chosen
	for _, h := range l.glossary.hits(t.text) {
		from, to, ok := t.siblings(h)
		if !ok {
			continue
		}
		if href := l.first(h.id); href != "" {
			links = append(links, chosen{h, from, to, href})
		}
	}
	for i := len(links) - 1; i >= 0; i-- {
		c := links[i]
		wrap(t.pieces[c.from:c.to+1], c.hit, c.href)
	}
}

// siblings are the first and the last piece in which a term stands. It can be
// linked if no other node stands between them.
func (t line) siblings(h hit) (from, to int, ok bool) {
	from = -1
	for i, p := range t.pieces {
		if p.end() <= h.start || p.at >= h.end {
			continue
		}
		if from < 0 {
			from = i
		} else if t.pieces[i-1].node.NextSibling() != ast.Node(p.node) {
			return 0, 0, false
		}
		to = i
	}
	return from, to, from >= 0 && t.pieces[from].at <= h.start && h.end <= t.pieces[to].end()
}

// wrap puts a link around a term. The first piece keeps what stands before
// the term, and what stands after it becomes a node of its own.
func wrap(pieces []piece, h hit, href string) {
	first, last := pieces[0], pieces[len(pieces)-1]
	parent := first.node.Parent()
	link := ast.NewLink()
	link.Destination = []byte(href)
	parent.InsertAfter(parent, last.node, link)
	parent.InsertAfter(parent, link, cut(last, h.end, last.end()))
	for _, p := range pieces {
		part := cut(p, max(h.start, p.at), min(h.end, p.end()))
		if p == last {
			part.SetSoftLineBreak(false)
			part.SetHardLineBreak(false)
		}
		link.AppendChild(link, part)
		if p != first {
			parent.RemoveChild(parent, p.node)
		}
	}
	first.node.Segment = first.node.Segment.WithStop(first.node.Segment.Start + h.start - first.at)
	first.node.SetSoftLineBreak(false)
	first.node.SetHardLineBreak(false)
}

// cut is the part of a piece between two bytes of the line, with the end of
// line after it.
func cut(p piece, from, to int) *ast.Text {
	s := p.node.Segment
	part := ast.NewTextSegment(text.NewSegment(s.Start+from-p.at, s.Start+to-p.at))
	part.SetSoftLineBreak(p.node.SoftLineBreak())
	part.SetHardLineBreak(p.node.HardLineBreak())
	return part
}
