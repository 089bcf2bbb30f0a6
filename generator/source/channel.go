package source

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// entryChannels reads the list of ways to reach the service.
func (t *tree) entryChannels(r *model.Record, k key, at model.Where) {
	if k.blank() {
		return
	}
	if k.node.Kind != yaml.SequenceNode {
		t.wrong("yaml", at, `write each as "- type: phone" with its value below`, "channels is not a list")
		return
	}
	for _, n := range k.node.Content {
		c, line := t.entryChannel(n, at)
		if c.Type == "" {
			continue
		}
		r.Channels = append(r.Channels, c)
		if r.Lines == nil {
			r.Lines = map[model.Group]int{}
		}
		if _, ok := r.Lines[model.Group(c.Type)]; !ok {
			r.Lines[model.Group(c.Type)] = line
		}
	}
}

// entryChannel reads one channel. Its Type is empty if it is not fit.
func (t *tree) entryChannel(n *yaml.Node, at model.Where) (model.Channel, int) {
	offset := 1 // the opening line of the front matter
	at.Line = n.Line + offset
	mark := len(t.problems)
	if n.Kind != yaml.MappingNode {
		t.wrong("yaml", at, `write "- type: phone" and below it "value: …"`, "%q is not a channel", n.Value)
		return model.Channel{}, 0
	}
	words := map[string]string{}
	for _, k := range t.mapping(n, at.File, offset) {
		v, ok := k.values()
		where := model.Where{File: at.File, Line: k.Line}
		switch {
		case !slices.Contains(model.ChannelFields, k.Name):
			t.wrong("unknown-field", where, didYouMean(k.Name, setOf(model.ChannelFields)), "unknown field %q of a channel", k.Name)
		case !ok || len(v) > 1:
			t.wrong("one-value", where, "keep one", "%s of a channel has several values", k.Name)
		case len(v) == 1 && t.fitsForm(cell{field: model.Field{Name: k.Name}, at: where}, v[0]):
			words[k.Name] = v[0]
			if k.Name == "value" {
				at.Line = k.Line
			}
		}
	}
	c := channelOf(words)
	t.fitsWholeChannel(c, func(string) model.Where { return at })
	if t.brokenSince(mark) {
		return model.Channel{}, 0
	}
	return c, at.Line
}

func channelOf(words map[string]string) model.Channel {
	return model.Channel{Type: model.ChannelType(words["type"]), Value: words["value"], Hours: words["hours"],
		Note: words["note"], ContactOf: words["contact_of"], AskFor: words["ask_for"], For: words["for"]}
}

// fitsWholeChannel checks what a channel needs: a type that exists, a value
// of its form, an audience that exists.
func (t *tree) fitsWholeChannel(c model.Channel, at func(word string) model.Where) {
	if c.Type == "" {
		t.wrong("missing-field", at("type"), "say what it is, as phone or email", "the channel has no type")
		return
	}
	if !slices.Contains(model.ChannelTypes, c.Type) {
		t.wrong("unknown-id", at("type"), didYouMean(string(c.Type), setOf(t.reading.Vocabulary["channels"].IDs())), "the channel's type is %q", c.Type)
		return
	}
	if c.Value == "" {
		t.wrong("missing-field", at("value"), "say the number, the address or the place", "the %s channel has no value", c.Type)
		return
	}
	t.fitsChannel(c.Type, c.Value, at("value"))
	if _, ok := t.reading.Vocabulary["audiences"].Find(c.For); !ok && c.For != "" && !t.alone {
		t.wrong("unknown-id", at("for"), didYouMean(c.For, setOf(t.reading.Vocabulary["audiences"].IDs())), "for names %q, which is not in data/vocabulary/audiences.csv", c.For)
	}
}
