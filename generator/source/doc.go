// Package source turns the files that people write into Records, and what is
// wrong with them into Problems. It is the door of YAML and CSV.
//
//	content/services/<area>/<id>.md   a service's own entry (entry.go)
//	content/guides/<id>.md            pages of prose (article.go)
//	content/words/<id>.md             what the words of the field mean (words.go)
//	content/easy-read/<id>.md         help pages in Easy Read (easyread.go)
//	data/councils/<area>/             what a council says (council.go)
//	data/registers.yaml, registers/   bulk lists, one row a record (register.go)
//	data/areas/                       the authorities (areas.go)
//	data/vocabulary/                  ids, plain words and meanings (vocabulary.go)
//	data/accessibility.csv            what was tried of how everyone can use the site (accessibility.go)
//	data/languages/<tag>.yaml         what pages say in each language (languages.go)
//	data/changes.csv                  what changed, and who said so (changes.go)
//	data/site.yaml                    the publisher's settings (settings.go)
//
// And back: an entry is written (write.go) and changed (edit.go) so that every
// byte and comment that is not concerned stays, a file gets its one form
// (format.go), a check is stamped onto one line (confirm.go) or one row
// (confirmrow.go), and data/changes.csv remembers what was told (append.go).
// Who may say what is in speak.go.
//
// Tables that somebody sends (tables.go) are read row by row (tablerow.go,
// tablechannel.go) with the checks that all files have, find the service they
// mean (tableid.go), and make of what is known what is true from now on
// (amend.go). Dates come in three styles, the day first (tabledate.go). What
// they become is written by write.go, councilwrite.go and registerwrite.go;
// imports.go remembers how each source sends them, and export.go makes the
// tables that people change and send back.
//
// Every value stays the string that was written: YAML decides nothing (there
// is no octal 01632, no boolean "no" and no date), and anchors, aliases, tags
// and second documents are refused. The fields are those of [model.Fields].
//
// Entries are read side by side (shelf.go), those of the plain sort without the
// whole of YAML (plain.go); a [Reader] that keeps the last records reads each of
// them again only when its file has changed. Of which group of facts a line of an
// entry speaks is in about.go.
//
// A file that cannot be read as what it should be is a Problem at its line; an
// error is a fault of the machine. A record with an error is left out of the
// Reading and all its Problems are reported, so one run lists everything.
package source
