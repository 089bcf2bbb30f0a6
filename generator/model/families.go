package model

import "slices"

// ForFamilies reports whether a family reads the page in English: then it has
// to be plain. Whoever adds a kind of page writes for families, unless the
// kind is listed here.
func (p Page) ForFamilies() bool {
	return p.Language == "" && !slices.Contains(forOthers, p.Kind)
}

// forOthers are the kinds of pages for councils, for services and for those
// who study them, and those without words of their own.
var forOthers = []PageKind{
	CoveragePage,
	EmbedsPage,
	EmbedPage,
	ProvidersPage,
	FieldsPage,
	QualitiesPage,
	QualityPage,
	AdminPage,
	MovedPage,
}
