package search

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// A vocabulary is the terms that a plan may use: those of the whole index, or
// of some packs. Frequencies are of the whole index always.
type vocabulary struct {
	index *Index
	packs []string // empty: the whole index
}

// documents is the number of documents that have the term, in the whole
// index, or 0 if none of the vocabulary has it.
func (v vocabulary) documents(ctx context.Context, term string) (int, error) {
	n, err := v.index.documents(ctx, term)
	if err != nil || n == 0 || len(v.packs) == 0 {
		return n, err
	}
	q := query.NewConjunctionQuery([]query.Query{termQuery(fieldAll, term, 1), anyOf(fieldPacks, v.packs)})
	found, err := v.index.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, 0, 0, false))
	if err != nil {
		return 0, fmt.Errorf("search: the term %q: %w", term, err)
	}
	if found.Total == 0 {
		return 0, nil
	}
	return n, nil
}

// documents is the number of documents that have the term. The index's own
// dictionary counts otherwise once Bleve has merged segments.
func (i *Index) documents(ctx context.Context, term string) (n int, err error) {
	err = i.read(func(r index.IndexReader) error {
		terms, err := r.TermFieldReader(ctx, []byte(term), fieldAll, false, false, false)
		if err != nil {
			return fmt.Errorf("search: the term %q: %w", term, err)
		}
		n = int(terms.Count())
		return terms.Close()
	})
	return n, err
}

// Terms is the terms of the index that begin with some letters, in byte
// order.
func (i *Index) Terms(beginning string) ([]string, error) {
	var list []string
	err := i.read(func(r index.IndexReader) error {
		entries, err := r.FieldDictPrefix(fieldAll, []byte(beginning))
		if err != nil {
			return fmt.Errorf("search: terms of %q: %w", beginning, err)
		}
		defer entries.Close()
		for {
			entry, err := entries.Next()
			if err != nil {
				return fmt.Errorf("search: terms of %q: %w", beginning, err)
			}
			if entry == nil {
				return nil
			}
			list = append(list, entry.Term)
		}
	})
	return list, err
}

// Known reports whether the index has all terms of a word, as it has those of
// a stop word, which are none.
func (i *Index) Known(ctx context.Context, word string) (bool, error) {
	for _, term := range Analyze(word) {
		if n, err := i.documents(ctx, term); n == 0 || err != nil {
			return false, err
		}
	}
	return true, nil
}
