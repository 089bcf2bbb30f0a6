package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"signpost/generator/model"
	"signpost/generator/source"
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
