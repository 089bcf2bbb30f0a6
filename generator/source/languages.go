package source

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"signpost/generator/model"
)

const (
	languagesFolder = "data/languages"
	sourceFile      = languagesFolder + "/" + model.SourceLanguage + ".yaml"
)

// languageFields are the keys of a language's file. The last two hold the
// strings: those that are published as they are, and those that wait for a
// native speaker.
var languageFields = []string{"tag", "name", "english_name", "direction", "ask_in_english", "reviewed_by", "reviewed_on", "fixed", "interface"}

// stringIDs are the ids that may stand under each heading.
var stringIDs = map[string][]string{"fixed": model.FixedStrings, "interface": model.InterfaceStrings}

// readLanguages reads data/languages/<tag>.yaml: what pages say in each
// language, the source first, then in the order of the vocabulary.
func (t *tree) readLanguages() error {
	if err := t.checkLanguageFiles(); err != nil {
		return err
	}
	if !t.exists(sourceFile) {
		t.wrong("missing-file", model.Where{File: sourceFile}, "every directory needs it", "the words of pages in English are missing")
		return nil
	}
	var english model.Language
	for _, term := range t.writtenLanguages() {
		mark := len(t.problems)
		l, err := t.readLanguage(term, english)
		if err != nil {
			return err
		}
		if term.Tag == model.SourceLanguage {
			english = l
		}
		if !t.brokenSince(mark) {
			t.reading.Languages = append(t.reading.Languages, l)
		}
	}
	return nil
}

// checkLanguageFiles reports the files of data/languages that are nobody's.
func (t *tree) checkLanguageFiles() error {
	files, err := t.list(languagesFolder)
	tags := map[string]bool{}
	for _, term := range t.reading.Vocabulary["languages"] {
		tags[term.Tag] = term.Tag != ""
	}
	for _, file := range files {
		tag, isYAML := strings.CutSuffix(file.Name(), ".yaml")
		if file.IsDir() || file.Name() != "README.md" && (!isYAML || !tags[tag]) {
			hint := cmp.Or(didYouMean(tag, tags), "a language is a file named by its tag in data/vocabulary/languages.csv, as ur.yaml")
			t.wrong("misplaced-file", model.Where{File: path.Join(languagesFolder, file.Name())}, hint, "%q is not read", file.Name())
		}
	}
	return err
}

// writtenLanguages are the terms of the languages that have a file.
func (t *tree) writtenLanguages() model.Terms {
	terms := slices.Clone(t.reading.Vocabulary["languages"])
	slices.SortStableFunc(terms, func(a, b model.Term) int {
		switch model.SourceLanguage {
		case a.Tag:
			return -1
		case b.Tag:
			return 1
		}
		return 0
	})
	return slices.DeleteFunc(terms, func(term model.Term) bool { return term.Tag == "" || !t.exists(languageFile(term.Tag)) })
}

func languageFile(tag string) string { return path.Join(languagesFolder, tag+".yaml") }

// readLanguage reads the file of a term of the vocabulary. English is what its
// strings are compared with; the source itself is compared with nothing.
func (t *tree) readLanguage(term model.Term, english model.Language) (model.Language, error) {
	l := model.Language{Strings: map[string]string{}, Where: model.Where{File: languageFile(term.Tag), Line: 1}}
	text, ok, err := t.read(l.Where.File, maxPage)
	if err != nil || !ok {
		return l, err
	}
	ks, ok := t.keys(text, l.Where.File, 0)
	if !ok {
		return l, nil
	}
	head := map[string]key{}
	for _, k := range ks {
		at := model.Where{File: l.Where.File, Line: k.Line}
		switch {
		case !slices.Contains(languageFields, k.Name):
			t.wrong("unknown-field", at, didYouMean(k.Name, setOf(languageFields)), "unknown field %q", k.Name)
		case stringIDs[k.Name] == nil:
			head[k.Name] = k
		case !k.blank():
			t.languageStrings(&l, k, term, english)
		}
	}
	t.languageHead(&l, head, term)
	t.wholeLanguage(l)
	return l, nil
}

// languageHead reads which language it is, and who reviewed it.
func (t *tree) languageHead(l *model.Language, head map[string]key, term model.Term) {
	v := map[string]string{}
	for _, name := range languageFields {
		if k, given := head[name]; given {
			v[name] = t.oneString(k, l.Where.File)
		}
	}
	l.Tag, l.Name, l.EnglishName, l.Direction = v["tag"], v["name"], v["english_name"], v["direction"]
	l.AskInEnglish, l.ReviewedBy = v["ask_in_english"], v["reviewed_by"]
	at := func(name string) model.Where { return model.Where{File: l.Where.File, Line: max(1, head[name].Line)} }
	for _, f := range []struct{ name, want string }{{"tag", term.Tag}, {"name", term.OwnName}, {"english_name", term.Label}, {"direction", term.Direction}} {
		switch {
		case v[f.name] == "":
			t.missingHead(f.name, head, l.Where)
		case f.name == "direction" && v[f.name] != model.LeftToRight && v[f.name] != model.RightToLeft:
			t.wrong("bad-direction", at(f.name), "write ltr or rtl", "direction is %q", v[f.name])
		case v[f.name] != f.want:
			t.wrong("language-differs", at(f.name), "make them the same", "%s is %q, and data/vocabulary/languages.csv says %q", f.name, v[f.name], f.want)
		}
	}
	if l.AskInEnglish == "" && term.Tag != model.SourceLanguage {
		t.missingHead("ask_in_english", head, l.Where)
	}
	t.review(l, v["reviewed_on"], at)
}

// missingHead reports a field that is not there, or empty. One of several
// values has been reported.
func (t *tree) missingHead(name string, head map[string]key, at model.Where) {
	k, given := head[name]
	if given && !k.blank() {
		return
	}
	if given {
		at.Line = k.Line
	}
	t.wrong("missing-field", at, "every language needs it", "the field %q is missing", name)
}

// review reads who checked the strings, and when: both, or nobody has.
func (t *tree) review(l *model.Language, on string, at func(name string) model.Where) {
	var err error
	if l.ReviewedOn, err = model.ParseDate(on); err != nil {
		t.wrong("bad-date", at("reviewed_on"), "", "reviewed_on: %v", err)
	} else if on != "" && l.ReviewedOn.Day == 0 {
		t.wrong("bad-date", at("reviewed_on"), "a review is made on a day, as 2026-11-03", "reviewed_on is %q", on)
	}
	if (l.ReviewedBy == "") != (on == "") {
		t.wrong("missing-field", at("reviewed_by"), "give reviewed_by and reviewed_on together, or neither", "the review has no reviewer or no day")
	}
	if strings.ContainsFunc(l.ReviewedBy, notOfRole) {
		t.wrong("checked-by", at("reviewed_by"), `name a role, as "native speaker, advice service"`, "reviewed_by holds a digit or an @, as a person's number or address does")
	}
}

// oneString is the one value of a key, "" for none.
func (t *tree) oneString(k key, file string) string {
	v, ok := k.values()
	if !ok || len(v) > 1 {
		t.wrong("one-value", model.Where{File: file, Line: k.Line}, "write one", "%s has no one value", k.Name)
		return ""
	}
	return strings.Join(v, "")
}

// languageStrings reads the strings under one heading.
func (t *tree) languageStrings(l *model.Language, heading key, term model.Term, english model.Language) {
	for _, k := range t.mapping(heading.node, l.Where.File, 0) {
		at := model.Where{File: l.Where.File, Line: k.Line}
		ids := stringIDs[heading.Name]
		if !slices.Contains(ids, k.Name) {
			t.wrong("unknown-id", at, stringHint(k.Name, ids), "%q is not a string that stands under %s", k.Name, heading.Name)
			continue
		}
		s := t.oneString(k, l.Where.File)
		if s == "" {
			continue
		}
		t.fitsString(k.Name, s, at, term)
		if want := placeholders(english.Strings[k.Name]); term.Tag != model.SourceLanguage && english.Strings[k.Name] != "" && !slices.Equal(placeholders(s), want) {
			t.wrong("placeholder", at, "write the words in braces as they are in English", "%s has the placeholders %q, and the English has %q", k.Name, placeholders(s), want)
		}
		l.Strings[k.Name] = s
	}
}

// stringHint says where an id belongs, if it is one.
func stringHint(id string, ids []string) string {
	for heading, others := range stringIDs {
		if slices.Contains(others, id) {
			return "it stands under " + heading
		}
	}
	return didYouMean(id, setOf(ids))
}

// fitsString checks what holds in any language: a string is in the letters of
// its language, and nothing is in it that does not show.
func (t *tree) fitsString(id, s string, at model.Where, term model.Term) {
	own := scriptOf(term.OwnName)
	switch {
	case len(s) > maxValue:
		t.wrong("too-long", at, "say less", "%s is longer than %d characters", id, maxValue)
	case unprintable(s): // reported with the file
	case strings.ContainsFunc(s, func(r rune) bool { return unseen(r, own) }):
		t.wrong("control-character", at, "write the line again", "%s holds a character that does not show: %+q", id, s)
	case !strings.ContainsFunc(placeholder.ReplaceAllString(s, ""), func(r rune) bool { return unicode.Is(unicode.Scripts[own], r) }):
		t.wrong("wrong-script", at, "translate it, or leave it out", "%s holds no letter of the script %s, in which %s is written: %q", id, own, term.Label, s)
	}
}

// placeholder is a name in braces; a brace that is left alone is one, too, so
// that it is not printed.
var placeholder = regexp.MustCompile(`\{[^{}]*\}|[{}]`)

// placeholders are those of a string in the order of their names: languages
// differ in the order of words.
func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return found
}

// scriptOf is the name of the script of the first letter, as Unicode calls it.
func scriptOf(s string) string {
	for _, r := range s {
		for name, table := range unicode.Scripts {
			if unicode.IsLetter(r) && unicode.Is(table, r) {
				return name
			}
		}
	}
	return ""
}

// unseen reports format characters that a script does not need. The joiners
// decide how letters of other scripts than Latin are joined; what turns the
// direction of the text around it is refused in every file.
func unseen(r rune, script string) bool {
	const nonJoiner, joiner = '\u200C', '\u200D'
	return unicode.Is(unicode.Cf, r) && (script == "Latin" || r != nonJoiner && r != joiner)
}

// wholeLanguage reports what a language lacks: every string that is fixed, and
// in English, which stands for what others lack, those of the interface too.
func (t *tree) wholeLanguage(l model.Language) {
	needed := slices.Clone(model.FixedStrings)
	if l.Where.File == sourceFile {
		needed = append(needed, model.InterfaceStrings...)
	}
	for _, id := range needed {
		if l.Strings[id] == "" {
			t.wrong("missing-string", model.Where{File: l.Where.File}, "a family needs it", "the string %q is missing", id)
		}
	}
}
