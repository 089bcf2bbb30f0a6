package site

import "signpost/generator/model"

// What we ask every service to tell us, in the words of the coverage table.
var asked = []struct {
	what string
	told func(*model.Service) bool
}{
	{"name", func(s *model.Service) bool { return s.Name.Known() && s.Name.Origin.Told() }},
	{"number", toldChannel(model.Phone)},
	{"e-mail", toldChannel(model.Email)},
	{"website", toldChannel(model.Website)},
	{"ways in", func(s *model.Service) bool { return s.Access.Known() && s.Access.Origin.Told() }},
	{"who it is for", func(s *model.Service) bool { return s.Audience.Known() && s.Audience.Origin.Told() }},
	{"families it works with most", func(s *model.Service) bool { return s.Communities.Known() && s.Communities.Origin.Told() }},
	{"languages", func(s *model.Service) bool { return s.Languages.Known() && s.Languages.Origin.Told() }},
	{"independence", func(s *model.Service) bool { return s.Independence.Known() && s.Independence.Origin.Told() }},
	{"who runs it", func(s *model.Service) bool { return s.Delivery.Known() && s.Delivery.Origin.Told() }},
	{"what it does", func(s *model.Service) bool { return s.Offer.Known() && s.Offer.Origin.Told() }},
	{"if it takes new families", func(s *model.Service) bool { return s.Status.Known() && s.Status.Origin.Told() }},
}

func toldChannel(t model.ChannelType) func(*model.Service) bool {
	return func(s *model.Service) bool {
		f := s.Channel(t)
		return f.Known() && f.Origin.Told()
	}
}

// toldGroups are what somebody told us of the service, and what nobody did.
func toldGroups(s *model.Service) (told, silent []string) {
	for _, question := range asked {
		if s != nil && question.told(s) {
			told = append(told, question.what)
		} else {
			silent = append(silent, question.what)
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
