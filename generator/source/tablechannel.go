package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// A channelRow is one row of a table of channels.
type channelRow struct {
	position int
	channel  model.Channel
}

// channels reads a table of channels: each row belongs to a service of the
// file, or to one that is known.
func (u *unpacking) channels(p Part) {
	columns := u.columns(p, u.Columns, channelWords)
	rows := map[*Said][]channelRow{}
	whole := slices.ContainsFunc(columns, func(c column) bool { return c.target == toldByColumn })
	for _, s := range u.said {
		s.listed = s.listed || whole && s.whole
	}
	for _, l := range u.lines(p, columns) {
		s := u.serviceOf(l)
		if s == nil {
			continue
		}
		c, ok := u.channelLine(s, l)
		if !ok {
			s.bad[string(c.channel.Type)] = true
			continue
		}
		rows[s] = append(rows[s], c)
	}
	for s, list := range rows {
		slices.SortStableFunc(list, func(a, b channelRow) int { return cmp.Compare(a.position, b.position) })
		for _, r := range list {
			s.Record.Channels = append(s.Record.Channels, r.channel)
			s.inRows[r.channel.Type] = true
		}
	}
}

// serviceOf is what the file says of the service of a row; nil where the row
// is a register's, or names nobody.
func (u *unpacking) serviceOf(l line) *Said {
	probe := &Said{As: u.As, bad: l.bad}
	if !u.toldBy(probe, l) {
		return nil
	}
	id := l.get(serviceColumn)
	area := ""
	if l.get(areaColumn) != "" {
		area = u.area(l)
	}
	for _, s := range u.rows[id] {
		if s.As == probe.As && (area == "" || s.Area == area) {
			return s
		}
	}
	if r := u.knownAs(probe.As, cmp.Or(area, u.Area), id); r != nil {
		s := &Said{As: probe.As, Area: folderOf(r), Where: l.at, Record: &model.Record{Where: l.at, ID: r.ID, Checked: map[model.Group]model.Checked{}},
			Cells: map[string]string{}, asked: map[string]bool{}, bad: map[string]bool{}, inRows: map[model.ChannelType]bool{}}
		u.said = append(u.said, s)
		u.rows[id] = append(u.rows[id], s)
		return s
	}
	if !l.bad[serviceColumn] {
		u.wrongCell(l, serviceColumn, "unknown-service", "name it by its id, as in the table of services", "there is no service %q", id)
	}
	return nil
}

// channelLine reads one channel, and who checked it.
func (u *unpacking) channelLine(s *Said, l line) (channelRow, bool) {
	mark := len(u.problems)
	words := map[string]string{}
	for _, f := range model.ChannelParts {
		v := l.get(f.Name)
		if f.Form == model.IDForm {
			v = u.idOf(f.Vocabulary, v)
		}
		if u.fitsForm(cell{field: model.Field{Name: f.Name}, at: l.where(f.Name)}, v) {
			words[f.Name] = v
		}
	}
	row := channelRow{channel: channelOf(words)}
	if v := l.get(positionColumn); v != "" {
		var err error
		if row.position, err = strconv.Atoi(v); err != nil {
			u.wrongCell(l, positionColumn, "bad-position", "count from 1, the one to try first", "position is %q", v)
		}
	}
	switch number := slices.Contains([]model.ChannelType{model.Phone, model.Text, model.WhatsApp}, row.channel.Type); {
	case l.bad["type"] || l.bad["value"]:
		return row, false
	case number && l.kinds["value"] == sheet.Number && model.CheckPhone(words["value"]) != "":
		u.wrongCell(l, "value", "number-cell", "format the column as text, and type the number again", "the cell holds a number (%s): the 0 in front is lost", words["value"])
	default:
		u.fitsWholeChannel(row.channel, l.where)
	}
	u.channelCheck(s, row.channel.Type, l)
	return row, !u.brokenSince(mark)
}

// channelCheck reads the check of one channel. All of a type stand under one:
// that of the oldest, so that none of them is older than the page says.
func (u *unpacking) channelCheck(s *Said, t model.ChannelType, l line) {
	c, ok := model.Checked{}, false
	if v := l.get(checkedColumn); v != "" {
		c, ok = u.checkCell(v, l, checkedColumn)
	} else if slices.ContainsFunc(checkedColumns, func(c string) bool { return l.get(c) != "" }) {
		words := map[string]string{"on": britishDate(l.get("checked_on")), "by": l.get("checked_by"), "how": strings.ToLower(l.get("checked_how"))}
		if c, ok = u.checkedAt(words, func(word string) model.Where { return l.where("checked_" + word) }); ok {
			ok = u.passed(c, l, "checked_on")
		}
	}
	if !ok {
		return
	}
	g := model.Group(t)
	if before, given := s.Record.Checked[g]; given {
		c = older(before, c)
	}
	s.Record.Checked[g] = c
}
