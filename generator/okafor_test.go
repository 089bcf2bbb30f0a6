package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"signpost/generator/model"
)

// pupils are the areas from which the school's pupils come: a number, a number
// with its doubt, and the council's page alone.
var pupils = []string{"leeds", "kent", "barnet"}

// TestP9Okafor: a special educational needs co-ordinator chooses three areas,
// copies text at two reading levels, and prints three cards on one sheet.
func TestP9Okafor(t *testing.T) {
	host := serveSite(t, realSite)
	d := realSite.build(t).directory
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			tab := browser(t)
			l := look{width: 320, script: script}
			meet(t, tab, l, host+"/schools/")
			ask(t, tab, host, script)
			if n := evaluate[int](t, tab, `document.querySelectorAll(".sp-schools__slot textarea[readonly]").length`); n != 2*len(pupils) {
				t.Errorf("%d texts to copy; want two for each of %d areas", n, len(pupils))
			}
			for i, slug := range pupils {
				for _, level := range []string{"plain", "short"} {
					text := evaluate[string](t, tab, fmt.Sprintf(`document.querySelector("#g1-%s-%s").value`, slug, level))
					holdsContact(t, d.Area(slug), text)
					if label := evaluate[string](t, tab, fmt.Sprintf(`document.querySelector("#g1-%s-%s").labels[0].textContent`, slug, level)); label == "" {
						t.Errorf("%s: the text has no label", slug)
					}
				}
				if got := evaluate[string](t, tab, fmt.Sprintf(`document.querySelectorAll("[name=area]")[%d].value`, i)); got != d.Area(slug).Name {
					t.Errorf("box %d says %q; want %q", i, got, d.Area(slug).Name)
				}
			}
			selectAll(t, tab)
			if wide := evaluate[int](t, tab, `document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth`); wide > 0 {
				t.Errorf("the page scrolls sideways by %d px", wide)
			}
			printsCards(t, tab)
		})
	}
}

const cardsCame = `document.querySelectorAll(".sp-slip").length === 3`

// ask fills in the form: one area by its name, one by its slug, one by a postcode.
func ask(t *testing.T, tab context.Context, host string, script bool) {
	t.Helper()
	if !script {
		meet(t, tab, look{width: 320}, host+"/schools/?area=Leeds&area=kent&area=EN5+4BS")
		return
	}
	evaluate[bool](t, tab, `(["Leeds", "kent", "EN5 4BS"].forEach((v, i) => { document.querySelectorAll("[name=area]")[i].value = v }), document.querySelector("[data-gather-form]").requestSubmit(), true)`)
	until(t, tab, cardsCame)
	if hash := evaluate[string](t, tab, `location.hash`); hash != "#area=leeds&area=kent&area=barnet" {
		t.Errorf("the address ends in %q: it can be kept and shared, and holds no postcode", hash)
	}
}

// holdsContact: what is copied says all that a family needs, and nothing that
// only makes sense on a screen.
func holdsContact(t *testing.T, a *model.Area, text string) {
	t.Helper()
	first := a.FirstFor(model.Everyone)
	wanted := []string{"/areas/" + a.Slug + "/", a.Name, "0808 808 3555"}
	if hours := first.Channel.Hours; hours != "" {
		wanted = append(wanted, hours[1:]) // its first letter is a capital one there
	}
	if first.Class == model.RingService {
		wanted = append(wanted, "Phone: "+first.Channel.Value)
	} else {
		wanted = append(wanted, "We do not know their phone number.")
	}
	if !first.Origin.Told() && first.Class != model.AskCouncil {
		wanted = append(wanted, "The service has not told us this is right.")
	}
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("%s: the text lacks %q:\n%s", a.Slug, w, text)
		}
	}
	for _, not := range []string{"click here", "Click here", "here:", "{", "<"} {
		if strings.Contains(text, not) {
			t.Errorf("%s: the text has %q:\n%s", a.Slug, not, text)
		}
	}
}

// selectAll: the text is chosen as a whole by the keyboard alone.
func selectAll(t *testing.T, tab context.Context) {
	t.Helper()
	chosen := evaluate[bool](t, tab, `(() => { const e = document.querySelector("#g1-leeds-short"); e.focus(); e.select(); return e === document.activeElement && e.selectionEnd - e.selectionStart === e.value.length })()`)
	if !chosen {
		t.Error("the text cannot be chosen as a whole")
	}
}

// printsCards: three cards for three areas, whole, on one sheet, and nothing else.
func printsCards(t *testing.T, tab context.Context) {
	t.Helper()
	if n := printed(t, tab); n != 1 {
		t.Errorf("three cards print on %d sides", n)
	}
	address := evaluate[string](t, tab, `location.href`)
	meet(t, tab, look{width: 800, media: "print", script: true}, "about:blank")
	meet(t, tab, look{width: 800, media: "print", script: true}, strings.Replace(address, "?", "#", 1))
	until(t, tab, cardsCame)
	text := evaluate[string](t, tab, `document.body.innerText`)
	for _, words := range []string{"0113 378 5020", "03000 41 3000", "/areas/leeds/", "/areas/kent/", "/areas/barnet/", "We do not know their phone number."} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not on the cards", words)
		}
	}
	for _, words := range []string{"When to tell a family", "Words to copy", "All areas"} {
		if strings.Contains(text, words) {
			t.Errorf("%q is on paper beside the cards", words)
		}
	}
	for _, small := range evaluate[[]string](t, tab, smallPrint) {
		t.Errorf("too small to read on paper: %s", small)
	}
}

// TestSchoolTexts: the texts of every real area hold its contact and its doubt;
// so do those of the example areas, which have what no real one has.
func TestSchoolTexts(t *testing.T) {
	for _, a := range realSite.build(t).directory.Areas {
		texts := find(parsed(t, realSite, model.AreaSchoolsAddress(a.Slug)), "textarea")
		for _, text := range texts[:2] {
			holdsContact(t, a, text.FirstChild.Data)
		}
	}
	var all strings.Builder
	for _, slug := range []string{"northam", "easthaven", "southmere", "westbury-vale", "oldshire"} {
		texts := find(parsed(t, exampleSite, model.AreaSchoolsAddress(slug)), "textarea")
		fmt.Fprintf(&all, "== %s\n%s\n\n-- shorter\n%s\n\n", slug, texts[0].FirstChild.Data, texts[1].FirstChild.Data)
	}
	golden(t, "testdata/golden/schools.txt", all.String())
}
