package main

import (
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// A sight is what a look shows beside what axe finds.
type sight struct {
	name  string // as the accessibility statement names it
	looks []string
	all   bool   // of every page; else of those that families read
	fault string // an expression: a list of what is wrong
}

// checks are those of WCAG 2.2 that axe does not know, or knows only in part.
var checks = []sight{
	{"zoom", []string{"320 px", "320 px, dark, right to left", "400 %", "script blocked"}, true, sideways}, // 1.4.10: 400 % of a laptop's screen is 320 by 256 px
	{"focus", []string{"400 %"}, true, unseen},                                                             // 2.4.7, 2.4.11, 2.4.12: in the window, marked, covered by nothing
	{"contrast", []string{"phone", "dark", "forced colours"}, true, faintWords},                            // 1.4.6 (AAA)
	{"edges", []string{"forced colours"}, true, edgeless},                                                  // 1.4.11
	{"targets", []string{"phone"}, false, smallTargets},                                                    // 2.5.5 (AAA)
	{"movement", []string{"phone"}, true, moving},                                                          // 2.3.3 (AAA); the phone asks for less
	{"order", []string{"phone"}, true, disorder},                                                           // 3.2.3, 3.2.6
	{"spacing", []string{"400 %"}, true, spaced},                                                           // 1.4.12; last, because it changes the page
}

// faults are what the checks of a look find on the page in a tab.
func faults(t *testing.T, tab context.Context, l look, address string) []string {
	t.Helper()
	var found []string
	for _, c := range checks {
		if !slices.Contains(c.looks, l.name) || !c.all && !familyPage(address) {
			continue
		}
		for _, fault := range evaluate[[]string](t, tab, c.fault) {
			found = append(found, c.name+": "+fault)
		}
	}
	return found
}

// TestMarkup: a second engine, html-validate, finds nothing wrong with the
// markup of one page of each kind, nor with any page of the example site. The
// roles of tables and of lists are said once more, because a browser forgets
// them where a style makes rows into blocks or takes the bullets; that alone is
// not called redundant.
func TestMarkup(t *testing.T) {
	var files []string
	for _, k := range kinds {
		address, _, _ := strings.Cut(k.address, "#")
		name := filepath.Join(k.site.build(t).out, filepath.FromSlash(strings.TrimPrefix(address, "/")))
		if strings.HasSuffix(address, "/") {
			name = filepath.Join(name, "index.html")
		}
		if address != hostPage && !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	exampleSite.files(t, ".html", func(name, _ string) {
		file := filepath.Join(exampleSite.out, name)
		if "/"+name != model.FormAddress+"index.html" && !slices.Contains(files, file) {
			files = append(files, file)
		}
	})
	engine := []string{"../node_modules/html-validate/bin/html-validate.mjs", "--config", "testdata/htmlvalidate.json", "--formatter", "text"}
	out, err := exec.Command("node", append(engine, files...)...).CombinedOutput()
	if err != nil {
		t.Errorf("%d pages: %v\n%s", len(files), err, out)
	}
	// An engine that finds nothing must be one that could have.
	faulty := filepath.Join(t.TempDir(), "faulty.html")
	if err := os.WriteFile(faulty, []byte(`<!doctype html><html lang="en"><head><title>A</title></head><body><main><img src="a.png"><p id="a"></p><p id="a"></p></main></body></html>`), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err = exec.Command("node", append(engine, faulty)...).CombinedOutput()
	for _, rule := range []string{"wcag/h37", "no-dup-id"} {
		if err == nil || !strings.Contains(string(out), rule) {
			t.Errorf("the engine does not notice %s: %v\n%s", rule, err, out)
		}
	}
}

const sideways = `(() => {
	const over = document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;
	if (over <= 0) return [];
	const wide = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).pop();
	return ["scrolls sideways by " + over + " px for " + (wide ? wide.outerHTML.slice(0, 120) : "?")];
})()`

const spaced = `(() => {
	const style = new CSSStyleSheet();
	style.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
	document.adoptedStyleSheets = [style];
	const cut = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && getComputedStyle(e).overflow !== "visible" && e.clientWidth > 1 && e.tagName !== "TEXTAREA" && e.tagName !== "INPUT" &&
		(e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY === "hidden" || e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).overflowX === "hidden"));
	return cut.map(e => "words are cut off in " + e.outerHTML.slice(0, 120)).concat(` + sideways + `);
})()`

// unseen goes through at most the first sixty stops and the last ten: lists of
// all areas are one stop like another.
const unseen = `(() => {
	const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.type !== "hidden" && e.tabIndex >= 0);
	const faults = [];
	for (const e of stops.slice(0, 60).concat(stops.slice(60).slice(-10))) {
		e.focus({ focusVisible: true });
		if (document.activeElement !== e) { faults.push("cannot be focused: " + e.outerHTML.slice(0, 120)); continue; }
		const style = getComputedStyle(e);
		if ((style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) && style.boxShadow === "none") faults.push("the focus is not marked: " + e.outerHTML.slice(0, 120));
		const box = e.getClientRects()[0];
		if (!box) continue;
		const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right), above = Math.max(0, box.top), below = Math.min(innerHeight, box.bottom);
		const x = (left + right) / 2, y = (above + below) / 2;
		if (right - left < 1 || below - above < 1) { faults.push("lies outside the window: " + e.outerHTML.slice(0, 120)); continue; }
		const top = document.elementFromPoint(x, y);
		if (top && top !== e && !e.contains(top) && !top.contains(e) && top.tagName !== "LABEL") faults.push("is covered by " + top.outerHTML.slice(0, 80) + ": " + e.outerHTML.slice(0, 120));
	}
	return faults;
})()`

// faintWords measures the contrast of every run of words with what lies behind
// it, as WCAG 2.2 defines it.
const faintWords = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
	const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const over = (top, below) => top[3] === 255 ? top : below.map((v, i) => i === 3 ? 255 : Math.round(top[i] * top[3] / 255 + v * (1 - top[3] / 255)));
	const behind = e => { for (let n = e; n; n = n.parentElement) { const c = rgba(getComputedStyle(n).backgroundColor); if (c[3] === 255) return c; if (c[3] > 0) return over(c, n.parentElement ? behind(n.parentElement) : [255, 255, 255, 255]); } return rgba(getComputedStyle(canvasProbe).backgroundColor); };
	const canvasProbe = document.body.appendChild(document.createElement("i"));
	canvasProbe.style.backgroundColor = "Canvas";
	const faults = new Set();
	for (const e of document.querySelectorAll("body *")) {
		if (!e.checkVisibility({ visibilityProperty: true }) || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
		if (e.closest("svg, iframe, noscript, template, option") || e.getBoundingClientRect().width <= 1 || e.disabled) continue;
		const style = getComputedStyle(e), back = behind(e), fore = over(rgba(style.color), back);
		const [a, b] = [light(fore), light(back)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
		const size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && +style.fontWeight >= 700;
		if (ratio < (large ? 4.5 : 7)) faults.add(ratio.toFixed(2) + " to 1: " + e.outerHTML.slice(0, 140));
	}
	canvasProbe.remove();
	return [...faults].slice(0, 12);
})()`

// edgeless are buttons and fields that only a background would show.
const edgeless = `[...document.querySelectorAll("button, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea, .sp-button, .sp-call a")]
	.filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1)
	.filter(e => { const s = getComputedStyle(e); return (s.borderStyle === "none" || parseFloat(s.borderWidth) === 0) && s.outlineStyle === "none" && !s.textDecorationLine.includes("underline"); })
	.map(e => "has no edge in forced colours: " + e.outerHTML.slice(0, 140))`

// familyPage reports whether families read the page: not those for councils,
// providers and who keeps the site.
func familyPage(address string) bool {
	for _, other := range []string{model.CoverageAddress, model.ProvidersAddress, model.AdminAddress, hostPage} {
		if strings.HasPrefix(address, other) {
			return false
		}
	}
	return address != model.EmbedAddress
}

const smallTargets = `(() => {
	const inSentence = e => { const p = e.closest("p, li, dd, dt, td, th, figcaption, summary, label"); if (!p || getComputedStyle(e).display !== "inline") return false;
		const own = [...p.querySelectorAll("a, button")].filter(a => getComputedStyle(a).display === "inline").reduce((n, a) => n + a.innerText.trim().length, 0);
		return p.innerText.trim().length > own + 3; };
	return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
		.filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".sp-skip") && e.getBoundingClientRect().right > 0 && !inSentence(e))
		.filter(e => { const b = e.getBoundingClientRect(), label = e.labels && e.labels[0] && e.labels[0].getBoundingClientRect();
			const most = (side) => Math.max(b[side], e.type === "checkbox" || e.type === "radio" ? (label ? label[side] : 0) : 0);
			return most("height") < 43.5 || most("width") < 43.5; })
		.map(e => { const b = e.getBoundingClientRect(); return Math.round(b.width) + " by " + Math.round(b.height) + " px: " + e.outerHTML.slice(0, 140); });
})()`

const moving = `[...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e);
	return [s.transitionDuration, s.animationDuration].some(d => d.split(",").some(v => parseFloat(v) > 0)) || s.scrollBehavior === "smooth" || e.tagName === "MARQUEE"; })
	.map(e => "moves: " + e.outerHTML.slice(0, 120))`

// disorder: help stands in the same order on every page: the name of the site,
// the ways in, the page, urgent help, the pages about the site.
const disorder = `(() => {
	if (!document.querySelector(".sp-top")) return []; // a frame, or the form
	const order = [...document.querySelectorAll(".sp-top__name, .sp-top__ways, main, footer .sp-urgent, .sp-foot__ways")].map(e => e.localName === "main" ? "main" : e.className.split(" ")[0]).join(" ");
	return order === "sp-top__name sp-top__ways main sp-urgent sp-foot__ways" ? [] : [order];
})()`

// TestTrialsExist: what the accessibility statement says that a program checks
// is a test of this project.
func TestTrialsExist(t *testing.T) {
	tests := ""
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		tests += string(text)
	}
	d := realSite.build(t).directory
	for _, trial := range d.Trials {
		named := strings.Contains(tests, fmt.Sprintf("\nfunc %s(t *testing.T)", trial.With)) ||
			slices.ContainsFunc(checks, func(c sight) bool { return c.name == trial.With })
		if trial.How == model.ByMachine && !named {
			t.Errorf("%s:%d: no test and no check is called %s", trial.Where.File, trial.Where.Line, trial.With)
		}
	}
	page := html.UnescapeString(realSite.served(t, "/accessibility/"))
	for _, trial := range d.Trials {
		if !strings.Contains(page, trial.What) {
			t.Errorf("the statement does not say %q", trial.What)
		}
	}
	if len(d.Trials) < 10 || !strings.Contains(page, d.AsAt.Words()) {
		t.Errorf("%d lines, as at %s", len(d.Trials), d.AsAt.Words())
	}
}
