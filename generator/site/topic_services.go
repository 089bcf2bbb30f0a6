package site

import (
	"cmp"
	"maps"
	"slices"

	"signpost/generator/model"
)

// A provided is a part of England with its areas, each with the services that
// a page is about.
type provided struct {
	Name  string         `json:"name"` // "" where there are too few to divide
	Areas []providedArea `json:"areas"`
}

type providedArea struct {
	Name     string `json:"name"`
	Services []Span `json:"services"`
}

// mostOpen is how many services a page lists at once; more are put away by
// region, for each family to open its own.
const mostOpen = 20

const everywhere = "All of England"

// providers are the services that say they are for a term of the topic, by
// region and area, after those for all of England.
func (v *views) providers(t model.Topic, id string) []provided {
	byArea := v.providersByArea(t, id)
	all := []provided{{everywhere, providedIn(everywhere, byArea[model.England])}}
	byRegion := map[string][]providedArea{}
	for _, a := range v.areasByName() {
		byRegion[a.Region] = append(byRegion[a.Region], providedIn(a.Name, byArea[a.Slug])...)
	}
	for _, region := range slices.Sorted(maps.Keys(byRegion)) {
		all = append(all, provided{region, byRegion[region]})
	}
	return undivided(slices.DeleteFunc(all, func(p provided) bool { return len(p.Areas) == 0 }))
}

func providedIn(name string, services []Span) []providedArea {
	if len(services) == 0 {
		return nil
	}
	return []providedArea{{name, services}}
}

// undivided makes one group of regions that hold few services.
func undivided(all []provided) []provided {
	var one provided
	count := 0
	for _, p := range all {
		one.Areas = append(one.Areas, p.Areas...)
		for _, a := range p.Areas {
			count += len(a.Services)
		}
	}
	if count == 0 || count > mostOpen {
		return all
	}
	return []provided{one}
}

func (v *views) areasByName() []*model.Area {
	return slices.SortedFunc(slices.Values(v.d.Areas), func(a, b *model.Area) int { return cmp.Compare(a.Name, b.Name) })
}

// providersByArea are the links to the services by the slugs of their areas. A
// council's own local offer stands on the page of its area.
func (v *views) providersByArea(t model.Topic, id string) map[string][]Span {
	byArea := map[string][]Span{}
	for _, s := range v.d.Services {
		if !s.Ended.IsZero() || s.IsTrace() || !isFor(s, t, id) {
			continue
		}
		for _, slug := range s.Areas {
			byArea[slug] = append(byArea[slug], Span{Text: serviceTitle(v.d, s), Href: v.href(model.ServiceAddress(s.ID))})
		}
	}
	for _, a := range v.d.Areas {
		if t.Vocabulary == "kinds" && id == string(model.LocalOffer) && a.LocalOffer != nil {
			byArea[a.Slug] = append(byArea[a.Slug], Span{Text: "Local offer of " + a.Name, Href: v.href(model.AreaAddress(a.Slug))})
		}
	}
	return byArea
}

// isFor reports whether the service says that it is for a term of the topic.
func isFor(s *model.Service, t model.Topic, id string) bool {
	switch t.Vocabulary {
	case "needs":
		return slices.Contains(s.Offer.Value.Needs, id)
	case "communities":
		return slices.Contains(s.Communities.Value.IDs, id)
	case "support":
		return slices.Contains(s.Offer.Value.Support, id)
	}
	return string(s.Kind) == id
}
