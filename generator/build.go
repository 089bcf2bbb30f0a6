package main

import (
	"context"
	"fmt"
	"os"
	"slices"

	"signpost/generator/check"
	"signpost/generator/merge"
	"signpost/generator/model"
	"signpost/generator/output"
	"signpost/generator/site"
	"signpost/generator/source"
)

// A builder runs the line: sources → merge → model → check → site + search.
type builder struct {
	options
	reader source.Reader
	bar    func(done, total int) // pages written so far; nil for none
}

// read makes a Directory of what people wrote, and lists what is wrong.
func (b *builder) read() (*model.Directory, []model.Problem, error) {
	root, err := os.OpenRoot(b.root)
	if err != nil {
		return nil, nil, fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	reading, problems, err := b.reader.Read(root.FS())
	if err != nil {
		return nil, nil, err
	}
	unfit := check.Reading(reading)
	reading.LeaveOut(unfit) // the reader has left out, or restored, what it found itself
	problems = append(problems, unfit...)
	directory, undecided := merge.Directory(reading, b.asAt)
	problems = slices.Concat(problems, undecided, check.Directory(directory), postcodeProblems(directory))
	if b.release {
		problems = append(problems, check.Release(directory)...)
	}
	return directory, model.SortProblems(problems), nil
}

// publishable reports whether a site may be written in spite of its problems:
// with keepGoing, if what they leave out is a record and not the ground that
// all pages stand on.
func (b *builder) publishable(problems []model.Problem) bool {
	return !model.HasErrors(problems) || b.keepGoing && !source.Unusable(problems)
}

// build makes the whole site: read, merge, check, write. Problems are about
// what people wrote and are all reported; with an error among them nothing is
// written, unless keepGoing leaves the broken records out. An error is about
// this machine, and stops the build.
func (b *builder) build(ctx context.Context) (*model.Directory, []model.Problem, error) {
	directory, problems, err := b.read()
	if err != nil || !b.publishable(problems) {
		return directory, problems, err
	}
	if err := b.outApart(); err != nil {
		return directory, problems, err
	}
	folder, err := output.Prepare(b.out)
	if err != nil {
		return directory, problems, err
	}
	defer folder.Close()
	if err := site.Write(ctx, directory, b.siteOptions(folder.Next(), problems)); err != nil {
		return directory, problems, err
	}
	if err := writeFinding(ctx, directory, folder.Next(), folder.NextIndex()); err != nil {
		return directory, problems, err
	}
	return directory, problems, folder.Exchange()
}

func (b *builder) siteOptions(out string, problems []model.Problem) site.Options {
	return site.Options{Out: out, Theme: b.theme, BaseURL: b.baseURL, Preview: !b.release,
		LeftOut: model.Errors(problems), Progress: b.bar}
}
