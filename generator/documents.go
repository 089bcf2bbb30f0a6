package main

import (
	"cmp"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/prose"
	"signpost/search"
)

// documents turns the directory into what people can find: its areas and its
// services.
func documents(d *model.Directory) []search.Document {
	var docs []search.Document
	for _, a := range d.Areas {
		docs = append(docs, areaDocument(a))
	}
	for _, s := range d.Services {
		if !s.IsTrace() {
			docs = append(docs, serviceDocument(d, s))
		}
	}
	return docs
}

// areaDocument is found by the area's names and by those of its districts. A
// district's name counts as much as its council's: a family knows either.
func areaDocument(a *model.Area) search.Document {
	doc := search.Document{Address: model.AreaAddress(a.Slug), Kind: "area", Title: a.Name, Names: a.OtherNames, Text: a.Official + "\n" + a.County}
	for _, district := range a.Districts {
		doc.Places = append(doc.Places, district.Name)
	}
	doc.Means = slices.Concat([]string{a.Name, a.Official}, a.OtherNames, doc.Places)
	return doc
}

func serviceDocument(d *model.Directory, s *model.Service) search.Document {
	doc := search.Document{Address: model.ServiceAddress(s.ID), Kind: "service", Title: s.Name.Value.Name, Names: s.Names()}
	for _, slug := range s.Areas {
		if a := d.Area(slug); a != nil {
			doc.Places = append(doc.Places, a.Name)
		}
	}
	kind, _ := d.Vocabulary["kinds"].Find(string(s.Kind))
	doc.Title = cmp.Or(doc.Title, kind.Label)
	offer := s.Offer.Value
	words := []string{kind.Label, kind.Meaning, offer.Purpose, prose.Text(offer.Description), s.Delivery.Value.RunBy, s.Audience.Value.Words, s.Communities.Value.Words}
	for _, list := range []struct {
		terms string
		ids   []string
	}{{"support", offer.Support}, {"needs", offer.Needs}, {"communities", s.Communities.Value.IDs}, {"languages", s.Languages.Value.IDs}} {
		words = append(words, d.Vocabulary[list.terms].Labels(list.ids)...)
	}
	doc.Text = strings.Join(words, "\n")
	return doc
}
