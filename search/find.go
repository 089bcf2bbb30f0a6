package search

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	result "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// A Filter is what documents must have to be found. Empty lists ask nothing.
// It changes which documents are found, never their scores.
type Filter struct {
	Packs  []string `json:"packs,omitempty"` // only documents of any of these packs
	Groups []string `json:"groups,omitempty"`
	Tags   Tags     `json:"tags"`
}

// A Hit is one answer.
type Hit struct {
	Address string  `json:"address"`
	Score   float64 `json:"score"`
	Row     Row     `json:"row"`
}

// Counts is how many documents have each value of each tag: tag, value,
// number. The group is a tag too.
type Counts map[string]map[string]int

// Find returns the n best documents that match the plan and pass the filter,
// equals by address, and how many there are in all. A plan of a question
// without words matches all that a filter lets pass.
func (i *Index) Find(ctx context.Context, p Plan, f Filter, n int) ([]Hit, int, error) {
	q, ok := ask(p, f)
	if !ok {
		return nil, 0, nil
	}
	r := bleve.NewSearchRequestOptions(q, n, 0, false)
	r.SortBy([]string{"-_score", "_id"})
	r.Fields = []string{fieldRow}
	found, err := i.bleve.SearchInContext(ctx, r)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	var hits []Hit
	for _, h := range found.Hits {
		row, err := rowOf(h)
		if err != nil {
			return nil, 0, err
		}
		hits = append(hits, Hit{h.ID, h.Score, row})
	}
	return hits, int(found.Total), nil
}

// rowOf is the row that the index keeps of a document.
func rowOf(h *result.DocumentMatch) (row Row, err error) {
	if err := json.Unmarshal([]byte(fmt.Sprint(h.Fields[fieldRow])), &row); err != nil {
		return row, fmt.Errorf("search: the row of %s: %w", h.ID, err)
	}
	return row, nil
}

// maxValues is above the number of values that any tag has.
const maxValues = 10000

// Counts is how the documents that Find finds are spread over the tags.
func (i *Index) Counts(ctx context.Context, p Plan, f Filter) (Counts, error) {
	counts := Counts{}
	q, ok := ask(p, f)
	if !ok {
		return counts, nil
	}
	r := bleve.NewSearchRequestOptions(q, 0, 0, false)
	for _, tag := range (Document{}).tags() {
		r.AddFacet(tag.name, bleve.NewFacetRequest(fieldOf(tag.name), maxValues))
	}
	found, err := i.bleve.SearchInContext(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	for name, facet := range found.Facets {
		for _, value := range facet.Terms.Terms() {
			if counts[name] == nil {
				counts[name] = map[string]int{}
			}
			counts[name][value.Term] = value.Count
		}
	}
	return counts, nil
}

// fieldOf is the index's field of a tag.
func fieldOf(tag string) string {
	if tag == fieldGroup {
		return tag
	}
	return fieldTags + "." + tag
}

// ask is the plan and the filter as Bleve's query, and false if there is
// nothing to ask. It is a conjunction always, of which one part weighs
// nothing, so that a score is normalised alike with a filter and without.
func ask(p Plan, f Filter) (query.Query, bool) {
	filters := f.queries()
	if len(p.Clauses) == 0 && (len(p.Missing) > 0 || len(filters) == 0) {
		return nil, false
	}
	all := query.NewMatchAllQuery() // without words, all score 1
	parts := append([]query.Query{all}, filters...)
	if len(p.Clauses) > 0 {
		all.SetBoost(0)
		parts = append(parts, p.query())
	}
	return query.NewConjunctionQuery(parts), true
}

func (p Plan) query() query.Query {
	var clauses []query.Query
	for _, c := range p.Clauses {
		var terms []query.Query
		for _, t := range c.Terms {
			terms = append(terms, termQuery(fieldAll, t.Term, t.Boost))
		}
		clauses = append(clauses, query.NewDisjunctionQuery(terms))
	}
	return query.NewDisjunctionQuery(clauses)
}

func (f Filter) queries() []query.Query {
	var list []query.Query
	add := func(field string, values []string) {
		if len(values) > 0 {
			list = append(list, anyOf(field, values))
		}
	}
	add(fieldPacks, f.Packs)
	add(fieldGroup, f.Groups)
	for _, tag := range f.Tags.list() {
		add(fieldOf(tag.name), tag.values)
	}
	return list
}

// anyOf matches documents with any of the values, and weighs nothing.
func anyOf(field string, values []string) query.Query {
	var list []query.Query
	for _, value := range values {
		list = append(list, termQuery(field, value, 0))
	}
	return query.NewDisjunctionQuery(list)
}

func termQuery(field, term string, boost float64) query.Query {
	q := query.NewTermQuery(term)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}
