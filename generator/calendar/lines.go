package calendar

import "signpost/generator/model"

// A Line is one line of a table of common dates: what a limb gives when it
// begins on a day. Date is zero where no day can be counted.
type Line struct {
	Start model.Date
	Date  model.Date
	Other model.Date // the later reading; zero where there is one
}

// Lines are the results of one limb for every day of a number of weeks, for
// pages that have to do without script. Of a limit with two limbs each has its
// own lines, and the reader takes the later, or the earlier, of two results:
// see [Limit.Join]. A limit that was not found at a source has no lines.
func (t *Table) Lines(l Limit, limb string, from model.Date, weeks int) []Line {
	if !l.Verified() {
		return nil
	}
	var lines []Line
	for _, b := range l.Limbs {
		if b.ID != limb {
			continue
		}
		for day := range 7 * weeks {
			c := Counting{Start: plus(from, day)}
			t.count(English, b, &c)
			lines = append(lines, Line{c.Start, c.Date, c.Other})
		}
	}
	return lines
}
