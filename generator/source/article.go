package source

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

const guidesFolder = "content/guides"

var articleFields = []string{"title", "summary", "checked"}

// reservedIDs are the first folders of addresses that belong to other pages,
// of today and of those to come: a guide stands at /<id>/.
var reservedIDs = []string{"areas", "services", "coverage", "embed", "embeds", "assets", "find", "help", "needs",
	"communities", "support", "languages", "words", "models", "evidence", "data", "api", "oruk", "schema", "admin",
	"providers", "young-people", "schools", "fostering", "stories", "search", "offline", "404", "index"}

// readArticles reads content/guides/<id>.md.
func (t *tree) readArticles() error {
	files, err := t.list(guidesFolder)
	if err != nil {
		return err
	}
	for _, file := range files {
		name := path.Join(guidesFolder, file.Name())
		id, isPage := strings.CutSuffix(file.Name(), ".md")
		switch {
		case file.IsDir() || !isPage || !idForm.MatchString(id):
			t.wrong("misplaced-file", model.Where{File: name}, "a guide is a file that ends in .md, in lower case", "%q is not a guide", file.Name())
		case slices.Contains(reservedIDs, id):
			t.wrong("reserved-id", model.Where{File: name}, "give the file another name", "the address %s belongs to another page", model.ArticleAddress(id))
		default:
			if err := t.readArticle(name, id); err != nil {
				return err
			}
		}
	}
	t.requiredArticles()
	return nil
}

// requiredArticles reports the guides that the foot of every page leads to.
func (t *tree) requiredArticles() {
	for _, id := range []string{model.AboutArticle, model.AccessibilityArticle, model.PrivacyArticle} {
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
	front, body, bodyLine, ok := t.frontMatter(text, name)
	if !ok {
		return nil
	}
	mark := len(t.problems)
	a := model.Article{ID: id, Body: t.prose(body, model.Where{File: name, Line: bodyLine}), BodyLine: bodyLine, Where: model.Where{File: name, Line: 1}}
	words := map[string]string{}
	ks, ok := t.keys(front, name, 1)
	if !ok {
		return nil
	}
	for _, k := range ks {
		at := model.Where{File: name, Line: k.Line}
		v, ok := k.values()
		switch {
		case !setOf(articleFields)[k.Name]:
			t.wrong("unknown-field", at, cmp.Or(didYouMean(k.Name, setOf(articleFields)), "a guide has title, summary and checked"), "unknown field %q", k.Name)
		case !ok || len(v) != 1:
			t.wrong("one-value", at, "write one", "%s has no one value", k.Name)
		default:
			words[k.Name] = v[0]
		}
		if k.Name != "checked" {
			continue
		}
		if a.Checked, err = model.ParseDate(words["checked"]); err != nil {
			t.wrong("bad-date", at, "", "checked: %v", err)
		}
	}
	t.printable(body, name, bodyLine)
	if a.Title, a.Summary = words["title"], words["summary"]; a.Title == "" || a.Summary == "" {
		t.wrong("missing-field", a.Where, "a guide needs both", "the guide has no title or no summary")
	}
	if !t.brokenSince(mark) {
		t.reading.Articles = append(t.reading.Articles, a)
	}
	return nil
}
