package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"signpost/generator/model"
	"signpost/generator/output"
	"signpost/generator/source"
	"signpost/search"
)

func runBuild(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	b := builder{}
	fs := newFlags("build", stderr)
	b.reads(fs)
	b.writes(fs)
	b.releases(fs)
	fs.BoolVar(&b.keepGoing, "keep-going", false, "publish the rest when records are broken, and still exit with 1")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if err := noWords("build", words); err != nil {
		return err
	}
	start := time.Now()
	bar := newProgress(stderr)
	b.bar = bar.step
	directory, problems, err := b.build(ctx)
	bar.end()
	if err != nil {
		return err
	}
	found := printProblems(stdout, problems)
	if !b.publishable(problems) {
		fmt.Fprintln(stdout, "nothing was written"+b.wayOut(problems))
		return found
	}
	fmt.Fprintf(stdout, "%s: %d areas and %d services as at %s, in %.1f s\n", b.out, len(directory.Areas), len(directory.Services), b.asAt, time.Since(start).Seconds())
	return found
}

// wayOut says what --keep-going could do about the problems.
func (b *builder) wayOut(problems []model.Problem) string {
	if source.Unusable(problems) {
		return ": what every page stands on is broken"
	}
	return "; --keep-going publishes the rest"
}

func runCheck(_ context.Context, args []string, stdout, stderr io.Writer) error {
	b := builder{}
	fs := newFlags("check", stderr)
	b.reads(fs)
	b.releases(fs)
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if err := noWords("check", words); err != nil {
		return err
	}
	_, problems, err := b.read()
	if err != nil {
		return err
	}
	return printProblems(stdout, problems)
}

// runSearch asks the index of the last build.
func runSearch(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	fs := newFlags("search", stderr)
	o.finds(fs)
	n := fs.Int("n", 10, "how many answers")
	asJSON := fs.Bool("json", false, "print the answers as JSON")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) == 0 || *n < 1 {
		return fmt.Errorf("usage: go run ./generator search <words> [-n answers, at least 1]")
	}
	index, err := search.Open(filepath.Join(output.IndexFolder(o.out), "bleve"))
	if err != nil {
		return fmt.Errorf("%w; \"go run ./generator build\" makes it", err)
	}
	defer index.Close()
	hits, err := index.Find(ctx, strings.Join(words, " "), *n)
	if err != nil {
		return err
	}
	if hits == nil {
		hits = []search.Hit{} // an empty list in JSON too
	}
	if *asJSON {
		return json.NewEncoder(stdout).Encode(hits)
	}
	for _, h := range hits {
		fmt.Fprintf(stdout, "%9.3g  %-8s %-40s %s\n", h.Score, h.Kind, h.Title, h.Address)
	}
	if len(hits) == 0 {
		fmt.Fprintln(stdout, "nothing was found; try the name of a council or a town")
	}
	return nil
}
