package model

import "strings"

// Withheld reports whether what lost of a group is not even listed for those
// who keep the data. A number or an e-mail address of a register might be rung
// all the same, and may be a person's own: a mobile, what is doubtful, and
// what is history.
func (o Other) Withheld(g Group) bool {
	contact := g == Group(Phone) || g == Group(Text) || g == Group(WhatsApp) || g == Group(Email)
	doubtful := strings.HasPrefix(o.Because, "is doubtful") || o.Because == "is history"
	return contact && !o.Origin.Told() && (doubtful || holdsMobile(o.Text))
}

// WithheldWords stand in a table where a value is withheld.
const WithheldWords = "(withheld)"

// holdsMobile reports whether one of the channels, as [Channels.String] prints
// them, is a mobile number.
func holdsMobile(channels string) bool {
	for c := range strings.SplitSeq(channels, "; ") {
		number, _, _ := strings.Cut(c, " · ")
		if IsMobile(number) {
			return true
		}
	}
	return false
}
