package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"signpost/generator/model"
)

// mostQuestions is how many questions stand between "I don't know where to
// start" and a person's number in the reader's own area.
const mostQuestions = 3

// TestStartQuestions follows every answer to every question: each page has a
// number to ring and "I'm not sure", no path has more than three questions, and
// each ends at the pages of areas or at the page for schools.
func TestStartQuestions(t *testing.T) {
	site := realSite.build(t)
	titles, pages := map[string]string{}, 0
	var follow func(address string, questions int)
	follow = func(address string, questions int) {
		doc := parsed(t, site, address)
		pages++
		if title := words(find(doc, "title")[0]); titles[title] != "" {
			t.Errorf("%s and %s are both called %q", address, titles[title], title)
		} else {
			titles[title] = address
		}
		if questions > mostQuestions {
			t.Errorf("%s is question %d", address, questions)
		}
		main := find(doc, "main")[0]
		unsure, numbers, areas, next := "", 0, 0, []string{}
		for _, a := range find(main, "a") {
			to := strings.TrimPrefix(attr(a, "href"), strings.TrimSuffix(site.base(t), "/"))
			label := words(a)
			switch {
			case strings.HasPrefix(label, "I'm not sure"):
				unsure = to
			case strings.HasPrefix(to, "tel:"):
				numbers++
			case areaPage.MatchString(to):
				areas++
			}
			if strings.HasPrefix(to, address) && to != address {
				next = append(next, to)
			}
		}
		if unsure == "" || numbers == 0 {
			t.Errorf("%s: not sure leads to %q, and there are %d numbers", address, unsure, numbers)
		}
		if len(next) == 0 && areas != len(site.directory.Areas) {
			t.Errorf("%s leads to %d areas; there are %d", address, areas, len(site.directory.Areas))
		}
		if strings.HasPrefix(unsure, "#") && !hasID(doc, unsure[1:]) {
			t.Errorf("%s: not sure leads to %s, which is not there", address, unsure)
		}
		for _, to := range next {
			follow(to, questions+1)
		}
	}
	follow(model.StartAddress, 1)
	t.Logf("%d pages of questions", pages)
	if pages < 20 {
		t.Errorf("only %d pages of questions", pages)
	}
}

var areaPage = regexp.MustCompile(`^/areas/[a-z-]+/(young-people/)?$`)

func parsed(t *testing.T, site *builtSite, address string) *html.Node {
	t.Helper()
	site.build(t)
	doc, err := html.Parse(strings.NewReader(site.served(t, address)))
	if err != nil || len(find(doc, "main")) == 0 {
		t.Fatalf("%s: no such page: %v", address, err)
	}
	return doc
}

// TestStartNumber: on a phone a number is in the first screen of every question,
// script on and off, and no page of the questions scrolls sideways at 320 px.
func TestStartNumber(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		tab := browser(t)
		for _, address := range []string{"/start/", "/start/child/", "/start/child/no/", "/start/me/low/", "/start/not-sure/"} {
			meet(t, tab, look{width: 390, script: script}, host+address)
			if bottom := evaluate[float64](t, tab, `document.querySelector("main a[href^='tel:']").getBoundingClientRect().bottom`); bottom > 844 {
				t.Errorf("%s, script %t: the number ends at %.0f px", address, script, bottom)
			}
			meet(t, tab, look{width: 320, script: script}, host+address)
			if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
				t.Errorf("%s scrolls sideways by %d px", address, wide)
			}
		}
	}
}

// TestStartKeepsAnswers: the chosen moment stays along: the last question leads
// to its help pages, and each answer can be changed.
func TestStartKeepsAnswers(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	l := look{width: 320}
	meet(t, tab, l, host+"/")
	for _, words := range []string{"I don't know where to start", "My child", "They said no, or I do not agree"} {
		meet(t, tab, l, linkTo(t, tab, words))
	}
	text := evaluate[string](t, tab, `document.querySelector("main").innerText`)
	for _, words := range []string{"You said:", "My child", "They said no, or I do not agree", "Where does your child live?", "The council said no", "I want to appeal"} {
		if !strings.Contains(text, words) {
			t.Errorf("the last question does not say %q", words)
		}
	}
	meet(t, tab, l, linkTo(t, tab, "Leeds"))
	firstContact(t, tab, "leeds", "the questions")
}

// linkTo is the address of the link in the page whose words begin so.
func linkTo(t *testing.T, tab context.Context, words string) string {
	t.Helper()
	return evaluate[string](t, tab, fmt.Sprintf(`[...document.querySelectorAll("main a")].find(a => a.innerText.trim().startsWith(%q)).href`, words))
}
