package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// Text is the Markdown's words alone, on one line: for search and summaries.
func Text(md string) string {
	source := []byte(clean(md))
	var words strings.Builder
	visit(parse(source, nil, nil), func(n ast.Node) {
		if n.Type() == ast.TypeBlock || n.Kind() == extast.KindTableCell {
			words.WriteByte(' ')
		}
		words.WriteString(own(n, source))
	})
	return strings.Join(strings.Fields(words.String()), " ")
}

// own is the text of a node without that of its children.
func own(n ast.Node, source []byte) string {
	switch n := n.(type) {
	case *ast.Text:
		words := unescape(n.Segment.Value(source))
		if n.SoftLineBreak() || n.HardLineBreak() {
			words += " "
		}
		return words
	case *ast.String:
		return unescape(n.Value)
	case *ast.AutoLink:
		return string(n.Label(source))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return string(n.Lines().Value(source))
	}
	return ""
}

// unescape turns \* into * and &amp; into &, as a reader sees them.
func unescape(words []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(words))))
}
