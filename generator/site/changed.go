package site

import (
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/quality"
)

// A changed line is what was told of one service on one day, for families: what
// is new, and that the rest is still right. It names no number: the one that
// holds stands in its own place, and an old one must not be rung.
type changed struct {
	On   string `json:"on"`
	Says []Span `json:"says"`
}

const (
	changedDays = 365 // how long a change is news
	mostChanged = 8   // lines; the report for those who keep the data has all
	mostRight   = 4   // facts that are named as still right, before they are counted
)

// changed are the newest changes of an area's services.
func (v *views) changed(slug string) []changed {
	var lines []changed
	list := slices.DeleteFunc(quality.ChangesOf(v.d, slug), func(c model.Change) bool {
		s := v.serviceNamed(c.Service)
		return !c.On.Within(changedDays, v.d.AsAt) || s == nil || s.IsTrace() || s.Kind == model.LocalOfferSite
	})
	for len(list) > 0 && len(lines) < mostChanged {
		var together []model.Change
		first := list[0]
		list = slices.DeleteFunc(list, func(c model.Change) bool {
			same := c.On == first.On && c.Service == first.Service
			if same {
				together = append(together, c)
			}
			return same
		})
		slices.Reverse(together) // within a day, as it was written
		lines = append(lines, changed{first.On.Words(), append(v.serviceLink(v.serviceNamed(first.Service)), Span{Text: ": " + v.changedWords(together)})})
	}
	return lines
}

// changedWords say what one service told on one day, each kind of change in a
// sentence of its own.
func (v *views) changedWords(changes []model.Change) string {
	var fresh, told, gone, right []string
	for _, c := range changes {
		what := v.changedFact(c)
		switch {
		case c.IsConfirmation():
			right = append(right, what)
		case c.Is == "":
			gone = append(gone, what)
		case c.Was == "":
			told = append(told, what)
		default:
			fresh = append(fresh, newWords(c, what))
		}
	}
	if len(right) > mostRight {
		right = append(right[:mostRight-1], fmt.Sprintf("%d more", len(right)-mostRight+1))
	}
	var sentences []string
	for _, part := range []struct {
		before string
		facts  []string
	}{{"", fresh}, {"they told us: ", told}, {"no longer there: ", gone}, {"still right: ", right}} {
		if len(part.facts) > 0 {
			sentences = append(sentences, full(part.before+list(part.facts)))
		}
	}
	for i := 1; i < len(sentences); i++ {
		sentences[i] = capital(sentences[i])
	}
	return strings.Join(sentences, " ")
}

// changedFact names what changed: of a number that stayed the same, its hours.
func (v *views) changedFact(c model.Change) string {
	was, _, _ := strings.Cut(c.Was, " · ")
	is, _, _ := strings.Cut(c.Is, " · ")
	if c.Group == model.Group(model.Phone) && !c.IsConfirmation() && is != "" && model.PhoneDigits(was) == model.PhoneDigits(is) {
		return "phone hours"
	}
	if name, ok := channelNames[model.ChannelType(c.Group)]; ok {
		return name
	}
	return small(quality.Label(v.d.Vocabulary, c.Group))
}

// newWords say that a fact is new: some are no thing but an answer.
func newWords(c model.Change, what string) string {
	switch c.Group {
	case model.GroupAudience, model.GroupDelivery, model.GroupOffer, model.GroupStatus, model.GroupCommunities:
		return "new word on " + what
	}
	return "new " + what
}

// channelNames are what families call numbers and addresses, where that is not
// the name of the channel.
var channelNames = map[model.ChannelType]string{
	model.Phone:    "phone number",
	model.Text:     "number for texts",
	model.WhatsApp: "WhatsApp number",
	model.Email:    "e-mail address",
	model.Post:     "postal address",
}
