// Package model holds the nouns of a directory of England's support for
// children and young people with special educational needs or disabilities
// (SEND), and their families.
//
//	Authority     an area with SEND duties        (Children and Families Act 2014)
//	Service       anything a family can contact: the free advice service first
//	Record        what ONE source says about one service or authority
//	Source        where Records come from, and how much they weigh
//	Fact          a group of values that belong together, with its Origin
//	Directory     everything, merged, as at a date
//	Language      what pages say to those who read it
//	Problem       something wrong in what people wrote: file, line, what to do
//
// The groups in which facts are told, checked and decided are listed in
// [Groups]; the fields people write in [Fields]; the addresses of pages in
// address.go. Silence is a value: a blank group says nothing, and never turns
// into "free", "no" or "none". Phone numbers, postcodes and dates stay as they
// were written.
//
// The package knows only the standard library, and none of the other rooms.
package model
