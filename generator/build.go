package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"signpost/generator/calendar"
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
	reader    source.Reader
	press     site.Press
	postcodes postcodeTable
	limits    *calendar.Table       // the law's limits, as last read
	bar       func(done, total int) // pages written so far; nil for none
}

// read makes a Directory of what people wrote, and lists what is wrong.
func (b *builder) read() (*model.Directory, []model.Problem, error) {
	root, err := os.OpenRoot(b.root)
	if err != nil {
		return nil, nil, fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	k, err := b.know(root.FS())
	return k.directory, k.problems, err
}

// A knowledge is a tree as it was read and merged.
type knowledge struct {
	reading   *model.Reading
	directory *model.Directory
	problems  []model.Problem
}

// lavish is how far memory may grow, in percent, before a reading collects what
// is not needed any more. Most of what is read is kept: looking more often takes
// a fifth of the time of a reading, and finds little.
const lavish = 400

// know reads a tree, merges it and lists what is wrong.
func (b *builder) know(tree fs.FS) (knowledge, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(lavish))
	k, err := b.readTree(tree)
	if err == nil {
		b.settle(&k)
	}
	return k, err
}

// readTree reads a tree, and leaves out what is not fit.
func (b *builder) readTree(tree fs.FS) (knowledge, error) {
	reading, problems, err := b.reader.Read(tree)
	if err != nil {
		return knowledge{}, err
	}
	limits, wrong, err := calendar.Read(tree)
	if err != nil {
		return knowledge{}, err
	}
	b.limits = limits
	problems = append(problems, wrong...)
	unfit := check.Reading(reading)
	reading.LeaveOut(unfit) // the reader has left out, or restored, what it found itself
	return knowledge{reading: reading, problems: append(problems, unfit...)}, nil
}

// settle merges what was read, and lists what is wrong with that, too.
func (b *builder) settle(k *knowledge) {
	directory, undecided := merge.Directory(k.reading, b.asAt)
	problems := slices.Concat(k.problems, undecided, check.Directory(directory), b.postcodes.problems(directory), b.limits.Ending(b.asAt))
	if b.release {
		problems = append(problems, check.Release(directory)...)
	}
	k.directory, k.problems = directory, model.SortProblems(problems)
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
	_, err = b.publish(ctx, directory, problems)
	return directory, problems, err
}

// publish puts the site of a directory in the place of the one before, and
// returns the addresses of the pages that are not as they were. The index comes
// first: a press that has printed is to see it published.
func (b *builder) publish(ctx context.Context, d *model.Directory, problems []model.Problem) (changed []string, err error) {
	if err := b.outApart(); err != nil {
		return nil, err
	}
	folder, err := output.Prepare(b.out)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	if err := writeFinding(ctx, d, folder.Next(), folder.NextIndex()); err != nil {
		return nil, err
	}
	if changed, err = b.press.Write(ctx, d, b.siteOptions(folder.Next(), problems), b.out); err != nil {
		return nil, err
	}
	return changed, folder.Exchange()
}

func (b *builder) siteOptions(out string, problems []model.Problem) site.Options {
	return site.Options{Out: out, Theme: b.theme, Modules: filepath.Join(b.theme, "..", "..", "node_modules"), BaseURL: b.baseURL, Preview: !b.release,
		LeftOut: model.Errors(problems), Problems: problems, Limits: b.limits, Progress: b.bar}
}
