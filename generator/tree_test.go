package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// TestAccessibilityTree keeps the page of an area as those meet it who cannot
// see it: roles, names and what belongs to what.
func TestAccessibilityTree(t *testing.T) {
	host := serveSite(t, exampleSite)
	tab := browser(t)
	meet(t, tab, look{width: 390}, host+"/areas/northam/")
	tree, err := chromedp.Call(tab, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/golden/areas/northam.tree.txt", heard(tree.Nodes))
}

// heard writes a tree of accessibility: a line for each thing that a screen
// reader tells apart, the deeper the further right. Texts stand with what they
// are the name of, else alone.
func heard(nodes []*accessibility.Node) string {
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var out strings.Builder
	var walk func(n *accessibility.Node, depth int, above string)
	walk = func(n *accessibility.Node, depth int, above string) {
		role, name := valueOf(n.Role), strings.Join(strings.Fields(valueOf(n.Name)), " ")
		switch {
		case role == "InlineTextBox" || role == "StaticText" && (name == "" || name == above):
			return
		case n.Ignored || role == "none" || role == "generic" || role == "strong" || role == "LabelText":
		default:
			out.WriteString(strings.Repeat("  ", depth) + strings.TrimSpace(role+level(n)+" "+name) + "\n")
			depth, above = depth+1, name
		}
		for _, id := range n.ChildIDs {
			if child := byID[id]; child != nil {
				walk(child, depth, above)
			}
		}
	}
	walk(nodes[0], 0, "")
	return out.String()
}

// valueOf is a value of the tree as text.
func valueOf(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text string
	if json.Unmarshal(v.Value, &text) != nil {
		return string(v.Value)
	}
	return text
}

// level is that of a heading, or "".
func level(n *accessibility.Node) string {
	for _, p := range n.Properties {
		if p.Name == "level" && valueOf(n.Role) == "heading" {
			return " " + valueOf(p.Value)
		}
	}
	return ""
}
