package source

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// Entry writes a record as a new entry, in the form of [Format]. Its Where
// names the folder, so that "areas" is left out where it would say the same; a
// record without a Where that has one area is taken to lie in that folder.
func Entry(r *model.Record) []byte {
	l := &layout{above: "---\n", below: "---\n", end: "\n"}
	keys := l.editKeys(nil, model.EntryFields, nil, recordNode(r, areaFolder(r)), 0)
	l.describe(r.Offer.Description)
	return l.join([]string{keys})
}

// areaFolder is the area in whose folder a record's entry stands.
func areaFolder(r *model.Record) string {
	if r.Where.File == "" {
		return strings.Join(r.Areas, ";")
	}
	return path.Base(path.Dir(r.Where.File))
}

// Edit writes into the text of an entry what differs between what it says and
// what it is to say. Of the channels only those that changed are touched, of
// the checks one line each; every other byte stays. Comments are kept, those
// of a field that goes too. It returns an error where the text cannot be read
// or does not then say what it should.
func Edit(text []byte, file string, was, is *model.Record) ([]byte, error) {
	t := &tree{}
	l, ok := t.layOut(text, file)
	if !ok {
		return nil, fmt.Errorf("%v", t.problems[0])
	}
	if l.root != nil && l.parts == nil {
		// Several keys share a line: give each its own first.
		whole, ok := l.formatWhole(model.EntryFields)
		if !ok {
			return nil, fmt.Errorf("%s: the part between the --- lines cannot be changed; write each field on a line of its own", file)
		}
		return Edit(whole, file, was, is)
	}
	area := path.Base(path.Dir(file))
	wanted := recordNode(is, area)
	keys := l.editKeys(l.parts, model.EntryFields, recordNode(was, area), wanted, 0)
	if was.Offer.Description != is.Offer.Description {
		l.describe(is.Offer.Description)
	}
	edited := l.join([]string{keys})
	if got := entryAlone(edited, file); got == nil || got.Offer.Description != is.Offer.Description || !same(recordNode(got, area), wanted) {
		return nil, fmt.Errorf("%s cannot be changed into what it is to say; look at it with check and fmt first", file)
	}
	return edited, nil
}

// entryAlone is what an entry says, or nil if it holds an error that shows
// without the rest of its tree.
func entryAlone(text []byte, file string) *model.Record {
	t := &tree{alone: true, reading: &model.Reading{}, ids: map[string]bool{}}
	if text, ok := t.usable(text, file, maxPage); ok {
		t.entry(text, file, strings.TrimSuffix(path.Base(file), ".md"), path.Base(path.Dir(file)))
	}
	if len(t.reading.Records) == 0 {
		return nil
	}
	return t.reading.Records[0]
}

// recordNode is the front matter of an entry in the folder of an area that
// says what the record says; nil if that is nothing.
func recordNode(r *model.Record, area string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, f := range model.EntryFields {
		var v *yaml.Node
		switch {
		case f.Name == "channels":
			v = channelsNode(r.Channels)
		case f.Name == "media":
			v = mediaNode(r.Media)
		case f.Name == "checked":
			v = checksNode(r.Checked)
		case f.Name == "areas" && slices.Equal(r.Areas, []string{area}):
		default:
			v = fieldNode(f, f.Values(r))
		}
		if v != nil {
			n.Content = append(n.Content, valueNode(f.Name, 0), v)
		}
	}
	return orNothing(n)
}

func fieldNode(f model.Field, values []string) *yaml.Node {
	switch {
	case len(values) == 0:
		return nil
	case !f.List:
		return valueNode(values[0], 0)
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, v := range values {
		n.Content = append(n.Content, valueNode(v, 0))
	}
	return n
}

func channelsNode(channels []model.Channel) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, c := range channels {
		n.Content = append(n.Content, wordsNode(model.ChannelFields, string(c.Type), c.Value, c.Hours, c.Note, c.ContactOf, c.AskFor, c.For))
	}
	return orNothing(n)
}

func checksNode(checks map[model.Group]model.Checked) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, g := range model.Groups {
		if c, ok := checks[g]; ok {
			n.Content = append(n.Content, valueNode(string(g), 0), checkNode(c))
		}
	}
	return orNothing(n)
}

func checkNode(c model.Checked) *yaml.Node {
	return wordsNode([]string{"on", "by", "how"}, c.On.String(), c.By, c.How)
}

// wordsNode is a mapping of the names whose value is not blank.
func wordsNode(names []string, values ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for i, v := range values {
		if v != "" {
			n.Content = append(n.Content, valueNode(names[i], 0), valueNode(v, 0))
		}
	}
	return n
}

// describe puts a text below the front matter in place of what stands there.
func (l *layout) describe(text string) {
	closing, _, _ := strings.Cut(l.below, "\n")
	l.below = strings.TrimRight(closing, "\r") + l.end
	if text != "" {
		l.below += l.end + strings.ReplaceAll(text, "\n", l.end) + l.end
	}
}
