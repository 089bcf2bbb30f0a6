package site

import (
	"strings"
	"testing"

	"signpost/generator/model"
)

const (
	page    = "https://www.northam.example.org/send/who-to-ask"
	website = "https://www.northam-advice.example.org/"
	line    = "You can also ring The Family Line, a national helpline: 0808 157 0123, Monday to Friday, 9am to 5pm.\nSeen on family-line.example.org in 2026.\n"
	askFor  = "This is the council's website. Ask: \"How do I reach the free SEND advice service?\"\n"
)

// TestSign holds every panel to the words of wording.csv, line by line. The
// promises, the same in all, have a test of their own.
func TestSign(t *testing.T) {
	undated := seen(page, "")
	for _, test := range []struct {
		name  string
		first model.FirstContact
		edit  func(*model.Directory, *model.Area)
		want  string
	}{
		{"a number, hours and website seen on pages, undated",
			leads(service("northam-iass", name("Northam SENDIASS", undated),
				channel(model.Phone, "01632 960 123", undated, hours("Monday to Friday, 10am to 2pm")),
				channel(model.Website, website, undated, opened("2026-10-09"))), model.RingService, model.Phone), nil,
			"Try this number first.\nNortham SENDIASS\n" + sendiass + "01632 960 123\nMonday to Friday, 10am to 2pm.\n" +
				"Number seen on northam.example.org, no date.\nWebsite: northam-advice.example.org\n" +
				"A public list gave this link. It opened on 9 October 2026.\nThe service has not told us this is right.\n" + line},

		{"a number seen in a year",
			leads(service("northam-iass", name("Northam SENDIASS", undated),
				channel(model.Phone, "01632 960 123", seen(page, "2024-05-03"))), model.RingService, model.Phone), nil,
			"Try this number first.\nNortham SENDIASS\n" + sendiass + "01632 960 123\nWe do not know when they answer.\n" +
				"Number seen on northam.example.org in May 2024.\nThe service has not told us this is right.\n" + line},

		{"seen in October 2020 on a page that said no new families",
			closedThen(), nil,
			"Try this number first.\nNortham SENDIASS\n" + sendiass + "01632 960 123\nMonday, 9.30am to 3.30pm.\n" +
				"Seen on northam.example.org in October 2020. It said they could not take new families then. We do not know about now.\n" +
				"The service has not told us this is right.\n" + line},

		{"a website only, opened",
			leads(service("northam-iass", name("Northam SENDIASS", undated),
				channel(model.Website, website, undated, opened("2026-10-09"))), model.OpenService, model.Website), nil,
			"Start with this website.\nNortham SENDIASS\n" + sendiass + "northam-advice.example.org\nWe do not know their phone number.\n" +
				"A public list gave this link. It opened on 9 October 2026.\nThe service has not told us this is right.\n" + line},

		{"a website only, on a page",
			leads(service("northam-iass", name("Northam SENDIASS", undated), channel(model.Website, website, seen(page, "2023"))), model.OpenService, model.Website), nil,
			"Start with this website.\nNortham SENDIASS\n" + sendiass + "northam-advice.example.org\nWe do not know their phone number.\n" +
				"Seen on northam.example.org in 2023.\nThe service has not told us this is right.\n" + line},

		{"an e-mail only",
			leads(service("northam-iass", name("Northam SENDIASS", undated), channel(model.Email, "ask@northam.example.org", undated)), model.OpenService, model.Email), nil,
			"Start with an e-mail.\nNortham SENDIASS\n" + sendiass + "ask@northam.example.org\nWe do not know their phone number.\n" +
				"Seen on northam.example.org, no date.\nThe service has not told us this is right.\n" + line},

		{"a name only",
			council(service("northam-iass", name("Northam SENDIASS", undated)), undated), nil,
			"Ask the council first.\nNortham SENDIASS\n" + sendiass + "Seen on northam.example.org, no date.\nWe do not know their phone number.\n" +
				"northam.example.org/local-offer\nSeen on northam.example.org, no date.\n" + askFor + line},

		{"no name",
			council(nil, undated), nil,
			"Ask the council first.\nWe do not know this service's name.\n" + unnamed + "We do not know their phone number.\n" +
				"northam.example.org/local-offer\nSeen on northam.example.org, no date.\n" + askFor + line},

		{"a contract that ended",
			council(contractEnded(), undated), nil,
			"Ask the council first.\nNortham SENDIASS\n" + sendiass + "Seen on northam.example.org in 2021.\n" +
				"Its old contract ended on 31 August 2026. We do not know who runs it now.\nWe do not know their phone number.\n" +
				"northam.example.org/local-offer\nSeen on northam.example.org, no date.\n" + askFor + line},

		{"reached through another service's line",
			leads(service("northam-iass", name("Northam SENDIASS", undated),
				channel(model.Phone, "01632 960 123", undated, accessLine)), model.RingService, model.Phone), nil,
			"Try this number first.\nNortham SENDIASS\n" + sendiass + "01632 960 123\nWe do not know when they answer.\n" +
				"This is the Family Information Service. Ask for SENDIASS.\n" +
				"Number seen on northam.example.org, no date.\nThe service has not told us this is right.\n" + line},

		{"two numbers",
			conflicting(), nil,
			"Start with this website.\nNortham SENDIASS\n" + sendiass + "northam-advice.example.org\n" +
				"We found two numbers. We do not know which is right. Start with northam-advice.example.org.\n" +
				"Seen on northam.example.org, no date.\nThe service has not told us this is right.\n" + line},

		{"told and fresh",
			leads(toldService("2026-11-03"), model.RingService, model.Phone), nil,
			"Try this number first.\nNortham SEND Advice\n" + thisService + "01632 960 123\nMonday to Friday, 10am to 2pm.\n" +
				"Text: 07700 900 123\nWebsite: northam-advice.example.org\nNortham SEND Advice told us this on 3 November 2026.\n"},

		{"told long ago",
			leads(toldService("2025-01-03"), model.RingService, model.Phone), nil,
			"Try this number first.\nNortham SEND Advice\n" + thisService + "01632 960 123\nMonday to Friday, 10am to 2pm.\n" +
				"Text: 07700 900 123\nWebsite: northam-advice.example.org\n" +
				"Northam SEND Advice told us this on 3 January 2025. That is more than a year ago. Ring first to make sure.\n"},

		{"told by the council",
			leads(service("northam-iass", name("Northam SENDIASS", undated),
				channel(model.Phone, "01632 960 123", told(northCouncil, "2026-10-01"))), model.RingService, model.Phone), nil,
			"Try this number first.\nNortham SENDIASS\n" + sendiass + "01632 960 123\nWe have not been told when they answer.\nNortham Council told us this on 1 October 2026.\n"},

		{"closed until a date",
			closed("2027-01-04"), nil,
			"Try this number first.\nNortham SEND Advice cannot take new families until 4 January 2027. Ring The Family Line now.\n" +
				"The Family Line\n0808 157 0123\nMonday to Friday, 9am to 5pm.\n" +
				"We saw this on family-line.example.org in 2026. The service has not told us it is right.\n" +
				"If they help you already, Northam SEND Advice: 01632 960 123\nNortham SEND Advice told us this on 3 November 2026.\n"},

		{"an area that has just begun",
			leads(inheritedService(), model.RingService, model.Phone),
			func(_ *model.Directory, a *model.Area) {
				a.Inherited = &model.Inherited{From: "oldshire", Name: "Oldshire", Until: date("2027-03-31")}
			},
			"Try this number first.\nNortham SENDIASS\n" + sendiass + "This was Oldshire's service. Ask if they still help where you live.\nIt served Oldshire until 31 March 2027.\n01632 960 123\n" +
				"We do not know when they answer.\nNumber seen on northam.example.org, no date.\nThe service has not told us this is right.\n" + line},

		{"nothing at all",
			model.FirstContact{Audience: model.Everyone, Class: model.AskCouncil}, nil,
			"Ask the council first.\nWe do not know this service's name.\n" + unnamed + "We do not know their phone number.\n" +
				"We do not know who to ring here yet. Ask the council, or ring The Family Line.\nThe council: northam.example.org\n" + line},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, a := northam(t, test.first)
			if test.edit != nil {
				test.edit(d, a)
			}
			panel := Sign(d, a, model.Everyone)
			panel.Promises = promises{}
			if got := panel.Text(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// What a sign says of the service under its name.
const (
	sendiass    = "SENDIASS is the free advice service that every area has by law. It helps with special educational needs and disability (SEND).\n"
	thisService = "This is the free advice service that every area has by law. It helps with special educational needs and disability (SEND).\n"
	unnamed     = "Every area has a free advice service by law. It helps with special educational needs and disability (SEND).\n"
)

func accessLine(c *model.Channel) {
	c.ContactOf, c.AskFor = "the Family Information Service", "SENDIASS"
}

func closedThen() model.FirstContact {
	o := seen(page, "2020-10")
	s := service("northam-iass", name("Northam SENDIASS", o), channel(model.Phone, "01632 960 123", o, hours("Monday, 9.30am to 3.30pm")))
	s.Status = model.Fact[model.Status]{Value: model.Status{ID: "closed"}, Origin: o}
	return leads(s, model.RingService, model.Phone)
}

func closed(until string) model.FirstContact {
	s := toldService("2026-11-03")
	s.Channels = s.Channels[:1]
	s.Status = model.Fact[model.Status]{Value: model.Status{ID: "closed", Until: date(until)}, Origin: s.Channels[0].Origin}
	return leads(s, model.RingService, model.Phone)
}

func contractEnded() *model.Service {
	s := service("northam-iass", name("Northam SENDIASS", seen(page, "2021")))
	s.ContractEnded = date("2026-08-31")
	return s
}

func conflicting() model.FirstContact {
	s := service("northam-iass", name("Northam SENDIASS", seen(page, "")), channel(model.Website, website, seen(page, "")))
	s.Channels = append([]model.Fact[model.Channels]{{About: model.Group(model.Phone), Conflict: true}}, s.Channels...)
	return leads(s, model.OpenService, model.Website)
}

func toldService(on string) *model.Service {
	o := told(northamEntry, on)
	return service("northam-advice", name("Northam SEND Advice", o),
		channel(model.Phone, "01632 960 123", o, hours("Monday to Friday, 10am to 2pm")),
		channel(model.Text, "07700 900 123", o),
		channel(model.Website, website, o))
}

func inheritedService() *model.Service {
	s := service("oldshire-iass", name("Northam SENDIASS", seen(page, "")), channel(model.Phone, "01632 960 123", seen(page, "")))
	s.Areas = []string{"oldshire"}
	return s
}

// TestSignDual: two services, and when to ring the second.
func TestSignDual(t *testing.T) {
	for _, test := range []struct{ name, secondIf, audience, want string }{
		{"as the council says", "you are still at school", "", "Ring Northam Youth Advice if you are still at school."},
		{"by whom it is for", "", model.YoungPeople, "Ring Northam Youth Advice if you are a child or young person."},
		{"nobody told us", "", "", "Ring Northam Youth Advice if the first cannot help."},
	} {
		t.Run(test.name, func(t *testing.T) {
			first, second := toldService("2026-11-03"), service("northam-youth", name("Northam Youth Advice", told(northamEntry, "2026-11-03")))
			if test.audience != "" {
				second.Audience.Value.IDs = []string{test.audience}
			}
			d, a := northam(t, leads(first, model.RingService, model.Phone))
			a.Provision = model.Provision{Kind: model.Dual, Services: []*model.Service{first, second}, SecondIf: test.secondIf}
			want := "Two services can help. Ring Northam SEND Advice first. " + test.want
			if got := Sign(d, a, model.Everyone).Text(); !strings.Contains(got, want) {
				t.Errorf("no %q in\n%s", want, got)
			}
		})
	}
}

// TestPromises: what the law makes true stands beside an advice service, with
// the law, and beside nothing else.
func TestPromises(t *testing.T) {
	d, a := northam(t, leads(toldService("2026-11-03"), model.RingService, model.Phone))
	text := Sign(d, a, model.Everyone).Text()
	for _, want := range []string{"\nFree\n", "\nThey keep what you say to themselves, unless someone is in danger\n", "\nFrom the law and its guidance: Children and Families Act 2014, section 32;"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, first := range []model.FirstContact{council(nil, seen(page, "")), closed("2027-01-04")} {
		d, a := northam(t, first)
		if text := Sign(d, a, model.Everyone).Text(); strings.Contains(text, "Free\n") {
			t.Errorf("a promise without an advice service in\n%s", text)
		}
	}
}

// TestSignForeignNumber: a number that belongs to somebody else never stands in a
// sign, whatever else is missing.
func TestSignForeignNumber(t *testing.T) {
	o := seen(page, "")
	s := service("northam-iass", name("Northam SENDIASS", o), channel(model.Website, website, o),
		channel(model.Phone, "01632 960 999", o, func(c *model.Channel) { c.ContactOf = "the council's SEND team" }))
	d, a := northam(t, leads(s, model.OpenService, model.Website))
	text := Sign(d, a, model.Everyone).Text()
	if strings.Contains(text, "960 999") || !strings.Contains(text, "We do not know their phone number.") {
		t.Errorf("got\n%s", text)
	}
}
