package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"signpost/generator/model"
	"signpost/generator/serve"
	"signpost/generator/site"
)

// An editing shows a tree while people edit it. After each edit its own pages,
// and those that browsers show, are made at once; then the rest settles: the
// whole site is published as a build would publish it. An edit that comes
// meanwhile stops that, and it begins again.
type editing struct {
	builder
	server         *answering
	stdout, stderr io.Writer

	directory *model.Directory // as it was read last and may be shown
	problems  []model.Problem
	files     []string          // edited since the site settled
	fresh     []string          // addresses of the pages that stand before the folder
	newer     map[string][]byte // their files
	settling  *settling
}

// A settling is one publication in the background.
type settling struct {
	cancel  context.CancelFunc
	done    chan struct{}
	began   time.Time
	changed []string
	err     error
}

// atOnce is how many pages are made before the browser reloads. It bounds the
// time: the rest comes when the site settles.
const atOnce = 40

// begin publishes the tree for the first time. One that cannot be published has
// a page that says what to mend.
func (e *editing) begin(ctx context.Context) error {
	start := time.Now()
	bar := newProgress(e.stderr)
	e.bar = bar.step
	directory, problems, err := e.build(ctx)
	e.bar = nil
	bar.end()
	if err != nil {
		return err
	}
	if !e.publishable(problems) {
		e.unpublishable(problems)
		return nil
	}
	if err := e.server.open(e.out); err != nil {
		return err
	}
	e.directory, e.problems = directory, problems
	e.server.Show(nil, e.noteOf(e.problems))
	e.report(start)
	return nil
}

// follow shows each change until there are no more.
func (e *editing) follow(ctx context.Context, changes <-chan []string) {
	for {
		var settled chan struct{}
		if e.settling != nil {
			settled = e.settling.done
		}
		select {
		case <-settled:
			e.settled()
		case changed, more := <-changes:
			if !more {
				e.rest()
				return
			}
			e.edit(ctx, changed)
		}
	}
}

// rest stops what is under way, and waits for it.
func (e *editing) rest() {
	if e.settling != nil {
		e.settling.cancel()
		<-e.settling.done
	}
}

// edit shows what a change of some paths makes of the tree.
func (e *editing) edit(ctx context.Context, changed []string) {
	start := time.Now()
	if e.settling != nil {
		e.settling.cancel()
	}
	files := e.named(changed)
	for _, f := range files {
		fmt.Fprintln(e.stdout, "changed:", f)
		if !slices.Contains(e.files, f) {
			e.files = append(e.files, f)
		}
	}
	directory, problems, err := e.read()
	switch {
	case err != nil:
		e.failed(err)
	case !e.publishable(problems):
		e.unpublishable(problems)
	default:
		before := e.directory
		e.directory, e.problems = directory, problems
		if err := e.showFirst(ctx, before); err != nil && ctx.Err() == nil {
			e.failed(err)
			return
		}
		if found := printProblems(e.stdout, model.Errors(problems)); found != nil {
			fmt.Fprintln(e.stdout, "the site is shown without what is wrong")
		}
		fmt.Fprintf(e.stdout, "%s shown in %.2f s; the rest of the site is being made\n", count(len(e.fresh), "page"), time.Since(start).Seconds())
	}
	if e.directory != nil {
		e.settleLater(ctx)
	}
}

// showFirst makes the pages of the edited files, those that were made before
// them and those that browsers show.
func (e *editing) showFirst(ctx context.Context, before *model.Directory) error {
	addresses := slices.Concat(e.server.Open(), editedPages(before, e.directory, inFiles(e.files)), e.fresh)
	addresses = firsts(addresses, atOnce)
	files, err := site.Some(ctx, e.directory, e.siteOptions(e.out, e.problems), addresses)
	if err != nil {
		return err
	}
	e.fresh, e.newer = addresses, files
	note := e.noteOf(e.problems)
	note.More = true
	for _, address := range addresses {
		was, err := os.ReadFile(filepath.Join(e.out, filepath.FromSlash(site.FileOf(address))))
		if now := files[site.FileOf(address)]; !bytes.Equal(was, now) || now != nil && err != nil {
			note.Pages = append(note.Pages, address)
		}
	}
	e.server.Show(e.newer, note)
	return nil
}

// firsts are the first of a list, each once.
func firsts(list []string, most int) []string {
	var found []string
	for _, s := range list {
		if len(found) < most && !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	return found
}

// settleLater publishes the whole site in the background, when what was under way
// has stopped.
func (e *editing) settleLater(ctx context.Context) {
	before := e.settling
	ctx, cancel := context.WithCancel(ctx)
	now := &settling{cancel: cancel, done: make(chan struct{}), began: time.Now()}
	e.settling = now
	directory, problems := e.directory, e.problems
	go func() {
		defer close(now.done)
		defer cancel()
		if before != nil {
			<-before.done
		}
		now.changed, now.err = e.publish(ctx, directory, problems)
		if before != nil && before.err == nil {
			now.changed = firsts(append(now.changed, before.changed...), len(now.changed)+len(before.changed))
		}
	}()
}

// settled shows the folder, in which everything is now.
func (e *editing) settled() {
	done := e.settling
	e.settling = nil
	if errors.Is(done.err, context.Canceled) {
		return
	}
	if done.err == nil {
		done.err = e.server.open(e.out)
	}
	if done.err != nil {
		e.failed(done.err)
		return
	}
	note := e.noteOf(e.problems)
	note.Pages = done.changed
	e.files, e.fresh, e.newer = nil, nil, nil
	e.server.Show(nil, note)
	e.report(done.began)
}

// failed tells that the machine did not do what it should. The site of before
// stays.
func (e *editing) failed(err error) {
	fmt.Fprintln(e.stderr, "signpost:", err)
	e.server.Show(e.newer, serve.Note{Files: e.files, Remarks: []serve.Remark{
		{Problem: model.Problem{Rule: "build", Severity: model.Error, Where: model.Where{File: e.root}, Sentence: err.Error()}}}})
}

// unpublishable tells what keeps the tree from being shown at all. The site of
// before stays.
func (e *editing) unpublishable(problems []model.Problem) {
	_ = printProblems(e.stdout, model.Errors(problems)) // that there are some is known
	fmt.Fprintln(e.stdout, "the site stays as it was until this is mended")
	e.server.Show(e.newer, e.noteOf(problems))
}

func (e *editing) report(start time.Time) {
	fmt.Fprintf(e.stdout, "%d areas and %d services as at %s, in %.1f s\n", len(e.directory.Areas), len(e.directory.Services), e.directory.AsAt, time.Since(start).Seconds())
}
