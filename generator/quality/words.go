package quality

import (
	"fmt"
	"strings"

	"signpost/generator/model"
)

// label is what the report calls a group of facts.
func (r *Reporter) label(g model.Group) string { return Label(r.d.Vocabulary, g) }

// Label is what reports call a group of facts: a channel by its own name, the
// rest as we ask for them.
func Label(v model.Vocabulary, g model.Group) string {
	if t, ok := v["channels"].Find(string(g)); ok {
		return t.Label
	}
	for _, a := range Asked {
		if a.Group == g {
			return strings.ToUpper(a.Label[:1]) + a.Label[1:]
		}
	}
	if g == model.GroupMedia {
		return model.GroupLabels[g]
	}
	return "What families must know now"
}

// otherWords is what another source says of a group. Of channels, a part of
// what it says may have lost for a reason of its own.
func (r *Reporter) otherWords(g model.Group, o model.Other) string {
	_, isChannel := r.d.Vocabulary["channels"].Find(string(g))
	switch {
	case o.Withheld(g):
		return model.WithheldWords
	case isChannel || o.Origin.Record == nil:
		return o.Text
	}
	return r.words(o.Origin.Record.Value(g))
}

// words is a value on one line, with the plain words for the ids of
// vocabularies. An entry's own description is counted, not repeated.
func (r *Reporter) words(value model.Value) string {
	labels := func(vocabulary string, ids []string) []string { return r.d.Vocabulary[vocabulary].Labels(ids) }
	label := func(vocabulary, id string) string { return strings.Join(labels(vocabulary, []string{id}), "") }
	switch v := value.(type) {
	case model.Access:
		v.Routes, v.Default = labels("routes", v.Routes), label("routes", v.Default)
		return v.String()
	case model.Audience:
		v.IDs = labels("audiences", v.IDs)
		return v.String()
	case model.Communities:
		v.IDs = labels("communities", v.IDs)
		return v.String()
	case model.Languages:
		v.IDs = labels("languages", v.IDs)
		return v.String()
	case model.Delivery:
		v.Model = label("delivery", v.Model)
		return v.String()
	case model.Offer:
		v.Support, v.Needs, v.Moments = labels("support", v.Support), labels("needs", v.Needs), labels("moments", v.Moments)
		if n := len(strings.Fields(v.Description)); n > 0 {
			v.Description = fmt.Sprintf("%d words", n)
		}
		return v.String()
	case model.Status:
		v.ID = label("statuses", v.ID)
		return v.String()
	}
	return value.String()
}
