package source

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// key writes a field in one of the styles of YAML.
func (m maker) key(name string, n *yaml.Node, items bool) string {
	switch {
	case n.Kind == yaml.ScalarNode:
		return name + ": " + m.value(n.Value)
	case m.IntN(4) == 0:
		return name + ": " + m.flow(n)
	case items:
		text := name + ":"
		for _, item := range n.Content {
			text += "\n  - " + strings.ReplaceAll(m.block(item), "\n", "\n    ")
		}
		return text
	case n.Kind == yaml.SequenceNode:
		text, dash := name+":", m.pick([]string{"\n- ", "\n  - ", "\n     - "})
		for _, c := range n.Content {
			text += dash + m.value(c.Value)
		}
		return text
	}
	return name + ":\n    " + strings.ReplaceAll(m.block(n), "\n", "\n    ")
}

// block writes a mapping a line each, its keys in any order.
func (m maker) block(n *yaml.Node) string {
	var lines []string
	for i := 0; i < len(n.Content); i += 2 {
		if v := n.Content[i+1]; v.Kind == yaml.ScalarNode {
			lines = append(lines, n.Content[i].Value+": "+m.value(v.Value))
		} else if m.IntN(2) == 0 {
			lines = append(lines, n.Content[i].Value+": "+m.flow(v))
		} else {
			lines = append(lines, n.Content[i].Value+":\n  "+strings.ReplaceAll(m.block(v), "\n", "\n  "))
		}
	}
	m.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return strings.Join(lines, "\n")
}

func (m maker) flow(n *yaml.Node) string {
	var parts []string
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.MappingNode && i%2 == 0:
			parts = append(parts, c.Value+": ")
		case n.Kind == yaml.MappingNode && c.Kind != yaml.ScalarNode:
			parts[len(parts)-1] += m.flow(c)
		case n.Kind == yaml.MappingNode:
			parts[len(parts)-1] += m.quotes(c.Value)
		case c.Kind == yaml.ScalarNode:
			parts = append(parts, m.quotes(c.Value))
		default:
			parts = append(parts, m.flow(c))
		}
	}
	comma := m.pick([]string{", ", ","})
	if n.Kind == yaml.MappingNode {
		return "{" + strings.Join(parts, comma) + "}"
	}
	return "[" + strings.Join(parts, comma) + "]"
}

// value writes a value plain or in quotes.
func (m maker) value(v string) string {
	if m.IntN(2) == 0 {
		return scalar(v, false)
	}
	return m.quotes(v)
}

func (m maker) quotes(v string) string {
	if m.IntN(2) == 0 && !strings.ContainsAny(v, "\n\t") {
		return "'" + strings.ReplaceAll(v, "'", "''") + "'"
	}
	return quoted(v)
}
