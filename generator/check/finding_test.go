package check

import (
	"testing"

	"signpost/generator/model"
)

func TestSameWords(t *testing.T) {
	for _, test := range []struct{ one, other, want string }{
		{"EHCP", "e.h.c.p.", "same-words"},
		{"Asperger's", "aspergers", "same-words"},
		{"turned  down", "Turned-down", "same-words"},
		{"EHCP", "EHCNA", ""},
		{"plan", "draft plan", ""},
	} {
		terms := model.Terms{{ID: "a", Label: test.one}, {ID: "b", Label: test.other}}
		if got := rules(sameWords(terms)); got != test.want {
			t.Errorf("%q and %q: %q; want %q", test.one, test.other, got, test.want)
		}
	}
}

// A word may stand in both vocabularies: one mends it, the other knows it.
func TestFinding(t *testing.T) {
	d := directory()
	d.Vocabulary = model.Vocabulary{
		"synonyms":     {{ID: "ehcp", Label: "EHCP"}},
		"misspellings": {{ID: "ehcp", Label: "E.H.C.P."}},
		"moments":      {{ID: "waiting", Label: "Waiting for an answer"}, {ID: "about", Label: "About"}},
	}
	d.Articles = []model.Article{{ID: "about"}}
	if got := rules(finding(d)); got != "no-help-page no-help-page" {
		t.Errorf("%q; want a warning for each moment without a help page", got)
	}
	d.Vocabulary["moments"] = d.Vocabulary["moments"][:1]
	d.Articles = []model.Article{{ID: "waiting"}}
	if got := finding(d); len(got) > 0 {
		t.Errorf("%v; want nothing", got)
	}
}

// A guide may link to pages that exist; a link to another is told to its author.
func TestLinks(t *testing.T) {
	d := directory()
	d.Articles = []model.Article{
		{ID: "waiting", Where: model.Where{File: "content/guides/waiting.md"}, BodyLine: 6, Body: "Read\n[this](/help/appeal/), [that](https://e.org)\n\nand [those](/help/gone/)."},
		{ID: "appeal"},
	}
	got := links(d)
	if rules(got) != "dead-link" || got[0].Where.Line != 9 {
		t.Errorf("%v; want a dead link on line 9", got)
	}
	if unfit := texts(&model.Reading{Articles: d.Articles}); len(unfit) > 0 {
		t.Errorf("%v; want nothing: the guide itself is fine", unfit)
	}
}

// A page that is missing is worth a look, and stops nothing.
func TestMomentsWarn(t *testing.T) {
	d := directory()
	d.Vocabulary = model.Vocabulary{"moments": {{ID: "crisis", Label: "I need help right now"}}}
	if got := moments(d); len(got) != 1 || model.HasErrors(got) {
		t.Errorf("%v; want one warning", got)
	}
}
