package model

import "testing"

// found is a directory with one page of each kind that words can lead to.
func found() *Directory {
	return &Directory{
		Areas:    []*Area{{Authority: Authority{Slug: "northam"}}},
		Articles: []Article{{ID: AboutArticle}, {ID: "waiting"}},
		Vocabulary: Vocabulary{"needs": {{ID: "autism"}}, "communities": {{ID: "adopted"}},
			"support": {{ID: "forms"}}, "kinds": {{ID: "iass"}}, "moments": {{ID: "waiting"}}},
	}
}

// TestTargets: what a target means is a page, and a guide may link to it.
func TestTargets(t *testing.T) {
	d := found()
	for target, want := range map[string]string{
		"help:waiting": "/help/waiting/", "need:autism": "/needs/autism/", "community:adopted": "/communities/adopted/",
		"support:forms": "/support/forms/", "kind:iass": "/kinds/iass/",
	} {
		got, ok := d.TargetAddress(target)
		if !ok || got != want || !d.HasPage(got) || !IsAddress(got) {
			t.Errorf("%s leads to %q, %v; want %q", target, got, ok, want)
		}
	}
	for _, target := range []string{"help:about", "help:gone", "need:forms", "moment:waiting", "needs:autism", "waiting", "help:", ""} {
		if got, ok := d.TargetAddress(target); ok {
			t.Errorf("%q leads to %s", target, got)
		}
	}
}

func TestHasPage(t *testing.T) {
	d := found()
	for address, want := range map[string]bool{
		"/": true, "/help/": true, "/areas/northam/": true, "/needs/": true,
		"/areas/gone/": false, "/help/about/": false, "/help/waiting": false, "/needs/autism/more/": false, "/moments/waiting/": false, "": false, "help/waiting/": false, "//help/waiting/": false,
	} {
		if got := d.HasPage(address); got != want {
			t.Errorf("HasPage(%q) = %v", address, got)
		}
	}
}

// TestArticleAddress: the three about the site keep their addresses.
func TestArticleAddress(t *testing.T) {
	for id, want := range map[string]string{"about": "/about/", "privacy": "/privacy/", "accessibility": "/accessibility/", "waiting": "/help/waiting/", "find": "/help/find/"} {
		if got := (Article{ID: id}).Address(); got != want {
			t.Errorf("%s: %s; want %s", id, got, want)
		}
	}
}
