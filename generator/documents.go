package main

import (
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/prose"
	"signpost/generator/site"
	"signpost/search"
	"signpost/search/answer"
)

// The groups by which answers are shown.
const (
	groupArea    = search.GroupArea
	groupHelp    = search.GroupHelp
	groupService = "service"
)

// documents turns the directory's nouns into what people can find: areas,
// services, help pages, and the terms of the vocabularies that have pages.
func documents(d *model.Directory) []search.Document {
	var docs []search.Document
	for _, a := range d.Areas {
		docs = append(docs, areaDocument(d, a))
	}
	for _, s := range d.Services {
		if s.Kind != model.LocalOfferSite && !s.IsTrace() {
			docs = append(docs, serviceDocument(d, s))
		}
	}
	words := said(d)
	for _, a := range d.Articles {
		doc := articleDocument(a, words[model.HelpTarget+":"+a.ID])
		if a.ID == languagesGuide { // which leads to them
			doc.Names = append(slices.Clone(doc.Names), languageNames(d)...)
		}
		docs = append(docs, doc)
	}
	for _, t := range model.Topics {
		for _, term := range d.Vocabulary[t.Vocabulary] {
			docs = append(docs, termDocument(t, term, words[t.Target+":"+term.ID]))
		}
	}
	return docs
}

// areaDocument is found by the area's names, by those of its districts and by
// those of its towns and neighbourhoods. It shows the area's own sign.
func areaDocument(d *model.Directory, a *model.Area) search.Document {
	doc := search.Document{Address: model.AreaAddress(a.Slug), Group: groupArea, Kind: "area", Title: a.Name, Names: a.OtherNames,
		Tags: search.Tags{Areas: []string{a.Slug}}}
	for _, district := range a.Districts {
		doc.Places = append(doc.Places, district.Name)
	}
	var parts []string
	for _, p := range a.Places {
		parts = append(parts, p.Name)
	}
	doc.Text = strings.Join(append(parts, a.Localities...), "\n")
	sign := site.Sign(d, a, model.Everyone)
	doc.Row = search.Row{Label: "Area", Areas: doc.Tags.Areas, Board: append(boardLines(sign.Board), boardLines(sign.Below)...)}
	return doc
}

func boardLines(lines []site.Line) []search.Line {
	var board []search.Line
	for _, l := range lines {
		board = append(board, search.Line{Part: string(l.Part), Says: spans(l.Says)})
	}
	return board
}

func spans(says []site.Span) []search.Span {
	var list []search.Span
	for _, s := range says {
		list = append(list, search.Span{Text: s.Text, Href: s.Link()})
	}
	return list
}

func serviceDocument(d *model.Directory, s *model.Service) search.Document {
	found := site.Found(d, s)
	doc := search.Document{Address: model.ServiceAddress(s.ID), Group: groupService, Kind: string(s.Kind),
		Title: found.Title, Summary: found.Purpose, Names: s.Names(), Tags: serviceTags(s)}
	for _, slug := range s.Areas {
		if a := d.Area(slug); a != nil {
			doc.Places = append(doc.Places, a.Name)
		}
	}
	offer := s.Offer.Value
	words := []string{found.Kind, prose.Text(offer.Description), s.Delivery.Value.RunBy, s.Audience.Value.Words, s.Communities.Value.Words}
	for _, list := range []struct {
		terms string
		ids   []string
	}{{"support", offer.Support}, {"needs", offer.Needs}, {"communities", s.Communities.Value.IDs}, {"languages", s.Languages.Value.IDs}} {
		words = append(words, d.Vocabulary[list.terms].Labels(list.ids)...)
	}
	doc.Text = strings.Join(words, "\n")
	doc.Row = search.Row{Label: found.Kind, Where: found.Where, Areas: doc.Tags.Areas}
	if len(found.Way) > 0 {
		doc.Row.Board = []search.Line{{Part: "call", Says: spans(found.Way)}}
	}
	return doc
}

// serviceTags are what a service's answers can be narrowed by: only what it,
// its council or a list said. Silence is no tag.
func serviceTags(s *model.Service) search.Tags {
	offer := s.Offer.Value
	tags := search.Tags{Areas: s.Areas, Kinds: []string{string(s.Kind)}, Needs: offer.Needs, Support: offer.Support,
		Communities: s.Communities.Value.IDs, Languages: s.Languages.Value.IDs}
	if ages := s.Audience.Value.Ages; ages.Given {
		for _, phase := range site.Ages {
			if phase.Min <= ages.Max && ages.Min <= phase.Max {
				tags.Ages = append(tags.Ages, phase.ID)
			}
		}
	}
	for _, f := range s.Channels {
		if f.Known() {
			tags.Channels = append(tags.Channels, string(f.About))
		}
	}
	return tags
}

// overviews are the guides to a whole of which other guides are parts: to help
// of any kind, and to the plan. Where words mean a part too, the part is first.
var overviews = []string{"start", "ehc-process"}

// urgentGuide is the guide for now. Nothing comes before it.
const urgentGuide = "crisis"

// languagesGuide is the guide to the site in other languages.
const languagesGuide = "languages"

// languageNames are what readers of other languages may type: the name of theirs.
func languageNames(d *model.Directory) []string {
	var names []string
	for _, l := range d.Languages.Others() {
		names = append(names, l.Name, l.EnglishName)
	}
	return names
}

// articleDocument is found by a guide's title and by what else families call
// it; a help page by its words, too. Those of the pages about this site are
// everybody's, and would answer any question.
func articleDocument(a model.Article, said []string) search.Document {
	doc := search.Document{Address: a.Address(), Group: groupHelp, Kind: answer.KindHelp, Title: a.Title, Summary: a.Summary, Names: a.Also,
		Row: search.Row{Label: "Help page"}}
	switch {
	case !a.IsHelp():
		doc.Kind, doc.Row.Label = "site", "About this site"
		return doc
	case a.ID == urgentGuide:
		doc.Kind = answer.KindUrgent
	case slices.Contains(overviews, a.ID):
		doc.Kind = answer.KindOverview
	}
	doc.Text = strings.Join([]string{a.Limit.Says, a.Ring, strings.Join(a.Beside, "\n"), prose.Text(a.Body), strings.Join(said, " ")}, "\n")
	return doc
}

var topicLabels = map[string]string{"needs": "Need", "communities": "Families", "support": "Kind of help", "kinds": "Kind of service"}

func termDocument(t model.Topic, term model.Term, said []string) search.Document {
	return search.Document{Address: t.Address(term.ID), Group: groupHelp, Kind: t.Target, Title: term.Label, Summary: term.Meaning,
		Text: term.Code + "\n" + strings.Join(said, " "), Row: search.Row{Label: topicLabels[t.Vocabulary]}}
}

// mostMeanings is how many pages a word may stand for and still say something
// of each.
const mostMeanings = 5

// said is, for each target, the words of the phrases by which families mean it
// first: who has half of a phrase, or misspells it, finds the page still. Words
// of many pages' phrases, everyday words and single letters say too little.
// Apostrophes are left out, as most people leave them.
func said(d *model.Directory) map[string][]string {
	words, meanings := map[string][]string{}, map[string]int{}
	for _, t := range d.Vocabulary["synonyms"] {
		if len(t.GoesTo) == 0 || t.Offer {
			continue
		}
		target := t.GoesTo[0]
		for word := range strings.FieldsSeq(strings.ToLower(strings.ReplaceAll(t.Label, "'", ""))) {
			if len(word) > 1 && !slices.Contains(words[target], word) {
				words[target] = append(words[target], word)
				meanings[word]++
			}
		}
	}
	for target, list := range words {
		words[target] = slices.DeleteFunc(list, func(word string) bool { return meanings[word] > mostMeanings })
	}
	return words
}

// lexicon is how families write, from the vocabularies made for finding. Words
// of a crisis mean the urgent page, unless a synonym says otherwise.
func lexicon(d *model.Directory) search.Lexicon {
	var l search.Lexicon
	for _, t := range d.Vocabulary["synonyms"] {
		l.Synonyms = append(l.Synonyms, search.Synonym{Typed: t.Label, Means: t.Meaning, Offer: t.Offer, Targets: targets(d, t.GoesTo...)})
	}
	for _, t := range d.Vocabulary["misspellings"] {
		l.Misspellings = append(l.Misspellings, search.Misspelling{Typed: t.Label, Means: t.Meaning, Offer: t.Offer})
	}
	urgent, _ := d.Vocabulary["kinds"].Find(string(model.Urgent))
	for _, t := range d.Vocabulary["crisis"] {
		l.Crisis = append(l.Crisis, search.Crisis{Typed: t.Label, Kind: t.Group})
		l.Synonyms = append(l.Synonyms, search.Synonym{Typed: t.Label, Means: urgent.Label, Targets: targets(d, model.HelpTarget+":"+urgentGuide)})
	}
	return l
}

// targets are the addresses of pages that exist.
func targets(d *model.Directory, names ...string) []string {
	var addresses []string
	for _, name := range names {
		if address, ok := d.TargetAddress(name); ok {
			addresses = append(addresses, address)
		}
	}
	return addresses
}
