package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// A Book is one file: a CSV file has one Table, a workbook one for each sheet
// that is not blank.
type Book struct {
	Tables []Table
}

// A Table is a heading and the rows below it. Each row has as many cells as
// the heading.
type Table struct {
	Name   string // of the sheet; of a CSV file its name without the ending
	Line   int    // of the heading
	Header []string
	Rows   []Row
}

// A Row is one line of a table. Blank rows are left out, so Line does not
// always count on.
type Row struct {
	Line  int
	Cells []string
	Kinds []Kind // beside the cells; nil where all are Text
}

// Kind returns what the cell of a column holds.
func (r Row) Kind(column int) Kind {
	if column < len(r.Kinds) {
		return r.Kinds[column]
	}
	return Text
}

// A Kind is what a cell of a workbook holds.
type Kind byte

const (
	Text   Kind = iota
	Number      // a number that Excel computes with: no 0 in front is kept
	Date        // a day; the cell reads 2026-11-03, whatever its format shows
	Truth       // TRUE or FALSE
	Unread      // a fault tells why; the cell is blank, which means nothing
)

// A Fault is something in a file that cannot be read as it stands.
type Fault struct {
	Rule     string // the rule's name, by which people can look it up
	Sheet    string // "" in a CSV file, and for the file as a whole
	Line     int    // 0 for the sheet as a whole
	Column   string // its heading, or its letter where it has none
	Sentence string
	Hint     string
}

// Open reads a file by its ending. The heading is the first row in which known
// finds two names, or all that there are; the rows above it are a title. Faults
// are about the file; an error is one of the machine.
func Open(name string, r io.Reader, known func(heading string) bool) (*Book, []Fault, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	o := opening{known: known, book: &Book{}}
	switch ending := strings.ToLower(path.Ext(name)); {
	case len(data) > maxFile:
		o.whole("too-large", "is it the right file?", "the file is larger than %d MiB", maxFile>>20)
	case ending == ".csv" || ending == ".tsv" || ending == ".txt":
		o.csv(strings.TrimSuffix(path.Base(name), path.Ext(name)), data)
	case ending == ".xlsx":
		o.xlsx(data)
	default:
		o.whole("file-type", "save it as .csv or .xlsx", "%q is neither CSV nor XLSX", path.Base(name))
	}
	return o.book, o.faults, nil
}

// An opening is the reading of one file under way.
type opening struct {
	known  func(string) bool
	book   *Book
	faults []Fault
}

// errFull says that a file has more faults than anybody will read.
var errFull = errors.New("too many faults")

func (o *opening) whole(rule, hint, sentence string, args ...any) {
	_ = o.fault(Fault{Rule: rule, Sentence: fmt.Sprintf(sentence, args...), Hint: hint}) // nothing follows that could be stopped
}

// fault keeps a fault. It returns errFull where the reading should stop.
func (o *opening) fault(f Fault) error {
	switch {
	case len(o.faults) < maxFaults:
		o.faults = append(o.faults, f)
		return nil
	case len(o.faults) == maxFaults:
		o.faults = append(o.faults, Fault{Rule: "too-many", Sentence: fmt.Sprintf("there are more than %d faults", maxFaults), Hint: "mend these, then try again"})
	}
	return errFull
}

// grid is a sheet before anybody knows which row is the heading.
type grid struct {
	name  string // of the sheet, for faults; "" in a CSV file
	rows  []Row
	exact bool         // each row must have as many cells as the heading, as in CSV
	taken bool         // a fault was found that makes the sheet worthless
	told  map[int]bool // columns whose missing heading was told already
}

// unread blanks a cell of which a fault was told.
func (g *grid) unread(line, column int) {
	i, found := slices.BinarySearchFunc(g.rows, line, func(r Row, line int) int { return r.Line - line })
	if !found {
		return
	}
	r := &g.rows[i]
	for len(r.Cells) <= column {
		r.Cells = append(r.Cells, "")
	}
	for len(r.Kinds) < len(r.Cells) {
		r.Kinds = append(r.Kinds, Text)
	}
	r.Cells[column], r.Kinds[column] = "", Unread
}

// add makes a Table of a grid.
func (o *opening) add(name string, g grid) {
	g.rows = slices.DeleteFunc(g.rows, func(r Row) bool { return blank(r.Cells) && !slices.Contains(r.Kinds, Unread) })
	if len(g.rows) == 0 || g.taken {
		return
	}
	at := o.heading(g.rows)
	head := g.rows[at]
	t := Table{Name: name, Line: head.Line, Header: trimmed(head.Cells)}
	for column := range g.told {
		t.Header = append(t.Header, make([]string, max(0, column+1-len(t.Header)))...)
	}
	width := len(t.Header)
	for width > 0 && t.Header[width-1] == "" && !g.told[width-1] {
		width--
	}
	full := len(t.Header)
	t.Header = t.Header[:width]
	for _, r := range g.rows[at+1:] {
		if o.fits(g, t.Header, full, r) == nil {
			t.Rows = append(t.Rows, cut(r, width))
		}
	}
	o.nameless(g, &t)
	o.book.Tables = append(o.book.Tables, t)
}

// heading is the index of the row that names the columns.
func (o *opening) heading(rows []Row) int {
	if o.known == nil {
		return 0
	}
	for i, r := range rows[:min(len(rows), titleRows)] {
		found, given := 0, 0
		for _, c := range r.Cells {
			if c = strings.TrimSpace(c); c != "" {
				given++
				if o.known(c) {
					found++
				}
			}
		}
		if found > 1 || found == 1 && given == 1 {
			return i
		}
	}
	return 0
}

var errRow = errors.New("the row was left out")

// fits refuses a row whose cells do not stand below the heading.
func (o *opening) fits(g grid, header []string, full int, r Row) error {
	if g.exact && len(r.Cells) != full && (len(r.Cells) < full || !blank(r.Cells[full:])) {
		_ = o.fault(Fault{Rule: "table", Sheet: g.name, Line: r.Line, Sentence: fmt.Sprintf("the row has %d cells where the heading has %d", len(r.Cells), full),
			Hint: "count the separators: a cell that holds one needs quotes round it"}) // the table goes on; a full list says so itself
		return errRow
	}
	for i, c := range r.Cells[min(len(header), len(r.Cells)):] {
		if strings.TrimSpace(c) != "" {
			_ = o.fault(Fault{Rule: "no-heading", Sheet: g.name, Line: r.Line, Column: letters(len(header) + i), Sentence: fmt.Sprintf("%q stands right of the last heading", clip(c)),
				Hint: "give the column a heading, or empty the cell"})
			return errRow
		}
	}
	return nil
}

// nameless drops columns that have neither a heading nor a value, and reports
// those that have values alone.
func (o *opening) nameless(g grid, t *Table) {
	for i := len(t.Header) - 1; i >= 0; i-- {
		if t.Header[i] != "" {
			continue
		}
		used := slices.IndexFunc(t.Rows, func(r Row) bool { return strings.TrimSpace(r.Cells[i]) != "" })
		if used >= 0 && !g.told[i] {
			_ = o.fault(Fault{Rule: "no-heading", Sheet: g.name, Line: t.Line, Column: letters(i), Sentence: fmt.Sprintf("the column has no heading, and holds %q", clip(t.Rows[used].Cells[i])),
				Hint: "give it a heading, or empty it"})
		}
		t.Header = slices.Delete(t.Header, i, i+1)
		for n := range t.Rows {
			t.Rows[n].Cells = slices.Delete(t.Rows[n].Cells, i, i+1)
			if i < len(t.Rows[n].Kinds) {
				t.Rows[n].Kinds = slices.Delete(t.Rows[n].Kinds, i, i+1)
			}
		}
	}
}

// cut gives a row as many cells as the heading has.
func cut(r Row, width int) Row {
	cells := make([]string, width)
	for i := range min(width, len(r.Cells)) {
		cells[i] = Unguard(r.Cells[i])
	}
	r.Cells = cells
	if len(r.Kinds) > width {
		r.Kinds = r.Kinds[:width]
	}
	return r
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

func trimmed(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = strings.Join(strings.Fields(Unguard(c)), " ")
	}
	return out
}

// letters is the name that spreadsheets give to a column, counted from 0.
func letters(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// clip shortens a value that a fault quotes.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// isText reports whether data can be a text at all.
func isText(data []byte) bool { return !bytes.ContainsRune(data, 0) }
