package site

import (
	"net/url"
	"strings"

	"signpost/generator/model"
)

// A contact is one way to reach a service, ready to print.
type contact struct {
	Label string `json:"label"`
	Way   []Span `json:"way"`
	Hours string `json:"hours"`
	Note  string `json:"note"`
	Whose string `json:"whose"` // whose line it is, where it is not the service's own
	About string `json:"about"` // see FactMark
}

// A block is contacts that share an origin, so that it is said once.
type block struct {
	Contacts []contact `json:"contacts"`
	Origin   *origin   `json:"origin"`
	Old      bool      `json:"old"` // told so long ago that it fades
}

// blocks are all ways to reach the service, in the order of model.ChannelTypes.
func (v *views) blocks(s *model.Service) []block {
	var blocks []block
	for _, fact := range s.Channels {
		if !fact.Known() {
			continue
		}
		o := v.origin(fact.Origin, s)
		if opened := fact.Value[0]; !fact.Origin.Told() && !opened.Opened.IsZero() {
			o = &origin{Class: "seen", Says: v.opened(opened)}
		}
		if n := len(blocks); n == 0 || Words(blocks[n-1].Origin.says()) != Words(o.says()) {
			blocks = append(blocks, block{Origin: o, Old: o.old()})
		}
		last := &blocks[len(blocks)-1]
		last.Contacts = append(last.Contacts, v.contacts(fact.Value, s)...)
	}
	return blocks
}

func (o *origin) says() []Span {
	if o == nil {
		return nil
	}
	return o.Says
}

func (v *views) contacts(channels model.Channels, s *model.Service) []contact {
	var contacts []contact
	for _, c := range channels {
		contacts = append(contacts, contact{
			Label: v.label("channels", string(c.Type)), Way: []Span{way(c)},
			Hours: capital(c.Hours), Note: capital(c.Note), Whose: v.whose(c, s), About: v.mark(s, model.Group(c.Type)),
		})
	}
	return contacts
}

// whose says whose line it is, and what to ask for there.
func (v *views) whose(c model.Channel, s *model.Service) string {
	switch {
	case c.ContactOf == "", s.Kind == model.LocalOfferSite && strings.EqualFold(c.ContactOf, "the council's local offer"):
		return ""
	case c.AskFor != "":
		return Words(v.accessLine(c))
	}
	return "This is the " + called(c.Type) + " of " + full(c.ContactOf)
}

func called(t model.ChannelType) string {
	switch t {
	case model.Phone, model.Text, model.WhatsApp:
		return "number"
	}
	return "address"
}

// accessLine says that the number is another service's, and what to ask for.
func (v *views) accessLine(c model.Channel) []Span {
	line := strings.TrimPrefix(c.ContactOf, "the ")
	return v.say("access-line", fill{"line": plain(line), "service": plain(c.AskFor)})
}

// way is the channel's value, linked as its type needs.
func way(c model.Channel) Span {
	number := strings.TrimPrefix(model.PhoneLink(c.Value), "tel:")
	switch c.Type {
	case model.Phone:
		return Span{Text: c.Value, Tel: number}
	case model.Text:
		return Span{Text: c.Value, SMS: number}
	case model.WhatsApp:
		return Span{Text: c.Value, Href: "https://wa.me/" + strings.TrimPrefix(number, "+")}
	case model.Email:
		return Span{Text: c.Value, Href: "mailto:" + url.PathEscape(c.Value)}
	case model.Website, model.WebForm, model.Chat, model.Video, model.BSLRelay:
		return Span{Text: shortAddress(c.Value), Href: webLink(c.Value)}
	}
	return Span{Text: c.Value}
}

// webLink is the address if a browser may open it, or "".
func webLink(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.User != nil || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return u.String()
}

// shortAddress is a web address as people say it: no scheme, no www., nothing
// after a question mark.
func shortAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimRight(u.Path, "/")
}

// ownChannel is the first channel of a type that is the service's own or
// reaches it, and is for the audience, with where it is from.
func ownChannel(s *model.Service, t model.ChannelType, audience string) (model.Channel, model.Origin, bool) {
	fact := s.Channel(t)
	for _, c := range fact.Value {
		if c.Own() && (c.For == "" || c.For == audience || audience == model.Everyone && c.For == model.Parents) {
			return c, fact.Origin, true
		}
	}
	return model.Channel{}, model.Origin{}, false
}
