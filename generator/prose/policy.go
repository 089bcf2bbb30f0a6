package prose

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// rel keeps a link in somebody's entry from borrowing the site's good name.
const rel = "nofollow noopener ugc"

// A policy takes out of a document what an entry may not hold.
type policy struct{}

// Transform implements parser.ASTTransformer. Nodes are collected first: a
// walk does not survive the removal of what it stands on.
func (policy) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	source := reader.Source()
	own, _ := pc.Get(ownKey).(Own)
	var unwanted []ast.Node
	visit(doc, func(n ast.Node) {
		if !keep(n, source, own) {
			unwanted = append(unwanted, n)
		}
	})
	for _, n := range unwanted {
		remove(n, source)
	}
}

// keep reports whether the node may stay, and dresses links that do.
func keep(n ast.Node, source []byte, own Own) bool {
	switch n := n.(type) {
	case *ast.Image, *ast.RawHTML, *ast.HTMLBlock:
		return false
	case *ast.FencedCodeBlock:
		n.Info = nil // the language would become a class
	case *ast.Link:
		n.Title = nil
		if to := own.link(string(n.Destination)); to != "" {
			n.Destination = []byte(to)
			return true
		}
		n.SetAttributeString("rel", []byte(rel))
		return linkable(string(n.Destination))
	case *ast.AutoLink:
		n.SetAttributeString("rel", []byte(rel))
		return n.AutoLinkType == ast.AutoLinkEmail || linkable(string(n.URL(source)))
	}
	return true
}

// remove takes a node out and leaves its words where it has any.
func remove(n ast.Node, source []byte) {
	parent := n.Parent()
	switch n := n.(type) {
	case *ast.AutoLink:
		parent.ReplaceChild(parent, n, ast.NewString(n.Label(source)))
		return
	case *ast.Link, *ast.Image:
		for c := n.FirstChild(); c != nil; c = n.FirstChild() {
			parent.InsertBefore(parent, n, c)
		}
	}
	parent.RemoveChild(parent, n)
}

var schemes = []string{"http", "https", "mailto", "tel", "sms"}

// linkable reports whether a destination leads to a web page, an e-mail
// address or a phone number. A page's own addresses are not: an entry is
// printed on more than one page, and a site may live below a folder. Those of a
// guide go through [Own].
func linkable(destination string) bool {
	if strings.ContainsFunc(destination, func(r rune) bool { return unicode.IsControl(r) || r == '\\' }) {
		return false
	}
	u, err := url.Parse(destination)
	if err != nil || u.User != nil || !slices.Contains(schemes, u.Scheme) {
		return false
	}
	web := u.Scheme == "http" || u.Scheme == "https"
	return web == (u.Host != "")
}
