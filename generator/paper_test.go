package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"signpost/generator/model"
	"signpost/generator/site"
)

// onPaper are the kinds of pages that fit a sheet, with the sides they take and
// what a PDF says of their size, in points.
var onPaper = map[model.PageKind]struct {
	sides int
	size  string
}{
	model.LeafletPage: {2, "841.9 595.0"},
	model.PosterPage:  {1, "595.0 841.9"},
	model.WalletPage:  {1, "595.0 841.9"},
	model.InsertPage:  {1, "595.0 841.9"},
}

// papersOf are the addresses of a site's papers of a kind.
func papersOf(d *model.Directory, kind model.PageKind) []string {
	var addresses []string
	for _, p := range site.Pages(d) {
		if p.Kind == kind {
			addresses = append(addresses, p.Address)
		}
	}
	return addresses
}

// TestPaperFits: on paper no word of any area stands outside of its panel.
func TestPaperFits(t *testing.T) {
	for name, b := range map[string]*builtSite{"real": realSite, "example": exampleSite} {
		host := serveSite(t, b)
		for kind := range onPaper {
			t.Run(name+" "+string(kind), func(t *testing.T) {
				tab := browser(t)
				addresses := papersOf(b.directory, kind)
				meet(t, tab, look{width: 1200, media: "print", script: true}, host+addresses[0])
				for _, outside := range evaluate[[]string](t, tab, fmt.Sprintf(outsidePanels, jsList(addresses, host))) {
					t.Error(outside)
				}
			})
		}
	}
}

func jsList(addresses []string, host string) string {
	var quoted []string
	for _, a := range addresses {
		quoted = append(quoted, fmt.Sprintf("%q", host+a))
	}
	return "[" + strings.Join(quoted, ",") + "]"
}

// outsidePanels puts the words of one page after another into the page that is
// open, and lists the panels that are too small for theirs.
const outsidePanels = `(async (addresses) => {
	const outside = [], main = document.querySelector("main");
	for (const address of addresses) {
		const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
		main.replaceChildren(...page.querySelector("main").childNodes);
		for (const panel of document.querySelectorAll(".sp-panel")) {
			const down = panel.scrollHeight - panel.clientHeight, across = panel.scrollWidth - panel.clientWidth;
			if (down > 1 || across > 1) outside.push(new URL(address).pathname + " " + panel.className + " by " + down + ", " + across + " px");
		}
		if (!document.querySelector(".sp-panel")) outside.push(address + " has no panel");
	}
	return outside;
})(%s)`

// TestPaperSheets: each paper is printed on its own sheet, and fills no second one.
func TestPaperSheets(t *testing.T) {
	for _, p := range []struct {
		site *builtSite
		area string
	}{
		{realSite, "leeds"}, {realSite, "bournemouth-christchurch-poole"}, {realSite, "central-bedfordshire"}, {exampleSite, "easthaven"},
	} {
		host, tried := serveSite(t, p.site), 0
		for kind, want := range onPaper {
			tab := browser(t)
			for _, address := range papersOf(p.site.directory, kind) {
				if !strings.HasPrefix(address, model.AreaAddress(p.area)) {
					continue
				}
				tried++
				meet(t, tab, look{width: 1200, script: true}, host+address)
				pdf, err := chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
				if err != nil {
					t.Fatal(err)
				}
				if n := len(pageObject.FindAll(pdf, -1)); n != want.sides {
					t.Errorf("%s prints on %d sides; want %d", address, n, want.sides)
				}
				if sizes := paperSizes(t, pdf); !slices.Equal(sizes, slices.Repeat([]string{want.size}, want.sides)) {
					t.Errorf("%s prints on %q; want %s", address, sizes, want.size)
				}
			}
		}
		if tried == 0 {
			t.Errorf("no area is called %s", p.area)
		}
	}
}

// paperSizes are the width and height of each page of a PDF, in points.
func paperSizes(t *testing.T, pdf []byte) []string {
	t.Helper()
	var sizes []string
	for _, m := range mediaBox.FindAllSubmatch(pdf, -1) {
		var width, height float64
		if _, err := fmt.Sscanf(string(m[1]), "%g %g", &width, &height); err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, fmt.Sprintf("%.1f %.1f", width, height))
	}
	return sizes
}

var mediaBox = regexp.MustCompile(`/MediaBox ?\[0 0 ([^\]]+)\]`)
