package search

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// batchSize is how many documents go to Bleve at a time.
const batchSize = 1000

// lexiconFile lies beside Bleve's files, so that an index is whole.
const lexiconFile = "lexicon.json"

// Build writes an index of the documents, with the lexicon for planning, into
// a new folder.
func Build(ctx context.Context, folder string, documents []Document, lexicon Lexicon) error {
	return build(ctx, folder, documents, lexicon, batchSize)
}

func build(ctx context.Context, folder string, documents []Document, lexicon Lexicon, batch int) error {
	sorted, err := sort(documents)
	if err == nil {
		err = add(ctx, folder, sorted, batch)
	}
	if err != nil {
		return fmt.Errorf("search index %s: %w", folder, err)
	}
	text, err := json.Marshal(lexicon)
	if err != nil {
		return fmt.Errorf("search index %s: %w", folder, err)
	}
	return os.WriteFile(filepath.Join(folder, lexiconFile), text, 0o644)
}

// add gives the documents to Bleve, which works beside the folder. If it is
// stopped, what it made stays there, with the folder that somebody meant to fill:
// finishing an index that nobody wants would take longer than the rest.
func add(ctx context.Context, folder string, documents []Document, batch int) error {
	m, err := fields()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return err
	}
	b, err := bleve.NewBuilder(folder, m, map[string]any{"batchSize": batch, "buildPathPrefix": filepath.Dir(folder)})
	if err != nil {
		return err
	}
	for _, d := range documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		x, err := d.indexed()
		if err != nil {
			return err
		}
		if err := b.Index(d.Address, x); err != nil {
			return fmt.Errorf("%s: %w", d.Address, err)
		}
	}
	return b.Close()
}

// sort orders documents by address, whose rank is the document's ordinal. Two
// of one address are an error.
func sort(documents []Document) ([]Document, error) {
	sorted := slices.Clone(documents)
	slices.SortFunc(sorted, func(a, b Document) int { return cmp.Compare(a.Address, b.Address) })
	for i, d := range sorted {
		if d.Address == "" || i > 0 && d.Address == sorted[i-1].Address {
			return nil, fmt.Errorf("two documents at the address %q, or none", d.Address)
		}
	}
	return sorted, nil
}

// An Index answers queries. It is safe for concurrent use.
type Index struct {
	bleve   bleve.Index
	lexicon Lexicon
	phrases *phrases
}

// Open opens an index that Build made, to be read only.
func Open(folder string) (*Index, error) {
	text, err := os.ReadFile(filepath.Join(folder, lexiconFile))
	if err != nil {
		return nil, fmt.Errorf("search index %s: %w", folder, err)
	}
	i := &Index{}
	if err := json.Unmarshal(text, &i.lexicon); err != nil {
		return nil, fmt.Errorf("search index %s: %s: %w", folder, lexiconFile, err)
	}
	i.phrases = i.lexicon.phrases()
	if i.bleve, err = bleve.OpenUsing(folder, map[string]any{"read_only": true}); err != nil {
		return nil, fmt.Errorf("search index %s: %w", folder, err)
	}
	return i, nil
}

// Close releases the index's files.
func (i *Index) Close() error { return i.bleve.Close() }

// Lexicon is the lexicon that the index was built with.
func (i *Index) Lexicon() Lexicon { return i.lexicon }

// read lets f read the index below Bleve's queries.
func (i *Index) read(f func(index.IndexReader) error) (err error) {
	advanced, err := i.bleve.Advanced()
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	r, err := advanced.Reader()
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	defer func() {
		if e := r.Close(); err == nil && e != nil {
			err = fmt.Errorf("search: %w", e)
		}
	}()
	return f(r)
}
