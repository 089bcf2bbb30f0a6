package answer

import (
	"strings"
	"testing"
)

const samplePage = `<!doctype html><html><head></head><body>
<input value="" data-value="query"><input type="checkbox" data-ticked="on-need-autism"><details data-open="filtered"></details>
<p data-if="one" hidden>one</p><p data-unless="one">not one</p>
<a data-to="exact" href="/old">exact</a><b data-words="read">old</b>
<ul data-rows="help" data-row="result"><li>old</li></ul>
<template id="row-result"><li><a data-to="address" data-words="title"></a><i data-if="label" data-words="label"></i><span data-rows="says" data-row="say"></span></li></template>
<template id="row-say"><u data-words="text"></u></template>
</body></html>`

func filled(t *testing.T, s Slots) string {
	t.Helper()
	page, err := NewPage([]byte(samplePage))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := page.Fill(&out, s); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFill(t *testing.T) {
	var s, row, say Slots
	s.set("query", `"><script>alert(1)</script>`)
	s.set("one", "yes")
	s.set("exact", "/find/?q=a&exact=yes")
	s.set("read", "<autism>")
	s.set("on-need-autism", "yes")
	s.set("filtered", "yes")
	say.set("text", "0300 123 4567")
	row.set("address", "/help/start/")
	row.set("title", "Start here")
	row.list("says", []Slots{say, say})
	s.list("help", []Slots{row, row})
	got := filled(t, s)
	result := `<li><a data-to="address" data-words="title" href="/help/start/">Start here</a><span data-rows="says" data-row="say"><u data-words="text">0300 123 4567</u><u data-words="text">0300 123 4567</u></span></li>`
	for _, want := range []string{
		`<input value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" data-value="query"/>`,
		`data-ticked="on-need-autism" checked=""`, `<details data-open="filtered" open="">`,
		`<p data-if="one">one</p><p data-unless="one" hidden="">`, `href="/find/?q=a&amp;exact=yes"`,
		`<b data-words="read">&lt;autism&gt;</b>`, `<ul data-rows="help" data-row="result">` + result + result + `</ul>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s:\n%s", want, got)
		}
	}
}

// TestFillNothing: an empty answer hides what a full one shows, and leaves no
// link and no words of before.
func TestFillNothing(t *testing.T) {
	got := filled(t, Slots{})
	for _, want := range []string{`<p data-if="one" hidden="">`, `<p data-unless="one">`, `<a data-to="exact">`, `<b data-words="read"></b>`, `<ul data-rows="help" data-row="result"></ul>`} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s:\n%s", want, got)
		}
	}
}

func TestPageWithoutRows(t *testing.T) {
	if _, err := NewPage([]byte("<p>no rows")); err == nil {
		t.Error("a page without rows was taken")
	}
}
