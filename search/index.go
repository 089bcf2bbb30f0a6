package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/analyzer/keyword" // the analyzer of Kind
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"          // the analyzer of All
	"github.com/blevesearch/bleve/v2/mapping"
)

// batchSize is how many documents go to Bleve at a time.
const batchSize = 1000

// Build writes an index of the documents into a new folder.
func Build(ctx context.Context, folder string, documents []Document) (err error) {
	documents = slices.Clone(documents)
	slices.SortFunc(documents, func(a, b Document) int { return cmp.Compare(a.Address, b.Address) })
	b, err := bleve.NewBuilder(folder, fields(), map[string]any{"batchSize": batchSize})
	if err != nil {
		return fmt.Errorf("search index %s: %w", folder, err)
	}
	defer func() {
		if e := b.Close(); err == nil && e != nil {
			err = fmt.Errorf("search index %s: %w", folder, e)
		}
	}()
	for _, d := range documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.Index(d.Address, d.indexed()); err != nil {
			return fmt.Errorf("search index %s: %s: %w", folder, d.Address, err)
		}
	}
	return nil
}

// fields says how Bleve treats each part of an indexed document.
func fields() mapping.IndexMapping {
	all := bleve.NewTextFieldMapping()
	all.Analyzer, all.Store, all.IncludeInAll, all.IncludeTermVectors, all.DocValues = "en", false, false, false, false
	word := bleve.NewTextFieldMapping()
	word.Analyzer, word.IncludeInAll, word.IncludeTermVectors = "keyword", false, false
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt("All", all)
	means := bleve.NewTextFieldMapping()
	means.Analyzer, means.Store, means.IncludeInAll, means.IncludeTermVectors, means.DocValues = "keyword", false, false, false, false
	doc.AddFieldMappingsAt("Means", means)
	doc.AddFieldMappingsAt("Kind", word)
	doc.AddFieldMappingsAt("Title", word)
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	return m
}

// An Index answers queries. It is safe for concurrent use.
type Index struct{ bleve bleve.Index }

// Open opens an index that Build made, to be read only.
func Open(folder string) (*Index, error) {
	i, err := bleve.OpenUsing(folder, map[string]any{"read_only": true})
	if err != nil {
		return nil, fmt.Errorf("search index %s: %w", folder, err)
	}
	return &Index{i}, nil
}

// Close releases the index's files.
func (i *Index) Close() error { return i.bleve.Close() }
