package search_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/search"
	"signpost/search/corpus"
)

// A golden is what the reader is compared with (reader/parity.ts).
type golden struct {
	Analysis [][2]any      `json:"analysis,omitempty"`
	Crisis   [][2]string   `json:"crisis,omitempty"`
	Queries  []goldenQuery `json:"queries"`
}

type goldenQuery struct {
	Question goldenQuestion `json:"question"`
	Filter   search.Filter  `json:"filter"`
	Plan     search.Plan    `json:"plan"`
	Hits     []goldenHit    `json:"hits"`
	Total    int            `json:"total"`
	Counts   search.Counts  `json:"counts,omitempty"`
}

type goldenQuestion struct {
	Text  string   `json:"text"`
	Whole string   `json:"whole,omitempty"`
	Exact bool     `json:"exact,omitempty"`
	Packs []string `json:"packs,omitempty"`
}

type goldenHit struct {
	Address string  `json:"address"`
	Score   float64 `json:"score"`
}

// A built is a corpus, its index and its export.
type built struct {
	documents []search.Document
	index     *search.Index
	files     search.Files
}

// build indexes documents and exports them.
func build(t testing.TB, documents []search.Document) built {
	t.Helper()
	ctx, folder := context.Background(), filepath.Join(t.TempDir(), "index")
	if err := search.Build(ctx, folder, documents, corpus.Lexicon()); err != nil {
		t.Fatal(err)
	}
	files, err := search.Export(ctx, folder, documents)
	if err != nil {
		t.Fatal(err)
	}
	index, err := search.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { index.Close() })
	return built{documents, index, files}
}

// write writes the export into a folder, for a program to load it.
func (b built) write(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	for _, f := range b.files.List {
		name := filepath.Join(folder, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// golden asks the index the questions.
func (b built) golden(t testing.TB, asked []asked) golden {
	t.Helper()
	var g golden
	ctx := context.Background()
	for n, a := range asked {
		q := goldenQuery{Question: goldenQuestion(a.question), Filter: a.filter}
		var err error
		if q.Plan, err = b.index.Plan(ctx, a.question); err != nil {
			t.Fatal(err)
		}
		hits, total, err := b.index.Find(ctx, q.Plan, a.filter, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			q.Hits = append(q.Hits, goldenHit{h.Address, h.Score})
		}
		q.Total = total
		if n%4 == 0 {
			if q.Counts, err = b.index.Counts(ctx, q.Plan, a.filter); err != nil {
				t.Fatal(err)
			}
		}
		g.Queries = append(g.Queries, q)
	}
	return g
}

// saved writes a value as JSON into a new file.
func saved(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "golden.json")
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// An asked is a question with a filter.
type asked struct {
	question search.Question
	filter   search.Filter
}

// A questioner invents questions about a corpus.
type questioner struct {
	*rand.Rand
	documents []search.Document
}

// questions invents n questions of all sorts, asked of everything, of packs
// and with filters.
func questions(documents []search.Document, n int, seed int64) []asked {
	q := questioner{rand.New(rand.NewSource(seed)), documents}
	var list []asked
	for i := range n {
		list = append(list, q.ask(i))
	}
	return list
}

func (q questioner) ask(i int) asked {
	d := q.documents[q.Intn(len(q.documents))]
	a := asked{question: search.Question{Text: q.text(i%sorts, d), Exact: q.Intn(10) == 0}}
	if q.Intn(6) == 0 {
		a.question.Whole = d.Title
	}
	switch i / sorts % 3 {
	case 1:
		packs := [][]string{d.Tags.Areas, {search.GroupHelp}, append([]string{search.GroupHelp}, d.Tags.Areas...), q.documents[0].Tags.Areas}[q.Intn(4)]
		a.question.Packs, a.filter.Packs = packs, packs
		if q.Intn(3) == 0 { // planned for some packs, asked of others
			a.filter.Packs = append([]string{search.GroupHelp}, q.documents[q.Intn(len(q.documents))].Tags.Areas...)
		}
	case 2:
		a.filter = q.filter(d)
	}
	return a
}

// sorts is how many sorts of questions there are.
const sorts = 13

// text is a question of a sort: names, words of a page, slips, phrases of the
// lexicon, more words than are looked for, nothing.
func (q questioner) text(sort int, d search.Document) string {
	words := strings.Fields(d.Text + " " + d.Title)
	some := func(n int) string {
		var list []string
		for range n {
			list = append(list, words[q.Intn(len(words))])
		}
		return strings.Join(list, " ")
	}
	lexicon := corpus.Lexicon()
	switch sort {
	case 0:
		return d.Title
	case 1, 2:
		return some(1 + q.Intn(3))
	case 3:
		return q.typo(some(1)) + " " + q.typo(some(1))
	case 4:
		return lexicon.Synonyms[q.Intn(len(lexicon.Synonyms))].Typed + " " + some(q.Intn(2))
	case 5:
		return some(q.Intn(2)) + " " + lexicon.Misspellings[q.Intn(len(lexicon.Misspellings))].Typed + " " + q.typo(some(1))
	case 6:
		return some(11 + q.Intn(20))
	case 7:
		return "xyzzyplugh " + some(1)
	case 8:
		return []string{"", "the", "who are you", "it's what I've had", "advice", "free advice", "XQZ help", "HELP WITH SWIMING", "ECHPS 2024 20244", "sending SEND sends", "sendin", "help with AUTISN", "schoolz in EHQ", "mony", "the ÉCOLE", "żłobku ŻŁOBEK"}[q.Intn(16)]
	case 9:
		return strings.ToUpper(some(2))
	case 10:
		return strings.Join(append(d.Names, d.Places...), " ")
	case 11:
		typed := everyday[q.Intn(len(everyday))]
		return []string{typed, strings.ToLower(typed), strings.ToUpper(typed)}[q.Intn(3)] + " " + some(q.Intn(3))
	}
	return q.typo(d.Title)
}

// everyday is what has another meaning in capitals, or is wholly made of stop
// words, and a slip that turns to words with other letters.
var everyday = []string{"ADD", "the unit", "SLEEP", "money", "kids taxi", "what now", "who can help me"}

// typo changes one letter of a text, or swaps two.
func (q questioner) typo(text string) string {
	letters := []rune(text)
	if len(letters) < 5 {
		return text
	}
	at := 1 + q.Intn(len(letters)-2)
	switch q.Intn(4) {
	case 0:
		letters[at], letters[at+1] = letters[at+1], letters[at]
	case 1:
		letters[at] = 'e'
	case 2:
		letters = slices.Delete(letters, at, at+1)
	default:
		letters = slices.Insert(letters, at, letters[at])
	}
	return string(letters)
}

// filter asks for some of what a document has, and for other values beside.
func (q questioner) filter(d search.Document) search.Filter {
	f := search.Filter{}
	other := q.documents[q.Intn(len(q.documents))]
	choose := func(mine, others []string) []string {
		if q.Intn(4) > 0 {
			return nil
		}
		return append(slices.Clone(mine), others...)
	}
	if q.Intn(3) == 0 {
		f.Groups = []string{d.Group}
	}
	f.Tags = search.Tags{
		Areas: choose(d.Tags.Areas, other.Tags.Areas), Kinds: choose(d.Tags.Kinds, other.Tags.Kinds),
		Needs: choose(d.Tags.Needs, other.Tags.Needs), Ages: choose(d.Tags.Ages, nil), Communities: choose(d.Tags.Communities, nil),
		Languages: choose(d.Tags.Languages, []string{"klingon"}), Support: choose(d.Tags.Support, nil), Channels: choose(d.Tags.Channels, other.Tags.Channels),
	}
	return f
}

// census counts what the questions of a golden have tried.
func (g golden) census() string {
	var hits, ties, synonyms, maybe, slips, near, filters, packs, whole, counts, missing int
	add := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	for _, q := range g.Queries {
		add(&hits, len(q.Hits) > 0)
		add(&ties, slices.ContainsFunc(q.Hits, func(h goldenHit) bool {
			return slices.ContainsFunc(q.Hits, func(o goldenHit) bool { return o.Score == h.Score && o.Address != h.Address })
		}))
		add(&synonyms, len(q.Plan.Synonyms) > 0)
		add(&maybe, len(q.Plan.Maybe) > 0)
		add(&slips, len(q.Plan.Replaced)+len(q.Plan.Offered) > 0)
		add(&near, len(q.Plan.Near) > 0)
		add(&filters, len(q.Filter.Packs) == 0 && fmt.Sprint(q.Filter) != fmt.Sprint(search.Filter{}))
		add(&packs, len(q.Filter.Packs) > 0)
		add(&whole, slices.ContainsFunc(q.Plan.Clauses, func(c search.Clause) bool { return strings.HasPrefix(c.Terms[0].Term, "=") }))
		add(&counts, len(q.Counts) > 0)
		add(&missing, len(q.Plan.Missing) > 0)
	}
	return fmt.Sprintf("%d questions: %d with hits, %d with ties, %d with synonyms, %d with everyday words, %d with slips, %d with near words, %d with filters, %d of packs, %d whole names, %d with words missing, %d counted",
		len(g.Queries), hits, ties, synonyms, maybe, slips, near, filters, packs, whole, missing, counts)
}

// goldenFile is a small golden for readers, and for browsers: 36 questions
// about corpus.Documents(200, 1).
const goldenFile = "testdata/golden/questions.json"

// TestGolden: the answers to the questions of the small golden are as they
// were. "UPDATE=1 go test ./search" writes them anew; look at the difference.
func TestGolden(t *testing.T) {
	documents := corpus.Documents(200, 1)
	b := build(t, documents)
	got := b.golden(t, questions(documents, 36, 1))
	if os.Getenv("UPDATE") != "" {
		writeGolden(t, got)
	}
	text, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	var want golden
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if len(got.Queries) != len(want.Queries) {
		t.Fatalf("%d questions; want %d", len(got.Queries), len(want.Queries))
	}
	for n, q := range got.Queries {
		if got, want := q.rounded(t), want.Queries[n].rounded(t); got != want {
			t.Errorf("%s; want %s", got, want)
		}
	}
	var wrong []string
	node(t, script(t, comparing), &wrong, b.write(t), goldenFile)
	report(t, wrong)
}

// rounded is the answer as text, with scores as exact as any machine has them.
func (q goldenQuery) rounded(t *testing.T) string {
	t.Helper()
	q.Hits = slices.Clone(q.Hits)
	for i := range q.Hits {
		q.Hits[i].Score = math.Round(q.Hits[i].Score*1e9) / 1e9
	}
	text, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// writeGolden writes a golden with a question on each line.
func writeGolden(t *testing.T, g golden) {
	t.Helper()
	var lines []string
	for _, q := range g.Queries {
		text, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(text))
	}
	if err := os.MkdirAll(filepath.Dir(goldenFile), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "{\"queries\":[\n" + strings.Join(lines, ",\n") + "\n]}\n"
	if err := os.WriteFile(goldenFile, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
