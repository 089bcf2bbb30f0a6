package site

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

// guided is a directory with two help pages.
func guided(t testing.TB) *views {
	d, _ := northam(t)
	d.Articles = []model.Article{
		{ID: "about", Title: "About", Summary: "What this is."},
		{ID: "crisis", Title: "I need help right now", Summary: "Someone is not safe.", Checked: asAt, Ring: "Ring 999"},
		{ID: "transport", Title: "Getting to school", Summary: "The journey is hard.", Checked: asAt},
		{ID: "languages", Title: "In your language", Summary: "You need it in other words.", Checked: asAt, Order: 2},
		{ID: "waiting", Title: "Waiting", Summary: "No answer has come.", Checked: asAt, Beside: []string{"Your letter"},
			Limit: model.Limit{Says: "The council answers within 98 days", Law: "Example Regulations 1999, regulation 2", Source: "https://www.example.org/law/2"},
			Body:  "## Now\n\nRead [this](/help/transport/), [that](/help/gone/) and [autism](/needs/autism/)."},
	}
	v, err := newViews(d, Options{BaseURL: "https://example.org/signpost/"})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func helpPage(t *testing.T, v *views, id string) helpView {
	t.Helper()
	view, err := v.help(model.Page{Address: model.HelpAddress(id), Kind: model.HelpPage, Help: id})
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// TestLimit: the law is never told without where it stands and whom to ask.
func TestLimit(t *testing.T) {
	v := guided(t)
	got := helpPage(t, v, "waiting").Limit
	if got == nil || Words(got.Says) != "The council answers within 98 days." || got.Check != checkWords ||
		Words(got.Law) != "From the law: Example Regulations 1999, regulation 2." || got.Law[1].Href != "https://www.example.org/law/2" {
		t.Errorf("%+v", got)
	}
	if got := helpPage(t, v, "transport").Limit; got != nil {
		t.Errorf("%+v where nothing is known of the law", got)
	}
}

// TestWhoToRing: each page says who to ring; in a crisis the urgent numbers
// come first, and a page's own words replace the usual ones.
func TestWhoToRing(t *testing.T) {
	v := guided(t)
	for _, test := range []struct{ id, ring, urgent string }{
		{"waiting", ringWords, ""},
		{"crisis", "Ring 999.", "999"},
	} {
		start := helpPage(t, v, test.id).Start
		urgent := ""
		for _, line := range start.Urgent {
			urgent += Words(line)
		}
		if start.Ring != test.ring || (urgent != "") != (test.urgent != "") || !strings.Contains(urgent, test.urgent) {
			t.Errorf("%s: ring %q, urgent %q", test.id, start.Ring, urgent)
		}
		if len(start.National) == 0 || !strings.Contains(Words(start.National[0].Says), "0808 157 0123") || start.Areas.Href != "/signpost/areas/" {
			t.Errorf("%s: no number, or no way to the areas: %+v", test.id, start)
		}
	}
}

// TestGuideLinks: a guide leads to pages of the site wherever that stands, and
// never to one that does not exist.
func TestGuideLinks(t *testing.T) {
	got := helpPage(t, guided(t), "waiting").Body
	want := `<h2>Now</h2>
<p>Read <a href="/signpost/help/transport/">this</a>, that and <a href="/signpost/needs/autism/">autism</a>.</p>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestHelps: moments come in their own order, the others in that of their
// authors, then by title; pages about the site are no help pages.
func TestHelps(t *testing.T) {
	view := guided(t).helps(model.Page{Address: model.HelpsAddress, Kind: model.HelpsPage})
	if got := doorTitles(view.Moments); got != "Waiting, I need help right now" {
		t.Errorf("moments: %s", got)
	}
	if got := doorTitles(view.Others); got != "In your language, Getting to school" {
		t.Errorf("others: %s", got)
	}
	if len(view.Topics) != len(model.Topics) {
		t.Errorf("%d ways to look; want %d", len(view.Topics), len(model.Topics))
	}
}

func doorTitles(doors []doorway) string {
	var titles []string
	for _, d := range doors {
		titles = append(titles, d.Link.Text)
	}
	return strings.Join(titles, ", ")
}

// TestFootIsShort: the foot leads to the list of help pages, and not to each.
func TestFootIsShort(t *testing.T) {
	v := guided(t)
	var foot []string
	for _, s := range v.foot() {
		foot = append(foot, s.Href)
	}
	if got := strings.Join(foot, " "); got != "/signpost/about/ /signpost/help/ /signpost/words/ /signpost/coverage/ /signpost/embed/" {
		t.Error(got)
	}
}
