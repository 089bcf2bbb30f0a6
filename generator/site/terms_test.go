package site

import (
	"strings"
	"testing"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// withWords are the views of a directory that knows words.
func withWords(t *testing.T) *views {
	t.Helper()
	v := guided(t)
	v.d.Words = []model.Word{
		{ID: "plan", Title: "EHC plan", Also: []string{"EHCP"}, Short: "A legal paper.", GoesTo: []string{"help:waiting", "need:autism", "help:gone"}, Says: []string{"the plan"},
			Law: "Example Regulations 1999, regulation 2", LawSource: "https://www.example.org/law/2", Body: "Not an EHCP, and no mediation."},
		{ID: "mediation", Title: "Mediation", Short: "A talk."},
		{ID: "school", Title: "School", Short: "A place.", Unlinked: true},
		{ID: "11-plus", Title: "11 plus", Short: "A test."},
	}
	v.terms = prose.NewGlossary(Terms(v.d), func(id string) string { return v.href(model.WordAddress(id)) })
	return v
}

// links are the words with links, and where these lead.
func links(says []Span) string {
	var list []string
	for _, s := range says {
		if s.Href != "" {
			list = append(list, s.Text+" "+s.Href)
		}
	}
	return strings.Join(list, ", ")
}

// TestTermsOfAPage: a term is linked where it first stands, and once.
func TestTermsOfAPage(t *testing.T) {
	l := withWords(t).linking()
	for _, test := range []struct {
		says []Span
		want string
	}{
		{plain("An EHCP from school."), "EHCP /signpost/words/#plan"},
		{plain("The EHC plan again, and mediation."), "mediation /signpost/words/#mediation"},
		{plain("Mediation."), ""},
	} {
		got := l.spans(test.says)
		if links(got) != test.want || Words(got) != Words(test.says) {
			t.Errorf("%q: %q has links %q; want %q", Words(test.says), Words(got), links(got), test.want)
		}
	}
}

// TestNoTermInLinks: names and links stay as they are. What others wrote is
// linked, and stays marked as theirs.
func TestNoTermInLinks(t *testing.T) {
	l := withWords(t).linking()
	says := []Span{{Text: "Mediation of Northam", Href: "/services/x/"}, {Text: "Mediation of Southam", Own: prose.OwnName}, {Text: "EHCP", Tel: "1"}}
	if got := l.spans(says); links(got) != "Mediation of Northam /services/x/" || len(got) != 3 {
		t.Errorf("%+v", got)
	}
	for _, s := range l.spans([]Span{{Text: "“An EHCP, please”", Own: prose.OwnWords}}) {
		if s.Own != prose.OwnWords {
			t.Errorf("%+v", s)
		}
	}
}

// TestFactsAreNotShared: linking the facts of one page leaves those of another
// as they were.
func TestFactsAreNotShared(t *testing.T) {
	facts := []fact{known("What it does", nil, "", plain("It helps with mediation."))}
	if got := withWords(t).linking().facts(facts); links(got[0].Says[0]) == "" || links(facts[0].Says[0]) != "" {
		t.Errorf("%+v, %+v", got, facts)
	}
}

// TestGlossary: words by letter, each with its law and with the ways on that exist.
func TestGlossary(t *testing.T) {
	v := withWords(t)
	view, err := v.glossary(model.Page{Address: model.WordsAddress, Kind: model.WordsPage})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, l := range view.Letters {
		for _, w := range l.Words {
			order = append(order, l.Name+" "+w.Title)
		}
	}
	if got := strings.Join(order, ", "); got != "0-9 11 plus, E EHC plan, M Mediation, S School" {
		t.Error(got)
	}
	w := view.Letters[1].Words[0]
	if got := links(w.Goes); got != "Waiting /signpost/help/waiting/, Autism /signpost/needs/autism/" {
		t.Error(got)
	}
	if w.Written != "EHCP" || w.Says != "the plan" || Words(w.Law) != "From the law: Example Regulations 1999, regulation 2." || view.Check != checkWords {
		t.Errorf("%+v", w)
	}
	if want := `<p>Not an EHCP, and no <a href="/signpost/words/#mediation">mediation</a>.</p>`; strings.TrimSpace(w.Body) != want {
		t.Errorf("got %s; want %s", w.Body, want)
	}
	if law := view.Letters[2].Words[0].Law; law != nil {
		t.Errorf("%+v where nothing is known of the law", law)
	}
}
