package source

import (
	"fmt"
	"strings"
	"testing"

	"signpost/generator/model"
)

// amendedBy is what one row makes of one service, a line each: phone, e-mail, cost,
// name, what changed, and what was confirmed.
func amendedBy(t *testing.T, text string, p Parcel) string {
	t.Helper()
	said, problems := asSent(t, exampleReading(t), text, p)
	if len(problems) > 0 || len(said) != 1 {
		t.Fatalf("%q: %d rows, %q", text, len(said), problems)
	}
	s := said[0]
	var checks []string
	for _, g := range model.Groups {
		if c, ok := s.Checks[g]; ok {
			checks = append(checks, fmt.Sprintf("%s %s", g, c.On))
		}
	}
	var types []string
	for _, c := range s.Is.Channels {
		types = append(types, string(c.Type)+" "+c.Value)
	}
	return fmt.Sprintf("%s; %s; changed %v confirmed %v; %s; %s", s.Is.Access.Cost, strings.Join(types, ", "), s.Changed, s.Confirmed, strings.Join(checks, ", "), s.Is.Where.File)
}

// TestAmend: what is known and what is sent make what is true from now on.
func TestAmend(t *testing.T) {
	with := func(p Parcel) Parcel { p.Checked = told; return p }
	entries, council := Parcel{As: AsEntries}, Parcel{As: AsCouncil, Area: "westbury-vale"}
	const line = "phone 01632 960 350"
	const check = `"2026-11-20, service manager, phone"`
	for _, c := range []struct {
		name, text string
		p          Parcel
		want       string
	}{
		{"an empty cell says nothing", "id,name,phone,cost\neasthaven-befriending,Easthaven Befriending,,\n", with(entries),
			"; phone 01632 960 230; changed [] confirmed [name]; name 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"in a table that says all there is it takes the value away", "told_by,area,id,name,kind,run_by,checked_name,checked_delivery\nentry,easthaven,easthaven-befriending,Easthaven Befriending,peer-group,,\"2026-09-01, coordinator, email\",\n", with(entries),
			"; phone 01632 960 230; changed [delivery] confirmed []; delivery 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"another spelling of a number is the same number", "id,phone\neasthaven-befriending,(01632) 960230\n", with(entries),
			"; phone 01632 960 230; changed [] confirmed [phone]; phone 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"another number takes its place", "id,phone\neasthaven-befriending,01632 960 777\n", with(entries),
			"; phone 01632 960 777; changed [phone] confirmed []; phone 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"an older check of the same changes nothing", "id,phone,checked_phone\neasthaven-befriending,01632 960 230,\"2020-01-01, coordinator, email\"\n", entries,
			"; phone 01632 960 230; changed [] confirmed []; ; content/services/easthaven/easthaven-befriending.md"},
		{"the group's own check stands before that of the parcel", "id,phone,cost,checked_phone\neasthaven-befriending,01632 960 777,Free,\"3 November 2026, coordinator, Email\"\n", with(entries),
			"Free; phone 01632 960 777; changed [phone access] confirmed []; phone 2026-11-03, access 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"a row's check is for what the row says", "id,phone,checked_on,checked_by,checked_how\neasthaven-befriending,01632 960 230,3/11/2026,coordinator,EMAIL\n", entries,
			"; phone 01632 960 230; changed [] confirmed [phone]; phone 2026-11-03; content/services/easthaven/easthaven-befriending.md"},
		{"rows of channels stand for their type", "service,type,value,checked\neasthaven-befriending,Phone,01632 960 231," + check + "\neasthaven-befriending,phone,01632 960 232," + check + "\neasthaven-befriending,email,a@easthaven.example.org," + check + "\n", entries,
			"; phone 01632 960 231, phone 01632 960 232, email a@easthaven.example.org; changed [phone email] confirmed []; phone 2026-11-20, email 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"a council's row is its own", "id,name,kind,phone\nwestbury-new,New,local-offer,01632 960 350\n", with(council),
			"; " + line + "; changed [name phone] confirmed []; name 2026-11-20, phone 2026-11-20; data/councils/westbury-vale/services.csv"},
		{"a row without an id means the known one", "name,kind,area,cost\nEasthaven befriending,peer-group,Easthaven,Free\n", with(entries),
			"Free; phone 01632 960 230; changed [name access] confirmed []; name 2026-11-20, access 2026-11-20; content/services/easthaven/easthaven-befriending.md"},
		{"or a new one", "Name of the service,KIND,Area,cost\nTea & Talk,Peer group,E06999002,Free\n", with(entries), ""},
	} {
		got := amendedBy(t, c.text, c.p)
		if c.want == "" {
			if !strings.HasSuffix(got, "-tea-talk.md") {
				t.Errorf("%s: %s", c.name, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}
