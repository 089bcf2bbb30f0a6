package main

import (
	"strings"
	"testing"
)

// TestP8Moira: a foster carer looks after a child whom another council placed.
// She names the place where the child lives and that council, and sees both
// services, the one where the child lives first. Nothing says that the council
// that placed the child has the plan.
func TestP8Moira(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		what := map[bool]string{true: "with script", false: "without script"}[script]
		mark := map[bool]string{true: "#", false: "?"}[script]
		tab := browser(t)
		meet(t, tab, small(script), host+"/help/looked-after/")
		if !evaluate[bool](t, tab, `[...document.querySelectorAll("main a")].some(a => a.pathname.endsWith("/fostering/"))`) {
			t.Errorf("%s: the help page does not lead to /fostering/", what)
		}
		meet(t, tab, small(script), host+"/fostering/")
		says(t, tab, what, "Who to ring", "0808 808 3555")
		sent(t, tab, map[string]string{"lives": "Maidstone", "placed": "Leeds City Council"}, gathered)
		says(t, tab, what, "Ring the one where the child lives first. Ask them if you are not sure.", contactOf("kent"), contactOf("leeds"),
			"not legal advice", "parental responsibility", "virtual school", "social worker", "Most often the council where the child lives looks after the plan")
		text := evaluate[string](t, tab, visible)
		if strings.Index(text, contactOf("kent")) > strings.Index(text, contactOf("leeds")) {
			t.Errorf("%s: the service where the child lives does not stand first", what)
		}
		for _, wrong := range []string{"placed the child looks after the plan", "placed the child has the plan", "placed the child keeps the plan", "placing council"} {
			if strings.Contains(text, wrong) {
				t.Errorf("%s: the page says %q", what, wrong)
			}
		}
		notSideways(t, tab, what)
		meet(t, tab, small(script), "about:blank")
		meet(t, tab, small(script), host+"/fostering/"+mark+"lives=kent&placed=kent")
		until(t, tab, gathered)
		if n := evaluate[int](t, tab, `document.querySelectorAll(".sp-gathered").length`); n != 1 {
			t.Errorf("%s: one council makes %d columns", what, n)
		}
		says(t, tab, what, "So there is one place to ring")
		meet(t, tab, small(script), "about:blank")
		meet(t, tab, small(script), host+"/fostering/"+mark+"lives=newport&placed=scotland")
		until(t, tab, `!document.body.hasAttribute("aria-busy") && document.querySelectorAll("[data-gather-links] a").length > 1`)
		says(t, tab, what, "Which one do you mean?", "This site is for England. For Scotland")
		meet(t, tab, small(script), "about:blank")
		meet(t, tab, look{width: 800, media: "print", script: script}, host+"/fostering/"+mark+"lives=kent&placed=leeds")
		until(t, tab, gathered)
		if n := printed(t, tab); n == 0 || n > 2 {
			t.Errorf("%s: the page prints on %d sides; one sheet has two", what, n)
		}
	}
}
