package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
	"signpost/generator/output"
	"signpost/generator/site"
	"signpost/search"
)

// TestClasses pins how families of each real area can begin: a service's
// number, its website or e-mail, or the council's page. A change of the data
// shows here area by area.
func TestClasses(t *testing.T) {
	d := realSite.build(t).directory
	counts := map[model.ContactClass]int{}
	var lines strings.Builder
	for _, a := range d.Areas {
		f := a.FirstFor(model.Everyone)
		counts[f.Class]++
		fmt.Fprintf(&lines, "%-14s %s\n", f.Class, a.Slug)
	}
	var all strings.Builder
	for _, c := range []model.ContactClass{model.RingService, model.OpenService, model.AskCouncil} {
		fmt.Fprintf(&all, "%s: %d of %d areas\n", c, counts[c], len(d.Areas))
	}
	golden(t, "testdata/real/classes.txt", all.String()+"\n"+lines.String())
	if len(d.Areas) != 153 {
		t.Errorf("%d areas; England has 153", len(d.Areas))
	}
}

// TestSignsAreFit holds every sign of every real area to the rules of what may
// lead: nothing doubtful, guessed, withheld or somebody else's.
func TestSignsAreFit(t *testing.T) {
	d := realSite.build(t).directory
	for _, a := range d.Areas {
		for _, f := range a.First {
			where := a.Slug + ", " + f.Audience
			switch r := f.Origin.Record; {
			case f.Channel.Value == "":
				t.Errorf("%s: the sign has nothing to ring or open", where)
			case f.Service != nil && f.Service.Kind != model.IASS:
				t.Errorf("%s: a service of kind %s leads", where, f.Service.Kind)
			case f.Class == model.AskCouncil:
			case r == nil:
				t.Errorf("%s: %s has no origin", where, f.Channel.Value)
			case !r.Source.Told() && (r.Confidence == model.Low || r.Former || r.WasInferred(model.Group(f.Channel.Type))):
				t.Errorf("%s: %s comes from a row that is not fit (%s)", where, f.Channel.Value, r.Where)
			case !f.Channel.Own():
				t.Errorf("%s: %s is %s's", where, f.Channel.Value, f.Channel.ContactOf)
			case !r.Source.Told() && model.IsMobile(f.Channel.Value):
				t.Errorf("%s: %s is a mobile number from a register", where, f.Channel.Value)
			}
		}
	}
}

// signed are the real areas whose printed signs are kept word for word: one of
// each shape.
var signed = []string{
	"barnet",                   // a name alone, and the council's page
	"barnsley",                 // a link that a link check opened
	"central-bedfordshire",     // not even a name
	"east-riding-of-yorkshire", // reached through another line
	"hammersmith-and-fulham",   // a contract that ended
	"kent",                     // a number and hours of 2020
	"kingston-upon-thames",     // one service for two boroughs
	"leeds",                    // a number, hours, no date
	"nottingham",               // a site, after a contract ended
	"oxfordshire",              // a number whose page is old
	"plymouth",                 // two numbers, neither fit
	"st-helens",                // closed when it was seen
	"sunderland",               // a section for young people
	"surrey",                   // a site, and an area that will end
	"warrington",               // a number that is the council's
	"wokingham",                // a number seen on the council's page
}

func TestSigns(t *testing.T) {
	var text strings.Builder
	for _, slug := range signed {
		writeSigns(t, &text, realSite.build(t).directory, slug)
	}
	golden(t, "testdata/real/signs.txt", text.String())
}

// writeSigns writes the panels of an area: everyone's, and those of audiences
// that start elsewhere.
func writeSigns(t *testing.T, text *strings.Builder, d *model.Directory, slug string) {
	t.Helper()
	a := d.Area(slug)
	if a == nil {
		t.Fatalf("there is no area %q", slug)
	}
	printed := ""
	for _, audience := range model.FirstAudiences {
		panel := site.Sign(d, a, audience).Text()
		if panel == printed || printed != "" && a.FirstFor(audience).Service == a.FirstFor(model.Everyone).Service {
			continue
		}
		printed = panel
		fmt.Fprintf(text, "== %s, %s\n%s\n", slug, audience, panel)
	}
}

// TestSurrey follows the one area whose end is known: the day before, and the
// day after.
func TestSurrey(t *testing.T) {
	before, after := realSite.build(t).directory, nextSite.build(t).directory
	for _, slug := range []string{"east-surrey", "west-surrey"} {
		if before.Area(slug) != nil {
			t.Errorf("%s has a page before it begins", slug)
		}
		a := after.Area(slug)
		if a == nil {
			t.Fatalf("%s does not exist on %s", slug, after.AsAt)
		}
		if f := a.FirstFor(model.Everyone); f.Service == nil || f.Service.ID != "surrey-iass" {
			t.Errorf("%s does not begin with Surrey's service: %+v", slug, f)
		}
	}
	if len(after.Areas) != 154 || after.Area("surrey") == nil || slices.Contains(after.Areas, after.Area("surrey")) {
		t.Errorf("%d areas on %s; Surrey should be kept as ended", len(after.Areas), after.AsAt)
	}
	for district, slug := range map[string]string{"guildford": "west-surrey", "elmbridge": "east-surrey"} {
		for _, a := range after.Areas {
			has := slices.ContainsFunc(a.Districts, func(x model.District) bool { return x.Slug == district })
			if has != (a.Slug == slug) {
				t.Errorf("%s belongs to %s: %t", district, a.Slug, has)
			}
		}
	}
	for query, want := range map[string]string{"guildford": "/areas/west-surrey/", "Elmbridge": "/areas/east-surrey/"} {
		if got := nextSite.first(t, query); got != want {
			t.Errorf("searching for %q finds %s first; want %s", query, got, want)
		}
	}
	if nextSite.served(t, "/areas/surrey/") == "" || nextSite.served(t, "/services/surrey-iass/") == "" {
		t.Error("Surrey's own addresses lead nowhere")
	}
}

// first is the address of the first answer of the site's search index.
func (b *builtSite) first(t *testing.T, query string) string {
	t.Helper()
	index, err := search.Open(filepath.Join(output.IndexFolder(b.build(t).out), "bleve"))
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	plan, err := index.Plan(context.Background(), search.Question{Text: query})
	if err != nil {
		t.Fatal(err)
	}
	hits, _, err := index.Find(context.Background(), plan, search.Filter{}, 1)
	if err != nil || len(hits) == 0 {
		t.Fatalf("%q: %v, %v", query, hits, err)
	}
	return hits[0].Address
}

// TestSearchAreas: every area is found first by its own name.
func TestSearchAreas(t *testing.T) {
	for _, a := range realSite.build(t).directory.Areas {
		if got := realSite.first(t, a.Name); got != model.AreaAddress(a.Slug) {
			t.Errorf("searching for %q finds %s first", a.Name, got)
		}
	}
}

// TestProblemsOfRealData: the real directory has no errors, and its warnings
// are looked at.
func TestProblemsOfRealData(t *testing.T) {
	var text strings.Builder
	for _, p := range realSite.build(t).problems {
		fmt.Fprintf(&text, "%s %s\n", p.Rule, p.Where.File)
	}
	golden(t, "testdata/real/warnings.txt", text.String())
}
