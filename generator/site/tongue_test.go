package site

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// inUrdu is the page of Northam, with a first contact, in Urdu.
func inUrdu(t *testing.T, reviewed string, first model.FirstContact) languageAreaView {
	t.Helper()
	d, _ := northam(t, first)
	i := slices.IndexFunc(d.Languages, func(l model.Language) bool { return l.Tag == "ur" })
	if reviewed != "" {
		d.Languages[i].ReviewedBy, d.Languages[i].ReviewedOn = "native speaker", date(reviewed)
	}
	v, err := newViews(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	view, err := v.languageArea(pageAt(t, d, "/ur/areas/northam/"))
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// spokenText is what the passages say, each line after its language.
func spokenText(passages []utterance) string {
	var b strings.Builder
	for _, p := range passages {
		for _, l := range p.Lines {
			b.WriteString(p.Lang + " " + string(l.Part) + ": " + Words(l.Says) + "\n")
		}
	}
	return b.String()
}

// TestSpokenSign: the sign says in the language what that has words for, and
// the rest in English, which it calls so.
func TestSpokenSign(t *testing.T) {
	o := seen(page, "")
	for _, test := range []struct {
		name    string
		first   model.FirstContact
		want    []string
		without string
	}{
		{"a number, told", leads(toldService("2026-11-03"), model.RingService, model.Phone), []string{
			"en-GB name: Northam SEND Advice\n",
			"ur what: یہ سروس",
			"ur call: اس نمبر پر فون کریں: 01632 960 123\n",
			"ur hours: وہ فون کا جواب کب دیتے ہیں\nen-GB hours: Monday to Friday, 10am to 2pm.\nur hours: Monday: پیر · Friday: جمعہ\n",
			"en-GB told: Northam SEND Advice told us this on 3 November 2026.\n",
		}, "Try this number first"},
		{"a site alone", leads(service("northam-iass", name("Northam SENDIASS", o), channel(model.Website, website, o)), model.OpenService, model.Website), []string{
			"ur head: اس ویب سائٹ سے شروع کریں۔\n", "ur unsure: ہمیں ان کا فون نمبر معلوم نہیں۔\n", "ur unsure: اس سروس نے ہمیں نہیں بتایا کہ یہ درست ہے۔\n",
		}, "Start with this website"},
		{"the council's page", council(nil, o), []string{"ur head: پہلے کونسل (council) سے پوچھیں۔\n", "en-GB name: We do not know this service's name.\n"}, "Ask the council first"},
		{"two numbers", conflicting(), []string{"en-GB unsure: We found two numbers."}, ""},
		{"closed", closed("2027-01-04"), []string{"en-GB notice: Northam SEND Advice cannot take new families until 4 January 2027."}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			view := inUrdu(t, "", test.first)
			got := spokenText(slices.Concat(view.Panels[0].Board, view.Panels[0].Below))
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			if test.without != "" && strings.Contains(got, test.without) {
				t.Errorf("%q in\n%s", test.without, got)
			}
		})
	}
}

// TestSpokenPromises: that help is free and takes no side stands beside an
// advice service alone, with the law in English.
func TestSpokenPromises(t *testing.T) {
	if p := inUrdu(t, "", leads(toldService("2026-11-03"), model.RingService, model.Phone)).Panels[0]; len(p.Promises) != 2 || !strings.Contains(Words(p.Law.Says), "section 32") || p.Law.Lang != "en-GB" {
		t.Errorf("%+v, by %+v", p.Promises, p.Law)
	}
	if p := inUrdu(t, "", council(nil, seen(page, ""))).Panels[0]; len(p.Promises) > 0 {
		t.Errorf("a promise without an advice service: %+v", p.Promises)
	}
}

// TestSpokenReview: until a native speaker has read a language, a page says so
// and says only what is fixed. After that it has the other words, too.
func TestSpokenReview(t *testing.T) {
	first := leads(toldService("2026-11-03"), model.RingService, model.Phone)
	before, after := inUrdu(t, "", first), inUrdu(t, "2026-11-04", first)
	if len(before.Notices) != 2 || before.Notices[0].Lang != "ur" || before.Notices[1].Lang != "en-GB" || len(after.Notices) != 0 {
		t.Errorf("notices before: %+v, after: %+v", before.Notices, after.Notices)
	}
	if got := Words(before.Heading.Says); got != "Northam · اردو" {
		t.Errorf("the heading before is %q", got)
	}
	if got := Words(after.Heading.Says); got != "آپ کے قریب مدد: Northam" {
		t.Errorf("the heading after is %q", got)
	}
	if before.Panels[0].First != nil || after.Panels[0].First == nil || before.Frame.Box.Lang != "" || after.Frame.Box.Find != "تلاش کریں" || before.Frame.Skip.Lang != "en-GB" || after.Frame.Skip.Lang != "ur" {
		t.Errorf("before: %+v\nafter: %+v", before.Frame, after.Frame)
	}
	below := spokenText(after.Panels[0].Below)
	for _, want := range []string{"ur other: ویب سائٹ: northam-advice.example.org\n", "ur told: آخری جانچ: 3 November 2026\n"} {
		if !strings.Contains(below, want) {
			t.Errorf("no %q in\n%s", want, below)
		}
	}
}

// TestInterpreter: who speaks the language is what services told; silence is said.
func TestInterpreter(t *testing.T) {
	told := toldService("2026-11-03")
	silent := spokenText(inUrdu(t, "", leads(told, model.RingService, model.Phone)).Interpreter.Known)
	told.Languages = model.Fact[model.Languages]{Origin: told.Name.Origin, Value: model.Languages{IDs: []string{"urdu"}, Interpreter: "yes"}}
	said := spokenText(inUrdu(t, "", leads(told, model.RingService, model.Phone)).Interpreter.Known)
	told.Languages.Origin = seen(page, "2026")
	unsure := spokenText(inUrdu(t, "", leads(told, model.RingService, model.Phone)).Interpreter.Known)
	for got, want := range map[string]string{
		silent: "We have not been told who speaks Urdu here.\n",
		said:   "They told us that they speak Urdu:\nen-GB other: Northam SEND Advice: 01632 960 123\n",
		unsure: "We have not been told if they can get an interpreter. You can still ask.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if !strings.Contains(said, "Northam SEND Advice: they can get an interpreter.\n") {
		t.Errorf("no interpreter in\n%s", said)
	}
}

// TestDays: the days in hours are explained, however they are written, and no
// other word is.
func TestDays(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	v, err := newViews(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	polish, err := v.tongue("pl")
	if err != nil {
		t.Fatal(err)
	}
	for hours, want := range map[string]string{
		"Mon-Fri 8:30am to 3:30pm":           "Monday: poniedziałek · Friday: piątek",
		"Tues, Weds and Thurs":               "Tuesday: wtorek · Wednesday: środa · Thursday: czwartek",
		"Sundays; the first Sunday of March": "Sunday: niedziela",
		"once a Month, Saturated":            "",
		"any time":                           "",
	} {
		if got := Words(polish.days(hours)); got != want {
			t.Errorf("%q: %q; want %q", hours, got, want)
		}
	}
}

// TestAlternates: every form of a page names all of them, itself too.
func TestAlternates(t *testing.T) {
	d, _ := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	v, err := newViews(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"/areas/northam/", "/ur/areas/northam/", "/", "/pl/"} {
		p := pageAt(t, d, address)
		got := v.alternateLinks(p)
		if len(got) != 1+len(d.Languages) || got[0].Lang != "x-default" || got[0].Href != got[1].Href {
			t.Errorf("%s: %+v", address, got)
		}
		if !slices.Contains(got, alternateLink{cmp.Or(p.Language, model.SourceLanguage), v.link(address)}) {
			t.Errorf("%s is not among %+v", address, got)
		}
	}
	if got := v.alternateLinks(pageAt(t, d, "/areas/")); got != nil {
		t.Errorf("the list of areas has %+v", got)
	}
}
