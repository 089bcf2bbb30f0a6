package model

import "slices"

// UrgentNumbers are those that every page prints for an emergency, beside the
// text route of the settings.
var UrgentNumbers = []string{"999", "111"}

// UrgentNumber is the number of the service that the urgent help prints: one
// of [UrgentNumbers], else its number for texts.
func (s *Service) UrgentNumber() Fact[Channels] {
	phone := s.Channel(Phone)
	if slices.ContainsFunc(phone.Value, func(c Channel) bool { return slices.Contains(UrgentNumbers, c.Key()) }) {
		return phone
	}
	return s.Channel(Text)
}

// UrgentHelp are the services whose numbers every page prints, in the order of
// the page: those of [UrgentNumbers] that a source names, and the text route.
func (d *Directory) UrgentHelp() []*Service {
	var help []*Service
	for _, number := range UrgentNumbers {
		for _, s := range d.National(Urgent) {
			if slices.ContainsFunc(s.Channel(Phone).Value, func(c Channel) bool { return c.Key() == number }) {
				help = append(help, s)
				break
			}
		}
	}
	if s := d.Service(d.Settings.UrgentText); s != nil && s.Channel(Text).Known() {
		help = append(help, s)
	}
	return help
}
