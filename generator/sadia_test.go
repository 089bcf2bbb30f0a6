package main

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"signpost/generator/model"
	"signpost/generator/site"
)

// TestP3Sadia reads Urdu. She finds her area in it, the number, and the words
// that ask for an interpreter, on a small phone, with and without script.
func TestP3Sadia(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			tab := browser(t)
			l := look{width: 320, script: script}
			meet(t, tab, l, host+"/")
			meet(t, tab, l, evaluate[string](t, tab, `document.querySelector("main a[hreflang=ur]").href`))
			if !evaluate[bool](t, tab, `document.documentElement.matches("[lang=ur][dir=rtl]")`) {
				t.Error("the start is not in Urdu")
			}
			meet(t, tab, l, evaluate[string](t, tab, `[...document.querySelectorAll("main a")].find(a => a.textContent.trim() === "Leeds").href`))
			sadiaReads(t, tab)
			sadiaSwitches(t, tab, l)
		})
	}
}

// sadiaReads holds the Urdu page of Leeds to what she needs of it.
func sadiaReads(t *testing.T, tab context.Context) {
	t.Helper()
	for what, holds := range map[string]string{
		"a page in Urdu, from right to left":            `document.documentElement.matches("[lang=ur][dir=rtl]")`,
		"a number that reads from left to right":        `!!document.querySelector("main a[href='tel:+441133785020'] [dir=ltr]")`,
		"the number in the first two screens":           `document.querySelector("main a[href='tel:+441133785020']").getBoundingClientRect().bottom < 1200`,
		"the interpreter's words in English":            `[...document.querySelectorAll("main [lang=en-GB]")].some(e => e.textContent.trim() === "I need an Urdu interpreter, please.")`,
		"the same words in Urdu":                        `document.querySelector(".sp-tongue__own").textContent.includes("اردو ترجمان")`,
		"a notice in both languages":                    `["ur", "en-GB"].every(l => document.querySelector(".sp-notice p[lang=" + l + "]"))`,
		"the English term, in English letters":          `[...document.querySelectorAll("main [lang=en-GB]")].some(e => e.textContent.includes("special educational needs and disability (SEND)"))`,
		"a way to 999 in Urdu":                          `!!document.querySelector("main [lang=ur] a[href='tel:999']")`,
		"no part that is wider than the screen":         `document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth`,
		"the number on the right, where reading begins": `(r => r.right > innerWidth / 2 && r.right <= innerWidth)(document.querySelector("main a[href='tel:+441133785020']").getBoundingClientRect())`,
	} {
		if !evaluate[bool](t, tab, holds) {
			t.Errorf("the page has not: %s", what)
		}
	}
}

// sadiaSwitches follows every other form of the page: each exists, and is about
// the same area.
func sadiaSwitches(t *testing.T, tab context.Context, l look) {
	t.Helper()
	here := evaluate[string](t, tab, `location.href`)
	at, err := url.Parse(here)
	if err != nil {
		t.Fatal(err)
	}
	forms := evaluate[[]string](t, tab, `[...document.querySelectorAll("link[rel=alternate][hreflang]")].map(l => new URL(l.href).pathname)`)
	if len(forms) != 12 {
		t.Errorf("%d forms of the page; want 12: %q", len(forms), forms)
	}
	for _, form := range forms {
		answer, err := http.Get(at.Scheme + "://" + at.Host + form)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK || !strings.HasSuffix(form, "/areas/leeds/") {
			t.Errorf("%s: %s", form, answer.Status)
		}
	}
	for _, link := range []string{"pl", "en-GB"} {
		meet(t, tab, l, here)
		meet(t, tab, l, evaluate[string](t, tab, fmt.Sprintf(`document.querySelector("main a[hreflang=%s][href*='/areas/']").href`, link)))
		if got := evaluate[string](t, tab, `document.documentElement.lang + " " + location.pathname.replace(/^.*\/areas/, "/areas")`); got != link+" /areas/leeds/" {
			t.Errorf("the way to %s leads to %s", link, got)
		}
	}
}

// TestLanguageOfParts: on every page in another language, words in Latin letters
// that are not its own say that they are English, and words in another script
// never claim to be.
func TestLanguageOfParts(t *testing.T) {
	for name, b := range map[string]*builtSite{"real": realSite, "example": exampleSite} {
		d := b.build(t).directory
		for _, l := range d.Languages.Others() {
			for _, p := range site.Pages(d) {
				if p.Language != l.Tag {
					continue
				}
				doc, err := html.Parse(strings.NewReader(b.served(t, p.Address)))
				if err != nil {
					t.Fatal(err)
				}
				body := find(doc, "body")
				if len(body) != 1 {
					t.Fatalf("%s: no page at %s", name, p.Address)
				}
				checkParts(t, p.Address, l, wordsOf(l), body[0], l.Tag)
			}
		}
	}
}

// wordsOf are the words of a language's strings, as a reader tells what is its.
func wordsOf(l model.Language) map[string]bool {
	own := map[string]bool{}
	for _, s := range append([]string{l.Name}, slices.Collect(maps.Values(l.Strings))...) {
		for _, word := range strings.FieldsFunc(strings.ToLower(s), notLetter) {
			own[word] = true
		}
	}
	return own
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }

// checkParts walks the words of a node that is in a language.
func checkParts(t *testing.T, address string, page model.Language, own map[string]bool, n *html.Node, lang string) {
	t.Helper()
	if n.Type == html.ElementNode {
		if n.Data == "script" || n.Data == "noscript" {
			return
		}
		if l := attr(n, "lang"); l != "" {
			lang = l
		}
	}
	if n.Type == html.TextNode && lang == page.Tag && n.Parent.Data != "bdi" && !isAddress(n.Data) {
		for _, word := range strings.FieldsFunc(strings.ToLower(n.Data), notLetter) {
			if !own[word] {
				t.Errorf("%s: %q in %q is not of %s", address, word, n.Data, page.EnglishName)
			}
		}
	}
	if n.Type == html.TextNode && strings.HasPrefix(lang, "en") && strings.ContainsFunc(n.Data, func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
	}) {
		t.Errorf("%s: %q says that it is English", address, n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		checkParts(t, address, page, own, c, lang)
	}
}

// isAddress reports whether the words are an address of the web or of mail,
// which is of no language.
func isAddress(s string) bool {
	s = strings.TrimSpace(s)
	return !strings.Contains(s, " ") && strings.ContainsAny(s, ".@") && strings.Trim(s, ".") == s
}

// TestReviewedLanguage: when a native speaker has reviewed a language, its
// pages say the rest in it, too, and no longer that nobody has.
func TestReviewedLanguage(t *testing.T) {
	d := *exampleSite.build(t).directory
	d.Languages = slices.Clone(d.Languages)
	i := slices.IndexFunc(d.Languages, func(l model.Language) bool { return l.Tag == "pl" })
	d.Languages[i].ReviewedBy, d.Languages[i].ReviewedOn = "native speaker", d.AsAt
	files, err := site.Some(context.Background(), &d, site.Options{Theme: "../themes/signpost", BaseURL: exampleSite.baseURL}, []string{"/pl/areas/northam/", "/pl/"})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ page, file, says, before string }{
		{"/pl/areas/northam/", "pl/areas/northam/index.html", "Pomoc w Twojej okolicy:", "Obowiązują słowa angielskie"},
		{"/pl/areas/northam/", "pl/areas/northam/index.html", "Do kogo zadzwonić najpierw", "A native speaker has not checked"},
		{"/pl/areas/northam/", "pl/areas/northam/index.html", "Ostatnio sprawdzono:", "Skip to the page"},
		{"/pl/", "pl/index.html", "Wybierz obszar, w którym mieszka Twoje dziecko.", "Choose the area where your child lives."},
		{"/pl/", "pl/index.html", "Szukaj", ">Find<"},
	} {
		after, before := string(files[test.file]), exampleSite.served(t, test.page)
		if !strings.Contains(after, test.says) || strings.Contains(after, test.before) {
			t.Errorf("%s, reviewed: %q %t, %q %t", test.page, test.says, strings.Contains(after, test.says), test.before, strings.Contains(after, test.before))
		}
		if strings.Contains(before, test.says) || !strings.Contains(before, test.before) {
			t.Errorf("%s, not reviewed: %q %t, %q %t", test.page, test.says, strings.Contains(before, test.says), test.before, strings.Contains(before, test.before))
		}
	}
}

// TestFindLanguage: who types the name of a language, in it or in English, is
// shown where the site is in it.
func TestFindLanguage(t *testing.T) {
	for _, l := range realSite.build(t).directory.Languages.Others() {
		for _, name := range []string{l.Name, l.EnglishName} {
			if got := realSite.first(t, name); got != model.HelpAddress("languages") {
				t.Errorf("searching for %q finds %s first", name, got)
			}
		}
	}
}

// TestSitemapLanguages: the sitemap names the forms of a page, and stays far
// below the 50 MB that search engines read.
func TestSitemapLanguages(t *testing.T) {
	text := realSite.build(t).served(t, model.SitemapAddress)
	if want := `<xhtml:link rel="alternate" hreflang="ur" href="https://signpost.example/ur/areas/leeds/"></xhtml:link>`; strings.Count(text, want) != 11 {
		t.Errorf("%q stands %d times; want it with each of the 11 forms of the page", want, strings.Count(text, want))
	}
	if len(text) > 4<<20 {
		t.Errorf("the sitemap has %d bytes", len(text))
	}
}
