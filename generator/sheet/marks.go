package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// marks are what a sheet's values do not show: whether a cell is a number, a
// date or a formula, and which cells are joined. The library tells them cell
// by cell, from a copy of the whole sheet in memory; this reads them once, in
// a stream.
type marks struct {
	cells  map[position]mark
	odd    []position // cells that hold a formula or an error, in their order
	joined []joined
	last   int // the last row
}

type position struct{ row, column int } // rows count from 1, columns from 0

type mark struct {
	kind      Kind
	date      string
	isFormula bool
	formula   string
	failed    string
}

type joined struct {
	ref      string
	from, to position
}

// A rawCell is <c r="B2" s="1" t="s"><f>…</f><v>…</v></c> of a sheet's part
// (ECMA-376, part 1, 18.3.1.4).
type rawCell struct {
	ref, style, kind string
	isFormula        bool
	formula, value   []byte
}

// scanAll reads the marks of the sheets side by side. Those of a sheet that has
// no cells, as a chart, are nil.
func scanAll(f *excelize.File, archive *zip.Reader, names []string, parts map[string]string) ([]*marks, error) {
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	from1904 := props.Date1904 != nil && *props.Date1904
	dates := dateStyles(f)
	found, errs := make([]*marks, len(names)), make([]error, len(names))
	var scans sync.WaitGroup
	for i, name := range names {
		if part := parts[name]; part != "" {
			scans.Go(func() { found[i], errs[i] = scan(archive, part, dates, from1904) })
		}
	}
	scans.Wait()
	return found, errors.Join(errs...)
}

// scan reads the marks of one sheet.
func scan(archive *zip.Reader, part string, dates map[int]bool, from1904 bool) (*marks, error) {
	r, err := archive.Open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	m := &marks{cells: map[position]mark{}}
	if err := m.read(xml.NewDecoder(io.LimitReader(r, maxUnzipped)), dates, from1904); err != nil {
		return nil, fmt.Errorf("%s: %w", part, err)
	}
	return m, nil
}

// read reads the tokens as they stand, which is quicker than elements, and makes
// sure that they are well nested: a sheet that was cut short is not half a sheet.
func (m *marks) read(d *xml.Decoder, dates map[int]bool, from1904 bool) error {
	var at position
	var c rawCell
	var into *[]byte  // where the text that follows belongs
	var open []string // the elements around it
	for {
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && len(open) == 0:
			return nil
		case errors.Is(err, io.EOF):
			return fmt.Errorf("the sheet ends within <%s>", open[len(open)-1])
		case err != nil:
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			switch token.Name.Local {
			case "row":
				err = m.row(token, &at)
			case "c":
				c = rawCell{ref: attr(token, "r"), style: attr(token, "s"), kind: attr(token, "t"), formula: c.formula[:0], value: c.value[:0]}
			case "f":
				c.isFormula, into = true, &c.formula
			case "v":
				into = &c.value
			case "mergeCell":
				err = m.join(token)
			}
		case xml.CharData:
			if into != nil {
				*into = append(*into, token...)
			}
		case xml.EndElement:
			into = nil
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				return fmt.Errorf("the sheet closes <%s>, which is not open", clip(token.Name.Local))
			}
			open = open[:len(open)-1]
			if token.Name.Local == "c" {
				err = m.cell(c, &at, dates, from1904)
			}
		}
		if err != nil {
			return err
		}
	}
}

// row moves on to a row, which may leave its number out.
func (m *marks) row(start xml.StartElement, at *position) error {
	at.row++
	at.column = -1
	if r := attr(start, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n < at.row {
			return fmt.Errorf("the row %q stands behind row %d", clip(r), at.row-1)
		}
		at.row = n
	}
	if at.row > 2*maxRows {
		return fmt.Errorf("there is a row %d", at.row)
	}
	m.last = at.row
	return nil
}

func (m *marks) cell(c rawCell, at *position, dates map[int]bool, from1904 bool) error {
	at.column++
	if c.ref != "" {
		column, row, err := excelize.CellNameToCoordinates(c.ref)
		if err != nil || row != at.row || column-1 < at.column {
			return fmt.Errorf("the cell %q stands in row %d", clip(c.ref), at.row)
		}
		at.column = column - 1
	}
	k := mark{}
	switch c.kind {
	case "b":
		k.kind = Truth
	case "e":
		k.failed = string(c.value)
	case "", "n":
		if n, err := strconv.ParseFloat(string(c.value), 64); err == nil {
			k.kind = Number
			if style, err := strconv.Atoi(c.style); err == nil && dates[style] {
				k.kind, k.date = day(n, from1904)
			}
		}
	case "d":
		if len(c.value) >= len("2026-11-03") {
			k.kind, k.date = Date, string(c.value[:len("2026-11-03")])
		}
	}
	if c.isFormula {
		k.isFormula, k.formula = true, string(c.formula)
	}
	if k.isFormula || k.failed != "" {
		m.odd = append(m.odd, *at)
	}
	if k != (mark{}) {
		m.cells[*at] = k
	}
	return nil
}

// day is the date of a cell; a number that no calendar has stays a number.
func day(n float64, from1904 bool) (Kind, string) {
	t, err := excelize.ExcelDateToTime(n, from1904)
	if err != nil || n < 1 || t.Year() > 9999 {
		return Number, ""
	}
	return Date, t.Format("2006-01-02")
}

func (m *marks) join(start xml.StartElement) error {
	ref := attr(start, "ref")
	a, b, _ := strings.Cut(ref, ":")
	column, row, err := excelize.CellNameToCoordinates(a)
	if err != nil {
		return err
	}
	toColumn, toRow, err := excelize.CellNameToCoordinates(b)
	if err != nil {
		return err
	}
	if len(m.joined) <= maxFaults {
		m.joined = append(m.joined, joined{ref, position{row, column - 1}, position{toRow, toColumn - 1}})
	}
	return nil
}

func attr(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// shownAside are the parts of a format that are no placeholders: words in
// quotes, a colour or a country in brackets, a letter behind a backslash.
var shownAside = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.`)

// dateStyles are the styles of a workbook that show a number as a day. The
// numbers of the formats that every workbook has are those of ECMA-376, part
// 1, 18.8.30.
func dateStyles(f *excelize.File) map[int]bool {
	dates := map[int]bool{}
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return dates
	}
	own := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			if n != nil {
				own[n.NumFmtID] = n.FormatCode
			}
		}
	}
	for i, x := range f.Styles.CellXfs.Xf {
		if x.NumFmtID == nil {
			continue
		}
		id := *x.NumFmtID
		code := strings.ToLower(shownAside.ReplaceAllString(own[id], ""))
		dates[i] = id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id >= 50 && id <= 58 || strings.ContainsAny(code, "yd")
	}
	return dates
}

// sheetParts names the part of each worksheet in the archive.
func sheetParts(archive *zip.Reader) (map[string]string, error) {
	var book struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Any  []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Each []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := decodePart(archive, "xl/workbook.xml", &book); err != nil {
		return nil, err
	}
	if err := decodePart(archive, "xl/_rels/workbook.xml.rels", &rels); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range rels.Each {
		if strings.HasSuffix(r.Type, "/worksheet") {
			targets[r.ID] = strings.TrimPrefix(path.Join("/xl", r.Target), "/")
			if strings.HasPrefix(r.Target, "/") {
				targets[r.ID] = strings.TrimPrefix(r.Target, "/")
			}
		}
	}
	parts := map[string]string{}
	for _, s := range book.Sheets {
		for _, a := range s.Any {
			if a.Name.Local == "id" {
				parts[s.Name] = targets[a.Value]
			}
		}
	}
	return parts, nil
}

func decodePart(archive *zip.Reader, name string, into any) error {
	r, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(io.LimitReader(r, maxUnzipped)).Decode(into)
}
