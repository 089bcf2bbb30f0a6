package source

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// Confirm stamps a check onto one group of facts of an entry: its text with
// one line changed, or added under "checked:". No other byte changes. It
// refuses an entry that says nothing of the group, a check that names no day,
// role or way, and a "checked:" that does not keep each check on a line of its
// own. It does not look at the entry's other fields: [Reader.Read] does.
func Confirm(text []byte, file string, g model.Group, c model.Checked) ([]byte, error) {
	t := &tree{}
	mark, rest := cutBOM(text)
	front, body, _, ok := t.frontMatter(rest, file)
	if !ok {
		return nil, fmt.Errorf("%v", t.problems[0])
	}
	if t.checked(map[string]string{"on": c.On.String(), "by": c.By, "how": c.How}, model.Where{File: file}); len(t.problems) > 0 {
		return nil, fmt.Errorf("%v", t.problems[0])
	}
	if strings.ContainsFunc(c.By, unicode.IsControl) {
		return nil, fmt.Errorf("the role %q is more than one line of text", c.By)
	}
	if !slices.Contains(model.Groups, g) {
		return nil, fmt.Errorf("%q is not a group of facts; they are %s", g, strings.Join(groupNames, ", "))
	}
	ks, _ := t.keys(front, file, 1)
	before := t.checks(ks, file)
	if len(t.problems) > 0 {
		return nil, fmt.Errorf("%v", t.problems[0])
	}
	if !says(ks, g) && (g != model.GroupOffer || len(bytes.TrimSpace(body)) == 0) {
		return nil, fmt.Errorf("%s says nothing of %q that could be confirmed", file, g)
	}
	if old := before[g].On; old.After(c.On) {
		return nil, fmt.Errorf("%s: %s was already confirmed on %s, after %s", file, g, old.Words(), c.On.Words())
	}
	stamped := stamp(rest, ks, g, c)
	front, _, _, _ = t.frontMatter(stamped, file)
	ks, _ = t.keys(front, file, 1)
	after := t.checks(ks, file)
	before[g] = c
	if len(t.problems) > 0 || !maps.Equal(before, after) {
		return nil, fmt.Errorf(`%s: the part under "checked:" cannot be changed by one line; write each check on a line of its own, as fmt does:%s`, file, checkedLine("  ", g, c, ""))
	}
	return append(mark, stamped...), nil
}

// checks are the checks that front matter holds.
func (t *tree) checks(ks []key, file string) map[model.Group]model.Checked {
	r := &model.Record{Checked: map[model.Group]model.Checked{}}
	for _, k := range ks {
		if k.Name == "checked" {
			t.entryChecked(r, k, model.Where{File: file, Line: k.Line})
		}
	}
	return r.Checked
}

// says reports whether front matter says anything of a group.
func says(ks []key, g model.Group) bool {
	return slices.ContainsFunc(ks, func(k key) bool {
		if k.Name == "channels" {
			return slices.ContainsFunc(k.node.Content, func(n *yaml.Node) bool { return channelType(n) == string(g) })
		}
		values, _ := k.values()
		return groupOf(k.Name) == g && (len(values) > 0 || g == model.GroupMedia && len(k.node.Content) > 0)
	})
}

func channelType(n *yaml.Node) string {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "type" {
			return n.Content[i+1].Value
		}
	}
	return ""
}

// stamp writes the line of the check: over the group's old one, as the last
// under "checked:", or with a "checked:" of its own at the end.
func stamp(text []byte, ks []key, g model.Group, c model.Checked) []byte {
	lines := strings.SplitAfter(string(text), "\n")
	end := "\n"
	if strings.HasSuffix(lines[0], "\r\n") {
		end = "\r\n"
	}
	indent := "  "
	for _, k := range ks {
		if k.Name != "checked" || len(k.node.Content) == 0 {
			continue
		}
		last := 0
		for i := 0; i < len(k.node.Content); i += 2 {
			at := k.node.Content[i]
			indent = strings.Repeat(" ", at.Column-1)
			last = at.Line // of the front matter, so the index of the line below it in the file
			if at.Value == string(g) {
				return join(lines, at.Line, 1, checkedLine(indent, g, c, end))
			}
		}
		return join(lines, last+1, 0, checkedLine(indent, g, c, end))
	}
	for _, k := range ks {
		if k.Name == "checked" {
			return join(lines, k.Line, 0, checkedLine(indent, g, c, end))
		}
	}
	return join(lines, closing(lines), 0, "checked:"+end+checkedLine(indent, g, c, end))
}

// closing is the index of the line that closes the front matter.
func closing(lines []string) int {
	for i := 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i], "\r\n") == "---" {
			return i
		}
	}
	return len(lines)
}

// join replaces n lines from index i on by a text.
func join(lines []string, i, n int, text string) []byte {
	return []byte(strings.Join(lines[:i], "") + text + strings.Join(lines[i+n:], ""))
}

func checkedLine(indent string, g model.Group, c model.Checked, end string) string {
	return indent + string(g) + ": " + braces(checkNode(c)) + end
}

// SaidIn are the groups that an entry says something of, whether or not the
// rest of it can be read.
func SaidIn(text []byte, file string) []model.Group {
	t := &tree{}
	_, rest := cutBOM(text)
	front, body, _, _ := t.frontMatter(rest, file)
	ks, _ := t.keys(front, file, 1)
	return slices.DeleteFunc(slices.Clone(model.Groups), func(g model.Group) bool {
		return !says(ks, g) && (g != model.GroupOffer || len(bytes.TrimSpace(body)) == 0)
	})
}
