package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/emersion/go-vcard"

	"signpost/generator/model"
	"signpost/generator/site"
)

// TestContactFiles reads the file of every area's first contact as a phone does.
func TestContactFiles(t *testing.T) {
	for name, b := range map[string]*builtSite{"real": realSite, "example": exampleSite} {
		with := 0
		for _, a := range b.build(t).directory.Areas {
			text := b.served(t, model.ContactAddress(a.Slug))
			linked := strings.Contains(b.served(t, model.AreaAddress(a.Slug)), model.ContactAddress(a.Slug)[1:])
			if linked != (text != "") {
				t.Errorf("%s, %s: a file %t, and a link to it %t", name, a.Slug, text != "", linked)
			}
			if text == "" {
				continue
			}
			with++
			checkContactFile(t, b, a, text)
		}
		t.Logf("%s: %d of %d areas have a first contact to save", name, with, len(b.directory.Areas))
		if with == 0 {
			t.Errorf("%s: no area has one", name)
		}
	}
}

func checkContactFile(t *testing.T, b *builtSite, a *model.Area, text string) {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("%s: the line %q is too long, or ends in half", a.Slug, line)
		}
	}
	card, err := vcard.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%s: %v", a.Slug, err)
	}
	first := a.FirstFor(model.Everyone)
	if card.Value("VERSION") != "3.0" || card.Value("FN") == "" || card.Name() == nil || card.Value("ORG") == "" {
		t.Errorf("%s: %v", a.Slug, card)
	}
	if name := first.Service.Name.Value.Name; name != "" && !strings.EqualFold(card.Value("FN"), name) {
		t.Errorf("%s: the name is %q; want %q", a.Slug, card.Value("FN"), name)
	}
	tel := card.Value("TEL")
	if want := strings.TrimPrefix(model.PhoneLink(first.Channel.Value), "tel:"); first.Class == model.RingService && tel != want {
		t.Errorf("%s: the number is %q; want %q", a.Slug, tel, want)
	}
	page := false
	for _, f := range card["URL"] {
		page = page || f.Value == strings.TrimSuffix(b.baseURL, "/")+model.AreaAddress(a.Slug)
	}
	if !page {
		t.Errorf("%s: no link to the area's page: %v", a.Slug, card["URL"])
	}
	note := strings.ReplaceAll(card.Value("NOTE"), `\;`, ";") // the reader leaves what RFC 2426 asks for
	if !strings.Contains(note, "21 November 2026") || !strings.Contains(strings.ToLower(note), strings.ToLower(first.Channel.Hours)) {
		t.Errorf("%s: the note is %q", a.Slug, note)
	}
	if !first.Origin.Told() && !strings.Contains(note, "The service has not told us this is right.") {
		t.Errorf("%s: it keeps quiet that nobody confirmed it: %q", a.Slug, note)
	}
}

// TestContactFileType: a phone is told what the file is, here and by the host.
func TestContactFileType(t *testing.T) {
	host := serveSite(t, realSite)
	address := model.ContactAddress("leeds")
	r, err := http.Get(host + address)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	for who, got := range map[string]string{"serve": r.Header.Get("Content-Type"), "the table of headers": site.HeadersFor(address)["Content-Type"]} {
		if got != "text/vcard; charset=utf-8" {
			t.Errorf("%s: %q", who, got)
		}
	}
}
