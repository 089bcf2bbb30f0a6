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
		hits, err := i.run(ctx, plan(words, fuzziness), n)
		if err != nil || len(hits) > 0 {
			return hits, err
		}
	}
	return nil, nil
}

// meant is the weight of a name that means one page: far above any score.
const meant = 1000

// plan is the query for the words: any of them, or all of them as one name.
func plan(words string, fuzziness int) query.Query {
	match := query.NewMatchQuery(words)
	match.SetField("All")
	match.SetFuzziness(fuzziness)
	name := query.NewFuzzyQuery(exact(words))
	name.SetField("Means")
	name.SetFuzziness(fuzziness)
	name.SetBoost(meant)
	return query.NewDisjunctionQuery([]query.Query{match, name})
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
