package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"signpost/generator/model"
)

// TestP4Jess: Jess is 19, and would rather not ring. From the young people's
// door she comes to her area, finds somebody to write to before any number, and
// sees with pictures what happens. With script and without, on a small phone.
func TestP4Jess(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		for area, name := range map[string]string{"leeds": "Leeds", "sunderland": "Sunderland", "barnet": "Barnet"} {
			t.Run(fmt.Sprintf("%s, script %t", area, script), func(t *testing.T) {
				tab := browser(t)
				l := look{width: 320, script: script}
				meet(t, tab, l, host+"/young-people/")
				to := evaluate[string](t, tab, fmt.Sprintf(`[...document.querySelectorAll("main a")].find(a => a.textContent.trim() === %q).href`, name))
				if !strings.HasSuffix(to, model.YoungAreaAddress(area)) {
					t.Fatalf("%s leads to %s", name, to)
				}
				meet(t, tab, l, to)
				if ways := evaluate[string](t, tab, waysOut); !writesFirst(ways) {
					t.Errorf("the ways to get in touch come in the order %s", ways)
				}
				if steps := evaluate[int](t, tab, `document.querySelectorAll("section[aria-labelledby=happens] img[alt]:not([alt=''])").length`); area != "barnet" && steps < 4 {
					t.Errorf("%d pictures of what happens", steps)
				}
				if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
					t.Errorf("scrolls sideways by %d px", wide)
				}
				if got := evaluate[string](t, tab, `(() => { const a = document.getElementById("leave"), r = a.getBoundingClientRect(); return a.rel + (r.height < 44 ? ", too small" : "") + (r.bottom > 568 ? ", below the first screen" : ""); })()`); got != "noreferrer" {
					t.Errorf("the way out: %s", got)
				}
			})
		}
	}
}

// waysOut are the kinds of links by which one can get in touch, in their order.
const waysOut = `[...document.querySelectorAll("main a")].map(a => /^(tel|sms|mailto):/.test(a.getAttribute("href")) ? a.protocol : /wa\.me/.test(a.href) ? "sms:" : "").filter(Boolean).join(" ")`

// writesFirst reports whether something to write to stands before any number.
func writesFirst(ways string) bool {
	number := strings.Index(ways, "tel:")
	written := slices.IndexFunc(strings.Fields(ways), func(w string) bool { return w != "tel:" })
	return written == 0 || number < 0
}

// TestYoungPages holds the young people's page of every area to what it may
// say: it speaks to them alone, promises no secret that the service did not
// promise, and gives a number only after something to write to.
func TestYoungPages(t *testing.T) {
	for _, site := range []*builtSite{realSite, exampleSite} {
		for _, a := range site.build(t).directory.Areas {
			address := model.YoungAreaAddress(a.Slug)
			doc, err := html.Parse(strings.NewReader(site.served(t, address)))
			if err != nil || len(find(doc, "main")) != 1 {
				t.Fatalf("%s: %v", address, err)
			}
			page := find(doc, "main")[0]
			said := strings.ToLower(words(page))
			visit(page, func(n *html.Node) { // hours and notes are theirs
				if attr(n, "class") == "sp-contacts__more" {
					said = strings.ReplaceAll(said, strings.ToLower(words(n)), "")
				}
			})
			for _, wrong := range []string{"your child", "unless someone is in danger", "confidential", "private"} {
				if strings.Contains(strings.ReplaceAll(said, strings.ToLower(ownWords(a)), ""), wrong) {
					t.Errorf("%s says %q", address, wrong)
				}
			}
			for _, tag := range []string{"h1", "h2", "h3"} {
				for _, h := range find(page, tag) {
					if strings.Contains(strings.ToLower(words(h)), "parents") && attr(h, "class") != "sp-sign__name" {
						t.Errorf("%s has the heading %q", address, words(h))
					}
				}
			}
			if ways := contacts(page); !writesFirst(ways) {
				t.Errorf("%s: the ways to get in touch come in the order %s", address, ways)
			}
			for _, words := range []string{"999", "children's social care"} {
				if !strings.Contains(said, words) {
					t.Errorf("%s does not say %q", address, words)
				}
			}
		}
	}
}

// ownWords are what the service says that it keeps to itself.
func ownWords(a *model.Area) string {
	if s := a.FirstFor(model.YoungPeople).Service; s != nil && s.Access.Value.Keeps != "" {
		return s.Access.Value.Keeps
	}
	return "\x00"
}

// contacts are the kinds of links by which one can get in touch, in their
// order; a form and a chat are web pages with that label.
func contacts(page *html.Node) string {
	var ways []string
	label := ""
	visit(page, func(n *html.Node) {
		if attr(n, "class") == "sp-contacts__label" {
			label = words(n)
		}
		href := attr(n, "href")
		kind, _, _ := strings.Cut(href, ":")
		switch {
		case kind == "tel" || kind == "sms" || kind == "mailto":
			ways = append(ways, kind+":")
		case n.Data == "a" && (label == "Form" || label == "Chat" || label == "WhatsApp"):
			ways = append(ways, "form:")
		}
	})
	return strings.Join(ways, " ")
}

// TestYoungCoverage: an area of which no contact for young people is known says
// where else to turn, and stands as one of those in the report and its table.
func TestYoungCoverage(t *testing.T) {
	site := realSite.build(t)
	report, table := site.served(t, "/coverage/"), site.served(t, "/coverage/coverage.csv")
	if !strings.Contains(report, "Young people</th>") || !strings.Contains(report, "None known") {
		t.Error("the report has no column for young people")
	}
	heading, rows, _ := strings.Cut(table, "\n")
	at := slices.Index(strings.Split(heading, ","), "young_people")
	if at < 0 {
		t.Fatalf("the table has no column for young people: %s", heading)
	}
	none := 0
	for row := range strings.Lines(rows) {
		slug, _, _ := strings.Cut(row, ",")
		if !strings.Contains(row, ",none,") {
			continue
		}
		none++
		if page := site.served(t, model.YoungAreaAddress(slug)); !strings.Contains(page, "85258") || !strings.Contains(page, "0800 1111") {
			t.Errorf("%s: nobody else to turn to", slug)
		}
	}
	if none == 0 || none == len(site.directory.Areas) {
		t.Errorf("%d areas have no contact for young people", none)
	}
}

// pressKeep presses the button that keeps a page, and waits for its answer.
const pressKeep = `navigator.serviceWorker.ready.then(async () => {
	const box = document.getElementById("keep"), said = box.querySelector("[role=status]");
	while (box.hidden) await new Promise(r => setTimeout(r, 50));
	box.querySelector("button").click();
	while (!said.textContent) await new Promise(r => setTimeout(r, 50));
	return true;
})`

// TestKeptOffline: a young person's page that was kept opens without a
// connection, with its pictures.
func TestKeptOffline(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	l := look{width: 390, script: true}
	meet(t, tab, l, host+"/areas/leeds/young-people/")
	evaluate[bool](t, tab, pressKeep)
	closeHost(t, host)
	meet(t, tab, l, host+"/areas/leeds/young-people/")
	if says := evaluate[string](t, tab, `document.querySelector("h1").textContent`); says != "Help for you in Leeds" {
		t.Errorf("without a connection the page shows %q", says)
	}
	for _, bad := range evaluate[[]string](t, tab, unseenPictures) {
		t.Errorf("a picture: %s", bad)
	}
}

// TestKeptWhenAsked: a young person's page is kept when the button is pressed,
// and not before; the way out drops it again. Easy Read is kept as other pages are.
func TestKeptWhenAsked(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	l := look{width: 390, script: true}
	young, easy := host+"/areas/leeds/young-people/", host+"/areas/leeds/easy-read/"
	meet(t, tab, l, host+"/")
	evaluate[bool](t, tab, `navigator.serviceWorker.ready.then(() => new Promise(r => setTimeout(() => r(true), 500)))`)
	for _, address := range []string{easy, young, host + "/young-people/", host + "/help/young-people/", host + "/find/?q=secret"} {
		meet(t, tab, l, address)
	}
	kept := func() string {
		return evaluate[string](t, tab, `new Promise(r => setTimeout(r, 700)).then(async () => {
			const found = [];
			for (const name of await caches.keys()) for (const k of await (await caches.open(name)).keys()) found.push(new URL(k.url).pathname + new URL(k.url).search);
			return found.filter(p => /young-people|easy-read|secret/.test(p)).join(" ");
		})`)
	}
	if got := kept(); got != "/areas/leeds/easy-read/" {
		t.Errorf("after a visit %q is kept", got)
	}
	meet(t, tab, l, young)
	evaluate[bool](t, tab, pressKeep)
	if got := kept(); !strings.Contains(got, "/areas/leeds/young-people/") {
		t.Errorf("after the button %q is kept", got)
	}
	length := evaluate[int](t, tab, `history.length`)
	evaluate[bool](t, tab, fmt.Sprintf(`(() => { const a = document.getElementById("leave"); a.href = %q; a.click(); return true; })()`, host+"/about/"))
	until(t, tab, `location.pathname === "/about/" && document.readyState === "complete"`)
	if now := evaluate[int](t, tab, `history.length`); now != length {
		t.Errorf("the list of pages has %d entries after the way out, %d before", now, length)
	}
	if got := kept(); strings.Contains(got, "young-people") {
		t.Errorf("after the way out %q is kept", got)
	}
	closeHost(t, host)
	meet(t, tab, l, young)
	if says := evaluate[string](t, tab, `document.querySelector("h1").textContent`); says != "You are not online" {
		t.Errorf("without a connection the young person's page shows %q", says)
	}
	meet(t, tab, l, easy)
	if says := evaluate[string](t, tab, `document.querySelector("h1").textContent`); says != "Help in Leeds: Easy Read" {
		t.Errorf("without a connection the page in Easy Read shows %q", says)
	}
}
