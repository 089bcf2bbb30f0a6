package model

import "regexp"

// The addresses of pages, from the root of the site. They never change: only
// this file makes them, and former ones redirect.

// HomeAddress is the front page; AreasAddress the list of areas, and so on.
const (
	HomeAddress        = "/"
	StartAddress       = "/start/"
	FindAddress        = "/find/"
	AreasAddress       = "/areas/"
	HelpsAddress       = "/help/"
	YoungAddress       = "/young-people/"
	MovingAddress      = "/moving/"
	FosteringAddress   = "/fostering/"
	NeedsAddress       = "/needs/"
	CommunitiesAddress = "/communities/"
	SupportsAddress    = "/support/"
	KindsAddress       = "/kinds/"
	SchoolsAddress     = "/schools/"
	WordsAddress       = "/words/"
	CoverageAddress    = "/coverage/"
	EmbedAddress       = "/embed/"
	ProvidersAddress   = "/providers/"
	FieldsAddress      = "/providers/fields/"
	QualitiesAddress   = "/providers/quality/"
	AdminAddress       = "/admin/"
	ThanksAddress      = "/thanks/"
	OfflineAddress     = "/offline/"
	MissingAddress     = "/404.html"
)

// SearchFolder holds the files of the search index.
const SearchFolder = "/search/"

// The files beside the pages.
const (
	CoverageTableAddress = "/coverage/coverage.csv"
	DifferencesAddress   = "/coverage/differences.csv"
	QualityTableAddress  = "/providers/quality/quality.csv"
	QualityDataAddress   = "/providers/quality/quality.json"
	SchemaFolder         = "/schema/v1/"             // the JSON Schemas of what people write
	ServicesTableAddress = "/providers/services.csv" // the tables to fill in
	ChannelsTableAddress = "/providers/channels.csv"
	WorkbookAddress      = "/providers/services.xlsx" // both of them
	FormAddress          = "/admin/form/"             // Sveltia CMS
	SitemapAddress       = "/sitemap.xml"
	RobotsAddress        = "/robots.txt"
)

// The ids of the articles that every page's foot leads to.
const (
	AboutArticle         = "about"
	AccessibilityArticle = "accessibility"
	PrivacyArticle       = "privacy"
)

// AreaAddress is the page of an area.
func AreaAddress(slug string) string { return AreasAddress + slug + "/" }

// LanguageAddress is where readers of another language start; tag is the
// language's.
func LanguageAddress(tag string) string { return "/" + tag + "/" }

// LanguageAreaAddress is the page of an area in another language.
func LanguageAreaAddress(tag, slug string) string { return "/" + tag + AreaAddress(slug) }

// EasyReadAddress is an area in Easy Read.
func EasyReadAddress(slug string) string { return AreaAddress(slug) + "easy-read/" }

// YoungAreaAddress is an area for its children and young people.
func YoungAreaAddress(slug string) string { return AreaAddress(slug) + "young-people/" }

// LeafletAddress is the leaflet of an area, to print; PosterAddress, WalletAddress
// and InsertAddress are its other forms on paper.
func LeafletAddress(slug string) string { return AreaAddress(slug) + "leaflet/" }

// PosterAddress is the poster of an area.
func PosterAddress(slug string) string { return AreaAddress(slug) + "poster/" }

// WalletAddress is the card of an area, four on a sheet.
func WalletAddress(slug string) string { return AreaAddress(slug) + "card/" }

// InsertAddress is the slip that goes with a council's letter, two on a sheet.
func InsertAddress(slug string) string { return AreaAddress(slug) + "letter/" }

// ContactAddress is the first contact of an area as a file that phones save.
func ContactAddress(slug string) string { return AreaAddress(slug) + "card.vcf" }

// AddressFor is a page's address in the form that speaks to an audience: below
// it for children and young people, the address itself for everyone else.
func AddressFor(audience, address string) string {
	if audience == YoungPeople {
		return address + "young-people/"
	}
	return address
}

// ServiceAddress is the page of a service.
func ServiceAddress(id string) string { return "/services/" + id + "/" }

// QualityAddress is the report on what is known of an area, for those who keep
// its entries.
func QualityAddress(slug string) string { return QualitiesAddress + slug + "/" }

// EmbedAreaAddress is the frame that a council puts on its own page.
func EmbedAreaAddress(slug string) string { return EmbedAddress + slug + "/" }

// AreaSchoolsAddress is what a school can give to families of an area.
func AreaSchoolsAddress(slug string) string { return AreaAddress(slug) + "schools/" }

// FormerStartAddress is where [StartHelp] stood among the other help pages.
const FormerStartAddress = HelpsAddress + StartHelp + "/"

// StartStepAddress is a question to whoever does not know where to start, after
// the answers with the ids.
func StartStepAddress(answers ...string) string {
	address := StartAddress
	for _, id := range answers {
		address += id + "/"
	}
	return address
}

// HelpAddress is a help page, written in content/guides. That for whoever does
// not know where to start is the first of a few questions.
func HelpAddress(id string) string {
	if id == StartHelp {
		return StartAddress
	}
	return HelpsAddress + id + "/"
}

// EasyHelpAddress is a help page in Easy Read, written in content/easy-read.
func EasyHelpAddress(id string) string { return HelpAddress(id) + "easy-read/" }

// PictureAddress is the file of a [Picture].
func PictureAddress(name string) string { return "/pictures/" + name + ".svg" }

// NeedAddress is the page of a term of the vocabulary needs.
func NeedAddress(id string) string { return NeedsAddress + id + "/" }

// CommunityAddress is the page of a term of the vocabulary communities.
func CommunityAddress(id string) string { return CommunitiesAddress + id + "/" }

// SupportAddress is the page of a term of the vocabulary support.
func SupportAddress(id string) string { return SupportsAddress + id + "/" }

// KindAddress is the page of a kind of service.
func KindAddress(id string) string { return KindsAddress + id + "/" }

// WordAddress is the place of a word in the glossary.
func WordAddress(id string) string { return WordsAddress + "#" + id }

// ArticleAddress is a page about the site itself, written in content/guides:
// about, privacy, …
func ArticleAddress(id string) string { return "/" + id + "/" }

var safeAddress = regexp.MustCompile(`^/(([A-Za-z0-9-]+/)*|404\.html)$`)

// IsAddress reports whether s can be a page's address: folders of letters,
// digits and hyphens, so that no name can lead out of the site's folder.
func IsAddress(s string) bool { return safeAddress.MatchString(s) }
