package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"signpost/generator/model"
)

// A row is one line of a table, its cells by the names of the columns.
type row struct {
	cells map[string]string
	at    model.Where
}

func (r row) get(column string) string { return r.cells[column] }

// list is a cell that holds several values, with ";" between them.
func (r row) list(column string) []string { return splitList(r.cells[column]) }

// splitList takes a list apart. A value that holds a ";" itself has a backslash
// before it, and so has a backslash.
func splitList(cell string) []string {
	var list []string
	var v strings.Builder
	end := func() {
		if s := strings.TrimSpace(v.String()); s != "" {
			list = append(list, s)
		}
		v.Reset()
	}
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c == '\\' && i+1 < len(cell) && (cell[i+1] == ';' || cell[i+1] == '\\'):
			i++
			v.WriteByte(cell[i])
		case c == ';':
			end()
		default:
			v.WriteByte(c)
		}
	}
	end()
	return list
}

// joinList is the cell of a list.
func joinList(values []string) string {
	escaped := make([]string, len(values))
	for i, v := range values {
		escaped[i] = listMarks.Replace(v)
	}
	return strings.Join(escaped, ";")
}

// text is the cell as a table has it.
func (c cell) text() string {
	if !c.field.List {
		return strings.Join(c.values, " ")
	}
	return joinList(c.values)
}

var listMarks = strings.NewReplacer(`\`, `\\`, ";", `\;`)

func (r row) where(column string) model.Where {
	w := r.at
	w.Cell = column
	return w
}

// table reads a CSV file whose header names the columns. Columns that known
// does not list are Problems, so that a misspelt heading is noticed; a file
// that does not exist is an empty table.
func (t *tree) table(name string, known []string) ([]row, error) {
	if !t.exists(name) {
		return nil, nil
	}
	text, ok, err := t.read(name, maxTable)
	if err != nil || !ok {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		t.wrong("table", model.Where{File: name, Line: 1}, "the first line names the columns", "the table has no heading")
		return nil, nil
	}
	top, _ := r.FieldPos(0)
	t.headings(header, known, model.Where{File: name, Line: top})
	var rows []row
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			t.wrong("table", model.Where{File: name, Line: bad.StartLine}, `put quotes round a cell that holds a comma or a quote, and write " as ""`, "the row that begins here cannot be read: %v", bad.Err)
			continue
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, t.row(header, cells, model.Where{File: name, Line: line})...)
	}
}

func (t *tree) headings(header, known []string, at model.Where) {
	seen := map[string]bool{}
	for _, h := range header {
		at.Cell = h
		switch {
		case seen[h]:
			t.wrong("duplicate-field", at, "keep one of them", "the column %q stands here a second time", h)
		case !setOf(known)[h]:
			t.wrong("unknown-field", at, didYouMean(h, setOf(known)), "unknown column %q", h)
		}
		seen[h] = true
	}
}

// row pairs cells with their headings; an empty line is no row.
func (t *tree) row(header, cells []string, at model.Where) []row {
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return nil
	}
	if len(cells) != len(header) {
		t.wrong("table", at, "count the commas", "the row has %d cells where the heading has %d", len(cells), len(header))
		return nil
	}
	mark := len(t.problems)
	r := row{map[string]string{}, at}
	for i, h := range header {
		r.cells[h] = trimmed(h, cells[i])
		if unprintable(r.cells[h]) {
			t.wrong("control-character", r.where(h), "write the cell again", "%q holds a character that cannot be printed", r.cells[h])
		}
	}
	if t.brokenSince(mark) {
		return nil
	}
	return []row{r}
}

// trimmed is a cell without the blanks around it. The first line of a
// description may be indented: in Markdown that says something.
func trimmed(column, cell string) string {
	if column == descriptionColumn {
		return strings.TrimRight(strings.Trim(cell, "\r\n"), " \t\r\n")
	}
	return strings.TrimSpace(cell)
}

// fields turns a row into cells of a record; columns that are not fields are
// left to the caller.
func (r row) fields(columns map[string]string) []cell {
	var cells []cell
	for column, name := range columns {
		f, ok := model.FieldNamed(name)
		v := r.get(column)
		if !ok || v == "" {
			continue
		}
		values := []string{v}
		if f.List {
			values = splitList(v)
		}
		cells = append(cells, cell{f, values, r.where(column)})
	}
	return cells
}
