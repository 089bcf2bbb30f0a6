package site

import (
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// TestPaper: each audience has its own words, nobody promises young people what
// only the service can, and silence about the post is said.
func TestPaper(t *testing.T) {
	v, err := newViews(whole(t), Options{BaseURL: "https://signpost.example/", Preview: true})
	if err != nil {
		t.Fatal(err)
	}
	a := v.d.Area("northam")
	for _, audience := range paperAudiences {
		first := a.FirstFor(model.Everyone)
		first.Audience = audience
		a.First = append(a.First, first)
	}
	for _, p := range paperPages(a) {
		view, err := v.paper(p)
		if err != nil {
			t.Fatal(err)
		}
		keeps := slices.ContainsFunc(view.Promises.Labels, func(l string) bool { return strings.Contains(l, "keep what you say") })
		if young := p.Audience == model.YoungPeople; keeps == young {
			t.Errorf("%s promises to keep what is said: %t", p.Address, keeps)
		}
		if says := Words(view.Post.Says); says != "We have not been told a postal address." {
			t.Errorf("%s: %q", p.Address, says)
		}
		if !strings.Contains(view.By, "21 November 2026") || !strings.Contains(view.By, previewWords) {
			t.Errorf("%s does not say when, or that it is a preview: %q", p.Address, view.By)
		}
		if p.Audience == model.YoungPeople && strings.Contains(view.Ask+view.Meet.Say+strings.Join(view.Meet.Steps, " "), "your child") {
			t.Errorf("%s speaks to parents", p.Address)
		}
	}
}

// TestFoldLine: lines end before their 76th byte, and letters stay whole.
func TestFoldLine(t *testing.T) {
	folded := foldLine("NOTE:" + strings.Repeat("é", 100))
	for line := range strings.SplitSeq(strings.TrimSuffix(folded, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsRune(line, '\uFFFD') {
			t.Errorf("%d bytes: %q", len(line), line)
		}
	}
	if back := strings.ReplaceAll(folded, "\r\n ", ""); back != "NOTE:"+strings.Repeat("é", 100)+"\r\n" {
		t.Errorf("unfolded it is %q", back)
	}
	if got := cardText("a, b; c\\d\ne"); got != `a\, b\; c\\d\ne` {
		t.Errorf("%q", got)
	}
}
