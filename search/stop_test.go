package search

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

// Stopped at its first document, or later, a build ends with why.
func TestBuildStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	documents := []Document{{Address: "/a/", Title: "A"}, {Address: "/b/", Title: "B"}}
	if err := Build(ctx, filepath.Join(t.TempDir(), "index"), documents, Lexicon{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a build that is stopped ends with %v", err)
	}
}
