package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLeafletsVerb: the verb writes the PDF files of an area, each on its sheet,
// and leaves everything else as it was.
func TestLeafletsVerb(t *testing.T) {
	to := filepath.Join(t.TempDir(), "paper")
	var out, bar bytes.Buffer
	args := []string{"--root", "testdata/example", "--theme", "../themes/signpost", "--as-at", dayOfTests, "--base-url", exampleSite.baseURL, "--area", "Northam", "--kind", "leaflet", "--out", to}
	if err := runLeaflets(context.Background(), args, &out, &bar); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "2 PDF files") {
		t.Errorf("it says %q", out.String())
	}
	files, err := os.ReadDir(to)
	if err != nil || len(files) != 2 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, name := range []string{"northam-leaflet.pdf", "northam-leaflet-young-people.pdf"} {
		pdf, err := os.ReadFile(filepath.Join(to, name))
		if err != nil {
			t.Fatal(err)
		}
		if sizes := paperSizes(t, pdf); !slices.Equal(sizes, []string{"841.9 595.0", "841.9 595.0"}) {
			t.Errorf("%s has the sides %q", name, sizes)
		}
	}
}

// TestLeafletsWithoutChromium: it says what is missing, and what to do instead.
func TestLeafletsWithoutChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var out bytes.Buffer
	err := runLeaflets(context.Background(), []string{"--root", "testdata/example", "--as-at", dayOfTests, "--area", "northam"}, &out, &out)
	if err == nil || !strings.Contains(err.Error(), "needs Chromium") || !strings.Contains(err.Error(), "from any browser") {
		t.Errorf("%v", err)
	}
}
