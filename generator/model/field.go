package model

import (
	"slices"
	"strconv"
	"strings"
)

// A Form is how a field's value has to look; plain text has none.
type Form string

const (
	IDForm      Form = "id"      // an id of the field's Vocabulary
	SlugForm    Form = "area"    // the slug of an authority
	ServiceForm Form = "service" // the id of a service
	DateForm    Form = "date"
	AgesForm    Form = "ages" // 0-25
	YesNoForm   Form = "yes or no"
	LinkForm    Form = "web address"
	ChannelForm Form = "channel" // checked by the channel's type
)

// A Field is one thing that people write about a service: the name of a front
// matter key and of a column alike. The list is the one source of the parser,
// its "did you mean", the schemas, the forms and the reference page.
type Field struct {
	Name       string
	Group      Group // "" for what identifies the record
	Form       Form
	List       bool   // several values: a YAML list, or ";" between them in a cell
	Vocabulary string // for IDForm
	Required   bool
	Rows       bool // only in tables, where an entry has another way to say it
	Meaning    string
	Example    string
	set        func(*Record, []string)
}

// Set puts well-formed values into a record.
func (f Field) Set(r *Record, values []string) { f.set(r, values) }

// Fields lists what can be said of a service, in the order of an entry.
var Fields = []Field{
	{Name: "name", Group: GroupName, Required: true, Meaning: "What the service is called, as it calls itself.", Example: "Northam SEND Advice",
		set: text(func(r *Record) *string { return &r.Name.Name })},
	{Name: "also", Group: GroupName, List: true, Meaning: "Other names, by which people look for it.", Example: "Northam SENDIASS",
		set: list(func(r *Record) *[]string { return &r.Name.Also })},
	{Name: "former_names", Group: GroupName, List: true, Meaning: "Names that it had before. Its page says that it used to be called so.", Example: "Northam Parent Partnership",
		set: list(func(r *Record) *[]string { return &r.Name.Former })},
	{Name: "kind", Form: IDForm, Vocabulary: "kinds", Required: true, Meaning: "What sort of service it is.", Example: "iass",
		set: func(r *Record, v []string) { r.Kind = Kind(v[0]) }},
	{Name: "areas", Form: SlugForm, List: true, Meaning: "The areas it serves, where that is not the folder's area alone.", Example: "northam",
		set: list(func(r *Record) *[]string { return &r.Areas })},
	{Name: "was", List: true, Meaning: "Ids it had before: their addresses lead here.", Example: "northam-parent-partnership",
		set: list(func(r *Record) *[]string { return &r.Was })},

	row(Phone, "A phone number, as families should read it."), row(Text, "A number to text."), row(Email, "An e-mail address."),
	row(Website, "Its web site."), row(WebForm, "The address of its contact form."),
	{Name: "hours", Group: Group(Phone), Rows: true, Meaning: "When the phone is answered.", Example: "Monday to Friday, 10am to 2pm",
		set: onChannel(Phone, func(c *Channel) *string { return &c.Hours })},
	{Name: "contact_of", Group: Group(Phone), Rows: true, Meaning: "Whose number and e-mail it is, where they are not the service's own.", Example: "the council's SEND team",
		set: onContacts(func(c *Channel) *string { return &c.ContactOf })},
	{Name: "ask_for", Group: Group(Phone), Rows: true, Meaning: "What to ask for, where somebody else's line reaches the service.", Example: "SENDIASS",
		set: onContacts(func(c *Channel) *string { return &c.AskFor })},

	{Name: "routes", Group: GroupAccess, Form: IDForm, Vocabulary: "routes", List: true, Meaning: "The ways in.", Example: "self-phone",
		set: list(func(r *Record) *[]string { return &r.Access.Routes })},
	{Name: "default_route", Group: GroupAccess, Form: IDForm, Vocabulary: "routes", Meaning: "The way in to try first.", Example: "self-phone",
		set: text(func(r *Record) *string { return &r.Access.Default })},
	{Name: "route_words", Group: GroupAccess, Meaning: "The ways in, in the service's own words.", Example: "Ring us, or fill in the form. You do not need anyone to refer you.",
		set: text(func(r *Record) *string { return &r.Access.Words })},
	{Name: "eligible", Group: GroupAccess, Meaning: "Who can use it, in the service's own words.", Example: "Anyone in Northam with a child or young person up to 25.",
		set: text(func(r *Record) *string { return &r.Access.Eligible })},
	{Name: "cost", Group: GroupAccess, Meaning: "What it costs. Leave it out if you are not sure.", Example: "Free",
		set: text(func(r *Record) *string { return &r.Access.Cost })},
	{Name: "reply", Group: GroupAccess, Meaning: "How soon it answers.", Example: "in two working days",
		set: text(func(r *Record) *string { return &r.Access.Reply })},

	{Name: "audience", Group: GroupAudience, Form: IDForm, Vocabulary: "audiences", List: true, Meaning: "Whom it is for. Leave it out if it is for everyone.", Example: "parents",
		set: list(func(r *Record) *[]string { return &r.Audience.IDs })},
	{Name: "ages", Group: GroupAudience, Form: AgesForm, Meaning: "The youngest and the oldest.", Example: "0-25",
		set: func(r *Record, v []string) { r.Audience.Ages, _ = ParseAges(v[0]) }},
	{Name: "audience_words", Group: GroupAudience, Meaning: "Whom it is for, in the service's own words.", Example: "Parents and carers of children up to 25",
		set: text(func(r *Record) *string { return &r.Audience.Words })},

	{Name: "communities", Group: GroupCommunities, Form: IDForm, Vocabulary: "communities", List: true, Meaning: "Families it works with most. This never shuts others out.", Example: "service-family",
		set: list(func(r *Record) *[]string { return &r.Communities.IDs })},
	{Name: "community_words", Group: GroupCommunities, Meaning: "The same, in the service's own words.", Example: "Families from the barracks",
		set: text(func(r *Record) *string { return &r.Communities.Words })},

	{Name: "languages", Group: GroupLanguages, Form: IDForm, Vocabulary: "languages", List: true, Meaning: "Languages the staff speak.", Example: "urdu",
		set: list(func(r *Record) *[]string { return &r.Languages.IDs })},
	{Name: "interpreter", Group: GroupLanguages, Form: YesNoForm, Meaning: "Whether it can get an interpreter.", Example: "yes",
		set: text(func(r *Record) *string { return &r.Languages.Interpreter })},
	{Name: "language_words", Group: GroupLanguages, Meaning: "How to ask for another language.", Example: "Say the language and your number. We ring back with an interpreter.",
		set: text(func(r *Record) *string { return &r.Languages.Words })},

	{Name: "paid_by", Group: GroupIndependence, Meaning: "Who pays for it.", Example: "Northam Council",
		set: text(func(r *Record) *string { return &r.Independence.PaidBy })},
	{Name: "arms_length", Group: GroupIndependence, Form: YesNoForm, Meaning: "Whether it is kept apart from the council's own decisions.", Example: "yes",
		set: text(func(r *Record) *string { return &r.Independence.ArmsLength })},
	{Name: "fairness", Group: GroupIndependence, Meaning: "How it is kept fair.", Example: "We have our own office, our own records and our own manager.",
		set: text(func(r *Record) *string { return &r.Independence.Fairness })},
	{Name: "complaints", Group: GroupIndependence, Meaning: "Whom to complain to.", Example: "Our steering group: write to the office.",
		set: text(func(r *Record) *string { return &r.Independence.Complaints })},

	{Name: "run_by", Group: GroupDelivery, Meaning: "The organisation that runs it.", Example: "Family Voice Northam, a charity",
		set: text(func(r *Record) *string { return &r.Delivery.RunBy })},
	{Name: "partners", Group: GroupDelivery, List: true, Meaning: "Organisations that run it together with the first.", Example: "Northam Mencap",
		set: list(func(r *Record) *[]string { return &r.Delivery.Partners })},
	{Name: "delivery", Group: GroupDelivery, Form: IDForm, Vocabulary: "delivery", Meaning: "How it is run.", Example: "commissioned-out",
		set: text(func(r *Record) *string { return &r.Delivery.Model })},
	{Name: "staffing", Group: GroupDelivery, Meaning: "Who works there.", Example: "Three paid advisers and eight volunteers",
		set: text(func(r *Record) *string { return &r.Delivery.Staffing })},
	{Name: "contract_from", Group: GroupDelivery, Form: DateForm, Meaning: "The first day of the contract.", Example: "2025-04-01",
		set: date(func(r *Record) *Date { return &r.Delivery.From })},
	{Name: "contract_until", Group: GroupDelivery, Form: DateForm, Meaning: "The last day of the contract. The page warns before it comes.", Example: "2028-03-31",
		set: date(func(r *Record) *Date { return &r.Delivery.Until })},

	{Name: "support", Group: GroupOffer, Form: IDForm, Vocabulary: "support", List: true, Meaning: "What it does.", Example: "meeting-support",
		set: list(func(r *Record) *[]string { return &r.Offer.Support })},
	{Name: "needs", Group: GroupOffer, Form: IDForm, Vocabulary: "needs", List: true, Meaning: "Needs it knows most about. Leave it out if it helps with all.", Example: "autism",
		set: list(func(r *Record) *[]string { return &r.Offer.Needs })},
	{Name: "moments", Group: GroupOffer, Form: IDForm, Vocabulary: "moments", List: true, Meaning: "Moments at which it helps.", Example: "draft-plan",
		set: list(func(r *Record) *[]string { return &r.Offer.Moments })},
	{Name: "purpose", Group: GroupOffer, Meaning: "What it is for, in one plain sentence.", Example: "We help you understand your rights, and come to meetings with you.",
		set: text(func(r *Record) *string { return &r.Offer.Purpose })},
	{Name: "does_not", Group: GroupOffer, Meaning: "What it does not do.", Example: "We do not go to court for you.",
		set: text(func(r *Record) *string { return &r.Offer.DoesNot })},
	{Name: "ask_instead", Group: GroupOffer, Form: ServiceForm, List: true, Meaning: "Services to ask for that instead, by id.", Example: "northam-mediation",
		set: list(func(r *Record) *[]string { return &r.Offer.AskInstead })},

	{Name: "status", Group: GroupStatus, Form: IDForm, Vocabulary: "statuses", Meaning: "Whether it takes new families.", Example: "open",
		set: text(func(r *Record) *string { return &r.Status.ID })},
	{Name: "status_until", Group: GroupStatus, Form: DateForm, Meaning: "Until when that holds.", Example: "2026-12-31",
		set: date(func(r *Record) *Date { return &r.Status.Until })},
	{Name: "status_note", Group: GroupStatus, Meaning: "What a family should know about it.", Example: "Closed between Christmas and New Year.",
		set: text(func(r *Record) *string { return &r.Status.Note })},
	{Name: "replaced_by", Group: GroupStatus, Form: ServiceForm, Meaning: "The service that took over from one that has ended, by its id.", Example: "northam-advice",
		set: text(func(r *Record) *string { return &r.Status.ReplacedBy })},

	{Name: "alert", Group: GroupAlert, Meaning: "What families have to know for a time. It goes by itself after its last day.", Example: "Our phone line is being mended. Please send a text.",
		set: text(func(r *Record) *string { return &r.Alert.Text })},
	{Name: "alert_until", Group: GroupAlert, Form: DateForm, Meaning: "The last day of the alert. An alert needs it.", Example: "2026-12-04",
		set: date(func(r *Record) *Date { return &r.Alert.Until })},

	{Name: "page", Rows: true, Form: LinkForm, Meaning: "The page where a register saw this.", Example: "https://northam.example.org/send",
		set: text(func(r *Record) *string { return &r.Page })},
	{Name: "seen", Rows: true, Form: DateForm, Meaning: "The date that the page shows.", Example: "2024-03",
		set: date(func(r *Record) *Date { return &r.Seen })},
	{Name: "link_opened", Rows: true, Form: DateForm, Meaning: "When a link check last opened the web site.", Example: "2026-10-09",
		set: func(r *Record, v []string) {
			for i := range r.Channels {
				if r.Channels[i].Type == Website {
					r.Channels[i].Opened, _ = ParseDate(v[0])
				}
			}
		}},
	{Name: "confidence", Rows: true, Meaning: "How far the register trusts the row: low, medium or high.", Example: "medium",
		set: func(r *Record, v []string) { r.Confidence = confidences[v[0]] }},
	{Name: "former", Rows: true, Form: YesNoForm, Meaning: "Whether the row is history: a former name or provider.", Example: "yes",
		set: func(r *Record, v []string) { r.Former = v[0] == "yes" }},
	{Name: "inferred", Rows: true, List: true, Meaning: "Columns of this row that were guessed. They are never printed.", Example: "run_by",
		set: list(func(r *Record) *[]string { return &r.Inferred })},
	{Name: "notes", Rows: true, Meaning: "What the reader of the page noticed.", Example: "the page also prints an older number",
		set: text(func(r *Record) *string { return &r.Notes })},
}

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

// ChannelFields are the keys of one channel in an entry's list of channels.
var ChannelFields = []string{"type", "value", "hours", "note", "contact_of", "ask_for", "for"}

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
func row(t ChannelType, meaning string) Field {
	return Field{Name: string(t), Group: Group(t), Form: ChannelForm, Rows: true, Meaning: meaning, Example: channelExamples[t],
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
