package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Nine in ten files hold YAML of one plain sort: a name, a colon and a value on
// a line, lists of names below them, a few words in brackets. Reading that
// takes a tenth of the time that the whole of YAML takes, which is what a check
// of ten thousand entries spends most on. What is not certainly of this sort is
// left to the whole reader, so that the two never differ: see FuzzPlain.

// plainKeys is [tree.keys] for whoever does not ask in which column a value
// stands.
func (t *tree) plainKeys(text []byte, file string, offset int) (ks []key, ok bool) {
	if root := plainDocument(text, &t.spare); root != nil {
		return t.mapping(root, file, offset), true
	}
	return t.keys(text, file, offset)
}

// plainDocument reads a document of the plain sort into the spare nodes. It is
// nil for any other, with mistakes or without.
func plainDocument(text []byte, spare *[]yaml.Node) *yaml.Node {
	d := plainText{nodes: spare, lines: make([]plainLine, 0, bytes.Count(text, []byte("\n"))+1)}
	if !d.cut(string(text)) || len(d.lines) == 0 || d.lines[0].indent != 0 {
		return nil
	}
	root := d.mapping(0)
	if d.next < len(d.lines) {
		return nil
	}
	return root
}

// A plainText is a text by its lines, without empty ones and comments.
type plainText struct {
	lines []plainLine
	next  int // the line to read
	nodes *[]yaml.Node
}

// node is a spare node, filled.
func (d *plainText) node(n yaml.Node) *yaml.Node {
	if len(*d.nodes) == cap(*d.nodes) {
		*d.nodes = make([]yaml.Node, 0, max(64, 2*cap(*d.nodes))) // those that are used stay where they are
	}
	*d.nodes = append(*d.nodes, n)
	return &(*d.nodes)[len(*d.nodes)-1]
}

func (d *plainText) scalar(value string, style yaml.Style, number int) *yaml.Node {
	return d.node(yaml.Node{Kind: yaml.ScalarNode, Style: style, Value: value, Line: number})
}

type plainLine struct {
	number, indent int
	text           string // without what is around it
}

// cut makes the lines; false if a character is in them that YAML, or we, may
// not take as it stands.
func (d *plainText) cut(text string) bool {
	number := 0
	for whole := range strings.Lines(text) {
		number++
		line := strings.TrimRight(whole, " \n")
		for i := 0; i < len(line); i++ {
			if c := line[i]; c >= utf8.RuneSelf || c < ' ' || c == 0x7F {
				if !plainRunes(line[i:]) {
					return false
				}
				break
			}
		}
		bare := strings.TrimLeft(line, " ")
		if bare != "" && bare[0] != '#' {
			d.lines = append(d.lines, plainLine{number, len(line) - len(bare), bare})
		}
	}
	return true
}

// plainRunes reports whether all characters can be printed, and are no breaks.
func plainRunes(s string) bool {
	for _, r := range s {
		fit := r >= ' ' && r < 0x7F || r >= 0xA0 && r != 0x2028 && r != 0x2029 && r != utf8.RuneError && r&0xFFFE != 0xFFFE
		if !fit {
			return false
		}
	}
	return !unprintable(s)
}

// at reports whether a line is left that is indented so far.
func (d *plainText) at(indent int) bool {
	return d.next < len(d.lines) && d.lines[d.next].indent == indent
}

// deeper reports whether the next line is indented further.
func (d *plainText) deeper(indent int) bool {
	return d.next < len(d.lines) && d.lines[d.next].indent > indent
}

// item reports whether the next line is one of a list.
func (d *plainText) item() bool { return strings.HasPrefix(d.lines[d.next].text, "- ") }

// mapping reads names and their values.
func (d *plainText) mapping(indent int) *yaml.Node {
	n := d.node(yaml.Node{Kind: yaml.MappingNode, Line: d.lines[d.next].number})
	for d.at(indent) && !d.item() {
		line := d.lines[d.next]
		name, rest, ok := cutName(line.text)
		if !ok {
			return nil
		}
		d.next++
		value := d.value(rest, indent, line.number)
		if value == nil || d.deeper(indent) {
			return nil
		}
		n.Content = append(n.Content, d.scalar(name, 0, line.number), value)
	}
	return n
}

// value reads what stands behind a name, or below it.
func (d *plainText) value(rest string, indent, number int) *yaml.Node {
	switch {
	case rest != "":
		return d.plainValue(rest, number)
	case d.deeper(indent) && !d.item():
		return d.mapping(d.lines[d.next].indent)
	case d.deeper(indent), d.at(indent) && d.item():
		return d.sequence(d.lines[d.next].indent)
	}
	return d.scalar("", 0, number)
}

// sequence reads a list whose members are values, or names and values.
func (d *plainText) sequence(indent int) *yaml.Node {
	n := d.node(yaml.Node{Kind: yaml.SequenceNode, Line: d.lines[d.next].number})
	for d.at(indent) && d.item() {
		line := &d.lines[d.next]
		rest := strings.TrimLeft(line.text[1:], " ")
		var member *yaml.Node
		if _, _, named := cutName(rest); named {
			line.indent, line.text = line.indent+len(line.text)-len(rest), rest // the rest begins a mapping of its own
			member = d.mapping(line.indent)
		} else {
			d.next++
			member = d.plainValue(rest, line.number)
		}
		if member == nil || d.deeper(indent) {
			return nil
		}
		n.Content = append(n.Content, member)
	}
	return n
}

// cutName splits a line into its name and the rest behind the colon.
func cutName(line string) (name, rest string, ok bool) {
	i := 0
	for i < len(line) && nameByte(line[i], i) {
		i++
	}
	if i == 0 || i > 100 || i == len(line) || line[i] != ':' {
		return "", "", false
	}
	rest = line[i+1:]
	return line[:i], strings.TrimLeft(rest, " "), rest == "" || rest[0] == ' '
}

func nameByte(c byte, at int) bool {
	letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
	return letter || at > 0 && ('0' <= c && c <= '9' || c == '-')
}

// plainValue reads a value that ends where its line ends.
func (d *plainText) plainValue(s string, number int) *yaml.Node {
	switch s[0] {
	case '[':
		return d.bracketed(s, ']', yaml.SequenceNode, number)
	case '{':
		return d.bracketed(s, '}', yaml.MappingNode, number)
	case '"', '\'':
		return d.inQuotes(s, number)
	}
	if !beginsPlain(s) || strings.Contains(s, ": ") || strings.Contains(s, " #") || s[len(s)-1] == ':' {
		return nil
	}
	return d.scalar(s, 0, number)
}

// bracketed reads a list, or names and values, in brackets.
func (d *plainText) bracketed(s string, end byte, kind yaml.Kind, number int) *yaml.Node {
	if len(s) < 2 || s[len(s)-1] != end {
		return nil
	}
	n := d.node(yaml.Node{Kind: kind, Style: yaml.FlowStyle, Line: number})
	inside := strings.Trim(s[1:len(s)-1], " ")
	if inside == "" {
		return n
	}
	for part := range strings.SplitSeq(inside, ",") {
		part = strings.Trim(part, " ")
		if kind == yaml.MappingNode {
			name, rest, ok := cutName(part)
			if !ok {
				return nil
			}
			n.Content = append(n.Content, d.scalar(name, 0, number))
			part = rest
		}
		member := d.within(part, number)
		if member == nil {
			return nil
		}
		n.Content = append(n.Content, member)
	}
	return n
}

// within reads one value inside of brackets.
func (d *plainText) within(s string, number int) *yaml.Node {
	switch {
	case s == "":
		return nil
	case s[0] == '"', s[0] == '\'':
		return d.inQuotes(s, number)
	case !beginsPlain(s) || strings.ContainsAny(s, `[]{}:#"?`):
		return nil
	}
	return d.scalar(s, 0, number)
}

// inQuotes reads a value in quotes in which nothing is written otherwise than it
// is meant.
func (d *plainText) inQuotes(s string, number int) *yaml.Node {
	inside := s[1:]
	if inside == "" || inside[len(inside)-1] != s[0] || strings.ContainsAny(inside[:len(inside)-1], string(s[0])+`\`) {
		return nil
	}
	style := yaml.DoubleQuotedStyle
	if s[0] == '\'' {
		style = yaml.SingleQuotedStyle
	}
	return d.scalar(inside[:len(inside)-1], style, number)
}

// beginsPlain reports whether a value begins with a character that means
// nothing to YAML.
func beginsPlain(s string) bool {
	c := s[0]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '(' || c == '+' || c == '/' || c >= utf8.RuneSelf
}
