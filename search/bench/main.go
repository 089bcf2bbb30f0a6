// Bench measures the search beside Pagefind and MiniSearch, over the pages of
// one site with invented services, and prints one table:
//
//	make bench-search
//
// It plants a tree with the real areas and vocabularies and invented services,
// builds the site from it, lets Pagefind index the pages and MiniSearch their
// words, and serves all of it to one Chromium.
//
//	corpus ─► tree ─► signpost build ─► pages ─┬─► search/     (Signpost's own)
//	                                           ├─► Pagefind
//	                                           └─► MiniSearch
//	                          questions.txt ─► Chromium ◄─ slow line ◄─ all three
//
// Each question is asked with a new profile: what is there already is the page
// with its style, and all else comes over the line: 400 kbit a second, 400 ms
// for each request, on a processor four times slower. A time is that from the
// opening of the page to the first result on it. Bytes are bodies as they are
// sent, compressed by gzip; headers and the handshake are not counted. The
// files that a worker fetches meanwhile for later share the line and count.
//
// MiniSearch fetches the same file whatever is asked: on the slow line it is
// asked two of the questions alone. What is right for a question is decided
// by rules, which whoever made the entries wrote too: see questions.go. They
// compare; they do not say how good a search is.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	only := flag.Int("services", 0, "measure with this many services alone (default: 1000 and 10000)")
	flag.Parse()
	folder, err := os.MkdirTemp("", "signpost-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if said, err := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(folder, "signpost"), "./generator").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, said)
	}
	sizes := []int{1000, 10000}
	if *only > 0 {
		sizes = []int{*only}
	}
	for _, n := range sizes {
		b, err := prepare(ctx, folder, n)
		if err != nil {
			return err
		}
		r, err := b.measure(ctx)
		if err != nil {
			return fmt.Errorf("%d services: %w", n, err)
		}
		r.print(os.Stdout)
	}
	return nil
}

// measure asks every system every question.
func (b *bench) measure(ctx context.Context) (*report, error) {
	l := &link{folders: map[string]string{"": b.path("public"), "pagefind": b.path("pagefind"),
		"with-pagefind": b.path("with-pagefind"), "with-minisearch": b.path("with-minisearch")}}
	server := l.start()
	defer server.Close()
	chromium, closeChromium, err := startChromium(ctx, server)
	if err != nil {
		return nil, err
	}
	defer closeChromium()
	list, err := questions()
	if err == nil {
		err = lost(list, os.DirFS(b.path("public")), b.entries)
	}
	if err != nil {
		return nil, err
	}
	r := &report{bench: b}
	for _, s := range systems {
		t := &trial{system: s}
		r.trials = append(r.trials, t)
		for i, q := range list {
			if err := t.try(l, chromium, server.URL, q, i, b.entries); err != nil {
				return nil, fmt.Errorf("%s: %q: %w", s.name, q.text, err)
			}
		}
	}
	l.hidden = "/sw.js"
	for _, postcode := range postcodes {
		c, address, err := l.lead(chromium, server.URL, postcode)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", postcode, err)
		}
		if !strings.HasPrefix(address, "/areas/") {
			return nil, fmt.Errorf("%s led to %s", postcode, address)
		}
		r.led = append(r.led, timed{*c, true})
	}
	return r, nil
}

// postcodes are of the postcode areas whose files are among the largest.
var postcodes = []string{"SW1A 1AA", "B1 1BB", "NG1 5DT", "LE1 1FZ", "BN1 1EE", "SE1 7TP", "E1 6AN", "OX1 1PT"}
