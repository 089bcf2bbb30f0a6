package site

import "signpost/generator/model"

// A FoundService is a service as an answer to a search prints it: in the words
// of its own page.
type FoundService struct {
	Title   string
	Kind    string // in plain words
	Purpose string
	Where   string // the names of its areas
	Way     []Span // the first way to reach it, or none
}

// Found is how answers print a service.
func Found(d *model.Directory, s *model.Service) FoundService {
	v := &views{d: d, base: rootBase}
	f := FoundService{Title: serviceTitle(d, s), Kind: v.label("kinds", string(s.Kind)), Purpose: v.purpose(s)}
	var areas []string
	for _, slug := range s.Areas {
		if a := d.Area(slug); a != nil {
			areas = append(areas, a.Name)
		}
	}
	f.Where = places(areas)
	if blocks := v.blocks(s); len(blocks) > 0 {
		f.Way = blocks[0].Contacts[0].Way
	}
	return f
}
