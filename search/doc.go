// Package search makes Documents findable: it builds a Bleve index of them,
// and answers queries from it. It knows Documents alone, nothing of services
// or councils, and is the door of Bleve.
//
// # The index
//
// A Document is indexed as one searched field that holds every part of it: the
// title, its other names and its places twice, the rest once. One field ranks
// families' queries better than many: a match in any part counts once, and no
// part drowns another. The analyzer is Bleve's "en" (words, lower case, stop
// words, Porter's stems), the score is TF-IDF, whose values do not depend on
// how the index happens to be cut into segments. Ties are settled by the
// Document's address, so the order of answers never changes between builds.
//
// Bleve's files themselves differ from build to build. They are written beside
// the published site, never into it.
//
// # Answers
//
// [Index.Find] looks for any of the words. A Document that the whole query
// means by name (an area, by its council's or a district's name) comes first,
// however long its page. Only if nothing at all is found
// does it look for words that differ in one letter.
package search
