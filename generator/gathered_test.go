package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// calm waits until a page that gathers has nothing more to do.
const calm = `new Promise(done => {
	const end = Date.now() + 30000;
	const look = () => document.body.hasAttribute("aria-busy") && Date.now() < end ? setTimeout(look, 20) : done(Date.now() < end);
	setTimeout(look, 50);
})`

// sameGathered compares what the server made of a page for each query with what
// the scripts of the page make of it: the slots, what is asked and the days.
const sameGathered = `(async (address, queries) => {
	const plain = (e) => {
		const attributes = [...e.attributes].map(a => a.name + "=" + (a.name === "href" && "?#".includes(a.value[0]) && a.value.includes("=") ? [...new URLSearchParams(a.value.slice(1))].join("&") : a.value)).sort().join(" ");
		return "<" + e.localName + " " + attributes + ">" + [...e.childNodes].map(n => n.nodeType === 1 ? plain(n) : n.nodeType === 3 ? n.data : "").join("|") + "</>";
	};
	const marks = "[data-gather], [data-gather-when], [data-gather-unless], [data-gather-words], [data-gather-links], [data-move], [data-move-when]";
	const all = (doc) => [...doc.querySelectorAll(marks)].map(plain).join("\n") + [...doc.querySelectorAll("[data-gather-form] input")].map(i => i.value).join();
	const wrong = [];
	for (const q of queries) {
		const served = all(new DOMParser().parseFromString(await (await fetch(address + "?" + q)).text(), "text/html"));
		location.hash = q;
		await new Promise(done => setTimeout(done, 0));
		await ` + calm + `;
		const filled = all(document);
		if (served === filled) continue;
		let i = 0;
		while (served[i] === filled[i]) i++;
		wrong.push(q + "\n  server: " + served.slice(Math.max(0, i - 80), i + 160) + "\n browser: " + filled.slice(Math.max(0, i - 80), i + 160));
	}
	return wrong;
})(%q, %s)`

// TestSameGathered: with script and without, one page, whatever is typed; and
// nothing but pages of areas is fetched.
func TestSameGathered(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	heard := console(tab)
	for page, keys := range map[string][2]string{"/moving/": {"from", "to"}, "/fostering/": {"lives", "placed"}} {
		meet(t, tab, looks[0], host+page)
		var queries []string
		for _, pair := range [][2]string{{"leeds", "kent"}, {"LS1 4AP", "Maidstone"}, {"leeds", "leeds"}, {"Leeds", ""}, {"", "kent"}, {"newport", "richmond"},
			{"scotland", "Cardiff"}, {"Atlantis", "CH1 4AA"}, {"sy10 8jh", "London"}, {"surrey", "reading"}} {
			queries = append(queries, url.Values{keys[0]: {pair[0]}, keys[1]: {pair[1]}}.Encode())
		}
		for _, typed := range append(hostile, "../../about", "nowhere", "404.html", "__proto__", "constructor") {
			queries = append(queries, url.Values{keys[0]: {typed}, keys[1]: {"kent"}}.Encode())
		}
		if page == "/moving/" {
			for _, days := range []string{"moved=2026-08-24", "moved=24+8+2026&knew=1+6+2026", "moved=2026-08-24&knew=2026-08-24", "moved=soon", "moved=24+8+2026&knew=soon", "moved=24+8+2045", "moved=2027-12-30", "knew=2026-08-24"} {
				queries = append(queries, "from=leeds&to=kent&"+days)
			}
		}
		list, err := json.Marshal(queries)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range evaluate[[]string](t, tab, fmt.Sprintf(sameGathered, strings.TrimPrefix(host, originOf(host))+page, list)) {
			t.Error(w)
		}
		fetched := evaluate[[]string](t, tab, `performance.getEntriesByType("resource").map(e => new URL(e.name)).filter(u => !u.search).map(u => u.origin === location.origin ? u.pathname : u.href)`)
		for _, address := range fetched {
			if !fetchable.MatchString(address) {
				t.Errorf("%s: %s is fetched", page, address)
			}
		}
	}
	if said := heard(); said != "" {
		t.Errorf("the console says:\n%s", said)
	}
}

// fetchable are what a page that gathers may fetch: areas' own pages, the places,
// and what every page brings.
var fetchable = regexp.MustCompile(`^/([a-z-]+/)?(areas/[a-z-]+/|(assets|sheets|search|_signpost)/.*|icon\.svg)$`)

// originOf is the scheme and the host of an address.
func originOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}
