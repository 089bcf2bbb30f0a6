package source

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"signpost/generator/model"
)

const guidesFolder = "content/guides"

// siteArticles are the guides about the site itself: the foot of every page
// leads to them. All other guides are help pages.
var siteArticles = []string{model.AboutArticle, model.AccessibilityArticle, model.PrivacyArticle}

// setArticle puts the well-formed values of a field into a guide.
var setArticle = map[string]func(*model.Article, []string){
	"title":      func(a *model.Article, v []string) { a.Title = v[0] },
	"summary":    func(a *model.Article, v []string) { a.Summary = v[0] },
	"checked":    func(a *model.Article, v []string) { a.Checked, _ = model.ParseDate(v[0]) },
	"limit":      func(a *model.Article, v []string) { a.Limit.Says = v[0] },
	"law":        func(a *model.Article, v []string) { a.Limit.Law = v[0] },
	"law_source": func(a *model.Article, v []string) { a.Limit.Source = v[0] },
	"limits":     func(a *model.Article, v []string) { a.Limits = v },
	"also":       func(a *model.Article, v []string) { a.Also = v },
	"ring":       func(a *model.Article, v []string) { a.Ring = v[0] },
	"beside":     func(a *model.Article, v []string) { a.Beside = v },
	"order":      func(a *model.Article, v []string) { a.Order, _ = strconv.Atoi(v[0]) },
}

// articleFields are the fields that a guide may have.
func articleFields(help bool) []model.Field {
	if help {
		return model.GuideFields
	}
	return model.PageFields
}

// readArticles reads content/guides/<id>.md.
func (t *tree) readArticles() error {
	files, err := t.list(guidesFolder)
	if err != nil {
		return err
	}
	guides := map[string]bool{} // help pages, those with errors too: somebody is mending them
	for _, file := range files {
		name := path.Join(guidesFolder, file.Name())
		id, isPage := strings.CutSuffix(file.Name(), ".md")
		if file.IsDir() || !isPage || !IsID(id) {
			t.wrong("misplaced-file", model.Where{File: name}, "a guide is a file that ends in .md, in lower case", "%q is not a guide", file.Name())
			continue
		}
		if !slices.Contains(siteArticles, id) {
			guides[id] = true
		}
		if err := t.readArticle(name, id); err != nil {
			return err
		}
	}
	t.requiredArticles()
	t.checkTargets(guides)
	return nil
}

// requiredArticles reports the guides that the foot of every page leads to.
func (t *tree) requiredArticles() {
	for _, id := range siteArticles {
		if name := path.Join(guidesFolder, id+".md"); !t.exists(name) {
			t.wrong("missing-file", model.Where{File: name}, "every directory needs it", "every page leads to the guide %q, which is missing", id)
		}
	}
}

func (t *tree) readArticle(name, id string) error {
	text, ok, err := t.read(name, maxPage)
	if err != nil || !ok {
		return err
	}
	t.article(text, name, id)
	return nil
}

// article reads the text of a guide: YAML front matter, then Markdown.
func (t *tree) article(text []byte, name, id string) {
	front, body, bodyLine, ok := t.frontMatter(text, name)
	if !ok {
		return
	}
	mark := len(t.problems)
	a := model.Article{ID: id, Body: t.prose(body, model.Where{File: name, Line: bodyLine}), BodyLine: bodyLine, Where: model.Where{File: name, Line: 1}}
	ks, ok := t.keys(front, name, 1)
	if !ok {
		return
	}
	given := map[string]bool{}
	for _, k := range ks {
		given[k.Name] = !k.blank()
		t.articleKey(&a, k)
	}
	t.printable(body, name, bodyLine)
	t.wholeArticle(a, given)
	if !t.brokenSince(mark) {
		t.reading.Articles = append(t.reading.Articles, a)
	}
}

// articleKey reads one field of a guide. A field that is left empty says nothing.
func (t *tree) articleKey(a *model.Article, k key) {
	at := model.Where{File: a.Where.File, Line: k.Line}
	fields := articleFields(a.IsHelp())
	known := model.Names(fields)
	i := slices.Index(known, k.Name)
	v, ok := k.values()
	switch {
	case i < 0:
		t.wrong("unknown-field", at, cmp.Or(didYouMean(k.Name, setOf(known)), "this guide may have "+strings.Join(known, ", ")), "unknown field %q", k.Name)
	case !ok || len(v) > 1 && !fields[i].List:
		t.wrong("one-value", at, "write one", "%s has no one value", k.Name)
	case len(v) > 0 && t.fitsArticle(k.Name, v, at):
		setArticle[k.Name](a, v)
	}
}

// fitsArticle checks the form of a guide's field.
func (t *tree) fitsArticle(name string, values []string, at model.Where) bool {
	mark := len(t.problems)
	for _, v := range values {
		if len(v) > maxValue {
			t.wrong("too-long", at, "say the rest in the text", "%s is longer than %d characters", name, maxValue)
		}
	}
	switch v := values[0]; name {
	case "checked":
		if _, err := model.ParseDate(v); err != nil {
			t.wrong("bad-date", at, "", "checked: %v", err)
		}
	case "law_source":
		t.fitsLink(name, v, at)
	case "order":
		if n, err := strconv.Atoi(v); err != nil || n < 1 {
			t.wrong("bad-order", at, "write a whole number from 1 up, or leave it out", "order is %q", v)
		}
	}
	return !t.brokenSince(mark)
}

// wholeArticle reports what a guide lacks. What the law says is never printed
// without where it says so.
func (t *tree) wholeArticle(a model.Article, given map[string]bool) {
	for _, f := range articleFields(a.IsHelp()) {
		if f.Required && !given[f.Name] {
			t.wrong("missing-field", a.Where, "this guide needs it", "the field %q is missing", f.Name)
		}
	}
	if all := given["limit"] && given["law"] && given["law_source"]; !all && (given["limit"] || given["law"] || given["law_source"]) {
		t.wrong("limit-without-law", a.Where, "give limit, law and law_source together, or none of them", "the help page has a part of what the law sets, and not all of it")
	}
}
