package main

import (
	"fmt"
	"strings"
	"testing"

	"signpost/generator/model"
)

// TestP6Alan: a father without internet at home or signal reads a leaflet and
// rings, or looks once at the page in town and has it later (persona P6). It
// works with script and without, but for what is kept, which is script's.
func TestP6Alan(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		for _, slug := range []string{"leeds", "cumberland", "barnet"} {
			t.Run(fmt.Sprintf("%s, script %t", slug, script), func(t *testing.T) {
				tab := browser(t)
				l := look{width: 320, script: script}
				meet(t, tab, l, host+model.AreaAddress(slug))
				if script {
					weighsLittle(t, host+model.AreaAddress(slug))
				}
				to := evaluate[string](t, tab, `[...document.querySelectorAll("main a")].map(a => a.href).find(a => a.endsWith("/leaflet/")) || ""`)
				if to == "" {
					to = host + model.LeafletAddress(slug) // paper comes to him from the school
				}
				meet(t, tab, l, to)
				readLeaflet(t, evaluate[string](t, tab, `document.querySelector("main").innerText`), slug)
				if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
					t.Errorf("the leaflet scrolls sideways by %d px", wide)
				}
				l.media, l.width = "print", 800
				meet(t, tab, l, host+model.AreaAddress(slug))
				if shown := evaluate[int](t, tab, `[...document.querySelectorAll("nav, .sp-top")].filter(e => e.checkVisibility() && e.getClientRects().length && e.innerText.trim()).length`); shown > 0 {
					t.Errorf("%d ways to click are on the paper", shown)
				}
			})
		}
	}
	offline(t)
}

// weighsLittle: the page with everything it asks for, as it travels, is at most 50 KB.
func weighsLittle(t *testing.T, address string) {
	t.Helper()
	tab := browser(t)
	meet(t, tab, look{width: 320, script: true}, address)
	names := evaluate[[]string](t, tab, `[location.pathname, ...performance.getEntriesByType("resource").filter(e => ["link", "script", "img"].includes(e.initiatorType)).map(e => new URL(e.name).pathname)]`)
	total := 0
	for _, name := range names {
		if !strings.HasPrefix(name, "/_signpost/") { // the editor's own
			total += weight(t, realSite.served(t, name))
		}
	}
	t.Logf("%s: %d bytes in %d files", address, total, len(names))
	if total > pageBudget {
		t.Errorf("%s: %d bytes with everything; %d are allowed", address, total, pageBudget)
	}
}

// readLeaflet: whom to ring or ask, when, how to write, and what to do without
// the internet stand on the paper.
func readLeaflet(t *testing.T, text, slug string) {
	t.Helper()
	first := realSite.directory.Area(slug).FirstFor(model.Parents)
	want := []string{"No internet?", "By post", "Ask if they can write to you.", "Ask if they can meet you near your home.", "Ring 999", "21 November 2026"}
	if first.Class == model.RingService {
		want = append(want, first.Channel.Value, first.Channel.Hours, "You do not need the internet. Ring from any phone.")
	} else {
		want = append(want, "0808 808 3555", "We do not know their phone number.")
	}
	for _, words := range want {
		if !strings.Contains(text, words) {
			t.Errorf("%s: %q is not on the leaflet", slug, words)
		}
	}
	if !strings.Contains(text, "Write to ") && !strings.Contains(text, "We have not been told a postal address.") {
		t.Errorf("%s: the leaflet says nothing of the post", slug)
	}
}

// offline: after one visit in town the page opens where there is no signal.
func offline(t *testing.T) {
	t.Helper()
	host := serveSite(t, realSite)
	tab := browser(t)
	l := look{width: 320, script: true}
	meet(t, tab, l, host+"/areas/leeds/")
	evaluate[bool](t, tab, `navigator.serviceWorker.ready.then(() => new Promise(r => setTimeout(() => r(true), 500)))`)
	meet(t, tab, l, host+"/areas/leeds/")
	evaluate[bool](t, tab, `new Promise(r => setTimeout(() => r(true), 500))`)
	closeHost(t, host)
	meet(t, tab, l, host+"/areas/leeds/")
	text := evaluate[string](t, tab, `document.body.innerText`)
	for _, words := range []string{"0113 378 5020", "sendiass.leeds.gov.uk"} {
		if !strings.Contains(text, words) {
			t.Errorf("without a connection %q is not there", words)
		}
	}
}
