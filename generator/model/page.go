package model

import "slices"

// A PageKind names a template.
type PageKind string

const (
	HomePage      PageKind = "home"
	StartPage     PageKind = "start" // a question to whoever does not know where to start
	FindPage      PageKind = "find"  // answers to what somebody typed
	AreasPage     PageKind = "areas"
	AreaPage      PageKind = "area"
	EasyReadPage  PageKind = "easyread"  // an area in Easy Read
	YoungAreaPage PageKind = "youngarea" // an area for its children and young people
	ReplacedPage  PageKind = "replaced"  // an area that has ended
	LeafletPage   PageKind = "leaflet"   // of an area, on paper: A4, folded twice
	PosterPage    PageKind = "poster"    // A4
	WalletPage    PageKind = "wallet"    // cards of A6, to keep
	InsertPage    PageKind = "insert"    // slips that a council puts in with its letters
	ServicePage   PageKind = "service"
	CoveragePage  PageKind = "coverage"
	HelpPage      PageKind = "help"        // what is happening, and whom to ring
	EasyHelpPage  PageKind = "easyhelp"    // a help page in Easy Read
	HelpsPage     PageKind = "helps"       // the list of those
	YoungPage     PageKind = "young"       // the door for children and young people
	MovingPage    PageKind = "moving"      // from one area to another
	FosteringPage PageKind = "fostering"   // a child whom another council placed
	SchoolsPage   PageKind = "schools"     // what schools can give to families
	AreaSchools   PageKind = "areaschools" // the same for one area
	TopicPage     PageKind = "topic"       // a need, a community, a kind of support or of service
	TopicsPage    PageKind = "topics"      // the list of one vocabulary's
	ArticlePage   PageKind = "article"     // about, accessibility, privacy
	EmbedsPage    PageKind = "embeds"      // how councils link to us
	EmbedPage     PageKind = "embed"       // the frame itself
	MovedPage     PageKind = "moved"       // a former address
	ProvidersPage PageKind = "providers"   // the guide for those who keep entries
	FieldsPage    PageKind = "fields"      // every field of an entry, with an example
	QualitiesPage PageKind = "qualities"   // how complete and fresh, area by area
	QualityPage   PageKind = "quality"     // the same of one area, fact by fact
	AdminPage     PageKind = "admin"       // the editing form
	ThanksPage    PageKind = "thanks"      // after a report of a mistake
	OfflinePage   PageKind = "offline"     // shown without a connection
	MissingPage   PageKind = "missing"     // 404

	LanguageHomePage PageKind = "languagehome" // where readers of another language start
	LanguageAreaPage PageKind = "languagearea" // an area's page for them
	WordsPage        PageKind = "words"        // what the words of the field mean
)

// PageKinds lists every kind.
var PageKinds = []PageKind{
	HomePage,
	StartPage,
	FindPage,
	AreasPage,
	AreaPage,
	EasyReadPage,
	YoungAreaPage,
	LeafletPage,
	PosterPage,
	WalletPage,
	InsertPage,
	ReplacedPage,
	ServicePage,
	CoveragePage,
	HelpPage,
	EasyHelpPage,
	HelpsPage,
	YoungPage,
	MovingPage,
	FosteringPage,
	SchoolsPage,
	AreaSchools,
	TopicPage,
	TopicsPage,
	ArticlePage,
	WordsPage,
	EmbedsPage,
	EmbedPage,
	MovedPage,
	ProvidersPage,
	FieldsPage,
	QualitiesPage,
	QualityPage,
	AdminPage,
	ThanksPage,
	OfflinePage,
	MissingPage,
	LanguageHomePage,
	LanguageAreaPage,
}

// A Page is one page of the site: the one list from which pages, search
// documents, the sitemap and link checks come.
type Page struct {
	Address  string
	Kind     PageKind
	Title    string
	Area     string // slug, or ""
	Service  string // id, or ""
	Help     string // id of the guide, or ""
	Topic    string // the [Topic]'s vocabulary, or ""
	Term     string // id of its term, or ""
	Audience string // whom it speaks to, where an area has one for each: [Parents] or [YoungPeople]; or ""
	Language string // BCP 47 tag of a page in another language, "" in English
}

// Listed reports whether search engines and the sitemap should know the page:
// frames, former addresses and the page for a wrong address lead elsewhere, and
// a poster says nothing that its leaflet does not.
func (p Page) Listed() bool {
	return !slices.Contains(unlisted, p.Kind)
}

var unlisted = []PageKind{
	PosterPage,
	WalletPage,
	InsertPage,
	EmbedPage,
	MovedPage,
	AdminPage,
	ThanksPage,
	OfflinePage,
	MissingPage,
}

// An Article is a page that people write in content/guides, in Markdown: one
// of the three about the site itself, or a help page.
type Article struct {
	ID       string // the file's name
	Title    string // of a help page, as a family would say it
	Summary  string // one sentence, for lists and search engines
	Checked  Date   // when somebody last read it through
	Body     string // Markdown
	BodyLine int    // the line of the file in which the Markdown begins
	Where    Where

	Limit  Limit    // what the law sets for this moment; blank where nothing is known
	Also   []string // other words that families use for it
	Ring   string   // who to ring, where it is not the area's advice service
	Beside []string // what to have at hand when ringing
	Limits []string // ids of data/limits.csv: the dates that the page works out
	Order  int      // among the pages that belong to no moment: lowest first, 0 last
}

// A Limit is what the law sets, in plain words, with where it was read. It has
// all three parts or none: no page says what the law is without saying which.
type Limit struct {
	Says   string // in one or two plain sentences
	Law    string // the regulation or section, as printed
	Source string // web address of the page where it was read
}

// StartHelp is the help page for whoever does not know where to start.
const StartHelp = "start"

// CrisisHelp is the help page on which the urgent numbers come before all else.
const CrisisHelp = "crisis"

// IsHelp reports whether the article is a help page, and none of those about
// the site itself.
func (a Article) IsHelp() bool {
	return a.ID != AboutArticle && a.ID != AccessibilityArticle && a.ID != PrivacyArticle
}

// Address is that of the article's page.
func (a Article) Address() string {
	if a.IsHelp() {
		return HelpAddress(a.ID)
	}
	return ArticleAddress(a.ID)
}
