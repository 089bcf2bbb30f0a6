package main

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestPrint: what a family needs of an area fits on one sheet of paper, to hang
// up or hand over, with the number and urgent help, in letters large enough to
// read. An example area that has everything may need a third side where the
// machine's letters are wide.
func TestPrint(t *testing.T) {
	for _, p := range []struct {
		site    *builtSite
		address string
		sides   int // of A4
		shows   []string
	}{
		{realSite, "/areas/leeds/", 2, []string{"0113 378 5020", "0808 808 3555", "leedslocaloffer.org.uk", "Leeds Parent Carer Forum"}},
		{realSite, "/areas/kent/", 2, []string{"03000 41 3000", "0808 808 3555", "kent.gov.uk"}},
		{exampleSite, "/areas/northam/", 3, []string{"01632 960 123", "0808 157 0123", "Northam Deaf Parents", "Northam Council."}},
		{exampleSite, "/areas/easthaven/", 3, []string{"01632 960 210", "0808 157 0123"}},
	} {
		host := serveSite(t, p.site)
		tab := browser(t)
		meet(t, tab, look{width: 800, media: "print", script: true}, host+p.address)
		if n := printed(t, tab); n == 0 || n > p.sides {
			t.Errorf("%s prints on %d sides of A4; %d are allowed", p.address, n, p.sides)
		}
		text := evaluate[string](t, tab, `document.body.innerText`)
		for _, words := range append(p.shows, "Ring 999", "Ring 111", "Can't talk?", p.address, "This page says what we knew on") {
			if !strings.Contains(text, words) {
				t.Errorf("%s: %q is not on paper", p.address, words)
			}
		}
		for _, words := range []string{"Not your council?", "Is something here wrong?", "All areas"} {
			if strings.Contains(text, words) {
				t.Errorf("%s: %q is on paper, where nobody can follow it", p.address, words)
			}
		}
		for _, small := range evaluate[[]string](t, tab, smallPrint) {
			t.Errorf("%s: too small to read on paper: %s", p.address, small)
		}
	}
}

// smallPrint are the words below 10.5 points, which are 14 px.
const smallPrint = `[...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && e.innerText && parseFloat(getComputedStyle(e).fontSize) < 13.99)
	.map(e => getComputedStyle(e).fontSize + " " + e.innerText.slice(0, 60))`

// printed is the number of sides that the page takes. A page of a PDF is an
// object of the type Page, and the list of them one of the type Pages.
func printed(t *testing.T, tab context.Context) int {
	t.Helper()
	pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	return len(pageObject.FindAll(pdf, -1))
}

var pageObject = regexp.MustCompile(`/Type\s*/Page\b[^s]`)
