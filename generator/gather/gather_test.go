package gather

import (
	"net/url"
	"strings"
	"testing"
)

const page = `<!doctype html><html><head><title>Moving</title></head><body>
<form data-gather-form><input name="from"><input name="to" value="old"><input name="day"><select name="from"><option value=""></option><option value="kent">Kent</option></select></form>
<p data-gather-when="from-ask" hidden>Which <b data-gather-words="from-typed"></b>?</p><ul data-gather-links="from"></ul>
<p data-gather-when="from-unknown" hidden>We do not know it</p><p data-gather-when="to-same" hidden>The same</p>
<p data-gather-unless="from to">Choose</p>
<div data-gather="from" data-page="/areas/{}/" data-take="sign" data-level="3"></div>
<div data-gather="to" data-page="/areas/{}/" data-take="sign" data-but="from"></div>
</body></html>`

const kent = `<!doctype html><title>Kent</title><h1>Kent:  who supports you</h1>
<section class="sign big" id="s" aria-labelledby="head other"><script>alert(1)</script><style>p{}</style><form></form>
<h2 id="head">Try this</h2><a href="#head">up</a><a href="#away">away</a><a href="/b/">b</a><div class="sign">inside</div></section><p>not this</p>`

func read(address string) []byte {
	switch address {
	case "/areas/kent/":
		return []byte(kent)
	case "/areas/leeds/":
		return []byte(strings.ReplaceAll(kent, "Kent", "Leeds"))
	}
	return nil
}

func meant(text string) Meaning {
	switch text {
	case "kent", "Maidstone":
		return Meaning{Area: Area{"kent", "Kent"}}
	case "leeds":
		return Meaning{Area: Area{"leeds", "Leeds"}}
	case "Newport":
		return Meaning{Choices: []Area{{"kent", "Kent"}, {"leeds", "Leeds"}}, Nations: []string{"Wales"}}
	}
	return Meaning{}
}

func fill(t *testing.T, query string) string {
	t.Helper()
	q, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return string(Gatherer{meant}.Fill([]byte(page), q, read))
}

func TestFill(t *testing.T) {
	got := fill(t, "from=Maidstone&to=leeds&day=24+8+2026")
	for _, want := range []string{
		`<input name="from" value="Kent"/><input name="to" value="Leeds"/><input name="day" value="24 8 2026"/>`, `<option value="kent" selected="">`,
		`<div class="sp-gathered"><h3 id="g1-kent-name"><a href="/areas/kent/">Kent: who supports you</a></h3>`,
		`<section class="sign big" id="g1-kent-s" aria-labelledby="g1-kent-name g1-kent-head g1-kent-other">`,
		`<h4 id="g1-kent-head">Try this</h4><a href="#g1-kent-head">up</a><a href="/areas/kent/#away">away</a><a href="/b/">b</a><div class="sign">inside</div></section></div>`,
		`<h2 id="g2-leeds-name"><a href="/areas/leeds/">Leeds: who supports you</a></h2>`, `<h3 id="g2-leeds-head">`,
		`<p data-gather-unless="from to" hidden="">`, `<p data-gather-when="from-ask" hidden="">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s:\n%s", want, got)
		}
	}
	for _, not := range []string{"<script", "<style", "not this", "alert"} {
		if strings.Contains(got, not) {
			t.Errorf("%q was taken", not)
		}
	}
}

// TestAsk: what is not one area is asked about, with the rest of the question
// kept.
func TestAsk(t *testing.T) {
	got := fill(t, "from=Newport&to=leeds&day=1")
	for _, want := range []string{`<p data-gather-when="from-ask">Which <b data-gather-words="from-typed">Newport</b>?`,
		`<li><a href="?day=1&amp;from=kent&amp;to=leeds">Kent</a></li><li><a href="?day=1&amp;from=leeds&amp;to=leeds">Leeds</a></li>`, `value="Newport"`, "g2-leeds-name"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s:\n%s", want, got)
		}
	}
	if got := fill(t, "from=Atlantis"); !strings.Contains(got, `<p data-gather-when="from-unknown">`) {
		t.Errorf("Atlantis is known:\n%s", got)
	}
}

// TestSame: one column where both are one, and one heading for a value that
// stands twice.
func TestSame(t *testing.T) {
	got := fill(t, "from=kent&from=Maidstone&to=kent")
	if !strings.Contains(got, `<p data-gather-when="to-same">`) || strings.Count(got, `<section class="sign`) != 1 {
		t.Error(got)
	}
	if got := fill(t, "from=kent&from=leeds"); strings.Count(got, `<section class="sign`) != 2 {
		t.Error(got)
	}
}

// TestNothing: what names no area changes nothing, whatever it is; and no page
// beside those of areas is ever read.
func TestNothing(t *testing.T) {
	for _, query := range []string{"", "a=b", "from=", "from=+&to="} {
		if fill(t, query) != page {
			t.Errorf("%q changes the page", query)
		}
	}
	for _, hostile := range []string{"../../etc/passwd", "kent/../leeds", "%2e%2e", "KENT", "kent/", "<script>alert(1)</script>", strings.Repeat("a", 1000), "kent?x", "\x00", "{}", "//evil"} {
		q := url.Values{"from": {hostile}}
		var asked []string
		got := string(Gatherer{}.Fill([]byte(page), q, func(address string) []byte {
			asked = append(asked, address)
			return read(address)
		}))
		if strings.Contains(got, "sp-gathered") || strings.Contains(got, "<script") {
			t.Errorf("%.20q gathers: %s", hostile, got)
		}
		for _, address := range asked {
			if strings.ContainsAny(strings.TrimSuffix(strings.TrimPrefix(address, "/areas/"), "/"), "/.?%<") {
				t.Errorf("%.20q: %s is read", hostile, address)
			}
		}
	}
	if got := string(Gatherer{}.Fill([]byte(page), url.Values{"from": {"kent"}}, read)); !strings.Contains(got, "g1-kent-name") {
		t.Error("a Gatherer without places takes no slug")
	}
	many := url.Values{}
	for range 100 {
		many.Add("from", "kent")
	}
	if got := string(Gatherer{}.Fill([]byte(page), many, read)); strings.Count(got, "sp-gathered") != 1 {
		t.Error("an area stands twice")
	}
}
