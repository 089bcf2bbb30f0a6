package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"signpost/search"
	"signpost/search/corpus"
)

// TestReaderInChromium asks the browser's reader, in a browser, what the golden
// of search keeps of Bleve's answers: plans, order, totals, counts and scores.
func TestReaderInChromium(t *testing.T) {
	host := httptest.NewServer(readerSite(t))
	t.Cleanup(host.Close)
	tab := browser(t)
	meet(t, tab, looks[0], host.URL+"/")
	compared := evaluate[int](t, tab, `fetch("/questions.json").then(r => r.json()).then(golden => golden.queries.length)`)
	for _, wrong := range evaluate[[]string](t, tab, `(async () => {
		const load = async (path) => new Uint8Array(await (await fetch("/export/" + path)).arrayBuffer());
		return parity.run(load, await (await fetch("/questions.json")).json());
	})()`) {
		t.Error(wrong)
	}
	if compared < 30 {
		t.Errorf("only %d questions were compared", compared)
	}
}

// readerSite serves the export of invented entries, the golden, and a page with
// the comparison.
func readerSite(t *testing.T) http.Handler {
	t.Helper()
	index, export := filepath.Join(t.TempDir(), "bleve"), t.TempDir()
	docs := corpus.Documents(200, 1)
	if err := search.Build(context.Background(), index, docs, corpus.Lexicon()); err != nil {
		t.Fatal(err)
	}
	files, err := search.Export(context.Background(), index, docs)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files.List {
		if err := writeExport(export, "", f.Path, f.Content); err != nil {
			t.Fatal(err)
		}
	}
	script := api.Build(api.BuildOptions{EntryPoints: []string{"../search/reader/parity.ts"}, Bundle: true, Target: api.ES2018,
		Format: api.FormatIIFE, GlobalName: "parity", Charset: api.CharsetUTF8})
	golden, err := os.ReadFile("../search/testdata/golden/questions.json")
	if err != nil || len(script.Errors) > 0 {
		t.Fatal(err, script.Errors)
	}
	mux := http.NewServeMux()
	mux.Handle("/export/", http.StripPrefix("/export/", http.FileServer(http.Dir(export))))
	mux.HandleFunc("/questions.json", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(golden) })
	mux.HandleFunc("/parity.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write(script.OutputFiles[0].Contents)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<!doctype html><title>parity</title><script src="/parity.js"></script>`))
	})
	return mux
}
