package source

import (
	"maps"
	"slices"

	"signpost/generator/model"
)

// entryChecked reads who confirmed which group, when and how: one line each.
func (t *tree) entryChecked(r *model.Record, k key, at model.Where) {
	r.Checked = map[model.Group]model.Checked{}
	if k.blank() {
		return
	}
	for _, g := range t.mapping(k.node, at.File, 1) {
		where := model.Where{File: at.File, Line: g.Line}
		if !slices.Contains(model.Groups, model.Group(g.Name)) {
			t.wrong("unknown-field", where, didYouMean(g.Name, groupNames), "checked names %q, which is not a group of facts", g.Name)
			continue
		}
		words := map[string]string{}
		for _, w := range t.mapping(g.node, at.File, 1) {
			if v, ok := w.values(); ok && len(v) == 1 {
				words[w.Name] = v[0]
			}
		}
		if c, ok := t.checked(words, where); ok {
			r.Checked[model.Group(g.Name)] = c
		}
	}
}

// hows are the ways in which a check can be made good: by a call to the number
// known before, an e-mail from the service's own domain, and so on.
var hows = []string{"phone", "email", "website", "meeting", "letter"}

// checked reads {on, by, how}. All three are needed: a told fact without a
// teller is hearsay.
func (t *tree) checked(words map[string]string, at model.Where) (model.Checked, bool) {
	mark := len(t.problems)
	for _, name := range slices.Sorted(maps.Keys(words)) {
		if !slices.Contains([]string{"on", "by", "how"}, name) {
			t.wrong("unknown-field", at, "write on, by and how", "unknown field %q of a check", name)
		}
	}
	on, err := model.ParseDate(words["on"])
	switch {
	case err != nil:
		t.wrong("bad-date", at, "", "checked: %v", err)
	case on.Day == 0:
		t.wrong("bad-date", at, "a check is made on a day, as 2026-11-03", "checked: on is %q", words["on"])
	}
	if words["by"] == "" {
		t.wrong("missing-field", at, `name a role, as "by: service manager"`, "the check does not say who made it")
	}
	if !slices.Contains(hows, words["how"]) {
		t.wrong("missing-field", at, "write phone, email, website, meeting or letter", "the check does not say how it was made (how is %q)", words["how"])
	}
	return model.Checked{On: on, By: words["by"], How: words["how"]}, !t.brokenSince(mark)
}

var groupNames = func() map[string]bool {
	names := map[string]bool{}
	for _, g := range model.Groups {
		names[string(g)] = true
	}
	return names
}()
