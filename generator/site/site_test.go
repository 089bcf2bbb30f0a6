package site

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"signpost/generator/model"
)

const theme = "../../themes/signpost"

// The hostile values that a directory may hold: each has to stay words.
var hostile = []string{
	"<script>alert(1)</script>", "{{< youtube x >}}", "{{ .Site.BaseURL }}", "\"><img src=x onerror=alert(1)>",
	"../../../etc/passwd", "---\nurl: /index.html\n---", "</textarea><script>alert(2)</script>", "javascript:alert(3)",
}

// whole is a directory with every kind of page, and hostile words in it.
func whole(t testing.TB) *model.Directory {
	first := toldService("2026-11-03")
	first.Records[0].Where = model.Where{File: "content/services/northam/northam-advice.md", Line: 1}
	first.Offer = model.Fact[model.Offer]{Origin: first.Name.Origin, Value: model.Offer{
		Purpose: strings.Join(hostile, " "), Support: []string{"advice"}, AskInstead: []string{"northam-mediation"},
		Description: "# About us\n\nWe *help*. " + strings.Join(hostile, "\n\n") + "\n\n[bad](javascript:alert(4)) [good](https://northam-advice.example.org/)"}}
	first.Independence = model.Fact[model.Independence]{Origin: first.Name.Origin, Value: model.Independence{PaidBy: "Northam Council", ArmsLength: "yes"}}
	first.Delivery = model.Fact[model.Delivery]{Origin: first.Name.Origin, Value: model.Delivery{RunBy: "Family Voice Northam, a charity", Model: "commissioned-charity"}}
	first.Name.Value.Former = []string{hostile[0], hostile[3]}
	first.Alert = model.Fact[model.Alert]{Origin: first.Name.Origin, Value: model.Alert{Text: strings.Join(hostile, " "), Until: date("2026-12-04")}}
	d, a := northam(t, leads(first, model.RingService, model.Phone))
	d.Changes = []model.Change{{On: date("2026-11-03"), Area: "northam", Service: "northam-advice", Group: model.GroupName, Was: hostile[0], Is: hostile[3], By: hostile[1], How: "phone"}}
	a.Districts = []model.District{{Slug: "lowvale", Name: "Lowvale"}}
	a.OtherNames = []string{hostile[3]}
	a.Neighbours = []string{"easthaven"}
	addEasthaven(d)
	addMediation(d, a)
	d.Ended = []*model.Area{{Authority: model.Authority{Slug: "oldshire", Name: "Oldshire", Until: date("2026-03-31"), Successors: []string{"easthaven", "northam"}}}}
	d.Articles = []model.Article{
		{ID: "about", Title: "About", Summary: "What this is.", Checked: asAt, Body: "## Hello\n\n" + strings.Join(hostile, "\n\n")},
		{ID: "crisis", Title: "I need help right now", Summary: "Someone is not safe.", Checked: asAt},
		{ID: "other-nations", Title: "Outside England " + hostile[0], Summary: hostile[1], Checked: asAt, Also: hostile, Ring: hostile[3], Beside: hostile,
			Limit: model.Limit{Says: hostile[0], Law: hostile[2], Source: hostile[7]}, Body: "[x](" + hostile[4] + ") [y](/help/crisis/)\n\n" + strings.Join(hostile, "\n\n")},
	}
	d.Vocabulary["synonyms"] = model.Terms{{ID: "x", Label: hostile[0], Meaning: "autism", GoesTo: []string{"need:autism", "help:other-nations"}}}
	d.Moved = []model.Moved{{From: "/areas/E06999001/", To: "/areas/northam/"}}
	return d
}

// addEasthaven: an area of which only a page was seen, under a hostile name.
func addEasthaven(d *model.Directory) {
	o := seen("https://www.easthaven.example.org/send", "2024")
	s := service("easthaven-iass", name("Easthaven SENDIASS "+hostile[0], o), channel(model.Website, "javascript:alert(5)", o))
	s.Areas = []string{"easthaven"}
	a := &model.Area{Authority: model.Authority{Slug: "easthaven", Name: "Easthaven", Region: "South East", Website: "data:text/html,x", Neighbours: []string{"northam"}},
		First: []model.FirstContact{leads(s, model.OpenService, model.Website)}, Services: []*model.Service{s}}
	d.Areas = append([]*model.Area{a}, d.Areas...)
	d.Services = append(d.Services, s)
	sortServices(d)
}

func addMediation(d *model.Directory, a *model.Area) {
	o := seen("https://mediation.example.org/", "")
	s := service("northam-mediation", name("Northam Mediation", o), channel(model.Phone, "01632 960 777", o))
	s.Kind = model.Mediation
	a.Services = append(a.Services, s)
	d.Services = append(d.Services, s)
	sortServices(d)
}

func write(t testing.TB, d *model.Directory, o Options) string {
	t.Helper()
	o.Out, o.Theme = t.TempDir(), theme
	if err := Write(context.Background(), d, o); err != nil {
		t.Fatal(err)
	}
	return o.Out
}

var rendered struct {
	sync.Once
	pages map[string]*html.Node // by file
	files map[string]string
}

// site renders the whole directory once, for all tests that only look at it.
func site(t *testing.T) (pages map[string]*html.Node, files map[string]string) {
	rendered.Do(func() {
		rendered.files = tree(t, write(t, whole(t), Options{BaseURL: "https://example.org/signpost/", LeftOut: []model.Problem{{Rule: "bad-phone", Sentence: hostile[0]}}}))
		rendered.pages = map[string]*html.Node{}
		for name, content := range rendered.files {
			if strings.HasSuffix(name, ".html") {
				rendered.pages[name], _ = html.Parse(strings.NewReader(content))
			}
		}
	})
	return rendered.pages, rendered.files
}

// tree reads a folder, by path.
func tree(t testing.TB, root string) map[string]string {
	files := map[string]string{}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(root, name)
		files[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func elements(n *html.Node, tag string) []*html.Node {
	var found []*html.Node
	for e := range n.Descendants() {
		if e.Type == html.ElementNode && e.Data == tag {
			found = append(found, e)
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var words strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			words.WriteString(e.Data + " ")
		}
	}
	return strings.Join(strings.Fields(words.String()), " ")
}

// TestPagesAreWritten: each page of the list has its file, and no other page has.
func TestPagesAreWritten(t *testing.T) {
	pages, _ := site(t)
	wanted := map[string]bool{}
	for _, p := range Pages(whole(t)) {
		file := strings.TrimPrefix(p.Address, "/")
		if strings.HasSuffix(p.Address, "/") {
			file += "index.html"
		}
		wanted[file] = true
		if pages[file] == nil {
			t.Errorf("%s was not written", p.Address)
		}
	}
	for file := range pages {
		if !wanted[file] {
			t.Errorf("%s is nobody's page", file)
		}
	}
}

// TestEveryPage holds for all pages alike: language, title, one heading of the
// first rank, a main part, no word unfilled, nothing escaped twice.
func TestEveryPage(t *testing.T) {
	pages, files := site(t)
	languages := siteLanguages(t)
	for file, page := range pages {
		frame := strings.HasPrefix(file, "embed/") && file != "embed/index.html"
		root := elements(page, "html")[0]
		l, other := languages.Find(strings.Split(file, "/")[0])
		if !other {
			l = model.Language{Tag: "en-GB", Direction: "ltr"}
		}
		if lang, dir := attribute(root, "lang"), attribute(root, "dir"); lang != l.Tag || dir != l.Direction {
			t.Errorf("%s: lang is %q, dir %q", file, lang, dir)
		}
		if title := elements(page, "title"); len(title) != 1 || !strings.Contains(text(title[0]), "Signpost") {
			t.Errorf("%s: no title", file)
		}
		if n := len(elements(page, "h1")); n != 1 && !frame || n != 0 && frame {
			t.Errorf("%s: %d headings of the first rank", file, n)
		}
		if len(elements(page, "main")) != 1 {
			t.Errorf("%s: no main part", file)
		}
		for _, bad := range []string{"&amp;amp;", "&amp;lt;", "ZgotmplZ", "<no value>", "{page}", "{date}", "{service}", "[]", "map["} {
			if strings.Contains(files[file], bad) {
				t.Errorf("%s: %q", file, bad)
			}
		}
		checkIDs(t, file, page)
	}
}

func checkIDs(t *testing.T, file string, page *html.Node) {
	taken := map[string]bool{}
	for n := range page.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if taken[id] {
				t.Errorf("%s: two elements have the id %q", file, id)
			}
			taken[id] = true
		}
	}
}

// isPicture reports whether an address is that of one of our own pictures.
func isPicture(src string) bool {
	return slices.ContainsFunc(model.Pictures, func(p model.Picture) bool { return src == "/signpost"+model.PictureAddress(p.Name) })
}

// TestNothingHostileRuns: the only pictures are our own, those of our own guide,
// and QR codes; scripts, styles, handlers and links come from the
// theme alone, whatever words the directory holds.
func TestNothingHostileRuns(t *testing.T) {
	pages, _ := site(t)
	for file, page := range pages {
		for n := range page.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			src := attribute(n, "src")
			drawn := n.Data == "img" && (strings.HasPrefix(src, "/signpost"+model.ProvidersAddress) || isPicture(src)) ||
				n.Data == "svg" && attribute(n, "class") == "sp-qr__code"
			if slices.Contains([]string{"style", "img", "iframe", "object", "embed", "svg"}, n.Data) && !drawn {
				t.Errorf("%s: <%s>", file, n.Data)
			}
			if n.Data == "script" && (!strings.HasPrefix(attribute(n, "src"), "/signpost/assets/") || n.FirstChild != nil) {
				t.Errorf("%s: a script of somebody's own", file)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s: <%s %s>", file, n.Data, a.Key)
				}
				if (a.Key == "href" || a.Key == "src" || a.Key == "action") && !harmlessLink(a.Val) {
					t.Errorf("%s: <%s %s=%q>", file, n.Data, a.Key, a.Val)
				}
			}
		}
	}
}

func harmlessLink(href string) bool {
	for _, prefix := range []string{"/signpost/", "https://", "mailto:", "tel:", "sms:", "#"} {
		if strings.HasPrefix(href, prefix) {
			return true
		}
	}
	return false
}

// TestHostileWordsStay: what people wrote is shown, not swallowed.
func TestHostileWordsStay(t *testing.T) {
	pages, _ := site(t)
	shown := text(pages["services/northam-advice/index.html"])
	for _, words := range []string{"{{< youtube x >}}", "{{ .Site.BaseURL }}", "javascript:alert(3)", "good"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is gone", words)
		}
	}
	if !strings.Contains(text(pages["coverage/index.html"]), hostile[0]) {
		t.Error("the record that was left out is not listed")
	}
}

// TestLinksResolve: every link inside the site leads to a file of it, and each
// fragment to an element.
func TestLinksResolve(t *testing.T) {
	pages, files := site(t)
	for file, page := range pages {
		for n := range page.Descendants() {
			for _, key := range []string{"href", "src"} {
				link, ok := strings.CutPrefix(attribute(n, key), "/signpost/")
				if !ok {
					continue
				}
				link, _, _ = strings.Cut(link, "#/") // a place inside of the editing form
				if strings.HasSuffix(link, "/") || link == "" {
					link += "index.html"
				}
				if _, ok := files[link]; !ok {
					t.Errorf("%s: dead link %s", file, attribute(n, key))
				}
			}
		}
	}
}
