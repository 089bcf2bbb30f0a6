package main

import (
	"fmt"
	"strings"
	"testing"
)

// clock makes a browser believe that it is noon of a day, in England.
const clock = `Date = class extends Date { constructor(...a) { a.length ? super(...a) : super("%sT12:00:00Z"); } }`

// shownOn is what the elements that match a selector say to a reader.
const shownOn = `[...document.querySelectorAll(%q)].filter(e => e.getClientRects().length).map(e => e.textContent).join(" ")`

// TestUntil: in a page that was kept, what has a last day goes when that day is
// over, in the frame of a council, too; and what is true then stands there.
func TestUntil(t *testing.T) {
	host := serveSite(t, exampleSite)
	for _, test := range []struct {
		page, day, selector string
		want                string // in what is shown; "" for nothing
	}{
		{"/areas/easthaven/", "2026-12-04", ".sp-alert", "Our phone line is being mended"},
		{"/areas/easthaven/", "2026-12-05", ".sp-alert", ""},
		{"/services/easthaven-parent-advice/", "2026-12-04", ".sp-alert", "Until 4 December 2026"},
		{"/services/easthaven-parent-advice/", "2026-12-05", ".sp-alert", ""},
		{"/embed/easthaven/", "2026-12-04", ".sp-alert", "Our phone line"},
		{"/embed/easthaven/", "2026-12-05", ".sp-alert", ""},
		{"/areas/oldshire/", "2027-01-04", ".sp-sign__notice", "cannot take new families until 4 January 2027"},
		{"/areas/oldshire/", "2027-01-05", ".sp-sign__notice", "could not take new families for a while. We do not know about now."},
		{"/areas/oldshire/", "2027-01-05", "#facts + .sp-facts", "Not taking new families then. We do not know about now."},
		{"/services/oldshire-advice/", "2027-01-05", ".sp-notice", "could not take new families for a while"},
	} {
		t.Run(test.page+" on "+test.day, func(t *testing.T) { // its tab is closed with it
			tab := browser(t)
			inject(t, tab, fmt.Sprintf(clock, test.day))
			meet(t, tab, looks[0], host+test.page)
			shown := evaluate[string](t, tab, fmt.Sprintf(shownOn, test.selector))
			if !strings.Contains(shown, test.want) || test.want == "" && shown != "" {
				t.Errorf("%q; want %q", shown, test.want)
			}
			if after := strings.Contains(test.want, "could not"); after && strings.Contains(shown, "cannot take") {
				t.Errorf("it still says %q", shown)
			}
		})
	}
}

// TestUntilWithoutScript: the last day stands there in words, and nothing
// hides it before the next build.
func TestUntilWithoutScript(t *testing.T) {
	host := serveSite(t, exampleSite)
	tab := browser(t)
	meet(t, tab, look{width: 390}, host+"/areas/easthaven/")
	if shown := evaluate[string](t, tab, fmt.Sprintf(shownOn, ".sp-alert")); !strings.Contains(shown, "Until 4 December 2026") {
		t.Errorf("%q", shown)
	}
}

// TestFaded: what was told long ago is paler, and has seven times the contrast
// of its ground, as WCAG's AAA asks for.
func TestFaded(t *testing.T) {
	host := serveSite(t, exampleSite)
	for _, scheme := range []string{"light", "dark"} {
		tab := browser(t)
		meet(t, tab, look{width: 390, scheme: scheme, script: true}, host+"/services/westbury-sendiass/")
		ratio := evaluate[float64](t, tab, contrast)
		if ratio < 7 {
			t.Errorf("%s: a contrast of %.2f", scheme, ratio)
		}
		if evaluate[bool](t, tab, `getComputedStyle(document.querySelector(".sp-old")).color === getComputedStyle(document.body).color`) {
			t.Errorf("%s: it is not paler", scheme)
		}
	}
}

// contrast is the least contrast of faded words with the page, and with a card
// (WCAG 2.2, relative luminance).
const contrast = `(() => {
	const light = (css) => {
		const [r, g, b] = css.match(/[\d.]+/g).map(Number).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const probe = document.body.appendChild(document.createElement("p"));
	const ground = (name) => { probe.style.background = "var(" + name + ")"; return light(getComputedStyle(probe).backgroundColor); };
	const words = [...document.querySelectorAll(".sp-old, .sp-old a")].map(e => light(getComputedStyle(e).color));
	return Math.min(...words.flatMap(w => ["--paper", "--card"].map(ground).map(g => (Math.max(w, g) + .05) / (Math.min(w, g) + .05))));
})()`
