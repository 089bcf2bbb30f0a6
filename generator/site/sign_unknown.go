package site

import (
	"slices"

	"signpost/generator/model"
)

// The lines of a sign that say what is not known, and where else to turn.

// noNumber says why no number stands here.
func (s *signer) noNumber() {
	switch {
	case s.service != nil && s.service.Channel(model.Phone).Conflict:
		s.say(UnsurePart, "state-conflict", fill{"website": {way(s.first.Channel)}})
	case s.service == nil || !s.reaches(model.Phone):
		s.say(UnsurePart, "block-k", nil)
	}
}

// reaches reports whether the service has a channel of the type for the
// panel's audience.
func (s *signer) reaches(t model.ChannelType) bool {
	_, _, ok := ownChannel(s.service, t, s.audience)
	return ok
}

// council sends to the council's own page about SEND, or says that not even
// that is known.
func (s *signer) council() {
	if s.first.Channel.Value == "" {
		s.nobody()
		return
	}
	s.call()
	if s.first.Origin.Record == nil {
		s.add(SeenPart, plain("A public list of councils gave this link."))
	}
	if s.first.Origin.Told() && s.area.LocalOffer != nil {
		s.addTold(s.first.Origin, s.area.LocalOffer)
	}
	s.addressOrigin()
	s.say(NextPart, "block-o", nil)
}

func (s *signer) nobody() {
	line := plain("a national helpline")
	if national := s.d.Service(s.d.Settings.NationalLine); national != nil {
		line = plain(s.nameOf(national))
	}
	s.say(UnsurePart, "state-no-contact", fill{"line": line})
	if site := webLink(s.area.Website); site != "" {
		s.add(OtherPart, []Span{{Text: "The council: "}, {Text: shortAddress(s.area.Website), Href: site}})
	}
}

// endedContract says that whoever had the contract may be gone.
func (s *signer) endedContract() {
	if s.service != nil && !s.service.ContractEnded.IsZero() {
		s.add(UnsurePart, s.views.endedContract(s.service))
	}
}

// dual says which of two services to ring first, and what the other is for.
func (s *signer) dual() {
	p := s.area.Provision
	i := slices.IndexFunc(p.Services, func(other *model.Service) bool { return other != s.service })
	if p.Kind != model.Dual || i < 0 || s.audience != model.Everyone {
		return
	}
	second := p.Services[i]
	s.say(NoticePart, "state-dual", fill{
		"first":  plain(s.nameOf(s.service)),
		"second": {{Text: s.nameOf(second), Href: s.href(model.ServiceAddress(second.ID))}},
		"need":   plain(s.views.need(s.area, second)),
	})
}
