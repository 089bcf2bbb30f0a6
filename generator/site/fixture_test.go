package site

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// vocabulary is the one that families read: the tests hold its very words.
func vocabulary(t testing.TB) model.Vocabulary {
	t.Helper()
	words := model.Vocabulary{}
	for _, name := range model.VocabularyNames {
		words[name] = terms(t, "../../data/vocabulary/"+name+".csv")
	}
	return words
}

func terms(t testing.TB, file string) model.Terms {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	law, tag := slices.Index(rows[0], "law"), slices.Index(rows[0], "tag")
	var list model.Terms
	for _, row := range rows[1:] {
		term := model.Term{ID: row[0], Label: row[1], Meaning: row[2]}
		if law >= 0 {
			term.Law = row[law]
		}
		if tag >= 0 {
			term.Tag = row[tag]
		}
		list = append(list, term)
	}
	return list
}

// siteLanguages are those that families read: English, then the others in the
// order of their tags.
func siteLanguages(t testing.TB) model.SiteLanguages {
	t.Helper()
	files, err := filepath.Glob("../../data/languages/*.yaml")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d languages: %v", len(files), err)
	}
	var list model.SiteLanguages
	for _, file := range files {
		if l := siteLanguage(t, file); l.Tag == model.SourceLanguage {
			list = slices.Insert(list, 0, l)
		} else {
			list = append(list, l)
		}
	}
	return list
}

// fewLanguages are English and one of each direction.
func fewLanguages(t testing.TB) model.SiteLanguages {
	return slices.DeleteFunc(siteLanguages(t), func(l model.Language) bool {
		return !slices.Contains([]string{model.SourceLanguage, "pl", "ur"}, l.Tag)
	})
}

// siteLanguage reads a file that has a key and its words on each line.
func siteLanguage(t testing.TB, file string) model.Language {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for line := range strings.Lines(string(text)) {
		key, words, _ := strings.Cut(strings.TrimSpace(line), ":")
		said[key] = strings.Trim(strings.TrimSpace(words), `"`)
	}
	return model.Language{Tag: said["tag"], Name: said["name"], EnglishName: said["english_name"], Direction: said["direction"],
		AskInEnglish: said["ask_in_english"], Strings: said, Where: model.Where{File: file}}
}

var (
	asAt = model.Date{Year: 2026, Month: 11, Day: 21}

	northamEntry = &model.Source{ID: "northam-advice", Rank: model.Entry, Name: "Northam SEND Advice"}
	northCouncil = &model.Source{ID: "northam", Rank: model.Council, Name: "Northam Council"}
	publicPages  = &model.Source{ID: "iass", Rank: model.Register, Name: "Public pages about SEND advice services", What: "Pages we read."}
)

func date(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// told is what the service said on a day; seen what a page showed.
func told(source *model.Source, on string) model.Origin {
	return model.Origin{Record: &model.Record{Source: source}, Checked: model.Checked{On: date(on), By: "manager", How: "phone"}}
}

func seen(page, on string) model.Origin {
	return model.Origin{Record: &model.Record{Source: publicPages, Page: page, Seen: date(on)}}
}

func name(n string, o model.Origin) model.Fact[model.Name] {
	return model.Fact[model.Name]{About: model.GroupName, Value: model.Name{Name: n}, Origin: o}
}

func channel(t model.ChannelType, value string, o model.Origin, dress ...func(*model.Channel)) model.Fact[model.Channels] {
	c := model.Channel{Type: t, Value: value}
	for _, d := range dress {
		d(&c)
	}
	return model.Fact[model.Channels]{About: model.Group(t), Value: model.Channels{c}, Origin: o}
}

func hours(h string) func(*model.Channel)   { return func(c *model.Channel) { c.Hours = h } }
func opened(on string) func(*model.Channel) { return func(c *model.Channel) { c.Opened = date(on) } }

// service is one of kind iass, whose records are those of its facts.
func service(id string, n model.Fact[model.Name], channels ...model.Fact[model.Channels]) *model.Service {
	s := &model.Service{ID: id, Kind: model.IASS, Areas: []string{"northam"}, Name: n, Channels: channels}
	add := func(o model.Origin) {
		if o.Record != nil && !slices.Contains(s.Records, o.Record) {
			s.Records = append(s.Records, o.Record)
		}
	}
	add(n.Origin)
	for _, c := range channels {
		add(c.Origin)
	}
	return s
}

// leads makes the service the area's first contact by its first channel of the type.
func leads(s *model.Service, class model.ContactClass, t model.ChannelType) model.FirstContact {
	f := s.Channel(t)
	return model.FirstContact{Audience: model.Everyone, Class: class, Service: s, Channel: f.Value[0], Origin: f.Origin}
}

// council is the first contact where the council's page is all we have.
func council(s *model.Service, o model.Origin) model.FirstContact {
	return model.FirstContact{Audience: model.Everyone, Class: model.AskCouncil, Service: s,
		Channel: model.Channel{Type: model.Website, Value: "https://www.northam.example.org/local-offer/"}, Origin: o}
}

func nationalLine() *model.Service {
	o := seen("https://family-line.example.org/", "2026")
	s := service("family-line", name("The Family Line", o), channel(model.Phone, "0808 157 0123", o, hours("Monday to Friday, 9am to 5pm")))
	s.Kind, s.Areas = model.National, []string{model.England}
	return s
}

func textLine() *model.Service {
	o := seen("https://text-line.example.org/", "2026")
	s := service("text-line", name("Text Line", o), channel(model.Text, "85258", o))
	s.Kind, s.Areas = model.Urgent, []string{model.England}
	return s
}

// northam is a directory of one area whose first contacts are given.
func northam(t testing.TB, first ...model.FirstContact) (*model.Directory, *model.Area) {
	a := &model.Area{Authority: model.Authority{Slug: "northam", Name: "Northam", Region: "North West", Website: "https://www.northam.example.org/"}, First: first}
	d := &model.Directory{AsAt: asAt, Areas: []*model.Area{a}, Vocabulary: vocabulary(t), Languages: fewLanguages(t), Sources: []*model.Source{publicPages},
		Settings: model.Settings{Name: "Signpost", BaseURL: "https://signpost.example/", MistakesTo: "mistakes@signpost.example", NationalLine: "family-line", UrgentText: "text-line"}}
	d.Services = []*model.Service{nationalLine(), textLine()}
	for _, f := range first {
		if f.Service != nil && !slices.Contains(a.Services, f.Service) {
			a.Services = append(a.Services, f.Service)
			d.Services = append(d.Services, f.Service)
		}
	}
	sortServices(d)
	return d, a
}

func sortServices(d *model.Directory) {
	slices.SortFunc(d.Services, func(a, b *model.Service) int { return strings.Compare(a.ID, b.ID) })
}
