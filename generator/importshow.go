package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/source"
)

// A difference is what the import makes of one service.
type difference struct {
	said   *source.Said // nil for one that is not in the file
	was    *model.Record
	is     *model.Record // nil for one that is not in the file
	now    *model.Record // the same as it is read from the tree that would be
	groups []model.Group // that are new, or another
}

// show prints the difference between what is known and what the file says:
// what is added, changed and gone, and where another source says otherwise.
func (m *importing) show(w io.Writer, after knowledge) {
	services := servicesOf(after.directory)
	counts := map[string]int{}
	for _, d := range m.differences(after) {
		kind := d.kind()
		counts[kind]++
		if kind != "unchanged" {
			d.print(w, kind)
		}
		counts["in conflict"] += d.conflicts(w, services)
	}
	var parts []string
	for _, kind := range []string{"added", "changed", "confirmed", "gone", "not in the file", "in conflict", "unchanged"} {
		if counts[kind] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[kind], kind))
		}
	}
	if len(parts) == 0 {
		parts = []string{"the file says nothing"}
	}
	fmt.Fprintln(w, strings.Join(parts, ", "))
}

// differences are those of all services of the file, and of those that its
// source had before.
func (m *importing) differences(after knowledge) []difference {
	before, now := recordsOf(m.before.reading, m.Source), recordsOf(after.reading, m.Source)
	told := toldRecords(after.reading)
	var all []difference
	has, speaks := map[string]bool{}, map[string]bool{}
	for _, s := range m.said {
		d := difference{said: s, was: s.Was, is: s.Is}
		if s.As == source.AsRegister {
			d.was, d.is = before[s.Record.ID], now[s.Record.ID]
		}
		speaks[folder(s.As, s.Area)] = true
		if d.is != nil {
			has[folder(s.As, s.Area)+" "+d.is.ID] = true
			d.groups = differing(d.was, d.is)
			if d.now = d.is; s.Is != nil {
				d.now = told[folder(s.As, s.Area)+" "+d.is.ID]
			}
			all = append(all, d)
		}
	}
	for _, r := range m.before.reading.Records {
		in := folder(m.asOf(r), areaOf(r))
		if r.ID != "" && r.Kind != model.LocalOfferSite && speaks[in] && !has[in+" "+r.ID] {
			has[in+" "+r.ID] = true
			all = append(all, difference{was: r})
		}
	}
	slices.SortStableFunc(all, func(a, b difference) int { return cmp.Compare(a.id(), b.id()) })
	return all
}

// folder names what a row is a part of: an area's entries, a council's tables,
// or the register.
func folder(as source.As, area string) string {
	if as == source.AsRegister {
		return string(as)
	}
	return string(as) + " " + area
}

// asOf is what the record's source is to the import, or "" for another list.
func (m *importing) asOf(r *model.Record) source.As {
	switch {
	case r.Source.Rank == model.Entry:
		return source.AsEntries
	case r.Source.Rank == model.Council:
		return source.AsCouncil
	case r.Source.ID == m.Source:
		return source.AsRegister
	}
	return ""
}

// recordsOf are what a register says, by id: of several rows for one service
// the first.
func recordsOf(reading *model.Reading, id string) map[string]*model.Record {
	records := map[string]*model.Record{}
	for _, r := range reading.Records {
		if r.Source.ID == id && records[r.ID] == nil {
			records[r.ID] = r
		}
	}
	return records
}

// toldRecords are what services and councils say, by folder and id.
func toldRecords(reading *model.Reading) map[string]*model.Record {
	records := map[string]*model.Record{}
	for _, r := range reading.Records {
		switch {
		case r.Source.Rank == model.Entry:
			records[folder(source.AsEntries, areaOf(r))+" "+r.ID] = r
		case r.Source.Rank == model.Council:
			records[folder(source.AsCouncil, areaOf(r))+" "+r.ID] = r
		}
	}
	return records
}

// differing are the groups of which two records say different things.
func differing(was, is *model.Record) []model.Group {
	if was == nil {
		was = &model.Record{}
	}
	return slices.DeleteFunc(slices.Clone(model.Groups), func(g model.Group) bool {
		return was.Value(g).String() == is.Value(g).String() && (g != model.GroupOffer || was.Offer.Description == is.Offer.Description)
	})
}

func (d difference) id() string {
	if d.is != nil {
		return d.is.ID
	}
	return d.was.ID
}

// kind is the word for what the import makes of the service. Nobody takes a
// told fact back by leaving it out; a register is what it says today.
func (d difference) kind() string {
	switch {
	case d.is == nil && d.was.Source.Told():
		return "not in the file"
	case d.is == nil:
		return "gone"
	case d.was == nil:
		return "added"
	case len(d.groups) > 0 || d.said.Is == nil && len(d.lines()) > 0:
		return "changed"
	case d.said.Is != nil && d.said.Differs():
		if len(d.said.Confirmed) > 0 && len(d.lines()) == 0 {
			return "confirmed"
		}
		return "changed"
	}
	return "unchanged"
}

// print writes one service with a line for each field that differs.
func (d difference) print(w io.Writer, kind string) {
	r := cmp.Or(d.is, d.was)
	fmt.Fprintf(w, "%s: %s, %s (%s)\n", kind, d.id(), r.Name.Name, strings.Join(r.Areas, ", "))
	switch {
	case d.is == nil && kind != "gone":
		fmt.Fprintln(w, "    it stays: what was told is not taken back by leaving it out")
	case d.is != nil:
		for _, line := range d.lines() {
			fmt.Fprintln(w, "    "+line)
		}
		if len(d.said.Confirmed) > 0 {
			c := d.said.Checks[d.said.Confirmed[0]]
			fmt.Fprintf(w, "    still right on %s, says the %s: %s\n", c.On.Words(), c.By, joinGroups(d.said.Confirmed))
		}
		if d.said.Minted {
			fmt.Fprintf(w, "    the row has no id; it becomes %s\n", d.id())
		}
	}
}

func joinGroups(groups []model.Group) string {
	var names []string
	for _, g := range groups {
		names = append(names, string(g))
	}
	return strings.Join(names, ", ")
}

// lines are the fields that differ: field: was → is.
func (d difference) lines() []string {
	was := d.was
	if was == nil {
		was = &model.Record{}
	}
	var lines []string
	line := func(name, a, b string) {
		switch {
		case a == b:
		case a == "":
			lines = append(lines, name+": "+shown(b))
		case b == "":
			lines = append(lines, name+": "+shown(a)+" → nothing")
		default:
			lines = append(lines, name+": "+shown(a)+" → "+shown(b))
		}
	}
	for _, f := range model.Fields {
		if f.Rows && (f.Group != "" || d.is.Source != nil && d.is.Source.Told()) {
			continue
		}
		line(f.Name, strings.Join(f.Values(was), "; "), strings.Join(f.Values(d.is), "; "))
	}
	for _, t := range model.ChannelTypes {
		line(string(t), was.ChannelsOf(t).String(), d.is.ChannelsOf(t).String())
	}
	line("description", was.Offer.Description, d.is.Offer.Description)
	return lines
}

// shown is a value on one line, not too long.
func shown(v string) string {
	v = strings.Join(strings.Fields(v), " ")
	if r := []rune(v); len(r) > 100 {
		return string(r[:100]) + "…"
	}
	return v
}
