package site

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"signpost/generator/model"
)

// reported is the part of a service's page that asks what is wrong.
func reported(t *testing.T, d *model.Directory) *html.Node {
	t.Helper()
	files := tree(t, write(t, d, Options{}))
	doc, err := html.Parse(strings.NewReader(files["services/northam-advice/index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range elements(doc, "section") {
		if attribute(s, "aria-labelledby") == "mistake" {
			return s
		}
	}
	t.Fatal("no part that asks what is wrong")
	return nil
}

// TestMistakeForm: a form that a static host takes in, with a trap for
// machines, four reasons, and nothing that asks who somebody is.
func TestMistakeForm(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	d.Settings.MistakesBy = model.ByForm
	part := reported(t, d)
	form := elements(part, "form")[0]
	if attribute(form, "data-netlify") != "true" || attribute(form, "action") != model.ThanksAddress || attribute(form, "method") != "post" {
		t.Errorf("the form: %v", form.Attr)
	}
	fields := map[string]int{}
	for _, tag := range []string{"input", "textarea"} {
		for _, e := range elements(form, tag) {
			fields[attribute(e, "name")]++
		}
	}
	trap := attribute(form, "netlify-honeypot")
	want := map[string]int{"form-name": 1, "page": 1, trap: 1, "reason": 4, "right": 1}
	for name := range fields {
		if fields[name] != want[name] {
			t.Errorf("%d fields are called %q; want %d", fields[name], name, want[name])
		}
	}
	if len(fields) != len(want) || trap == "" {
		t.Errorf("fields: %v", fields)
	}
	checkReport(t, part)
}

// TestMistakeMail: without such a host, four mails that are half written.
func TestMistakeMail(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	d.Settings.MistakesBy = model.ByMail
	part := reported(t, d)
	if len(elements(part, "form")) > 0 {
		t.Error("there is a form, and nobody who takes it in")
	}
	mails := 0
	for _, a := range elements(part, "a") {
		link, err := url.Parse(attribute(a, "href"))
		if err != nil || link.Scheme != "mailto" {
			continue
		}
		mails++
		body := link.Query().Get("body")
		if !strings.HasPrefix(body, "The page: https://signpost.example/services/northam-advice/\r\n\r\n"+text(a)) || link.Opaque != "mistakes@signpost.example" {
			t.Errorf("%s: %q", attribute(a, "href"), body)
		}
	}
	if mails != len(reasons) {
		t.Errorf("%d mails; want one for each of %d reasons", mails, len(reasons))
	}
	checkReport(t, part)
}

// checkReport: whoever reports is told that nobody who reads it can help, whom
// to ring, and when it is deleted.
func checkReport(t *testing.T, part *html.Node) {
	t.Helper()
	says := text(part)
	for _, want := range []string{"No supporter reads this. To talk to somebody, ring Northam SEND Advice : 01632 960 123 .", "You do not have to say who you are.", "We delete reports after 90 days.", "Do you work for this service?"} {
		if !strings.Contains(says, want) {
			t.Errorf("no %q in\n%s", want, says)
		}
	}
	for _, r := range reasons {
		if !strings.Contains(says, r.Says) {
			t.Errorf("the reason %q is missing", r.Says)
		}
	}
}

// TestTalk: the number beside the report is one where somebody answers now.
func TestTalk(t *testing.T) {
	for _, test := range []struct {
		why   string
		first model.FirstContact
		areas []string
		want  string
	}{
		{"the area's first contact", leads(toldService("2026-11-03"), model.RingService, model.Phone), []string{"northam"}, "Northam SEND Advice: 01632 960 123."},
		{"one that is closed", closed("2027-01-04"), []string{"northam"}, "The Family Line: 0808 157 0123."},
		{"a website alone", leads(conflicting().Service, model.OpenService, model.Website), []string{"northam"}, "The Family Line: 0808 157 0123."},
		{"all of England", leads(toldService("2026-11-03"), model.RingService, model.Phone), []string{model.England}, "The Family Line: 0808 157 0123."},
		{"no area", leads(toldService("2026-11-03"), model.RingService, model.Phone), nil, "The Family Line: 0808 157 0123."},
	} {
		d, _ := northam(t, test.first)
		v := &views{d: d, base: rootBase}
		says, from := v.talk(test.areas)
		if got := Words(says); !strings.HasSuffix(got, test.want) || len(from) != 1 {
			t.Errorf("%s: %q, from %v; want %q", test.why, got, from, test.want)
		}
	}
}

// TestWorkLinks: the people of a service find their entry in the form, as a
// file, and what is known of it.
func TestWorkLinks(t *testing.T) {
	s := toldService("2026-11-03")
	s.Records[0].Where = model.Where{File: "content/services/northam/northam-advice.md"}
	d, _ := northam(t, leads(s, model.RingService, model.Phone))
	d.Settings.Repository = "https://git.example.org/signpost/blob/main"
	v := &views{d: d, base: rootBase}
	var links []string
	for _, w := range v.mistake(model.Page{Address: "/services/northam-advice/"}, []string{"northam"}, s).Work {
		links = append(links, w.Href)
	}
	want := "/admin/#/collections/services/entries/northam/northam-advice https://git.example.org/signpost/blob/main/content/services/northam/northam-advice.md /providers/ /providers/quality/northam/"
	if got := strings.Join(links, " "); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
