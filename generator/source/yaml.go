package source

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// A key is one key of a YAML mapping with its value, as written.
type key struct {
	Name string
	Line int
	node *yaml.Node
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// keys reads a YAML document that is one mapping. Line counts from the line
// offset of the file on, for front matter. ok is false if it cannot be read.
func (t *tree) keys(text []byte, file string, offset int) (ks []key, ok bool) {
	root, ok := t.document(text, file, offset)
	if !ok || root == nil {
		return nil, ok
	}
	return t.mapping(root, file, offset), root.Kind == yaml.MappingNode
}

// document reads a YAML document; its root is nil if it is empty.
func (t *tree) document(text []byte, file string, offset int) (root *yaml.Node, ok bool) {
	if !t.plainLines(text, file, offset) {
		return nil, false
	}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, second yaml.Node
	err := dec.Decode(&doc)
	if errors.Is(err, io.EOF) {
		return nil, true
	}
	if err != nil {
		m := yamlLine.FindStringSubmatch(err.Error())
		line := 1
		if m != nil && m[1] != "" {
			line, _ = strconv.Atoi(m[1])
		}
		t.wrong("yaml", model.Where{File: file, Line: line + offset}, "look at the line and the one above it: often a quote or a space is missing", "this is not YAML: %s", yamlLine.ReplaceAllString(err.Error(), ""))
		return nil, false
	}
	if err := dec.Decode(&second); !errors.Is(err, io.EOF) {
		t.wrong("yaml-document", model.Where{File: file, Line: max(second.Line, 1) + offset}, "keep one document in a file", "a second YAML document begins here")
		return nil, false
	}
	if !t.plainYAML(&doc, file, offset) {
		return nil, false
	}
	if (key{node: doc.Content[0]}).blank() {
		return nil, true
	}
	return doc.Content[0], true
}

// plainLines refuses the line breaks that YAML knows beside the usual one (a
// lone carriage return, U+0085, U+2028, U+2029): they do not show, and the
// lines of every Problem after them would be wrong.
func (t *tree) plainLines(text []byte, file string, offset int) bool {
	plain := bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	i := bytes.IndexAny(plain, "\r\u0085\u2028\u2029")
	if i >= 0 {
		t.wrong("line-break", model.Where{File: file, Line: 1 + countLines(plain[:i]) + offset}, "press Enter for a new line", "the line holds a line break that does not show")
	}
	return i < 0
}

// plainYAML refuses what lets a file say more than it shows: anchors, aliases
// and tags; and reports what cannot be printed.
func (t *tree) plainYAML(n *yaml.Node, file string, offset int) bool {
	at := model.Where{File: file, Line: n.Line + offset}
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		t.wrong("yaml-alias", at, "write the value out again", "anchors (&) and aliases (*) are not read")
		return false
	case n.Style&yaml.TaggedStyle != 0:
		t.wrong("yaml-tag", at, "leave the tag out", "tags such as %q are not read", n.Tag)
		return false
	case unprintable(n.Value):
		t.wrong("control-character", at, "write the line again", "%q holds a character that cannot be printed", n.Value)
	}
	for _, c := range n.Content {
		if !t.plainYAML(c, file, offset) {
			return false
		}
	}
	return true
}

// mapping returns the keys of a mapping in their order.
func (t *tree) mapping(n *yaml.Node, file string, offset int) []key {
	if n.Kind != yaml.MappingNode {
		t.wrong("yaml", model.Where{File: file, Line: n.Line + offset}, `write "name: value" lines`, "this is not a list of names and values")
		return nil
	}
	ks := make([]key, 0, len(n.Content)/2)
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i < len(n.Content); i += 2 {
		k := key{n.Content[i].Value, n.Content[i].Line + offset, n.Content[i+1]}
		if seen[k.Name] {
			t.wrong("duplicate-field", model.Where{File: file, Line: k.Line}, "keep one of them", "the field %q stands here a second time", k.Name)
			continue
		}
		seen[k.Name] = true
		ks = append(ks, k)
	}
	return ks
}

// blank reports whether a key was left empty.
func (k key) blank() bool {
	return k.node.Kind == yaml.ScalarNode && k.node.Style == 0 && (k.node.Value == "" || k.node.Value == "~" || k.node.Value == "null") ||
		k.node.Kind == yaml.ScalarNode && strings.TrimSpace(k.node.Value) == ""
}

// values returns the value of a key as a list of strings; one scalar is a list
// of one. ok is false for anything deeper.
func (k key) values() (list []string, ok bool) {
	if k.blank() {
		return nil, true
	}
	switch k.node.Kind {
	case yaml.ScalarNode:
		return []string{strings.TrimSpace(k.node.Value)}, true
	case yaml.SequenceNode:
		for _, c := range k.node.Content {
			if c.Kind != yaml.ScalarNode {
				return nil, false
			}
			if v := strings.TrimSpace(c.Value); v != "" {
				list = append(list, v)
			}
		}
		return list, true
	}
	return nil, false
}
