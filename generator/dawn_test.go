package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestP1Dawn: a parent who does not know what there is, and types nothing,
// meets a person's number in two steps, and reads what she needs before she
// rings. Nothing above the number is in letters that she would have to know.
func TestP1Dawn(t *testing.T) {
	host := serveSite(t, realSite)
	for _, l := range []look{{name: "script", width: 320, script: true}, {name: "no script", width: 320}, {name: "390 px", width: 390}} {
		t.Run(l.name, func(t *testing.T) {
			tab := browser(t)
			meet(t, tab, l, host+"/")
			if !follow(t, tab, l, "I don't know where to start") {
				t.Fatal("the front page has no way in for who does not know where to start")
			}
			if !follow(t, tab, l, "Leeds") {
				t.Fatal("no area can be chosen by its name there")
			}
			if bottom := evaluate[float64](t, tab, `document.querySelector("main a[href^='tel:']").getBoundingClientRect().bottom`); bottom > 900 {
				t.Errorf("after two steps the first number ends at %.0f px, below the first screen", bottom)
			}
			if href := evaluate[string](t, tab, `document.querySelector("main a[href^='tel:']").getAttribute("href")`); href != "tel:+441133785020" {
				t.Errorf("the first number is %s", href)
			}
			for _, short := range unexplained(evaluate[string](t, tab, beforeNumber)) {
				t.Errorf("%q stands before the number, and nothing there says what it means", short)
			}
			text := evaluate[string](t, tab, `document.querySelector("main").innerText`)
			for _, words := range []string{
				"Try this number first.", "the free advice service that every area has by law",
				"Free", "They keep what you say to themselves, unless someone is in danger", "No plan needed",
				"What to say when you ring", "They do not decide anything about your child.", "What happens when you ring",
				"Is it independent of the council?", "Ways to contact without speaking",
			} {
				if !strings.Contains(text, words) {
					t.Errorf("the page does not say %q", words)
				}
			}
		})
	}
}

// follow opens the first link of a page's main part whose words begin so. ok is
// false if there is none.
func follow(t *testing.T, tab context.Context, l look, words string) (ok bool) {
	t.Helper()
	href := evaluate[string](t, tab, fmt.Sprintf(`([...document.querySelectorAll("main a")].find(a => a.textContent.trim().startsWith(%q)) || {href: ""}).href`, words))
	if href != "" {
		meet(t, tab, l, href)
	}
	return href != ""
}

// beforeNumber are the words of the page down to the paragraph of its first
// number.
const beforeNumber = `(() => {
	const range = document.createRange();
	range.setStart(document.querySelector("main"), 0);
	range.setEndBefore(document.querySelector("main a[href^='tel:']"));
	return range.toString();
})()`

var capitals = regexp.MustCompile(`\b[A-Z]{3,}s?\b`)

// unexplained are the words in capitals of which the text does not say what
// they mean: "disability (SEND)", "SENDIASS is the free advice service".
func unexplained(text string) []string {
	var list []string
	for _, short := range capitals.FindAllString(text, -1) {
		if !strings.Contains(text, "("+short+")") && !strings.Contains(text, short+" is ") && !strings.Contains(text, short+" means ") {
			list = append(list, short)
		}
	}
	return list
}

// TestUrgentHelpInReach: on every kind of page for families one step from its
// head leads to the numbers for an emergency, with where they are from.
func TestUrgentHelpInReach(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		tab := browser(t)
		for _, address := range []string{"/", "/find/", "/areas/", "/areas/leeds/", "/services/contact/", "/help/", "/help/draft-plan/", "/help/crisis/", "/needs/autism/", "/about/", "/404.html", "/offline/"} {
			meet(t, tab, look{width: 320, script: script}, host+address)
			if !evaluate[bool](t, tab, `[...document.querySelectorAll("header a")].some(a => a.textContent === "Urgent help" && a.getAttribute("href") === "#urgent")`) {
				t.Errorf("%s: no link to urgent help in its head", address)
			}
			evaluate[bool](t, tab, `(location.hash = "#urgent", true)`)
			seen := evaluate[bool](t, tab, `(() => { const r = document.querySelector("#urgent a[href='tel:999']").getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()`)
			if !seen {
				t.Errorf("%s: the link does not lead to where the number can be seen", address)
			}
			from := evaluate[string](t, tab, `document.querySelector("footer").innerText`)
			for _, words := range []string{"Emergency services and NHS 111: seen on norwoodmc.co.uk in August 2024.", "Shout: seen on giveusashout.org in November 2024."} {
				if !strings.Contains(from, words) {
					t.Errorf("%s: the foot does not say %q", address, words)
				}
			}
		}
	}
}
