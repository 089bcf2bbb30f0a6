package answer

import (
	"slices"
	"testing"

	"signpost/search"
)

// TestOrder: what is urgent is first, then what happens to a family, whom it
// happens to, overviews, and what words mean besides; of equals the better.
func TestOrder(t *testing.T) {
	page := func(address, kind string) search.Hit {
		return search.Hit{Address: address, Row: search.Row{Kind: kind}}
	}
	meant := []search.Hit{page("start", KindOverview), page("autism", "need"), page("besides", KindHelp), page("appeal", KindHelp), page("transport", KindHelp), page("crisis", KindUrgent)}
	recognised := []search.Recognised{{Targets: []string{"start"}}, {Targets: []string{"autism", "besides"}}, {Targets: []string{"appeal"}},
		{Targets: []string{"transport", "start"}}, {Targets: []string{"crisis"}}, {}}
	found := []search.Hit{{Address: "transport", Score: 2}, {Address: "besides", Score: 9}, {Address: "appeal", Score: 1}}
	order(meant, recognised, found)
	var got []string
	for _, h := range meant {
		got = append(got, h.Address)
	}
	if want := []string{"crisis", "transport", "appeal", "autism", "start", "besides"}; !slices.Equal(got, want) {
		t.Errorf("%v; want %v", got, want)
	}
}
