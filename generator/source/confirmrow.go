package source

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

// ConfirmRow stamps a check onto what a council's table says of a service: its
// row of services.csv, or its rows of channels.csv. Only the cells of the
// check change. It returns the groups that are confirmed by it; of those in
// channels.csv there may be none.
//
// A row of services.csv has one check for all that it says. A group alone can
// be confirmed where the table has a column for it, as checked_access; else
// groups has to name all that the row says something of.
func ConfirmRow(text []byte, file, id string, groups, said []model.Group, c model.Checked) ([]byte, []model.Group, error) {
	t := &tree{}
	if t.checked(map[string]string{"on": c.On.String(), "by": c.By, "how": c.How}, model.Where{File: file}); len(t.problems) > 0 {
		return nil, nil, fmt.Errorf("%v", t.problems[0])
	}
	rows, err := gridOf(text)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	stamp := stampService
	if path.Base(file) == "channels.csv" {
		stamp = stampChannel
	}
	var edits []cellEdit
	var done []model.Group
	for _, r := range rows {
		if cmp.Or(r.get("id"), r.get("service")) != id {
			continue
		}
		if on, err := model.ParseDate(r.get("checked_on")); err == nil && on.After(c.On) {
			return nil, nil, fmt.Errorf("%s: %s was already confirmed on %s, after %s", file, id, on.Words(), c.On.Words())
		}
		more, confirmed, err := stamp(r, groups, said, c)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file, err)
		}
		edits = append(edits, more...)
		done = append(done, confirmed...)
	}
	return applyEdits(text, edits), slices.Compact(done), nil
}

// stampChannel confirms a row of channels.csv.
func stampChannel(r gridRow, groups, _ []model.Group, c model.Checked) ([]cellEdit, []model.Group, error) {
	g := model.Group(r.get("type"))
	if !slices.Contains(groups, g) {
		return nil, nil, nil
	}
	edits, err := r.check(c)
	return edits, []model.Group{g}, err
}

// stampService confirms a row of services.csv: all of it, or the groups that
// have a column.
func stampService(r gridRow, groups, said []model.Group, c model.Checked) ([]cellEdit, []model.Group, error) {
	whole := !slices.ContainsFunc(said, func(g model.Group) bool { return !slices.Contains(groups, g) })
	var edits []cellEdit
	var err error
	if whole {
		edits, err = r.check(c)
	}
	for _, g := range groups {
		at, has := r.at[checkedColumn+"_"+string(g)]
		switch {
		case has && (!whole || r.get(checkedColumn+"_"+string(g)) != ""):
			edits = append(edits, cellEdit{at, CheckText(c)})
		case !whole:
			return nil, nil, fmt.Errorf("one check stands for all that the row of %s says; confirm all of it, or give the table a column %s_%s", r.get("id"), checkedColumn, g)
		}
	}
	return edits, groups, err
}

// A gridRow is one row of a table, and where each of its cells stands in the
// text.
type gridRow struct {
	cells map[string]string
	at    map[string]span // in bytes, from 0
}

func (r gridRow) get(column string) string { return strings.TrimSpace(r.cells[column]) }

// check is the edit of the row's own check.
func (r gridRow) check(c model.Checked) ([]cellEdit, error) {
	words := map[string]string{"checked_on": c.On.String(), "checked_by": c.By, "checked_how": c.How}
	var edits []cellEdit
	for _, column := range slices.Sorted(maps.Keys(words)) {
		at, ok := r.at[column]
		if !ok {
			return nil, fmt.Errorf("there is no column %q", column)
		}
		edits = append(edits, cellEdit{at, words[column]})
	}
	return edits, nil
}

// gridOf reads a table with the places of its cells.
func gridOf(text []byte) ([]gridRow, error) {
	mark, rest := cutBOM(text)
	lines := []int{len(mark)} // where each line begins
	for i, b := range rest {
		if b == '\n' {
			lines = append(lines, len(mark)+i+1)
		}
	}
	r := csv.NewReader(bytes.NewReader(rest))
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	var rows []gridRow
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		row := gridRow{map[string]string{}, map[string]span{}}
		end := len(mark) + int(r.InputOffset())
		end -= len(text[:end]) - len(bytes.TrimRight(text[:end], "\r\n"))
		for i := len(cells) - 1; i >= 0; i-- {
			line, column := r.FieldPos(i)
			from := lines[line-1] + column - 1
			row.cells[header[i]], row.at[header[i]] = cells[i], span{from, end}
			end = from - 1
		}
		rows = append(rows, row)
	}
}

// A cellEdit puts a value in the place of a cell.
type cellEdit struct {
	at    span
	value string
}

// applyEdits changes cells and no other byte.
func applyEdits(text []byte, edits []cellEdit) []byte {
	slices.SortFunc(edits, func(a, b cellEdit) int { return cmp.Compare(a.at.from, b.at.from) })
	var out bytes.Buffer
	from := 0
	for _, e := range edits {
		out.Write(text[from:e.at.from])
		out.WriteString(cellText(e.value))
		from = e.at.to
	}
	out.Write(text[from:])
	return out.Bytes()
}

// cellText is a value as a cell, in quotes where it needs them.
func cellText(v string) string {
	if strings.ContainsAny(v, ",\"\r\n") {
		return `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
	}
	return v
}
