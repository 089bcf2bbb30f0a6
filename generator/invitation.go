package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
	"text/template"
	"time"
	"unicode/utf8"

	"signpost/generator/model"
	"signpost/generator/quality"
)

//go:embed invite.txt
var inviteText string

var inviteTemplate = template.Must(template.New("invite.txt").Parse(inviteText))

// An invitation is a letter to one service.
type invitation struct {
	id, name string
	areas    []string // slugs
	to       string   // its own e-mail address, "" if none is known
	from     string   // where answers go

	// What the words of the letter name.
	Greeting  string
	Site      string
	Home      string
	Areas     string
	Page      string
	Facts     []invitedFact
	Missing   []string
	Questions []string
	Reply     string
	Form      string
	File      string // the address of the entry's own file, "" if it has none
}

// An invitedFact is what we say of one group of facts, and how we know it.
type invitedFact struct{ Label, Value, Origin string }

func (n *inviter) invitation(area quality.Area, s quality.Service) invitation {
	settings := n.known.directory.Settings
	i := invitation{id: s.ID, name: s.Name, areas: s.Areas, to: ownEmail(s.Of), from: settings.MistakesTo,
		Greeting: s.Name, Site: settings.Name, Home: n.known.address(model.HomeAddress), Page: n.known.address(model.ServiceAddress(s.ID)),
		Questions: model.EntryQuestions, Form: n.known.address(model.AdminAddress), Areas: n.names(s.Areas)}
	if s.Name == "" {
		i.Greeting = "colleagues of the service “" + s.KindName + "” for " + area.Name
	}
	for _, f := range s.Facts {
		if value, origin := factWords(f); value != "" {
			i.Facts = append(i.Facts, invitedFact{f.Label, value, origin})
		}
	}
	for _, m := range s.Missing {
		i.Missing = append(i.Missing, m.Label)
	}
	for _, r := range s.Of.Records {
		if r.Source.Rank == model.Entry && settings.Repository != "" {
			i.File = strings.TrimSuffix(settings.Repository, "/") + "/" + r.Where.File
		}
	}
	return i
}

// names are the names of areas, as a sentence lists them.
func (n *inviter) names(slugs []string) string {
	var names []string
	for _, slug := range slugs {
		names = append(names, quality.Name(n.known.directory, slug))
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return strings.Join(names, "")
}

// ownEmail is the service's own address; somebody else's would tell them what
// to say of it.
func ownEmail(s *model.Service) string {
	for _, c := range s.Channel(model.Email).Value {
		if _, err := mail.ParseAddress(c.Value); err == nil && c.ContactOf == "" {
			return c.Value
		}
	}
	return ""
}

// factWords are what we print of a fact, and how we came to know it. Both are
// empty where all that is known must not be handed on.
func factWords(f quality.Fact) (value, origin string) {
	if f.Conflict {
		var differ []string
		for _, o := range f.Others {
			if o.Value != model.WithheldWords {
				differ = append(differ, o.Value+" ("+o.From+")")
			}
		}
		return strings.Join(differ, "; "), "These differ, so families see neither. Which one is right?"
	}
	switch {
	case f.Value == "":
		return "", ""
	case f.Known == quality.Told && f.Band == model.RingFirst:
		origin = fmt.Sprintf("The %s told us on %s. That is %d days ago: is it still so?", f.By, f.On.Words(), f.Age)
	case f.Known == quality.Told:
		origin = fmt.Sprintf("The %s told us on %s.", f.By, f.On.Words())
	case f.On.IsZero():
		origin = fmt.Sprintf("Nobody has told us that it is right. We saw it on a page without a date: %s", f.From)
	default:
		origin = fmt.Sprintf("Nobody has told us that it is right. We saw it on a page with the date %s: %s", f.On.Words(), f.From)
	}
	return f.Value, origin
}

// letter is the letter as plain text, to be printed.
func (i invitation) letter() ([]byte, error) {
	i.Reply = "Write to " + i.from + "."
	return i.write()
}

func (i invitation) write() ([]byte, error) {
	var text bytes.Buffer
	err := inviteTemplate.Execute(&text, i)
	var lines []string
	for line := range strings.SplitSeq(text.String(), "\n") {
		lines = append(lines, wrap(line)...)
	}
	return []byte(strings.Join(lines, "\n")), err
}

// column is where a line of a letter ends at the latest, if it has a space.
const column = 76

var leadForm = regexp.MustCompile(`^(\* |[0-9]\. | +)`)

// wrap breaks a line at its spaces; what follows a bullet or a number stays
// below its text.
func wrap(line string) []string {
	lead := strings.Repeat(" ", len(leadForm.FindString(line)))
	var lines []string
	for utf8.RuneCountInString(line) > column {
		at := strings.LastIndex(string([]rune(line)[:column+1]), " ")
		if at <= len(lead) {
			if at = strings.Index(line[len(lead):], " ") + len(lead); at < len(lead) {
				break
			}
		}
		lines, line = append(lines, line[:at]), lead+strings.TrimLeft(line[at:], " ")
	}
	return append(lines, line)
}

// subject is that of the e-mail.
func (i invitation) subject() string {
	if i.name == "" {
		return "Is this right? What families read about your service"
	}
	return "Is this right? What families read about " + cutTo(strings.Join(strings.Fields(i.name), " "), column)
}

func cutTo(s string, runes int) string {
	if r := []rune(s); len(r) > runes {
		return strings.TrimSpace(string(r[:runes])) + "…"
	}
	return s
}

// mail is the letter as an e-mail that is not sent yet (RFC 5322; X-Unsent
// lets mail programs open it as a draft).
func (i invitation) mail(day model.Date) ([]byte, error) {
	i.Reply = "Reply to this e-mail."
	letter, err := i.write()
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	for _, header := range [][2]string{
		{"From", (&mail.Address{Name: i.Site, Address: i.from}).String()},
		{"To", (&mail.Address{Address: i.to}).String()},
		{"Subject", mime.QEncoding.Encode("utf-8", i.subject())},
		{"Date", day.Time().Add(9 * time.Hour).Format(time.RFC1123Z)},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=utf-8"},
		{"Content-Transfer-Encoding", "quoted-printable"},
		{"X-Unsent", "1"},
	} {
		fmt.Fprintf(&text, "%s: %s\r\n", header[0], header[1])
	}
	text.WriteString("\r\n")
	w := quotedprintable.NewWriter(&text)
	if _, err := w.Write(letter); err != nil {
		return nil, err
	}
	return text.Bytes(), w.Close()
}
