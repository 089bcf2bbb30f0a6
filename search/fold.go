package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// wholeMark begins the term of a whole name. No analysed term has it.
const wholeMark = "="

// A word is a word of a text, as it was typed and folded.
type word struct {
	raw, folded string
	sure        bool // it stands for a slip, so it is spelt right
}

// split cuts a text into words. Apostrophes and dots stay within a word
// ("child's", "E.H.C.P."); all other punctuation parts words.
func split(text string) []word {
	var words []word
	for _, raw := range strings.FieldsFunc(strings.ToValidUTF8(text, "\uFFFD"), parts) {
		if folded := fold(raw); folded != "" {
			words = append(words, word{raw: raw, folded: folded})
		}
	}
	return words
}

func parts(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.M, unicode.Cf) && !dropped(r)
}

// dropped reports whether folding drops the sign: a dot or an apostrophe.
func dropped(r rune) bool {
	return strings.ContainsRune(".'\u2018\u2019\uFF07`", r)
}

// fold is a word without case, accents, dots, apostrophes and the s of a
// plural, to be compared with other folded words.
func fold(raw string) string {
	folded := strings.Map(func(r rune) rune {
		if dropped(r) || unicode.In(r, unicode.M, unicode.Cf) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(raw))
	if utf8.RuneCountInString(folded) > 3 && strings.HasSuffix(folded, "s") && !strings.HasSuffix(folded, "ss") {
		return strings.TrimSuffix(folded, "s")
	}
	return folded
}

// phrase is the folded words of a text, parted by single spaces.
func phrase(words []word) string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.folded
	}
	return strings.Join(folded, " ")
}

// whole is the term of a text that is a name as a whole; "" if it has no word,
// or more than a name has.
func whole(name string) string {
	if folded := phrase(split(name)); folded != "" && len(folded) < maxTerm {
		return wholeMark + folded
	}
	return ""
}
