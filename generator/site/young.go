package site

import (
	"cmp"
	"slices"

	"signpost/generator/model"
)

// The pages for children and young people say "you", and put what can be
// written before what has to be said aloud. What a service keeps to itself
// stands there in its own words, or not at all.

// A youngView is the door for children and young people.
type youngView struct {
	Frame   frame       `json:"frame"`
	Leave   leave       `json:"leave"`
	Regions []region    `json:"regions"`
	Others  []youngCard `json:"others"` // anywhere in England, in writing first
	Happens happens     `json:"happens"`
	Hurt    hurt        `json:"hurt"`
	Rights  *rights     `json:"rights"`
	Keep    keep        `json:"keep"`
}

// A youngAreaView is an area for its children and young people.
type youngAreaView struct {
	Frame    frame       `json:"frame"`
	Leave    leave       `json:"leave"`
	All      Span        `json:"all"`
	Alerts   []alert     `json:"alerts"`
	Board    []Line      `json:"board"`
	Below    []Line      `json:"below"`
	Ways     []block     `json:"ways"`    // in writing, then in person, then their website
	Others   []youngCard `json:"others"`  // anywhere in England, where the area has nothing in writing
	Silence  string      `json:"silence"` // why those stand there
	Voice    []block     `json:"voice"`
	Promises promises    `json:"promises"`
	Facts    []fact      `json:"facts"`
	Happens  *happens    `json:"happens"`
	Hurt     hurt        `json:"hurt"`
	Rights   *rights     `json:"rights"`
	Keep     keep        `json:"keep"`
	Full     Span        `json:"full"`
	Dated    bool        `json:"dated"`
}

// A youngCard is somebody for children and young people anywhere in England.
type youngCard struct {
	Name   Span    `json:"name"`
	For    string  `json:"for"`
	Blocks []block `json:"blocks"`
}

// A leave is the quick way out of a page.
type leave struct {
	Way     Span   `json:"way"`
	Says    string `json:"says"`
	Scripts string `json:"scripts"` // what it does besides, where scripts run
}

// neutral is a page of another site that tells nobody why somebody is there.
const neutral = "https://www.bbc.co.uk/weather"

var leaving = leave{
	Way:     Span{Text: "Leave this page", Href: neutral},
	Says:    "It opens the weather. It does not clear your history.",
	Scripts: "It opens the weather. The Back button then does not lead here. Pages for young people that we kept on this device go. It does not clear the rest of your history.",
}

// Ways to get in touch, in the order of these pages.
var (
	inWriting = []model.ChannelType{model.Text, model.WhatsApp, model.Chat, model.Email, model.WebForm}
	inPerson  = []model.ChannelType{model.DropIn, model.HomeVisit, model.Video, model.BSLRelay}
	theirPage = []model.ChannelType{model.Website}
	aloud     = []model.ChannelType{model.Phone}
	onPaper   = []model.ChannelType{model.Post}
	youngWays = slices.Concat(inWriting, inPerson, theirPage, onPaper)
)

// youngChannels are the service's own channels of a type that young people may
// use, those for them alone first.
func youngChannels(s *model.Service, t model.ChannelType) model.Channels {
	fit := slices.DeleteFunc(slices.Clone(s.Channel(t).Value), func(c model.Channel) bool {
		return !c.Own() || c.For != "" && c.For != model.YoungPeople
	})
	slices.SortStableFunc(fit, func(a, b model.Channel) int { return cmp.Compare(b.For, a.For) })
	return fit
}

// youngBlocks are the ways of some types, each with where it is from.
func (v *views) youngBlocks(s *model.Service, types []model.ChannelType) []block {
	if s == nil {
		return nil
	}
	var blocks []block
	for _, t := range types {
		channels := youngChannels(s, t)
		if len(channels) == 0 {
			continue
		}
		o := v.origin(s.Channel(t).Origin, s)
		if opened := channels[0]; !s.Channel(t).Origin.Told() && !opened.Opened.IsZero() {
			o = &origin{Class: "seen", Says: v.opened(opened)}
		}
		if n := len(blocks); n == 0 || Words(blocks[n-1].Origin.says()) != Words(o.says()) {
			blocks = append(blocks, block{Origin: o, Old: o.old()})
		}
		last := &blocks[len(blocks)-1]
		last.Contacts = append(last.Contacts, v.contacts(channels, s)...)
	}
	return blocks
}

// hasAny reports whether young people can reach the service in one of the ways.
func hasAny(s *model.Service, types []model.ChannelType) bool {
	return s != nil && slices.ContainsFunc(types, func(t model.ChannelType) bool { return len(youngChannels(s, t)) > 0 })
}

// youngFirst is the type of the way that stands first on the page of an area.
func (v *views) youngFirst(a *model.Area) model.ChannelType {
	s := leading(a, model.YoungPeople)
	for _, t := range slices.Concat(inWriting, theirPage, aloud) {
		if hasAny(s, []model.ChannelType{t}) {
			return t
		}
	}
	return ""
}

func (v *views) youngArea(p model.Page) youngAreaView {
	a := v.d.Area(p.Area)
	s := &signer{views: v, area: a, audience: model.YoungPeople, first: a.FirstFor(model.YoungPeople)}
	s.service = s.lead()
	view := youngAreaView{
		Frame: v.frame(p, "How you can get help in "+a.Name+" yourself, by text, in writing, or by talking."), Leave: leaving,
		All: Span{Text: "Help for you in other areas", Href: v.href(model.YoungAddress)}, Alerts: v.alerts(s.service),
		Voice: v.youngBlocks(s.service, aloud), Ways: v.youngBlocks(s.service, youngWays),
		Promises: v.promisedTo(model.YoungPeople, v.promises(s.service)), Facts: v.youngFacts(s.service), Happens: v.happens(a, model.YoungPeople),
		Hurt: v.hurt(a), Rights: v.rights(), Dated: v.dated(s.service),
		Keep: keep{Pages: []string{v.href(p.Address)}},
		Full: Span{Text: "Everything we know about " + a.Name, Href: v.href(model.AreaAddress(a.Slug))},
	}
	if !hasAny(s.service, inWriting) || s.closed(s.service) {
		view.Others = v.youngCards()
		view.Silence = "You can text or write to these from anywhere in England."
		if !hasAny(s.service, inWriting) {
			view.Silence = unknownWriting(s.service) + " " + view.Silence
		}
	}
	s.composeYoung()
	board := s.board()
	view.Board, view.Below = s.lines[:board], s.lines[board:]
	return view
}

// unknownWriting says what is not known of how to write to a service.
func unknownWriting(s *model.Service) string {
	if s == nil {
		return "We do not know a text number, an e-mail or a form here."
	}
	return unwritten(s)
}

// composeYoung says who helps, and why not if nobody is known.
func (s *signer) composeYoung() {
	switch {
	case s.service != nil && s.closed(s.service):
		s.composeYoungClosed()
	case s.service != nil && s.first.Class != model.AskCouncil:
		s.add(HeadPart, plain("You can ask these people yourself."))
		s.name()
		s.reached()
		s.endedContract()
		s.noNumber()
		if s.closedThen(s.service) && !s.told() {
			s.seenClosed()
		}
	default:
		s.composeAsk()
	}
}

// composeYoungClosed: whom to ask instead stands below the board, what can be
// written first.
func (s *signer) composeYoungClosed() {
	s.add(HeadPart, plain("These people cannot help anyone new now."))
	s.name()
	notice := Line{Part: NoticePart, Says: plain("We do not know until when. Look below for others."), Until: statusUntil(s.service), After: s.closedBefore(s.service)}
	if until := s.service.Status.Value.Until; !until.IsZero() {
		notice.Says = plain("That is until " + until.Words() + ". Look below for others.")
	}
	s.lines = append(s.lines, notice)
	s.addWhole(s.service.Status.Origin, s.service)
}

// youngFacts are what young people ask of a service before they trust it.
func (v *views) youngFacts(s *model.Service) []fact {
	if s == nil {
		return nil
	}
	access, o := s.Access.Value, s.Access.Origin
	ask := func(term, words, silence, question string) fact {
		f := known(term, v.origin(o, s), silence, their(o, words)).about(v.mark(s, model.GroupAccess))
		if f.Unknown {
			f.Origin = nil
			f.Says = append(f.Says, plain("You can ask them: “"+question+"”"))
		}
		return f
	}
	return []fact{
		ask("What they keep to themselves", access.Keeps, "what they keep to themselves.", "What do you keep to yourselves? When do you tell someone?"),
		ask("Who you talk to", access.Worker, "who you will talk to.", "Who will I talk to? Can I choose?"),
		{Term: "Your choice", Says: [][]Span{plain("You choose what you say. You can bring someone you trust. You can stop when you want.")}},
	}
}

// youngCards are those who are there for children and young people in all of
// England, what can be written first.
func (v *views) youngCards() []youngCard {
	var cards []youngCard
	for _, s := range v.youngNationals() {
		name := Span{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}
		cards = append(cards, youngCard{name, v.purpose(s), v.youngBlocks(s, slices.Concat(youngWays, aloud))})
	}
	return cards
}

// youngNationals are the text route of urgent help, and the services that a
// list gives as being for children or young people.
func (v *views) youngNationals() []*model.Service {
	var found []*model.Service
	for _, kind := range []model.Kind{model.Urgent, model.National} {
		for _, s := range reachable(v.d.National(kind)) {
			if s.ID == v.d.Settings.UrgentText || forYoung(s) {
				found = append(found, s)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b *model.Service) int { return cmp.Compare(writes(b), writes(a)) })
	return found
}

// forYoung reports whether somebody said that a service is for children or young people.
func forYoung(s *model.Service) bool {
	return slices.Contains(s.Audience.Value.IDs, model.YoungPeople) || slices.Contains(s.Audience.Value.IDs, "children")
}

func writes(s *model.Service) int {
	if hasAny(s, inWriting) {
		return 1
	}
	return 0
}

// A youngContact is what is known of how the children and young people of an
// area can start.
type youngContact string

const (
	ownYoungContact    youngContact = "own"    // a service, or a number of one, for them
	sharedYoungContact youngContact = "shared" // a service that says it is for them, too
	noYoungContact     youngContact = "none"
)

var youngWords = map[youngContact]string{
	ownYoungContact:    "A contact of their own",
	sharedYoungContact: "The same as for everyone",
	noYoungContact:     "None known",
}

// youngContact never takes silence for a yes: a service of which nobody said
// whom it is for counts as none.
func (v *views) youngContact(a *model.Area) youngContact {
	first, everyone := a.FirstFor(model.YoungPeople), a.FirstFor(model.Everyone)
	s := leading(a, model.YoungPeople)
	switch {
	case s == nil || first.Class == model.AskCouncil:
		return noYoungContact
	case first.Channel.For == model.YoungPeople, s != everyone.Service && slices.Contains(s.Audience.Value.IDs, model.YoungPeople):
		return ownYoungContact
	case forYoung(s):
		return sharedYoungContact
	}
	return noYoungContact
}

func (v *views) young(p model.Page) youngView {
	return youngView{
		Frame: v.frame(p, "For children and young people: how you can get help yourself."), Leave: leaving,
		Regions: v.regionsTo(model.YoungAreaAddress),
		Others:  v.youngCards(), Hurt: v.hurt(nil), Rights: v.rights(), Keep: keep{Pages: []string{v.href(p.Address)}},
		Happens: happens{Title: "What happens when you get in touch", Steps: append([]idea{v.shows("text", "You text, write, ring or meet. You choose which.")}, v.steps(model.YoungPeople)...)},
	}
}
