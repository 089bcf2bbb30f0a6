package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"signpost/generator/model"
)

// helpDocuments are the help pages of the real site, with their elements.
func helpDocuments(t *testing.T) map[string]*html.Node {
	t.Helper()
	site := realSite.build(t)
	pages := map[string]*html.Node{}
	for _, a := range site.directory.Articles {
		if !a.IsHelp() {
			continue
		}
		doc, err := html.Parse(strings.NewReader(site.served(t, a.Address())))
		if err != nil {
			t.Fatal(err)
		}
		pages[a.ID] = doc
	}
	return pages
}

// TestHelpPagesAreWhole: every help page says in one sentence what is
// happening, what the law says or that we have not read it, who to ring, what to
// have at hand, and what to say. The one for who does not know where to start
// asks instead, and has tests of its own.
func TestHelpPagesAreWhole(t *testing.T) {
	pages := helpDocuments(t)
	if len(pages) < 40 {
		t.Errorf("%d help pages", len(pages))
	}
	for id, doc := range pages {
		if id == model.StartHelp {
			continue
		}
		text := words(doc)
		var lead string
		for _, p := range find(doc, "p") {
			if attr(p, "class") == "sp-lead" {
				lead = words(p)
			}
		}
		if strings.Count(lead, ".") != 1 {
			t.Errorf("%s: the lead is %q; write one sentence", id, lead)
		}
		if !hasID(doc, "ring") || !hasID(doc, "beside") || !strings.Contains(text, "What to say") {
			t.Errorf("%s does not say who to ring, what to have at hand, or what to say", id)
		}
		if !hasID(doc, "limit") && !strings.Contains(text, "What does the law say?") && id != model.CrisisHelp {
			t.Errorf("%s says nothing of the law", id)
		}
		if id != model.CrisisHelp && !hasID(doc, "near-area") {
			t.Errorf("%s cannot show who to ring in the reader's own area", id)
		}
	}
}

// TestLimitsOnPages: a page works out all dates that its guide names, and each
// limit of the table is on some page.
func TestLimitsOnPages(t *testing.T) {
	pages := helpDocuments(t)
	shown := map[string]bool{}
	for _, a := range realSite.directory.Articles {
		if !a.IsHelp() {
			continue
		}
		places := map[string]bool{}
		tables := 0
		visit(pages[a.ID], func(n *html.Node) {
			places[attr(n, "data-answer")] = true
			if n.Data == "details" {
				tables++
			}
		})
		for _, id := range a.Limits {
			shown[id] = true
			if !places[id] && id != "own-rights" {
				t.Errorf("%s has no place for the date of %s", a.ID, id)
			}
		}
		if len(a.Limits) > 0 && tables < len(a.Limits) {
			t.Errorf("%s has %d tables for %d limits", a.ID, tables, len(a.Limits))
		}
	}
	for _, id := range []string{"assessment-decision", "advice-reply", "no-plan-decision", "final-plan", "draft-plan", "school-reply", "yearly-review", "review-decision",
		"changes-reply", "changed-plan", "changed-plan-after-review", "next-school", "after-school", "next-college", "plan-moves", "new-council-letter",
		"mediation-adviser", "certificate", "mediation-meeting", "late-certificate", "appeal", "own-rights"} {
		if !shown[id] {
			t.Errorf("no help page works out %s", id)
		}
	}
}

// typing are days that families type, with what the page has to say then.
var typing = []struct {
	page  string
	typed map[string]string // by the id of the field
	place string
	says  string
}{
	{"draft-plan", map[string]string{"draft-plan-came": "3 11 2026"}, "draft-plan", "The last day that is surely yours to reply to the draft plan: Tuesday 17 November 2026."},
	{"draft-plan", map[string]string{"draft-plan-came": "31/2/2026"}, "draft-plan", "We could not read “31/2/2026” as a day."},
	{"appeal", map[string]string{"mediation-adviser-letter": "3 Nov 2026"}, "appeal", "The last day for your appeal to reach the tribunal: Sunday 3 January 2027."},
	{"appeal", map[string]string{"mediation-adviser-letter": "3rd November 2026", "mediation-adviser-certificate": "20.12.2026"}, "appeal", "The last day for your appeal to reach the tribunal: Wednesday 20 January 2027."},
	{"appeal", map[string]string{"mediation-adviser-certificate": "20 12 2026"}, "mediation-adviser", "We need one more day to count. What is the date on the council's letter?"},
	{"waiting", map[string]string{"assessment-decision-asked": "1 9 2026"}, "final-plan", "The last day for the council to send the final plan: Monday 18 January 2027."},
	{"moving-on", map[string]string{"next-school-moves": "2 9 2027"}, "next-school", "Sunday 14 February 2027."},
	// Nobody has said yet which days of 2028 are bank holidays.
	{"mediation", map[string]string{"certificate-told": "31 12 2027"}, "certificate", "We cannot count this: ask your supporter. The bank holidays we know are those of 2024 to 2027."},
}

// TestCalculators: what a family types is answered on the page, on a narrow
// phone, with script and without; with script nothing leaves the device.
func TestCalculators(t *testing.T) {
	host := serveSite(t, realSite)
	engine, err := axe()
	if err != nil {
		t.Fatalf("%v (npm ci installs it)", err)
	}
	for _, script := range []bool{true, false} {
		for _, test := range typing {
			t.Run(fmt.Sprintf("%s, script %t", test.says, script), func(t *testing.T) {
				tab := browser(t)
				if script {
					inject(t, tab, engine)
				}
				meet(t, tab, look{width: 320, script: script}, host+"/help/"+test.page+"/")
				if script {
					evaluate[bool](t, tab, `(window.fetch = XMLHttpRequest.prototype.open = () => { throw new Error("nothing is fetched") }, true)`)
				}
				typeDays(t, tab, test.typed)
				place := fmt.Sprintf(`document.querySelector('[data-answer=%q]')`, test.place)
				until(t, tab, place+` !== null && !`+place+`.hidden`)
				text := evaluate[string](t, tab, place+`.innerText`)
				if !strings.Contains(text, test.says) {
					t.Errorf("%q", text)
				}
				if strings.Contains(text, ":") && strings.Contains(text, "The last day") && !strings.Contains(text, "Check with your supporter.") || strings.Contains(strings.ToLower(text), "too late") {
					t.Errorf("no word of the supporter, or too hard a word: %q", text)
				}
				if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
					t.Errorf("it scrolls sideways by %d px", wide)
				}
				if href := evaluate[string](t, tab, `location.href`); script && href != host+"/help/"+test.page+"/" {
					t.Errorf("what was typed stands in the address: %s", href)
				}
				if script {
					for _, violation := range evaluate[[]string](t, tab, runAxe) {
						t.Error(violation)
					}
				}
			})
		}
	}
}

// typeDays types into fields, and presses Enter in the last.
func typeDays(t *testing.T, tab context.Context, typed map[string]string) {
	t.Helper()
	for _, id := range sorted(typed) {
		if err := chromedp.Do(tab, chromedp.SendKeys(chromedp.CSS("#"+id), typed[id])); err != nil {
			t.Fatal(err)
		}
	}
	if err := chromedp.Do(tab, chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
}

func sorted(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// sameDates types days into every form of the page, and compares what the script
// answers with the page that the server makes of the same form.
const sameDates = `(async (days) => {
	const wrong = [];
	const plain = (form) => form.querySelector("[role=status]").outerHTML.replace(/\s*\n\s*/g, "") + [...form.querySelectorAll("input:not([type=hidden])")].map(i => i.name + "=" + i.getAttribute("aria-invalid")).join();
	let asked = 0;
	for (const form of document.querySelectorAll("form[data-sum]")) {
		const inputs = [...form.querySelectorAll("input:not([type=hidden])")];
		for (const [i, day] of days.entries()) {
			inputs.forEach((input, j) => { input.value = days[(i + 5 * j) %% days.length]; });
			form.requestSubmit();
			const query = new URLSearchParams(new FormData(form)), address = location.pathname + "?" + query;
			const doc = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
			const served = plain(doc.querySelector("#" + form.parentElement.id + " form")), shown = plain(form);
			asked++;
			if (served !== shown) wrong.push(address + "\n server: " + served + "\nbrowser: " + shown);
		}
	}
	return [String(asked), ...wrong.slice(0, 3)];
})(%s)`

// TestSameDates: with script and without, one page.
func TestSameDates(t *testing.T) {
	host := serveSite(t, realSite)
	days, err := json.Marshal([]string{"3 11 2026", "2026-11-30", "29/2/2024", "31 12 2026", "1st Jan 2027", "24 December 2026", "28 8 2026", "", "31 2 2026", "30 12 2027",
		"5 4 2026", "1 9 2027", "tomorrow", `<b>"&amp;'`, strings.Repeat("9", 60), "14 2 2027"})
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, a := range realSite.directory.Articles {
		if len(a.Limits) == 0 {
			continue
		}
		t.Run(a.ID, func(t *testing.T) { // its tab is closed with it
			tab := browser(t)
			meet(t, tab, looks[0], host+a.Address())
			got := evaluate[[]string](t, tab, fmt.Sprintf(sameDates, days))
			for _, w := range got[1:] {
				t.Error(w)
			}
			n, err := strconv.Atoi(got[0])
			if err != nil {
				t.Fatal(err)
			}
			asked += n
		})
	}
	if asked < 200 {
		t.Errorf("%d questions", asked)
	}
	t.Logf("%d questions", asked)
}

// TestOwnArea: a help page shows the sign of the reader's own area once that is
// known, and a date that is worked out then leaves it there.
func TestOwnArea(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		tab := browser(t)
		meet(t, tab, look{width: 320, script: script}, host+"/help/appeal/")
		typeDays(t, tab, map[string]string{"near-area": "LS1 4AP"})
		until(t, tab, `document.querySelectorAll("main .sp-gathered .sp-sign").length > 0 && !document.body.hasAttribute("aria-busy")`)
		number := `document.querySelector("main a.sp-call__arrow[href='tel:+441133785020']")`
		if !evaluate[bool](t, tab, number+`.checkVisibility() && !document.querySelector("#ring").checkVisibility()`) {
			t.Errorf("script %t: the number of Leeds is not shown, or not in the place of the list", script)
		}
		if href := evaluate[string](t, tab, `decodeURIComponent(location.href)`); script && (!strings.HasSuffix(href, "/help/appeal/#area=leeds") || strings.Contains(href, "LS1")) {
			t.Errorf("the address is %s", href)
		}
		typeDays(t, tab, map[string]string{"mediation-adviser-letter": "3 11 2026"})
		until(t, tab, `!document.querySelector("[data-answer=appeal]").hidden`)
		if !evaluate[bool](t, tab, number+` !== null`) {
			t.Errorf("script %t: the number is gone after a date was worked out", script)
		}
	}
}

// TestHelpPrints: a help page takes two sides of paper, with its dates where
// they were worked out, and no field that nobody can fill.
func TestHelpPrints(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	for _, a := range realSite.directory.Articles {
		if !a.IsHelp() || a.ID == "start" {
			continue
		}
		meet(t, tab, look{width: 800, media: "print", script: true}, host+a.Address())
		if n := printed(t, tab); n == 0 || n > 2 {
			t.Errorf("%s prints on %d sides of A4", a.ID, n)
		}
		if evaluate[bool](t, tab, `[...document.querySelectorAll("main input, main button")].some(e => e.checkVisibility())`) {
			t.Errorf("%s prints a field", a.ID)
		}
	}
	meet(t, tab, look{width: 800, media: "print"}, host+"/help/appeal/?area=leeds&limit=mediation-adviser&limit=appeal&letter=3+11+2026&certificate=")
	text := evaluate[string](t, tab, `document.body.innerText`)
	for _, said := range []string{"0113 378 5020", "Sunday 3 January 2027", "Check with your supporter"} {
		if !strings.Contains(text, said) {
			t.Errorf("%q is not on paper", said)
		}
	}
	if n := printed(t, tab); n == 0 || n > 2 {
		t.Errorf("with dates it prints on %d sides", n)
	}
}
