// Package check says what is wrong in a Directory as a whole: what no single
// file shows. It writes nothing and decides nothing; each family of rules has a
// file of its own.
//
//	area.go      does every area have one place to start, and dual ones a choice
//	entry.go     the prose of entries: no raw HTML, no shortcodes, safe links
//	release.go   what must be confirmed by a person before a public release
package check

import "signpost/generator/model"

// Directory lists what is wrong, as Problems with a file and line.
func Directory(d *model.Directory) []model.Problem {
	var problems []model.Problem
	for _, rule := range []func(*model.Directory) []model.Problem{areas, entries, settings} {
		problems = append(problems, rule(d)...)
	}
	return problems
}
