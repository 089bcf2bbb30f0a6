package search

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var documents = []Document{
	{Address: "/areas/northam/", Group: "area", Kind: "area", Title: "Northam", Places: []string{"Castle Ward", "Bridge Ward", "Hill Ward"}, Tags: Tags{Areas: []string{"northam"}}},
	{Address: "/areas/westbury-vale/", Group: "area", Kind: "area", Title: "Westbury Vale", Tags: Tags{Areas: []string{"westbury-vale"}}},
	{Address: "/services/northam-advice/", Group: "service", Kind: "iass", Title: "Northam SEND Advice", Names: []string{"Northam Parent Partnership"}, Places: []string{"Northam"}, Text: "free advice for parents and carers",
		Tags: Tags{Areas: []string{"northam"}, Kinds: []string{"iass"}, Needs: []string{"autism"}}},
	{Address: "/services/westbury-advice/", Group: "service", Kind: "iass", Title: "Westbury SENDIASS", Places: []string{"Westbury Vale"}, Text: "free advice about autism; sending letters",
		Tags: Tags{Areas: []string{"westbury-vale", "northam"}, Kinds: []string{"iass"}}},
	{Address: "/help/ehc-plan/", Group: GroupHelp, Kind: "help", Title: "EHC plans", Summary: "What a plan is.", Text: "advice about the plan of a council"},
	{Address: "/help/swimming/", Group: GroupHelp, Kind: "help", Title: "Swimming", Text: "lessons in water, for those who swim, without lesions"},
}

var lexicon = Lexicon{
	Synonyms: []Synonym{
		{Typed: "EHCP", Means: "EHC plan", Targets: []string{"/help/ehc-plan/"}},
		{Typed: "the statement", Means: "EHC plan"},
		{Typed: "what now", Means: "swim"},
		{Typed: "who can help me", Means: "advice", Targets: []string{"/help/ehc-plan/"}},
		{Typed: "ADD", Means: "autism", Targets: []string{"/help/swimming/"}, Offer: true},
		{Typed: "the water", Means: "swimming", Offer: true},
	},
	Misspellings: []Misspelling{{Typed: "ad d", Means: "ADD"}, {Typed: "ECHP", Means: "EHCP"}, {Typed: "cams", Means: "CAMHS", Offer: true}, {Typed: "e.h.c plan", Means: "EHC plan"}},
	Crisis:       []Crisis{{Typed: "kill myself", Kind: "self-harm"}, {Typed: "he's hitting me", Kind: "danger"}},
}

func openDocuments(t testing.TB) *Index {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), folder, documents, lexicon); err != nil {
		t.Fatal(err)
	}
	i, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { i.Close() })
	return i
}

// addresses is what a question finds, the best first.
func (i *Index) addresses(t testing.TB, q Question, f Filter) []string {
	t.Helper()
	p, err := i.Plan(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	hits, total, err := i.Find(context.Background(), p, f, 10)
	if err != nil || total != len(hits) {
		t.Fatalf("Find(%+v) = %d of %d, %v", q, len(hits), total, err)
	}
	var list []string
	for _, h := range hits {
		list = append(list, h.Address)
	}
	return list
}

func TestFind(t *testing.T) {
	i := openDocuments(t)
	for _, test := range []struct {
		why string
		Question
		Filter
		first string
		n     int
	}{
		{"an area by its name", Question{Text: "westbury vale"}, Filter{}, "/areas/westbury-vale/", 2},
		{"an area before its services, however many districts it has", Question{Text: "NORTHAM"}, Filter{}, "/areas/northam/", 2},
		{"a district leads to its area", Question{Text: "castle ward"}, Filter{}, "/areas/northam/", 1},
		{"a former name", Question{Text: "parent partnership"}, Filter{}, "/services/northam-advice/", 1},
		{"words are stemmed", Question{Text: "advices for parent in northam"}, Filter{}, "/services/northam-advice/", 4},
		{"a wrong letter, where nothing fits", Question{Text: "nortam"}, Filter{Groups: []string{"area"}}, "/areas/northam/", 1},
		{"two wrong letters of a long word", Question{Text: "partnreshipp"}, Filter{}, "/services/northam-advice/", 1},
		{"no wrong letter when the words are taken as they are", Question{Text: "nortam", Exact: true}, Filter{}, "", 0},
		{"a slip of the lexicon", Question{Text: "my ECHP"}, Filter{}, "/help/ehc-plan/", 1},
		{"a synonym", Question{Text: "the statements"}, Filter{}, "/help/ehc-plan/", 1},
		{"a phrase of nothing but stop words", Question{Text: "what now?"}, Filter{}, "/help/swimming/", 1},
		{"stop words beside a phrase of them", Question{Text: "and who can help me with it"}, Filter{Groups: []string{GroupHelp}}, "/help/ehc-plan/", 1},
		{"stop words without a meaning", Question{Text: "who am I"}, Filter{}, "", 0},
		{"an everyday word's meaning is looked for", Question{Text: "please add"}, Filter{}, "/services/westbury-advice/", 1},
		{"an acronym is never another", Question{Text: "an EHCC please"}, Filter{}, "", 0},
		{"sending is not SEND", Question{Text: "SEND"}, Filter{}, "/services/northam-advice/", 1},
		{"all that was typed is a name", Question{Text: "advice", Whole: "Westbury sendiass"}, Filter{}, "/services/westbury-advice/", 3},
		{"only a place was typed", Question{}, Filter{Tags: Tags{Areas: []string{"northam"}}}, "/areas/northam/", 3},
		{"nothing was typed", Question{}, Filter{}, "", 0},
		{"a group", Question{Text: "northam"}, Filter{Groups: []string{"service"}}, "/services/northam-advice/", 1},
		{"two tags both hold", Question{Text: "advice"}, Filter{Tags: Tags{Areas: []string{"northam"}, Needs: []string{"autism"}}}, "/services/northam-advice/", 1},
		{"values of a tag are alternatives", Question{Text: "advice"}, Filter{Tags: Tags{Areas: []string{"northam", "westbury-vale"}}}, "/services/northam-advice/", 2},
		{"a pack knows its own words only", Question{Text: "Swiming", Packs: []string{"northam"}}, Filter{Packs: []string{"northam"}}, "", 0},
		{"a pack of help", Question{Text: "advice", Packs: []string{GroupHelp}}, Filter{Packs: []string{GroupHelp}}, "/help/ehc-plan/", 1},
	} {
		got := i.addresses(t, test.Question, test.Filter)
		if len(got) != test.n || test.n > 0 && got[0] != test.first {
			t.Errorf("%s: %v finds %v; want %d, %s first", test.why, test.Question, got, test.n, test.first)
		}
	}
}

// TestPlanReasons: a plan says what it made of the words.
func TestPlanReasons(t *testing.T) {
	i := openDocuments(t)
	for text, want := range map[string]string{
		"my ECHP":               `replaced [{ECHP EHCP}] offered [] synonyms [{EHCP EHC plan [/help/ehc-plan/]}] maybe [] near [] missing []`,
		"Cams advice":           `replaced [] offered [{Cams CAMHS}] synonyms [] maybe [] near [] missing [Cams]`,
		"swiming":               `replaced [] offered [] synonyms [] maybe [] near [{swiming [swim]}] missing []`,
		"lessin":                `replaced [] offered [] synonyms [] maybe [] near [{lessin [lesson]}] missing []`,
		"advice 20245":          `replaced [] offered [] synonyms [] maybe [] near [] missing [20245]`,
		"E.H.C plans!":          `replaced [{E.H.C plans EHC plan}] offered [] synonyms [] maybe [] near [] missing []`,
		"who can help me":       `replaced [] offered [] synonyms [{who can help me advice [/help/ehc-plan/]}] maybe [] near [] missing []`,
		"add":                   `replaced [] offered [] synonyms [{add autism [/help/swimming/]}] maybe [] near [] missing []`,
		"Has he ADD?":           `replaced [] offered [] synonyms [{ADD autism [/help/swimming/]}] maybe [] near [] missing []`,
		"has he ad d":           `replaced [{ad d ADD}] offered [] synonyms [{ADD autism [/help/swimming/]}] maybe [] near [] missing []`,
		"add advice":            `replaced [] offered [] synonyms [] maybe [{add autism [/help/swimming/]}] near [] missing []`,
		"ADD ADVICE":            `replaced [] offered [] synonyms [] maybe [{ADD autism [/help/swimming/]}] near [] missing []`,
		"advice, the WATER too": `replaced [] offered [] synonyms [] maybe [{the WATER swimming []}] near [] missing []`,
	} {
		p, err := i.Plan(context.Background(), Question{Text: text})
		got := fmt.Sprintf("replaced %v offered %v synonyms %v maybe %v near %v missing %v", p.Replaced, p.Offered, p.Synonyms, p.Maybe, p.Near, p.Missing)
		if err != nil || got != want {
			t.Errorf("Plan(%q): %s, %v; want %s", text, got, err, want)
		}
	}
}

func TestFindOddQueries(t *testing.T) {
	i := openDocuments(t)
	for _, q := range []string{"", "   ", strings.Repeat("northam ", 5000), `.*[(\`, "<script>", "شمال", "🙂", "\xff\xfe", "=northam"} {
		i.addresses(t, Question{Text: q}, Filter{})
	}
}

// Equal scores are ordered by address, so that two builds answer alike.
func TestFindTies(t *testing.T) {
	got := openDocuments(t).addresses(t, Question{}, Filter{Groups: []string{"area", "service", GroupHelp}})
	if len(got) != len(documents) || !slices.IsSorted(got) {
		t.Errorf("all documents of equal score are %v; want all, by address", got)
	}
}

func TestCounts(t *testing.T) {
	counts, err := openDocuments(t).Counts(context.Background(), Plan{}, Filter{Packs: []string{"northam"}, Groups: []string{"service"}})
	want := "map[areas:map[northam:2 westbury-vale:1] group:map[service:2] kinds:map[iass:2] needs:map[autism:1]]"
	if err != nil || fmt.Sprint(counts) != want {
		t.Errorf("Counts = %v, %v; want %s", counts, err, want)
	}
}

// TestRows: rows come in the order of the addresses, without those that are
// no documents.
func TestRows(t *testing.T) {
	hits, err := openDocuments(t).Rows(context.Background(), []string{"/help/swimming/", "/none/", "/areas/northam/"})
	if err != nil || len(hits) != 2 || hits[0].Row.Title != "Swimming" || hits[1].Row.Title != "Northam" {
		t.Errorf("Rows = %v, %v", hits, err)
	}
}

func TestKnown(t *testing.T) {
	i := openDocuments(t)
	for word, want := range map[string]bool{"advice": true, "parents": true, "the": true, "Northampton": false} {
		if got, err := i.Known(context.Background(), word); got != want || err != nil {
			t.Errorf("Known(%q) = %t, %v", word, got, err)
		}
	}
}

func TestInCrisis(t *testing.T) {
	for text, want := range map[string]string{
		"I want to kill myself": "self-harm", "KILL  MYSELF.": "self-harm", "hes hitting me": "danger", "He’s hitting me": "danger",
		"skill myself": "", "kill": "", "": "",
	} {
		if got := lexicon.InCrisis(text); got != want {
			t.Errorf("InCrisis(%q) = %q; want %q", text, got, want)
		}
	}
}

func TestOpenMissing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "none")
	if _, err := Open(folder); err == nil || !strings.Contains(err.Error(), folder) {
		t.Errorf("Open of a missing index: %v; want an error that names it", err)
	}
}

func TestBuildRefuses(t *testing.T) {
	for _, list := range [][]Document{{{Title: "no address"}}, {documents[0], documents[0]}} {
		err := Build(context.Background(), filepath.Join(t.TempDir(), "index"), list, Lexicon{})
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%q", list[0].Address)) {
			t.Errorf("Build: %v; want an error that names the address", err)
		}
	}
}

// FuzzPlan: any text makes a plan that Bleve and the reader add up alike.
func FuzzPlan(f *testing.F) {
	i := openDocuments(f)
	for _, text := range []string{"", "my ECHP", "the statement of SENDIASS", strings.Repeat("water ", 300), "\xff", "cams cams swimin", "=northam", "İẞ'S"} {
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, exact bool) {
		p, err := i.Plan(context.Background(), Question{Text: text, Exact: exact})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Clauses) > maxTerms {
			t.Errorf("%d clauses; at most %d", len(p.Clauses), maxTerms)
		}
		for _, c := range p.Clauses {
			if len(c.Terms) == 0 || len(c.Terms) > max(maxNear, 1+maxMeant) {
				t.Errorf("%q stands for %d terms", c.Word, len(c.Terms))
			}
			for _, term := range c.Terms {
				if n, err := i.documents(context.Background(), term.Term); n == 0 || err != nil {
					t.Errorf("no document has %q: %v", term.Term, err)
				}
			}
		}
		if _, _, err := i.Find(context.Background(), p, Filter{}, 3); err != nil {
			t.Error(err)
		}
	})
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b       string
		most, want int
	}{
		{"autism", "autism", 2, 0}, {"austism", "autism", 2, 1}, {"auitsm", "autism", 2, 1}, {"atism", "autism", 2, 1},
		{"autysm", "autism", 2, 1}, {"ca", "abc", 3, 3}, {"school", "autism", 2, 3}, {"", "ab", 2, 2}, {"a", "abcd", 2, 3}, {"żółw", "żołw", 1, 1},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := distance([]rune(pair[0]), []rune(pair[1]), test.most); got != test.want {
				t.Errorf("distance(%q, %q, %d) = %d; want %d", pair[0], pair[1], test.most, got, test.want)
			}
		}
	}
}
