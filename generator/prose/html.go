package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// deepest is the lowest heading that HTML has.
const deepest = 6

// markdown parses with the policy and renders without unsafe, attributes or
// automatic ids. A column's alignment would be an inline style: leave it out.
var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
		extension.Strikethrough,
		extension.Linkify,
	),
	goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(policy{}, 999), util.Prioritized(glossing{}, 1000))),
)

// HTML is the Markdown of an entry as safe HTML. Its highest heading gets the
// level top, and no heading stands more than one level below the one before it.
func HTML(md string, top int) (string, error) { return GuideHTML(md, top, nil) }

// GuideHTML is [HTML] for a text that may link to the site's own pages.
func GuideHTML(md string, top int, own Own) (string, error) { return render(md, top, own, nil) }

func render(md string, top int, own Own, terms *Linker) (string, error) {
	source := []byte(clean(md))
	doc := parse(source, own, terms)
	levelHeadings(doc, top)
	var out bytes.Buffer
	err := markdown.Renderer().Render(&out, source, doc)
	return strings.TrimSpace(out.String()), err
}

// clean replaces bytes that are not UTF-8: no parser after us has to guess.
func clean(md string) string { return strings.ToValidUTF8(md, "\uFFFD") }

func parse(source []byte, own Own, terms *Linker) ast.Node {
	pc := parser.NewContext()
	pc.Set(ownKey, own)
	pc.Set(linkerKey, terms)
	return markdown.Parser().Parse(text.NewReader(source), parser.WithContext(pc))
}

// levelHeadings fits the headings of a text below those of the page around it,
// whatever level its author began with.
func levelHeadings(doc ast.Node, top int) {
	highest := deepest
	visit(doc, func(n ast.Node) {
		if h, ok := n.(*ast.Heading); ok {
			highest = min(highest, h.Level)
		}
	})
	before := top - 1
	visit(doc, func(n ast.Node) {
		if h, ok := n.(*ast.Heading); ok {
			h.Level = min(top+h.Level-highest, before+1, deepest)
			before = h.Level
		}
	})
}

// visit calls f once for every node, parents first.
func visit(doc ast.Node, f func(ast.Node)) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			f(n)
		}
		return ast.WalkContinue, nil
	})
}
