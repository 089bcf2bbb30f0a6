package main

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/generator/serve"
	"signpost/generator/site"
	"signpost/search/answer"
)

// What may be sent to a phone before it shows something: a poor signal brings
// 50 KB in a second, and half a second passes before the first of it.
const (
	maxPostcode = 8 << 10  // from the front page to an area, the script included
	maxFirst    = 40 << 10 // from the page of answers to the first result
)

// sentBytes is the bytes of a file as it is sent.
func sentBytes(t *testing.T, file string) int {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var sent bytes.Buffer
	z, err := gzip.NewWriterLevel(&sent, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	z.Write(text)
	z.Close()
	return min(sent.Len(), len(text))
}

// one is the one file of a pattern.
func one(t *testing.T, pattern string) string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) != 1 {
		t.Fatalf("%s: %q, %v", pattern, files, err)
	}
	return files[0]
}

// TestPostcodeBudget: whoever types a postcode waits for the script of the box,
// the names of today's folders, and one file of postcodes.
func TestPostcodeBudget(t *testing.T) {
	out := realSite.build(t).out
	places := one(t, filepath.Join(out, filepath.FromSlash(answer.Folder), "*", "places.json"))
	always := sentBytes(t, one(t, filepath.Join(out, "assets", "box.*.js"))) + sentBytes(t, filepath.Join(out, filepath.FromSlash(answer.CurrentFile)))
	files, err := filepath.Glob(filepath.Join(filepath.Dir(places), "p", "*.txt"))
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files of postcodes, %v", len(files), err)
	}
	heaviest, name := 0, ""
	for _, file := range files {
		if w := sentBytes(t, file); w > heaviest {
			heaviest, name = w, filepath.Base(file)
		}
	}
	t.Logf("%d bytes, of which %s has %d", always+heaviest, name, heaviest)
	if always+heaviest > maxPostcode {
		t.Errorf("a postcode of %s costs %d bytes; at most %d", name, always+heaviest, maxPostcode)
	}
}

// TestFirstResultBudget: with invented services of a full directory, half of
// the questions that name a place cost no more than the budget until the first
// result is there: in the browser, with nothing kept but the page.
func TestFirstResultBudget(t *testing.T) {
	host, exports := serveFull(t)
	var costs []int
	for _, question := range []string{"autism kent", "speach therapy leeds", "they said no to an assessment norfolk", "short breaks BS1 5TR", "my son wont go to school in barnet"} {
		tab := browser(t)
		inject(t, tab, noteFirst)
		meet(t, tab, look{width: 390, script: true}, host+"/find/#q="+url.QueryEscape(question))
		cost := 0
		for _, file := range evaluate[[]string](t, tab, filesOfFirst) {
			cost += sentBytes(t, exports(file))
		}
		t.Logf("%6d bytes: %s", cost, question)
		if cost == 0 {
			t.Errorf("%s: no result is ever shown", question)
		}
		costs = append(costs, cost)
	}
	slices.Sort(costs)
	if half := costs[len(costs)/2]; half > maxFirst {
		t.Errorf("the first result costs %d bytes; at most %d", half, maxFirst)
	}
}

// noteFirst notes when the first result stands on the page.
const noteFirst = `window.first = 0;
new MutationObserver(() => {
	if (!first && document.querySelector("[data-rows] > article, [data-rows] > li")) first = performance.now();
}).observe(document, {childList: true, subtree: true})`

// filesOfFirst are the scripts and files that had arrived by then.
const filesOfFirst = settled + `.then(() => performance.getEntriesByType("resource")
	.filter(e => e.responseEnd <= first && e.initiatorType !== "link" && !e.name.includes("/_signpost/")).map(e => new URL(e.name).pathname))`

// serveFull serves the real site with the search of a full directory, and says
// where each file of it lies.
func serveFull(t *testing.T) (host string, file func(address string) string) {
	t.Helper()
	tree, full, index := plantFull(t), t.TempDir(), t.TempDir()
	line, err := newBuilder(tree, full, "", dayOfTests)
	if err != nil {
		t.Fatal(err)
	}
	directory, problems, err := line.read()
	if err != nil || !line.publishable(problems) {
		t.Fatal(err, problems)
	}
	if err := writeFinding(t.Context(), directory, full, index); err != nil {
		t.Fatal(err)
	}
	out := realSite.build(t).out
	mux := http.NewServeMux()
	mux.Handle("/", serve.New(out, "/", site.HeadersFor))
	mux.Handle("/search/", serve.New(full, "/", site.HeadersFor))
	h := httptest.NewServer(mux)
	t.Cleanup(func() { h.Listener.Close(); h.CloseClientConnections() })
	return h.URL, func(address string) string {
		folder := out
		if strings.HasPrefix(address, "/search/") {
			folder = full
		}
		return filepath.Join(folder, filepath.FromSlash(path.Clean(address)))
	}
}
