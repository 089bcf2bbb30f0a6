package site

import "signpost/generator/model"

// The lines of a sign that say where its contacts are from. They are shorter
// than elsewhere, since block-q says once, at the end, what is true of all.

// numberOrigin says on which page the number was seen. What was told is said
// at the end, for the number and its hours together.
func (s *signer) numberOrigin() {
	switch {
	case s.told() || s.first.Origin.Record == nil:
	case s.service != nil && s.closedThen(s.service) && samePage(s.service.Status.Origin, s.first.Origin):
		s.seenClosed()
	case s.first.Origin.Date().IsZero():
		s.say(SeenPart, "seen-number", fill{"page": pageOf(s.first.Origin)})
	default:
		s.say(SeenPart, "seen-number-year", fill{"page": pageOf(s.first.Origin), "date": plain(month(s.first.Origin.Date()))})
	}
}

// addressOrigin says who gave us the website or the e-mail address.
func (s *signer) addressOrigin() { s.seenAddress(s.first.Channel, s.first.Origin) }

func (s *signer) seenAddress(c model.Channel, o model.Origin) {
	switch {
	case o.Record == nil || o.Told():
	case !c.Opened.IsZero():
		s.add(SeenPart, s.opened(c))
	default:
		s.add(SeenPart, seenOn(o))
	}
}

// seenOn is the short form: "Seen on northam.gov.uk in 2024."
func seenOn(o model.Origin) []Span {
	if date := o.Date(); !date.IsZero() {
		return expand("Seen on {page} in {date}.", fill{"page": pageOf(o), "date": plain(month(date))})
	}
	return expand("Seen on {page}, no date.", fill{"page": pageOf(o)})
}

// nameOrigin says where a name was seen that has no contact to go with it.
func (s *signer) nameOrigin() {
	if s.service != nil && s.service.Name.Value.Name != "" {
		s.lines = append(s.lines, s.shortOrigin(s.service.Name.Origin, s.service)...)
	}
}

// unconfirmed ends what was seen with block-q, and what was told with who
// told us and when.
func (s *signer) unconfirmed() {
	switch {
	case s.first.Origin.Record == nil:
	case s.told():
		s.addTold(s.first.Origin, s.service)
	default:
		s.say(UnsurePart, "block-q", nil)
	}
}

// addTold adds who told us, and when.
func (s *signer) addTold(o model.Origin, service *model.Service) {
	s.lines = append(s.lines, s.toldLine(o, service))
}

// others are further ways to reach the service: its website, where a number
// leads, and those who would rather not talk.
func (s *signer) others() {
	if s.short {
		return
	}
	for _, t := range []model.ChannelType{model.Text, model.WhatsApp, model.Email, model.Website, model.WebForm, model.Chat} {
		if c, o, ok := ownChannel(s.service, t, s.audience); ok && c.Key() != s.first.Channel.Key() {
			s.add(OtherPart, append(plain(s.label("channels", string(t))+": "), way(c)))
			s.otherOrigin(c, o)
		}
	}
}

// otherOrigin is said only where it differs from that of the contact above it.
func (s *signer) otherOrigin(c model.Channel, o model.Origin) {
	switch {
	case o.Told() && (!s.told() || o.Date() != s.first.Origin.Date()):
		s.addTold(o, s.service)
	case o.Told():
	case s.told():
		s.add(SeenPart, s.views.unconfirmed(o, s.service))
	case c.Opened.IsZero() && samePage(o, s.first.Origin):
	default:
		s.seenAddress(c, o)
	}
}
