package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// addressAsked are words by which a page would ask where somebody lives to the
// door. A place by its name is all that is ever needed.
var addressAsked = regexp.MustCompile(`(?i)(your|home|full|postal) address|address line|where do you live|house number|street`)

// TestP7Bridget: a Traveller family finds who to ring where it is stopping now,
// by the place's name, without a postcode, an address, or anybody else hearing
// of it.
func TestP7Bridget(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("script %t", script), func(t *testing.T) {
			tab := browser(t)
			var requests []string
			l := look{width: 320, script: script}
			meet(t, tab, l, host+"/")
			for _, step := range []string{"We travel, or have no fixed address", "Lincolnshire"} {
				meet(t, tab, l, linkTo(t, tab, step))
				asksNoAddress(t, tab)
				requests = append(requests, requested(t, tab)...)
			}
			firstContact(t, tab, "lincolnshire", "stopping")
			meet(t, tab, l, host+"/communities/grt/")
			asksNoAddress(t, tab)
			requests = append(requests, requested(t, tab)...)
			for _, words := range []string{"Where are you stopping now?", "You need no postcode", "Who works most with these families"} {
				if text := evaluate[string](t, tab, `document.querySelector("main").innerText`); !strings.Contains(text, words) {
					t.Errorf("the page of Traveller families does not say %q", words)
				}
			}
			if n := evaluate[int](t, tab, `document.querySelectorAll("section section h2, section section h3").length`); n < 9 {
				t.Errorf("the areas stand in %d groups; England has nine regions", n)
			}
			for _, r := range requests {
				if !strings.HasPrefix(r, host) {
					t.Errorf("a request leaves the site: %s", r)
				}
			}
			if len(requests) < 6 {
				t.Errorf("only %q were asked for", requests)
			}
		})
	}
}

// TestStoppingByKeyboard: from the first list of regions to an area with the
// keys alone.
func TestStoppingByKeyboard(t *testing.T) {
	host := serveSite(t, realSite)
	tab := browser(t)
	meet(t, tab, look{width: 390}, host+"/help/travellers/")
	evaluate[bool](t, tab, `(document.querySelector("#stopping").scrollIntoView(), document.querySelector("main a[href='#region-south-west']").focus(), true)`)
	if err := chromedp.Do(tab, chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(tab, chromedp.KeyEvent("\t")); err != nil {
		t.Fatal(err)
	}
	if href := evaluate[string](t, tab, `document.activeElement.getAttribute("href")`); !strings.HasSuffix(href, "/areas/bath-and-north-east-somerset/") {
		t.Errorf("after the South West the next stop is %q; want its first area", href)
	}
}

// requested is all that the page in the tab asked the network for.
func requested(t *testing.T, tab context.Context) []string {
	t.Helper()
	return evaluate[[]string](t, tab, `performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation")).map(e => e.name)`)
}

// asksNoAddress: the page's own words and fields ask for no address, and the
// box for a place is empty.
func asksNoAddress(t *testing.T, tab context.Context) {
	t.Helper()
	if asked := addressAsked.FindString(evaluate[string](t, tab, `document.querySelector("main").innerText`)); asked != "" {
		t.Errorf("%s asks for an address: %q", evaluate[string](t, tab, `location.pathname`), asked)
	}
	if typed := evaluate[string](t, tab, `[...document.querySelectorAll("input:not([type=hidden]), textarea:not([readonly])")].map(e => e.value).join("")`); typed != "" {
		t.Errorf("a field holds %q", typed)
	}
	if fields := evaluate[string](t, tab, `[...document.querySelectorAll("[required], [autocomplete*=address], [autocomplete*=postal]")].map(e => e.name).join(" ")`); fields != "" {
		t.Errorf("fields that must be filled in, or ask for an address: %s", fields)
	}
}
