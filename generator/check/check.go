// Package check says what is wrong in a reading and in a Directory as a whole:
// what no single file shows. It writes nothing and decides nothing; each family of rules has a
// file of its own.
//
//	area.go      does every area have one place to start, and dual ones a choice
//	prose.go     what people wrote in Markdown: no raw HTML, no shortcodes, safe links that lead somewhere
//	settings.go  do the lines that stand on every page exist
//	finding.go   is each word that families say listed once, and each moment helped
//	media.go     do videos and recordings have their words
//	urgent.go    do the numbers for an emergency have a source and a date
//	limits.go    do the limits exist that help pages work out dates from
//	language.go  is each reviewed language still read and whole
//	release.go   what must be confirmed by a person before a public release
package check

import (
	"slices"

	"signpost/generator/model"
)

// Reading lists what is wrong in what was read, before it is merged: a record
// or a guide with an error can still be left out.
func Reading(r *model.Reading) []model.Problem {
	return slices.Concat(texts(r), settings(r), media(r))
}

// Directory lists what is wrong in what was merged.
func Directory(d *model.Directory) []model.Problem {
	return slices.Concat(areas(d), contracts(d), finding(d), links(d), urgent(d), languages(d))
}
