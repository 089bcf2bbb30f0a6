package search

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// maxQuery is the longest query that is looked at, in bytes: far above what a
// person types.
const maxQuery = 1000

// A Hit is one answer.
type Hit struct {
	Address string  `json:"address"`
	Kind    string  `json:"kind"`
	Title   string  `json:"title"`
	Score   float64 `json:"score"`
}

// Find returns at most n documents that hold any of the query's words, the
// best first, equals by address.
func (i *Index) Find(ctx context.Context, words string, n int) ([]Hit, error) {
	words = words[:min(len(words), maxQuery)]
	for _, fuzziness := range []int{0, 1} {
		q := query.NewMatchQuery(words)
		q.SetField("All")
		q.SetFuzziness(fuzziness)
		hits, err := i.run(ctx, q, n)
		if err != nil || len(hits) > 0 {
			return hits, err
		}
	}
	return nil, nil
}

func (i *Index) run(ctx context.Context, q query.Query, n int) ([]Hit, error) {
	r := bleve.NewSearchRequestOptions(q, n, 0, false)
	r.SortBy([]string{"-_score", "_id"})
	r.Fields = []string{"Kind", "Title"}
	found, err := i.bleve.SearchInContext(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	var hits []Hit
	for _, h := range found.Hits {
		hits = append(hits, Hit{h.ID, fmt.Sprint(h.Fields["Kind"]), fmt.Sprint(h.Fields["Title"]), h.Score})
	}
	return hits, nil
}
