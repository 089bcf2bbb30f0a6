package search

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	marker "github.com/blevesearch/bleve/v2/analysis/token/keyword"
	"github.com/blevesearch/bleve/v2/analysis/token/length"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/token/porter"
	words "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/analysis/tokenmap"
	"github.com/blevesearch/bleve/v2/mapping"
)

// Names of the index's fields.
const (
	fieldAll   = "all"
	fieldRow   = "row"
	fieldGroup = "group"
	fieldPacks = "packs"
	fieldTags  = "tags"
)

// analyzer is the name of our analysis of text.
const analyzer = "signpost"

// Limits of a term, which the reader checks.
const (
	maxLetters = 64             // characters of a word; longer ones are no words
	maxTerm    = 4 * maxLetters // bytes
)

// unstemmed are words whose stem would be SEND, the name of a thing here.
var unstemmed = []any{"sending", "sends"}

// fields says how Bleve treats each part of an indexed document.
func fields() (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	if err := addAnalyzer(m); err != nil {
		return nil, fmt.Errorf("search: the analysis of text: %w", err)
	}
	doc := bleve.NewDocumentStaticMapping()
	all := textField(analyzer)
	doc.AddFieldMappingsAt("all", all)
	names := textField(keyword.Name) // into the same field: one whole name is one more term
	names.Name = fieldAll
	doc.AddFieldMappingsAt("whole", names)
	row := textField(keyword.Name)
	row.Index, row.Store = false, true
	doc.AddFieldMappingsAt(fieldRow, row)
	doc.AddFieldMappingsAt(fieldGroup, tagField())
	doc.AddFieldMappingsAt(fieldPacks, tagField())
	tags := bleve.NewDocumentStaticMapping()
	for _, tag := range (Tags{}).list() {
		tags.AddFieldMappingsAt(tag.name, tagField())
	}
	doc.AddSubDocumentMapping(fieldTags, tags)
	m.DefaultMapping = doc
	return m, nil
}

// addAnalyzer makes Bleve's "en" analysis with some words left unstemmed.
func addAnalyzer(m *mapping.IndexMappingImpl) error {
	if err := m.AddCustomTokenMap("unstemmed", map[string]any{"type": tokenmap.Name, "tokens": unstemmed}); err != nil {
		return err
	}
	if err := m.AddCustomTokenFilter("unstemmed", map[string]any{"type": marker.Name, "keywords_token_map": "unstemmed"}); err != nil {
		return err
	}
	if err := m.AddCustomTokenFilter("words", map[string]any{"type": length.Name, "max": float64(maxLetters)}); err != nil {
		return err
	}
	return m.AddCustomAnalyzer(analyzer, map[string]any{
		"type":          custom.Name,
		"tokenizer":     words.Name,
		"token_filters": []any{en.PossessiveName, lowercase.Name, "words", "unstemmed", en.StopName, porter.Name},
	})
}

func textField(analyzer string) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = analyzer, false, false, false, false
	return f
}

func tagField() *mapping.FieldMapping {
	f := textField(keyword.Name)
	f.DocValues = true // for counting
	return f
}

// mapped is the mapping, made once, for the analysis of queries.
var mapped = sync.OnceValues(fields)

// clean mends what is no UTF-8, and puts the text in lower case: Bleve's own
// filter breaks words with letters whose lower case takes fewer bytes (İ, ẞ).
func clean(text string) string {
	return strings.Map(unicode.ToLower, strings.ToValidUTF8(text, "\uFFFD"))
}

// Analyze is the terms of a text, in order, as the index has them: words in
// lower case, without possessives and stop words, stemmed.
func Analyze(text string) []string {
	m, err := mapped()
	if err != nil {
		panic(err) // the mapping is constant, and the tests make it
	}
	var terms []string
	for _, token := range m.AnalyzerNamed(analyzer).Analyze([]byte(clean(text))) {
		terms = append(terms, string(token.Term))
	}
	return terms
}
