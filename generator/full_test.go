package main

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"signpost/generator/serve"
	"signpost/generator/site"
	"signpost/generator/watch"
	"signpost/search/corpus"
)

// fullServices is how many services the directory has when it is full.
const fullServices = 10000

// plantFull writes the real tree with the invented services of a full directory,
// an hour ago: what was written this second is read again to be sure.
func plantFull(t testing.TB) string {
	t.Helper()
	root, real := t.TempDir(), os.DirFS("..")
	grounds, err := corpus.Grounds(real)
	if err == nil {
		err = corpus.Plant(root, real, corpus.Entries(grounds, fullServices, 1))
	}
	if err != nil {
		t.Fatal(err)
	}
	before := time.Now().Add(-time.Hour)
	entries, err := filepath.Glob(filepath.Join(root, "content", "services", "*", "*.md"))
	for _, file := range entries {
		err = errors.Join(err, os.Chtimes(file, before, before))
	}
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// newEditing begins to show a tree below a path of this machine.
func newEditing(t testing.TB, root, base string) *editing {
	t.Helper()
	b, err := newBuilder(root, filepath.Join(root, "public"), "http://localhost"+base, dayOfTests)
	if err != nil {
		t.Fatal(err)
	}
	said := &log{}
	e := &editing{builder: *b, stdout: said, stderr: said, server: &answering{Server: serve.New(b.out, base, site.HeadersFor)}}
	e.keepGoing, e.reader.KeepLast = true, true
	t.Cleanup(e.server.close)
	if err := e.begin(context.Background()); err != nil {
		t.Fatal(err)
	}
	return e
}

var numberInEntry = regexp.MustCompile(`value: 0[0-9 ]+`)

// changeNumber gives an entry another number, and returns it.
func changeNumber(t testing.TB, file string, n int) string {
	t.Helper()
	number := fmt.Sprintf("01632 960 %03d", n%1000)
	text, err := os.ReadFile(file)
	if err == nil && !numberInEntry.Match(text) {
		err = fmt.Errorf("%s has no number", file)
	}
	if err == nil {
		err = os.WriteFile(file, []byte(strings.Replace(string(text), numberInEntry.FindString(string(text)), "value: "+number, 1)), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return number
}

var pagesShown = regexp.MustCompile(`([0-9]+) pages? shown`)

// TestEditIsSeen: in a full directory, whoever saves another number sees it on
// the open page soon, because a few pages are made for that and not ten thousand.
// How long it takes is told, and measured by BenchmarkEditFull.
func TestEditIsSeen(t *testing.T) {
	root := plantFull(t)
	e := newEditing(t, root, "/")
	host := httptest.NewServer(e.server)
	t.Cleanup(func() { host.Listener.Close(); host.CloseClientConnections() })
	ctx, cancel := context.WithCancel(t.Context())
	changes, err := watch.Folders(ctx, e.watched(), quiet)
	if err != nil {
		t.Fatal(err)
	}
	followed := make(chan struct{})
	go func() { defer close(followed); e.follow(ctx, changes) }()
	defer func() { cancel(); <-followed }()

	files, err := filepath.Glob(filepath.Join(root, "content", "services", "kent", "*-autism-*.md"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	file := files[0]
	tab := browser(t)
	meet(t, tab, look{width: 390, script: true}, host.URL+"/services/"+strings.TrimSuffix(filepath.Base(file), ".md")+"/")
	said := e.stdout.(*log)
	for n := range 3 {
		saved := time.Now()
		number := changeNumber(t, file, n)
		eventually(t, "the number on the open page: "+number, func() bool {
			shown, err := chromedp.Run(tab, chromedp.Evaluate[bool](`document.body.innerText.includes("`+number+`")`))
			return err == nil && shown // while it reloads there is no page to ask
		})
		t.Logf("%.2f s from the save to the page", time.Since(saved).Seconds())
		told := pagesShown.FindAllStringSubmatch(said.String(), -1)
		if made, _ := strconv.Atoi(told[len(told)-1][1]); made > 5 {
			t.Errorf("one number changed, and %d pages were made before the browser showed it", made)
		}
		if n == 0 { // the later ones come while the site settles
			eventually(t, "the site settles", func() bool { return strings.Count(said.String(), " services as at ") == 2 })
		}
	}
}
