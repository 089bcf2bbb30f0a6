package site

import (
	"slices"

	"signpost/generator/model"
)

// quiet are the ways to reach a service without speaking.
type quiet struct {
	Blocks []block `json:"blocks"`
	Silent string  `json:"silent"` // where none is known
	Relay  []Span  `json:"relay"`  // where there is a number: who can speak for you
	Others []Span  `json:"others"` // of the area, that can be written to as well
}

// quietTypes are the channels on which nobody has to speak. Somebody who signs
// does not have to, either.
var quietTypes = []model.ChannelType{model.Text, model.WhatsApp, model.Email, model.WebForm, model.Chat, model.BSLRelay}

// relayWords are about BT's relay service, which every phone in the UK can use
// (Ofcom, General Condition C5). Its number stands in front of the other one.
const (
	relayWords = "Deaf, or hard to speak? {relay} says aloud what you type. Dial 18001, then the number."
	relayLink  = "https://www.relayuk.bt.com/"
)

func (v *views) quiet(s *model.Service, others []*model.Service) *quiet {
	if s == nil {
		return nil
	}
	silent := *s
	silent.Channels = quietChannels(s)
	q := &quiet{Blocks: v.blocks(&silent), Silent: unwritten(s)}
	for _, other := range others {
		if len(quietChannels(other)) > 0 {
			q.Others = append(q.Others, Span{Text: v.nameOf(other), Href: v.href(model.ServiceAddress(other.ID))})
		}
	}
	if _, _, ok := ownChannel(s, model.Phone, model.Everyone); ok {
		q.Relay = expand(relayWords, fill{"relay": {{Text: "Relay UK", Href: relayLink}}})
	}
	return q
}

// unwritten says that no way to write to a service is known. Where it is known
// that there is one, its address is all that is missing.
func unwritten(s *model.Service) string {
	for _, way := range []struct{ route, says string }{
		{"self-form", "They may have a form. We do not know its address. Look for it on their website."},
		{"self-email", "You may be able to e-mail them. We do not know the address. Look for it on their website."},
		{"self-text", "You may be able to text them. We do not know the number. Look for it on their website."},
	} {
		if slices.Contains(s.Access.Value.Routes, way.route) && s.Channel(model.Website).Known() {
			return way.says
		}
	}
	return "We have not been told of a way to write to them."
}

// quietChannels are those of the service on which nobody has to speak.
func quietChannels(s *model.Service) []model.Fact[model.Channels] {
	return slices.DeleteFunc(slices.Clone(s.Channels), func(f model.Fact[model.Channels]) bool {
		return !f.Known() || !slices.Contains(quietTypes, model.ChannelType(f.About))
	})
}
