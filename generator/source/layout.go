package source

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A layout is the YAML of a file as lines, so that what is not touched keeps
// its bytes.
type layout struct {
	file         string
	above, below string   // what stands around the YAML: the mark, the --- lines, the text
	lines        []string // each with its end
	end          string   // that of a new line
	root         *yaml.Node
	comments     []comment
	inside       map[int]bool // lines that begin within a value
	parts        []part
	top, tail    span // lines that belong to no part
}

// A part is one key of a mapping, or one item of a list, with its lines.
type part struct {
	name string // "" for an item
	node *yaml.Node
	// Comments directly above go where it goes, and so do those below that a
	// blank line parts from what follows.
	head, own, after span
}

// A span is the lines from one to before another, counted from 1.
type span struct{ from, to int }

// layOut takes a file apart. ok is false, and the tree has the Problem, if it
// cannot be read.
func (t *tree) layOut(text []byte, file string) (l *layout, ok bool) {
	mark, rest := cutBOM(text)
	l = &layout{file: file, above: string(mark), end: "\n"}
	if i := bytes.IndexByte(rest, '\n'); i > 0 && rest[i-1] == '\r' {
		l.end = "\r\n"
	}
	l.lines = splitLines(string(rest))
	offset := 0
	if strings.HasSuffix(file, ".md") {
		front, _, _, ok := t.frontMatter(rest, file)
		if !ok {
			return nil, false
		}
		n := 1 + countLines(front)
		l.above += l.lines[0]
		l.below = strings.Join(l.lines[n:], "")
		l.lines = l.lines[1:n:n]
		offset = 1
	}
	plain := make([]string, len(l.lines))
	for i, line := range l.lines {
		plain[i] = strings.TrimRight(line, "\r\n")
	}
	if l.root, ok = t.document([]byte(strings.Join(plain, "\n")), file, offset); !ok {
		return nil, false
	}
	if l.root == nil {
		l.tail = span{1, len(l.lines) + 1}
		return l, true
	}
	l.comments, l.inside = commentsOf(plain, l.root)
	if n := len(l.lines); n > 0 && l.below == "" && !strings.HasSuffix(l.lines[n-1], "\n") {
		l.lines[n-1] += l.end
	}
	l.top, l.parts, l.tail = l.split(l.root, span{1, len(l.lines) + 1})
	l.toMargin()
	return l, true
}

// toMargin moves the comments between indented keys to the margin, where the
// keys will stand.
func (l *layout) toMargin() {
	for i, c := range l.comments {
		if c.whole && c.column <= l.root.Column {
			l.lines[c.line-1] = strings.TrimLeft(l.lines[c.line-1], " ")
			l.comments[i].column = 1
		}
	}
}

func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// split gives each key of a mapping, or each item of a list, its lines. There
// are no parts where several share a line, as within braces.
func (l *layout) split(n *yaml.Node, in span) (top span, parts []part, tail span) {
	column := n.Column
	for i := 0; i < len(n.Content); i++ {
		p := part{node: n.Content[i]}
		if n.Kind == yaml.MappingNode {
			p = part{name: n.Content[i].Value, node: n.Content[i+1]}
		}
		line := n.Content[i].Line
		if lead := l.lines[line-1][:min(column-1, len(l.lines[line-1]))]; strings.Trim(lead, " ") != "" || len(parts) > 0 && line <= parts[len(parts)-1].own.from {
			return in, nil, span{in.to, in.to}
		}
		if n.Kind == yaml.MappingNode {
			i++
		} else if column = n.Column; l.lines[line-1][column-1] != '-' {
			return in, nil, span{in.to, in.to}
		}
		p.own = span{line, in.to}
		parts = append(parts, p)
	}
	if len(parts) == 0 || n.Style&yaml.FlowStyle != 0 {
		return in, nil, span{in.to, in.to}
	}
	top, parts[0].head = l.cut(span{in.from, parts[0].own.from}, column)
	for i := range parts {
		p, next := &parts[i], &tail
		to := in.to
		if i+1 < len(parts) {
			to, next = parts[i+1].own.from, &parts[i+1].head
		}
		p.own.to = l.endOf(p.own.from, to, column)
		p.after, *next = l.cut(span{p.own.to, to}, column)
	}
	return top, parts, tail
}

// endOf is the line after the last that holds something of a part: below it
// are blank lines, and comments that stand no deeper than the column.
func (l *layout) endOf(from, to, column int) int {
	for to > from+1 && (l.blank(to-1) || l.remark(to-1, column)) {
		to--
	}
	return to
}

// cut parts lines of comments: those up to the last blank line, and the line
// that tells editors the schema, do not belong to what stands below them.
func (l *layout) cut(head span, column int) (above, rest span) {
	at := head.from
	for i := head.from; i < head.to; i++ {
		if l.blank(i) || !l.remark(i, column) || strings.HasPrefix(l.lines[i-1], "# yaml-language-server:") {
			at = i + 1
		}
	}
	return span{head.from, at}, span{at, head.to}
}

func (l *layout) blank(line int) bool {
	return !l.inside[line] && strings.TrimSpace(l.lines[line-1]) == ""
}

// remark reports whether a line holds a comment alone, no deeper than a column.
func (l *layout) remark(line, column int) bool {
	return slices.ContainsFunc(between(l.comments, line, line+1), func(c comment) bool { return c.whole && c.column <= column })
}

func (l *layout) text(s span) string {
	if s.from >= s.to {
		return ""
	}
	return strings.Join(l.lines[s.from-1:s.to-1], "")
}

// bare is what stands on some lines beside comments and blanks.
func (l *layout) bare(s span) []string {
	var bare []string
	for line := s.from; line < s.to; line++ {
		text := l.lines[line-1]
		for _, c := range between(l.comments, line, line+1) {
			text = string([]rune(text)[:c.column-1])
		}
		if text = strings.TrimRight(text, " \t\r\n"); text != "" {
			bare = append(bare, text)
		}
	}
	return bare
}
