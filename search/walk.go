package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// A posting says how often a document has a term, and how many terms the
// document has in all.
type posting struct{ document, frequency, length int }

// A list is a term with its postings, by document.
type list struct {
	term     string
	postings []posting
}

// walk reads the searched field of an index, through Bleve's own interface,
// with terms in byte order and documents as ranks of their addresses.
func (i *Index) walk(ctx context.Context, rank map[string]int) (lists []list, err error) {
	err = i.read(func(r index.IndexReader) error {
		numbers, err := numbers(r, rank)
		if err != nil {
			return err
		}
		terms, err := r.FieldDict(fieldAll)
		if err != nil {
			return err
		}
		defer terms.Close()
		for {
			entry, err := terms.Next()
			if err != nil || entry == nil {
				return err
			}
			postings, err := postings(ctx, r, entry.Term, numbers)
			if err != nil {
				return fmt.Errorf("the term %q: %w", entry.Term, err)
			}
			lists = append(lists, list{entry.Term, postings})
		}
	})
	slices.SortFunc(lists, func(a, b list) int { return cmp.Compare(a.term, b.term) })
	return lists, err
}

// numbers turns Bleve's document numbers, which differ from build to build,
// to ranks. The index must have just these documents.
func numbers(r index.IndexReader, rank map[string]int) (map[string]int, error) {
	ids, err := r.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer ids.Close()
	numbers := map[string]int{}
	for {
		id, err := ids.Next()
		if err != nil {
			return nil, err
		}
		if id == nil {
			break
		}
		address, err := r.ExternalID(id)
		if err != nil {
			return nil, err
		}
		n, ok := rank[address]
		if !ok {
			return nil, fmt.Errorf("the index has %s, which is not among the documents", address)
		}
		numbers[string(id)] = n
	}
	if len(numbers) != len(rank) {
		return nil, fmt.Errorf("the index has %d documents of %d", len(numbers), len(rank))
	}
	return numbers, nil
}

func postings(ctx context.Context, r index.IndexReader, term string, numbers map[string]int) ([]posting, error) {
	documents, err := r.TermFieldReader(ctx, []byte(term), fieldAll, true, true, false)
	if err != nil {
		return nil, err
	}
	defer documents.Close()
	var list []posting
	for {
		d, err := documents.Next(nil)
		if err != nil {
			return nil, err
		}
		if d == nil {
			break
		}
		length, err := lengthOf(d.Norm)
		if err != nil {
			return nil, err
		}
		list = append(list, posting{numbers[string(d.ID)], int(d.Freq), length})
	}
	slices.SortFunc(list, func(a, b posting) int { return cmp.Compare(a.document, b.document) })
	return list, nil
}

// lengthOf is the number of terms whose norm Bleve keeps, as a float32 of
// 1/√length. The reader computes the norm again, so it must be the same.
func lengthOf(norm float64) (int, error) {
	n := math.Round(1 / (norm * norm))
	if float64(float32(1/math.Sqrt(n))) != norm {
		return 0, fmt.Errorf("the norm %v is that of no length", norm)
	}
	return int(n), nil
}
