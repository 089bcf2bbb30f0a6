package site

import "signpost/generator/model"

// holds reports whether a status can still be printed as true.
func (v *views) holds(status model.Fact[model.Status]) bool {
	last := model.StatusHolds(status)
	return !last.IsZero() && !last.EndsBefore(v.d.AsAt)
}

// closed reports whether the service takes no new families now.
func (v *views) closed(s *model.Service) bool {
	return s.Status.Value.ID == "closed" && v.holds(s.Status)
}

// closedThen reports whether it took no new families when it was last seen, so
// long ago that we do not know about now.
func (v *views) closedThen(s *model.Service) bool {
	return s.Status.Value.ID == "closed" && !v.holds(s.Status)
}

// taking says what a family has to know of a service that takes new families,
// but not at once or not for long.
func (s *signer) taking() {
	status := s.service.Status.Value
	if status.ID == "open" || !s.holds(s.service.Status) {
		return
	}
	term, _ := s.d.Vocabulary["statuses"].Find(status.ID)
	says := term.Meaning
	if status.ID == "ending" && !status.Until.IsZero() {
		says = "It will stop " + onDay(status.Until)
	}
	s.lines = append(s.lines, Line{Part: NoticePart, Says: words(says), Until: statusUntil(s.service), After: words(then(term))})
}

func (s *signer) seenClosed() {
	o := s.service.Status.Origin
	seen := Line{Part: SeenPart, Warns: true}
	if o.Date().IsZero() {
		seen.Says = expand("Seen on {page}, no date. It said they could not take new families then. We do not know about now.", fill{"page": pageOf(o)})
	} else {
		seen.Says = s.views.say("seen-closed", fill{"page": pageOf(o), "date": plain(month(o.Date()))})
	}
	s.lines = append(s.lines, seen)
}

// composeClosed: somebody else's number first, then why.
func (s *signer) composeClosed() {
	other, c, o := s.openOther()
	if other == nil {
		s.closedAlone()
		return
	}
	s.say(HeadPart, "block-a", nil)
	s.closedUntil(s.nameOf(other))
	s.add(NamePart, []Span{{Text: s.nameOf(other), Href: s.href(model.ServiceAddress(other.ID))}})
	s.add(CallPart, []Span{way(c)})
	if c.Hours != "" {
		s.add(HoursPart, theirs(c.Hours))
	}
	s.addWhole(o, other)
	s.closedContact()
	s.leading = other
}

// closedAlone is for the day when nobody else is known.
func (s *signer) closedAlone() {
	s.say(HeadPart, "block-x", nil)
	s.closedUntil("the council")
	s.closedContact()
}

// closedContact keeps the service's own contact in sight, for those whom it
// helps already, and says where we have it from that it is closed.
func (s *signer) closedContact() {
	status, contact := s.service.Status.Origin, s.first.Origin
	if s.first.Service != s.service || s.first.Channel.Value == "" {
		s.addWhole(status, s.service)
		return
	}
	if contact.Record != status.Record || contact.Date() != status.Date() {
		s.addWhole(status, s.service)
	}
	s.add(OtherPart, []Span{{Text: "If they help you already, " + s.nameOf(s.service) + ": "}, way(s.first.Channel)})
	s.addWhole(contact, s.service)
}

// addWhole adds the whole sentence about a fact, as it stands elsewhere on a
// page: where a panel speaks of two services, block-q would be unclear.
func (s *signer) addWhole(o model.Origin, service *model.Service) {
	if origin := s.origin(o, service); origin != nil {
		s.lines = append(s.lines, Line{Part: Part(origin.Class), Says: origin.Says, Old: origin.old()})
	}
}

// closedUntil says until when the service takes no new families, if anybody
// said so, and whom to ring instead.
func (s *signer) closedUntil(other string) {
	words := fill{"name": plain(s.nameOf(s.service)), "other": plain(other)}
	notice := Line{Part: NoticePart, Until: statusUntil(s.service), After: s.closedBefore(s.service)}
	if until := s.service.Status.Value.Until; until.IsZero() {
		notice.Says = expand("{name} cannot take new families. We do not know until when. Ring {other} now.", words)
	} else {
		words["date"] = plain(until.Words())
		notice.Says = s.views.say("state-closed", words)
	}
	s.lines = append(s.lines, notice)
}

// closedBefore is what is left to say of a service that took no new families,
// when that is over or has lapsed.
func (v *views) closedBefore(s *model.Service) []Span {
	return v.say("state-closed-before", fill{"name": plain(v.nameOf(s))})
}

// openOther is whom to ring instead: another advice service of the area, else
// the national line.
func (s *signer) openOther() (*model.Service, model.Channel, model.Origin) {
	candidates := append([]*model.Service{}, s.area.Services...)
	if national := s.d.Service(s.d.Settings.NationalLine); national != nil {
		candidates = append(candidates, national)
	}
	for _, other := range candidates {
		fit := other.Kind == model.IASS && other.For(s.audience) || other.Kind == model.National
		if other == s.service || !fit || s.closed(other) {
			continue
		}
		if c, o, ok := ownChannel(other, model.Phone, s.audience); ok {
			return other, c, o
		}
	}
	return nil, model.Channel{}, model.Origin{}
}
