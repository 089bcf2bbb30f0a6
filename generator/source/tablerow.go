package source

import (
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// wholeRow stands for a wrong row among its wrong cells.
const wholeRow = ""

// A line is one row of a part: its cells by what their columns mean.
type line struct {
	cells    map[string]string
	kinds    map[string]sheet.Kind
	headings map[string]string // as they stand in the file
	at       model.Where
	bad      map[string]bool
}

func (l line) get(target string) string { return l.cells[target] }

func (l line) where(target string) model.Where {
	w := l.at
	w.Cell = l.headings[target]
	if w.Cell == "" {
		w.Cell = target
	}
	return w
}

// wrong reports a wrong cell, and remembers it.
func (u *unpacking) wrongCell(l line, target, rule, hint, sentence string, args ...any) {
	l.bad[target] = true
	u.wrong(rule, l.where(target), hint, sentence, args...)
}

// lines are the rows of a part that has any.
func (u *unpacking) lines(p Part, columns []column) []line {
	var all []line
	for _, r := range p.Table.Rows {
		l := line{cells: map[string]string{}, kinds: map[string]sheet.Kind{}, headings: map[string]string{}, bad: map[string]bool{},
			at: model.Where{File: p.File, Line: r.Line}}
		for i, c := range columns {
			if c.target == "" {
				continue
			}
			l.headings[c.target] = c.heading
			l.kinds[c.target] = r.Kind(i)
			l.bad[c.target] = r.Kind(i) == sheet.Unread
			v := trimmed(c.target, r.Cells[i])
			if unprintable(v) {
				u.wrongCell(l, c.target, "control-character", "write the cell again", "%q holds a character that cannot be printed", v)
				v = ""
			}
			l.cells[c.target] = v
		}
		all = append(all, l)
	}
	return all
}

// services reads a table of services.
func (u *unpacking) services(p Part) {
	columns := u.columns(p, u.Columns, serviceWords)
	asked := map[string]bool{}
	for _, c := range columns {
		asked[c.target] = true
	}
	for _, l := range u.lines(p, columns) {
		if s := u.service(l, asked); s != nil {
			u.said = append(u.said, s)
		}
	}
}

// service reads one row. It is nil for a row that says what a register says:
// an export shows it, and nobody can change it there.
func (u *unpacking) service(l line, asked map[string]bool) *Said {
	s := &Said{As: u.As, Where: l.at, Cells: map[string]string{}, asked: asked, whole: asked[toldByColumn], bad: l.bad, heads: l.headings, inRows: map[model.ChannelType]bool{}}
	if !u.toldBy(s, l) {
		return nil
	}
	mark := len(u.problems)
	s.Record = &model.Record{Where: l.at, ID: l.get(idColumn), Checked: map[model.Group]model.Checked{}}
	s.Area = u.area(l)
	if id := s.Record.ID; id != "" && !IsID(id) {
		u.wrongCell(l, idColumn, "bad-id", "ids are lower-case letters, digits and hyphens", "the id %q cannot be one", id)
		s.Record.ID = ""
	}
	var cells []cell
	for _, f := range model.Fields {
		if c, ok := u.cell(f, l); ok {
			cells = append(cells, c)
			s.Cells[f.Name] = c.text()
		}
	}
	if s.As != AsRegister {
		u.refuseSite(cells)
	}
	u.fill(s.Record, cells)
	if text := l.get(descriptionColumn); text != "" {
		s.Record.Offer.Description = u.prose([]byte(text), l.where(descriptionColumn))
		s.Cells[descriptionColumn] = s.Record.Offer.Description
	}
	u.rowChecks(s, l)
	l.bad[wholeRow] = u.brokenSince(mark)
	return s
}

// toldBy settles what the row becomes. It is false for what cannot be changed.
func (u *unpacking) toldBy(s *Said, l line) bool {
	switch by := l.get(toldByColumn); by {
	case "":
		s.whole = false
	case "entry":
		s.As = AsEntries
	case "council":
		s.As = AsCouncil
	default:
		if slices.ContainsFunc(u.known.Sources, func(known *model.Source) bool { return known.ID == by && !known.Told() }) {
			return false
		}
		u.wrongCell(l, toldByColumn, "unknown-id", `write "entry" or "council", or leave it empty`, "told_by is %q", by)
	}
	return true
}

// area is the slug of the row's own area, or the parcel's.
func (u *unpacking) area(l line) string {
	v := l.get(areaColumn)
	if v == "" {
		return u.Area
	}
	slug := u.slugOf(v)
	if slug != model.England && !u.slugs[slug] {
		u.wrongCell(l, areaColumn, "unknown-area", didYouMean(slug, u.slugs), "%q is not an area of data/areas/authorities.csv", v)
		return ""
	}
	return slug
}

// cell reads the cell of one field, its value brought into the form in which
// files have it. Whatever fits no form stays as it is, and the check of the
// field says what is wrong.
func (u *unpacking) cell(f model.Field, l line) (cell, bool) {
	v := l.get(f.Name)
	if v == "" || l.bad[f.Name] {
		return cell{}, false
	}
	switch {
	case l.kinds[f.Name] == sheet.Number && f.Form == model.ChannelForm && model.CheckPhone(v) != "":
		u.wrongCell(l, f.Name, "number-cell", "format the column as text, and type the number again", "the cell holds a number (%s): the 0 in front is lost", v)
		return cell{}, false
	case l.kinds[f.Name] == sheet.Date && f.Form != model.DateForm:
		u.wrongCell(l, f.Name, "date-cell", "format the column as text, and type it again", "Excel made a date of what was typed here (%s)", v)
		return cell{}, false
	}
	values := []string{v}
	if f.List {
		values = splitList(v)
	}
	for i := range values {
		values[i] = u.inForm(f, values[i])
	}
	mark := len(u.problems)
	c := cell{f, values, l.where(f.Name)}
	if !u.fits(c) {
		l.bad[f.Name] = u.brokenSince(mark)
		return cell{}, false
	}
	return c, len(values) > 0
}

// inForm is a value as files have it: the date as 2026-11-03, the id of a word
// that stands for it, yes and no in small letters.
func (u *unpacking) inForm(f model.Field, v string) string {
	switch f.Form {
	case model.DateForm:
		return britishDate(v)
	case model.YesNoForm:
		switch w := strings.ToLower(v); w {
		case "true":
			return "yes"
		case "false":
			return "no"
		default:
			return w
		}
	case model.IDForm:
		return u.idOf(f.Vocabulary, v)
	case model.SlugForm:
		return u.slugOf(v)
	case model.AgesForm:
		return strings.NewReplacer("–", "-", " to ", "-").Replace(v)
	}
	return v
}

// idOf is the id of a term that is given by its id or its plain words.
func (u *unpacking) idOf(vocabulary, v string) string {
	terms := u.reading.Vocabulary[vocabulary]
	if _, ok := terms.Find(v); ok {
		return v
	}
	for _, term := range terms {
		if fold(term.ID) == fold(v) || fold(term.Label) == fold(v) {
			return term.ID
		}
	}
	return v
}

// slugOf is the slug of an area that is given by its slug, name, council or
// code.
func (u *unpacking) slugOf(v string) string {
	if u.slugs[v] || v == model.England {
		return v
	}
	if slug := u.areas[fold(v)]; slug != "" {
		return slug
	}
	return v
}

// rowChecks reads who checked the row, and its groups of facts.
func (u *unpacking) rowChecks(s *Said, l line) {
	if slices.ContainsFunc(checkedColumns, func(c string) bool { return l.get(c) != "" }) {
		words := map[string]string{"on": britishDate(l.get("checked_on")), "by": l.get("checked_by"), "how": strings.ToLower(l.get("checked_how"))}
		if c, ok := u.checkedAt(words, func(word string) model.Where { return l.where("checked_" + word) }); ok && u.passed(c, l, "checked_on") {
			s.first = &c
		} else {
			s.bad[checkedColumn] = true
		}
	}
	for _, g := range model.Groups {
		target := checkedColumn + "_" + string(g)
		if v := l.get(target); v != "" && !l.bad[target] {
			c, ok := u.checkCell(v, l, target)
			if !ok {
				s.bad[target] = true
				continue
			}
			s.Record.Checked[g] = c
		}
	}
}

// checkCell reads a check in one cell: "2026-11-03, service manager, phone".
func (u *unpacking) checkCell(v string, l line, target string) (model.Checked, bool) {
	c, ok := u.checkedAt(checkWords(v), func(string) model.Where { return l.where(target) })
	return c, ok && u.passed(c, l, target)
}

// checkWords are the words of a check in one cell: the day before the first
// comma, the way behind the last, and the role between them.
func checkWords(v string) map[string]string {
	on, rest, _ := strings.Cut(v, ",")
	i := max(strings.LastIndex(rest, ","), 0)
	return map[string]string{"on": britishDate(strings.TrimSpace(on)), "by": strings.TrimSpace(rest[:i]), "how": strings.ToLower(strings.Trim(rest[i:], ", "))}
}

// passed refuses a check on a day that has not come.
func (u *unpacking) passed(c model.Checked, l line, target string) bool {
	if !u.AsAt.IsZero() && c.On.After(u.AsAt) {
		u.wrongCell(l, target, "bad-date", "look at the day, the month and the year", "checked: %s lies after today", c.On.Words())
		return false
	}
	return true
}

// CheckText is a check in one cell.
func CheckText(c model.Checked) string {
	if c.On.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s, %s, %s", c.On, c.By, c.How)
}
