package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// The limits of personas.md for an area in Easy Read.
const (
	kevWords  = 80 // of the page itself, without its frame
	kevFlesch = 80 // Flesch reading ease, without the names of services
)

// TestP2Kev: Kev reads little, and holds a phone. From the area's page he comes
// to Easy Read, sees one big number beside a picture, and rings. With script and
// without, on a small phone.
func TestP2Kev(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			tab := browser(t)
			l := look{width: 320, script: script}
			meet(t, tab, l, host+"/areas/leeds/")
			to := evaluate[string](t, tab, `(document.querySelector("a[href$='/areas/leeds/easy-read/']") || {}).href || ""`)
			if to == "" {
				t.Fatal("the area's page does not lead to Easy Read")
			}
			meet(t, tab, l, to)
			if got := evaluate[string](t, tab, `(() => {
				const a = document.querySelector("main a[href='tel:+441133785020']"), r = a.getBoundingClientRect();
				return a.textContent.trim() + (r.height < 44 || r.width < 44 ? ", too small" : "") + (r.bottom > 700 ? ", below the first screen" : "");
			})()`); got != "0113 378 5020" {
				t.Errorf("the button: %s", got)
			}
			if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
				t.Errorf("scrolls sideways by %d px", wide)
			}
			for _, bad := range evaluate[[]string](t, tab, unseenPictures) {
				t.Errorf("a picture: %s", bad)
			}
		})
	}
	t.Run("print", func(t *testing.T) {
		tab := browser(t)
		for _, address := range []string{"/areas/leeds/easy-read/", "/areas/barnet/easy-read/", "/help/crisis/easy-read/", "/help/draft-plan/easy-read/"} {
			meet(t, tab, look{width: 800, media: "print", script: true}, host+address)
			if n := printed(t, tab); n != 1 {
				t.Errorf("%s prints on %d sides", address, n)
			}
		}
	})
}

// unseenPictures are those without words for them, or that do not load.
const unseenPictures = `(async () => {
	const pictures = [...document.querySelectorAll("main img")];
	for (const i of pictures) i.loading = "eager";
	await Promise.all(pictures.map(i => i.decode().catch(() => undefined)));
	return (pictures.length < 4 ? ["too few"] : []).concat(pictures.filter(i => !i.alt.trim() || !i.naturalWidth).map(i => i.src));
})()`

// TestEasyRead holds the Easy Read page of every area, and of every help page
// that has one, to its limits. A service's name is not ours to shorten: in a
// sentence it counts as one word, and the reading ease leaves it out.
func TestEasyRead(t *testing.T) {
	for _, site := range []*builtSite{realSite, exampleSite} {
		d := site.build(t).directory
		names := serviceNames(d)
		for _, a := range d.Areas {
			address := model.EasyReadAddress(a.Slug)
			lines := site.easyLines(t, address)
			if n := len(strings.Fields(strings.Join(lines, " "))); n > kevWords {
				t.Errorf("%s has %d words; %d are allowed: %s", address, n, kevWords, strings.Join(lines, " | "))
			}
			holdEasy(t, address, lines, names)
		}
		for _, e := range d.EasyReads {
			holdEasy(t, model.EasyHelpAddress(e.ID), site.easyLines(t, model.EasyHelpAddress(e.ID)), names)
		}
	}
	if n := len(realSite.directory.EasyReads); n < 9 {
		t.Errorf("%d help pages are in Easy Read", n)
	}
}

func holdEasy(t *testing.T, address string, lines []string, names []string) {
	t.Helper()
	for i, line := range lines {
		for _, name := range names {
			line = strings.ReplaceAll(line, name, "Someone")
		}
		lines[i] = addressIn.ReplaceAllString(line, "there")
	}
	report := prose.Plain(strings.Join(lines, "\n\n"), nil)
	if report.Longest.Words > model.MaxEasySentence {
		t.Errorf("%s: %d words: %s", address, report.Longest.Words, report.Longest.Text)
	}
	syllables := (report.Index + 15.59 - 0.39*report.MeanWords) / 11.8 // of a word, from the grade
	if ease := 206.835 - 1.015*report.MeanWords - 84.6*syllables; ease < kevFlesch {
		t.Errorf("%s has a reading ease of %.1f: %s", address, ease, strings.Join(lines, " | "))
	}
}

// addressIn is a host, or a number to ring, as it stands in a line.
var addressIn = regexp.MustCompile(`[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s,.]*)*|\b[0-9][0-9 ]{7,}[0-9]\b`)

// serviceNames are those of the directory, the longest first.
func serviceNames(d *model.Directory) []string {
	var names []string
	for _, s := range d.Services {
		if name := s.Name.Value.Name; name != "" {
			names = append(names, name)
		}
	}
	return names
}

// easyLines are the lines of a page in Easy Read, without what stands around it,
// the names of laws, and the news of a service, which are its own words.
func (b *builtSite) easyLines(t *testing.T, address string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(b.served(t, address)))
	if err != nil || len(find(doc, "main")) != 1 {
		t.Fatalf("%s: %v", address, err)
	}
	var lines []string
	visit(find(doc, "main")[0], func(n *html.Node) {
		class := attr(n, "class")
		if (n.Data == "p" || n.Data == "h1" || n.Data == "h2") && attr(n, "data-after") == "" && class != "sp-alert__says" && !strings.Contains(class, "sp-origin--law") &&
			attr(n.Parent, "class") != "sp-alert" {
			lines = append(lines, words(n))
		}
	})
	return lines
}
