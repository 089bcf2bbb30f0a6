package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"signpost/generator/output"
	"signpost/search"
	"signpost/search/answer"
)

// runSearch answers a question on the terminal, as the page /find/ does, with
// the reasons. Without a built site it makes an index of its own.
func runSearch(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	b := builder{}
	fs := newFlags("search", stderr)
	b.reads(fs)
	b.finds(fs)
	asJSON := fs.Bool("json", false, "print the answer as JSON")
	exact := fs.Bool("exact", false, "look for exactly these words")
	area := fs.String("area", "", "the `slug` of the area to look in")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return fmt.Errorf(`usage: go run ./generator search <words>, as in: go run ./generator search "speach therapy kent"`)
	}
	finder, done, err := b.finder(ctx)
	if err != nil {
		return err
	}
	defer done()
	a, err := finder.Answer(ctx, answer.Query{Text: strings.Join(words, " "), Exact: *exact, Area: *area})
	if err != nil {
		return err
	}
	if *asJSON {
		return json.NewEncoder(stdout).Encode(a)
	}
	printAnswer(stdout, &a)
	return nil
}

// openFinder opens the index of the build in a folder.
func openFinder(out string) (*answer.Finder, error) {
	return answer.Open(bleveFolder(output.IndexFolder(out)), os.DirFS(out))
}

// finder opens the index of the last build, or of one made for this question.
func (b *builder) finder(ctx context.Context) (*answer.Finder, func(), error) {
	f, err := openFinder(b.out)
	if err == nil {
		return f, func() { f.Close() }, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	directory, problems, err := b.read()
	if err != nil {
		return nil, nil, err
	}
	b.keepGoing = true
	if !b.publishable(problems) {
		return nil, nil, fmt.Errorf("there is no index, and none can be made of what is written; \"go run ./generator check\" says why")
	}
	folder, err := os.MkdirTemp("", "signpost-search-")
	if err != nil {
		return nil, nil, err
	}
	remove := func() { os.RemoveAll(folder) }
	site, index := filepath.Join(folder, "site"), filepath.Join(folder, "index")
	if err := errors.Join(os.Mkdir(site, 0o755), os.Mkdir(index, 0o755), writeFinding(ctx, directory, site, index)); err != nil {
		remove()
		return nil, nil, err
	}
	if f, err = answer.Open(bleveFolder(index), os.DirFS(site)); err != nil {
		remove()
		return nil, nil, err
	}
	return f, func() { f.Close(); remove() }, nil
}

// printAnswer prints an answer in the order of the page, each line with why it
// is there.
func printAnswer(w io.Writer, a *answer.Answer) {
	if a.Crisis != "" {
		fmt.Fprintf(w, "urgent help first: the words sound like %s\n", a.Crisis)
	}
	printReasons(w, a)
	for _, area := range a.Place.Areas {
		fmt.Fprintf(w, "\n%s  %s\n", area.Title, area.Address)
		for _, line := range area.Board {
			fmt.Fprintf(w, "  %s\n", text(line))
		}
	}
	for _, group := range []struct {
		title string
		hits  []search.Hit
	}{{"help pages", a.Help}, {"services near", a.Near}, {"elsewhere", a.Elsewhere}, {"areas with a place of this name", a.Places}} {
		if len(group.hits) > 0 {
			fmt.Fprintf(w, "\n%s\n", group.title)
		}
		for _, h := range group.hits {
			fmt.Fprintf(w, "  %-8s %-44s %s\n", score(h), h.Row.Title, h.Address)
		}
	}
	if a.Found() == 0 {
		fmt.Fprintln(w, "nothing was found; the page shows where to start, with a number")
	}
}

// score is a hit's, or says that the words mean the page by name.
func score(h search.Hit) string {
	if h.Score == 0 {
		return "meant"
	}
	return fmt.Sprintf("%.4f", h.Score)
}

func text(line search.Line) string {
	var words strings.Builder
	for _, s := range line.Says {
		words.WriteString(s.Text)
	}
	return words.String()
}

// printReasons says how the words were taken.
func printReasons(w io.Writer, a *answer.Answer) {
	if p := a.Place; p.Typed != "" {
		fmt.Fprintf(w, "place: %q is %s%s (%s)\n", p.Typed, p.Name, guessed(p.Guess), p.State)
	}
	for _, r := range a.Plan.Replaced {
		fmt.Fprintf(w, "slip: %q means %q\n", r.Typed, r.Means)
	}
	for _, s := range a.Plan.Synonyms {
		fmt.Fprintf(w, "meaning: %q is %q, on %s\n", s.Typed, s.Means, strings.Join(s.Targets, " "))
	}
	for _, s := range a.Plan.Maybe {
		fmt.Fprintf(w, "perhaps: %q is %q, on %s\n", s.Typed, s.Means, strings.Join(s.Targets, " "))
	}
	for _, r := range a.Plan.Offered {
		fmt.Fprintf(w, "perhaps: %q means %q\n", r.Typed, r.Means)
	}
	for _, n := range a.Plan.Near {
		fmt.Fprintf(w, "near: no page has %q; looked for %s\n", n.Word, strings.Join(n.Terms, ", "))
	}
	if len(a.Plan.Missing) > 0 {
		fmt.Fprintf(w, "no page has: %s\n", strings.Join(a.Plan.Missing, ", "))
	}
	for _, c := range a.Plan.Clauses {
		var terms []string
		for _, t := range c.Terms {
			terms = append(terms, fmt.Sprintf("%s ×%.2g", t.Term, t.Boost))
		}
		fmt.Fprintf(w, "word: %q as %s\n", c.Word, strings.Join(terms, ", "))
	}
}

func guessed(guess bool) string {
	if guess {
		return ", as we guess"
	}
	return ""
}
