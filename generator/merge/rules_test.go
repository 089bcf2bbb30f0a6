package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

func rulesOf(problems []model.Problem) string {
	var rules []string
	for _, p := range problems {
		if !slices.Contains(rules, p.Rule) {
			rules = append(rules, p.Rule)
		}
	}
	return strings.Join(rules, " ")
}

func email(s string) detail { return channel(model.Channel{Type: model.Email, Value: s}) }
func was(id string) detail  { return func(r *model.Record) { r.Was = []string{id} } }
func status(id, until string) detail {
	return func(r *model.Record) { r.Status = model.Status{ID: id, Until: day(until)} }
}

// An id never joins two kinds of service: the forum's number would stand in
// the sign.
func TestIDOfTwoKinds(t *testing.T) {
	d, problems := merged(t, "2026-11-21", record(entries, 1, id("x"), was("f")), record(register, 1, id("f"), kind(model.ParentCarerForum), phone("01632 960 001")))
	if f := d.Area("northam").FirstFor(model.Everyone); f.Class == model.RingService {
		t.Errorf("the forum's number leads: %+v", f)
	}
	if !model.HasErrors(problems) || rulesOf(problems) != "id-of-two-kinds" {
		t.Errorf("problems: %v", problems)
	}
}

// Several services without an id each get one, and a warning.
func TestMint(t *testing.T) {
	forum := kind(model.ParentCarerForum)
	d, problems := merged(t, "2026-11-21", record(register, 1, forum, named("A")), record(register, 2, forum, named("B")), record(register, 3, forum, named("C")))
	var ids []string
	for _, s := range d.Services {
		ids = append(ids, s.ID)
	}
	if got := strings.Join(ids, " "); got != "northam-parent-carer-forum northam-parent-carer-forum-2 northam-parent-carer-forum-3" || len(problems) != 3 {
		t.Errorf("ids %s, %d problems", got, len(problems))
	}
}

// A contract that ended before the service was last heard of says nothing of
// today.
func TestOldContractOfToldService(t *testing.T) {
	d, _ := merged(t, "2026-11-21", record(entries, 1, id("x"), phone("01632 960 001"), checked("2026-11-01")), record(register, 1, id("x"), contract("2020-03-31")))
	if s := d.Service("x"); !s.ContractEnded.IsZero() || d.Area("northam").Provision.Kind != model.Single {
		t.Errorf("contract ended %q, provision %s", s.ContractEnded, d.Area("northam").Provision.Kind)
	}
}

func TestEnded(t *testing.T) {
	for _, test := range []struct{ why, until, on, want string }{
		{"a day that lies ahead", "2027-03-31", "2026-11-21", ""},
		{"its last day", "2026-11-21", "2026-11-21", ""},
		{"the day after", "2026-11-20", "2026-11-21", "2026-11-20"},
		{"no day was said: that of the check", "", "2026-11-21", "2026-11-01"},
	} {
		d, _ := merged(t, test.on, record(entries, 1, id("x"), status("ended", test.until), checked("2026-11-01")))
		if got := d.Service("x").Ended.String(); got != test.want {
			t.Errorf("%s: ended %q; want %q", test.why, got, test.want)
		}
	}
	d, _ := merged(t, "2016-06-01", record(register, 1, id("x"), kind(model.IndependentSupport)))
	if got := d.Service("x").Ended; !got.IsZero() {
		t.Errorf("in 2016 the programme had ended on %s", got)
	}
}

// What was checked or seen after the day changes nothing: not what is told,
// not whose a number is, not how far a page is trusted.
func TestNotKnownYet(t *testing.T) {
	page1 := page("https://a.gov.uk/x")
	d, problems := merged(t, "2024-06-01",
		record(register, 1, id("x"), phone("01632 960 001"), page1, seen("2024")),
		record(register, 2, id("x"), page1, low, seen("2025")),
		record(register2, 1, id("m"), kind(model.Mediation), named("M"), phone("01632 960 001"), seen("2026")),
		record(entries, 1, id("x"), runBy("Voice"), checked("2026-01-01")))
	s := d.Service("x")
	if !s.Channel(model.Phone).Known() || s.Told() || d.Service("m") != nil || d.Area("northam").Provision.Kind != model.NotKnown {
		t.Errorf("the future leaks in: %+v, told %t, provision %s", s.Channel(model.Phone), s.Told(), d.Area("northam").Provision.Kind)
	}
	if rulesOf(problems) != "not-known-yet" {
		t.Errorf("problems: %v", problems)
	}
}

func TestConflictIsAWarning(t *testing.T) {
	_, problems := merged(t, "2026-11-21", record(register, 1, id("x"), phone("01632 960 001")), record(register, 2, id("x"), phone("01632 960 002")))
	if rulesOf(problems) != "conflicting-numbers" {
		t.Errorf("problems: %v", problems)
	}
}

// A new area keeps what the council before it decided.
func TestSuccessionOfTheCouncilsWord(t *testing.T) {
	r := reading(
		record(entries, 1, id("a"), in("oldshire"), named("A"), runBy("A"), phone("01632 960 001"), checked("2026-01-01")),
		record(entries, 2, id("b"), in("oldshire"), named("B"), runBy("B"), phone("01632 960 002"), checked("2026-06-01")))
	r.Councils = []model.CouncilFile{{Area: "oldshire", First: map[string]string{"all": "a"}, SecondIf: "you are 16", Checked: model.Checked{On: day("2026-02-01")}}}
	d, _ := Directory(r, day("2027-04-02"))
	a := d.Area("upper-oldshire")
	if f := a.FirstFor(model.Everyone); f.Service.ID != "a" || a.Provision.SecondIf != "you are 16" {
		t.Errorf("starts with %s, the other if %q", f.Service.ID, a.Provision.SecondIf)
	}
}

// Two registers that each gave an id to a service know two services, unless a
// name, a number or a domain says otherwise.
func TestTwoRegistersTwoIDs(t *testing.T) {
	d, problems := merged(t, "2026-11-21", record(register, 1, id("a"), named("A")), record(register2, 1, id("b"), named("B")))
	if len(d.Services) != 2 || rulesOf(problems) == "" {
		t.Errorf("%d services, %v", len(d.Services), problems)
	}
}

func TestWithheldMobiles(t *testing.T) {
	mobile := "07700 900 123"
	for _, c := range []model.Channel{
		{Type: model.Phone, Value: mobile}, {Type: model.Text, Value: mobile}, {Type: model.WhatsApp, Value: mobile},
		{Type: model.Phone, Value: mobile, ContactOf: "a helper", AskFor: "SENDIASS"},
	} {
		d, _ := merged(t, "2026-11-21", record(register, 1, id("x"), channel(c)))
		if d.Service("x").Channel(c.Type).Known() {
			t.Errorf("a mobile number of a register is printed: %v", c)
		}
	}
	d, _ := merged(t, "2026-11-21", record(register, 1, id("t"), kind(model.Urgent), in(model.England), channel(model.Channel{Type: model.Text, Value: mobile})))
	if !d.Service("t").Channel(model.Text).Known() {
		t.Error("a national text line is nobody's own phone")
	}
}

// Who runs two told services is a fact only if somebody told it.
func TestProvisionFromToldAlone(t *testing.T) {
	d, _ := merged(t, "2026-11-21",
		record(entries, 1, id("a"), named("A"), runBy("Voice"), checked("2026-01-01")),
		record(entries, 2, id("b"), named("B"), kind(model.IndependentSupport), checked("2026-01-01")),
		record(register, 1, id("b"), named("B"), kind(model.IndependentSupport), runBy("Voice")))
	if got := d.Area("northam").Provision.Kind; got != model.Dual {
		t.Errorf("provision %s; want dual", got)
	}
}

// A council team's e-mail or number never leads, whoever says so.
func TestForeignContacts(t *testing.T) {
	team := record(council, 1, id("team"), kind(model.CouncilSENDTeam), named("SEND team"), email("send@northam.gov.uk"), phone("01632 960 009"), checked("2026-01-01"))
	for _, r := range []*model.Record{
		record(register, 1, id("x"), email("SEND@northam.gov.uk")),
		record(council, 2, id("x"), phone("01632 960009"), checked("2026-01-01")),
	} {
		d, problems := merged(t, "2026-11-21", team, r)
		if f := d.Area("northam").FirstFor(model.Everyone); f.Class != model.AskCouncil || !strings.Contains(rulesOf(problems), "foreign-number") {
			t.Errorf("%s leads, %v", describe(f), problems)
		}
	}
	seenTeam := record(register2, 1, id("team"), kind(model.CouncilSENDTeam), named("SEND team"), phone("01632 960 009"))
	d, _ := merged(t, "2026-11-21", seenTeam, record(entries, 1, id("x"), phone("01632 960 009"), checked("2026-01-01")))
	if f := d.Area("northam").FirstFor(model.Everyone); f.Class != model.RingService {
		t.Errorf("what the service told us gives way to a page: %s", describe(f))
	}
}

// A doubtful row cannot make its own site the service's.
func TestOwnSiteOfADoubtfulRow(t *testing.T) {
	d, _ := merged(t, "2026-11-21",
		record(register, 1, id("x"), named("Scam"), low, page("https://scam.example.com/a"), website("https://scam.example.com")),
		record(register, 2, id("x"), named("Northam SEND Advice"), page("https://list.example.org/")))
	if got := d.Service("x").Name.Value.Name; got != "Northam SEND Advice" {
		t.Errorf("the name is %q", got)
	}
}

// A host is shared whichever record is read first.
func TestSharedHost(t *testing.T) {
	site := website("https://sendiass.example.org/")
	areas := [][]string{{"easthaven", "northam"}, {"easthaven"}, {"northam"}}
	for first := range areas {
		var records []*model.Record
		for i := range areas {
			n := (first + i) % len(areas)
			records = append(records, record(&model.Source{ID: fmt.Sprint(i), Rank: model.Register}, 1, id(fmt.Sprint("s", n)), named(fmt.Sprint("Service ", n)), in(areas[n]...), site))
		}
		if d, _ := merged(t, "2026-11-21", records...); len(d.Services) != 3 {
			t.Errorf("read from %d on: %d services; want 3", first, len(d.Services))
		}
	}
}

// A page is one page however it is spelt, and whoever graded it.
func TestGradedTwice(t *testing.T) {
	d, problems := merged(t, "2026-11-21",
		record(register, 1, id("x"), phone("01632 960 001"), page("https://www.p.example.org/a/")),
		record(register2, 1, id("y"), low, page("http://p.example.org/a")))
	if d.Service("x").Channel(model.Phone).Known() || !strings.Contains(rulesOf(problems), "graded-twice") {
		t.Errorf("the higher grade counts: %v", problems)
	}
}

// A row whose area was guessed gives nothing.
func TestGuessedArea(t *testing.T) {
	d, _ := merged(t, "2026-11-21", record(register, 1, id("x"), phone("01632 960 001"), guessed("areas")))
	if s := d.Service("x"); s.Name.Known() || s.Channel(model.Phone).Known() {
		t.Errorf("printed: %v, %v", s.Name.Value, s.Channels)
	}
}
