package search

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Rows returns the documents at the addresses, in their order, without scores.
// One that does not exist is left out.
func (i *Index) Rows(ctx context.Context, addresses []string) ([]Hit, error) {
	if len(addresses) == 0 {
		return nil, nil
	}
	r := bleve.NewSearchRequestOptions(query.NewDocIDQuery(addresses), len(addresses), 0, false)
	r.Fields = []string{fieldRow}
	found, err := i.bleve.SearchInContext(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("search: the pages %q: %w", addresses, err)
	}
	rows := map[string]Row{}
	for _, h := range found.Hits {
		if rows[h.ID], err = rowOf(h); err != nil {
			return nil, err
		}
	}
	var hits []Hit
	for _, address := range addresses {
		if row, ok := rows[address]; ok {
			hits = append(hits, Hit{Address: address, Row: row})
		}
	}
	return hits, nil
}
