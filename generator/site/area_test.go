package site

import (
	"encoding/json"
	"strings"
	"testing"

	"signpost/generator/model"
)

// TestWhich: where two organisations help, the page says which to ring first,
// what each is for, and what to do if that is no help; else it says nothing.
func TestWhich(t *testing.T) {
	first := service("parents", name("Parent Advice", told(northamEntry, "2026-11-03")), channel(model.Phone, "01632 960 201", told(northamEntry, "2026-11-03")))
	second := service("youth", name("Youth Advice", told(northamEntry, "2026-11-03")), channel(model.Phone, "01632 960 210", told(northamEntry, "2026-11-03")))
	second.Audience = model.Fact[model.Audience]{About: model.GroupAudience, Value: model.Audience{IDs: []string{model.YoungPeople}}, Origin: told(northamEntry, "2026-11-03")}
	d, a := northam(t, leads(first, model.RingService, model.Phone))
	v := &views{d: d, base: rootBase}
	for _, test := range []struct {
		provision model.Provision
		want      string
	}{
		{model.Provision{Kind: model.NotKnown, Services: []*model.Service{first}}, "null"},
		{model.Provision{Kind: model.Single, Services: []*model.Service{first}}, "null"},
		{model.Provision{Kind: model.Dual, Services: []*model.Service{first, second}}, "Ring this one if you are a child or young person."},
		{model.Provision{Kind: model.Dual, Services: []*model.Service{first, second}, SecondIf: "you are 16 to 25"}, "Ring this one if you are 16 to 25."},
		{model.Provision{Kind: model.Multiple, Services: []*model.Service{first, second}}, "You can choose. Not sure? Ring Parent Advice."},
	} {
		a.Provision = test.provision
		got := inJSON(t, v.which(a, first))
		if !strings.Contains(got, test.want) {
			t.Errorf("%s: %s; want %q", test.provision.Kind, got, test.want)
		}
		if test.want != "null" && (!strings.Contains(got, "Ring this one first.") || !strings.Contains(got, "Youth Advice") || !strings.Contains(got, "Young people.")) {
			t.Errorf("%s: %s", test.provision.Kind, got)
		}
	}
}

func inJSON(t *testing.T, view any) string {
	t.Helper()
	text, err := json.Marshal(view)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestDoing: what nobody told us is no "no"; and what a list saw is no answer.
func TestDoing(t *testing.T) {
	does := func(o model.Origin, support ...string) *model.Service {
		s := service("s-"+support[0], name("Help with "+support[0], o))
		s.Offer = model.Fact[model.Offer]{About: model.GroupOffer, Value: model.Offer{Support: support}, Origin: o}
		return s
	}
	now := told(northamEntry, "2026-11-03")
	d, _ := northam(t)
	v := &views{d: d, base: rootBase}
	if got := v.doing([]*model.Service{does(now, "advice"), does(seen("https://x.example.org", "2026"), "forms")}); got != nil {
		t.Errorf("a table of one service: %+v", got)
	}
	table := v.doing([]*model.Service{does(now, "forms", "advice"), does(now, "peer", "advice")})
	var rows []string
	for _, r := range table.Rows {
		rows = append(rows, r.Help+": "+strings.Join(r.Cells, ","))
	}
	if got := strings.Join(rows, "; "); got != "Advice: Yes,Yes; Help with forms and letters: Yes,; Talking to other families: ,Yes" {
		t.Error(got)
	}
}

// TestQuiet: the ways on which nobody has to speak, of the service and of the
// others; silence where there are none.
func TestQuiet(t *testing.T) {
	now := told(northamEntry, "2026-11-03")
	rings := service("rings", name("Rings", now), channel(model.Phone, "01632 960 201", now))
	writes := service("writes", name("Writes", now), channel(model.Website, "https://w.example.org", now), channel(model.Text, "07700 900 140", now), channel(model.BSLRelay, "https://w.example.org/sign", now))
	d, _ := northam(t)
	v := &views{d: d, base: rootBase}
	if q := v.quiet(rings, []*model.Service{writes}); len(q.Blocks) > 0 || len(q.Others) != 1 || !strings.Contains(Words(q.Relay), "18001") {
		t.Errorf("%+v", q)
	}
	if q := v.quiet(writes, []*model.Service{rings}); len(q.Blocks) != 1 || len(q.Blocks[0].Contacts) != 2 || q.Others != nil || q.Relay != nil {
		t.Errorf("%+v", q)
	}
}

// TestEditions: every other form of an area's page, those in other languages
// by their own names, and never the page itself.
func TestEditions(t *testing.T) {
	d, _ := northam(t)
	d.Languages = model.SiteLanguages{{Tag: model.SourceLanguage, Name: "English"}, {Tag: "ur", Name: "اردو", Direction: model.RightToLeft}}
	v := &views{d: d, base: rootBase}
	v.forms.once.Do(func() {
		v.forms.of = map[string][]model.Page{"northam": {
			{Address: "/areas/northam/", Kind: model.AreaPage, Area: "northam"},
			{Address: "/ur/areas/northam/", Kind: model.LanguageAreaPage, Area: "northam", Language: "ur"},
			{Address: "/areas/northam/easy-read/", Kind: model.EasyReadPage, Area: "northam"},
		}}
	})
	for address, want := range map[string]string{
		"/areas/northam/":           "Easy Read, with pictures /areas/northam/easy-read/; اردو /ur/areas/northam/ ur rtl",
		"/areas/northam/easy-read/": "The whole page /areas/northam/; اردو /ur/areas/northam/ ur rtl",
	} {
		var list []string
		for _, e := range v.editions(model.Page{Address: address, Area: "northam"}) {
			list = append(list, strings.TrimSpace(strings.Join([]string{e.Page.Text, e.Page.Href, e.Tag, e.Direction}, " ")))
		}
		if got := strings.Join(list, "; "); got != want {
			t.Errorf("%s: %s; want %s", address, got, want)
		}
	}
	v = &views{d: d, base: rootBase}
	v.forms.once.Do(func() {})
	if got := v.editions(model.Page{Address: "/areas/northam/", Kind: model.AreaPage, Area: "northam"}); len(got) > 0 {
		t.Errorf("of pages that do not exist: %+v", got)
	}
}

// TestTaking: a waiting list stands on the sign while it holds, and a browser
// takes it away afterwards.
func TestTaking(t *testing.T) {
	now := told(northamEntry, "2026-11-03")
	s := service("northam-advice", name("Northam SEND Advice", now), channel(model.Phone, "01632 960 123", now))
	s.Status = model.Fact[model.Status]{About: model.GroupStatus, Value: model.Status{ID: "waiting-list"}, Origin: now}
	d, a := northam(t, leads(s, model.RingService, model.Phone))
	var notice Line
	for _, l := range Sign(d, a, model.Everyone).Board {
		if l.Part == NoticePart {
			notice = l
		}
	}
	if Words(notice.Says) != "It takes new families, but you have to wait." || notice.Until != "2027-02-01" || Words(notice.After) != "Waiting list then. We do not know about now." {
		t.Errorf("%+v", notice)
	}
	s.Status.Value.ID = "open"
	if text := Sign(d, a, model.Everyone).Text(); strings.Contains(text, "takes new families") {
		t.Errorf("the sign says of an open service:\n%s", text)
	}
}

// TestMedia: a clip is a link, and its words stand beside it, or that they are
// missing.
func TestMedia(t *testing.T) {
	d, _ := northam(t)
	v := &views{d: d, base: rootBase}
	for _, test := range []struct {
		clip model.Clip
		want string
	}{
		{model.Clip{Kind: "bsl", Title: "Us", URL: "https://n.example.org/v", Transcript: "https://n.example.org/w"}, "Video in British Sign Language: Us, https://n.example.org/v: Read the words of “Us”, https://n.example.org/w"},
		{model.Clip{Kind: "audio", Title: "Us", URL: "https://n.example.org/v", Transcript: "We listen."}, "Recording to listen to: Us, https://n.example.org/v: Its words: We listen."},
		{model.Clip{Kind: "explainer", Title: "Us", URL: "javascript:alert(1)"}, "Video: Us, : Nobody has written down its words yet."},
	} {
		c := v.clip(test.clip)
		got := c.Kind + ": " + c.Title.Text + ", " + c.Title.Href + ": " + Words(c.Words)
		if c.Text != "" {
			got += " " + c.Text
		}
		if c.Words[0].Href != "" {
			got += ", " + c.Words[0].Href
		}
		if got != test.want {
			t.Errorf("%s; want %s", got, test.want)
		}
	}
}

// TestUrgentFrom: the numbers for an emergency stand with where they are from
// and how old that is.
func TestUrgentFrom(t *testing.T) {
	d, _ := northam(t)
	page := seen("https://urgent-help.example.org/", "2026-03")
	for id, number := range map[string]string{"emergency-services": "999", "nhs-111": "111"} {
		s := service(id, name(strings.ToUpper(id), page), channel(model.Phone, number, page))
		s.Kind, s.Areas = model.Urgent, []string{model.England}
		d.Services = append(d.Services, s)
	}
	sortServices(d)
	v := &views{d: d, base: rootBase}
	want := "EMERGENCY-SERVICES and NHS-111: seen on urgent-help.example.org in March 2026. Text Line: seen on text-line.example.org in 2026."
	if got := Words(v.urgentFrom()); got != want {
		t.Errorf("%s; want %s", got, want)
	}
}
