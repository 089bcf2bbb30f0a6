package model

import (
	"slices"
	"strconv"
	"strings"
)

// A Form is how a field's value has to look; plain text has none.
type Form string

const (
	SentenceForm Form = "sentence" // text of a sentence or two
	IDForm       Form = "id"       // an id of the field's Vocabulary
	SlugForm     Form = "area"     // the slug of an authority
	ServiceForm  Form = "service"  // the id of a service
	DateForm     Form = "date"
	AgesForm     Form = "ages" // 0-25
	YesNoForm    Form = "yes or no"
	LinkForm     Form = "web address"
	SecureForm   Form = "secure web address" // https alone
	ChannelForm  Form = "channel"            // checked by the channel's type
	DayForm      Form = "day"                // a date with its day
	RoleForm     Form = "role"               // never a person: no digit and no @
	ChoiceForm   Form = "choice"             // one of the field's Choices
	NumberForm   Form = "number"             // a whole number from 1 up
	PartsForm    Form = "parts"              // names and values of their own: the field's Parts
)

// A Field is one thing that people write about a service: the name of a front
// matter key and of a column alike. The list is the one source of the parser,
// its "did you mean", the schemas, the forms and the reference page.
type Field struct {
	Name       string
	Label      string // what a form calls it
	Group      Group  // "" for what identifies the record
	Form       Form
	List       bool     // several values: a YAML list, or ";" between them in a cell
	Vocabulary string   // for IDForm
	Choices    []Choice // for ChoiceForm
	Parts      []Field  // for PartsForm
	Required   bool
	Rows       bool // only in tables, where an entry has another way to say it
	Meaning    string
	Example    string
	set        func(*Record, []string)
}

// A Choice is a word that may stand in a field, and what it means.
type Choice struct{ Word, Label string }

// Set puts well-formed values into a record.
func (f Field) Set(r *Record, values []string) { f.set(r, values) }

// Fields lists what can be said of a service, in the order of an entry.
var Fields = []Field{
	{Name: "name", Label: "Name of the service", Group: GroupName, Required: true, Meaning: "What the service is called, as it calls itself.", Example: "Northam SEND Advice",
		set: text(func(r *Record) *string { return &r.Name.Name })},
	{Name: "also", Label: "Other names", Group: GroupName, List: true, Meaning: "Other names, by which people look for it.", Example: "Northam SENDIASS",
		set: list(func(r *Record) *[]string { return &r.Name.Also })},
	{Name: "former_names", Label: "Names it had before", Group: GroupName, List: true, Meaning: "Names that it had before. Its page says that it used to be called so.", Example: "Northam Parent Partnership",
		set: list(func(r *Record) *[]string { return &r.Name.Former })},
	{Name: "kind", Label: "Kind of service", Form: IDForm, Vocabulary: "kinds", Required: true, Meaning: "What sort of service it is.", Example: "iass",
		set: func(r *Record, v []string) { r.Kind = Kind(v[0]) }},
	{Name: "areas", Label: "Areas it serves", Form: SlugForm, List: true, Meaning: "The areas it serves, where that is not the folder's area alone.", Example: "northam",
		set: list(func(r *Record) *[]string { return &r.Areas })},
	{Name: "was", Label: "Former ids", List: true, Meaning: "Ids it had before: their addresses lead here.", Example: "northam-parent-partnership",
		set: list(func(r *Record) *[]string { return &r.Was })},

	row(Phone, "Phone number", "A phone number, as families should read it."), row(Text, "Number to text", "A number to text."),
	row(Email, "E-mail address", "An e-mail address."), row(Website, "Website", "Its web site."), row(WebForm, "Contact form", "The address of its contact form."),
	{Name: "hours", Label: "When the phone is answered", Group: Group(Phone), Rows: true, Meaning: "When the phone is answered.", Example: "Monday to Friday, 10am to 2pm",
		set: onChannel(Phone, func(c *Channel) *string { return &c.Hours })},
	{Name: "contact_of", Label: "Whose line it is", Group: Group(Phone), Rows: true, Meaning: "Whose number and e-mail it is, where they are not the service's own.", Example: "the council's SEND team",
		set: onContacts(func(c *Channel) *string { return &c.ContactOf })},
	{Name: "ask_for", Label: "What to ask for", Group: Group(Phone), Rows: true, Meaning: "What to ask for, where somebody else's line reaches the service.", Example: "SENDIASS",
		set: onContacts(func(c *Channel) *string { return &c.AskFor })},

	{Name: "routes", Label: "Ways in", Group: GroupAccess, Form: IDForm, Vocabulary: "routes", List: true, Meaning: "The ways in.", Example: "self-phone",
		set: list(func(r *Record) *[]string { return &r.Access.Routes })},
	{Name: "default_route", Label: "Way in to try first", Group: GroupAccess, Form: IDForm, Vocabulary: "routes", Meaning: "The way in to try first.", Example: "self-phone",
		set: text(func(r *Record) *string { return &r.Access.Default })},
	{Name: "route_words", Label: "Ways in, in your words", Group: GroupAccess, Form: SentenceForm, Meaning: "The ways in, in the service's own words.", Example: "Ring us, or fill in the form. You do not need anyone to refer you.",
		set: text(func(r *Record) *string { return &r.Access.Words })},
	{Name: "eligible", Label: "Who can use it", Group: GroupAccess, Form: SentenceForm, Meaning: "Who can use it, in the service's own words.", Example: "Anyone in Northam with a child or young person up to 25.",
		set: text(func(r *Record) *string { return &r.Access.Eligible })},
	{Name: "cost", Label: "What it costs", Group: GroupAccess, Meaning: "What it costs. Leave it out if you are not sure.", Example: "Free",
		set: text(func(r *Record) *string { return &r.Access.Cost })},
	{Name: "first_call", Label: "What happens when somebody rings", Group: GroupAccess, Form: SentenceForm, Meaning: "What happens when a family rings, in the service's own words.", Example: "We listen first. Then we tell you what you could do next.",
		set: text(func(r *Record) *string { return &r.Access.FirstCall })},
	{Name: "reply", Label: "How soon you answer", Group: GroupAccess, Meaning: "How soon it answers.", Example: "in two working days",
		set: text(func(r *Record) *string { return &r.Access.Reply })},
	{Name: "keeps", Label: "What you keep to yourselves", Group: GroupAccess, Form: SentenceForm, Meaning: "What it keeps to itself when a child or young person asks, and when it has to tell someone, in its own words.", Example: "We tell nobody what you say, unless you or someone else is in danger. Then we tell you first.",
		set: text(func(r *Record) *string { return &r.Access.Keeps })},
	{Name: "worker", Label: "Who meets a young person", Group: GroupAccess, Form: SentenceForm, Meaning: "Who talks to a child or young person, and if they can choose.", Example: "Two youth workers. You can choose which one.",
		set: text(func(r *Record) *string { return &r.Access.Worker })},

	{Name: "audience", Label: "Who it is for", Group: GroupAudience, Form: IDForm, Vocabulary: "audiences", List: true, Meaning: "Whom it is for. Leave it out if it is for everyone.", Example: "parents",
		set: list(func(r *Record) *[]string { return &r.Audience.IDs })},
	{Name: "ages", Label: "Ages", Group: GroupAudience, Form: AgesForm, Meaning: "The youngest and the oldest.", Example: "0-25",
		set: func(r *Record, v []string) { r.Audience.Ages, _ = ParseAges(v[0]) }},
	{Name: "audience_words", Label: "Who it is for, in your words", Group: GroupAudience, Form: SentenceForm, Meaning: "Whom it is for, in the service's own words.", Example: "Parents and carers of children up to 25",
		set: text(func(r *Record) *string { return &r.Audience.Words })},

	{Name: "communities", Label: "Families you work with most", Group: GroupCommunities, Form: IDForm, Vocabulary: "communities", List: true, Meaning: "Families it works with most. This never shuts others out.", Example: "service-family",
		set: list(func(r *Record) *[]string { return &r.Communities.IDs })},
	{Name: "community_words", Label: "Those families, in your words", Group: GroupCommunities, Form: SentenceForm, Meaning: "The same, in the service's own words.", Example: "Families from the barracks",
		set: text(func(r *Record) *string { return &r.Communities.Words })},

	{Name: "languages", Label: "Languages your staff speak", Group: GroupLanguages, Form: IDForm, Vocabulary: "languages", List: true, Meaning: "Languages the staff speak.", Example: "urdu",
		set: list(func(r *Record) *[]string { return &r.Languages.IDs })},
	{Name: "interpreter", Label: "Can you get an interpreter?", Group: GroupLanguages, Form: YesNoForm, Meaning: "Whether it can get an interpreter.", Example: "yes",
		set: text(func(r *Record) *string { return &r.Languages.Interpreter })},
	{Name: "language_words", Label: "How to ask for another language", Group: GroupLanguages, Form: SentenceForm, Meaning: "How to ask for another language.", Example: "Say the language and your number. We ring back with an interpreter.",
		set: text(func(r *Record) *string { return &r.Languages.Words })},

	{Name: "paid_by", Label: "Who pays for it", Group: GroupIndependence, Meaning: "Who pays for it.", Example: "Northam Council",
		set: text(func(r *Record) *string { return &r.Independence.PaidBy })},
	{Name: "arms_length", Label: "Is it kept apart from the council?", Group: GroupIndependence, Form: YesNoForm, Meaning: "Whether it is kept apart from the council's own decisions.", Example: "yes",
		set: text(func(r *Record) *string { return &r.Independence.ArmsLength })},
	{Name: "fairness", Label: "How it is kept fair", Group: GroupIndependence, Form: SentenceForm, Meaning: "How it is kept fair.", Example: "We have our own office, our own records and our own manager.",
		set: text(func(r *Record) *string { return &r.Independence.Fairness })},
	{Name: "complaints", Label: "Whom to complain to", Group: GroupIndependence, Form: SentenceForm, Meaning: "Whom to complain to.", Example: "Our steering group: write to the office.",
		set: text(func(r *Record) *string { return &r.Independence.Complaints })},

	{Name: "run_by", Label: "Who runs it", Group: GroupDelivery, Meaning: "The organisation that runs it.", Example: "Family Voice Northam, a charity",
		set: text(func(r *Record) *string { return &r.Delivery.RunBy })},
	{Name: "partners", Label: "Who runs it with them", Group: GroupDelivery, List: true, Meaning: "Organisations that run it together with the first.", Example: "Northam Mencap",
		set: list(func(r *Record) *[]string { return &r.Delivery.Partners })},
	{Name: "delivery", Label: "How it is run", Group: GroupDelivery, Form: IDForm, Vocabulary: "delivery", Meaning: "How it is run.", Example: "commissioned-out",
		set: text(func(r *Record) *string { return &r.Delivery.Model })},
	{Name: "staffing", Label: "Who works there", Group: GroupDelivery, Meaning: "Who works there.", Example: "Three paid advisers and eight volunteers",
		set: text(func(r *Record) *string { return &r.Delivery.Staffing })},
	{Name: "contract_from", Label: "First day of the contract", Group: GroupDelivery, Form: DateForm, Meaning: "The first day of the contract.", Example: "2025-04-01",
		set: date(func(r *Record) *Date { return &r.Delivery.From })},
	{Name: "contract_until", Label: "Last day of the contract", Group: GroupDelivery, Form: DateForm, Meaning: "The last day of the contract. The page warns before it comes.", Example: "2028-03-31",
		set: date(func(r *Record) *Date { return &r.Delivery.Until })},

	{Name: "support", Label: "What you do", Group: GroupOffer, Form: IDForm, Vocabulary: "support", List: true, Meaning: "What it does.", Example: "meeting-support",
		set: list(func(r *Record) *[]string { return &r.Offer.Support })},
	{Name: "needs", Label: "Needs you know most about", Group: GroupOffer, Form: IDForm, Vocabulary: "needs", List: true, Meaning: "Needs it knows most about. Leave it out if it helps with all.", Example: "autism",
		set: list(func(r *Record) *[]string { return &r.Offer.Needs })},
	{Name: "moments", Label: "When you help", Group: GroupOffer, Form: IDForm, Vocabulary: "moments", List: true, Meaning: "Moments at which it helps.", Example: "draft-plan",
		set: list(func(r *Record) *[]string { return &r.Offer.Moments })},
	{Name: "purpose", Label: "What it is for, in one sentence", Group: GroupOffer, Form: SentenceForm, Meaning: "What it is for, in one plain sentence.", Example: "We help you understand your rights, and come to meetings with you.",
		set: text(func(r *Record) *string { return &r.Offer.Purpose })},
	{Name: "does_not", Label: "What you do not do", Group: GroupOffer, Form: SentenceForm, Meaning: "What it does not do.", Example: "We do not go to court for you.",
		set: text(func(r *Record) *string { return &r.Offer.DoesNot })},
	{Name: "ask_instead", Label: "Whom to ask for that instead", Group: GroupOffer, Form: ServiceForm, List: true, Meaning: "Services to ask for that instead, by id.", Example: "northam-mediation",
		set: list(func(r *Record) *[]string { return &r.Offer.AskInstead })},

	{Name: "status", Label: "Do you take new families?", Group: GroupStatus, Form: IDForm, Vocabulary: "statuses", Meaning: "Whether it takes new families.", Example: "open",
		set: text(func(r *Record) *string { return &r.Status.ID })},
	{Name: "status_until", Label: "Until when that holds", Group: GroupStatus, Form: DateForm, Meaning: "Until when that holds.", Example: "2026-12-31",
		set: date(func(r *Record) *Date { return &r.Status.Until })},
	{Name: "status_note", Label: "What families should know about it", Group: GroupStatus, Form: SentenceForm, Meaning: "What a family should know about it.", Example: "Closed between Christmas and New Year.",
		set: text(func(r *Record) *string { return &r.Status.Note })},
	{Name: "replaced_by", Label: "Which service took over", Group: GroupStatus, Form: ServiceForm, Meaning: "The service that took over from one that has ended, by its id.", Example: "northam-advice",
		set: text(func(r *Record) *string { return &r.Status.ReplacedBy })},

	{Name: "alert", Label: "News for a time", Group: GroupAlert, Form: SentenceForm, Meaning: "What families have to know for a time. It goes by itself after its last day.", Example: "Our phone line is being mended. Please send a text.",
		set: text(func(r *Record) *string { return &r.Alert.Text })},
	{Name: "alert_until", Label: "Last day of the news", Group: GroupAlert, Form: DateForm, Meaning: "The last day of the alert. An alert needs it.", Example: "2026-12-04",
		set: date(func(r *Record) *Date { return &r.Alert.Until })},

	{Name: "page", Label: "Page where it was seen", Rows: true, Form: LinkForm, Meaning: "The page where a register saw this.", Example: "https://northam.example.org/send",
		set: text(func(r *Record) *string { return &r.Page })},
	{Name: "seen", Label: "Date on that page", Rows: true, Form: DateForm, Meaning: "The date that the page shows.", Example: "2024-03",
		set: date(func(r *Record) *Date { return &r.Seen })},
	{Name: "link_opened", Label: "Day the link was last opened", Rows: true, Form: DateForm, Meaning: "When a link check last opened the web site.", Example: "2026-10-09",
		set: func(r *Record, v []string) {
			for i := range r.Channels {
				if r.Channels[i].Type == Website {
					r.Channels[i].Opened, _ = ParseDate(v[0])
				}
			}
		}},
	{Name: "confidence", Label: "How far to trust the row", Rows: true, Form: ChoiceForm, Choices: confidenceChoices, Meaning: "How far the register trusts the row: low, medium or high.", Example: "medium",
		set: func(r *Record, v []string) { r.Confidence = confidences[v[0]] }},
	{Name: "former", Label: "Is it history?", Rows: true, Form: YesNoForm, Meaning: "Whether the row is history: a former name or provider.", Example: "yes",
		set: func(r *Record, v []string) { r.Former = v[0] == "yes" }},
	{Name: "inferred", Label: "Columns that were guessed", Rows: true, List: true, Meaning: "Columns of this row that were guessed. They are never printed.", Example: "run_by",
		set: list(func(r *Record) *[]string { return &r.Inferred })},
	{Name: "notes", Label: "What the reader noticed", Rows: true, Meaning: "What the reader of the page noticed.", Example: "the page also prints an older number",
		set: text(func(r *Record) *string { return &r.Notes })},
}

var confidenceChoices = []Choice{{"low", "Fit for a name at most"}, {"medium", "As most rows are"}, {"high", "Read with care"}}

var confidences = map[string]Confidence{"low": Low, "medium": Medium, "high": High}

// IsConfidence reports whether s is low, medium or high.
func IsConfidence(s string) bool { _, ok := confidences[s]; return ok }

// FieldNamed returns the field with the name.
func FieldNamed(name string) (Field, bool) {
	i := slices.IndexFunc(Fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return Fields[i], true
}

// ParseAges reads "0-25".
func ParseAges(s string) (Ages, bool) {
	lo, hi, ok := strings.Cut(s, "-")
	least, err1 := strconv.Atoi(strings.TrimSpace(lo))
	most, err2 := strconv.Atoi(strings.TrimSpace(hi))
	if !ok || err1 != nil || err2 != nil || least < 0 || least > most || most > 120 {
		return Ages{}, false
	}
	return Ages{least, most, true}, true
}

func text(of func(*Record) *string) func(*Record, []string) {
	return func(r *Record, v []string) { *of(r) = v[0] }
}

func list(of func(*Record) *[]string) func(*Record, []string) {
	return func(r *Record, v []string) { *of(r) = v }
}

func date(of func(*Record) *Date) func(*Record, []string) {
	return func(r *Record, v []string) { *of(r), _ = ParseDate(v[0]) }
}

// row is the column of a table that holds one channel of a type.
func row(t ChannelType, label, meaning string) Field {
	return Field{Name: string(t), Label: label, Group: Group(t), Form: ChannelForm, Rows: true, Meaning: meaning, Example: channelExamples[t],
		set: func(r *Record, v []string) { r.Channels = append(r.Channels, Channel{Type: t, Value: v[0]}) }}
}

var channelExamples = map[ChannelType]string{
	Phone: "01632 960 123", Text: "07700 900 123", Email: "advice@northam.example.org",
	Website: "https://northam.example.org/", WebForm: "https://northam.example.org/contact",
}

// onChannel sets a detail of the row's channels of a type.
func onChannel(t ChannelType, of func(*Channel) *string) func(*Record, []string) {
	return func(r *Record, v []string) {
		for i := range r.Channels {
			if r.Channels[i].Type == t {
				*of(&r.Channels[i]) = v[0]
			}
		}
	}
}

// onContacts sets a detail of the row's phone and e-mail, which belong to
// somebody; a web site is the service's own.
func onContacts(of func(*Channel) *string) func(*Record, []string) {
	return func(r *Record, v []string) {
		onChannel(Phone, of)(r, v)
		onChannel(Email, of)(r, v)
	}
}
