package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"signpost/generator/model"
)

// settled waits until the page of answers has nothing more to do, and is false
// if that takes too long.
const settled = `new Promise(done => {
	const end = Date.now() + 30000;
	const look = () => document.getElementById("answer").hasAttribute("aria-busy") && Date.now() < end ? setTimeout(look, 20) : done(Date.now() < end);
	setTimeout(look, 50);
})`

// asked opens the page of answers with a question, and waits for the answer.
func asked(t *testing.T, tab context.Context, host, question string) {
	t.Helper()
	meet(t, tab, looks[0], "about:blank")
	meet(t, tab, look{width: 390, script: true}, host+"/find/#q="+url.QueryEscape(question))
	if !evaluate[bool](t, tab, settled) {
		t.Errorf("%q is never answered", question)
	}
}

// sameAnswers compares what the server made of the page for each question with
// what the script of the page makes of it: element by element, attribute by
// attribute, but for the mark before a query.
const sameAnswers = `(async (questions) => {
	const plain = (e) => {
		const attributes = [...e.attributes].filter(a => !["aria-busy", "tabindex", "open", "checked"].includes(a.name))
			.map(a => a.name + "=" + a.value.replace("/find/#", "/find/?")).sort().join(" ");
		const inside = e.localName === "template" ? "" : [...e.childNodes].map(n => n.nodeType === 1 ? plain(n) : n.nodeType === 3 ? n.data.trim() : "").filter(Boolean).join("|");
		return "<" + e.localName + " " + attributes + ">" + inside + "</>";
	};
	const base = document.getElementById("answer").dataset.base, wrong = [];
	for (const q of questions) {
		const text = await (await fetch(base + "find/?" + q)).text();
		const served = plain(new DOMParser().parseFromString(text, "text/html").getElementById("answer"));
		location.hash = q;
		await new Promise(done => setTimeout(done, 0));
		await ` + settled + `;
		const filled = plain(document.getElementById("answer"));
		if (served === filled) continue;
		let i = 0;
		while (served[i] === filled[i]) i++;
		wrong.push(q + "\n  server: " + served.slice(Math.max(0, i - 80), i + 160) + "\n browser: " + filled.slice(Math.max(0, i - 80), i + 160));
	}
	return wrong;
})(%s)`

// TestSameAnswers: with script and without, one page.
func TestSameAnswers(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	heard := console(tab)
	meet(t, tab, looks[0], host+"/find/")
	var forms []string
	for _, q := range append(questions(t), hostile...) {
		forms = append(forms, url.Values{"q": {q}}.Encode())
	}
	forms = append(forms, "q=autism&area=barnet", "q=autism&area=nowhere", "q=&area=leeds", "q=barnet&exact=yes", "q=kent&kind=iass&kind=mediation&channel=phone",
		"q=help+leeds&need=autism", "q=forum&kind=parent-carer-forum")
	list, err := json.Marshal(forms)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range evaluate[[]string](t, tab, fmt.Sprintf(sameAnswers, list)) {
		t.Error(w)
	}
	if said := heard(); said != "" {
		t.Errorf("the console says:\n%s", said)
	}
	t.Logf("%d questions", len(forms))
}

// hostile are questions that no family asks.
var hostile = []string{strings.Repeat("autism leeds ", 800), "\u202e\u2066مساعدة في التعلم \U0001F600\U0001F3F3\uFE0F\u200D\U0001F308", `.*+?^${}()|[]\ kent`,
	`<script>alert(1)</script><img src=x onerror=alert(1)> leeds`, `"'><svg onload=alert(1)>`, "%zz %00", "a", "\u0130stanbul \u0131 ß", strings.Repeat("(", 3000), "N1\u00a02AB", "pomoc dla dziecka", "میرے بچے کو مدد چاہیے"}

// questions are those of relevance.txt.
func questions(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../search/testdata/relevance.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(text)) {
		if q, _, ok := strings.Cut(strings.TrimSpace(line), " => "); ok && !strings.HasPrefix(line, "#") {
			list = append(list, q)
		}
	}
	return list
}

// journeys lead from the front page to an area's own first contact.
var journeys = []struct{ typed, area string }{
	{"LS1 4AP", "leeds"}, {"maidstone", "kent"}, {"Allerdale", "cumberland"}, {"sendias leeds", "leeds"},
}

// TestJourneys: with a postcode, a town, a council of the past or an old name,
// the area's own first contact of the Directory stands in the first screen of a
// phone after one step, with script and without.
func TestJourneys(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		tab := browser(t)
		for _, j := range journeys {
			meet(t, tab, look{width: 390, script: script}, host+"/")
			submit(t, tab, j.typed)
			firstContact(t, tab, j.area, fmt.Sprintf("%q, script %t", j.typed, script))
		}
	}
}

// submit types into the box and presses Enter, and waits for what follows.
func submit(t *testing.T, tab context.Context, words string) {
	t.Helper()
	before := evaluate[string](t, tab, `location.href`)
	if err := chromedp.Do(tab, chromedp.SendKeys(chromedp.CSS("#find-words"), words), chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	until(t, tab, fmt.Sprintf(`location.href !== %q && document.readyState === "complete" && !document.querySelector("[aria-busy]") && !!document.querySelector("main .sp-call__arrow")`, before))
}

// until waits for something to become true on a page, which another page may
// replace meanwhile.
func until(t *testing.T, tab context.Context, condition string) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if ok, err := chromedp.Run(tab, chromedp.Evaluate[bool](condition)); err == nil && ok {
			return
		}
	}
	t.Fatalf("%s: never: %s", evaluate[string](t, tab, `location.href`), condition)
}

// firstContact compares the first large arrow of the page with the Directory,
// and makes sure that nobody has to scroll to it.
func firstContact(t *testing.T, tab context.Context, slug, how string) {
	t.Helper()
	first := realSite.directory.Area(slug).FirstFor(model.Everyone)
	shown := evaluate[string](t, tab, `(() => { const a = [...document.querySelectorAll("main .sp-call__arrow")].find(a => a.checkVisibility()); if (!a) return location.href + ": no contact"; const r = a.getBoundingClientRect(); return (r.bottom + scrollY > 844 ? "below the first screen, at " + r.bottom + ": " : "") + a.textContent.trim(); })()`)
	if first.Class == model.RingService && shown != first.Channel.Value {
		t.Errorf("%s: the page shows %q; the Directory says %q", how, shown, first.Channel.Value)
	}
	if first.Class != model.RingService && (strings.Contains(shown, "below the first screen") || strings.Contains(shown, "no contact") || !strings.Contains(first.Channel.Value, strings.Split(shown, "/")[0])) {
		t.Errorf("%s: the page shows %q; the Directory says %q", how, shown, first.Channel.Value)
	}
}

// TestStartJourney: who does not know where to start chooses an area by its
// name, in two steps, without typing.
func TestStartJourney(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	meet(t, tab, look{width: 390}, host+"/")
	for _, words := range []string{"I don't know where to start", "Leeds"} {
		to := evaluate[string](t, tab, fmt.Sprintf(`[...document.querySelectorAll("main a")].find(a => a.textContent.trim() === %q).href`, words))
		meet(t, tab, look{width: 390}, to)
	}
	firstContact(t, tab, "leeds", "I don't know where to start")
}

// TestOffline: after one visit the box, the area and its first contact are there
// without a connection; a page never seen says so.
func TestOffline(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	l := look{width: 390, script: true}
	meet(t, tab, l, host+"/")
	evaluate[bool](t, tab, `navigator.serviceWorker.ready.then(() => new Promise(r => setTimeout(() => r(true), 500)))`)
	meet(t, tab, l, host+"/")
	submit(t, tab, "LS1 4AP")
	firstContact(t, tab, "leeds", "online")
	evaluate[bool](t, tab, `new Promise(r => setTimeout(() => r(true), 1500))`) // the area's pack is fetched behind the page
	closeHost(t, host)
	for _, j := range []struct{ typed, area string }{{"LS1 4AP", "leeds"}, {"leeds", "leeds"}, {"autism leeds", "leeds"}} {
		meet(t, tab, l, host+"/")
		submit(t, tab, j.typed)
		firstContact(t, tab, j.area, "offline: "+j.typed)
	}
	meet(t, tab, l, host+"/areas/kent/")
	if says := evaluate[string](t, tab, `document.querySelector("h1").textContent`); says != "You are not online" {
		t.Errorf("a page never seen shows %q", says)
	}
}

// TestKeep: the button keeps an area and its services until it is asked to drop
// them, and says so.
func TestKeep(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	l := look{width: 390, script: true}
	meet(t, tab, l, host+"/areas/leeds/")
	press := func() string {
		return evaluate[string](t, tab, `navigator.serviceWorker.ready.then(async () => {
			const box = document.getElementById("keep"), said = box.querySelector("[role=status]"), before = said.textContent;
			while (box.hidden) await new Promise(r => setTimeout(r, 50));
			box.querySelector("button").click();
			while (said.textContent === before) await new Promise(r => setTimeout(r, 50));
			return (await (await caches.open("signpost-kept")).keys()).length + " " + said.textContent;
		})`)
	}
	if got := press(); strings.HasPrefix(got, "0 ") || !strings.Contains(got, "Kept") {
		t.Errorf("after the button: %s", got)
	}
	if got := press(); !strings.HasPrefix(got, "0 ") {
		t.Errorf("after pressing it again: %s", got)
	}
}

// TestNothingTypedLeaves: with script no request of any page holds a word of
// the question.
func TestNothingTypedLeaves(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	meet(t, tab, look{width: 390, script: true}, host+"/")
	submit(t, tab, "zebrafish autism leeds")
	until(t, tab, `document.querySelectorAll(".sp-results li").length > 0`)
	names := evaluate[[]string](t, tab, `performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation")).map(e => e.name.split("#")[0])`)
	for _, name := range names {
		if strings.Contains(name, "zebrafish") || strings.Contains(name, "q=") {
			t.Errorf("the question left the device: %s", name)
		}
	}
	if len(names) < 4 {
		t.Errorf("only %q were asked for", names)
	}
}

// TestBrokenSearch: with files that are missing, cut short or of another build,
// and where nothing may be stored, the page leads on, and the console is quiet.
func TestBrokenSearch(t *testing.T) {
	host := serveSite(t, realSite)
	for name, harm := range map[string]string{
		"nothing stored":    `Object.defineProperty(window, "caches", {get() { throw new Error("denied"); }}); Object.defineProperty(navigator, "serviceWorker", {value: {register: () => Promise.reject(new Error("denied"))}});`,
		"half of a file":    `const f = fetch; window.fetch = async (a) => { const r = await f(a); const b = await r.arrayBuffer(); return new Response(b.slice(0, /\/a\//.test(a) ? b.byteLength / 2 : undefined)); };`,
		"rubbish":           `const f = fetch; window.fetch = async (a) => /\/1\//.test(a) ? new Response(new Uint8Array(300).fill(255)) : f(a);`,
		"files gone":        `const f = fetch; window.fetch = async (a) => /\/1\//.test(a) ? new Response("", {status: 404}) : f(a);`,
		"another format":    `const f = fetch; window.fetch = async (a) => /current/.test(a) ? new Response('{"format":9}') : f(a);`,
		"no connection":     `window.fetch = async () => { throw new TypeError("failed"); };`,
		"a page for a file": `const f = fetch; window.fetch = async (a) => /\/1\//.test(a) ? new Response("<!doctype html><p>not found") : f(a);`,
	} {
		t.Run(name, func(t *testing.T) {
			tab := browser(t)
			heard := console(tab)
			inject(t, tab, harm)
			asked(t, tab, host, "autism leeds")
			if !evaluate[bool](t, tab, `[...document.querySelectorAll("main a")].some(a => a.checkVisibility() && /\/areas\/$/.test(a.href))`) {
				t.Error("no way on to the areas")
			}
			if said := heard(); said != "" {
				t.Errorf("the console says:\n%s", said)
			}
		})
	}
}

// TestBoxSuggests: while somebody types, plain links to places stand below the
// box; focus stays in it, and they are read out only after a pause.
func TestBoxSuggests(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	meet(t, tab, look{width: 390, script: true}, host+"/")
	if err := chromedp.Do(tab, chromedp.SendKeys(chromedp.CSS("#find-words"), "maidst")); err != nil {
		t.Fatal(err)
	}
	until(t, tab, `document.getElementById("find-said").textContent !== ""`)
	got := evaluate[string](t, tab, `[...document.querySelectorAll("#find-offers a")].map(a => a.textContent).join("; ") + " | " + document.getElementById("find-said").textContent + " | " + document.activeElement.id`)
	if !strings.HasPrefix(got, "Maidstone") || !strings.Contains(got, "below.") || !strings.HasSuffix(got, "find-words") {
		t.Errorf("the box offers %q", got)
	}
}

// TestSearchVerb: the verb prints the answer of the page, with its reasons.
func TestSearchVerb(t *testing.T) {
	realSite.build(t)
	var out bytes.Buffer
	if err := runSearch(context.Background(), []string{"--out", realSite.out, "speach therapy kent"}, &out, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`slip: "speach therapy" means`, "/areas/kent/", "03000 41 3000", "/help/health/"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the verb search lacks %q:\n%s", want, out.String())
		}
	}
}
