package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"signpost/generator/model"
	"signpost/generator/serve"
	"signpost/generator/site"
	"signpost/generator/watch"
	"signpost/search/answer"
)

// quiet is how long nothing may change before a rebuild begins: longer than an
// editor or a checkout takes between two files, shorter than patience.
const quiet = 100 * time.Millisecond

// runServe builds, serves on this machine, and builds again when the watcher
// says so. It starts like --keep-going: the Problems stand on the pages.
func runServe(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	b := builder{}
	fs := newFlags("serve", stderr)
	b.reads(fs)
	b.writes(fs)
	addr := fs.String("addr", "127.0.0.1:8080", "the address to listen on; a taken port gives way to a free one")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if err := noWords("serve", words); err != nil {
		return err
	}
	listener, err := listen(*addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	base, err := b.localBase(listener.Addr().String())
	if err != nil {
		return err
	}
	b.keepGoing, b.reader.KeepLast = true, true
	server := &answering{Server: serve.New(b.out, base.Path, site.HeadersFor)}
	defer server.close()
	// Watched from before the first build on: no edit falls between the two.
	changes, err := watch.Folders(ctx, b.watched(), quiet)
	if err != nil {
		return err
	}
	if err := b.rebuild(ctx, server, nil, stdout, stderr); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "serving %s\npress Ctrl+C to stop\n", base)
	h := &http.Server{Handler: server, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = h.Serve(listener) }() // ends with Close below
	defer h.Close()
	for changed := range changes {
		if err := b.rebuild(ctx, server, changed, stdout, stderr); err != nil && ctx.Err() == nil {
			// The site of before stays, and says why.
			fmt.Fprintln(stderr, "signpost:", err)
			server.Rebuilt([]model.Problem{{Rule: "build", Severity: model.Error, Where: model.Where{File: b.root}, Sentence: err.Error()}}, changed)
		}
	}
	return nil
}

// listen takes the address, or a free port beside it if the port is taken.
func listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err == nil {
		return l, nil
	}
	host, _, e := net.SplitHostPort(addr)
	if e != nil {
		return nil, fmt.Errorf("--addr %q: %w", addr, e)
	}
	return net.Listen("tcp", net.JoinHostPort(host, "0"))
}

// localBase is the address printed, below which the pages stand: --base-url's
// path on the local host.
func (b *builder) localBase(host string) (*url.URL, error) {
	u, err := url.Parse(b.baseURL)
	if err != nil {
		return nil, fmt.Errorf("--base-url %q: %w", b.baseURL, err)
	}
	u = &url.URL{Scheme: "http", Host: host, Path: u.Path}
	if u.Path == "" {
		u.Path = "/"
	}
	b.baseURL = u.String()
	return u, nil
}

// An answering is a server with the index from which it answers.
type answering struct {
	*serve.Server
	finder *answer.Finder
}

// open answers from the build that stands in the folder now.
func (a *answering) open(out string) error {
	finder, err := openFinder(out)
	if err != nil {
		return err
	}
	page, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(answer.PageFile)))
	if err != nil {
		return errors.Join(err, finder.Close())
	}
	handler, err := answer.NewHandler(finder, page)
	if err != nil {
		return errors.Join(err, finder.Close())
	}
	a.Answer(handler)
	before := a.finder
	a.finder = finder
	if before != nil {
		return before.Close()
	}
	return nil
}

func (a *answering) close() {
	a.Answer(nil)
	if a.finder != nil {
		a.finder.Close()
	}
}

// rebuild runs the line once more and tells the open pages.
func (b *builder) rebuild(ctx context.Context, server *answering, changed []string, stdout, stderr io.Writer) error {
	start := time.Now()
	bar := newProgress(stderr)
	if changed == nil {
		b.bar = bar.step
	} else {
		b.bar = nil
	}
	directory, problems, err := b.build(ctx)
	bar.end()
	if err != nil {
		return err
	}
	if b.publishable(problems) {
		if err := server.open(b.out); err != nil {
			return err
		}
	}
	server.Rebuilt(problems, changed)
	for _, c := range changed {
		fmt.Fprintln(stdout, "changed:", c)
	}
	found := printProblems(stdout, model.Errors(problems))
	if !b.publishable(problems) {
		fmt.Fprintln(stdout, "the site stays as it was until this is mended")
		return nil
	}
	if found != nil {
		fmt.Fprintln(stdout, "the site is shown without what is wrong")
	}
	fmt.Fprintf(stdout, "%d areas and %d services as at %s, in %.1f s\n", len(directory.Areas), len(directory.Services), directory.AsAt, time.Since(start).Seconds())
	return nil
}
