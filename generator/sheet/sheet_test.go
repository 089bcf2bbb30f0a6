package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// isHeading knows the headings of the tests.
func isHeading(s string) bool {
	return slices.Contains([]string{"id", "name", "phone", "routes"}, strings.ToLower(s))
}

// open reads a file whose bytes are given, and lists its faults a line each.
func open(t testing.TB, name string, data []byte) (*Book, []string) {
	t.Helper()
	book, faults, err := Open(name, bytes.NewReader(data), isHeading)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range faults {
		lines = append(lines, fmt.Sprintf("%s %d %s: %s [%s]", f.Sheet, f.Line, f.Column, f.Sentence, f.Rule))
	}
	return book, lines
}

// one is a file that holds one table and no fault.
func one(t testing.TB, name string, data []byte) Table {
	t.Helper()
	book, faults := open(t, name, data)
	if len(faults) > 0 || len(book.Tables) != 1 {
		t.Fatalf("%s: %d tables, faults %q", name, len(book.Tables), faults)
	}
	return book.Tables[0]
}

var plain = Table{Name: "services", Line: 1, Header: []string{"id", "name", "phone"}, Rows: []Row{
	{Line: 2, Cells: []string{"a", "Café, “Zoë’s”", "01632 960 123"}},
	{Line: 3, Cells: []string{"b", "two\nlines", ""}},
}}

const plainText = "id,name,phone\na,\"Café, “Zoë’s”\",01632 960 123\nb,\"two\nlines\",\n"

// TestEncodings: one table, in all the ways in which a spreadsheet saves it.
func TestEncodings(t *testing.T) {
	semicolons := "id;name;phone\na;Café, “Zoë’s”;01632 960 123\nb;\"two\nlines\";\n"
	encoded := func(enc interface{ String(string) (string, error) }, text string) string {
		s, err := enc.String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, text := range map[string]string{
		"UTF-8":                  plainText,
		"byte order mark":        "\uFEFF" + plainText,
		"CRLF":                   strings.ReplaceAll(strings.ReplaceAll(plainText, "\n", "\r\n"), "two\r\n", "two\n"),
		"semicolons":             semicolons,
		"tabs":                   strings.ReplaceAll(semicolons, ";", "\t"),
		"Windows-1252":           encoded(charmap.Windows1252.NewEncoder(), plainText),
		"1252 and semicolons":    encoded(charmap.Windows1252.NewEncoder(), semicolons),
		"UTF-16 little":          encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), plainText),
		"UTF-16 big":             encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(), plainText),
		"title and blank rows":   "Our services,,\n,,\n" + plainText + ",,\n,,\n",
		"blank columns":          "id,name,phone,,\na,\"Café, “Zoë’s”\",01632 960 123,,\nb,\"two\nlines\",,,\n",
		"a blank column between": "id,,name,phone\na,,\"Café, “Zoë’s”\",01632 960 123\nb,,\"two\nlines\",\n",
	} {
		got := one(t, "services.csv", []byte(text))
		for i := range got.Rows {
			got.Rows[i].Line -= got.Line - 1
		}
		got.Line = 1
		if !reflect.DeepEqual(got, plain) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, plain)
		}
	}
}

// TestSeparator: what stands between the cells is told by the heading, not by
// the lists in the cells.
func TestSeparator(t *testing.T) {
	for _, text := range []string{"id,routes\na,self-phone;self-form;drop-in;by-letter\n", "id;routes\na;\"x,y,z,w\"\n", "id\troutes\na\tx,y;z,w\n"} {
		if got := one(t, "x.csv", []byte(text)); len(got.Header) != 2 || len(got.Rows) != 1 {
			t.Errorf("%q was read as %q", text, got.Header)
		}
	}
}

// TestCSVFaults: each is told with its row, and the rest is read.
func TestCSVFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"id,name\na\nb,B\n", " 2 : the row has 1 cells where the heading has 2 [table]"},
		{"id,name\na,A,x\nb,B\n", " 2 : the row has 3 cells where the heading has 2 [table]"},
		{"id,name\na,\"A\"x\nb,B\n", ` 2 : the row that begins here cannot be read: extraneous or missing " in quoted-field [table]`},
		{"id,name,,\na,A,,\nb,B,,x\n", ` 3 D: "x" stands right of the last heading [no-heading]`},
		{"id,,name\na,x,A\nb,y,B\n", ` 1 B: the column has no heading, and holds "x" [no-heading]`},
		{"id,name\na," + strings.Repeat("é", maxCell+1) + "\nb,B\n", " 2 B: the cell is longer than 32767 characters [too-long]"},
		{"id,name\nCafé,A\nCaf\xe9,B\n", " 0 : line 3 holds bytes that are not UTF-8, and other lines are [not-utf8]"},
		{"id,name\x00\n", " 0 : the file is not a text [not-text]"},
		{"\xff\xfei\x00d\x00\x00\x00", " 0 : the file begins like UTF-16 and cannot be read as that [not-text]"},
		{"id,name" + strings.Repeat(",x", maxColumns) + "\n", " 0 : the table has more than 200 columns (row 1) [too-large]"},
		{"id,name\n" + strings.Repeat("a,A\n", maxRows+1), " 0 : the table has more than 50000 rows [too-large]"},
		{strings.Repeat("x", maxFile+1), " 0 : the file is larger than 16 MiB [too-large]"},
	} {
		_, faults := open(t, "x.csv", []byte(c.text))
		if len(faults) != 1 || faults[0] != c.want {
			t.Errorf("%.40q gives %q, want %q", c.text, faults, c.want)
		}
	}
	if _, faults := open(t, "x.docx", nil); len(faults) != 1 || !strings.Contains(faults[0], "file-type") {
		t.Errorf("a document gives %q", faults)
	}
	_, faults := open(t, "x.csv", []byte("id,name\n"+strings.Repeat("a\n", 2*maxFaults)))
	if len(faults) != maxFaults+1 || !strings.Contains(faults[maxFaults], "too-many") {
		t.Errorf("%d faults, the last %q", len(faults), faults[len(faults)-1])
	}
}

// workbook makes a workbook with one sheet by hand.
func workbook(t testing.TB, fill func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// cells sets cells by their names.
func cells(f *excelize.File, values map[string]any) error {
	for name, v := range values {
		if err := f.SetCellValue("Sheet1", name, v); err != nil {
			return err
		}
	}
	return nil
}

// TestKinds: a workbook's cells read as they are shown, dates as dates, and
// each says what it really holds.
func TestKinds(t *testing.T) {
	data := workbook(t, func(f *excelize.File) error {
		padded, zeros := "00000 000000", 0
		zeros, err := f.NewStyle(&excelize.Style{CustomNumFmt: &padded})
		if err != nil {
			return err
		}
		err = cells(f, map[string]any{"A1": "id", "B1": "phone", "C1": "name",
			"A2": "text", "B2": "01632960123", "A3": "number", "B3": 1632960123, "A4": "date", "B4": time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC),
			"A5": "truth", "B5": true, "A6": "padded", "B6": 1632960123, "A9": "last", "B9": "x"})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", "B6", "B6", zeros)
	})
	got := one(t, "x.xlsx", data)
	want := []struct {
		cell string
		kind Kind
		line int
	}{{"01632960123", Text, 2}, {"1632960123", Number, 3}, {"2026-11-03", Date, 4}, {"TRUE", Truth, 5}, {"01632 960123", Number, 6}, {"x", Text, 9}}
	for i, w := range want {
		if r := got.Rows[i]; r.Cells[1] != w.cell || r.Kind(1) != w.kind || r.Line != w.line {
			t.Errorf("row %d: %q of kind %d in line %d, want %v", i, r.Cells[1], r.Kind(1), r.Line, w)
		}
	}
}

// TestWorkbookFaults: what cannot be trusted in a workbook, told with its place.
func TestWorkbookFaults(t *testing.T) {
	base := map[string]any{"A1": "Services of Northam", "A3": "id", "B3": "name", "C3": "phone", "A4": "a", "B4": "A", "C4": "01632 960 123", "A5": "b", "B5": "B"}
	for _, c := range []struct {
		name string
		fill func(f *excelize.File) error
		want []string
	}{
		{"a merged title", func(f *excelize.File) error { return f.MergeCell("Sheet1", "A1", "C1") }, nil},
		{"a formula", func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "C5", "C4") }, []string{`Sheet1 5 phone: the cell holds the formula "=C4" [formula]`}},
		{"a formula above", func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "C1", "TODAY()") }, nil},
		{"a merged heading", func(f *excelize.File) error { return f.MergeCell("Sheet1", "B3", "C3") },
			[]string{"Sheet1 3 name: the cells B3:C3 are merged into one, so the columns cannot be told apart [merged-cells]"}},
		{"merged rows", func(f *excelize.File) error { return f.MergeCell("Sheet1", "C4", "C5") },
			[]string{"Sheet1 4 phone: the cells C4:C5 are merged into one, so the values of rows or columns cannot be told apart [merged-cells]"}},
		{"no heading", func(f *excelize.File) error { return f.SetCellStr("Sheet1", "E5", "x") }, []string{`Sheet1 5 E: "x" stands right of the last heading [no-heading]`}},
	} {
		data := workbook(t, func(f *excelize.File) error {
			if err := cells(f, base); err != nil {
				return err
			}
			return c.fill(f)
		})
		book, faults := open(t, "x.xlsx", data)
		if !reflect.DeepEqual(faults, c.want) {
			t.Errorf("%s: faults %q, want %q", c.name, faults, c.want)
		}
		if len(book.Tables) != 1 || book.Tables[0].Line != 3 {
			t.Errorf("%s: %+v", c.name, book)
		}
	}
}

// parts makes an archive of named parts.
func parts(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range files {
		p, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sheetXML is a workbook whose one sheet is given.
func sheetXML(t testing.TB, sheet string) []byte {
	return parts(t, map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + sheet + `</worksheet>`,
	})
}

// TestHostileWorkbooks: none is read, none fills the memory, and each is told
// in words.
func TestHostileWorkbooks(t *testing.T) {
	zeros := strings.Repeat("\x00", maxUnzipped/2+1)
	many := map[string]string{}
	for i := range maxParts + 1 {
		many[fmt.Sprint(i)] = ""
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"zip bomb":       {parts(t, map[string]string{"xl/a.xml": zeros, "xl/b.xml": zeros}), "[zip-bomb]"},
		"many parts":     {parts(t, many), "[zip-bomb]"},
		"macros":         {parts(t, map[string]string{"xl/vbaProject.bin": "x"}), "[macro]"},
		"links":          {parts(t, map[string]string{"xl/externalLinks/externalLink1.xml": "x"}), "[external-link]"},
		"password":       {append(slices.Clone(encrypted), make([]byte, 512)...), "[encrypted]"},
		"no archive":     {[]byte("id,name\n"), "[not-a-workbook]"},
		"no workbook":    {parts(t, map[string]string{"a.txt": "x"}), "[not-a-workbook]"},
		"far row":        {sheetXML(t, `<sheetData><row r="2147483647"><c r="A2147483647"><v>1</v></c></row></sheetData>`), "[not-a-workbook]"},
		"row before":     {sheetXML(t, `<sheetData><row r="2"/><row r="-1"/></sheetData>`), "[not-a-workbook]"},
		"far column":     {sheetXML(t, `<sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>`), "[too-large]"},
		"broken XML":     {sheetXML(t, `<sheetData><row>`), "[not-a-workbook]"},
		"a wide merge":   {sheetXML(t, `<sheetData><row r="1"><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><t>name</t></is></c></row><row r="99999"><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`), "[merged-cells]"},
		"no such string": {sheetXML(t, `<sheetData><row r="1"><c t="s"><v>-7</v></c><c s="99"><v>3</v></c></row></sheetData>`), ""},
	} {
		book, faults := open(t, "x.xlsx", c.data)
		if c.want == "" {
			continue // whatever is read, it does not stop the program
		}
		if len(faults) != 1 || !strings.Contains(faults[0], c.want) || len(book.Tables) > 0 {
			t.Errorf("%s: %d tables, faults %q, want %s", name, len(book.Tables), faults, c.want)
		}
	}
}

// TestLeadingZeros: what somebody typed as text comes back with its 0.
func TestLeadingZeros(t *testing.T) {
	table := Table{Name: "channels", Header: []string{"id", "phone"}, Rows: []Row{{Cells: []string{"007", "01632960123"}}}}
	for _, name := range []string{"x.csv", "x.xlsx"} {
		got := one(t, name, written(t, name, table))
		if !slices.Equal(got.Rows[0].Cells, table.Rows[0].Cells) {
			t.Errorf("%s: %q", name, got.Rows[0].Cells)
		}
	}
}

func written(t testing.TB, name string, table Table) []byte {
	t.Helper()
	write := CSV
	if strings.HasSuffix(name, ".xlsx") {
		write = func(table Table) ([]byte, error) { return XLSX([]Table{table}) }
	}
	data, err := write(table)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// odd are the letters and words that files, formulas and XML have a use for.
var odd = []string{"=", "+", "-", "@", "'", "''", "\t", "\"", ",", ";", "\n", "<", "&", "_x0041_", "_x005F_", "é", "“", "😀", "0", " ", "a", "01632 960 123", `\`, "TRUE", "#N/A"}

// TestRoundTrip: what is written is read again, to the letter, and no cell of
// the file begins a formula.
func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		table := Table{Name: "services", Line: 1, Header: []string{"id", "name", "phone"}}
		for n := range 1 + r.IntN(8) {
			row := Row{Line: n + 2, Cells: []string{"x", "", ""}}
			for i := 1; i < 3; i++ {
				for range r.IntN(5) {
					row.Cells[i] += odd[r.IntN(len(odd))]
				}
			}
			table.Rows = append(table.Rows, row)
		}
		for _, name := range []string{"services.csv", "services.xlsx"} {
			got := one(t, name, written(t, name, table))
			for i := range got.Rows {
				if !slices.Equal(got.Rows[i].Cells, table.Rows[i].Cells) {
					t.Fatalf("%s: %q came back as %q", name, table.Rows[i].Cells, got.Rows[i].Cells)
				}
				if name == "services.csv" {
					got.Rows[i].Line = table.Rows[i].Line // cells of two lines move it
				}
			}
		}
	}
}

// TestGuard: no cell begins a formula, and the guard comes off again.
func TestGuard(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "+44": "'+44", "-": "'-", "@x": "'@x", "'=x": "''=x", "\tx": "'\tx", "'til six": "'til six", "Kent": "Kent", "": "", "'": "'"} {
		if got := Guard(cell); got != want || Unguard(got) != cell {
			t.Errorf("Guard(%q) = %q, want %q; back %q", cell, got, want, Unguard(got))
		}
	}
	for cell, want := range map[string]string{"'+44 1632 960 123": "+44 1632 960 123", "=1": "=1", "'til": "'til"} {
		if got := Unguard(cell); got != want {
			t.Errorf("Unguard(%q) = %q, want %q", cell, got, want)
		}
	}
}

// TestSameBytes: one table always gives the same workbook.
func TestSameBytes(t *testing.T) {
	tables := []Table{plain, {Name: "channels", Header: []string{"service", "type"}}}
	first, err := XLSX(tables)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if again, err := XLSX(tables); err != nil || !bytes.Equal(first, again) {
			t.Fatalf("another workbook (%v)", err)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, text := range []string{plainText, "id;name\n\"", "\xff\xfeid", "id,name\nCaf\xe9,x\n", "'=,+\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, _ := open(t, "services.csv", data)
		for _, table := range book.Tables {
			again, faults := open(t, "services.csv", written(t, "services.csv", table))
			if len(faults) > 0 || len(again.Tables) > 1 {
				t.Errorf("%+v came back with %q", table, faults)
			}
		}
	})
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><f>A1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Add(`<sheetData><row><c t="inlineStr"><is><t>id</t></is></c></row><row r="3"><c r="B3" t="e"><v>#N/A</v></c></row></sheetData>`)
	f.Fuzz(func(t *testing.T, sheet string) { open(t, "x.xlsx", sheetXML(t, sheet)) })
}
