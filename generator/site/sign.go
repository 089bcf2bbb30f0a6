package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// A Part says what a line of a sign is, so that a page can dress it.
type Part string

const (
	HeadPart   Part = "head"   // what to do
	NoticePart Part = "notice" // what to know before: two services, closed
	NamePart   Part = "name"   // of the service
	WhatPart   Part = "what"   // what it is, with its acronyms told in full
	CallPart   Part = "call"   // the one contact, large
	HoursPart  Part = "hours"  // of that contact
	OtherPart  Part = "other"  // another way to reach the same service
	SeenPart   Part = "seen"   // where the line above was seen
	ToldPart   Part = "told"   // who told us, and when
	UnsurePart Part = "unsure" // what we do not know
	NextPart   Part = "next"   // what to do after that, or beside it
)

// A Line is one printed line of a sign.
type Line struct {
	Part  Part   `json:"part"`
	Says  []Span `json:"says"`
	Old   bool   `json:"old"`   // says that something was told so long ago that it fades
	Warns bool   `json:"-"`     // says that they could not take new families, and stays in shorter forms
	Until string `json:"until"` // the last day on which a browser shows it, or ""
	After []Span `json:"after"` // what it shows then instead
	Open  *open  `json:"open"`  // hours that a browser can compare with the time of day
}

// A Panel is the sign: the one thing to do first. Its lines read from top to
// bottom: the board, what stands below it, the promises, and a national line.
type Panel struct {
	Audience string   `json:"audience"`
	Title    string   `json:"title"`  // for whom it is, where an area has several
	About    string   `json:"about"`  // see FactMark
	Alerts   []alert  `json:"alerts"` // of the service, above all else
	Old      bool     `json:"old"`    // the contact was told so long ago that it fades
	Board    []Line   `json:"board"`  // what to do, whom to contact, how and when
	Below    []Line   `json:"below"`  // where that is from, and what else there is
	Promises promises `json:"promises"`
	Next     []Line   `json:"next"`
}

// Text is the panel as it reads on paper, a line for each line.
func (p Panel) Text() string {
	var text strings.Builder
	write := func(lines []Line) {
		for _, line := range lines {
			text.WriteString(Words(line.Says) + "\n")
		}
	}
	for _, a := range p.Alerts {
		text.WriteString(Words(a.Says) + "\n")
	}
	write(p.Board)
	write(p.Below)
	text.WriteString(p.Promises.text())
	write(p.Next)
	return text.String()
}

// Sign composes the panel that tells an audience of an area where to start. It
// follows the blocks of wording.csv; which service and which of its channels
// it shows was decided by whoever made the Directory.
//
//	closed now     block-a   the other one's number      state-closed
//	phone          block-a   name  what  number  hours   seen-number, website, block-l, block-q
//	web or e-mail  block-w   name  what  website         block-k or state-conflict, block-l, block-q
//	council only   block-x   name or no-name  what       block-k, block-o
//
// and below each, block-n where nobody told us anything.
//
// See TestSign for examples.
func Sign(d *model.Directory, area *model.Area, audience string) Panel {
	v := &views{d: d, base: rootBase}
	return v.sign(area, audience)
}

func (v *views) sign(a *model.Area, audience string) Panel {
	return (&signer{views: v, area: a, audience: audience, first: a.FirstFor(audience)}).panel()
}

// panel composes the sign.
func (s *signer) panel() Panel {
	v, audience := s.views, s.audience
	s.service = s.lead()
	s.leading = s.service
	s.compose()
	board := s.board()
	panel := Panel{Audience: audience, Title: titles[audience], Board: s.lines[:board], Below: s.lines[board:], Promises: v.promises(s.leading)}
	panel.About = v.mark(s.service, model.Group(s.first.Channel.Type))
	if s.first.Class == model.AskCouncil && s.leading == s.service && len(panel.Promises.Labels) > 0 {
		panel.Promises.About = ofService
	}
	panel.Alerts = v.alerts(s.service, s.leading)
	panel.Old = s.leading == s.service && s.told() && s.first.Origin.Checked.Band(v.d.AsAt) == model.RingFirst
	if s.service == nil || !s.service.Told() {
		panel.Next = v.nationalLines(audience)
	}
	return panel
}

var titles = map[string]string{
	model.Parents:     "If you are a parent or carer",
	model.YoungPeople: "If you are a child or young person",
}

// A signer writes one panel, line by line.
type signer struct {
	*views
	area     *model.Area
	audience string
	first    model.FirstContact
	service  *model.Service // of kind iass; nil where not even a name is known
	leading  *model.Service // whose contact stands on the board: another's, where the service is closed
	short    bool           // leaves out other ways to reach the service: there is little room
	lines    []Line
}

func (s *signer) add(part Part, says []Span) {
	if len(says) > 0 {
		s.lines = append(s.lines, Line{Part: part, Says: says})
	}
}

// say adds a wording as a line.
func (s *signer) say(part Part, id string, with fill) { s.add(part, s.views.say(id, with)) }

// lead is the advice service that the panel is about. Where the council's page
// comes first, it may still be known by its name.
func (s *signer) lead() *model.Service { return adviser(s.first) }

// leading is the advice service to which an audience turns first in an area, or nil.
func leading(a *model.Area, audience string) *model.Service { return adviser(a.FirstFor(audience)) }

func adviser(first model.FirstContact) *model.Service {
	if first.Service != nil && first.Service.Kind == model.IASS {
		return first.Service
	}
	return nil
}

// board is the number of lines that belong on the board: all that come before
// the first origin or doubt.
func (s *signer) board() int {
	i := slices.IndexFunc(s.lines, func(line Line) bool {
		return line.Part == SeenPart || line.Part == ToldPart || line.Part == UnsurePart || line.Part == OtherPart
	})
	if i < 0 {
		return len(s.lines)
	}
	return i
}

func (s *signer) told() bool { return s.first.Origin.Told() }

func (s *signer) compose() {
	switch {
	case s.service != nil && s.closed(s.service):
		s.composeClosed()
	case s.first.Class == model.RingService:
		s.composeRing()
	case s.first.Class == model.OpenService:
		s.composeOpen()
	default:
		s.composeAsk()
	}
}

// composeRing: "Try this number first."
func (s *signer) composeRing() {
	s.say(HeadPart, "block-a", nil)
	s.dual()
	s.taking()
	s.name()
	s.call()
	s.hours()
	s.reached()
	s.endedContract()
	s.numberOrigin()
	s.others()
	s.unconfirmed()
}

// composeOpen: "Start with this website."
func (s *signer) composeOpen() {
	s.head()
	s.dual()
	s.taking()
	s.name()
	s.call()
	s.reached()
	s.endedContract()
	s.noNumber()
	s.addressOrigin()
	s.others()
	s.unconfirmed()
}

// composeAsk: "Ask the council first."
func (s *signer) composeAsk() {
	s.say(HeadPart, "block-x", nil)
	s.name()
	s.nameOrigin()
	s.endedContract()
	s.noNumber()
	s.council()
}

// head names what to start with: wording.csv has words for a website; an
// e-mail, a form or a text is called by its own name.
func (s *signer) head() {
	switch s.first.Channel.Type {
	case model.Website:
		s.say(HeadPart, "block-w", nil)
	case model.Email:
		s.add(HeadPart, plain("Start with an e-mail."))
	case model.Text, model.WhatsApp:
		s.add(HeadPart, plain("Start with a text."))
	default:
		s.add(HeadPart, plain("Start here."))
	}
}

func (s *signer) name() {
	if s.service == nil || s.service.Name.Value.Name == "" {
		s.say(NamePart, "no-name", nil)
		s.add(WhatPart, plain(whatUnnamed))
		return
	}
	s.add(NamePart, []Span{{Text: s.nameOf(s.service), Href: s.href(model.ServiceAddress(s.service.ID))}})
	s.add(WhatPart, plain(what(s.nameOf(s.service))))
	s.add(WhatPart, s.former(s.service))
	s.replaced()
}

// replaced says whose service it was, where an area has only just begun.
func (s *signer) replaced() {
	if from := s.area.Inherited; from != nil && slices.Contains(s.service.Areas, from.From) {
		s.say(NoticePart, "state-replaced", fill{"area": plain(from.Name)})
		s.add(NoticePart, plain("It served "+from.Name+" until "+from.Until.Words()+"."))
	}
}

// call is the one contact, printed large.
func (s *signer) call() { s.add(CallPart, []Span{way(s.first.Channel)}) }

func (s *signer) hours() {
	switch c := s.first.Channel; {
	case c.Hours != "":
		s.lines = append(s.lines, Line{Part: HoursPart, Says: theirs(c.Hours), Open: s.open(c, s.first.Origin)})
	case s.told():
		s.add(HoursPart, plain("We have not been told when they answer."))
	default:
		s.add(HoursPart, plain("We do not know when they answer."))
	}
	if note := s.first.Channel.Note; note != "" {
		s.add(HoursPart, theirs(note))
	}
}

// reached says that the number is another service's, and what to ask for.
func (s *signer) reached() {
	if c := s.first.Channel; c.ContactOf != "" && c.AskFor != "" {
		s.add(NoticePart, s.accessLine(c))
	}
}
