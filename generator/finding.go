package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"signpost/generator/model"
	"signpost/search"
	"signpost/search/answer"
	"signpost/search/place"
)

// bleveFolder is where an index lies in the folder of indexes of a build.
func bleveFolder(index string) string { return filepath.Join(index, "bleve") }

// writeFinding writes what answers questions: the index, beside the site; and
// into the site, each in a folder named by its content, the exports from which
// browsers answer by themselves. CurrentFile names those of this build.
func writeFinding(ctx context.Context, d *model.Directory, siteFolder, indexFolder string) error {
	docs := documents(d)
	if err := search.Build(ctx, bleveFolder(indexFolder), docs, lexicon(d)); err != nil {
		return err
	}
	index, err := search.Export(ctx, bleveFolder(indexFolder), docs)
	if err != nil {
		return err
	}
	places, _, err := exportPlaces(d, d.Postcodes) // its Problems were found before anything was written
	if err != nil {
		return err
	}
	hash := placeHash(places)
	exports := filepath.Join(siteFolder, filepath.FromSlash(answer.Folder))
	for _, f := range index.List {
		if err := writeExport(exports, index.Hash, f.Path, f.Content); err != nil {
			return err
		}
	}
	for _, f := range places {
		if err := writeExport(exports, hash, f.Path, f.Content); err != nil {
			return err
		}
	}
	current, err := json.Marshal(answer.Current{Format: answer.Format, Search: index.Hash, Place: hash})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(siteFolder, filepath.FromSlash(answer.CurrentFile)), current, 0o644)
}

// placeHash names a folder of places after its content.
func placeHash(files []place.File) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s %d\n", f.Path, len(f.Content))
		sum.Write(f.Content)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

func writeExport(exports, hash, name string, content []byte) error {
	file := filepath.Join(exports, hash, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o644)
}
