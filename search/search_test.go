package search

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var documents = []Document{
	{Address: "/areas/northam/", Kind: "area", Title: "Northam", Places: []string{"Castle Ward", "Bridge Ward", "Hill Ward"}, Means: []string{"Northam", "Castle Ward"}},
	{Address: "/areas/westbury-vale/", Kind: "area", Title: "Westbury Vale"},
	{Address: "/services/northam-advice/", Kind: "service", Title: "Northam SEND Advice", Names: []string{"Northam Parent Partnership"}, Places: []string{"Northam"}, Text: "free advice for parents and carers"},
	{Address: "/services/westbury-advice/", Kind: "service", Title: "Westbury SENDIASS", Places: []string{"Westbury Vale"}, Text: "free advice"},
}

func openDocuments(t testing.TB) *Index {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), folder, documents); err != nil {
		t.Fatal(err)
	}
	i, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { i.Close() })
	return i
}

func TestFind(t *testing.T) {
	i := openDocuments(t)
	for _, test := range []struct{ why, query, want string }{
		{"an area by its name", "westbury vale", "/areas/westbury-vale/"},
		{"an area before its services, however many districts it has", "NORTHAM", "/areas/northam/"},
		{"a district leads to its area", "castle ward", "/areas/northam/"},
		{"a former name", "parent partnership", "/services/northam-advice/"},
		{"words are stemmed", "advices for parent in northam", "/services/northam-advice/"},
		{"one wrong letter, where nothing else fits", "nortam", "/areas/northam/"},
	} {
		hits, err := i.Find(context.Background(), test.query, 3)
		if err != nil || len(hits) == 0 || hits[0].Address != test.want {
			t.Errorf("%s: Find(%q) = %v, %v; want %s first", test.why, test.query, hits, err, test.want)
		}
	}
}

func TestFindOddQueries(t *testing.T) {
	i := openDocuments(t)
	for _, q := range []string{"", "   ", strings.Repeat("northam ", 5000), `.*[(\`, "<script>", "شمال", "🙂", "\xff\xfe"} {
		if _, err := i.Find(context.Background(), q, 10); err != nil {
			t.Errorf("Find(%.20q…): %v", q, err)
		}
	}
}

// Equal scores are ordered by address, so that two builds answer alike.
func TestFindTies(t *testing.T) {
	hits, err := openDocuments(t).Find(context.Background(), "free advice", 10)
	if err != nil {
		t.Fatal(err)
	}
	sorted := slices.IsSortedFunc(hits, func(a, b Hit) int {
		if a.Score != b.Score {
			return int(1e9 * (b.Score - a.Score))
		}
		return strings.Compare(a.Address, b.Address)
	})
	if len(hits) < 2 || !sorted {
		t.Errorf("not ordered by score, then address: %v", hits)
	}
}

func TestOpenMissing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "none")
	if _, err := Open(folder); err == nil || !strings.Contains(err.Error(), folder) {
		t.Errorf("Open of a missing index: %v; want an error that names it", err)
	}
}
