package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// csv reads a text whose lines are rows.
func (o *opening) csv(name string, data []byte) {
	text, ok := o.decode(data)
	if !ok {
		return
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = o.separator(text)
	r.FieldsPerRecord = -1
	g := grid{exact: true}
	for {
		cells, err := r.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			o.add(name, g)
			return
		case errors.As(err, &bad):
			err = o.fault(Fault{Rule: "table", Line: bad.StartLine, Sentence: fmt.Sprintf("the row that begins here cannot be read: %v", bad.Err),
				Hint: `put quotes round a cell that holds a separator or a quote, and write " as ""`})
		default:
			line, _ := r.FieldPos(0)
			err = o.limits("", Row{Line: line, Cells: cells}, &g)
		}
		if err != nil {
			return
		}
	}
}

// limits adds a row to a grid, and stops at what no sheet needs.
func (o *opening) limits(sheet string, r Row, g *grid) error {
	for len(r.Cells) > 0 && strings.TrimSpace(r.Cells[len(r.Cells)-1]) == "" && len(r.Cells) > maxColumns {
		r.Cells = r.Cells[:len(r.Cells)-1]
	}
	switch {
	case len(g.rows) >= maxRows:
		o.whole("too-large", "send it in parts", "%s has more than %d rows", place(sheet), maxRows)
		g.taken = true
		return errFull
	case len(r.Cells) > maxColumns:
		o.whole("too-large", "keep the columns that are meant", "%s has more than %d columns (row %d)", place(sheet), maxColumns, r.Line)
		g.taken = true
		return errFull
	}
	g.rows = append(g.rows, r)
	for i, c := range r.Cells {
		if len(c) <= maxCell || utf8.RuneCountInString(c) <= maxCell {
			continue
		}
		g.unread(r.Line, i)
		if err := o.fault(Fault{Rule: "too-long", Sheet: sheet, Line: r.Line, Column: letters(i), Sentence: fmt.Sprintf("the cell is longer than %d characters", maxCell), Hint: "keep to what a family needs"}); err != nil {
			return err
		}
	}
	return nil
}

func place(sheet string) string {
	if sheet == "" {
		return "the table"
	}
	return fmt.Sprintf("the sheet %q", sheet)
}

// decode turns the bytes of a file into UTF-8. What is not UTF-8, and has no
// mark of another kind, is what Excel writes in England: Windows-1252.
func (o *opening) decode(data []byte) ([]byte, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil || !isText(text) {
			o.whole("not-text", "save it as CSV in UTF-8", "the file begins like UTF-16 and cannot be read as that")
			return nil, false
		}
		return text, true
	case !isText(data):
		o.whole("not-text", "save the table as CSV or XLSX", "the file is not a text")
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return data, true
	}
	if line := mixed(data); line > 0 {
		o.whole("not-utf8", "save the whole file as UTF-8", "line %d holds bytes that are not UTF-8, and other lines are", line)
		return nil, false
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		o.whole("not-utf8", "save it as UTF-8", "the file is neither UTF-8 nor Windows-1252")
		return nil, false
	}
	return text, true
}

// mixed is the line of the first byte that is not UTF-8, if the text also has
// letters of several bytes that are: read as Windows-1252 those would become
// nonsense ("Ã©" for é). It is 0 where the text has none.
func mixed(data []byte) int {
	line, wrong, right := 1, 0, false
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == '\n':
			line++
		case r == utf8.RuneError && n == 1 && wrong == 0:
			wrong = line
		case n > 1:
			right = true
		}
		data = data[n:]
	}
	if !right {
		return 0
	}
	return wrong
}

// separator is what stands between cells: of comma, semicolon and tab the one
// by which one of the first lines has the most headings that are known, or
// else the first line the most cells.
func (o *opening) separator(text []byte) rune {
	best, most := ',', 0
	for _, comma := range ",;\t" {
		if n := o.headings(text, comma); n > most {
			best, most = comma, n
		}
	}
	return best
}

// headings counts the known headings of the line that has most, split at a
// comma. They weigh more than the cells of the first line, which count, too.
func (o *opening) headings(text []byte, comma rune) int {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	most := 0
	for i := range titleRows {
		cells, err := r.Read()
		if err != nil {
			break
		}
		n := 0
		for _, c := range cells {
			if o.known != nil && o.known(strings.TrimSpace(c)) {
				n += maxColumns
			}
		}
		if i == 0 {
			n += min(len(cells), maxColumns) - 1
		}
		most = max(most, n)
	}
	return most
}
