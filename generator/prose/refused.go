package prose

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// A Refusal is something in a text that [HTML] leaves out or prints as it
// stands, so that its author can be told before it is missed.
type Refusal struct {
	Line  int    // of the Markdown, from 1
	What  string // raw-html, image, unsafe-link or shortcode
	Found string
}

// plain parses without the policy: it shows what the policy would take out.
var plain = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))

var shortcode = regexp.MustCompile(`\{\{[<%][^}]*`)

// longest is how much of a refused thing is quoted, in bytes.
const longest = 60

// Refused lists what [HTML] would not carry over, in the order of the text.
func Refused(md string) []Refusal { return GuideRefused(md, nil) }

// GuideRefused lists what [GuideHTML] would not carry over.
func GuideRefused(md string, own Own) []Refusal {
	if !suspect(md) {
		return nil
	}
	source := []byte(clean(md))
	var found []Refusal
	line := 1
	visit(plain.Parser().Parse(text.NewReader(source)), func(n ast.Node) {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			line = lineAt(source, n.Lines().At(0).Start)
		}
		if what, quote := refusal(n, source, own); what != "" {
			found = append(found, Refusal{line, what, quote[:min(len(quote), longest)]})
		}
	})
	for _, at := range shortcode.FindAllIndex(source, -1) {
		found = append(found, Refusal{lineAt(source, at[0]), "shortcode", string(source[at[0]:min(at[1], at[0]+longest)])})
	}
	return found
}

// suspect reports whether a text holds a character with which HTML, an image, a
// link or a shortcode begins. Most have none, and need not be parsed.
func suspect(md string) bool {
	return strings.ContainsAny(md, "<[{") || strings.Contains(md, "//") || strings.Contains(strings.ToLower(md), "www.")
}

func lineAt(source []byte, offset int) int { return 1 + bytes.Count(source[:offset], []byte("\n")) }

// refusal names what is wrong with a node, and quotes it; "" if nothing is.
func refusal(n ast.Node, source []byte, own Own) (what, found string) {
	switch n := n.(type) {
	case *ast.RawHTML:
		return "raw-html", string(n.Segments.Value(source))
	case *ast.HTMLBlock:
		block := n.Lines().Value(source)
		if n.HasClosure() {
			block = append(block, n.ClosureLine.Value(source)...)
		}
		return "raw-html", string(bytes.TrimSpace(block))
	case *ast.Image:
		return "image", string(n.Destination)
	case *ast.Link:
		if to := string(n.Destination); own.link(to) == "" && !linkable(to) {
			return "unsafe-link", string(n.Destination)
		}
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL && !linkable(string(n.URL(source))) {
			return "unsafe-link", string(n.URL(source))
		}
	}
	return "", ""
}
