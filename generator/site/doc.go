// Package site turns a Directory into the folder that is published. It is the
// only room that knows Hugo.
//
//	Directory  →  Pages      the one list of pages
//	           →  views      one typed struct per kind of page: every word, link and date
//	           →  Hugo       templates that print a view, and look nothing up
//	           →  files      what is better written by Go: sitemap, robots, tables, headers
//
// # Views
//
// Each kind of page has a file named after it (area.go, service.go, …) with
// the struct its template prints. A view holds finished words: a template
// never computes, never looks anything up, and never marks text as safe,
// except the HTML that the room prose made. Fields are named by one lower-case
// word, since Hugo lowers the names of parameters.
//
// Words that families read and that may not change by accident come from
// data/vocabulary/wording.csv through [model.Vocabulary.Say]; each view prints
// where a fact is from beside it. What nobody told us is said: "We have not
// been told …".
//
// # The sign
//
// [Sign] composes the panel that says whom to contact first, line by line. It
// chooses words, never services: that was decided before.
//
// # Languages
//
// Pages in other languages are kinds of pages like all others, made by the same
// views (tongue.go): the words around the facts come from data/languages, and the
// facts stay in English, each part with its lang and dir. Hugo's own languages
// are not used: they would add a site for each, and could translate nothing that
// a view has not said already. The forms of a page name each other (alternate.go).
//
// # Hugo
//
// Pages are files in memory, laid over the theme's folder on disk: front
// matter from our own struct, and no body. Nothing that a provider wrote ever
// reaches Hugo's parsers. The machine's environment is cut off, and so are
// programs, files outside the theme and the network. One page of each kind is
// built first: ten failing pages in one pass can block this version of Hugo
// for ever. The same Directory gives the same bytes on every machine.
//
// # Again
//
// What a page is made from is its plate: its view as JSON (plate.go). While
// somebody edits, [Some] makes a few pages in memory, and a [Press] writes the
// whole site again and prints only the plates that are new (press.go). In previews
// the facts on a page are marked with whose they are (mark.go).
package site
