package source

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// openParcel reads a file as import does.
func openParcel(t testing.TB, name string, data []byte, p Parcel) (Parcel, []model.Problem) {
	t.Helper()
	book, faults, err := sheet.Open(name, bytes.NewReader(data), IsHeading(p.Columns))
	if err != nil {
		t.Fatal(err)
	}
	var problems []model.Problem
	for _, f := range faults {
		problems = append(problems, model.Problem{Rule: f.Rule, Severity: model.Error, Where: model.Where{File: name, Line: f.Line, Cell: f.Column}, Sentence: f.Sentence})
	}
	for _, table := range book.Tables {
		p.Parts = append(p.Parts, Part{File: name, Table: table})
	}
	return p, problems
}

// asSent reads a CSV file that somebody sent, and lists what is wrong with it:
// row, column, rule.
func asSent(t testing.TB, known *model.Reading, text string, p Parcel) ([]*Said, []string) {
	t.Helper()
	p, problems := openParcel(t, "sent.csv", []byte(text), p)
	said, wrong := Tables(known, p)
	return said, placesOf(append(problems, wrong...))
}

func placesOf(problems []model.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%d %s %s", p.Where.Line, p.Where.Cell, p.Rule))
	}
	slices.Sort(list)
	return list
}

func exampleReading(t testing.TB) *model.Reading {
	t.Helper()
	reading, problems := read(t, exampleTree(t))
	if len(model.Errors(problems)) > 0 {
		t.Fatal(report(problems))
	}
	return reading
}

// tableFaults are rows that are wrong in one place each, and the rule and the
// column by which it is told. The heading is that of every row.
const faultyHeading = "Name of the service;kind;area;phone;email;website;hours;routes;interpreter;contract_until;ages;status;checked_on;checked_by;checked_how\n"

var soundCells = strings.Split("Sound Service;local-offer;northam;01632 960 123;a@northam.example.org;https://northam.example.org/;Mondays;self-phone, drop-in;Yes;3 November 2027;0-25;open;03/11/2026;local offer officer;Email", ";")

var tableFaults = []struct {
	column, value string
	rule          string
}{
	{"phone", "01632 960 12", "phone-digits"},
	{"phone", "01632 960 123 ext 4", "phone-digits"},
	{"email", "a@northam.example.rog.uk", "bad-email"},
	{"website", "javascript:alert(1)", "unsafe-link"},
	{"website", "https://", "bad-address"},
	{"kind", "playgruop", "unknown-id"},
	{"kind", "local-offer-site", "local-offer-site"},
	{"kind", "", "missing-field"},
	{"Name of the service", "", "missing-field"},
	{"Name of the service", "over\u202eturned", "control-character"},
	{"area", "Nowhere", "unknown-area"},
	{"area", "", "missing-field"},
	{"routes", "self-phone;by-pigeon", "unknown-id"},
	{"interpreter", "sometimes", "yes-or-no"},
	{"contract_until", "03/11/26", "bad-date"},
	{"contract_until", "11/23/2027", "bad-date"},
	{"ages", "all", "bad-ages"},
	{"status", "maybe", "unknown-id"},
	{"hours", strings.Repeat("long ", 500), "too-long"},
	{"checked_on", "November 2026", "bad-date"},
	{"checked_on", "22/11/2026", "bad-date"},
	{"checked_by", "Jo 07700 900123", "checked-by"},
	{"checked_how", "gossip", "missing-field"},
}

// faultySheet is a sheet of 200 rows, every fifth of them wrong, and where.
func faultySheet() (header []string, rows [][]string, planted []string) {
	header = strings.Split(strings.TrimSpace(faultyHeading), ";")
	for n := range 200 {
		row := slices.Clone(soundCells)
		row[0] = fmt.Sprintf("Service %d", n)
		row[7] = strings.ReplaceAll(row[7], ", ", ";")
		if n%5 == 4 {
			f := tableFaults[n/5%len(tableFaults)]
			row[slices.Index(header, f.column)] = f.value
			planted = append(planted, fmt.Sprintf("%d %s %s", n+2, f.column, f.rule))
		}
		rows = append(rows, row)
	}
	return header, rows, planted
}

// TestSpreadsheetOfFaults: in one run each planted fault is told exactly once,
// with its row and column, and nothing else is; the rows that are right are
// read.
func TestSpreadsheetOfFaults(t *testing.T) {
	known := exampleReading(t)
	header, rows, planted := faultySheet()
	table := sheet.Table{Name: "services", Header: header}
	for _, r := range rows {
		table.Rows = append(table.Rows, sheet.Row{Cells: r})
	}
	asCSV, err := sheet.CSV(table)
	if err != nil {
		t.Fatal(err)
	}
	asCSV = append(asCSV, "x,y\n"...) // a row with cells missing
	book, onlyBook := faultyBook(t, header, rows)
	for name, c := range map[string]struct {
		data []byte
		more []string
	}{"sent.csv": {asCSV, []string{"202  table"}}, "sent.xlsx": {book, onlyBook}} {
		p, problems := openParcel(t, name, c.data, Parcel{As: AsCouncil, AsAt: model.Date{Year: 2026, Month: 11, Day: 21}})
		said, wrong := Tables(known, p)
		want := append(slices.Clone(planted), c.more...)
		slices.Sort(want)
		if got := placesOf(append(problems, wrong...)); !slices.Equal(got, want) {
			t.Errorf("%s:\nnot told %q\nnot planted %q", name, lacking(want, got), lacking(got, want))
		}
		sound := 0
		for _, s := range said {
			if s.Sound() {
				sound++
			}
		}
		if sound != 160 {
			t.Errorf("%s: %d rows are sound, want 160", name, sound)
		}
	}
}

// lacking are the values of a list that another lacks.
func lacking(list, other []string) []string {
	other = slices.Clone(other)
	return slices.DeleteFunc(slices.Clone(list), func(v string) bool {
		i := slices.Index(other, v)
		if i >= 0 {
			other = slices.Delete(other, i, i+1)
		}
		return i >= 0
	})
}

// faultyBook is the same as a workbook, with three faults more: a number where
// a phone number is meant, a formula, and a date that Excel made of ages.
func faultyBook(t *testing.T, header []string, rows [][]string) ([]byte, []string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for n, r := range append([][]string{header}, rows...) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", n+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	extra := append(slices.Clone(soundCells), "")
	var planted []string
	for i, plant := range []struct {
		column string
		rule   string
		set    func(cell string) error
	}{
		{"phone", "number-cell", func(cell string) error { return f.SetCellValue("Sheet1", cell, 1632960123) }},
		{"email", "formula", func(cell string) error { return f.SetCellFormula("Sheet1", cell, "A1") }},
		{"ages", "date-cell", func(cell string) error {
			return f.SetCellValue("Sheet1", cell, time.Date(2026, 11, 5, 0, 0, 0, 0, time.UTC))
		}},
	} {
		line := len(rows) + 2 + i
		extra[0] = "Extra " + plant.column
		extra[7] = "self-phone"
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", line), &extra); err != nil {
			t.Fatal(err)
		}
		cell, err := excelize.CoordinatesToCellName(slices.Index(header, plant.column)+1, line)
		if err == nil {
			err = plant.set(cell)
		}
		if err != nil {
			t.Fatal(err)
		}
		planted = append(planted, fmt.Sprintf("%d %s %s", line, plant.column, plant.rule))
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), planted
}

// parcelFaults are files that are wrong as a whole, or in how their rows stand
// to each other and to what is known.
var parcelFaults = []struct {
	name, text string
	want       []string
}{
	{"an unknown heading", "id,name,kind,area,telefone\na,A,local-offer,northam,x\n", []string{"1 telefone unknown-field"}},
	{"one field in two columns", "name,Name of the service,kind,area\nA,B,local-offer,northam\n", []string{"1 Name of the service duplicate-field"}},
	{"two rows for one service", "id,name,kind,area\na,A,local-offer,northam\nb,B,local-offer,northam\na,a,local-offer,northam\n", []string{"2 id duplicate-id", "4 id duplicate-id"}},
	{"the same without ids", "name,kind,area\nA b,local-offer,northam\nA  B,local-offer,northam\n", []string{"2 id duplicate-id", "3 id duplicate-id"}},
	{"one id for two services", "id,name,kind,area\na,A,local-offer,northam\na,B,health,northam\n", []string{"2 id two-services", "3 id two-services"}},
	{"the id of another kind", "id,name,kind,area\nnortham-advice,Northam Play,local-offer,northam\n", []string{"2 id two-services"}},
	{"the id of another area", "id,name,kind,area\nnortham-advice,Northam SEND Advice,iass,oldshire\n", []string{"2 id two-services"}},
	{"no id", "id,name,kind,area\nNo Id,A,local-offer,northam\n", []string{"2 id bad-id"}},
	{"a service that nobody has", "id,name,kind,area,ask_instead\na,A,local-offer,northam,gone\n", []string{"2 ask_instead unknown-service"}},
	{"a teller of no sort", "told_by,id,name,kind,area\npostman,a,A,local-offer,northam\n", []string{"2 told_by unknown-id"}},
	{"nobody told it", "id,name,kind,area,phone,cost\na,A,local-offer,northam,01632 960 123,Free\n", []string{"2 name untold-fact", "2 phone changed-number"}},
	{"a changed number", "id,phone\nnortham-advice,01632 960 777\n", []string{"2 phone changed-number"}},
	{"told before what is known", "id,cost,checked_access\nnortham-advice,£5,\"2020-01-01, service manager, phone\"\n", []string{"2 cost older-fact"}},
	{"a check that nobody told", "id,cost,checked_access\nnortham-advice,£5,\"2026-11-20, , phone\"\n", []string{"2 checked_access missing-field"}},
	{"an alert without an end", "id,alert,checked_alert\nnortham-advice,Line down,\"2026-11-20, service manager, phone\"\n", []string{"2  alert-without-end"}},
	{"a channel of nobody", "service,type,value\nnobody,phone,01632 960 123\n", []string{"2 service unknown-service"}},
	{"a channel without a type", "service,type,value,checked\nnortham-advice,,x,\"2026-11-20, service manager, phone\"\n", []string{"2 type missing-field"}},
	{"a channel of no type", "service,type,value,checked\nnortham-advice,fone,01632 960 123,\"2026-11-20, service manager, phone\"\n", []string{"2 type unknown-id"}},
	{"a channel without a value", "service,type,value,checked\nnortham-advice,phone,,\"2026-11-20, service manager, phone\"\n", []string{"2 value missing-field"}},
	{"a channel for nobody", "service,type,value,for,checked\nnortham-advice,phone,01632 960 123,aunts,\"2026-11-20, service manager, phone\"\n", []string{"2 for unknown-id"}},
	{"a place that is none", "service,type,value,position,checked\nnortham-advice,phone,01632 960 123,first,\"2026-11-20, service manager, phone\"\n", []string{"2 position bad-position"}},
}

func TestParcelFaults(t *testing.T) {
	known := exampleReading(t)
	for _, c := range parcelFaults {
		p := Parcel{As: AsEntries, Checked: told}
		if strings.Contains(c.name, "told") || strings.Contains(c.name, "changed") {
			p.Checked = model.Checked{}
		}
		if _, got := asSent(t, known, c.text, p); !slices.Equal(got, c.want) {
			t.Errorf("%s: told %q, want %q", c.name, got, c.want)
		}
	}
	if _, got := asSent(t, known, "id,name,kind\na,A,national\n", Parcel{As: AsCouncil, Area: model.England, Checked: told}); !slices.Equal(got, []string{"2 area unknown-area"}) {
		t.Errorf("a council of all England: %q", got)
	}
}

// told is a check for what the tests tell.
var told = model.Checked{On: model.Date{Year: 2026, Month: 11, Day: 20}, By: "service manager", How: "phone"}

func TestBritishDate(t *testing.T) {
	for given, want := range map[string]string{
		"2026-11-03": "2026-11-03", "03/11/2026": "2026-11-03", "3/11/2026": "2026-11-03", "3.11.2026": "2026-11-03", "03-11-2026": "2026-11-03",
		"3 November 2026": "2026-11-03", "3rd Nov  2026": "2026-11-03", "1st November 2026": "2026-11-01", "November 2026": "2026-11", "11/2026": "2026-11", "2026": "2026",
		"03/11/26": "03/11/26", "11/23/2026": "11/23/2026", "31/02/2026": "31/02/2026", "soon": "soon",
	} {
		if got := britishDate(given); got != want {
			t.Errorf("%q is read as %q, want %q", given, got, want)
		}
	}
}

// TestListCells: a list in a cell comes back, whatever its values hold.
func TestListCells(t *testing.T) {
	for _, list := range [][]string{nil, {"a"}, {"a", "b"}, {"a;b", "c"}, {`a\`, "b"}, {`\;`, `\\`}, {"a\nb", `c:\d`}} {
		if got := splitList(joinList(list)); !slices.Equal(got, list) {
			t.Errorf("%q came back as %q", list, got)
		}
	}
}

func TestNewID(t *testing.T) {
	taken := map[string]bool{"northam-play": true, "northam-play-2": true}
	for _, c := range [][3]string{
		{"northam", "Play", "northam-play-3"}, {"northam", "Northam Café & Friends' Club", "northam-cafe-friends-club"}, {"england", "The Family Line", "the-family-line"},
		{"northam", "تماس", "northam"}, {"", "!!", "service"}, {"northam", "a b c d e f g h i j", "northam-a-b-c-d-e-f-g-h"},
	} {
		if got := NewID(c[0], c[1], taken); got != c[2] || !IsID(got) {
			t.Errorf("%s in %s: %q, want %q", c[1], c[0], got, c[2])
		}
	}
}
