package source

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"signpost/generator/model"
)

var termColumns = []string{"id", "label", "words", "meaning", "source", "code", "group", "tag", "direction", "own_name", "law", "goes_to", "offer"}

// readVocabularies reads data/vocabulary/*.csv: ids, plain words, meanings.
func (t *tree) readVocabularies() error {
	for _, name := range model.VocabularyNames {
		file := "data/vocabulary/" + name + ".csv"
		rows, err := t.table(file, termColumns)
		if err != nil {
			return err
		}
		if rows == nil {
			t.wrong("missing-file", model.Where{File: file}, "every directory needs it", "the vocabulary %q is missing or empty", name)
		}
		taken := map[string]bool{} // ids of this vocabulary
		for _, r := range rows {
			t.readTerm(name, r, taken)
		}
	}
	t.checkWordings()
	return nil
}

func (t *tree) readTerm(name string, r row, taken map[string]bool) {
	term := model.Term{ID: r.get("id"), Label: r.get("label") + r.get("words"), Meaning: r.get("meaning"), Source: r.get("source"),
		Code: r.get("code"), Group: r.get("group"), Tag: r.get("tag"), Direction: r.get("direction"), OwnName: r.get("own_name"), Law: r.get("law"),
		GoesTo: r.list("goes_to"), Offer: r.get("offer") == "yes", Where: r.at}
	switch {
	case !IsID(term.ID):
		t.wrong("bad-id", r.where("id"), "ids are lower-case letters, digits and hyphens", "the id %q cannot be one", term.ID)
	case taken[term.ID]:
		t.wrong("duplicate-id", r.where("id"), "give one of them another id", "the id %q stands here a second time", term.ID)
	case term.Label == "" || term.Meaning == "":
		t.wrong("missing-field", r.at, "a term needs its plain words and one line of meaning", "the term %q lacks its label or meaning", term.ID)
	case name == "crisis" && !slices.Contains(model.CrisisGroups, term.Group):
		t.wrong("unknown-id", r.where("group"), cmp.Or(didYouMean(term.Group, setOf(model.CrisisGroups)), "write one of "+strings.Join(model.CrisisGroups, ", ")), "group names %q, which is not a kind of crisis", term.Group)
	case !slices.Contains([]string{"", "yes", "no"}, r.get("offer")):
		t.wrong("yes-or-no", r.where("offer"), "write yes where the word is also a right one, or leave it out", "offer is %q", r.get("offer"))
	default:
		taken[term.ID] = true
		t.reading.Vocabulary[name] = append(t.reading.Vocabulary[name], term)
	}
}

// checkTargets makes sure that every synonym leads to a page: to one of the
// guides, or to a term of a vocabulary whose terms have pages.
func (t *tree) checkTargets(guides map[string]bool) {
	pages := map[string]map[string]bool{model.HelpTarget: guides}
	for _, topic := range model.Topics {
		pages[topic.Target] = setOf(t.reading.Vocabulary[topic.Vocabulary].IDs())
	}
	for _, term := range t.reading.Vocabulary["synonyms"] {
		at := term.Where
		at.Cell = "goes_to"
		if len(term.GoesTo) == 0 {
			t.wrong("missing-field", at, "name a page, such as help:start", "the synonym %q points to nothing", term.Label)
		}
		for _, target := range term.GoesTo {
			if of, id, _ := strings.Cut(target, ":"); !pages[of][id] {
				t.wrong("unknown-target", at, nearestTarget(of, id, pages), "the synonym %q points to %q, and there is no such page", term.Label, target)
			}
		}
	}
}

// nearestTarget is a hint that names what was meant, if the word before the
// colon or the id after it is near to one that exists.
func nearestTarget(of, id string, pages map[string]map[string]bool) string {
	if pages[of] == nil {
		return didYouMean(of, setOf(slices.Collect(maps.Keys(pages))))
	}
	if near := nearest(id, pages[of]); near != "" {
		return "did you mean " + quote(of+":"+near) + "?"
	}
	return ""
}

// checkWordings makes sure that every sentence the program says exists, and
// that the kinds and channels the program knows are in their vocabularies.
func (t *tree) checkWordings() {
	needed := map[string][]string{"wording": model.Wordings}
	for _, k := range model.Kinds {
		needed["kinds"] = append(needed["kinds"], string(k))
	}
	for _, c := range model.ChannelTypes {
		needed["channels"] = append(needed["channels"], string(c))
	}
	for _, name := range []string{"wording", "kinds", "channels"} {
		have := t.reading.Vocabulary[name].IDs()
		for _, id := range needed[name] {
			if !slices.Contains(have, id) {
				t.wrong("missing-term", model.Where{File: "data/vocabulary/" + name + ".csv"}, "pages need it", "the id %q is missing", id)
			}
		}
	}
}
