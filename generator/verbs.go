package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
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
	words, err := parse(b.flags("build", stderr), args)
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
	if found != nil && !b.keepGoing {
		fmt.Fprintln(stdout, "nothing was written; --keep-going publishes the rest")
		return found
	}
	fmt.Fprintf(stdout, "%s: %d areas and %d services as at %s, in %.1f s\n", b.out, len(directory.Areas), len(directory.Services), b.asAt, time.Since(start).Seconds())
	return found
}

func runCheck(_ context.Context, args []string, stdout, stderr io.Writer) error {
	b := builder{}
	words, err := parse(b.flags("check", stderr), args)
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

// runConfirm stamps one check onto one entry: confirm <id> <group>.
func runConfirm(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	var c model.Checked
	fs := o.flags("confirm", stderr)
	fs.StringVar(&c.By, "by", "", "the `role` of the person who says it is right")
	fs.StringVar(&c.How, "how", "", "how they said it: phone, email, website, meeting or letter")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) != 2 {
		return fmt.Errorf(`usage: go run ./generator confirm <id> <group> --by "service manager" --how phone`)
	}
	c.On = o.asAt
	found, err := filepath.Glob(filepath.Join(o.root, "content", "services", "*", words[0]+".md"))
	if err != nil || len(found) != 1 {
		return fmt.Errorf("there is no entry %q: looked for content/services/*/%s.md in %s", words[0], words[0], o.root)
	}
	text, err := os.ReadFile(found[0])
	if err != nil {
		return err
	}
	stamped, err := source.Confirm(text, found[0], model.Group(words[1]), c)
	if err != nil {
		return err
	}
	if err := os.WriteFile(found[0], stamped, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %s is right, says the %s on %s\n", found[0], words[1], c.By, c.On.Words())
	return nil
}

// runSearch asks the index of the last build.
func runSearch(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	fs := o.flags("search", stderr)
	n := fs.Int("n", 10, "how many answers")
	asJSON := fs.Bool("json", false, "print the answers as JSON")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return fmt.Errorf("usage: go run ./generator search <words>")
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
	if *asJSON {
		return json.NewEncoder(stdout).Encode(hits)
	}
	for _, h := range hits {
		fmt.Fprintf(stdout, "%6.3f  %-8s %-40s %s\n", h.Score, h.Kind, h.Title, h.Address)
	}
	if len(hits) == 0 {
		fmt.Fprintln(stdout, "nothing was found; try the name of a council or a town")
	}
	return nil
}
