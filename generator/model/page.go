package model

// A PageKind names a template.
type PageKind string

const (
	HomePage     PageKind = "home"
	AreasPage    PageKind = "areas"
	AreaPage     PageKind = "area"
	ReplacedPage PageKind = "replaced" // an area that has ended
	ServicePage  PageKind = "service"
	CoveragePage PageKind = "coverage"
	ArticlePage  PageKind = "article" // about, accessibility, privacy
	EmbedsPage   PageKind = "embeds"  // how councils link to us
	EmbedPage    PageKind = "embed"   // the frame itself
	MovedPage    PageKind = "moved"   // a former address
	MissingPage  PageKind = "missing" // 404
)

// PageKinds lists every kind.
var PageKinds = []PageKind{HomePage, AreasPage, AreaPage, ReplacedPage, ServicePage, CoveragePage,
	ArticlePage, EmbedsPage, EmbedPage, MovedPage, MissingPage}

// A Page is one page of the site: the one list from which pages, search
// documents, the sitemap and link checks come.
type Page struct {
	Address string
	Kind    PageKind
	Title   string
	Area    string // slug, or ""
	Service string // id, or ""
}

// Listed reports whether search engines and the sitemap should know the page:
// frames, former addresses and the page for a wrong address lead elsewhere.
func (p Page) Listed() bool {
	return p.Kind != EmbedPage && p.Kind != MovedPage && p.Kind != MissingPage
}

// An Article is a page that people write in content/guides, in Markdown.
type Article struct {
	ID       string // the file's name; its page is /<id>/
	Title    string
	Summary  string // one sentence, for lists and search engines
	Checked  Date   // when somebody last read it through
	Body     string // Markdown
	BodyLine int    // the line of the file in which the Markdown begins
	Where    Where
}
