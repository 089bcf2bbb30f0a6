package source

import (
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

// Format writes a file in the one form that all tools share: an entry, a
// guide, or a council's council.yaml. The fields come in the order of the
// schema, each check on one line, lists in brackets unless they are long or hold
// commas, values without quotes where YAML needs none. What is left blank is dropped; no value changes;
// comments stay with the field that they stand at. A field that is well
// written keeps its bytes, and so does the text below.
//
// A file that holds an error stays as it is, and the errors are returned. So
// does, without an error, a file of another sort.
func Format(text []byte, file string) ([]byte, []model.Problem) {
	form := formOf(file)
	if form == nil {
		return text, nil
	}
	if l, ok := (&tree{}).layOut(text, file); ok {
		formatted, ok := l.format(form)
		if ok && len(readAlone(formatted, file)) == 0 {
			return formatted, nil
		}
	}
	return text, readAlone(text, file)
}

// readAlone lists the errors of a file that show without the rest of its tree.
func readAlone(text []byte, file string) []model.Problem {
	t := &tree{alone: true, reading: &model.Reading{}, ids: map[string]bool{}}
	if text, ok := t.usable(text, file, maxPage); ok {
		id := strings.TrimSuffix(path.Base(file), ".md")
		area := path.Base(path.Dir(file))
		switch {
		case path.Ext(file) != ".md":
			t.council(text, file, area, &model.Source{Rank: model.Council})
		case strings.HasPrefix(file, guidesFolder):
			t.article(text, file, id)
		default:
			t.entry(text, file, id, area)
		}
	}
	return model.Errors(model.SortProblems(t.problems))
}

// format puts the parts into order, and writes anew those that are not in the
// form. ok is false if a part holds what its field cannot.
func (l *layout) format(form []model.Field) (text []byte, ok bool) {
	if l.root == nil {
		return l.join(nil), true
	}
	if l.parts == nil {
		return l.formatWhole(form)
	}
	pieces := make([]string, len(form))
	orphans := "" // comments of what is dropped
	for _, p := range l.parts {
		i := slot(form, p.name)
		if i < 0 || pieces[i] != "" {
			return nil, false
		}
		n, ok := tidy(form[i], p.node)
		if !ok {
			return nil, false
		}
		head := orphans + l.text(p.head)
		orphans = ""
		if n == nil {
			orphans = head + l.loose(p.own, 0) + l.text(p.after)
			continue
		}
		pieces[i] = head + l.rewrite(p, write(form[i], n, p.own.from, l.spread(p)), 0) + l.text(p.after)
	}
	return l.join(append(pieces, orphans)), true
}

// formatWhole writes a mapping in braces, or one that stands in another odd
// way, all anew.
func (l *layout) formatWhole(form []model.Field) ([]byte, bool) {
	n, ok := tidyMapping(l.root, form)
	if !ok || n == nil {
		return nil, false
	}
	var pieces []string
	for _, c := range l.comments {
		pieces = append(pieces, c.text+l.end)
	}
	for i := 0; i < len(n.Content); i += 2 {
		f := form[slot(form, n.Content[i].Value)]
		pieces = append(pieces, l.dress(write(f, n.Content[i+1], 0, false), nil, 0))
	}
	l.top, l.tail = span{}, span{}
	return l.join(pieces), true
}

// spread reports whether a comment stands between the values of a part.
func (l *layout) spread(p part) bool {
	return slices.ContainsFunc(between(l.comments, p.own.from, p.own.to), func(c comment) bool { return c.line > p.own.from })
}

// loose are the comments of lines, each on a line of its own.
func (l *layout) loose(s span, depth int) string {
	var text strings.Builder
	for _, c := range between(l.comments, s.from, s.to) {
		text.WriteString(indent(depth) + c.text + l.end)
	}
	return text.String()
}

func (l *layout) join(pieces []string) []byte {
	return []byte(l.above + l.text(l.top) + strings.Join(pieces, "") + l.text(l.tail) + l.below)
}
