// Package search makes Documents findable: it builds a Bleve index of them,
// answers questions from it, and exports it as small files from which a
// browser answers alike. It knows Documents alone, nothing of services or
// councils, and is the door of Bleve.
//
//	documents ─ Build ─► Bleve's index ─ Export ─► files ─► reader/ (TypeScript)
//	                        │                                 │
//	            question ─ Plan, Find                       plan, find
//	                        │                                 │
//	                        └────── the same answers ─────────┘
//
// # The index
//
// A Document is indexed as one searched field that holds every part of it: the
// title, its other names and its places twice, the rest once. One field ranks
// families' questions better than many: a match in any part counts once, and
// no part drowns another. Bleve's files themselves differ from build to build.
// They are written beside the published site, never into it; the export is
// what is the same to the byte.
//
// Text is cut into words (Unicode's UAX #29), put in lower case, freed from
// possessives and stop words, and stemmed by Porter's rules: Bleve's analysis
// "en". Two words are not stemmed, "sending" and "sends", as their stem is the
// name SEND. Words of more than 64 characters are left out.
//
// Each title and each other name is one more term of the field: "=" and the
// folded words of the name. To fold is to drop case, accents, dots,
// apostrophes and the s of a plural; other signs part words. So whoever types
// a whole name finds its document first, however long its page.
//
// # The plan
//
// A [Plan] says which terms are looked for, and why. Both halves make it by
// the same steps:
//
//   - Take the first 1,000 characters, cut them into words, fold these.
//   - Slips of the lexicon are replaced: the longest phrase first, from left to
//     right. Replaced words are right, and need no word near them.
//   - Phrases with a meaning (synonyms, and slips that are only an offer) are
//     recognised in the same way, among all words, as stop words make phrases
//     too ("who can help me").
//   - A synonym that is an everyday word too (ADD, SALT) is sure to be meant if
//     it is in capitals in a text that is not all capitals, or all of the text.
//     Else it is only a maybe; it is looked for in the same way.
//   - The first ten different terms of the words are asked for, each by a
//     clause of its own. Above ten clauses Bleve adds up scores in an order
//     that is its own secret, and nobody types so many words.
//   - A term that no document has is replaced by those near it, if it has four
//     letters or more, no digit, and is no acronym: terms with the same first
//     letter, at one edit or, from six letters on and if there is none, at two;
//     at most eight, the most frequent first, each with the boost 1/(edits+1).
//     In trials, terms at two edits beside those at one led astray: one
//     misspelt question in eight found another page first, without them one in
//     ten. An acronym is a word in capitals, in a text that is not all
//     capitals, or in the lexicon: EHCP and ECHP are one edit apart and not the
//     same.
//   - The clause of a phrase's first word gets the first four terms of its
//     meaning, with the boost 0.5. Half the weight of typed words ranked best
//     in trials. Words of a phrase are taken as they are typed.
//   - If all that was typed is a name, one more clause has it, with the boost
//     10, as long as there are no more than ten.
//
// A question that is Exact skips slips, meanings and near words. A question
// with packs makes its plan from the words of these packs alone, as a browser
// does that has nothing else.
//
// # Scores
//
// Scores are Bleve's TF-IDF, whose values do not depend on how the index is
// cut into segments, as those of its BM25 do. With N documents, of which n have
// a term:
//
//	idf(term)    = 1 + ln(N / (n+1))
//	norm         = 1 / √(sum of (boost × idf)² over all terms of the plan)
//	score(term)  = √frequency × float32(1/√length) × idf × (boost × idf × norm)
//	score(any)   = (sum of the scores of parts that match) × matching/all parts
//
// A clause is any of its terms, the plan any of its clauses; parts are added
// with the rarest first. A filter weighs nothing: the query is always a
// conjunction, so that the norm is the same with and without. Equal scores are
// ordered by address, so the order of answers never changes between builds.
//
// # The export
//
// The files lie in one folder, which is named after their hash and can be
// cached for ever. A number is in base 128, its lowest digit first, each byte
// but the last with the high bit set. A text is its length in bytes, and its
// bytes, in UTF-8. A document is its ordinal: the rank of its address in byte
// order. Increasing numbers are gaps: the first number, then for each the
// distance from the one before, less one.
//
//	m.json      the manifest, an object:
//	              v  the number of this format, 1
//	              n  how many documents there are
//	              c  how many rows a file of rows has
//	              s  for each shard a text that is not after its first term,
//	                 and after the last term of the shard before
//	              d  the first bytes that terms have, each as two hexadecimal
//	                 digits
//	              y  for each file of phrases a text that is not after the
//	                 first word of its first phrase, and after that of the
//	                 phrase before
//	              a  the terms of acronyms, in byte order, parted by spaces
//	              k  crisis: [phrase, kind]
//	y/0.json …  the lexicon's phrases in byte order, cut before the first word
//	            that comes after the texts exceed 640 bytes, an object:
//	              y  meanings: [phrase, means, [addresses]] is a synonym,
//	                 [phrase, means, [addresses], 1] one that is an everyday
//	                 word too, [phrase, means] a slip that is an offer
//	              m  slips: [phrase, means]
//	s/0.bin …   shards: all terms in byte order, cut after the term that
//	            exceeds 4 KB
//	t/0-7.bin   the postings of term 7 of shard 0, being more than 2 KB
//	d/61.bin …  terms by their first byte (61: a), without whole names
//	f/needs.bin the values of a tag: group, areas, kinds, needs, ages,
//	            communities, languages, support, channels
//	r/0.json …  rows: an array of four objects (see [Row])
//	c/kent.json the row of an area's own page alone, in an array
//	a/barnet.bin, a/help.bin
//	            packs
//
// A phrase is folded words, parted by single spaces. All phrases that begin
// with one word are in one file, so a question needs the files of its words,
// and of those that slips turn to. What asks for urgent help is in the
// manifest, as it must not wait.
//
// A shard:
//
//	┌───────┬──────────────┬─ heads: for each term ────────────────┬─ bodies ─┐
//	│ terms │ bytes of the │ shared │ text │ documents │ bytes of  │ columns  │
//	│       │ heads        │        │      │           │ the body  │ …        │
//	└───────┴──────────────┴────────┴──────┴───────────┴───────────┴──────────┘
//
// A term is the number of bytes that it shares with the term before, and a
// text, the rest. A body of no bytes is in t/. The columns of postings are the
// documents as gaps, then the frequency of the term in each, less one, then
// the length of each, in terms. A column of like numbers compresses better
// than postings one by one.
//
// A file of d/ is the number of terms and, for each, the term as above and the
// number of its documents. A tag is the number of its values; for each value a
// text and the number of its documents; then the documents of each as gaps.
//
// A pack is a complete index of some documents in one file, so that an area,
// once it is fetched, is searched without a network. There is one for each
// area, with all documents of that area but help pages, and one of all help
// pages. Places in it are those of its own list of documents:
//
//	┌───────────┬───────────┬─────────┬───────┬───────┬───────┬──────┬──────┐
//	│ number of │ documents │ lengths │ terms │ heads │ bodies│ tags │ rows │
//	│ documents │ as gaps   │ of each │ bytes │       │       │ 9    │ JSON │
//	└───────────┴───────────┴─────────┴───────┴───────┴───────┴──────┴──────┘
//
// A head is the term, the number of its documents in the whole index, and the
// number of those in the pack; a body has the columns of places and
// frequencies. With the numbers of the whole index, a pack's scores are the
// whole index's. Tags are in the order of f/ above. The rows fill the rest.
//
// Lengths are worked out from the norms that Bleve keeps, and the export fails
// if one does not give its norm back. A reader refuses a manifest with another
// number of the format, and every file that ends early or says what cannot be.
package search
