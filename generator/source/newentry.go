package source

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// hintsAbove stands above the lines that can follow in a new entry.
const hintsAbove = `# What else families want to know. Take away the "# " in front of a line, and put your own words
# in place of the example. Leave out what you do not know. Then ask somebody to confirm it.
`

// NewEntry is [Entry] with a comment for each field that can follow, group by
// group, with an example and what it means.
func NewEntry(r *model.Record) []byte {
	given := recordNode(r, areaFolder(r))
	var hints strings.Builder
	hints.WriteString("\n" + hintsAbove)
	var group model.Group
	for _, f := range model.EntryFields {
		if f.Form == model.PartsForm || child(given, f.Name) != nil {
			continue
		}
		if f.Group != group {
			hints.WriteString("\n")
		}
		group = f.Group
		n := fieldNode(f, []string{f.Example})
		hints.WriteString("# " + write(f, n, 0, false)[0].text + "  # " + f.Meaning + "\n")
	}
	text := string(Entry(r))
	front, body, _ := strings.Cut(text, "\n---\n")
	return []byte(front + "\n" + hints.String() + "---\n" + body)
}

// NewCouncil is a council.yaml that begins with the line by which editors find
// its schema. website is that of the council's local offer, if it is known.
func NewCouncil(c model.CouncilFile, website, schema string) []byte {
	n := &yaml.Node{Kind: yaml.MappingNode}
	add := func(name string, v *yaml.Node) {
		if v != nil {
			n.Content = append(n.Content, valueNode(name, 0), v)
		}
	}
	var first []string
	for _, audience := range model.FirstAudiences {
		first = append(first, c.First[audience])
	}
	add("first_contact", orNothing(wordsNode(model.FirstAudiences, first...)))
	add("local_offer", orNothing(wordsNode([]string{"website"}, website)))
	add("checked", checkNode(c.Checked))
	l := &layout{end: "\n", above: "# yaml-language-server: $schema=" + schema + "\n"}
	return l.join([]string{l.editKeys(nil, model.CouncilFields, nil, n, 0)})
}

// Nearest is the one of the words that was most likely meant, or "".
func Nearest(written string, words []string) string { return nearest(written, setOf(words)) }
