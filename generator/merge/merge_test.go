package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

var asAt = day("2026-11-21")

func day(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var (
	entries   = &model.Source{ID: "entries", Rank: model.Entry, Name: "The service itself"}
	council   = &model.Source{ID: "councils/northam", Rank: model.Council, Name: "Northam council"}
	register  = &model.Source{ID: "iass", Rank: model.Register, Name: "Pages read in 2026"}
	register2 = &model.Source{ID: "list", Rank: model.Register, Name: "Another list"}
)

// A detail is one thing that a record of a test says.
type detail func(*model.Record)

// record makes a record of Northam's advice service; lines tell records apart.
func record(s *model.Source, line int, details ...detail) *model.Record {
	r := &model.Record{Source: s, Where: model.Where{File: s.ID, Line: line}, Kind: model.IASS, Areas: []string{"northam"},
		Name: model.Name{Name: "Northam SEND Advice"}, Checked: map[model.Group]model.Checked{}}
	for _, d := range details {
		d(r)
	}
	return r
}

func id(s string) detail                { return func(r *model.Record) { r.ID = s } }
func named(s string) detail             { return func(r *model.Record) { r.Name.Name = s } }
func kind(k model.Kind) detail          { return func(r *model.Record) { r.Kind = k } }
func in(areas ...string) detail         { return func(r *model.Record) { r.Areas = areas } }
func page(s string) detail              { return func(r *model.Record) { r.Page = s } }
func seen(s string) detail              { return func(r *model.Record) { r.Seen = day(s) } }
func low(r *model.Record)               { r.Confidence = model.Low }
func former(r *model.Record)            { r.Former = true }
func guessed(field string) detail       { return func(r *model.Record) { r.Inferred = []string{field} } }
func runBy(s string) detail             { return func(r *model.Record) { r.Delivery.RunBy = s } }
func contract(until string) detail      { return func(r *model.Record) { r.Delivery.Until = day(until) } }
func forWhom(audience ...string) detail { return func(r *model.Record) { r.Audience.IDs = audience } }

func channel(c model.Channel) detail {
	return func(r *model.Record) { r.Channels = append(r.Channels, c) }
}
func phone(s string) detail   { return channel(model.Channel{Type: model.Phone, Value: s}) }
func website(s string) detail { return channel(model.Channel{Type: model.Website, Value: s}) }

// checked confirms everything that the record says.
func checked(on string) detail {
	return func(r *model.Record) {
		for _, g := range model.Groups {
			r.Checked[g] = model.Checked{On: day(on), By: "manager", How: "phone"}
		}
	}
}

func reading(records ...*model.Record) *model.Reading {
	return &model.Reading{Records: records, Authorities: []model.Authority{
		{Slug: "easthaven", Name: "Easthaven", Website: "https://easthaven.gov.uk/", Neighbours: []string{"northam"}},
		{Slug: "northam", Name: "Northam", Website: "https://northam.gov.uk/", GSS: "E0001", Neighbours: []string{"easthaven", "oldshire"}},
		{Slug: "oldshire", Name: "Oldshire", Website: "https://oldshire.gov.uk/", Until: day("2027-03-31"), Successors: []string{"upper-oldshire"}, Neighbours: []string{"northam"}},
		{Slug: "upper-oldshire", Name: "Upper Oldshire", From: day("2027-04-01"), Predecessor: "oldshire"},
	}}
}

func merged(t *testing.T, on string, records ...*model.Record) (*model.Directory, []model.Problem) {
	t.Helper()
	return Directory(reading(records...), day(on))
}

// Two sources say something of one group: which stands, and why the other
// does not.
func TestDecidePhone(t *testing.T) {
	const a, b = "01632 960 001", "01632 960 002"
	for _, test := range []struct {
		why        string
		one, other *model.Record
		want       string // the number that stands, "" for none
		because    string // of the first that does not
	}{
		{"told beats seen", record(entries, 1, id("x"), phone(a), checked("2026-11-03")), record(register, 1, id("x"), phone(b), seen("2026-11-10")), a, "was only seen; the other was told"},
		{"told and never checked still beats seen", record(entries, 1, id("x"), phone(a)), record(register, 1, id("x"), phone(b), seen("2026-11-10")), a, "was only seen; the other was told"},
		{"a blank never wins", record(entries, 1, id("x"), checked("2026-11-03")), record(register, 1, id("x"), phone(b)), b, ""},
		{"both fresh: the service's own entry", record(entries, 1, id("x"), phone(a), checked("2026-01-10")), record(council, 1, id("x"), phone(b), checked("2026-11-10")), a, "comes from a lower rank"},
		{"only the council is fresh", record(entries, 1, id("x"), phone(a), checked("2024-11-10")), record(council, 1, id("x"), phone(b), checked("2026-11-10")), b, "was told less recently"},
		{"neither is fresh: the newest check", record(entries, 1, id("x"), phone(a), checked("2023-01-10")), record(council, 1, id("x"), phone(b), checked("2024-11-10")), b, "was told less recently"},
		{"checked after the day is not known yet", record(entries, 1, id("x"), phone(a), checked("2026-12-01")), record(council, 1, id("x"), phone(b), checked("2026-01-01")), b, ""},
		{"two seen numbers differ: neither", record(register, 1, id("x"), phone(a)), record(register, 2, id("x"), phone(b)), "", "two pages give different numbers"},
		{"one number in two spellings", record(register, 1, id("x"), phone("01632 960001"), page("https://a.example.org")), record(register, 2, id("x"), phone("(01632) 960 001"), page("https://b.example.org")), "01632 960001", "comes later in the alphabet"},
		{"a doubtful row", record(register, 1, id("x"), phone(a), low), record(register, 2, id("x")), "", "is doubtful"},
		{"a doubtful row does not conflict", record(register, 1, id("x"), phone(a), low), record(register, 2, id("x"), phone(b)), b, "is doubtful"},
		{"history", record(register, 1, id("x"), phone(a), former), record(register, 2, id("x"), phone(b)), b, "is history"},
		{"a guess", record(register, 1, id("x"), phone(a), guessed("phone")), record(register, 2, id("x")), "", "was guessed"},
		{"a mobile in a register", record(register, 1, id("x"), phone("07700 900 123")), record(register, 2, id("x")), "", "is a mobile number, which may be a person's own"},
		{"a mobile that was told", record(entries, 1, id("x"), phone("07700 900 123"), checked("2026-11-03")), record(register, 2, id("x")), "07700 900 123", ""},
		{"somebody else's number", record(register, 1, id("x"), channel(model.Channel{Type: model.Phone, Value: a, ContactOf: "the council's SEND team"})), record(register, 2, id("x")), "", "belongs to the council's SEND team"},
		{"a line that reaches the service", record(register, 1, id("x"), channel(model.Channel{Type: model.Phone, Value: a, ContactOf: "the family helpline", AskFor: "SENDIASS"})), record(register, 2, id("x")), a, ""},
		{"another page gives the number as the mediator's", record(register, 1, id("x"), phone(a)), record(register2, 1, id("m"), named("Mediation North"), kind(model.Mediation), phone(a)), "", "is given elsewhere as that of Mediation North"},
		{"a contract that ended", record(register, 1, id("x"), phone(a), contract("2026-03-31"), seen("2025")), record(register, 2, id("x")), "", "belongs to a contract that ended on 2026-03-31"},
		{"seen after the contract ended", record(register, 1, id("x"), phone(a), contract("2026-03-31"), seen("2026-06")), record(register, 2, id("x")), a, ""},
		{"a page graded twice takes the lower grade", record(register, 1, id("x"), phone(a), page("https://p.example.org")), record(register, 2, id("x"), phone(a), page("https://p.example.org"), low), "", "is doubtful"},
		{"seen after the day is not known yet", record(register, 1, id("x"), phone(a), seen("2027")), record(register, 2, id("x"), phone(b)), b, ""},
	} {
		t.Run(test.why, func(t *testing.T) {
			for _, records := range [][]*model.Record{{test.one, test.other}, {test.other, test.one}} {
				d, _ := merged(t, "2026-11-21", records...)
				f := d.Service("x").Channel(model.Phone)
				got := ""
				if f.Known() {
					got = f.Value[0].Value
				}
				if got != test.want {
					t.Errorf("the phone is %q; want %q (%+v)", got, test.want, f.Others)
				}
				if test.because != "" && (len(f.Others) == 0 || f.Others[0].Because != test.because) {
					t.Errorf("what lost: %+v; want %q", f.Others, test.because)
				}
				if f.Conflict != (test.because == "two pages give different numbers") {
					t.Errorf("Conflict = %t", f.Conflict)
				}
			}
		})
	}
}

// Where only pages were seen: whose page, then when, then its address.
func TestDecideSeenName(t *testing.T) {
	own := website("https://advice.example.org/")
	for _, test := range []struct {
		why        string
		one, other *model.Record
		want       string
	}{
		{"the service's own site before the council's", record(register, 1, id("x"), named("Own"), own, page("https://advice.example.org/about")), record(register, 2, id("x"), named("Council's"), page("https://northam.gov.uk/send"), seen("2026")), "Own"},
		{"the council's before another", record(register, 1, id("x"), named("Council's"), page("https://northam.gov.uk/send")), record(register, 2, id("x"), named("Other"), page("https://school.example.org/"), seen("2026")), "Council's"},
		{"the newer of two", record(register, 1, id("x"), named("Old"), page("https://a.gov.uk/"), seen("2019")), record(register, 2, id("x"), named("New"), page("https://b.gov.uk/"), seen("2024-05")), "New"},
		{"a bare year is its 1 January", record(register, 1, id("x"), named("Year"), page("https://a.gov.uk/"), seen("2024")), record(register, 2, id("x"), named("Month"), page("https://b.gov.uk/"), seen("2024-02")), "Month"},
		{"a date before none", record(register, 1, id("x"), named("Undated"), page("https://a.gov.uk/")), record(register, 2, id("x"), named("Dated"), page("https://b.gov.uk/"), seen("2011")), "Dated"},
		{"else the page's address", record(register, 1, id("x"), named("B"), page("https://b.gov.uk/")), record(register, 2, id("x"), named("A"), page("https://a.gov.uk/")), "A"},
		{"a doubtful row may give a name from a council's page", record(register, 1, id("x"), named("Doubtful"), page("https://a.gov.uk/"), low), record(register, 2, id("x"), former), "Doubtful"},
		{"but not from any other page", record(register, 1, id("x"), named("Doubtful"), page("https://mirror.example.org/"), low), record(register, 2, id("x"), former), ""},
	} {
		t.Run(test.why, func(t *testing.T) {
			d, _ := merged(t, "2026-11-21", test.other, test.one)
			if got := d.Service("x").Name.Value.Name; got != test.want {
				t.Errorf("the name is %q; want %q", got, test.want)
			}
		})
	}
}

// A web site that a link check opened stands before one that nobody opened;
// the check dates the link and nothing else.
func TestOpenedLink(t *testing.T) {
	opened := channel(model.Channel{Type: model.Website, Value: "https://northam.gov.uk/sendiass", Opened: day("2026-10-09")})
	d, _ := merged(t, "2026-11-21",
		record(register, 1, id("x"), website("https://old.example.org/"), page("https://old.example.org/"), seen("2020")),
		record(register, 2, id("x"), opened, page("https://list.example.com/")))
	f := d.Service("x").Channel(model.Website)
	if f.Value[0].Value != "https://northam.gov.uk/sendiass" || f.Value[0].Opened != day("2026-10-09") || !f.Origin.Date().IsZero() {
		t.Errorf("the website is %+v, dated %q", f.Value, f.Origin.Date())
	}
}

func TestJoin(t *testing.T) {
	for _, test := range []struct {
		why     string
		records []*model.Record
		want    string // the ids of the services
		warning string // a rule, or ""
	}{
		{"one id", []*model.Record{record(entries, 1, id("x")), record(register, 1, id("x"), named("Other name"))}, "x", ""},
		{"a former id", []*model.Record{record(entries, 1, id("x"), func(r *model.Record) { r.Was = []string{"y"} }), record(register, 1, id("y"), named("Old name"))}, "x", ""},
		{"one name, and the entry's id wins", []*model.Record{record(register, 1, id("northam-iass")), record(entries, 1, id("advice"))}, "advice", ""},
		{"long and short form of a name", []*model.Record{record(entries, 1, id("x"), named("Northam SENDIASS")), record(register, 1, named("Northam Special Educational Needs and Disabilities Information, Advice & Support Service"))}, "x", ""},
		{"one phone, spelt differently", []*model.Record{record(entries, 1, id("x"), named("A"), phone("01632 960 001")), record(register, 1, id("y"), named("B"), phone("(01632) 960001"))}, "x", ""},
		{"one domain", []*model.Record{record(entries, 1, id("x"), named("A"), website("https://advice.example.org/")), record(register, 1, id("y"), named("B"), website("http://www.advice.example.org/contact"))}, "x", ""},
		{"a council's domain tells nothing", []*model.Record{record(entries, 1, id("x"), named("A"), website("https://northam.gov.uk/a")), record(register, 1, id("y"), named("B"), website("https://northam.gov.uk/b"))}, "x y", "uncertain-join"},
		{"a phone joins no mediators", []*model.Record{record(entries, 1, id("x"), kind(model.Mediation), named("A"), phone("01632 960 001")), record(register, 1, id("y"), kind(model.Mediation), named("B"), phone("01632 960 001"))}, "x y", ""},
		{"another kind", []*model.Record{record(entries, 1, id("x")), record(register, 1, id("y"), kind(model.ParentCarerForum))}, "x y", ""},
		{"another area", []*model.Record{record(entries, 1, id("x")), record(register, 1, id("y"), in("easthaven"))}, "x y", ""},
		{"one id in two areas", []*model.Record{record(council, 1, id("sendiass")), record(register, 1, id("sendiass"), in("easthaven"), named("B"))}, "easthaven-sendiass sendiass", "same-id"},
		{"one source with two ids", []*model.Record{record(register, 1, id("x")), record(register, 2, id("y"))}, "x y", ""},
		{"an area's register rows without an id are one service", []*model.Record{record(register, 1, id("x"), named("A")), record(register2, 1, named("B"))}, "x", ""},
		{"an entry and a row with nothing in common", []*model.Record{record(entries, 1, id("x"), named("A")), record(register, 1, id("y"), named("B"))}, "x y", "uncertain-join"},
		{"a row that fits two services", []*model.Record{record(entries, 1, id("x"), named("A"), phone("01632 960 001")), record(entries, 2, id("y"), named("B"), website("https://b.example.org/")),
			record(register, 1, id("z"), named("C"), phone("01632 960 001"), website("https://b.example.org/"))}, "x y z", "uncertain-join"},
		{"a row without an id gets one", []*model.Record{record(register, 1)}, "northam-iass", "no-id"},
	} {
		t.Run(test.why, func(t *testing.T) {
			d, problems := merged(t, "2026-11-21", test.records...)
			var ids []string
			for _, s := range d.Services {
				ids = append(ids, s.ID)
			}
			if got := strings.Join(ids, " "); got != test.want {
				t.Errorf("services %s; want %s", got, test.want)
			}
			found := ""
			for _, p := range problems {
				if p.Rule == "uncertain-join" || p.Rule == "same-id" || p.Rule == "no-id" {
					found = p.Rule
				}
			}
			if found != test.warning {
				t.Errorf("warning %q; want %q: %v", found, test.warning, problems)
			}
		})
	}
}

// A joined service keeps its address; those of the ids that it took in lead to it.
func TestMoved(t *testing.T) {
	d, _ := merged(t, "2026-11-21", record(register, 1, id("northam-iass")), record(entries, 1, id("advice")))
	want := "[{/areas/E0001/ /areas/northam/} {/services/northam-iass/ /services/advice/}]"
	if got := fmt.Sprint(d.Moved); got != want {
		t.Errorf("moved %s; want %s", got, want)
	}
}

func TestFirst(t *testing.T) {
	names := func(first map[string]string) func(*model.Reading) {
		return func(in *model.Reading) {
			in.Councils = []model.CouncilFile{{Area: "northam", First: first, Checked: model.Checked{On: day("2026-11-01")}}}
		}
	}
	site := record(register, 9, id("northam-local-offer"), kind(model.LocalOfferSite), website("https://localoffer.example.org/"))
	for _, test := range []struct {
		why     string
		records []*model.Record
		council func(*model.Reading)
		want    string // for everyone, parents, young people: class id channel
	}{
		{"a number", []*model.Record{record(register, 1, id("x"), phone("01632 960 001"))}, nil, "service-phone x 01632 960 001"},
		{"no number: the website", []*model.Record{record(register, 1, id("x"), website("https://a.example.org/"))}, nil, "service-web x https://a.example.org/"},
		{"no website: the e-mail", []*model.Record{record(register, 1, id("x"), channel(model.Channel{Type: model.Email, Value: "a@example.org"}))}, nil, "service-web x a@example.org"},
		{"two numbers that differ: the website", []*model.Record{record(register, 1, id("x"), phone("01632 960 001"), website("https://a.example.org/")), record(register, 2, id("x"), phone("01632 960 002"))}, nil, "service-web x https://a.example.org/"},
		{"a name alone: the council's local offer", []*model.Record{record(register, 1, id("x")), site}, nil, "council-page x https://localoffer.example.org/"},
		{"nothing: the council's website", nil, nil, "council-page - https://northam.gov.uk/"},
		{"a number before a website", []*model.Record{record(register, 1, id("a"), website("https://a.example.org/")), record(register, 2, id("b"), phone("01632 960 001"))}, nil, "service-phone b 01632 960 001"},
		{"checked last", []*model.Record{record(entries, 1, id("a"), phone("01632 960 001"), checked("2026-01-01")), record(entries, 2, id("b"), phone("01632 960 002"), checked("2026-06-01"))}, nil, "service-phone b 01632 960 002"},
		{"the council's word", []*model.Record{record(entries, 1, id("a"), phone("01632 960 001"), checked("2026-01-01")), record(entries, 2, id("b"), phone("01632 960 002"), checked("2026-06-01"))}, names(map[string]string{"all": "a"}), "service-phone a 01632 960 001"},
		{"the council cannot put a forum first", []*model.Record{record(entries, 1, id("a"), phone("01632 960 001")), record(entries, 2, id("f"), kind(model.ParentCarerForum), phone("01632 960 002"))}, names(map[string]string{"all": "f"}), "service-phone a 01632 960 001"},
		{"a forum's, a mediator's or a council team's number never leads", []*model.Record{record(entries, 2, id("f"), kind(model.ParentCarerForum), phone("01632 960 002")), record(entries, 3, id("m"), kind(model.Mediation), phone("01632 960 003")), record(entries, 4, id("t"), kind(model.CouncilSENDTeam), phone("01632 960 004"))}, nil, "council-page - https://northam.gov.uk/"},
		{"somebody else's number never leads, told or not", []*model.Record{record(entries, 1, id("a"), channel(model.Channel{Type: model.Phone, Value: "01632 960 001", ContactOf: "the council's SEND team"}), checked("2026-11-01"))}, nil, "council-page a https://northam.gov.uk/"},
	} {
		t.Run(test.why, func(t *testing.T) {
			r := reading(test.records...)
			if test.council != nil {
				test.council(r)
			}
			d, _ := Directory(r, asAt)
			for _, audience := range model.FirstAudiences {
				f := d.Area("northam").FirstFor(audience)
				if got := describe(f); got != test.want {
					t.Errorf("%s: first contact %s; want %s", audience, got, test.want)
				}
			}
		})
	}
}

func describe(f model.FirstContact) string {
	id := "-"
	if f.Service != nil {
		id = f.Service.ID
	}
	return fmt.Sprintf("%s %s %s", f.Class, id, f.Channel.Value)
}

// Parents and young people may start in different places.
func TestFirstByAudience(t *testing.T) {
	d, _ := merged(t, "2026-11-21",
		record(entries, 1, id("parents"), named("For parents"), forWhom("parents"), phone("01632 960 001"), checked("2026-01-01")),
		record(entries, 2, id("young"), named("For you"), forWhom("young-people"), phone("01632 960 002"), checked("2026-11-01")))
	for audience, want := range map[string]string{"all": "parents", "parents": "parents", "young-people": "young"} {
		if got := d.Area("northam").FirstFor(audience).Service.ID; got != want {
			t.Errorf("%s start with %s; want %s", audience, got, want)
		}
	}
}

// One service may have a line of its own for young people.
func TestFirstByLine(t *testing.T) {
	d, _ := merged(t, "2026-11-21", record(entries, 1, id("x"), phone("01632 960 001"), checked("2026-01-01"),
		channel(model.Channel{Type: model.Phone, Value: "01632 960 002", For: "young-people"})))
	for audience, want := range map[string]string{"all": "01632 960 001", "parents": "01632 960 001", "young-people": "01632 960 002"} {
		if got := d.Area("northam").FirstFor(audience).Channel.Value; got != want {
			t.Errorf("%s ring %s; want %s", audience, got, want)
		}
	}
}

func TestProvision(t *testing.T) {
	is := kind(model.IndependentSupport)
	for _, test := range []struct {
		why     string
		records []*model.Record
		want    model.ProvisionKind
	}{
		{"registers alone cannot tell", []*model.Record{record(register, 1, id("a")), record(register2, 1, id("b"), is)}, model.NotKnown},
		{"one service", []*model.Record{record(entries, 1, id("a"), checked("2026-01-01"))}, model.Single},
		{"one organisation holds both", []*model.Record{record(entries, 1, id("a"), runBy("Voice"), checked("2026-01-01")), record(entries, 2, id("b"), is, named("B"), runBy("Voice"), checked("2026-01-01"))}, model.Single},
		{"two organisations", []*model.Record{record(entries, 1, id("a"), runBy("Voice"), checked("2026-01-01")), record(entries, 2, id("b"), is, named("B"), runBy("Mencap"), checked("2026-01-01"))}, model.Dual},
		{"three", []*model.Record{record(entries, 1, id("a"), checked("2026-01-01")), record(entries, 2, id("b"), is, named("B"), checked("2026-01-01")), record(entries, 3, id("c"), is, named("C"), checked("2026-01-01"))}, model.Multiple},
		{"Independent Support of the programme is history", []*model.Record{record(entries, 1, id("a"), checked("2026-01-01")), record(register, 1, id("b"), is, named("B"), seen("2014"))}, model.Single},
	} {
		d, _ := merged(t, "2026-11-21", test.records...)
		if got := d.Area("northam").Provision.Kind; got != test.want {
			t.Errorf("%s: %s; want %s", test.why, got, test.want)
		}
	}
}

// The national programme ended on 31 March 2018, unless somebody confirmed a
// service later.
func TestProgrammeEnded(t *testing.T) {
	is := kind(model.IndependentSupport)
	d, _ := merged(t, "2026-11-21", record(register, 1, id("old"), is, named("Old"), seen("2021")), record(entries, 1, id("new"), is, named("New"), checked("2026-01-01")))
	if got := d.Service("old").Ended; got != programmeEnded {
		t.Errorf("the old one ended on %q; want %s", got, programmeEnded)
	}
	if got := d.Service("new").Ended; !got.IsZero() {
		t.Errorf("the confirmed one ended on %s", got)
	}
	if n := len(d.Area("northam").History); n != 1 {
		t.Errorf("%d services are history; want 1", n)
	}
}

func TestContractEnded(t *testing.T) {
	d, _ := merged(t, "2026-11-21", record(register, 1, id("x"), phone("01632 960 001"), runBy("Old"), contract("2026-08-31")))
	s := d.Service("x")
	if s.ContractEnded != day("2026-08-31") || s.Delivery.Known() {
		t.Errorf("contract ended %q, run by %q", s.ContractEnded, s.Delivery.Value.RunBy)
	}
	if got := describe(d.Area("northam").FirstFor("all")); got != "council-page x https://northam.gov.uk/" {
		t.Errorf("first contact %s", got)
	}
}

// An area that is replaced: before, on and after the day.
func TestSuccession(t *testing.T) {
	service := record(entries, 1, id("old-advice"), in("oldshire"), phone("01632 960 001"), checked("2026-11-01"))
	before, _ := merged(t, "2027-03-31", service)
	if before.Area("upper-oldshire") != nil || len(before.Ended) != 0 {
		t.Error("the new area exists too early")
	}
	after, _ := merged(t, "2027-04-01", service)
	a := after.Area("upper-oldshire")
	if a == nil || a.Inherited == nil || a.Inherited.From != "oldshire" || a.FirstFor("all").Service.ID != "old-advice" {
		t.Fatalf("the new area does not inherit: %+v", a)
	}
	if len(after.Ended) != 1 || after.Ended[0].Slug != "oldshire" || len(after.Areas) != 3 {
		t.Errorf("%d ended, %d areas", len(after.Ended), len(after.Areas))
	}
	for _, from := range []string{model.EasyReadAddress("oldshire"), model.AddressFor(model.YoungPeople, model.LeafletAddress("oldshire"))} {
		if !slices.Contains(after.Moved, model.Moved{From: from, To: model.AreaAddress("oldshire")}) || slices.Contains(before.Moved, model.Moved{From: from, To: model.AreaAddress("oldshire")}) {
			t.Errorf("%s: %v, and before %v", from, after.Moved, before.Moved)
		}
	}
	if got := fmt.Sprint(after.Area("northam").Neighbours, a.Neighbours); got != "[easthaven upper-oldshire] [northam]" {
		t.Errorf("neighbours %s", got)
	}
}

func TestNormalName(t *testing.T) {
	for _, same := range [][2]string{
		{"Barnet SEND Information, Advice and Support Service", "Barnet SENDIASS"},
		{"The Northam Voice", "northam voice"},
		{"Kent IASS", "Kent Information, Advice & Support Service"},
		{"Halton SENDIAS", "Halton SENDIASS"},
	} {
		if normalName(same[0]) != normalName(same[1]) {
			t.Errorf("%q is %q, %q is %q", same[0], normalName(same[0]), same[1], normalName(same[1]))
		}
	}
	for _, other := range [][2]string{{"Kent SENDIASS", "Essex SENDIASS"}, {"Northam Mediation", "Northam SENDIASS"}} {
		if normalName(other[0]) == normalName(other[1]) {
			t.Errorf("%q and %q are one name, %q", other[0], other[1], normalName(other[0]))
		}
	}
}
