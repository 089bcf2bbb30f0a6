package source

import (
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// GroupAt says which group of facts a place is about, or "" if it is about none
// or cannot be read: the column of a table, or the line of an entry.
func GroupAt(root fs.FS, at model.Where) model.Group {
	if f, ok := model.FieldNamed(at.Cell); ok {
		return f.Group
	}
	if path.Ext(at.File) != ".md" || !strings.HasPrefix(at.File, servicesFolder+"/") {
		return ""
	}
	t := &tree{fs: root}
	text, ok, err := t.read(at.File, maxPage)
	if err != nil || !ok {
		return ""
	}
	front, _, bodyLine, ok := t.frontMatter(text, at.File)
	if !ok {
		return ""
	}
	if at.Line >= bodyLine {
		return model.GroupOffer
	}
	ks, _ := t.keys(front, at.File, 1)
	group := model.Group("")
	for _, begins := range groupLines(ks) {
		if begins.line <= at.Line {
			group = begins.group
		}
	}
	return group
}

// A groupLine is the line from which on an entry speaks of a group.
type groupLine struct {
	line  int
	group model.Group
}

// groupLines are the lines of an entry on which another group begins.
func groupLines(ks []key) []groupLine {
	var lines []groupLine
	for _, k := range ks {
		lines = append(lines, groupLine{k.Line, groupOf(k.Name)})
		for i, n := range k.node.Content {
			switch {
			case k.Name == "channels":
				lines = append(lines, groupLine{n.Line + 1, channelGroup(n)})
			case k.Name == "checked" && i%2 == 0:
				lines = append(lines, groupLine{n.Line + 1, model.Group(n.Value)})
			}
		}
	}
	return lines
}

// groupOf is the group of a key of an entry, or "".
func groupOf(key string) model.Group {
	if i := slot(model.EntryFields, key); i >= 0 {
		return model.EntryFields[i].Group
	}
	return ""
}

// channelGroup is the group of a channel, by its type.
func channelGroup(n *yaml.Node) model.Group {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "type" {
			return model.Group(n.Content[i+1].Value)
		}
	}
	return ""
}
