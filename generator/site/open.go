package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// open is what a browser needs to say until when somebody answers today. It
// never says more than the hours beside it do.
type open struct {
	Shifts string `json:"shifts"` // 12345 600-840;6 600-720
	Closed string `json:"closed"` // bank holidays from today on, with a space between
	Last   string `json:"last"`   // the last day for which those are known
	Seen   bool   `json:"seen"`   // nobody who knows told us the hours
}

// openDays is how long a page that was kept may be asked: the hours themselves
// will have been looked at again by then.
const openDays = 60

// open is nil where the hours cannot be read for sure, where the service has
// news that may change them, and where they were told too long ago.
func (s *signer) open(c model.Channel, o model.Origin) *open {
	if s.o.Limits == nil || s.service == nil || len(s.alerts(s.service)) > 0 || o.Told() && !o.Checked.Fresh(s.d.AsAt) {
		return nil
	}
	var all []string
	for _, shift := range shifts(c.Hours) {
		all = append(all, shift.inCode())
	}
	last := model.DateOf(s.d.AsAt.Time().AddDate(0, 0, openDays))
	if _, until := s.o.Limits.Years(); len(all) == 0 || last.Year > until {
		return nil
	}
	hours := &open{Shifts: strings.Join(all, ";"), Last: last.String(), Seen: !o.Told()}
	var closed []string
	for _, h := range s.o.Limits.Holidays {
		if h.Day.Compare(s.d.AsAt) >= 0 && h.Day.Compare(last) <= 0 {
			closed = append(closed, h.Day.String())
		}
	}
	hours.Closed = strings.Join(closed, " ")
	return hours
}

// today reports whether the panel has hours that a browser can compare with
// the time of day.
func (p Panel) today() bool {
	return slices.ContainsFunc(p.Board, func(l Line) bool { return l.Open != nil })
}
