package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/afero"

	"signpost/generator/model"
)

// saveable reports whether an area's first contact can be saved on a phone:
// something that leads, of a service that takes new families.
func (v *views) saveable(a *model.Area) bool {
	first := a.FirstFor(model.Everyone)
	return first.Service != nil && first.Class != model.AskCouncil && first.Channel.Value != "" && !v.closed(first.Service)
}

// save is the link to an area's first contact as a file, or nil.
func (v *views) save(a *model.Area) *Span {
	if !v.saveable(a) {
		return nil
	}
	what := "contact"
	if rings(a, model.Everyone) {
		what = "number"
	}
	return &Span{Text: "Save this " + what + " on your phone", Href: v.href(model.ContactAddress(a.Slug))}
}

// contactFiles writes the first contact of each area that has one.
func (v *views) contactFiles(out afero.Fs) error {
	for _, a := range v.d.Areas {
		if v.saveable(a) {
			if err := writeFile(out, model.ContactAddress(a.Slug), []byte(v.vcard(a))); err != nil {
				return err
			}
		}
	}
	return nil
}

// vcard is the first contact of an area in vCard 3.0 (RFC 2426), which every
// phone reads. Its note says when they answer, and how sure we are.
func (v *views) vcard(a *model.Area) string {
	s := a.FirstFor(model.Everyone).Service
	var card strings.Builder
	line := func(name, value string) { card.WriteString(foldLine(name + ":" + value)) }
	line("BEGIN", "VCARD")
	line("VERSION", "3.0")
	line("PRODID", "-//"+cardText(v.d.Settings.Name)+"//EN")
	line("UID", cardText(v.link(model.ContactAddress(a.Slug))))
	line("FN", cardText(v.nameOf(s)))
	line("N", cardText(v.nameOf(s))+";;;;")
	line("ORG", cardText(v.nameOf(s)))
	for _, way := range v.cardWays(a) {
		line(way[0], way[1])
	}
	line("URL", cardText(v.link(model.AreaAddress(a.Slug))))
	line("NOTE", cardText(v.cardNote(a)))
	line("END", "VCARD")
	return card.String()
}

// cardWays are the service's own ways that a phone knows, the one that leads first.
func (v *views) cardWays(a *model.Area) [][2]string {
	first := a.FirstFor(model.Everyone)
	var ways [][2]string
	add := func(c model.Channel) {
		number := strings.TrimPrefix(model.PhoneLink(c.Value), "tel:")
		switch c.Type {
		case model.Phone:
			ways = append(ways, [2]string{"TEL;TYPE=WORK,VOICE", number})
		case model.Text:
			ways = append(ways, [2]string{"TEL;TYPE=WORK,MSG", number})
		case model.Email:
			ways = append(ways, [2]string{"EMAIL;TYPE=INTERNET", cardText(c.Value)})
		case model.Website, model.WebForm:
			ways = append(ways, [2]string{"URL", cardText(webLink(c.Value))})
		case model.Post:
			ways = append(ways, [2]string{"ADR;TYPE=WORK", ";;" + cardText(c.Value) + ";;;;"})
		}
	}
	add(first.Channel)
	for _, t := range []model.ChannelType{model.Phone, model.Text, model.Email, model.Website, model.Post} {
		if c, _, ok := ownChannel(first.Service, t, model.Everyone); ok && c.Key() != first.Channel.Key() && !first.Service.Channel(t).Conflict {
			add(c)
		}
	}
	return ways
}

// cardNote is what the sign says of the contact: what to ask for, when they
// answer, where that is from.
func (v *views) cardNote(a *model.Area) string {
	var says []string
	for _, l := range v.brief(a, model.Everyone) {
		if slices.Contains([]Part{NoticePart, HoursPart, SeenPart, ToldPart, UnsurePart}, l.Part) {
			says = append(says, Words(l.Says))
		}
	}
	return strings.Join(append(says, "Saved from "+v.d.Settings.Name+" as we knew it on "+v.d.AsAt.Words()+"."), " ")
}

var cardEscapes = strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// cardText escapes what a value may not hold.
func cardText(words string) string { return cardEscapes.Replace(words) }

// foldLine ends a line, and begins a new one before its 76th byte, never inside
// a letter (RFC 2426, 2.6).
func foldLine(line string) string {
	const width = 75
	var out strings.Builder
	used := 0
	for _, r := range line {
		n := utf8.RuneLen(r)
		if used+n > width {
			out.WriteString("\r\n ")
			used = 1
		}
		out.WriteRune(r)
		used += n
	}
	return out.String() + "\r\n"
}
