package quality

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

var asAt = date("2026-11-21")

func date(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var (
	entries  = &model.Source{ID: "entries", Rank: model.Entry, Name: "The service itself"}
	council  = &model.Source{ID: "councils/northam", Rank: model.Council, Name: "Northam council"}
	register = &model.Source{ID: "iass", Rank: model.Register, Name: "Public pages"}
)

func told(source *model.Source, on string) model.Origin {
	r := &model.Record{Source: source, Where: model.Where{File: "content/services/northam/advice.md", Line: 1}, Areas: []string{"northam"}, Checked: map[model.Group]model.Checked{}}
	c := model.Checked{On: date(on), By: "service manager", How: "phone"}
	r.Checked[model.GroupName] = c
	return model.Origin{Record: r, Checked: c}
}

func seen(page, on string, line int) model.Origin {
	return model.Origin{Record: &model.Record{Source: register, Page: page, Seen: date(on), Where: model.Where{File: "data/registers/iass.csv", Line: line}, Areas: []string{"northam"}}}
}

func channel(t model.ChannelType, value string, o model.Origin) model.Fact[model.Channels] {
	return model.Fact[model.Channels]{About: model.Group(t), Value: model.Channels{{Type: t, Value: value}}, Origin: o}
}

// advice is an advice service that told its name and number on a day.
func advice(on string, channels ...model.Fact[model.Channels]) *model.Service {
	o := told(entries, on)
	return &model.Service{ID: "advice", Kind: model.IASS, Areas: []string{"northam"}, Records: []*model.Record{o.Record},
		Name:     model.Fact[model.Name]{About: model.GroupName, Value: model.Name{Name: "Northam SEND Advice"}, Origin: o},
		Channels: append([]model.Fact[model.Channels]{channel(model.Phone, "01632 960 123", o)}, channels...)}
}

func northam(services ...*model.Service) *model.Directory {
	a := &model.Area{Authority: model.Authority{Slug: "northam", Name: "Northam", Website: "https://www.northam.example.org/"}}
	for _, s := range services {
		if s.Ended.IsZero() {
			a.Services = append(a.Services, s)
		} else {
			a.History = append(a.History, s)
		}
	}
	return &model.Directory{AsAt: asAt, Areas: []*model.Area{a}, Services: services,
		Vocabulary: model.Vocabulary{"channels": {{ID: "phone", Label: "Phone"}, {ID: "website", Label: "Website"}}, "routes": {{ID: "self-phone", Label: "Ring them"}}}}
}

func factOf(t *testing.T, s Service, g model.Group) Fact {
	t.Helper()
	i := slices.IndexFunc(s.Facts, func(f Fact) bool { return f.Group == g })
	if i < 0 {
		t.Fatalf("%s has no fact %s", s.ID, g)
	}
	return s.Facts[i]
}

// TestBands: a fact goes from confirmed to old by its days alone, and never
// from the report.
func TestBands(t *testing.T) {
	for _, test := range []struct {
		on      string
		band    model.Band
		age     int
		overdue bool
	}{
		{"2026-11-21", model.Confirmed, 0, false},
		{"2026-08-23", model.Confirmed, 90, false},
		{"2026-08-22", model.ToldBefore, 91, true},
		{"2025-11-21", model.ToldBefore, 365, true},
		{"2025-11-20", model.RingFirst, 366, true},
		{"2001-01-01", model.RingFirst, 9455, true},
	} {
		a, ok := New(northam(advice(test.on)), nil).Area("northam")
		if !ok {
			t.Fatal("no report of northam")
		}
		f := factOf(t, a.Services[0], model.Group(model.Phone))
		if f.Known != Told || f.Band != test.band || f.Age != test.age || f.Overdue != test.overdue || f.Value != "01632 960 123" {
			t.Errorf("told on %s: %+v", test.on, f)
		}
	}
}

// TestSeen: what was only seen is never due, and names its page.
func TestSeen(t *testing.T) {
	s := advice("2026-11-01", channel(model.Website, "https://x.example.org/", seen("https://page.example.org/a", "2024-03", 7)))
	a, _ := New(northam(s), nil).Area("northam")
	f := factOf(t, a.Services[0], model.Group(model.Website))
	if f.Known != Seen || f.Band != model.OnlySeen || !f.Due.IsZero() || f.From != "https://page.example.org/a" {
		t.Errorf("%+v", f)
	}
}

// TestWithheld: a number of a register that may be a person's own is nowhere in
// the report, in none of its forms, nor in what it says of a conflict.
func TestWithheld(t *testing.T) {
	s := advice("2026-11-01")
	s.Channels[0] = model.Fact[model.Channels]{About: model.Group(model.Phone), Conflict: true, Others: []model.Other{
		{Text: "01632 960 001", Origin: seen("https://a.example.org/", "2024", 2), Because: "two pages give different numbers"},
		{Text: "01632 960 002", Origin: seen("https://b.example.org/", "2024", 3), Because: "two pages give different numbers"},
		{Text: "07700 900 405", Origin: seen("https://c.example.org/", "2024", 4), Because: "is a mobile number, which may be a person's own"},
		{Text: "01632 960 499", Origin: seen("https://d.example.org/", "", 5), Because: "is doubtful"},
	}}
	r := New(northam(s), nil)
	var text bytes.Buffer
	if err := WriteText(&text, r.Areas()); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(r.Report())
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	for _, row := range Table(r.Areas()) {
		table.WriteString(strings.Join(row, "|"))
	}
	for name, report := range map[string]string{"text": text.String(), "json": string(data), "table": table.String()} {
		if strings.Contains(report, "900 405") || strings.Contains(report, "960 499") {
			t.Errorf("the %s holds a number that is withheld:\n%s", name, report)
		}
		if !strings.Contains(report, "01632 960 002") || !strings.Contains(report, model.WithheldWords) {
			t.Errorf("the %s lacks what two pages say, or that something is withheld:\n%s", name, report)
		}
	}
	a, _ := r.Area("northam")
	if len(a.Doubts) != 1 || a.Doubts[0].Rule != "conflicting-numbers" {
		t.Errorf("doubts: %v", a.Doubts)
	}
}

// TestDoubts: what merging could not decide stands with the area of its row,
// of its folder, and nowhere else; other problems are none.
func TestDoubts(t *testing.T) {
	s := advice("2026-11-01", channel(model.Website, "https://x.example.org/", seen("https://a.example.org/", "2024", 7)))
	s.Records = append(s.Records, s.Channels[1].Origin.Record)
	got, _ := New(northam(s), []model.Problem{
		{Rule: "uncertain-join", Where: model.Where{File: "data/registers/iass.csv", Line: 7}, Sentence: "one"},
		{Rule: "graded-twice", Where: model.Where{File: "data/registers/iass.csv", Line: 8}, Sentence: "of another area"},
		{Rule: "first-contact-kind", Where: model.Where{File: "data/councils/northam/council.yaml", Line: 3}, Sentence: "two"},
		{Rule: "bad-phone", Where: model.Where{File: "content/services/northam/x.md", Line: 3}, Sentence: "no doubt"},
	}).Area("northam")
	var says []string
	for _, d := range got.Doubts {
		says = append(says, d.Rule+" "+d.Says)
	}
	if strings.Join(says, "; ") != "uncertain-join one; first-contact-kind two" {
		t.Errorf("%q", says)
	}
}

// TestAsk: the service itself comes first, then its council, then nobody.
func TestAsk(t *testing.T) {
	offer := &model.Service{ID: "northam-local-offer", Kind: model.LocalOfferSite, Areas: []string{"northam"},
		Channels: []model.Fact[model.Channels]{channel(model.Email, "offer@northam.example.org", told(council, "2026-10-01"))}}
	nameless := advice("2026-11-01")
	nameless.Channels = nil
	foreign := advice("2026-11-01")
	foreign.Channels[0].Value[0].ContactOf = "the council's SEND team"
	for _, test := range []struct {
		why     string
		service *model.Service
		area    *model.Area
		want    string
	}{
		{"its own number", advice("2026-11-01"), &model.Area{}, "the service (service manager), 01632 960 123"},
		{"no contact", nameless, &model.Area{LocalOffer: offer}, "the council, offer@northam.example.org"},
		{"somebody else's number", foreign, &model.Area{Authority: model.Authority{Website: "https://www.northam.example.org/"}}, "the council, https://www.northam.example.org/"},
		{"a national line", nameless, nil, "nobody is known"},
		{"nothing at all", nameless, &model.Area{}, "nobody is known"},
	} {
		if got := ask(test.service, test.area).String(); got != test.want {
			t.Errorf("%s: ask %s; want %s", test.why, got, test.want)
		}
	}
}

// TestAlphabet: areas stand by name whatever their points, and the report says
// that it is no league table.
func TestAlphabet(t *testing.T) {
	d := northam(advice("2026-11-01"))
	d.Areas = append(d.Areas, &model.Area{Authority: model.Authority{Slug: "x-first", Name: "Ashby"}})
	report := New(d, nil).Report()
	var names []string
	for _, a := range report.Areas {
		names = append(names, a.Name)
	}
	if got := strings.Join(names, ", "); got != "Ashby, Northam, All of England" || !strings.Contains(report.Note, "not a league table") {
		t.Errorf("%s: %s", got, report.Note)
	}
}

// TestSharedOnce: a service of two areas stands in both, and counts once.
func TestSharedOnce(t *testing.T) {
	s := advice("2026-11-01")
	d := northam(s)
	d.Areas = append(d.Areas, &model.Area{Authority: model.Authority{Slug: "zed", Name: "Zed"}, Services: []*model.Service{s}})
	areas := New(d, nil).Areas()
	if n := areas[1].Counts().Confirmed; n != 2 {
		t.Errorf("%d facts confirmed in the second area; want 2", n)
	}
	if all := CountAll(areas); all.Services != 1 || all.Confirmed != 2 {
		t.Errorf("%+v; want each service once", all)
	}
}

// TestChangesOf: an area has the changes that were written for it, and those of
// services that it shares, by whatever id they had then.
func TestChangesOf(t *testing.T) {
	s := advice("2026-11-01")
	s.Was = []string{"old-id"}
	d := northam(s)
	d.Changes = []model.Change{{Area: "zed", Service: "old-id"}, {Area: "northam", Service: "gone"}, {Area: "zed", Service: "other"}}
	var ids []string
	for _, c := range ChangesOf(d, "northam") {
		ids = append(ids, c.Service)
	}
	if strings.Join(ids, " ") != "old-id gone" {
		t.Errorf("%v", ids)
	}
}

// TestWords: ids are told in plain words, and a description is counted.
func TestWords(t *testing.T) {
	r := New(northam(), nil)
	for want, value := range map[string]model.Value{
		"routes: Ring them":    model.Access{Routes: []string{"self-phone"}},
		"description: 3 words": model.Offer{Description: "We\nhelp  you."},
	} {
		if got := r.words(value); got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
}

// TestTable: each row has every column.
func TestTable(t *testing.T) {
	for _, row := range Table(New(northam(advice("2024-11-01")), nil).Areas()) {
		if len(row) != len(Columns) {
			t.Errorf("%d cells of %d: %q", len(row), len(Columns), row)
		}
	}
}

// BenchmarkReport makes the report on 10,000 services.
func BenchmarkReport(b *testing.B) {
	var services []*model.Service
	for i := range 10_000 {
		s := advice("2026-10-01", channel(model.Website, "https://x.example.org/", seen("https://p.example.org/", "2024", i)))
		s.ID = fmt.Sprint("advice-", i)
		services = append(services, s)
	}
	d := northam(services...)
	for b.Loop() {
		if n := len(New(d, nil).Report().Areas[0].Services); n != len(services) {
			b.Fatalf("%d services", n)
		}
	}
}
