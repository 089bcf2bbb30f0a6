package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// encrypted begins the files of Excel before 2007, and every workbook with a
// password (the container of OLE compound files).
var encrypted = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// xlsx reads a workbook. What is refused is refused before the library sees
// it: it would open macros and links as well.
func (o *opening) xlsx(data []byte) {
	if bytes.Contains(data, encrypted) {
		o.whole("encrypted", "save it as a plain .xlsx, without a password", "the workbook has a password, or is older than Excel 2007, or holds another file")
		return
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err == nil && !o.harmless(archive) {
		return
	}
	if err == nil {
		err = o.worksheets(data, archive)
	}
	if err != nil && !errors.Is(err, errFull) {
		o.book.Tables = nil
		o.whole("not-a-workbook", "save it as .xlsx again", "the workbook cannot be read: %v", err)
	}
}

// worksheets reads all sheets of a workbook. The library reads what anybody
// sends; a part that is bent on purpose may surprise it, and is then the
// file's fault.
func (o *opening) worksheets(data []byte, archive *zip.Reader) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return err
	}
	defer f.Close()
	names := f.GetSheetList()
	if len(names) > maxSheets {
		return fmt.Errorf("it has more than %d sheets", maxSheets)
	}
	parts, err := sheetParts(archive)
	if err != nil {
		return err
	}
	found, err := scanAll(f, archive, names, parts)
	if err != nil {
		return err
	}
	for i, name := range names {
		if found[i] == nil {
			continue // a chart
		}
		if err := o.worksheet(f, name, found[i]); err != nil {
			return err
		}
	}
	return nil
}

// harmless refuses a workbook whose parts are too large, or that would do
// something when it is opened.
func (o *opening) harmless(archive *zip.Reader) bool {
	size := uint64(0)
	for _, part := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, `\`, "/"))
		size += min(part.UncompressedSize64, maxUnzipped+1)
		switch {
		case size > maxUnzipped || len(archive.File) > maxParts:
			o.whole("zip-bomb", "is it the right file?", "the workbook unpacks to more than %d MiB or %d parts", maxUnzipped>>20, maxParts)
			return false
		case path.Base(name) == "vbaproject.bin", strings.HasPrefix(name, "xl/macrosheets/"):
			o.whole("macro", "save it as .xlsx without macros", "the workbook holds macros (%s)", part.Name)
			return false
		case strings.HasPrefix(name, "xl/externallinks/"), name == "xl/connections.xml":
			o.whole("external-link", "copy the values into this workbook: Data, Edit Links, Break Link", "the workbook takes values from elsewhere (%s)", part.Name)
			return false
		}
	}
	return true
}

// worksheet reads one sheet: its values as they are shown, and beside them
// what the cells really hold.
func (o *opening) worksheet(f *excelize.File, name string, m *marks) error {
	g, err := o.values(f, name, m)
	if err != nil || len(g.rows) == 0 {
		return err
	}
	head := g.rows[o.heading(g.rows)]
	o.marks(name, head, m, &g)
	o.add(name, g)
	return nil
}

// values reads the rows of a sheet, with dates as 2026-11-03.
func (o *opening) values(f *excelize.File, name string, m *marks) (grid, error) {
	g := grid{name: name}
	rows, err := f.Rows(name)
	if err != nil {
		return g, fmt.Errorf("the sheet %q: %w", name, err)
	}
	defer rows.Close()
	for line := 1; line <= m.last && rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return g, fmt.Errorf("the sheet %q, row %d: %w", name, line, err)
		}
		if blank(cells) {
			continue
		}
		r := Row{Line: line, Cells: cells, Kinds: make([]Kind, len(cells))}
		for i := range cells {
			c := m.cells[position{line, i}]
			r.Kinds[i] = c.kind
			if c.kind == Date {
				r.Cells[i] = c.date
			}
		}
		if err := o.limits(name, r, &g); err != nil {
			return g, err
		}
	}
	return g, nil
}

// marks reports what makes a value doubtful: a formula, an error of Excel's,
// cells joined into one. Joined cells above the heading are a title.
func (o *opening) marks(name string, head Row, m *marks, g *grid) {
	for _, p := range m.odd {
		c := m.cells[p]
		if p.row < head.Line {
			continue
		}
		f := Fault{Rule: "formula", Sheet: name, Line: p.row, Column: column(head, p.column), Sentence: fmt.Sprintf("the cell holds the formula %q", clip("="+c.formula)),
			Hint: "copy it, and paste it as values"}
		if !c.isFormula {
			f.Rule, f.Sentence, f.Hint = "cell-error", fmt.Sprintf("the cell holds the error %s", clip(c.failed)), "write the value itself"
		}
		g.unread(p.row, p.column)
		if o.fault(f) != nil {
			return
		}
	}
	o.merged(name, head, m, g)
}

// merged reports cells that are joined into one, beside or below the heading.
// Those above it are a title, and those right of it are nobody's.
func (o *opening) merged(name string, head Row, m *marks, g *grid) {
	g.told = map[int]bool{}
	for _, j := range m.joined {
		if j.to.row < head.Line || j.from.column >= len(head.Cells) {
			continue
		}
		what := "values of rows or columns"
		if j.from.row <= head.Line {
			what = "columns"
		}
		to := position{min(j.to.row, m.last), min(j.to.column, maxColumns-1)}
		if (to.row-j.from.row+1)*(to.column-j.from.column+1) > maxRows {
			g.taken = true // nothing worth reading is left
			to.row = j.from.row
		}
		for column := j.from.column; column <= to.column; column++ {
			g.told[column] = g.told[column] || j.from.row <= head.Line
			for row := max(j.from.row, head.Line+1); row <= to.row; row++ {
				g.unread(row, column)
			}
		}
		if o.fault(Fault{Rule: "merged-cells", Sheet: name, Line: max(j.from.row, head.Line), Column: column(head, j.from.column),
			Sentence: fmt.Sprintf("the cells %s are merged into one, so the %s cannot be told apart", j.ref, what), Hint: "unmerge them, and give each its own value"}) != nil {
			return
		}
	}
}

// column names a column for a fault: its heading, or its letter.
func column(head Row, i int) string {
	if i < len(head.Cells) && strings.TrimSpace(head.Cells[i]) != "" {
		return strings.Join(strings.Fields(head.Cells[i]), " ")
	}
	return letters(i)
}
