package main

import (
	"regexp"
	"strings"

	"signpost/generator/gather"
	"signpost/search/place"
)

// slugForm is that of the slugs of areas and nations.
var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// meant says which area somebody means by a postcode, a place or a slug. It
// guesses nothing: a name that nobody knows is asked about. The browser's half
// does the same (themes/signpost/components/gather/meant.ts).
func (a *answering) meant(text string) gather.Meaning {
	atlas := a.atlas.Load()
	if atlas == nil { // nothing was built yet
		return gather.Meaning{}
	}
	if slug := strings.TrimSpace(text); slugForm.MatchString(slug) && atlas.AreaName(slug) != "" {
		if place.IsNation(slug) {
			return gather.Meaning{Nations: []string{atlas.AreaName(slug)}}
		}
		return gather.Meaning{Area: gather.Area{Slug: slug, Name: atlas.AreaName(slug)}}
	}
	m := atlas.Find(text, func(string) bool { return true })
	if len(m.Areas) > 0 && (m.Sure || len(m.Areas)+len(m.Nations) == 1) {
		return gather.Meaning{Area: gather.Area{Slug: m.Areas[0], Name: atlas.AreaName(m.Areas[0])}}
	}
	var meaning gather.Meaning
	for _, slug := range m.Areas {
		meaning.Choices = append(meaning.Choices, gather.Area{Slug: slug, Name: atlas.AreaName(slug)})
	}
	for _, slug := range m.Nations {
		meaning.Nations = append(meaning.Nations, atlas.AreaName(slug))
	}
	return meaning
}
