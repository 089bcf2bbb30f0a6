// Package schema says in every form in which it is needed what may stand in the
// files that people write. All of it comes from [model.Documents], the list that
// the parser reads by too.
//
//	model.Documents  →  JSON Schema 2020-12   for editors of files (json.go, document.go, forms.go)
//	                 →  the editing form      Sveltia CMS, at /admin/ (cms.go, widgets.go)
//	                 →  two tables to fill in (template.go)
//	                 →  the reference         every field with an example (reference.go)
//
// A JSON Schema here is never stricter than the parser: what the parser reads
// without a Problem is valid. It finds unknown fields, wrong shapes, words that
// are not in a vocabulary and fields that are missing; the parser finds more.
package schema

import "signpost/generator/model"

// Known is what a directory's own files add to the fields: the words to choose
// from.
type Known struct {
	Vocabulary  model.Vocabulary
	Authorities []model.Authority
}

// A choice is a word that may stand in a field, in plain words and explained.
type choice struct{ word, label, meaning string }

// choices are the words that may stand in a field; none means that it takes
// words of its own.
func (k Known) choices(f model.Field) []choice {
	var list []choice
	switch f.Form {
	case model.IDForm:
		for _, t := range k.terms(f.Vocabulary) {
			list = append(list, choice{t.ID, t.Label, t.Meaning})
		}
	case model.SlugForm:
		for _, a := range k.Authorities {
			list = append(list, choice{a.Slug, a.Name, a.Official})
		}
	case model.YesNoForm:
		list = []choice{{"yes", "Yes", ""}, {"no", "No", ""}}
	case model.ChoiceForm:
		for _, c := range f.Choices {
			list = append(list, choice{c.Word, c.Label, ""})
		}
	}
	return list
}

// terms are those of a vocabulary that people may write. A council's own web
// pages are a kind for registers alone, and what the program knows of channels
// is all that there are.
func (k Known) terms(vocabulary string) model.Terms {
	if vocabulary != "channels" {
		return k.Vocabulary[vocabulary]
	}
	var terms model.Terms
	for _, id := range model.ChannelTypes {
		if t, ok := k.Vocabulary["channels"].Find(string(id)); ok {
			terms = append(terms, t)
		}
	}
	return terms
}

// groupLabel is a group of facts in plain words.
func (k Known) groupLabel(g model.Group) string {
	if t, ok := k.Vocabulary["channels"].Find(string(g)); ok {
		return t.Label
	}
	return model.GroupLabels[g]
}
