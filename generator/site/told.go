package site

import (
	"signpost/generator/model"
	"signpost/generator/quality"
)

// toldGroups are what somebody told us of the service, and what nobody did, of
// all that we ask for.
func toldGroups(s *model.Service) (told, silent []string) {
	known := map[model.Group]bool{}
	if s != nil {
		for _, f := range s.Findings() {
			known[f.About] = f.Known() && f.Origin.Told()
		}
	}
	for _, q := range quality.Asked {
		if known[q.Group] {
			told = append(told, q.Label)
		} else {
			silent = append(silent, q.Label)
		}
	}
	return told, silent
}

// newestDate is when anything that is printed of the service was last told or seen.
func newestDate(s *model.Service) model.Date {
	var newest model.Date
	for _, f := range s.Findings() {
		if f.Origin.Date().After(newest) {
			newest = f.Origin.Date()
		}
	}
	return newest
}
