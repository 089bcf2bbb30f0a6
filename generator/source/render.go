package source

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// widest is the length from which on a list is written one item a line.
const widest = 100

// formOf lists the fields of a file in the order of its form, by where it
// stands; nil for a file that has no form of ours.
func formOf(file string) []model.Field {
	name := ""
	switch folder, base := path.Split(file); {
	case path.Ext(file) == ".md" && strings.HasPrefix(folder, servicesFolder+"/") && strings.Count(folder, "/") == 3:
		name = "entry"
	case path.Ext(file) == ".md" && folder == guidesFolder+"/" && slices.Contains(siteArticles, strings.TrimSuffix(base, ".md")):
		name = "page"
	case path.Ext(file) == ".md" && folder == guidesFolder+"/":
		name = "guide"
	case base == "council.yaml" && strings.HasPrefix(folder, councilsFolder+"/") && strings.Count(folder, "/") == 3:
		name = "council"
	}
	for _, d := range model.Documents {
		if d.Name == name {
			return d.Fields
		}
	}
	return nil
}

func slot(form []model.Field, name string) int {
	return slices.IndexFunc(form, func(f model.Field) bool { return f.Name == name })
}

// A written is one line as it is to stand in the file.
type written struct {
	depth    int
	text     string
	from, to int // the lines where its first and its last value stood; 0 for a new one
}

// tidy is the value of a field in our form: what is blank left out, mappings
// in their order, a list of one where one value is meant as that value. It is
// nil if nothing is left; ok is false for what the field cannot hold.
func tidy(f model.Field, n *yaml.Node) (tidied *yaml.Node, ok bool) {
	switch {
	case (key{node: n}).blank() || n.Kind != yaml.ScalarNode && len(n.Content) == 0:
		return nil, true
	case f.Form == model.PartsForm && f.List:
		return tidyItems(n, f.Parts)
	case f.Form == model.PartsForm:
		return tidyMapping(n, f.Parts)
	}
	values, ok := key{node: n}.values()
	switch {
	case !ok || len(values) > 1 && !f.List:
		return nil, false
	case len(values) == 0:
		return nil, true
	case !f.List:
		return valueNode(values[0], firstScalar(n).Line), true
	}
	return tidyList(n), true
}

func firstScalar(n *yaml.Node) *yaml.Node {
	for _, c := range n.Content {
		if !(key{node: c}).blank() {
			return c
		}
	}
	return n
}

func valueNode(v string, line int) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: strings.TrimSpace(v), Line: line}
}

func tidyList(n *yaml.Node) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Line: n.Line}
	if n.Kind == yaml.ScalarNode {
		list.Content = []*yaml.Node{valueNode(n.Value, n.Line)}
	}
	for _, c := range n.Content {
		if strings.TrimSpace(c.Value) != "" {
			list.Content = append(list.Content, valueNode(c.Value, c.Line))
		}
	}
	return list
}

// tidyMapping puts a mapping into the order of its fields.
func tidyMapping(n *yaml.Node, form []model.Field) (*yaml.Node, bool) {
	if n.Kind != yaml.MappingNode {
		return nil, false
	}
	below, at := map[string]*yaml.Node{}, map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		name := n.Content[i].Value
		j := slot(form, name)
		if _, twice := below[name]; j < 0 || twice {
			return nil, false
		}
		v, ok := tidy(form[j], n.Content[i+1])
		if !ok {
			return nil, false
		}
		below[name], at[name] = v, n.Content[i].Line
	}
	tidied := &yaml.Node{Kind: yaml.MappingNode, Line: n.Line}
	for _, f := range form {
		if v := below[f.Name]; v != nil {
			tidied.Content = append(tidied.Content, valueNode(f.Name, at[f.Name]), v)
		}
	}
	return orNothing(tidied), true
}

func tidyItems(n *yaml.Node, form []model.Field) (*yaml.Node, bool) {
	if n.Kind != yaml.SequenceNode {
		return nil, false
	}
	tidied := &yaml.Node{Kind: yaml.SequenceNode, Line: n.Line}
	for _, c := range n.Content {
		item, ok := tidyMapping(c, form)
		if !ok {
			return nil, false
		}
		if item != nil {
			tidied.Content = append(tidied.Content, item)
		}
	}
	return orNothing(tidied), true
}

func orNothing(n *yaml.Node) *yaml.Node {
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

// write writes a tidy field whose name stood on a line. spread says that a
// comment stands between the values of a list, which then have a line each.
func write(f model.Field, n *yaml.Node, line int, spread bool) []written {
	switch {
	case n.Kind == yaml.ScalarNode && f.Form == model.NumberForm && numeral.MatchString(n.Value):
		return []written{{0, f.Name + ": " + n.Value, line, n.Line}}
	case n.Kind == yaml.ScalarNode:
		return []written{{0, f.Name + ": " + scalar(n.Value, false), line, n.Line}}
	case n.Kind == yaml.SequenceNode && f.Form == model.PartsForm:
		lines := []written{{0, f.Name + ":", line, line}}
		for _, item := range n.Content {
			lines = append(lines, writeItem(item)...)
		}
		return lines
	case n.Kind == yaml.SequenceNode:
		return writeList(f.Name, n, line, spread)
	case isCheck(n):
		return []written{{0, f.Name + ": " + braces(n), line, lastLine(n)}}
	}
	lines := []written{{0, f.Name + ":", line, line}}
	for i := 0; i < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		text := k.Value + ": "
		if v.Kind == yaml.MappingNode {
			text += braces(v)
		} else {
			text += scalar(v.Value, false)
		}
		lines = append(lines, written{1, text, k.Line, lastLine(v)})
	}
	return lines
}

// isCheck reports whether a mapping is one person's word, which stands on a
// line of its own.
func isCheck(n *yaml.Node) bool { return slot(model.CheckParts, n.Content[0].Value) >= 0 }

// writeList writes a list in brackets, or a line each: where that would be too
// long to read, or where a value has a comma of its own.
func writeList(name string, n *yaml.Node, line int, spread bool) []written {
	var values []string
	for _, c := range n.Content {
		values = append(values, scalar(c.Value, true))
		spread = spread || scalar(c.Value, false) != scalar(c.Value, true)
	}
	text := name + ": [" + strings.Join(values, ", ") + "]"
	if !spread && utf8.RuneCountInString(text) <= widest {
		return []written{{0, text, line, lastLine(n)}}
	}
	lines := []written{{0, name + ":", line, line}}
	for _, c := range n.Content {
		lines = append(lines, written{1, "- " + scalar(c.Value, false), c.Line, c.Line})
	}
	return lines
}

// writeItem writes one channel.
func writeItem(n *yaml.Node) []written {
	var lines []written
	for i := 0; i < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		lines = append(lines, written{2, k.Value + ": " + scalar(v.Value, false), k.Line, v.Line})
	}
	lines[0].depth, lines[0].text = 1, "- "+lines[0].text
	return lines
}

// braces writes a mapping on one line.
func braces(n *yaml.Node) string {
	var pairs []string
	for i := 0; i < len(n.Content); i += 2 {
		pairs = append(pairs, n.Content[i].Value+": "+scalar(n.Content[i+1].Value, true))
	}
	return "{" + strings.Join(pairs, ", ") + "}"
}

func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, c := range n.Content {
		last = max(last, lastLine(c))
	}
	return last
}
