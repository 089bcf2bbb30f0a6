package check

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

var day = model.Date{Year: 2026, Month: 11, Day: 21}

// line is a national or urgent line with one number, told on a day or only seen.
func line(id string, kind model.Kind, t model.ChannelType, number string, told model.Date) *model.Service {
	source := &model.Source{ID: "national", Rank: model.Register}
	if !told.IsZero() {
		source = &model.Source{ID: "entries", Rank: model.Entry}
	}
	r := &model.Record{Source: source, Where: model.Where{File: id, Line: 3}}
	return &model.Service{ID: id, Kind: kind, Areas: []string{model.England}, Records: []*model.Record{r}, Channels: []model.Fact[model.Channels]{{
		About: model.Group(t), Value: model.Channels{{Type: t, Value: number}},
		Origin: model.Origin{Record: r, Checked: model.Checked{On: told, By: "manager", How: "phone"}},
	}}}
}

func directory(services ...*model.Service) *model.Directory {
	return &model.Directory{AsAt: day, Services: services, Settings: model.Settings{MistakesTo: "mistakes@signpost.org.uk"}}
}

func rules(problems []model.Problem) string {
	var names []string
	for _, p := range problems {
		names = append(names, p.Rule)
	}
	return strings.Join(names, " ")
}

func TestRelease(t *testing.T) {
	for _, test := range []struct {
		why     string
		service *model.Service
		want    string
	}{
		{"only seen", line("x", model.National, model.Phone, "0808 157 0123", model.Date{}), "release-unconfirmed"},
		{"told today", line("x", model.National, model.Phone, "0808 157 0123", day), ""},
		{"told 90 days ago", line("x", model.Urgent, model.Phone, "999", model.Date{Year: 2026, Month: 8, Day: 23}), ""},
		{"told 91 days ago", line("x", model.Urgent, model.Phone, "999", model.Date{Year: 2026, Month: 8, Day: 22}), "release-unconfirmed"},
		{"a text number counts too", line("x", model.Urgent, model.Text, "85258", model.Date{}), "release-unconfirmed"},
		{"a website is no number", line("x", model.National, model.Website, "https://x.example.org", model.Date{}), ""},
	} {
		if got := rules(Release(directory(test.service))); got != test.want {
			t.Errorf("%s: %q; want %q", test.why, got, test.want)
		}
	}
}

func TestReleaseMistakes(t *testing.T) {
	d := directory()
	for to, want := range map[string]string{"help@signpost.org.uk": "", "mistakes@signpost.example": "release-mistakes", "a@example.org": "release-mistakes"} {
		d.Settings.MistakesTo = to
		if got := rules(Release(d)); got != want {
			t.Errorf("mistakes to %s: %q; want %q", to, got, want)
		}
	}
}

func TestAreas(t *testing.T) {
	contact := []model.FirstContact{{Audience: model.Everyone, Channel: model.Channel{Value: "https://northam.gov.uk"}}}
	second := line("x", model.IndependentSupport, model.Phone, "01632 960 001", day)
	for _, test := range []struct {
		why  string
		area model.Area
		want string
	}{
		{"a place to start", model.Area{First: contact}, ""},
		{"none at all", model.Area{}, "no-first-contact"},
		{"two services, and which to ring first", model.Area{First: contact, Provision: model.Provision{Kind: model.Dual, SecondIf: "you want company", Services: []*model.Service{second, second}}}, ""},
		{"two services, and no word on which", model.Area{First: contact, Provision: model.Provision{Kind: model.Dual, Services: []*model.Service{second, second}}}, "dual-without-choice"},
	} {
		d := directory()
		d.Areas = []*model.Area{&test.area}
		if got := rules(areas(d)); got != test.want {
			t.Errorf("%s: %q; want %q", test.why, got, test.want)
		}
	}
}

func TestContractEnds(t *testing.T) {
	for until, want := range map[string]string{"2026-11-20": "", "2026-11-22": "contract-ends", "2027-02-19": "contract-ends", "2027-02-20": "", "": ""} {
		s := line("x", model.IASS, model.Phone, "01632 960 001", day)
		d, err := model.ParseDate(until)
		if err != nil {
			t.Fatal(err)
		}
		s.Delivery = model.Fact[model.Delivery]{Value: model.Delivery{Until: d}, Origin: model.Origin{Record: s.Records[0]}}
		if got := rules(contracts(directory(s))); got != want {
			t.Errorf("a contract until %q: %q; want %q", until, got, want)
		}
	}
}

func TestTexts(t *testing.T) {
	rec := &model.Record{Where: model.Where{File: "content/services/northam/x.md"}, BodyLine: 9, Offer: model.Offer{Description: "Fine.\n\nA <b>bold</b> claim."}}
	guide := model.Article{Where: model.Where{File: "content/guides/about.md"}, BodyLine: 6, Body: "[x](javascript:alert(1))"}
	got := texts(&model.Reading{Records: []*model.Record{rec}, Articles: []model.Article{guide}})
	if rules(got) != "raw-html raw-html unsafe-link" || got[0].Where.Line != 11 || got[2].Where.Line != 6 {
		t.Errorf("%v; want raw-html on line 11, for each tag, and unsafe-link on line 6", got)
	}
	rec.Offer.Description, guide.Body = "Fine.", "[x](https://northam.example.org)"
	if got := texts(&model.Reading{Records: []*model.Record{rec}, Articles: []model.Article{guide}}); len(got) > 0 {
		t.Errorf("fine texts: %v", got)
	}
	word := model.Word{ID: "aac", Body: "An <b>aid</b>.", BodyLine: 12, Where: model.Where{File: "content/words/aac.md"}}
	if got := texts(&model.Reading{Words: []model.Word{word}}); len(got) != 2 || got[0].Where.Line != 12 || got[0].Rule != "raw-html" {
		t.Errorf("a word: %v", got)
	}
}

func TestSettings(t *testing.T) {
	row := func(id string, c model.ChannelType) *model.Record {
		return &model.Record{ID: id, Channels: []model.Channel{{Type: c, Value: "999"}}}
	}
	r := &model.Reading{Records: []*model.Record{row("line", model.Phone), row("text", model.Text)}}
	r.Settings.NationalLine, r.Settings.UrgentText = "line", "text"
	if got := settings(r); len(got) > 0 {
		t.Errorf("%v; want nothing", got)
	}
	r.Settings.NationalLine, r.Settings.UrgentText = "text", "nobody"
	if got := rules(settings(r)); got != "unknown-service unknown-service" {
		t.Errorf("%q; want both to be wrong", got)
	}
}
