package main

import (
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

// everyKind calls f with each page of kinds in a tab of its own look. The
// frame of a council's page and pages that wait for a search are met as they
// stand.
func everyKind(t *testing.T, l look, f func(address string, evaluate func(expression string) []string)) {
	t.Helper()
	hosts := map[*builtSite]string{}
	tab := browser(t)
	for _, k := range kinds {
		if hosts[k.site] == "" {
			hosts[k.site] = serveSite(t, k.site)
		}
		if strings.Contains(k.address, "#") {
			meet(t, tab, l, "about:blank")
		}
		meet(t, tab, l, hosts[k.site]+k.address)
		if strings.HasPrefix(k.address, "/find/") && l.script && !evaluate[bool](t, tab, settled) {
			t.Errorf("%s: is never answered", k.address)
		}
		f(k.address, func(expression string) []string { return evaluate[[]string](t, tab, expression) })
	}
}

// TestMarkup: a second engine, html-validate, finds nothing wrong with the
// markup of one page of each kind, nor with any page of the example site. The
// roles of tables are said once more, because a browser forgets them where a
// style makes rows into blocks; that alone is not called redundant.
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

// TestZoom: at 400 %, which leaves 320 by 256 px of a laptop's screen, no page
// scrolls sideways (WCAG 2.2, 1.4.10).
func TestZoom(t *testing.T) {
	everyKind(t, look{width: 320, height: 256, script: true}, func(address string, evaluate func(string) []string) {
		for _, wide := range evaluate(sideways) {
			t.Errorf("%s: at 400 %% %s", address, wide)
		}
	})
}

const sideways = `(() => {
	const over = document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth;
	if (over <= 0) return [];
	const wide = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).pop();
	return ["scrolls sideways by " + over + " px for " + (wide ? wide.outerHTML.slice(0, 120) : "?")];
})()`

// TestTextSpacing: with the spaces of WCAG 2.2, 1.4.12, no words are cut off.
func TestTextSpacing(t *testing.T) {
	everyKind(t, look{width: 320, script: true}, func(address string, evaluate func(string) []string) {
		for _, cut := range evaluate(spaced) {
			t.Errorf("%s: with more space between letters, %s", address, cut)
		}
	})
}

const spaced = `(() => {
	const style = new CSSStyleSheet();
	style.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
	document.adoptedStyleSheets = [style];
	const cut = [...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && getComputedStyle(e).overflow !== "visible" && e.clientWidth > 1 && e.tagName !== "TEXTAREA" && e.tagName !== "INPUT" &&
		(e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY === "hidden" || e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).overflowX === "hidden"));
	return cut.map(e => "words are cut off in " + e.outerHTML.slice(0, 120)).concat(` + sideways + `);
})()`

// TestFocusSeen: whatever has the focus lies in the window, is marked, and is
// covered by nothing (WCAG 2.2, 2.4.7, 2.4.11 and 2.4.12), on the small window
// that 400 % leaves.
func TestFocusSeen(t *testing.T) {
	everyKind(t, look{width: 320, height: 256, script: true}, func(address string, evaluate func(string) []string) {
		for _, hidden := range evaluate(unseen) {
			t.Errorf("%s: %s", address, hidden)
		}
	})
}

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
		const x = box.left + Math.min(box.width, innerWidth) / 2, y = box.top + Math.min(box.height, innerHeight) / 2;
		if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) { faults.push("lies outside the window: " + e.outerHTML.slice(0, 120)); continue; }
		const top = document.elementFromPoint(x, y);
		if (top && top !== e && !e.contains(top) && !top.contains(e) && top.tagName !== "LABEL") faults.push("is covered by " + top.outerHTML.slice(0, 80) + ": " + e.outerHTML.slice(0, 120));
	}
	return faults;
})()`

// TestContrast: the words of families' pages stand out by 7 to 1, or 4.5 to 1
// where they are large (WCAG 2.2, 1.4.6, AAA), in light and in dark.
func TestContrast(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			everyKind(t, look{width: 390, scheme: scheme, script: true}, func(address string, evaluate func(string) []string) {
				for _, faint := range evaluate(faintWords) {
					t.Errorf("%s: %s", address, faint)
				}
			})
		})
	}
}

// TestForcedColours: where the reader's own colours are forced on the page,
// its words stand out, and what is pressed keeps an edge or a line.
func TestForcedColours(t *testing.T) {
	everyKind(t, look{width: 390, forced: true, script: true}, func(address string, evaluate func(string) []string) {
		for _, faint := range append(evaluate(faintWords), evaluate(edgeless)...) {
			t.Errorf("%s: %s", address, faint)
		}
	})
}

// faintWords measures the contrast of every run of words with what lies behind
// it, as WCAG 2.2 defines it.
const faintWords = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
	const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const over = (top, below) => top[3] === 255 ? top : below.map((v, i) => i === 3 ? 255 : Math.round(top[i] * top[3] / 255 + v * (1 - top[3] / 255)));
	const behind = e => { for (let n = e; n; n = n.parentElement) { const c = rgba(getComputedStyle(n).backgroundColor); if (c[3] === 255) return c; if (c[3] > 0) return over(c, n.parentElement ? behind(n.parentElement) : [255, 255, 255, 255]); } return rgba("Canvas"); };
	const faults = new Set();
	for (const e of document.querySelectorAll("body *")) {
		if (!e.checkVisibility({ visibilityProperty: true }) || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
		if (e.closest("svg, iframe, noscript, template, option") || e.getBoundingClientRect().width <= 1 || e.disabled) continue;
		const style = getComputedStyle(e), back = behind(e), fore = over(rgba(style.color), back);
		const [a, b] = [light(fore), light(back)].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
		const size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && +style.fontWeight >= 700;
		if (ratio < (large ? 4.5 : 7)) faults.add(ratio.toFixed(2) + " to 1: " + e.outerHTML.slice(0, 140));
	}
	return [...faults].slice(0, 12);
})()`

// edgeless are buttons and fields that only a background would show.
const edgeless = `[...document.querySelectorAll("button, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea, .sp-button, .sp-call a")]
	.filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1)
	.filter(e => { const s = getComputedStyle(e); return (s.borderStyle === "none" || parseFloat(s.borderWidth) === 0) && s.outlineStyle === "none" && !s.textDecorationLine.includes("underline"); })
	.map(e => "has no edge in forced colours: " + e.outerHTML.slice(0, 140))`

// TestTargets: what is pressed is at least 44 by 44 px, but for links within
// a sentence (WCAG 2.2, 2.5.5, AAA).
func TestTargets(t *testing.T) {
	everyKind(t, look{width: 390, script: true}, func(address string, evaluate func(string) []string) {
		if !familyPage(address) {
			return
		}
		for _, small := range evaluate(smallTargets) {
			t.Errorf("%s: %s", address, small)
		}
	})
}

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

// TestReducedMotion: who asks for less movement gets none (WCAG 2.2, 2.3.3).
func TestReducedMotion(t *testing.T) {
	everyKind(t, look{width: 390, still: true, script: true}, func(address string, evaluate func(string) []string) {
		for _, moves := range evaluate(moving) {
			t.Errorf("%s: %s", address, moves)
		}
	})
}

const moving = `[...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e);
	return [s.transitionDuration, s.animationDuration].some(d => d.split(",").some(v => parseFloat(v) > 0)) || s.scrollBehavior === "smooth" || e.tagName === "MARQUEE"; })
	.map(e => "moves: " + e.outerHTML.slice(0, 120))`

// TestConsistentHelp: urgent help, the way to all areas and the pages about
// the site stand in the same order on every page that has them (WCAG 2.2,
// 3.2.3 and 3.2.6).
func TestConsistentHelp(t *testing.T) {
	want := map[bool]string{}
	everyKind(t, look{width: 390, script: true}, func(address string, evaluate func(string) []string) {
		order := strings.Join(evaluate(helpOrder), " > ")
		if order == "" {
			return // a frame, and a council's page around it
		}
		home := address == "/" || strings.HasPrefix(address, "/find/")
		if want[home] == "" {
			want[home] = order
		}
		if order != want[home] {
			t.Errorf("%s: help stands in the order %q; elsewhere in %q", address, order, want[home])
		}
	})
	for home, order := range want {
		if !strings.Contains(order, "urgent") {
			t.Errorf("home %t: no urgent help in %q", home, order)
		}
	}
}

const helpOrder = `[...document.querySelectorAll(".sp-top__name, .sp-top__ways, main, footer .sp-urgent, .sp-foot__ways")].map(e => e.tagName === "MAIN" ? "main" : e.className.split(" ").find(c => c.startsWith("sp-")).slice(3))`

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
		if trial.How == model.ByMachine && !strings.Contains(tests, fmt.Sprintf("\nfunc %s(t *testing.T)", trial.With)) {
			t.Errorf("%s:%d: no test is called %s", trial.Where.File, trial.Where.Line, trial.With)
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
