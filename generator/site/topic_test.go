package site

import (
	"fmt"
	"strings"
	"testing"

	"signpost/generator/model"
)

func topicPage(t *testing.T, v *views, vocabulary, id string) topicView {
	t.Helper()
	view, err := v.topic(model.Page{Kind: model.TopicPage, Topic: vocabulary, Term: id})
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// listed are a page's services as a reader meets them.
func listed(groups []provided) string {
	var lines []string
	for _, g := range groups {
		for _, a := range g.Areas {
			for _, s := range a.Services {
				lines = append(lines, strings.TrimPrefix(g.Name+"/"+a.Name+": "+s.Text, "/"))
			}
		}
	}
	return strings.Join(lines, "; ")
}

// TestTopicServices: a service stands on the pages of what it says of itself,
// in each of its areas, and one that has ended on none.
func TestTopicServices(t *testing.T) {
	o := told(northamEntry, "2026-11-03")
	advice := service("northam-advice", name("Northam SEND Advice", o))
	advice.Offer.Value = model.Offer{Needs: []string{"autism"}, Support: []string{"forms"}}
	advice.Communities.Value = model.Communities{IDs: []string{"adopted"}}
	gone := service("northam-old", name("Northam Old", o))
	gone.Ended = date("2026-03-31")
	v := guided(t)
	v.d.Services = append(v.d.Services, advice, gone)
	v.d.Areas[0].LocalOffer = &model.Service{Kind: model.LocalOfferSite}
	for _, test := range []struct{ vocabulary, id, want, who string }{
		{"needs", "autism", "Northam: Northam SEND Advice", topicWords["needs"].who},
		{"needs", "deaf", "", "No service has told us yet"},
		{"support", "forms", "Northam: Northam SEND Advice", topicWords["support"].who},
		{"support", "advocacy", "", "No service has told us yet"},
		{"communities", "adopted", "Northam: Northam SEND Advice", topicWords["communities"].who},
		{"communities", "refugees", "", "No service has told us yet"},
		{"kinds", "iass", "Northam: Northam SEND Advice", topicWords["kinds"].who},
		{"kinds", "national", "All of England: The Family Line", topicWords["kinds"].who},
		{"kinds", "local-offer", "Northam: Local offer of Northam", topicWords["kinds"].who},
		{"kinds", "mediation", "", "We do not know of one yet"},
	} {
		view := topicPage(t, v, test.vocabulary, test.id)
		if got := listed(view.Groups); got != test.want || !strings.HasPrefix(view.Who, test.who) {
			t.Errorf("%s, %s: %q, %q; want %q, %q", test.vocabulary, test.id, got, view.Who, test.want, test.who)
		}
		if len(view.Start.National) == 0 {
			t.Errorf("%s, %s: no number", test.vocabulary, test.id)
		}
	}
}

// TestTopicRegions: many services are put away by region.
func TestTopicRegions(t *testing.T) {
	v := guided(t)
	for i := range mostOpen {
		s := service(fmt.Sprintf("northam-%d", i), name("Northam Group", told(northamEntry, "2026-11-03")))
		s.Kind = model.PeerGroup
		v.d.Services = append(v.d.Services, s)
	}
	if got := topicPage(t, v, "kinds", "peer-group").Groups; len(got) != 1 || got[0].Name != "" {
		t.Errorf("%d services: %d groups; want one without a name", mostOpen, len(got))
	}
	more := *v.d.Services[len(v.d.Services)-1]
	v.d.Services = append(v.d.Services, &more)
	if got := topicPage(t, v, "kinds", "peer-group").Groups; len(got) != 1 || got[0].Name != "North West" {
		t.Errorf("one more: %+v; want the region's name", got)
	}
}

// TestTopicWords: a page tells families their own words, and leads to the help
// pages that those words lead to.
func TestTopicWords(t *testing.T) {
	v := guided(t)
	v.d.Vocabulary["synonyms"] = model.Terms{
		{ID: "asd", Label: "ASD", GoesTo: []string{"need:autism", "help:waiting"}},
		{ID: "autism", Label: "autism", GoesTo: []string{"need:autism"}},
		{ID: "masking", Label: "masking", GoesTo: []string{"need:autism", "help:waiting", "help:gone"}},
		{ID: "meltdowns", Label: "meltdowns", GoesTo: []string{"need:feelings-behaviour", "need:autism", "help:transport"}},
	}
	view := topicPage(t, v, "needs", "autism")
	if view.Also != "ASD and masking" {
		t.Errorf("families also say %q", view.Also)
	}
	if got := doorTitles(view.Helps); got != "Waiting, Getting to school" {
		t.Errorf("help pages: %s", got)
	}
	if view := topicPage(t, v, "needs", "deaf"); view.Also != "" || view.Helps != nil {
		t.Errorf("deaf: %q, %v; want nothing", view.Also, view.Helps)
	}
}

// TestTopicPages: every term has a page and stands in its list; a term that
// nobody wrote has none.
func TestTopicPages(t *testing.T) {
	v := guided(t)
	pages := map[string]bool{}
	for _, p := range Pages(v.d) {
		pages[p.Address] = true
	}
	for _, topic := range model.Topics {
		view, err := v.topics(model.Page{Kind: model.TopicsPage, Topic: topic.Vocabulary})
		if err != nil || len(view.Terms) != len(v.d.Vocabulary[topic.Vocabulary]) || !pages[topic.List] {
			t.Errorf("%s: %d terms, %v", topic.Vocabulary, len(view.Terms), err)
		}
		for _, door := range view.Terms {
			if address := "/" + strings.TrimPrefix(door.Link.Href, "/signpost/"); !pages[address] {
				t.Errorf("%s has no page", address)
			}
		}
	}
	for _, p := range []model.Page{{Topic: "needs", Term: "gone"}, {Topic: "moments", Term: "waiting"}} {
		if _, err := v.topic(p); err == nil {
			t.Errorf("%+v has a view", p)
		}
	}
}
