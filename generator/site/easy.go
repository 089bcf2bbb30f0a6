package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
)

// An easyView is a page in Easy Read: ideas of few words, each beside a picture.
type easyView struct {
	Frame   frame   `json:"frame"`
	Alerts  []alert `json:"alerts"`
	Ideas   []idea  `json:"ideas"`
	Ring    *idea   `json:"ring"`  // on a page that knows no area: the way to the advice services
	Law     []Span  `json:"law"`   // of a help page
	Seen    []Line  `json:"seen"`  // where the numbers of a help page are from
	Full    Span    `json:"full"`  // the same page with all that is known
	Dated   bool    `json:"dated"` // something on the page ends on a day
	Checked string  `json:"checked"`
}

// easyFrame is a page's frame without what distracts: no box, and few links.
func (v *views) easyFrame(p model.Page, description string) frame {
	f := v.frame(p, description)
	f.Small = false
	f.Ways, f.Foot = f.Ways[:1], []Span{{Text: "Help pages", Href: v.href(model.HelpsAddress)}}
	return f
}

// easyArea is an area's first contact, and what the law makes true of it.
func (v *views) easyArea(p model.Page) easyView {
	a := v.d.Area(p.Area)
	s := &signer{views: v, area: a, audience: model.Everyone, first: a.FirstFor(model.Everyone)}
	s.service = s.lead()
	s.leading = s.service
	s.composeBrief()
	view := easyView{
		Frame:  v.easyFrame(p, "Who helps in "+a.Name+", in few words and with pictures."),
		Alerts: v.alerts(s.service, s.leading), Ideas: s.ideas(),
		Full: Span{Text: "More about " + a.Name, Href: v.href(model.AreaAddress(a.Slug))}, Dated: v.dated(s.service, s.leading),
	}
	view.Ideas = append(view.Ideas, v.easyPromises(s, a)...)
	call := s.leading != nil && s.called() == model.Phone
	if !call {
		if ring, ok := v.nationalIdea(); ok {
			view.Ideas, call = append(view.Ideas, ring), true
		}
	}
	switch {
	case s.leading != nil && s.called() == model.Phone:
		view.Ideas = append(view.Ideas, v.shows("talk", "Say what is hard.", "You do not have to write anything."))
	case call:
		view.Ideas = append(view.Ideas, v.shows("talk", "You do not have to write anything."))
	}
	return view
}

// composeBrief composes the same sign as the area's page, in fewer words.
func (s *signer) composeBrief() {
	switch {
	case s.service != nil && s.closed(s.service):
		s.composeClosed()
		return
	case s.first.Class == model.RingService:
		s.say(HeadPart, "block-a", nil)
	case s.first.Class == model.OpenService:
		s.head()
	default:
		s.say(HeadPart, "block-x", nil)
	}
	s.name()
	if s.service != nil && isShort(s.service.Name.Value.Name) {
		s.add(NoticePart, plain("It gives free advice."))
	}
	if s.first.Channel.Value != "" {
		s.call()
	}
	if s.first.Class == model.RingService {
		s.hours()
	}
	s.reached()
	s.endedContract()
	s.briefNumber()
	s.briefOrigin()
	if s.first.Class == model.AskCouncil {
		s.add(NextPart, plain("Ask: “Who gives free advice about special needs?”"))
	}
}

// isShort reports whether a name is capital letters alone, as IASS: it says
// nothing to who does not know it.
func isShort(name string) bool { return name != "" && strings.ToUpper(name) == name }

// briefNumber says why no number stands here.
func (s *signer) briefNumber() {
	switch {
	case s.first.Class == model.RingService, s.service != nil && !s.service.ContractEnded.IsZero():
	case s.service != nil && s.service.Channel(model.Phone).Conflict:
		s.add(UnsurePart, plain("We found two numbers. We do not know which is right."))
	default:
		s.add(UnsurePart, plain("We do not know their number."))
	}
}

// briefOrigin says who gave us the contact; of what was only seen, that nobody
// told us that it is right.
func (s *signer) briefOrigin() {
	o := s.first.Origin
	switch {
	case o.Record == nil:
		s.add(SeenPart, plain("A public list gave this link."))
	case s.told():
		s.addTold(o, cmp.Or(s.service, s.area.LocalOffer))
	case s.first.Class == model.RingService && s.service != nil && s.closedThen(s.service) && samePage(s.service.Status.Origin, o):
		s.seenClosed()
		return
	case !s.first.Channel.Opened.IsZero():
		s.add(SeenPart, plain("This link opened on "+s.first.Channel.Opened.Words()+"."))
	default:
		s.add(SeenPart, seenOn(o))
	}
	if !s.told() && s.first.Class != model.AskCouncil {
		s.add(UnsurePart, plain("They have not told us it is right."))
	}
}

// called is the type of the contact that stands on the sign.
func (s *signer) called() model.ChannelType {
	for _, line := range s.lines {
		if isRing(line) {
			return model.Phone
		}
	}
	return s.first.Channel.Type
}

// ideas put the lines of a sign beside pictures: whom to contact, when, and how
// sure we are. A long note on hours is left to the area's page.
func (s *signer) ideas() []idea {
	contact, when, sure := s.idea(s.picture()), s.idea("clock"), s.idea("ask")
	for _, line := range s.lines {
		switch line.Part {
		case HeadPart, NoticePart, NamePart, CallPart:
			contact.Lines = append(contact.Lines, line)
		case HoursPart:
			if len(strings.Fields(Words(line.Says))) <= model.MaxEasySentence {
				when.Lines = append(when.Lines, line)
			}
		case SeenPart, ToldPart, UnsurePart, NextPart:
			if !slices.ContainsFunc(sure.Lines, func(said Line) bool { return Words(said.Says) == Words(line.Says) }) {
				sure.Lines = append(sure.Lines, line)
			}
		}
	}
	ideas := []idea{contact}
	for _, i := range []idea{when, sure} {
		if len(i.Lines) > 0 {
			ideas = append(ideas, i)
		}
	}
	return ideas
}

func (s *signer) picture() string {
	switch t := s.called(); {
	case t == model.Website && s.first.Class == model.AskCouncil:
		return "council"
	default:
		return beginnings[t].picture
	}
}

// nationalIdea is the national line, where the area has no number.
func (v *views) nationalIdea() (idea, bool) {
	s, c, o := v.nationalLine(model.Everyone)
	if s == nil {
		return idea{}, false
	}
	name := []Span{{Text: "Or ring "}, {Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}, {Text: "."}}
	i := v.idea("ring", Line{Part: TextPart, Says: name}, Line{Part: CallPart, Says: []Span{way(c)}})
	if c.Hours != "" {
		i.Lines = append(i.Lines, Line{Part: HoursPart, Says: words(c.Hours)})
	}
	i.Lines = append(i.Lines, v.shortOrigin(o, s)...)
	return i, true
}

// easyPromises are promises of the law in the fewest words, beside an advice
// service and no other kind. The area's page names the law. What they keep to
// themselves stands beside their own number alone.
func (v *views) easyPromises(s *signer, a *model.Area) []idea {
	if len(v.promises(s.leading).Labels) == 0 || !s.leading.ContractEnded.IsZero() {
		return nil
	}
	var ideas []idea
	if _, ok := v.inLaw("free"); ok {
		ideas = append(ideas, v.idea("free", Line{Part: TextPart, Says: []Span{{Text: "This help is free. "}, {Text: "That is the law.", Href: v.href(model.AreaAddress(a.Slug))}}}))
	}
	if _, ok := v.inLaw(confidential); ok && s.called() == model.Phone && s.first.Channel.ContactOf == "" {
		ideas = append(ideas, v.shows("keep-to-themselves", "They keep what you say to themselves, unless someone is in danger."))
	}
	return ideas
}

// easyHelp is a help page in Easy Read.
func (v *views) easyHelp(p model.Page) (easyView, error) {
	e, ok := v.d.EasyRead(p.Help)
	a, known := v.d.Help(p.Help)
	if !ok || !known {
		return easyView{}, fmt.Errorf("no help page in Easy Read has the id %q", p.Help)
	}
	view := easyView{Frame: v.easyFrame(p, a.Summary), Checked: e.Checked.Words(), Full: Span{Text: "The whole page: " + a.Title, Href: v.href(a.Address())}}
	for _, i := range e.Ideas {
		says, seen := v.withNumbers(i.Says)
		view.Ideas = append(view.Ideas, v.idea(i.Picture, Line{Part: TextPart, Says: says}))
		view.Seen = append(view.Seen, seen...)
	}
	if a.Limit.Says != "" {
		view.Law = append(lawSource(a.Limit), Span{Text: " " + checkWords})
	}
	if e.ID != model.CrisisHelp {
		ring := v.idea("place", Line{Part: TextPart, Says: plain("Find the free advice service near you.")},
			Line{Part: CallPart, Says: []Span{{Text: "Choose your area", Href: v.href(model.AreasAddress)}}})
		view.Ring = &ring
	}
	return view, nil
}

// withNumbers makes the numbers of urgent help in a sentence links, and says
// where each is from.
func (v *views) withNumbers(sentence string) ([]Span, []Line) {
	for _, s := range v.d.National(model.Urgent) {
		for _, t := range []model.ChannelType{model.Phone, model.Text} {
			c, o, ok := ownChannel(s, t, model.Everyone)
			before, after, found := strings.Cut(sentence, " "+c.Value+".")
			if !ok || !found {
				continue
			}
			rest, more := v.withNumbers("." + after)
			says := append([]Span{{Text: before + " "}, way(c)}, rest...)
			return says, append(v.namedOrigin(s, o), more...)
		}
	}
	return plain(sentence), nil
}

// namedOrigin says whose number was seen where.
func (v *views) namedOrigin(s *model.Service, o model.Origin) []Line {
	lines := v.shortOrigin(o, s)
	for i := range lines {
		lines[i].Says = append(plain(v.nameOf(s)+": "), lines[i].Says...)
	}
	return lines
}

// easyLink leads to a help page in Easy Read, where somebody wrote it.
func (v *views) easyLink(id string) *Span {
	if _, ok := v.d.EasyRead(id); !ok {
		return nil
	}
	return &Span{Text: "Read this in Easy Read", Href: v.href(model.EasyHelpAddress(id))}
}
