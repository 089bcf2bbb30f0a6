package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// inWord is the word to which a link led, as a reader meets it: its name, if it
// is in sight, and where it leads on.
const inWord = `(() => {
	const word = document.querySelector(":target"), at = word.getBoundingClientRect();
	return [word.querySelector("h3").textContent, at.top >= -1 && at.top < innerHeight / 2, word.querySelector("ul a").getAttribute("href")].join("|");
})()`

// smallLetters are the letters that a thumb would miss.
const smallLetters = `[...document.querySelectorAll(".sp-letters a")].filter(a => { const r = a.getBoundingClientRect(); return r.width < 44 || r.height < 44; }).length`

// TestWordsJourney: whoever meets a hard word on a help page presses it, reads
// what it means, and goes on to who can help; with and without script, and on
// the smallest screen. The page of words has no accessibility violation.
func TestWordsJourney(t *testing.T) {
	engine, err := axe()
	if err != nil {
		t.Fatalf("%v (npm ci installs it)", err)
	}
	host := serveSite(t, realSite)
	for _, l := range []look{
		{name: "script", width: 320, script: true},
		{name: "no script", width: 320},
		{name: "dark, right to left", width: 1200, scheme: "dark", rtl: true, script: true},
	} {
		t.Run(l.name, func(t *testing.T) {
			tab := browser(t)
			if l.script {
				inject(t, tab, engine)
			}
			meet(t, tab, l, host+"/help/mediation/")
			link := evaluate[string](t, tab, `document.querySelector("main a[href*='/words/#']").getAttribute("href")`)
			if err := chromedp.Do(tab, chromedp.Navigate(host+link)); err != nil {
				t.Fatal(err)
			}
			got := strings.Split(evaluate[string](t, tab, inWord), "|")
			if got[0] == "" || got[1] != "true" || !strings.HasPrefix(got[2], "/") {
				t.Errorf("%s: %v", link, got)
			}
			meet(t, tab, l, host+"/words/")
			if n := evaluate[int](t, tab, smallLetters); n > 0 {
				t.Errorf("%d letters are too small to press", n)
			}
			if dead := evaluate[string](t, tab, `[...document.querySelectorAll(".sp-letters a")].filter(a => !document.querySelector(a.hash)).map(a => a.hash).join(" ")`); dead != "" {
				t.Errorf("letters lead nowhere: %s", dead)
			}
			if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
				t.Errorf("the page scrolls sideways by %d px", wide)
			}
			if l.script {
				for _, violation := range evaluate[[]string](t, tab, runAxe) {
					t.Error(violation)
				}
			}
		})
	}
}
