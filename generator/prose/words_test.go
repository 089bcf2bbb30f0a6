package prose

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// invented are a few terms; that of silent has no address.
var invented = NewGlossary([]Term{
	{"plan", "EHC plan", []string{"EHCP", "EHC", "education, health and care plan"}},
	{"send", "SEND", []string{"special educational needs"}},
	{"support", "SEN support", nil},
	{"sen", "SEN", nil},
	{"mediation", "Mediation", nil},
	{"adviser", "Mediation adviser", nil},
	{"carer", "Carer's Allowance", nil},
	{"co", "co-ordinator", nil},
	{"authority", "Local authority", nil},
	{"pfa", "PfA", nil},
	{"one", "One-to-one", []string{"1:1"}},
	{"amp", "amp", []string{"x27"}},
	{"silent", "silent", nil},
}, func(id string) string {
	if id == "silent" {
		return ""
	}
	return "#" + id
})

// linked shows spans as the tests write them: [term](#id).
func linked(spans []Span) string {
	var s strings.Builder
	for _, p := range spans {
		if p.Href == "" {
			s.WriteString(p.Text)
		} else {
			s.WriteString("[" + p.Text + "](" + p.Href + ")")
		}
	}
	return s.String()
}

func TestSpans(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "Ring us.", "Ring us."},
		{"empty", "", ""},
		{"a term", "Ask for an EHC plan.", "Ask for an [EHC plan](#plan)."},
		{"alone", "mediation", "[mediation](#mediation)"},
		{"the first use alone", "An EHCP is a plan. An EHC plan is an EHCP.", "An [EHCP](#plan) is a plan. An EHC plan is an EHCP."},
		{"capitals of words", "MEDIATION or Mediation", "[MEDIATION](#mediation) or Mediation"},
		{"capitals of a short form", "Send the ehc plan, and SEND it", "Send the ehc plan, and [SEND](#send) it"},
		{"a word beside a short form", "sen SUPPORT, SEN Support", "sen SUPPORT, [SEN Support](#support)"},
		{"a short form with a small letter", "pfa PFA PfA", "pfa PFA [PfA](#pfa)"},
		{"the longest form", "A mediation adviser does mediation", "A [mediation adviser](#adviser) does [mediation](#mediation)"},
		{"a longer form that was used hides no shorter one's letters", "SEN support and SEN support and SEN", "[SEN support](#support) and SEN support and [SEN](#sen)"},
		{"many", "two EHC plans, local authorities", "two [EHC plans](#plan), [local authorities](#authority)"},
		{"many of a short form", "EHCPs", "[EHCPs](#plan)"},
		{"whose", "the EHCP's date, the SEND’s", "the [EHCP's](#plan) date, the [SEND’s](#send)"},
		{"an apostrophe within", "Carer’s allowance", "[Carer’s allowance](#carer)"},
		{"a hyphen within", "a co-ordinator, a coordinator", "a [co-ordinator](#co), a coordinator"},
		{"a comma within", "education, health and care plan", "[education, health and care plan](#plan)"},
		{"another comma", "special, educational needs", "special, educational needs"},
		{"figures", "a 1:1 helper, 11:1", "a [1:1](#one) helper, 11:1"},
		{"part of a word", "premediation mediations2 EHCPx", "premediation mediations2 EHCPx"},
		{"part of a word with a hyphen", "self-mediation, EHCP-led", "self-mediation, EHCP-led"},
		{"part of an address", "mediation@example.org, www.example.org/mediation, SEND.pdf", "mediation@example.org, www.example.org/mediation, SEND.pdf"},
		{"in brackets and quotes", `("EHCP")`, `("[EHCP](#plan)")`},
		{"over a line's end", "special\n  educational\u00a0needs", "[special\n  educational\u00a0needs](#send)"},
		{"a term without an address", "a silent word", "a silent word"},
		{"accents", "été mediation naïve", "été [mediation](#mediation) naïve"},
		{"letters after", "mediationé", "mediationé"},
		{"not UTF-8", "a\xff EHCP", "a\uFFFD [EHCP](#plan)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := linked(invented.Page().Spans(test.text)); got != test.want {
				t.Errorf("Spans(%q)\n got %q\nwant %q", test.text, got, test.want)
			}
		})
	}
}

// A page links each term once, whichever of its texts holds it first, and
// never what it explains itself.
func TestPage(t *testing.T) {
	page := invented.Page("mediation")
	got := linked(page.Spans("Mediation and EHCP")) + "|" + linked(page.Spans("EHC plan, SEND"))
	body, err := page.HTML("SEND, SEN, EHCP, mediation", 2, nil)
	want := `Mediation and [EHCP](#plan)|EHC plan, [SEND](#send)|<p>SEND, <a href="#sen">SEN</a>, EHCP, mediation</p>`
	if got += "|" + body; got != want || err != nil {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
	if again := linked(invented.Page().Spans("EHCP")); again != "[EHCP](#plan)" {
		t.Errorf("the next page: %s", again)
	}
}

func TestLinkedHTML(t *testing.T) {
	for _, test := range []struct{ name, md, want string }{
		{"paragraph", "An EHCP, an EHCP.", `<p>An <a href="#plan">EHCP</a>, an EHCP.</p>`},
		{"two terms", "SEND and EHCP", `<p><a href="#send">SEND</a> and <a href="#plan">EHCP</a></p>`},
		{"not in a heading", "# EHCP\n\nEHCP", "<h2>EHCP</h2>\n" + `<p><a href="#plan">EHCP</a></p>`},
		{"not in a link", "[an EHCP](https://e.org) EHCP", `<p><a href="https://e.org" rel="nofollow noopener ugc">an EHCP</a> <a href="#plan">EHCP</a></p>`},
		{"not in what a link holds", "[an **EHCP**](https://e.org)", `<p><a href="https://e.org" rel="nofollow noopener ugc">an <strong>EHCP</strong></a></p>`},
		{"in the words of a link that went", "[an EHCP](javascript:x)", `<p>an <a href="#plan">EHCP</a></p>`},
		{"not in an address", "https://e.org/EHCP <a@EHCP.org>", `<p><a href="https://e.org/EHCP" rel="nofollow noopener ugc">https://e.org/EHCP</a> <a href="mailto:a@EHCP.org" rel="nofollow noopener ugc">a@EHCP.org</a></p>`},
		{"not in code", "`EHCP`\n\n    EHCP\n\nEHCP", "<p><code>EHCP</code></p>\n<pre><code>EHCP\n</code></pre>\n" + `<p><a href="#plan">EHCP</a></p>`},
		{"in emphasis", "**EHCP**", `<p><strong><a href="#plan">EHCP</a></strong></p>`},
		{"not through emphasis", "SEN *support*, EHC plan", `<p>SEN <em>support</em>, <a href="#plan">EHC plan</a></p>`},
		{"not part of a word with emphasis", "pre**EHCP**, EHCP*s*", `<p>pre<strong>EHCP</strong>, EHCP<em>s</em></p>`},
		{"in a list", "- EHCP\n- SEND", "<ul>\n" + `<li><a href="#plan">EHCP</a></li>` + "\n" + `<li><a href="#send">SEND</a></li>` + "\n</ul>"},
		{"in a quotation", "> EHCP", "<blockquote>\n" + `<p><a href="#plan">EHCP</a></p>` + "\n</blockquote>"},
		{"in a table, not in its head", "|EHCP|\n|-|\n|EHCP|", "<table>\n<thead>\n<tr>\n<th>EHCP</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n" + `<td><a href="#plan">EHCP</a></td>` + "\n</tr>\n</tbody>\n</table>"},
		{"over a line's end", "a special\neducational needs b", `<p>a <a href="#send">special` + "\n" + `educational needs</a> b</p>`},
		{"at a line's end", "an EHCP\nand SEND  \nand SEN", `<p>an <a href="#plan">EHCP</a>` + "\n" + `and <a href="#send">SEND</a><br>` + "\n" + `and <a href="#sen">SEN</a></p>`},
		{"several over line's ends", "EHCP special\neducational needs SEN\nmediation", `<p><a href="#plan">EHCP</a> <a href="#send">special` + "\n" + `educational needs</a> <a href="#sen">SEN</a>` + "\n" + `<a href="#mediation">mediation</a></p>`},
		{"beside signs", "&amp; amp &amp;EHCP &#x27;\\*SEND\\*", `<p>&amp; <a href="#amp">amp</a> &amp;<a href="#plan">EHCP</a> '*<a href="#send">SEND</a>*</p>`},
		{"raw HTML goes", "<b>EHCP</b>", `<p><a href="#plan">EHCP</a></p>`},
		{"a term without an address", "silent", "<p>silent</p>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := invented.Page().HTML(test.md, 2, nil)
			if err != nil || got != test.want {
				t.Errorf("HTML(%q)\n got %q, %v\nwant %q", test.md, got, err, test.want)
			}
		})
	}
}

var (
	ownLink = regexp.MustCompile(`<a href="#[a-z]+">((?s:.)*?)</a>`)
	anchor  = regexp.MustCompile(`</?a[ >]`)
)

// FuzzLinkedHTML: whatever a text holds, its links change nothing else, each
// term has one at most, and none stands in another.
func FuzzLinkedHTML(f *testing.F) {
	for _, seed := range []string{"EHCP\nSEND", "# EHCP\n\n- a *EHC\nplan*\n", "[EHCP](https://e.org) **SEN** support", "&amp;amp; \\SEND", "|SEND|\n|-|\n|SEN support|", "SEN  \nsupport", "`SEN` a@mediation.org ~~EHC plan~~"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, md string) {
		want, err := GuideHTML(md, 2, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := invented.Page().HTML(md, 2, nil)
		if err != nil {
			t.Fatal(err)
		}
		if without := ownLink.ReplaceAllString(got, "$1"); without != want {
			t.Errorf("HTML(%q)\n got %q\nwant %q and links", md, got, want)
		}
		for _, l := range ownLink.FindAllString(got, -1) {
			if href, _, _ := strings.Cut(l, ">"); strings.Count(got, href+">") > 1 {
				t.Errorf("%q has %s twice", md, href)
			}
		}
		inside := false
		for _, a := range anchor.FindAllString(got, -1) {
			if opens := a != "</a>"; opens == inside {
				t.Errorf("a link in a link of %q: %s", md, got)
			}
			inside = !inside
		}
	})
}

// FuzzSpans: the spans of a text are the text.
func FuzzSpans(f *testing.F) {
	for _, seed := range []string{"an EHC plan", "SEN support’s\u00a0SEND", "\xff1:1", "local authorities"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got strings.Builder
		for _, s := range invented.Page().Spans(text) {
			got.WriteString(s.Text)
		}
		if got.String() != clean(text) {
			t.Errorf("Spans(%q) say %q", text, got.String())
		}
	})
}

// The words of HTML and of plain text are found alike.
func TestSpansAsHTML(t *testing.T) {
	text := "A mediation adviser's SEN support; EHC plans & SEND (1:1)."
	got, err := invented.Page().HTML(text, 2, nil)
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, s := range invented.Page().Spans(text) {
		if says := html.EscapeString(s.Text); s.Href == "" {
			want.WriteString(says)
		} else {
			want.WriteString(`<a href="` + s.Href + `">` + strings.ReplaceAll(says, "&#39;", "'") + "</a>")
		}
	}
	if got != "<p>"+want.String()+"</p>" {
		t.Errorf("got %s, want %s", got, want.String())
	}
}
