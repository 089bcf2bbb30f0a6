package site

import (
	"maps"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A region is a part of England with its areas, for the lists of all areas.
type region struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Areas []entry `json:"areas"`
}

// An entry is an area in a list: its link, and what else people call it or its
// parts, which the filter searches.
type entry struct {
	Link Span   `json:"link"`
	Also string `json:"also"`
}

// regions are all areas by region, both in the order of the alphabet.
func (v *views) regions() []region { return v.regionsTo(model.AreaAddress) }

// regionsFor are the areas with links to what they have for an audience.
func (v *views) regionsFor(audience string) []region {
	return v.regionsTo(func(slug string) string {
		if young := model.YoungAreaAddress(slug); audience == model.YoungPeople && v.has(young) {
			return young
		}
		return model.AreaAddress(slug)
	})
}

// regionsTo are the areas with links to the pages that address makes of their slugs.
func (v *views) regionsTo(address func(slug string) string) []region {
	byName := map[string][]entry{}
	for _, a := range v.d.Areas {
		byName[a.Region] = append(byName[a.Region], entry{Span{Text: a.Name, Href: v.href(address(a.Slug))}, strings.Join(otherNames(a), "; ")})
	}
	var regions []region
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		areas := byName[name]
		slices.SortFunc(areas, func(a, b entry) int { return strings.Compare(a.Link.Text, b.Link.Text) })
		regions = append(regions, region{"region-" + hyphens(name), name, areas})
	}
	return regions
}

func (v *views) areaLink(a *model.Area) Span {
	return Span{Text: a.Name, Href: v.href(model.AreaAddress(a.Slug))}
}

// otherNames are the names of an area's districts, and its own other ones.
func otherNames(a *model.Area) []string {
	var names []string
	for _, d := range a.Districts {
		names = append(names, d.Name)
	}
	names = append(names, a.OtherNames...)
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return strings.EqualFold(n, a.Name) })
}

// hyphens makes a name fit for an id.
func hyphens(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r < 'a' || r > 'z' })
	return strings.Join(words, "-")
}
