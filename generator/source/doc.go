// Package source turns the files that people write into Records, and what is
// wrong with them into Problems. It is the door of YAML and CSV.
//
//	content/services/<area>/<id>.md   a service's own entry (entry.go)
//	content/guides/<id>.md            pages of prose (article.go)
//	data/councils/<area>/             what a council says (council.go)
//	data/registers.yaml, registers/   bulk lists, one row a record (register.go)
//	data/areas/                       the authorities (areas.go)
//	data/vocabulary/                  ids, plain words and meanings (vocabulary.go)
//	data/site.yaml                    the publisher's settings (settings.go)
//
// Every value stays the string that was written: YAML decides nothing (there
// is no octal 01632, no boolean "no" and no date), and anchors, aliases, tags
// and second documents are refused. The fields are those of [model.Fields].
//
// A file that cannot be read as what it should be is a Problem at its line; an
// error is a fault of the machine. A record with an error is left out of the
// Reading and all its Problems are reported, so one run lists everything.
package source
