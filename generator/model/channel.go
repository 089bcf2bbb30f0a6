package model

import "strings"

// A ChannelType is a way to reach a service. The ids are those of
// data/vocabulary/channels.csv.
type ChannelType string

const (
	Phone     ChannelType = "phone"
	Text      ChannelType = "text"
	WhatsApp  ChannelType = "whatsapp"
	Email     ChannelType = "email"
	Website   ChannelType = "website"
	WebForm   ChannelType = "form"
	Chat      ChannelType = "chat"
	Post      ChannelType = "post"
	DropIn    ChannelType = "drop-in"
	HomeVisit ChannelType = "home-visit"
	Video     ChannelType = "video"
	BSLRelay  ChannelType = "bsl-relay"
)

// ChannelTypes lists the types in the order in which a page shows them.
var ChannelTypes = []ChannelType{Phone, Text, WhatsApp, Email, Website, WebForm, Chat, Post, DropIn, HomeVisit, Video, BSLRelay}

// A Channel is one number, address or place, with its own hours.
type Channel struct {
	Type      ChannelType
	Value     string // exactly as written
	Hours     string
	Note      string
	ContactOf string // whose it is, where it is not the service's own
	AskFor    string // what to ask for, where ContactOf's line reaches the service
	For       string // the audience it is for, or "" for everyone
	Opened    Date   // when a link check last opened it; this dates the link alone
}

// Own reports whether the channel is the service's own, or reaches it.
func (c Channel) Own() bool { return c.ContactOf == "" || c.AskFor != "" }

// Key is the channel without its spelling: two channels with one key are the same.
func (c Channel) Key() string {
	switch c.Type {
	case Phone, Text, WhatsApp:
		return PhoneDigits(c.Value)
	case Website, WebForm, Chat, Video, BSLRelay:
		return bareAddress(c.Value)
	}
	return strings.ToLower(strings.Join(strings.Fields(c.Value), " "))
}

// bareAddress is a web address without scheme, www. and a closing slash.
func bareAddress(address string) string {
	a := strings.ToLower(address)
	a = strings.TrimPrefix(strings.TrimPrefix(a, "http://"), "https://")
	return strings.TrimSuffix(strings.TrimPrefix(a, "www."), "/")
}

func (c Channel) String() string {
	return line("", c.Value, "hours", c.Hours, "note", c.Note, "contact of", c.ContactOf, "ask for", c.AskFor, "for", c.For)
}

// Host is the web domain of an address, lower case and without www., or "".
func Host(address string) string {
	host, _, _ := strings.Cut(bareAddress(address), "/")
	host, _, _ = strings.Cut(host, "?")
	host, _, _ = strings.Cut(host, ":")
	return host
}

// Channels are all of one source's channels of one type.
type Channels []Channel

func (cs Channels) Blank() bool { return len(cs) == 0 }

func (cs Channels) String() string {
	var parts []string
	for _, c := range cs {
		parts = append(parts, c.String())
	}
	return strings.Join(parts, "; ")
}
