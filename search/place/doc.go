// Package place finds places of England in what families type: a postcode or a
// part of one, the name of a council, a district, a county, a town. It says
// which areas may be meant, and whether that needs a question.
//
//	register of postcodes ──NewTable──▶ Table ──Write──▶ data/areas/postcodes.txt
//	                                                           │ ReadTable
//	names of areas and towns ──┐                               ▼
//	                         Export ◀──Under (areas of a day)── Table
//	                           │
//	            places.json  n/b.txt  p/n1.txt …
//	                           │
//	              Open ──▶ Atlas ──▶ Find, Suggest
//
// The browser's reader, search/reader/place.ts, reads the same files by the
// same rules. Both look at the same files for a text, and only at those, so
// that an answer never depends on what a phone fetched before.
//
// # The table of postcodes
//
// data/areas/postcodes.txt has a line for each sector (a postcode without its
// last two letters), sorted as people count. Lines that begin with # are
// comments.
//
//	N1 1 E09000019                       all of N1 1 lies in one district
//	N1 2 E09000019,E09000012 Bq… 12a3b   N1 2 is divided
//	CH1 4 E06000050,wales Bq… 172a       it reaches into Wales
//	AL1 9 E07000240 retired              no postcode of it is in use today
//	EN77 1 -                             nobody says where it lies
//
// Districts stand with the one that has most postcodes first; nations beside
// England by their slugs, last. Postcodes that are no longer in use count for
// where their sector lies: families still hold them.
//
// A divided sector lists its postcodes in use. There are 400 endings, AA, AB,
// AD … ZZ of the letters ABDEFGHJLNPQRSTUWXYZ. The fourth word has a bit for
// each, six to a digit of A–Z a–z 0–9 - _, the first ending in the lowest bit
// of the first digit; trailing zeros are left out. The fifth word says whose
// they are, in their order, as lengths of runs: 12a3b is twelve of the first
// district and three of the second. "- -" lists none.
//
// So a postcode is answered if it is listed or its sector is whole. Any other
// may be newer than the table, or invented: all that its sector holds is told,
// and somebody has to ask. In a divided sector the district of the nearest
// listed postcode would be wrong for one in six. A sector that is not in the
// table is answered as its outcode (N1), whole or divided.
//
// # The files of the atlas
//
// places.json holds the areas with their numbers, the postcode areas of other
// nations, and the words of words.go, so that both readers have them from one
// place. A number of an area is two digits to the base of 36.
//
// p/n1.txt holds the outcodes of a postcode area that begin with a digit: N1,
// N10 to N19. The first line tells the slugs of the numbers below, so that a
// postcode needs this one file. Then a line is an outcode, or belongs to the
// outcode above: last digits of sectors and the areas in which each of them
// lies, and for a divided sector its endings as above.
//
//	= 0l hackney 1o islington
//	N1
//	1 0l1o Bq… 12a3b
//	0378 0l
//
// n/b.txt holds the names that begin with a letter, those of most people first:
//
//	Barnet|01|       a name, its areas, its marks
//	St Helens|3z1e|1 the first area is meant, the others are less likely
//	Berkshire|…|w    wide: it holds whole areas
//	Bath|03|s        soft: an ordinary word, too (manner.go)
//	-                names below are too small to be offered for a misspelt one
//
// # Which place is meant
//
// Postcodes. Spaces, case and the signs around them do not matter; O and 0, I,
// L and 1 are repaired by their positions, at most two. The first half alone
// is a postcode if it is one word and listed; not after "year", "section" and
// the like. S17 and S36 are outcodes of Sheffield and sections of Acts, and so
// soft.
//
// Names are compared without case, accents, apostrophes and "the"; "st" is
// "saint", "upon" is "on", "&" is "and". The longest name is taken, of up to
// six words, with the words that belong to it: "London Borough of Barnet",
// "Barnet council".
//
// One name in several areas is a question. But an area's or a district's own
// or other name is not shared by a place with less than a tenth of its people:
// Bedford is sure, Richmond asks. A town whose people nobody counted counts
// for nothing; the names of councils weigh what names.go says. A council's own
// name also stands before the ceremonial county: Devon is Devon's council, and
// Plymouth, which lies in Devon, only comes after it.
//
// Ordinary words are soft or shy. Soft words are offered beside the search for
// the word; alone, or after "in", "near" or "sendiass", or before "council",
// they are names. Shy words are names only then.
//
// Two places in one text tell more than one: Newport, Isle of Wight. A town is
// preferred to the county beside it, a postcode to both.
//
// Misspelt names are only guessed if the text has no name, for words that the
// caller does not know, with the same first letter and one slip (from eight
// letters on, two).
package place
