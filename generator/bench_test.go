package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"signpost/generator/merge"
	"signpost/generator/model"
	"signpost/generator/source"
)

// BenchmarkMerge merges the real records.
func BenchmarkMerge(b *testing.B) {
	var r source.Reader
	in, _, err := r.Read(os.DirFS(".."))
	if err != nil {
		b.Fatal(err)
	}
	asAt, err := model.ParseDate(dayOfTests)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		merge.Directory(in, asAt)
	}
	b.ReportMetric(float64(len(in.Records)), "records")
}

// BenchmarkCheck reads, merges and checks the real directory.
func BenchmarkCheck(b *testing.B) {
	line, err := newBuilder("..", filepath.Join(b.TempDir(), "public"), "", dayOfTests)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := line.read(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuild makes the whole real site, search index included.
func BenchmarkBuild(b *testing.B) {
	line, err := newBuilder("..", filepath.Join(b.TempDir(), "public"), "", dayOfTests)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := line.build(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheckFull reads, merges and checks a full directory: 10,000 entries.
// The budget is a second.
func BenchmarkCheckFull(b *testing.B) {
	root := plantFull(b)
	for b.Loop() {
		line, err := newBuilder(root, filepath.Join(b.TempDir(), "public"), "", dayOfTests)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := line.read(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEditFull changes a number in a full directory, and makes the pages
// that the browser shows next. The budget is a second, with the time until it is
// quiet and that of the browser. Run it with -benchtime 5x: between two edits the
// site settles.
func BenchmarkEditFull(b *testing.B) {
	root := plantFull(b)
	e := newEditing(b, root, "/")
	files, err := filepath.Glob(filepath.Join(root, "content", "services", "kent", "*.md"))
	if err != nil || len(files) == 0 {
		b.Fatal(files, err)
	}
	settles := time.Duration(0)
	for n := 0; b.Loop(); n++ {
		changeNumber(b, files[0], n)
		e.edit(b.Context(), files[:1])
		b.StopTimer()
		start := time.Now()
		<-e.settling.done
		e.settled()
		settles += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(settles.Seconds()/float64(b.N), "s/settling")
}
