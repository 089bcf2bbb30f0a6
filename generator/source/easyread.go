package source

import (
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/prose"
)

const easyFolder = "content/easy-read"

// readEasyReads reads content/easy-read/<id>.md: help pages in few words, each
// idea on a line of its own, after the name of its picture and a colon.
func (t *tree) readEasyReads() error {
	files, err := t.list(easyFolder)
	if err != nil {
		return err
	}
	for _, file := range files {
		name := path.Join(easyFolder, file.Name())
		id, isPage := strings.CutSuffix(file.Name(), ".md")
		if file.Name() == "README.md" && !file.IsDir() {
			continue
		}
		if file.IsDir() || !isPage || !IsID(id) {
			t.wrong("misplaced-file", model.Where{File: name}, "a page in Easy Read is a file that ends in .md, in lower case", "%q is not read", file.Name())
			continue
		}
		text, ok, err := t.read(name, maxPage)
		if err != nil {
			return err
		}
		if ok {
			t.easyRead(text, name, id)
		}
	}
	return nil
}

func (t *tree) easyRead(text []byte, name, id string) {
	mark := len(t.problems)
	front, body, bodyLine, ok := t.frontMatter(text, name)
	if !ok {
		return
	}
	e := model.EasyRead{ID: id, Where: model.Where{File: name, Line: 1}}
	if !t.exists(path.Join(guidesFolder, id+".md")) || slices.Contains(siteArticles, id) {
		t.wrong("unknown-guide", e.Where, "give it the name of a file in "+guidesFolder, "there is no help page %q", id)
	}
	ks, ok := t.keys(front, name, 1)
	if !ok {
		return
	}
	t.easyHead(&e, ks)
	t.printable(body, name, bodyLine)
	t.easyIdeas(&e, string(body), bodyLine)
	if !t.brokenSince(mark) {
		t.reading.EasyReads = append(t.reading.EasyReads, e)
	}
}

// easyHead reads the fields of a page in Easy Read, which needs them all.
func (t *tree) easyHead(e *model.EasyRead, ks []key) {
	given := map[string]string{}
	for _, k := range ks {
		at := model.Where{File: e.Where.File, Line: k.Line}
		known := model.Names(model.EasyReadFields)
		if !slices.Contains(known, k.Name) {
			t.wrong("unknown-field", at, didYouMean(k.Name, setOf(known)), "unknown field %q", k.Name)
			continue
		}
		v, ok := k.values()
		if !ok || len(v) > 1 {
			t.wrong("one-value", at, "write one", "%s has no one value", k.Name)
			continue
		}
		given[k.Name] = strings.Join(v, "")
		if k.Name == "checked" {
			var err error
			if e.Checked, err = model.ParseDate(given[k.Name]); err != nil {
				t.wrong("bad-date", at, "", "checked: %v", err)
			}
		}
	}
	e.Title = given["title"]
	for _, f := range model.EasyReadFields {
		if given[f.Name] == "" {
			t.wrong("missing-field", e.Where, `write it, as "`+f.Name+": "+f.Example+`"`, "the field %q is missing", f.Name)
		}
	}
}

// easyIdeas reads the lines below the fields, and holds them to the limits.
func (t *tree) easyIdeas(e *model.EasyRead, body string, line int) {
	words := 0
	for i, text := range strings.Split(body, "\n") {
		at := model.Where{File: e.Where.File, Line: line + i}
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		picture, says, ok := strings.Cut(text, ": ")
		switch _, known := model.PictureNamed(picture); {
		case !ok:
			t.wrong("no-picture", at, `write it as "letter: The council sent you a letter."`, "the line has no picture")
		case !known:
			t.wrong("unknown-picture", at, didYouMean(picture, setOf(model.PictureNames())), "there is no picture %q", picture)
		default:
			words += t.easySays(says, at)
			e.Ideas = append(e.Ideas, model.Idea{Picture: picture, Says: says})
		}
	}
	switch {
	case strings.TrimSpace(body) == "":
		t.wrong("missing-field", e.Where, "write a line for each idea", "the page says nothing")
	case words > model.MaxEasyWords:
		t.wrong("too-many-words", e.Where, "say the rest on the help page", "the page has %d words, and %d are the most", words, model.MaxEasyWords)
	}
}

// easySays counts the words of an idea, and reports sentences that are too long.
func (t *tree) easySays(says string, at model.Where) int {
	if strings.ContainsAny(says, "[]<>*_`") {
		t.wrong("not-plain", at, "write plain words: the page adds its links itself", "the idea holds marks of Markdown, which are not read here")
	}
	report := prose.Plain(says, nil)
	if report.Longest.Words > model.MaxEasySentence {
		t.wrong("long-sentence", at, "make two of it", "the sentence has %d words, and %d are the most: %q", report.Longest.Words, model.MaxEasySentence, report.Longest.Text)
	}
	return report.Words
}
