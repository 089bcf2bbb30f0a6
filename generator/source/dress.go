package source

import (
	"slices"
	"strings"
)

// rewrite writes a part anew, with the comments that stood at it. Where that
// changes nothing but blanks and comments, the part keeps its bytes.
func (l *layout) rewrite(p part, fresh []written, depth int) string {
	var bare []string
	for _, w := range fresh {
		bare = append(bare, indent(w.depth+depth)+w.text)
	}
	if slices.Equal(bare, l.bare(p.own)) {
		return l.text(p.own)
	}
	return l.dress(fresh, between(l.comments, p.own.from, p.own.to), depth)
}

// dress puts comments to the lines where they belong: one beside a value to
// that value's line, one on a line of its own above what followed it.
func (l *layout) dress(fresh []written, comments []comment, depth int) string {
	beside, above := make([][]string, len(fresh)), make([][]string, len(fresh)+1)
	for _, c := range comments {
		if at := last(fresh, c.line); !c.whole {
			beside[at] = append(beside[at], c.text)
		} else if i := next(fresh, at, c.line); i < len(fresh) {
			above[i] = append(above[i], c.text)
		} else {
			above[i] = append(above[i], indent(depth+1)+c.text)
		}
	}
	var s strings.Builder
	for i, w := range fresh {
		if len(beside[i]) > 1 {
			above[i] = append(above[i], beside[i]...)
			beside[i] = nil
		}
		for _, c := range above[i] {
			s.WriteString(indent(w.depth+depth) + c + l.end)
		}
		s.WriteString(indent(w.depth+depth) + w.text)
		for _, c := range beside[i] {
			s.WriteString(" " + c)
		}
		s.WriteString(l.end)
	}
	for _, c := range above[len(fresh)] {
		s.WriteString(c + l.end)
	}
	return s.String()
}

// last is the index of the line that stood on the line of a comment, or was
// the last one above it.
func last(fresh []written, line int) int {
	at, best := 0, 0
	for i, w := range fresh {
		if w.from <= line && w.from >= best {
			at, best = i, w.from
		}
	}
	return at
}

// next is the index of the line above which a comment belongs: of the first
// that stood below it. A comment within a value goes above that value.
func next(fresh []written, at, line int) int {
	if fresh[at].to > line {
		return at
	}
	found := len(fresh)
	for i, w := range fresh {
		if w.from > line && (found == len(fresh) || w.from < fresh[found].from) {
			found = i
		}
	}
	return found
}

func indent(depth int) string { return strings.Repeat("  ", depth) }
