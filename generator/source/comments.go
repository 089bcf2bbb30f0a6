package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// A comment is one in YAML, with its place: line and column from 1, as those
// of a node.
type comment struct {
	line, column int
	text         string // from the # on, without what is blank at its end
	whole        bool   // nothing else stands on its line
}

// A scanner finds comments by passing over what could hold a # that begins
// none: a value in quotes, or a block of text after | or >.
type scanner struct {
	lines    []string
	values   map[[2]int]*yaml.Node // quoted values and blocks, by their place
	within   map[*yaml.Node]int    // the indent of what holds a block
	comments []comment
	inside   map[int]bool // lines that begin within such a value
}

// commentsOf lists the comments of a document and the lines that begin within
// a value.
func commentsOf(lines []string, doc *yaml.Node) ([]comment, map[int]bool) {
	s := &scanner{lines: lines, values: map[[2]int]*yaml.Node{}, within: map[*yaml.Node]int{}, inside: map[int]bool{}}
	s.know(doc, -1)
	for line := 1; line <= len(lines); {
		line = s.scan(line)
	}
	return s.comments, s.inside
}

func (s *scanner) know(n *yaml.Node, indent int) {
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		s.values[[2]int{n.Line, n.Column}] = n
		s.within[n] = indent
	}
	if n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode {
		indent = n.Column - 1
	}
	for _, c := range n.Content {
		s.know(c, indent)
	}
}

// scan passes over a line, and over the lines that a value on it goes on for.
func (s *scanner) scan(line int) (next int) {
	text, column := s.lines[line-1], 1
	for before := ' '; text != ""; {
		if n := s.values[[2]int{line, column}]; n != nil {
			if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
				s.note(line, column, text)
				return s.block(line, n, text)
			}
			line, column, text = s.quote(line, column, text)
			before = '"'
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		if r == '#' && (before == ' ' || before == '\t') {
			s.note(line, column, text)
			return line + 1
		}
		before, text, column = r, text[size:], column+1
	}
	return line + 1
}

// note keeps the comment of a line whose rest begins with it, or with a header
// of a block before it.
func (s *scanner) note(line, column int, text string) {
	i := 0
	if text[0] != '#' {
		if i = strings.Index(text, " #") + 1; i == 0 {
			return
		}
	}
	whole := strings.TrimSpace(strings.TrimSuffix(s.lines[line-1], text)) == "" && i == 0
	s.comments = append(s.comments, comment{line, column + utf8.RuneCountInString(text[:i]), strings.TrimRight(text[i:], " \t"), whole})
}

// quote passes over a value in quotes, to the text after it.
func (s *scanner) quote(line, column int, text string) (int, int, string) {
	mark := text[0]
	text, column = text[1:], column+1
	for {
		if text == "" {
			if line == len(s.lines) {
				return line, column, ""
			}
			line, column = line+1, 1
			text = s.lines[line-1]
			s.inside[line] = true
			continue
		}
		_, size := utf8.DecodeRuneInString(text)
		switch {
		case mark == '"' && text[0] == '\\' && len(text) > 1:
			_, after := utf8.DecodeRuneInString(text[1:])
			text, column = text[1+after:], column+2
		case mark == '\'' && strings.HasPrefix(text, "''"):
			text, column = text[2:], column+2
		case text[0] == mark:
			return line, column + 1, text[1:]
		default:
			text, column = text[size:], column+1
		}
	}
}

// block passes over the lines of a block of text: all that are indented as its
// first, or as its header says.
func (s *scanner) block(line int, n *yaml.Node, header string) (next int) {
	least := 0
	header, _, _ = strings.Cut(header, " ")
	if i := strings.IndexAny(header, "123456789"); i > 0 {
		least = max(s.within[n], 0) + int(header[i]-'0')
	}
	for line++; line <= len(s.lines); line++ {
		text := s.lines[line-1]
		indent := len(text) - len(strings.TrimLeft(text, " "))
		switch {
		case indent == len(text): // blank, and so a part of the block or nothing
		case least == 0 && indent > s.within[n]:
			least = indent
		case least == 0 || indent < least:
			return line
		}
		s.inside[line] = true
	}
	return line
}

// between lists the comments of lines from one to before another.
func between(all []comment, from, to int) []comment {
	i := slices.IndexFunc(all, func(c comment) bool { return c.line >= from })
	if i < 0 {
		return nil
	}
	all = all[i:]
	if j := slices.IndexFunc(all, func(c comment) bool { return c.line >= to }); j >= 0 {
		all = all[:j]
	}
	return all
}
