package prose_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
	"signpost/generator/prose"
	"signpost/generator/source"
)

// directory reads the real guides and words.
func directory(t *testing.T) ([]model.Article, []model.Word) {
	t.Helper()
	root := os.DirFS("../..")
	reading, _, err := new(source.Reader).Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return reading.Articles, reading.Words
}

// names are those of guides that look like short forms: a charity's, a licence's,
// and the word to send to a helpline.
var names = []string{"SNAP Cymru", "CC BY", "SHOUT"}

func glossary(words []model.Word) *prose.Glossary {
	var terms []prose.Term
	for _, w := range words {
		if !w.Unlinked {
			terms = append(terms, prose.Term{ID: w.ID, Title: w.Title, Forms: w.Also})
		}
	}
	for _, name := range names {
		terms = append(terms, prose.Term{Title: name})
	}
	return prose.NewGlossary(terms, func(id string) string { return "/words/#" + id })
}

// page is what a guide prints, in its order.
func page(a model.Article) string {
	parts := []string{"# " + a.Title, a.Summary, a.Limit.Says, a.Ring}
	for _, b := range a.Beside {
		parts = append(parts, "- "+b)
	}
	return strings.Join(append(parts, a.Body), "\n\n")
}

// How plain the guides are, the hardest first; -v prints the table.
func TestGuides(t *testing.T) {
	articles, words := directory(t)
	terms := glossary(words)
	reports := map[string]prose.Report{}
	for _, a := range articles {
		reports[a.ID] = prose.Plain(page(a), terms)
	}
	slices.SortFunc(articles, func(a, b model.Article) int { return cmp.Compare(reports[b.ID].Index, reports[a.ID].Index) })
	var table strings.Builder
	for _, a := range articles {
		r := reports[a.ID]
		fmt.Fprintf(&table, "%-20s grade %4.1f, %2d sentences of %4.1f words, %3.1f long words in 100, longest (%2d): %s\n", a.ID, r.Index, r.Sentences, r.MeanWords, r.LongShare, r.Longest.Words, r.Longest.Text)
		for _, f := range r.Faults() {
			t.Errorf("%s: %s: %s", a.Where.File, f.Rule, f.Found)
		}
	}
	t.Logf("the guides, hardest first\n%s", table.String())
}

// The words of the glossary are as plain as the pages that they explain.
func TestWords(t *testing.T) {
	_, words := directory(t)
	terms := glossary(words)
	var all []string
	for _, w := range words {
		all = append(all, w.Short, w.Body)
		if r := prose.Plain(w.Short, terms); r.Sentences != 1 {
			t.Errorf("%s: short has %d sentences; write one", w.Where.File, r.Sentences)
		}
	}
	r := prose.Plain(strings.Join(all, "\n\n"), terms)
	for _, f := range r.Faults() {
		t.Errorf("%s: %s", f.Rule, f.Found)
	}
	t.Logf("%d words: grade %.1f, %d sentences of %.1f words, longest %d", len(words), r.Index, r.Sentences, r.MeanWords, r.Longest.Words)
}

// Every short form for which families may search is in the glossary.
func TestShortFormsOfTheVocabulary(t *testing.T) {
	root := os.DirFS("../..")
	reading, _, err := new(source.Reader).Read(root)
	if err != nil {
		t.Fatal(err)
	}
	_, words := directory(t)
	terms := glossary(words)
	for _, synonym := range reading.Vocabulary["synonyms"] {
		for _, a := range prose.Plain(synonym.Label, terms).Acronyms {
			t.Errorf("no word explains %s of %q", a, synonym.Label)
		}
	}
}

// Links to the glossary help; a page that is all links does not.
func TestLinksOfGuides(t *testing.T) {
	const most = 10
	articles, words := directory(t)
	terms := glossary(words)
	for _, a := range articles {
		html, err := terms.Page().HTML(a.Body, 2, func(address string) string { return address })
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(html, `href="/words/#`); n > most {
			t.Errorf("%s: %d links to the glossary", a.ID, n)
		}
	}
}
