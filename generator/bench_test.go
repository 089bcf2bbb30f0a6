package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

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
