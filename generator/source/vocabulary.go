package source

import (
	"slices"

	"signpost/generator/model"
)

var termColumns = []string{"id", "label", "words", "meaning", "source", "code", "group", "tag", "direction", "own_name", "law"}

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
		for _, r := range rows {
			t.readTerm(name, r)
		}
	}
	t.checkWordings()
	return nil
}

func (t *tree) readTerm(name string, r row) {
	term := model.Term{ID: r.get("id"), Label: r.get("label") + r.get("words"), Meaning: r.get("meaning"), Source: r.get("source"),
		Code: r.get("code"), Group: r.get("group"), Tag: r.get("tag"), Direction: r.get("direction"), OwnName: r.get("own_name"), Law: r.get("law"), Where: r.at}
	_, taken := t.reading.Vocabulary[name].Find(term.ID)
	switch {
	case !idForm.MatchString(term.ID):
		t.wrong("bad-id", r.where("id"), "ids are lower-case letters, digits and hyphens", "the id %q cannot be one", term.ID)
	case taken:
		t.wrong("duplicate-id", r.where("id"), "give one of them another id", "the id %q stands here a second time", term.ID)
	case term.Label == "" || term.Meaning == "":
		t.wrong("missing-field", r.at, "a term needs its plain words and one line of meaning", "the term %q lacks its label or meaning", term.ID)
	default:
		t.reading.Vocabulary[name] = append(t.reading.Vocabulary[name], term)
	}
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
