package main

import (
	"net/http/httptest"
	"strings"
	"testing"

	"signpost/generator/model"
	"signpost/generator/serve"
	"signpost/generator/site"
)

// serveNoted serves the example site with a note on it.
func serveNoted(t *testing.T) (server *serve.Server, host string) {
	t.Helper()
	b := exampleSite.build(t)
	server = serve.New(b.out, b.base(t), site.HeadersFor)
	h := httptest.NewServer(server)
	t.Cleanup(func() { h.Listener.Close(); h.CloseClientConnections() })
	return server, h.URL + strings.TrimSuffix(b.base(t), "/")
}

var oddNumber = serve.Remark{
	Problem: model.Problem{Rule: "phone-digits", Severity: model.Error, Where: model.Where{File: "content/services/northam/northam-advice.md", Line: 8},
		Sentence: `"01632 960 1" has too few digits`, Hint: "write the number as it is dialled in the UK"},
	Pages: []string{model.ServiceAddress("northam-advice"), model.AreaAddress("northam")},
	About: site.FactMark("northam-advice", model.Group(model.Phone)),
}

// hiddenNumber is "" if the first number on the page can be seen and touched,
// else what hides it.
const hiddenNumber = `(() => {
	const box = document.querySelector("main a[href^='tel:']").getBoundingClientRect();
	if (box.bottom > innerHeight) return "it ends at " + box.bottom + " of " + innerHeight + " px";
	const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
	return top.closest("a[href^='tel:']") ? "" : top.outerHTML.slice(0, 200);
})()`

// TestNote: editors are told what is wrong at its place and in a note that lies
// closed at the foot of the window; it hides no number, everybody can use it, and
// paper has none of it.
func TestNote(t *testing.T) {
	server, host := serveNoted(t)
	engine, err := axe()
	if err != nil {
		t.Fatalf("%v (npm ci installs it)", err)
	}
	mild := oddNumber
	mild.Severity, mild.About = model.Warning, site.FactMark("northam-advice", model.GroupAccess)
	elsewhere := serve.Remark{Problem: oddNumber.Problem, Pages: []string{model.ServiceAddress("easthaven-befriending")}}
	server.Show(nil, serve.Note{Files: []string{oddNumber.Where.File}, Pages: oddNumber.Pages, More: true, Remarks: []serve.Remark{oddNumber, elsewhere, mild}})
	tab := browser(t)
	inject(t, tab, engine)
	for _, l := range []look{{name: "a phone", width: 390, script: true}, {name: "a phone in the dark", width: 320, scheme: "dark", script: true}, {name: "no script", width: 1200}, {name: "forced colours", width: 390, forced: true, script: true}} {
		for _, address := range oddNumber.Pages {
			meet(t, tab, l, host+address)
			if wrong := evaluate[string](t, tab, hiddenNumber); wrong != "" {
				t.Errorf("%s, %s: the number cannot be seen: %s", l.name, address, wrong)
			}
			if !l.script {
				continue
			}
			evaluate[bool](t, tab, `document.querySelector("#signpost-note details").open = true`)
			for _, violation := range evaluate[[]string](t, tab, runAxe) {
				t.Errorf("%s, %s: %s", l.name, address, violation)
			}
			beside := evaluate[string](t, tab, `document.querySelector("#signpost-note a[href^='#']") && document.querySelector(document.querySelector("#signpost-note a[href^='#']").hash).parentElement.dataset.about || ""`)
			if beside != oddNumber.About {
				t.Errorf("%s, %s: the note leads to %q", l.name, address, beside)
			}
		}
	}
	meet(t, tab, look{width: 800, media: "print", script: true}, host+oddNumber.Pages[0])
	if seen := evaluate[int](t, tab, `[...document.querySelectorAll("[id^=signpost-]")].filter(e => e.getClientRects().length).length`); seen > 0 {
		t.Errorf("%d parts of the note are printed", seen)
	}
}

// TestNoteArrives: a page that stays as it is shows the new note by itself, and
// keeps it open; one that becomes another is loaded again.
func TestNoteArrives(t *testing.T) {
	server, host := serveNoted(t)
	tab := browser(t)
	heard := console(tab)
	meet(t, tab, look{width: 390, script: true}, host+model.CoverageAddress)
	shows := func(what, expression string) {
		t.Helper()
		eventually(t, what, func() bool { return evaluate[bool](t, tab, expression) })
	}
	evaluate[bool](t, tab, `window.same = true`)
	server.Show(nil, serve.Note{Files: []string{"content/guides/start.md"}, Pages: []string{"/help/start/"}})
	shows("the note", `document.getElementById("signpost-note")?.innerText.includes("1 page changed") || false`)
	evaluate[bool](t, tab, `document.querySelector("#signpost-note details").open = true`)
	server.Show(nil, serve.Note{Files: []string{"content/guides/start.md"}, Pages: []string{"/help/start/", "/help/"}, Remarks: []serve.Remark{oddNumber}})
	shows("the next note, open", `document.getElementById("signpost-note").innerText.includes("2 pages changed") && document.querySelector("#signpost-note details").open`)
	if !evaluate[bool](t, tab, `window.same && document.querySelectorAll("#signpost-note").length === 1 && document.querySelector("#signpost-note a[href$='/services/northam-advice/']") !== null`) {
		t.Error("the page was loaded again for a note, or the note does not lead to the page concerned")
	}
	server.Show(map[string][]byte{"coverage/index.html": []byte("<!doctype html><title>Another</title><head></head><body>Another page</body>")}, serve.Note{})
	eventually(t, "the new page", func() bool {
		return evaluate[string](t, tab, `document.body?.innerText || ""`) == "Another page" && !evaluate[bool](t, tab, `window.same || false`)
	})
	if said := heard(); said != "" {
		t.Errorf("the console says:\n%s", said)
	}
}
