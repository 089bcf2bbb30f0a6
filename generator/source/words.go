package source

import (
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

const wordsFolder = "content/words"

// setWord puts the well-formed values of a field into a word.
var setWord = map[string]func(*model.Word, []string){
	"title":      func(w *model.Word, v []string) { w.Title = v[0] },
	"say":        func(w *model.Word, v []string) { w.Says = v },
	"short":      func(w *model.Word, v []string) { w.Short = v[0] },
	"goes_to":    func(w *model.Word, v []string) { w.GoesTo = v },
	"also":       func(w *model.Word, v []string) { w.Also = v },
	"law":        func(w *model.Word, v []string) { w.Law = v[0] },
	"law_source": func(w *model.Word, v []string) { w.LawSource = v[0] },
	"source":     func(w *model.Word, v []string) { w.Source = v[0] },
	"link":       func(w *model.Word, v []string) { w.Unlinked = v[0] == "no" },
	"checked":    func(w *model.Word, v []string) { w.Checked, _ = model.ParseDate(v[0]) },
}

// readWords reads content/words/<id>.md, by id. The vocabulary and the guides
// say which pages there are to go to.
func (t *tree) readWords() error {
	files, err := t.list(wordsFolder)
	if err != nil {
		return err
	}
	pages, err := t.pages()
	if err != nil {
		return err
	}
	for _, file := range files {
		name := path.Join(wordsFolder, file.Name())
		id, isWord := strings.CutSuffix(file.Name(), ".md")
		if file.IsDir() || !isWord || !IsID(id) {
			t.wrong("misplaced-file", model.Where{File: name}, "a word is a file that ends in .md, in lower case", "%q is not a word", file.Name())
			continue
		}
		text, ok, err := t.read(name, maxPage)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if w, ok := t.word(text, name, id, pages); ok {
			t.reading.Words = append(t.reading.Words, w)
		}
	}
	t.sharedForms(t.reading.Words)
	return nil
}

// pages are the ids of what a target can name, by what stands before the
// colon. Help pages with errors are among them: somebody is mending them.
func (t *tree) pages() (map[string]map[string]bool, error) {
	guides, err := t.list(guidesFolder)
	pages := map[string]map[string]bool{model.HelpTarget: {}}
	for _, file := range guides {
		if id, ok := strings.CutSuffix(file.Name(), ".md"); ok && !slices.Contains(siteArticles, id) {
			pages[model.HelpTarget][id] = true
		}
	}
	for _, topic := range model.Topics {
		pages[topic.Target] = setOf(t.reading.Vocabulary[topic.Vocabulary].IDs())
	}
	return pages, err
}

// word reads the text of a word: YAML front matter, then Markdown if it needs
// more than its short meaning.
func (t *tree) word(text []byte, name, id string, pages map[string]map[string]bool) (model.Word, bool) {
	mark := len(t.problems)
	front, body, bodyLine, ok := t.frontMatter(text, name)
	if !ok {
		return model.Word{}, false
	}
	w := model.Word{ID: id, Body: t.prose(body, model.Where{File: name, Line: bodyLine}), BodyLine: bodyLine, Where: model.Where{File: name, Line: 1}}
	ks, ok := t.keys(front, name, 1)
	if !ok {
		return w, false
	}
	t.printable(body, name, bodyLine)
	for _, k := range ks {
		t.wordKey(&w, k, pages)
	}
	t.wholeWord(w, ks)
	return w, !t.brokenSince(mark)
}

// wordKey reads one field of a word. A field that is left empty says nothing.
func (t *tree) wordKey(w *model.Word, k key, pages map[string]map[string]bool) {
	at := model.Where{File: w.Where.File, Line: k.Line}
	i := slices.IndexFunc(model.WordFields, func(f model.Field) bool { return f.Name == k.Name })
	if i < 0 {
		t.wrong("unknown-field", at, didYouMean(k.Name, setOf(model.Names(model.WordFields))), "unknown field %q", k.Name)
		return
	}
	v, ok := k.values()
	if !ok || len(v) > 1 && !model.WordFields[i].List {
		t.wrong("one-value", at, "write one", "%s has no one value", k.Name)
		return
	}
	if len(v) > 0 && t.fitsWord(k.Name, v, at, pages) {
		setWord[k.Name](w, v)
	}
}

// fitsWord checks the form of a word's field.
func (t *tree) fitsWord(name string, values []string, at model.Where, pages map[string]map[string]bool) bool {
	mark := len(t.problems)
	for _, v := range values {
		of, id, _ := strings.Cut(v, ":")
		switch {
		case len(v) > maxValue:
			t.wrong("too-long", at, "say the rest in the text", "%s is longer than %d characters", name, maxValue)
		case name == "goes_to" && !pages[of][id]:
			t.wrong("unknown-target", at, nearestTarget(of, id, pages), "the word points to %q, and there is no such page", v)
		case name == "short" && len(strings.Fields(v)) > model.MaxShort:
			t.wrong("too-long", at, "say the rest in the text", "short has %d words, and %d are the most", len(strings.Fields(v)), model.MaxShort)
		case name == "law_source":
			t.fitsLink(name, v, at)
		case name == "link" && v != "yes" && v != "no":
			t.wrong("yes-or-no", at, "write no for an everyday word, or leave it out", "link is %q", v)
		}
	}
	if name == "checked" {
		if _, err := model.ParseDate(values[0]); err != nil {
			t.wrong("bad-date", at, "", "checked: %v", err)
		}
	}
	return !t.brokenSince(mark)
}

// wholeWord reports what a word lacks. What a word means is never said without
// where that was read.
func (t *tree) wholeWord(w model.Word, ks []key) {
	given := map[string]bool{}
	for _, k := range ks {
		given[k.Name] = !k.blank()
	}
	for _, f := range model.WordFields {
		if f.Required && !given[f.Name] {
			t.wrong("missing-field", w.Where, `write it, as "`+f.Name+": "+f.Example+`"`, "the field %q is missing", f.Name)
		}
	}
	if given["law"] != given["law_source"] {
		t.wrong("limit-without-law", w.Where, "give law and law_source together, or neither", "the word has a law without where it was read, or the other way round")
	}
	if !given["law"] && !given["source"] {
		t.wrong("missing-field", w.Where, "write source, or law and law_source", "the word does not say where its meaning was read")
	}
}

// sharedForms reports what two words claim: a text can link it to one alone.
func (t *tree) sharedForms(words []model.Word) {
	first := map[string]model.Word{}
	for _, w := range words {
		for _, form := range append([]string{w.Title}, w.Also...) {
			other, taken := first[strings.ToLower(form)]
			if taken && other.ID != w.ID {
				t.wrong("duplicate-id", w.Where, "keep it in one of them", "%q stands in %s too", form, other.Where.File)
			}
			first[strings.ToLower(form)] = w
		}
	}
}
