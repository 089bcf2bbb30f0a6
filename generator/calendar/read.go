package calendar

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"signpost/generator/model"
)

const (
	limitsFile   = "data/limits.csv"
	holidaysFile = "data/holidays.csv"
)

var (
	limitColumns   = []string{"id", "limb", "what", "by", "asks", "amount", "unit", "start", "month_end", "join", "note", "law", "source", "checked", "status"}
	holidayColumns = []string{"day", "name", "source", "checked"}
	idForm         = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
)

// maxAmount keeps what is counted within the years that people live to see.
const maxAmount = 400

// Read reads data/limits.csv and data/holidays.csv below root. A directory
// without them knows no limits. What is wrong with them are Problems, each an
// error: a limit with one is left out, as is every bank holiday when one of
// them cannot be read, because a day counted without it would be wrong.
func Read(root fs.FS) (*Table, []model.Problem, error) {
	r := &reader{root: root}
	holidays, err := r.holidays()
	if err != nil {
		return nil, nil, err
	}
	limits, err := r.limits()
	if err != nil {
		return nil, nil, err
	}
	t := &Table{Limits: limits, Holidays: holidays}
	for _, l := range limits {
		if len(holidays) == 0 && slices.ContainsFunc(l.Limbs, func(b Limb) bool { return b.Unit == WorkingDays }) {
			r.wrong("no-holidays", l.Where, "write them into "+holidaysFile, "%s counts working days, and no bank holidays are known", l.ID)
		}
	}
	return t, model.SortProblems(r.problems), nil
}

// A reader collects what is wrong.
type reader struct {
	root     fs.FS
	problems []model.Problem
}

func (r *reader) wrong(rule string, at model.Where, hint, sentence string, args ...any) {
	r.problems = append(r.problems, model.Problem{Rule: rule, Severity: model.Error, Where: at, Hint: hint, Sentence: fmt.Sprintf(sentence, args...)})
}

// A row is one line of a table, its cells by the names of the columns.
type row struct {
	cells map[string]string
	line  int
	file  string
}

func (w row) get(column string) string { return w.cells[column] }

func (w row) where(column string) model.Where {
	return model.Where{File: w.file, Line: w.line, Cell: column}
}

// rows reads a table that has exactly the columns; ok is false where a row of
// it could not be read.
func (r *reader) rows(file string, columns []string) (rows []row, ok bool, err error) {
	text, err := fs.ReadFile(r.root, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("reading %s: %w", file, err)
	}
	in := csv.NewReader(bytes.NewReader(text))
	lines, err := in.ReadAll()
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		r.wrong("table", model.Where{File: file, Line: bad.StartLine}, `put quotes round a cell that holds a comma or a quote, and write " as ""`, "the row that begins here cannot be read: %v", bad.Err)
		return nil, false, nil
	}
	if len(lines) == 0 || !slices.Equal(lines[0], columns) {
		r.wrong("table", model.Where{File: file, Line: 1}, "the first line is "+strings.Join(columns, ","), "the columns are others")
		return nil, false, nil
	}
	for i, cells := range lines[1:] {
		w := row{cells: map[string]string{}, line: i + 2, file: file} // no cell of these tables holds a line break
		for j, column := range columns {
			w.cells[column] = strings.TrimSpace(cells[j])
		}
		rows = append(rows, w)
	}
	return rows, true, nil
}

// day reads a whole day.
func (r *reader) day(w row, column string) model.Date {
	d, err := model.ParseDate(w.get(column))
	if err != nil || d.Day == 0 {
		r.wrong("bad-date", w.where(column), "write it as 2026-11-03", "%s is %q, which is no day", column, w.get(column))
		return model.Date{}
	}
	return d
}

// page checks an address at which something was read.
func (r *reader) page(w row, column string) string {
	v := w.get(column)
	if !strings.HasPrefix(v, "https://") {
		r.wrong("bad-link", w.where(column), "give the page where this was read", "%s is %q, which is not an address", column, v)
	}
	return v
}

func (r *reader) oneOf(w row, column string, allowed ...string) string {
	v := w.get(column)
	if !slices.Contains(allowed, v) {
		r.wrong("bad-value", w.where(column), "write one of "+strings.Join(allowed, ", "), "%s is %q", column, v)
	}
	return v
}

// limits reads data/limits.csv. Rows with one id are the limbs of one limit;
// the first of them says what the limit is.
func (r *reader) limits() ([]Limit, error) {
	rows, _, err := r.rows(limitsFile, limitColumns)
	if err != nil {
		return nil, err
	}
	var limits []Limit
	broken := map[string]bool{}
	for _, w := range rows {
		mark, id := len(r.problems), w.get("id")
		if last := len(limits) - 1; last >= 0 && limits[last].ID == id {
			r.further(&limits[last], w)
		} else {
			if slices.ContainsFunc(limits, func(l Limit) bool { return l.ID == id }) {
				r.wrong("duplicate-id", w.where("id"), "put the limbs of a limit under each other", "%q stands here again", id)
			}
			limits = append(limits, r.limit(w))
		}
		broken[id] = broken[id] || len(r.problems) > mark
	}
	for _, l := range limits {
		if (l.Join != "") != (len(l.Limbs) > 1) {
			r.wrong("bad-join", l.Where, "say later or earlier where two limbs are, and nothing where one is", "%s has %d limbs and join %q", l.ID, len(l.Limbs), l.Join)
			broken[l.ID] = true
		}
	}
	return slices.DeleteFunc(limits, func(l Limit) bool { return broken[l.ID] }), nil
}

// limit reads the first row of a limit.
func (r *reader) limit(w row) Limit {
	l := Limit{ID: w.get("id"), What: w.get("what"), By: r.oneOf(w, "by", Family, Council, Others),
		Join: r.oneOf(w, "join", "", Later, Earlier), Note: w.get("note"), Limbs: []Limb{r.limb(w)}, Where: w.where("")}
	if !idForm.MatchString(l.ID) {
		r.wrong("bad-id", w.where("id"), "use a to z, 0 to 9 and -", "the id is %q", l.ID)
	}
	if l.What == "" {
		r.wrong("missing-field", w.where("what"), "say what falls on the day", "%s does not say what it is", l.ID)
	}
	return l
}

// further reads another limb of a limit.
func (r *reader) further(l *Limit, w row) {
	for _, column := range []string{"what", "by", "join", "note"} {
		if w.get(column) != "" {
			r.wrong("bad-value", w.where(column), "say it once, in the first row of the limit", "%s is said again", column)
		}
	}
	b := r.limb(w)
	if slices.ContainsFunc(l.Limbs, func(a Limb) bool { return a.ID == b.ID }) {
		r.wrong("duplicate-id", w.where("limb"), "", "%s has the limb %q already", l.ID, b.ID)
	}
	l.Limbs = append(l.Limbs, b)
}

func (r *reader) limb(w row) Limb {
	b := Limb{ID: w.get("limb"), Asks: w.get("asks"), Unit: w.get("unit"), Start: w.get("start"), Law: w.get("law"),
		Source: r.page(w, "source"), Checked: r.day(w, "checked"), Verified: r.oneOf(w, "status", "verified", "unverified") == "verified"}
	if !idForm.MatchString(b.ID) {
		r.wrong("bad-id", w.where("limb"), "use a to z, 0 to 9 and -", "the limb is %q", b.ID)
	}
	for _, column := range []string{"asks", "law"} {
		if w.get(column) == "" {
			r.wrong("missing-field", w.where(column), "", "%s is empty", column)
		}
	}
	allowed, known := starts[b.Unit]
	if !known {
		r.wrong("bad-value", w.where("unit"), "", "the unit is %q", b.Unit)
		return b
	}
	r.oneOf(w, "start", allowed...)
	b.Amount = r.amount(w, b.Unit)
	monthEnd := ""
	if b.Unit == Months || b.Unit == MonthsBefore {
		monthEnd = "last-day" // the only rule there is; the file says it for its readers
	}
	r.oneOf(w, "month_end", monthEnd)
	return b
}

// amount reads how many, or of [DayOfYear] which day.
func (r *reader) amount(w row, unit string) int {
	v := w.get("amount")
	if unit == DayOfYear {
		d, err := model.ParseDate("2025-" + v) // a day that every year has
		if err != nil || d.Day == 0 {
			r.wrong("bad-value", w.where("amount"), "write a month and a day as 02-15", "the day of the year is %q", v)
		}
		return int(d.Month)*100 + d.Day
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > maxAmount {
		r.wrong("bad-value", w.where("amount"), "write a whole number from 1 up", "the amount is %q", v)
	}
	return n
}
