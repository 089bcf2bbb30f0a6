package source

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

func readWords(t *testing.T, tree fs.FS) ([]model.Word, []model.Problem) {
	t.Helper()
	reading, problems := read(t, tree)
	return reading.Words, problems
}

func TestWordFiles(t *testing.T) {
	tree := exampleTree(t)
	for _, name := range []string{"content/words/Term.md", "content/words/term.txt", "content/words/more/term.md"} {
		_, problems := readWords(t, with(tree, name, "---\ntitle: A\n---\n"))
		if len(problems) != 1 || problems[0].Rule != "misplaced-file" {
			t.Errorf("%s: %s", name, report(problems))
		}
	}
}

// A word has all that its file says.
func TestWord(t *testing.T) {
	text := "---\ntitle: A term\nsay: [thing, stuff]\nshort: What it means.\ngoes_to: [help:start, need:autism]\nalso: [AT]\nlaw: Regulation 2\nlaw_source: https://www.example.org/2\nsource: a page\nlink: no\nchecked: 2026-11-22\n---\n\nMore.\n"
	words, problems := readWords(t, with(exampleTree(t), "content/words/a-term.md", text))
	i := slices.IndexFunc(words, func(w model.Word) bool { return w.ID == "a-term" })
	if i < 0 || len(problems) > 0 {
		t.Fatal(report(problems))
	}
	w := words[i]
	got := strings.Join(slices.Concat([]string{w.Title}, w.Says, []string{w.Short}, w.GoesTo, w.Also, []string{w.Law, w.LawSource, w.Source, w.Checked.String(), strings.TrimSpace(w.Body)}), "|")
	want := "A term|thing|stuff|What it means.|help:start|need:autism|AT|Regulation 2|https://www.example.org/2|a page|2026-11-22|More."
	if got != want || !w.Unlinked || w.BodyLine != 13 {
		t.Errorf("got %s, unlinked %v, line %d; want %s", got, w.Unlinked, w.BodyLine, want)
	}
}

// Both trees hold the same words, and nothing is wrong with them.
func TestWordsOfBothTrees(t *testing.T) {
	real, problems := readWords(t, os.DirFS("../.."))
	if len(problems) > 0 || len(real) < 150 {
		t.Errorf("%d words\n%s", len(real), report(problems))
	}
	example, problems := readWords(t, exampleTree(t))
	if len(problems) > 0 {
		t.Error(report(problems))
	}
	if !slices.EqualFunc(real, example, func(a, b model.Word) bool { return a.ID == b.ID && a.Short == b.Short && a.Body == b.Body }) {
		t.Error("the words of the example are not those of the directory")
	}
}
