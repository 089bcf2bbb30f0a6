package search_test

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"testing"

	"signpost/search"
	"signpost/search/corpus"
)

// exported builds and exports documents with batches of a size.
func exported(t testing.TB, documents []search.Document, batch int) search.Files {
	t.Helper()
	ctx, folder := context.Background(), filepath.Join(t.TempDir(), "index")
	if err := search.BuildInBatches(ctx, folder, documents, corpus.Lexicon(), batch); err != nil {
		t.Fatal(err)
	}
	files, err := search.Export(ctx, folder, documents)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestExportReproducible: the files do not depend on how Bleve built the
// index, nor on the order in which documents came.
func TestExportReproducible(t *testing.T) {
	documents := corpus.Documents(700, 1)
	first := exported(t, documents, 1000)
	slices.Reverse(documents)
	for _, batch := range []int{1000, 64} {
		again := exported(t, documents, batch)
		if again.Hash != first.Hash || len(again.List) != len(first.List) {
			t.Errorf("with batches of %d: hash %s, %d files; want %s, %d", batch, again.Hash, len(again.List), first.Hash, len(first.List))
			continue
		}
		for i, f := range again.List {
			if f.Path != first.List[i].Path || !bytes.Equal(f.Content, first.List[i].Content) {
				t.Errorf("with batches of %d, %s is another", batch, f.Path)
			}
		}
	}
	documents[0].Text += " lighthouse"
	if exported(t, documents, 1000).Hash == first.Hash {
		t.Error("other documents have the same hash")
	}
}

// TestWholeNames: whoever types the whole name of a document finds it, or one
// of the same name, first.
func TestWholeNames(t *testing.T) {
	documents := corpus.Documents(3000, 2)
	b := build(t, documents)
	ctx := context.Background()
	for i := 0; i < len(documents); i += 10 {
		plan, err := b.index.Plan(ctx, search.Question{Text: documents[i].Title})
		if err != nil {
			t.Fatal(err)
		}
		hits, _, err := b.index.Find(ctx, plan, search.Filter{}, 1)
		if err != nil || len(hits) == 0 {
			t.Fatalf("%q finds %v, %v", documents[i].Title, hits, err)
		}
		if hits[0].Row.Title != documents[i].Title {
			t.Errorf("%q finds %q first", documents[i].Title, hits[0].Row.Title)
		}
	}
}

func BenchmarkBuildAndExport(b *testing.B) {
	documents := corpus.Documents(10000, 1)
	for b.Loop() {
		b.ReportMetric(float64(len(exported(b, documents, 1000).List)), "files")
	}
}

func BenchmarkExport(b *testing.B) {
	documents := corpus.Documents(10000, 1)
	ctx, folder := context.Background(), filepath.Join(b.TempDir(), "index")
	if err := search.Build(ctx, folder, documents, corpus.Lexicon()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := search.Export(ctx, folder, documents); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkQuestion(b *testing.B) {
	documents := corpus.Documents(10000, 1)
	index := build(b, documents).index
	asked := questions(documents, 500, 1)
	ctx := context.Background()
	for n := 0; b.Loop(); n++ {
		a := asked[n%len(asked)]
		plan, err := index.Plan(ctx, a.question)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := index.Find(ctx, plan, a.filter, 10); err != nil {
			b.Fatal(err)
		}
	}
}
