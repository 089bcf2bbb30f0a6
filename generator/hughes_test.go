package main

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"signpost/generator/model"
)

// visible is what a reader of the page sees.
const visible = `document.querySelector("main").innerText`

// sent fills in a page's form, sends it, and waits for what follows.
func sent(t *testing.T, tab context.Context, values map[string]string, settled string) {
	t.Helper()
	for name, words := range values {
		if err := chromedp.Do(tab, chromedp.SendKeys(chromedp.CSS(`[data-gather-form] [name="`+name+`"]`), words)); err != nil {
			t.Fatal(err)
		}
	}
	if err := chromedp.Do(tab, chromedp.Click(chromedp.CSS("[data-gather-form] button"))); err != nil {
		t.Fatal(err)
	}
	until(t, tab, settled)
}

// gathered is true when signs of other pages stand in the page.
const gathered = `document.readyState === "complete" && !document.body.hasAttribute("aria-busy") && document.querySelectorAll(".sp-gathered .sp-sign").length > 0`

// contactOf is the first contact of an area, as the Directory has it and a page
// prints it.
func contactOf(slug string) string {
	value := realSite.directory.Area(slug).FirstFor(model.Everyone).Channel.Value
	return strings.TrimSuffix(strings.TrimPrefix(value, "https://"), "/")
}

// small is a narrow phone, with script and without.
func small(script bool) look { return look{width: 320, script: script} }

// notSideways fails where a page scrolls sideways.
func notSideways(t *testing.T, tab context.Context, what string) {
	t.Helper()
	if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
		t.Errorf("%s scrolls sideways by %d px", what, wide)
	}
}

// says fails where the page lacks words.
func says(t *testing.T, tab context.Context, what string, words ...string) {
	t.Helper()
	text := strings.Join(strings.Fields(evaluate[string](t, tab, visible)), " ")
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%s: the page does not say %q", what, w)
		}
	}
}

// TestP5Hughes: a family of the forces is posted. From the page about moving it
// names where it lives, by a base town, and where it goes, by a council; it sees
// both services with their numbers and the day by which the plan has to move.
//
// Regulation 15(2) counts 15 working days "beginning with the day on which" the
// old council knew. For a move on Monday 24 August 2026, of which the council
// gets to know on that day, and with the bank holiday of 31 August, that is
// Monday 14 September. Accounts that begin on the day after come to 15
// September; it stands beside the answer.
func TestP5Hughes(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		what := map[bool]string{true: "with script", false: "without script"}[script]
		tab := browser(t)
		meet(t, tab, small(script), host+"/moving/")
		says(t, tab, what, "Who to ring", "0808 808 3555", "Education Advisory Team", "does not move by itself", "Within 6 weeks the new council writes to you", "The day it knew is day 1")
		sent(t, tab, map[string]string{"from": "Catterick Garrison", "to": "kent county council", "moved": "24 8 2026"}, gathered)
		says(t, tab, what, "Monday 14 September 2026", "Tuesday 15 September 2026", "Monday 24 August 2026", "Kent: who supports you", "North Yorkshire: who supports you",
			contactOf("kent"), contactOf("north-yorkshire"))
		notSideways(t, tab, what)
		moved(t, tab, host, what, script)
	}
}

// moved goes on: the address can be kept and shared, Back restores the step
// before, the same area twice is one column, and all of it is one sheet of paper.
func moved(t *testing.T, tab context.Context, host, what string, script bool) {
	t.Helper()
	mark := map[bool]string{true: "#", false: "?"}[script]
	if script { // without, it is a page of its own, and Back is the browser's
		evaluate[bool](t, tab, `(history.back(), true)`)
		until(t, tab, `document.querySelectorAll(".sp-gathered").length === 0`)
	}
	meet(t, tab, look{width: 320}, "about:blank")
	meet(t, tab, small(script), host+"/moving/"+mark+"from=leeds&to=leeds&moved=2026-08-24&knew=2026-06-01")
	until(t, tab, gathered)
	says(t, tab, what, "Both places are in one council area", "Monday 24 August 2026")
	if n := evaluate[int](t, tab, `document.querySelectorAll(".sp-gathered").length`); n != 1 {
		t.Errorf("%s: the same area twice makes %d columns", what, n)
	}
	meet(t, tab, look{width: 800}, "about:blank")
	meet(t, tab, look{width: 800, media: "print", script: script}, host+"/moving/"+mark+"from=leeds&to=kent&moved=2026-08-24")
	until(t, tab, gathered)
	if n := printed(t, tab); n == 0 || n > 2 {
		t.Errorf("%s: the page prints on %d sides; one sheet has two", what, n)
	}
	says(t, tab, what+", on paper", "0113 378 5020", "03000 41 3000", "Monday 14 September 2026", "Papers to keep with you")
}
