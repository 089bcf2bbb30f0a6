package model

import "regexp"

// The addresses of pages, from the root of the site. They never change: only
// this file makes them, and former ones redirect.

// HomeAddress is the front page; AreasAddress the list of areas.
const (
	HomeAddress     = "/"
	AreasAddress    = "/areas/"
	CoverageAddress = "/coverage/"
	EmbedAddress    = "/embed/"
	MissingAddress  = "/404.html"
)

// The files beside the pages.
const (
	CoverageTableAddress = "/coverage/coverage.csv"
	DifferencesAddress   = "/coverage/differences.csv"
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

// ServiceAddress is the page of a service.
func ServiceAddress(id string) string { return "/services/" + id + "/" }

// EmbedAreaAddress is the frame that a council puts on its own page.
func EmbedAreaAddress(slug string) string { return EmbedAddress + slug + "/" }

// ArticleAddress is a page written in content/guides: about, privacy, …
func ArticleAddress(id string) string { return "/" + id + "/" }

var safeAddress = regexp.MustCompile(`^/(([A-Za-z0-9-]+/)*|404\.html)$`)

// IsAddress reports whether s can be a page's address: folders of letters,
// digits and hyphens, so that no name can lead out of the site's folder.
func IsAddress(s string) bool { return safeAddress.MatchString(s) }
