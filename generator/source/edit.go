package source

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// editKeys writes the keys of a mapping so that they say what the mapping is
// says. Those that are alike in was and is keep their bytes; new ones come
// before the first that follows them in the form. depth is that of the keys.
func (l *layout) editKeys(parts []part, form []model.Field, was, is *yaml.Node, depth int) string {
	var text strings.Builder
	added := 0 // fields of the form up to here that the file lacked are written
	add := func(to int) {
		for ; added < to; added++ {
			f := form[added]
			if n := child(is, f.Name); n != nil && partNamed(parts, f.Name) < 0 {
				text.WriteString(l.dress(write(f, n, 0, false), nil, depth))
			}
		}
	}
	orphans := ""
	for _, p := range parts {
		i := slot(form, p.name)
		if i < 0 {
			text.WriteString(l.text(p.head) + l.text(p.own) + l.text(p.after))
			continue
		}
		add(i)
		head := orphans + l.text(p.head)
		orphans = ""
		switch old, now := child(was, p.name), child(is, p.name); {
		case same(old, now):
			text.WriteString(head + l.text(p.own) + l.text(p.after))
		case now == nil:
			orphans = head + l.loose(p.own, depth) + l.text(p.after)
		default:
			text.WriteString(head + l.editValue(p, form[i], old, now, depth) + l.text(p.after))
		}
	}
	add(len(form))
	return text.String() + orphans
}

// editValue writes one key anew, and of channels and checks only what changed.
func (l *layout) editValue(p part, f model.Field, was, is *yaml.Node, depth int) string {
	if f.Form == model.PartsForm && was != nil && p.node.Column == 2*depth+3 {
		top, parts, tail := l.split(p.node, p.own)
		switch {
		case parts == nil || is.Kind == yaml.MappingNode && isCheck(is):
		case is.Kind == yaml.MappingNode:
			return l.text(top) + l.editKeys(parts, f.Parts, was, is, depth+1) + l.text(tail)
		case len(parts) == len(was.Content):
			return l.text(top) + l.editItems(parts, was, is) + l.text(tail)
		}
	}
	if old, ok := tidy(f, p.node); ok && old != nil {
		settle(is, old)
	}
	return l.rewrite(p, write(f, is, p.own.from, l.spread(p)), depth)
}

// editItems writes the channels: each that is alike keeps its bytes, each that
// changed its comments.
func (l *layout) editItems(parts []part, was, is *yaml.Node) string {
	var text strings.Builder
	from := matchItems(was.Content, is.Content)
	kept := map[int]bool{}
	for i, item := range is.Content {
		j := from[i]
		if j < 0 {
			text.WriteString(l.dress(writeItem(item), nil, 0))
			continue
		}
		kept[j] = true
		text.WriteString(l.text(parts[j].head))
		if same(was.Content[j], item) {
			text.WriteString(l.text(parts[j].own) + l.text(parts[j].after))
			continue
		}
		settle(item, parts[j].node)
		text.WriteString(l.rewrite(parts[j], writeItem(item), 0) + l.text(parts[j].after))
	}
	for j, p := range parts {
		if !kept[j] {
			text.WriteString(l.text(p.head) + l.loose(p.own, 1) + l.text(p.after))
		}
	}
	return text.String()
}

// matchItems says for each channel that is to be, which of those that were it
// is, or -1: first the same one, then one with the same number or address,
// then the next of its type.
func matchItems(was, is []*yaml.Node) []int {
	from := make([]int, len(is))
	taken := make([]bool, len(was))
	for i := range from {
		from[i] = -1
	}
	for _, alike := range []func(a, b *yaml.Node) bool{same, sameKey, sameType} {
		for i := range is {
			for j := range was {
				if from[i] < 0 && !taken[j] && alike(was[j], is[i]) {
					from[i], taken[j] = j, true
				}
			}
		}
	}
	return from
}

func sameType(a, b *yaml.Node) bool { return channelType(a) == channelType(b) }

func sameKey(a, b *yaml.Node) bool { return sameType(a, b) && channelKey(a) == channelKey(b) }

func channelKey(n *yaml.Node) string {
	v := child(n, "value")
	if v == nil {
		return ""
	}
	return model.Channel{Type: model.ChannelType(channelType(n)), Value: v.Value}.Key()
}

// child is what stands in a mapping under a name, or nil.
func child(n *yaml.Node, name string) *yaml.Node {
	if n == nil {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

// same reports whether two tidy values say the same.
func same(a, b *yaml.Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

// settle gives a new value the lines of the old one, as far as their names or
// values are alike, so that comments find their places.
func settle(n, old *yaml.Node) {
	n.Line = old.Line
	switch {
	case n.Kind != old.Kind:
	case n.Kind == yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			for j := 0; j < len(old.Content); j += 2 {
				if n.Content[i].Value == old.Content[j].Value {
					n.Content[i].Line = old.Content[j].Line
					settle(n.Content[i+1], old.Content[j+1])
				}
			}
		}
	case n.Kind == yaml.SequenceNode:
		for i, c := range n.Content {
			for j, o := range old.Content {
				if c.Kind == yaml.ScalarNode && c.Value == o.Value || c.Kind == yaml.MappingNode && i == j {
					settle(c, o)
				}
			}
		}
	}
}

func partNamed(parts []part, name string) int {
	for i, p := range parts {
		if p.name == name {
			return i
		}
	}
	return -1
}
