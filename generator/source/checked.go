package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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
			t.wrong("unknown-field", where, didYouMean(g.Name, setOf(groupNames)), "checked names %q, which is not a group of facts", g.Name)
			continue
		}
		words := map[string]string{}
		for _, w := range t.mapping(g.node, at.File, 1) {
			if v, ok := w.values(); ok && len(v) < 2 {
				words[w.Name] = strings.Join(v, "") // an unknown word is wrong, blank or not
			}
		}
		if c, ok := t.checked(words, where); ok {
			r.Checked[model.Group(g.Name)] = c
		}
	}
}

// checked reads {on, by, how}. All three are needed: a told fact without a
// teller is hearsay.
func (t *tree) checked(words map[string]string, at model.Where) (model.Checked, bool) {
	return t.checkedAt(words, func(string) model.Where { return at })
}

// checkedAt does the same where each word has a place of its own.
func (t *tree) checkedAt(words map[string]string, at func(word string) model.Where) (model.Checked, bool) {
	mark := len(t.problems)
	for name := range words {
		if name != "on" && name != "by" && name != "how" {
			t.wrong("unknown-field", at(name), "write on, by and how", "unknown field %q of a check", name)
		}
	}
	on, err := model.ParseDate(words["on"])
	switch {
	case err != nil:
		t.wrong("bad-date", at("on"), "", "checked: %v", err)
	case on.Day == 0:
		t.wrong("bad-date", at("on"), "a check is made on a day, as 2026-11-03", "checked: on is %q", words["on"])
	}
	switch {
	case words["by"] == "":
		t.wrong("missing-field", at("by"), `name a role, as "by: service manager"`, "the check does not say who made it")
	case strings.ContainsFunc(words["by"], notOfRole):
		t.wrong("checked-by", at("by"), `name a role, as "by: service manager"`, "the check's by holds a digit or an @, as a person's number or address does")
	}
	if !slices.ContainsFunc(model.Hows, func(c model.Choice) bool { return c.Word == words["how"] }) {
		t.wrong("missing-field", at("how"), "write phone, email, website, meeting or letter", "the check does not say how it was made (how is %q)", words["how"])
	}
	return model.Checked{On: on, By: words["by"], How: words["how"]}, !t.brokenSince(mark)
}

// notOfRole reports letters that stand in a person's number or address, and
// never in a role: whatever is written here is published.
func notOfRole(r rune) bool { return r == '@' || unicode.IsDigit(r) }

// older is the check that was made first. Of two on one day it is the same one
// whichever comes first in the file.
func older(a, b model.Checked) model.Checked {
	if cmp.Or(a.On.Compare(b.On), cmp.Compare(a.By, b.By), cmp.Compare(a.How, b.How)) <= 0 {
		return a
	}
	return b
}

// checkedNothing warns of checks of groups that the entry says nothing of:
// somebody forgot the fact, or meant another group.
func (t *tree) checkedNothing(r *model.Record, ks []key) {
	for _, k := range ks {
		if k.Name != "checked" {
			continue
		}
		for i := 0; i+1 < len(k.node.Content); i += 2 {
			n := k.node.Content[i]
			if g := model.Group(n.Value); r.Value(g).Blank() {
				t.warn("checked-nothing", model.Where{File: r.Where.File, Line: n.Line + 1}, "write what was checked, or take the line out", "checked names %q, of which the entry says nothing", g)
			}
		}
	}
}

var groupNames = func() []string {
	var names []string
	for _, g := range model.Groups {
		names = append(names, string(g))
	}
	return names
}()
