package site

import (
	"slices"

	"signpost/generator/model"
)

// An alert is what families have to know of a service for a time. Its last day
// is printed; after it a browser hides the alert, and the next build has none.
type alert struct {
	Says   []Span  `json:"says"`
	Until  string  `json:"until"` // 2026-12-04
	Origin *origin `json:"origin"`
}

// alerts are those of the services that hold on the day. Only what was told is
// an alert, and only with a last day: nobody would take another one down.
func (v *views) alerts(services ...*model.Service) []alert {
	var list []alert
	said := map[string]bool{}
	for _, s := range services {
		if s == nil || said[s.ID] {
			continue
		}
		said[s.ID] = true
		until := s.Alert.Value.Until.LastDay()
		if !s.Alert.Known() || !s.Alert.Origin.Told() || until.IsZero() || until.EndsBefore(v.d.AsAt) {
			continue
		}
		says := v.say("state-alert", fill{"date": plain(until.Words()), "alert": theirs(s.Alert.Value.Text)})
		list = append(list, alert{says, until.String(), v.origin(s.Alert.Origin, s)})
	}
	return list
}

// dated reports whether a page that shows the services says something that a
// browser has to hide when its last day is over.
func (v *views) dated(services ...*model.Service) bool {
	for _, s := range services {
		if s == nil {
			continue
		}
		status := s.Status.Value
		if len(v.alerts(s)) > 0 || v.holds(s.Status) && (status.ID != "open" || !status.Until.IsZero()) {
			return true
		}
	}
	return false
}

// dated reports whether something in the panel ends on a day.
func (p Panel) dated() bool {
	return len(p.Alerts) > 0 || slices.ContainsFunc(p.Board, func(l Line) bool { return l.Until != "" })
}

// statusUntil is the last day on which a browser shows a service's status.
func statusUntil(s *model.Service) string { return model.StatusHolds(s.Status).String() }
