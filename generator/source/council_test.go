package source

import (
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

const (
	northamServices = "data/councils/northam/services.csv"
	northamChannels = "data/councils/northam/channels.csv"
)

// adviceOf reads the record of northam-advice, of a services.csv with or
// without a number and a channels.csv with some rows.
func adviceOf(t *testing.T, phone string, rows ...string) *model.Record {
	t.Helper()
	tree := with(exampleTree(t), northamServices, "id,name,kind,phone,checked_on,checked_by,checked_how\n"+
		"northam-mediation,Northam SEND Mediation,mediation,,2026-10-12,officer,email\n"+
		"northam-advice,Northam SEND Advice,iass,"+phone+",2020-02-20,officer,email\n")
	tree = with(tree, northamChannels, "service,type,value,checked_on,checked_by,checked_how\n"+strings.Join(rows, "\n")+"\n")
	reading, problems := read(t, tree)
	if len(problems) > 0 {
		t.Fatal(report(problems))
	}
	i := slices.IndexFunc(reading.Records, func(r *model.Record) bool { return r.ID == "northam-advice" && r.Where.File == northamServices })
	if i < 0 {
		t.Fatal("the record is missing")
	}
	return reading.Records[i]
}

// All channels of a type stand under one check. It is never newer than that of
// any of them, whatever the order of the rows.
func TestOldestCheckOfAType(t *testing.T) {
	const (
		old    = "northam-advice,phone,01632 960 401,2015-03-01,manager,phone"
		recent = "northam-advice,phone,01632 960 402,2026-10-12,manager,phone"
		adult  = "northam-advice,phone,01632 960 403,2026-10-12,adviser,phone"
		letter = "northam-advice,phone,01632 960 404,2026-10-12,adviser,letter"
		mail   = "northam-advice,email,advice@northam.example.org,2026-09-01,manager,email"
	)
	for _, test := range []struct {
		name, phone string // phone is that of services.csv, checked on 2020-02-20
		rows        []string
		want        string
	}{
		{"one row in place of the check of the service", "", []string{recent}, "2026-10-12 manager phone"},
		{"one old row", "", []string{old}, "2015-03-01 manager phone"},
		{"an old and a recent row", "", []string{old, recent, mail}, "2015-03-01 manager phone"},
		{"three of one day", "", []string{recent, adult, letter}, "2026-10-12 adviser letter"},
		{"beside a number of the service's row", "01632 960 400", []string{recent, mail}, "2020-02-20 officer email"},
		{"beside a number that is not so old", "01632 960 400", []string{old, recent}, "2015-03-01 manager phone"},
		{"no row", "01632 960 400", nil, "2020-02-20 officer email"},
	} {
		for range max(1, len(test.rows)) {
			r := adviceOf(t, test.phone, test.rows...)
			if c := r.Checked["phone"]; c.On.String()+" "+c.By+" "+c.How != test.want {
				t.Errorf("%s, as %q: %v; want %s", test.name, test.rows, c, test.want)
			}
			if c := r.Checked["name"]; c.On.String() != "2020-02-20" {
				t.Errorf("%s: the name's check is %v", test.name, c)
			}
			if len(test.rows) > 0 {
				test.rows = append(test.rows[1:], test.rows[0]) // the same rows in another order
			}
		}
	}
}

// A Problem of a number leads to the row that holds it.
func TestPlaceOfAChannel(t *testing.T) {
	const row = "northam-advice,phone,01632 960 401,2026-10-12,manager,phone"
	for _, test := range []struct {
		phone string
		rows  []string
		group model.Group
		want  string
	}{
		{"", []string{"northam-mediation,phone,01632 960 160,2026-10-12,manager,phone", row, row}, "phone", northamChannels + ":3"},
		{"01632 960 400", []string{row}, "phone", northamServices + ":3"},
		{"", []string{row}, "name", northamServices + ":3"},
		{"", []string{row}, "email", northamServices + ":3"},
	} {
		if got := adviceOf(t, test.phone, test.rows...).At(test.group).String(); got != test.want {
			t.Errorf("%s, of %q and %q, stands at %s; want %s", test.group, test.phone, test.rows, got, test.want)
		}
	}
}
