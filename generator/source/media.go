package source

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// entryMedia reads the list of an entry's videos and recordings.
func (t *tree) entryMedia(r *model.Record, k key, at model.Where) {
	if k.blank() {
		return
	}
	if k.node.Kind != yaml.SequenceNode {
		t.wrong("yaml", at, `write each as "- kind: bsl" with its title and url below`, "media is not a list")
		return
	}
	for _, n := range k.node.Content {
		if c, ok := t.entryClip(n, at); ok {
			r.Media = append(r.Media, c)
		}
	}
	if len(r.Media) > 0 {
		if r.Lines == nil {
			r.Lines = map[model.Group]int{}
		}
		r.Lines[model.GroupMedia] = at.Line
	}
}

// entryClip reads one of them. ok is false if it is not fit.
func (t *tree) entryClip(n *yaml.Node, at model.Where) (c model.Clip, ok bool) {
	const offset = 1 // the opening line of the front matter
	at.Line = n.Line + offset
	mark := len(t.problems)
	if n.Kind != yaml.MappingNode {
		t.wrong("yaml", at, `write "- kind: bsl" and below it "title: …" and "url: …"`, "%q is not a video or a recording", n.Value)
		return c, false
	}
	words := map[string]string{}
	for _, k := range t.mapping(n, at.File, offset) {
		v, ok := k.values()
		where := model.Where{File: at.File, Line: k.Line}
		i := slot(model.MediaParts, k.Name)
		switch {
		case i < 0:
			t.wrong("unknown-field", where, didYouMean(k.Name, setOf(model.Names(model.MediaParts))), "unknown field %q of media", k.Name)
		case !ok || len(v) > 1:
			t.wrong("one-value", where, "keep one", "%s of media has several values", k.Name)
		case len(v) == 1 && t.fitsForm(cell{field: model.MediaParts[i], at: where}, v[0]):
			words[k.Name] = v[0]
		}
	}
	if t.brokenSince(mark) {
		return c, false
	}
	for _, f := range model.MediaParts {
		if f.Required && words[f.Name] == "" {
			t.wrong("missing-field", at, `write it, as "`+f.Name+": "+f.Example+`"`, "a video or recording has no %s", f.Name)
		}
	}
	c = model.Clip{Kind: words["kind"], Title: words["title"], URL: words["url"], Transcript: words["transcript"], Language: words["language"]}
	return c, !t.brokenSince(mark)
}

// fitsClipKind checks what a clip is said to be.
func (t *tree) fitsClipKind(v string, at model.Where) {
	var kinds []string
	for _, c := range model.ClipKinds {
		kinds = append(kinds, c.Word)
	}
	if !slices.Contains(kinds, v) {
		t.wrong("media-kind", at, "write "+strings.Join(kinds, ", "), "the kind of a video or recording is %q", v)
	}
}

// fitsSecure allows addresses that nobody on the way can change.
func (t *tree) fitsSecure(name, v string, at model.Where) {
	if !strings.HasPrefix(strings.ToLower(v), "https://") {
		t.wrong("insecure-link", at, "begin it with https://", "%s %q is not an https address", name, v)
		return
	}
	t.fitsLink(name, v, at)
}

func mediaNode(media model.Media) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, c := range media {
		n.Content = append(n.Content, wordsNode(model.Names(model.MediaParts), c.Kind, c.Title, c.URL, c.Transcript, c.Language))
	}
	return orNothing(n)
}
