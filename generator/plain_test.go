package main

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// TestPlain holds every page for families of both sites to the limits of the
// room prose, as check --plain does.
func TestPlain(t *testing.T) {
	for name, site := range map[string]*builtSite{"real": realSite, "example": exampleSite} {
		t.Run(name, func(t *testing.T) {
			b := site.build(t)
			pages := readPlain(t, b)
			for _, p := range plainProblems(os.DirFS(b.root), pages) {
				t.Error(p)
			}
			hardest := pages[0]
			t.Logf("%d pages; the hardest is %s: grade %.1f, %.1f words a sentence", len(pages), hardest.page.Address, hardest.report.Index, hardest.report.MeanWords)
		})
	}
}

// readPlain reads the pages for families of a site as they were written. A
// site below a folder has its links there, too.
func readPlain(t *testing.T, b *builtSite) []plainPage {
	t.Helper()
	pages, err := measure(b.directory, familyPages(b.directory), func(address string) []byte {
		return []byte(strings.ReplaceAll(b.served(t, address), `href="`+b.base(t), `href="/`))
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// TestFamilyPages: a kind of page is for families unless it is listed as one
// for others; what another language says is judged by its own readers.
func TestFamilyPages(t *testing.T) {
	pages := familyPages(realSite.build(t).directory)
	kinds := map[model.PageKind]bool{}
	for _, p := range pages {
		kinds[p.Kind] = true
	}
	for _, k := range []model.PageKind{model.HomePage, model.FindPage, model.AreasPage, model.AreaPage, model.ServicePage, model.HelpPage, model.HelpsPage,
		model.TopicPage, model.TopicsPage, model.ArticlePage, model.WordsPage, model.ThanksPage, model.OfflinePage, model.MissingPage, "some-new-kind"} {
		if !kinds[k] && !(model.Page{Kind: k}).ForFamilies() {
			t.Errorf("pages of kind %s are not read", k)
		}
	}
	for _, p := range []model.Page{{Kind: model.ProvidersPage}, {Kind: model.EmbedPage}, {Kind: model.AreaPage, Language: "ur"}} {
		if p.ForFamilies() {
			t.Errorf("%+v is read", p)
		}
	}
}

// TestHardPage: what is hard is found on the page, and reported where somebody
// wrote it, once.
func TestHardPage(t *testing.T) {
	const sentence = "The council has to look at the plan, and you can say what you want, and then it has to write to you soon, too."
	d := exampleSite.build(t).directory
	text := "<main><p>" + sentence + "</p><p>Ask the LSCB.</p><p>" + strings.Repeat("Incomprehensibility is understandability. ", 40) + "</p></main>"
	two := []model.Page{{Address: "/help/waiting/", Kind: model.HelpPage, Help: "waiting"}, {Address: "/areas/northam/", Kind: model.AreaPage}}
	pages, err := measure(d, two, func(string) []byte { return []byte(text) })
	if err != nil {
		t.Fatal(err)
	}
	root := fstest.MapFS{
		"content/guides/waiting.md":  {Data: []byte("---\ntitle: Waiting\n---\n\nOne line.\n\n" + strings.Replace(sentence, "the plan", "the [plan](/words/)", 1) + "\n")},
		"content/words/plan.md":      {Data: []byte("Nothing.\n")},
		"data/vocabulary/needs.csv":  {Data: []byte("id,label\n")},
		"data/vocabulary/other.text": {Data: []byte("")},
	}
	var got []string
	for _, p := range plainProblems(root, pages) {
		got = append(got, p.Where.String()+" "+p.Rule)
	}
	want := []string{"/areas/northam/ hard-to-read", "/areas/northam/ long-words", "content/guides/waiting.md:7 long-sentence", "/areas/northam/ unexplained-acronym",
		"/help/waiting/ hard-to-read", "/help/waiting/ long-words"}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNothingEscapes: a page of which nothing can be read is no plain page.
func TestNothingEscapes(t *testing.T) {
	_, err := measure(exampleSite.build(t).directory, []model.Page{{Address: "/x/"}}, func(string) []byte { return nil })
	if err == nil || !strings.Contains(err.Error(), "/x/") {
		t.Error(err)
	}
}

// TestAdviceForEachFault: whoever meets a fault is told what to do.
func TestAdviceForEachFault(t *testing.T) {
	hard := prose.Plain(strings.Repeat("Incomprehensibility, understandability, responsibility and the LSCB need organisational accountability in every individual authority whatever the circumstances are or might have become by then. ", 20), nil)
	for _, f := range hard.Faults() {
		if plainAdvice[f.Rule] == "" {
			t.Errorf("no advice for %s", f.Rule)
		}
	}
	if len(hard.Faults()) < 5 {
		t.Errorf("%+v", hard.Faults())
	}
}

// TestLineOf: a sentence is found in front matter, in Markdown and in a table.
func TestLineOf(t *testing.T) {
	for _, test := range []struct {
		text, sentence string
		want           int
	}{
		{"---\ntitle: A\nring: Ring the council\n---\n", "Ring the council.", 3},
		{"One.\n\nTwo *plain* [words](/x/). Three.\n", "Two plain words.", 3},
		{"id,label\na,\"Say \"\"help\"\" first.\"\n", `Say "help" first.`, 2},
		{"One.\n", "Two.", 0},
	} {
		if got := lineOf(test.text, test.sentence); got != test.want {
			t.Errorf("lineOf(%q, %q) = %d, want %d", test.text, test.sentence, got, test.want)
		}
	}
}
