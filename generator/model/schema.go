package model

import "slices"

// A Document is a kind of file that people write by hand, with all that may
// stand in it.
type Document struct {
	Name    string // of its schema and its form: entry, council, guide, page, registers
	Title   string
	Meaning string
	Place   string // where such files stand, with <area> and <id> for what differs
	Fields  []Field
	Body    bool // Markdown follows the fields
}

// Documents lists them. Everything that knows which fields there are, knows it
// from here: the parser, the JSON Schemas, the editing form, the tables to fill
// in and the page that explains the fields.
var Documents = []Document{
	{Name: "entry", Title: "A service's own entry", Meaning: "What a service says of itself. Leave out what you do not know.",
		Place: "content/services/<area>/<id>.md", Fields: EntryFields, Body: true},
	{Name: "council", Title: "What a council says of its area", Meaning: "Where families start, and the council's own pages.",
		Place: "data/councils/<area>/council.yaml", Fields: CouncilFields},
	{Name: "guide", Title: "A help page", Meaning: "What is happening, what the law sets, and whom to ring.",
		Place: "content/guides/<id>.md", Fields: GuideFields, Body: true},
	{Name: "page", Title: "A page about the site", Meaning: "About, accessibility and privacy.",
		Place: "content/guides/<id>.md", Fields: PageFields, Body: true},
	{Name: "registers", Title: "The bulk lists", Meaning: "What each list in data/registers is, and which of its columns holds which field.",
		Place: "data/registers.yaml", Fields: RegistersFields},
}

// EntryFields are the fields of an entry, in its order: those of [Fields] that
// are not of tables alone, the channels where tables have theirs, the media,
// and the checks at the end.
var EntryFields = func() []Field {
	var fields []Field
	for _, f := range Fields {
		if f.Group == Group(Phone) && !slices.ContainsFunc(fields, func(f Field) bool { return f.Name == "channels" }) {
			fields = append(fields, Field{Name: "channels", Label: "Numbers and addresses", List: true, Form: PartsForm, Parts: ChannelParts,
				Meaning: "Every way to reach the service, the one to try first at the top.", Example: "phone, 01632 960 123"})
		}
		if f.Name == "status" {
			fields = append(fields, MediaField)
		}
		if !f.Rows {
			fields = append(fields, f)
		}
	}
	return append(fields, Field{Name: "checked", Label: "Who said that it is right, and when", Form: PartsForm, Parts: checks(),
		Meaning: "One line for each group of facts: who confirmed it, when and how.", Example: "phone: {on: 2026-11-03, by: service manager, how: phone}"})
}()

// ChannelParts are what can be said of one channel in an entry's list.
var ChannelParts = []Field{
	{Name: "type", Label: "What it is", Form: IDForm, Vocabulary: "channels", Required: true, Meaning: "A phone number, an e-mail address, a place to go to…", Example: "phone"},
	{Name: "value", Label: "Number or address", Form: ChannelForm, Required: true, Meaning: "The number, the address or the place, as families should read it.", Example: "01632 960 123"},
	{Name: "hours", Label: "When somebody answers", Meaning: "When somebody answers it, or is there.", Example: "Monday to Friday, 10am to 2pm"},
	{Name: "note", Label: "What else to know", Form: SentenceForm, Meaning: "What a family should know before they use it.", Example: "There is an answerphone at all other times. We ring back in two working days."},
	{Name: "contact_of", Label: "Whose it is, if not your own", Meaning: "Whose number or address it is, where it is not the service's own.", Example: "the council's SEND team"},
	{Name: "ask_for", Label: "What to ask for", Meaning: "What to ask for, where somebody else's line reaches the service.", Example: "SENDIASS"},
	{Name: "for", Label: "Only for", Form: IDForm, Vocabulary: "audiences", Meaning: "Whom it is for. Leave it out if it is for everyone.", Example: "young-people"},
}

// ChannelFields are the names of [ChannelParts].
var ChannelFields = Names(ChannelParts)

// MediaField is the list of an entry's videos and recordings. No table has room
// for it.
var MediaField = Field{Name: "media", Label: "Videos and recordings", Group: GroupMedia, List: true, Form: PartsForm, Parts: MediaParts,
	Meaning: "Videos and recordings about the service. Pages link to them, and never show them by themselves.", Example: "kind: bsl"}

// MediaParts are what can be said of one video or recording.
var MediaParts = []Field{
	{Name: "kind", Label: "What it is", Form: ChoiceForm, Choices: ClipKinds, Required: true, Meaning: "A video in sign language, a video that explains something, or a recording.", Example: "bsl"},
	{Name: "title", Label: "Title", Required: true, Meaning: "What it is about, as families should read it.", Example: "What happens when you ring us"},
	{Name: "url", Label: "Web address", Form: SecureForm, Required: true, Meaning: "Where people can see or hear it.", Example: "https://northam.example.org/video"},
	{Name: "transcript", Label: "Its words", Form: SentenceForm, Meaning: "All that is said in it, or the web address of a page that has it. Those who cannot hear or see it need it.", Example: "https://northam.example.org/video-words"},
	{Name: "language", Label: "Language", Form: IDForm, Vocabulary: "languages", Meaning: "The language in it. Leave it out for English.", Example: "urdu"},
}

// CheckParts are what makes a check: a fact that was told needs all three.
var CheckParts = []Field{
	{Name: "on", Label: "On which day", Form: DayForm, Required: true, Meaning: "The day on which somebody said that it is right.", Example: "2026-11-03"},
	{Name: "by", Label: "Who said so", Form: RoleForm, Required: true, Meaning: "A role, as service manager. Never a person's name: it is published.", Example: "service manager"},
	{Name: "how", Label: "How you were told", Form: ChoiceForm, Choices: Hows, Required: true, Meaning: "How it was said, so that somebody can make sure of it.", Example: "phone"},
}

// Hows are the ways in which a check can be made good: by a call to the number
// known before, an e-mail from the service's own domain, and so on.
var Hows = []Choice{{"phone", "On the phone"}, {"email", "By e-mail"}, {"website", "On the service's website"},
	{"meeting", "At a meeting"}, {"letter", "By letter"}}

// GroupLabels are the plain words for the groups of facts. Those of channels
// are in the vocabulary channels.
var GroupLabels = map[Group]string{
	GroupName:         "Names",
	GroupAccess:       "Ways in and cost",
	GroupAudience:     "Who it is for",
	GroupCommunities:  "Families it works with most",
	GroupLanguages:    "Languages",
	GroupIndependence: "Independence",
	GroupDelivery:     "Who runs it",
	GroupOffer:        "What it does",
	GroupMedia:        "Videos and recordings",
	GroupStatus:       "If it takes new families",
	GroupAlert:        "News for a time",
}

// checks has one field for each group of facts.
func checks() []Field {
	var fields []Field
	for _, g := range Groups {
		fields = append(fields, Field{Name: string(g), Group: g, Form: PartsForm, Parts: CheckParts,
			Meaning: "Who said that this is right, when and how.", Example: "{on: 2026-11-03, by: service manager, how: phone}"})
	}
	return fields
}

// CouncilFields are those of council.yaml.
var CouncilFields = []Field{
	{Name: "first_contact", Label: "Where families start", Form: PartsForm, Parts: FirstContactParts, Meaning: "The service to ring first.", Example: "all: northam-advice"},
	{Name: "ring_second_if", Label: "Ring the other service if …", Form: SentenceForm, Meaning: "Where two services can help: the end of the sentence “Ring the other if …”.", Example: "you are 16 to 25 and want to ask for yourself"},
	{Name: "local_offer", Label: "The council's own pages", Form: PartsForm, Parts: LocalOfferParts, Meaning: "The local offer: the council's website about all the help there is.", Example: "website: https://localoffer.northam.example.org/"},
	{Name: "checked", Label: "Who said that it is right, and when", Form: PartsForm, Parts: CheckParts, Required: true, Meaning: "Who at the council said that all of this is right, when and how.", Example: "{on: 2026-10-12, by: local offer officer, how: email}"},
}

// FirstContactParts are the audiences for which a council names a service.
var FirstContactParts = []Field{
	{Name: Everyone, Label: "For everyone", Form: ServiceForm, Meaning: "The id of an advice service.", Example: "northam-advice"},
	{Name: Parents, Label: "For parents and carers", Form: ServiceForm, Meaning: "The id of an advice service, where parents have one of their own.", Example: "northam-advice"},
	{Name: YoungPeople, Label: "For young people", Form: ServiceForm, Meaning: "The id of an advice service, where young people have one of their own.", Example: "northam-advice"},
}

// LocalOfferParts are the fields of a service that make sense of a council's pages.
var LocalOfferParts = pick("name", "website", "phone", "email", "hours")

// PageFields are those of the pages about the site, and the first of a guide's.
var PageFields = []Field{
	{Name: "title", Label: "Title", Required: true, Meaning: "What the page is called. A help page's title is what a family would say.", Example: "They said no"},
	{Name: "summary", Label: "In one sentence", Form: SentenceForm, Required: true, Meaning: "One sentence for lists and for search engines.", Example: "The council will not look into what your child needs. You can ask again, or appeal."},
	{Name: "checked", Label: "Day it was last read through", Form: DateForm, Meaning: "When somebody last read the whole page and found it right.", Example: "2026-11-03"},
}

// GuideFields are those of a help page.
var GuideFields = func() []Field {
	fields := slices.Clone(PageFields)
	fields[len(fields)-1].Required = true
	return append(fields, []Field{
		{Name: "limit", Label: "What the law sets", Form: SentenceForm, Meaning: "What the law sets for this moment, in one or two plain sentences.", Example: "You get at least 15 days to reply. The day it came is day 1."},
		{Name: "law", Label: "Which law says so", Meaning: "The regulation or section, as printed.", Example: "Special Educational Needs and Disability Regulations 2014, regulation 13"},
		{Name: "law_source", Label: "Where you read it", Form: LinkForm, Meaning: "The web address of the page where you read it.", Example: "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13/made"},
		{Name: "limits", Label: "Dates to work out", List: true, Meaning: "The ids of the limits in data/limits.csv whose last day the page works out.", Example: "draft-plan"},
		{Name: "also", Label: "Other words for it", List: true, Meaning: "Other words that families use for it.", Example: "proposed plan"},
		{Name: "ring", Label: "Whom to ring", Form: SentenceForm, Meaning: "Whom to ring, where it is not the area's advice service.", Example: "Start with the advice service for the place where you live now."},
		{Name: "beside", Label: "What to have at hand", List: true, Meaning: "What to have beside you when you ring.", Example: "The letter, and the day it came"},
		{Name: "order", Label: "Place in the list", Form: NumberForm, Meaning: "Its place among the pages that belong to no moment: 1 comes first.", Example: "1"},
	}...)
}()

// RegistersFields are those of registers.yaml.
var RegistersFields = []Field{
	{Name: "registers", Label: "The lists", List: true, Form: PartsForm, Parts: RegisterParts, Meaning: "One for each file in data/registers.", Example: "file: iass.csv"},
}

// RegisterParts describe one bulk list.
var RegisterParts = []Field{
	{Name: "file", Label: "File", Required: true, Meaning: "The name of the file in data/registers.", Example: "iass.csv"},
	{Name: "kind", Label: "Kind of service", Form: IDForm, Vocabulary: "kinds", Meaning: "What all its rows are. Leave it out where a column says it.", Example: "iass"},
	{Name: "name", Label: "Name of the list", Required: true, Meaning: "What pages call the list.", Example: "Public pages about SEND advice services"},
	{Name: "rank", Label: "Rank", Form: ChoiceForm, Choices: []Choice{{"1", "It only saw"}}, Meaning: "A register only saw a page: its rank is 1.", Example: "1"},
	{Name: "link", Label: "Web address", Form: LinkForm, Meaning: "Where the list is published.", Example: "https://lists.example.org/"},
	{Name: "licence", Label: "Licence", Meaning: "Under which terms it may be used.", Example: "Facts from public pages. Each row names its page."},
	{Name: "what", Label: "What it is", Form: SentenceForm, Meaning: "What the list is, in a sentence.", Example: "One row for each public page on which a service was seen."},
	{Name: "read", Label: "When it was read", Meaning: "When the list was made.", Example: "2026-11"},
	{Name: "columns", Label: "Columns", Form: PartsForm, Meaning: "Which column of the file holds which field.", Example: "Telephone: phone"},
}

// Names lists the names of fields.
func Names(fields []Field) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return names
}

// pick returns the fields of [Fields] with the names, in their order.
func pick(names ...string) []Field {
	var fields []Field
	for _, name := range names {
		f, _ := FieldNamed(name)
		f.Required = false
		fields = append(fields, f)
	}
	return fields
}
