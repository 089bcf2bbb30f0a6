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
	"sync/atomic"
	"time"

	"signpost/generator/dates"
	"signpost/generator/gather"
	"signpost/generator/serve"
	"signpost/generator/site"
	"signpost/generator/watch"
	"signpost/search/answer"
	"signpost/search/place"
)

// quiet is how long nothing may change before a rebuild begins: longer than an
// editor or a checkout takes between two files, shorter than patience.
const quiet = 60 * time.Millisecond

// runServe builds, serves on this machine, and shows each edit when the watcher
// tells of it. It starts like --keep-going: the Problems stand on the pages.
func runServe(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	e := &editing{stdout: stdout, stderr: stderr}
	fs := newFlags("serve", stderr)
	e.reads(fs)
	e.writes(fs)
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
	base, err := e.localBase(listener.Addr().String())
	if err != nil {
		return err
	}
	e.keepGoing, e.reader.KeepLast = true, true
	e.server = newAnswering(e.out, base.Path)
	defer e.server.close()
	// Watched from before the first build on: no edit falls between the two.
	changes, err := watch.Folders(ctx, e.watched(), quiet)
	if err != nil {
		return err
	}
	if err := e.begin(ctx); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "serving %s\npress Ctrl+C to stop\n", base)
	h := &http.Server{Handler: e.server, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = h.Serve(listener) }() // ends with Close below
	defer h.Close()
	e.follow(ctx, changes)
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
	atlas  atomic.Pointer[place.Atlas] // of the finder, for the forms of pages
}

// newAnswering makes a server of a folder, with what answers the forms of its
// pages.
func newAnswering(out, base string) *answering {
	a := &answering{Server: serve.New(out, base, site.HeadersFor)}
	a.Form("help/*", dates.Fill)
	for _, pages := range gathering {
		a.Form(pages, gather.Gatherer{Meant: a.meant}.Fill)
	}
	a.Form("moving/", dates.Move)
	return a
}

// gathering are the pages whose forms name areas, and that show parts of those
// areas' own pages.
var gathering = []string{
	"moving/",
	"fostering/",
	"help/*",
	"schools/",
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
	a.atlas.Store(finder.Atlas())
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
