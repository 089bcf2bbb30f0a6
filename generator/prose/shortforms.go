package prose

import (
	"slices"
	"strings"
	"unicode"
)

// everyday are short forms that nobody knows by any other name.
var everyday = []string{"UK", "TV", "OK"}

// linking are words that a short form can leave out.
var linking = []string{"a", "an", "and", "as", "at", "for", "in", "of", "on", "or", "the", "to", "with"}

// shortForms are the short forms within a word, as both of "SEN/SEND". One
// with a digit is the name of a form or a code.
func shortForms(word string) []string {
	var found []string
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		part = strings.TrimSuffix(part, "s")
		if isShortForm(part) && !strings.ContainsFunc(part, unicode.IsDigit) && !slices.Contains(everyday, part) {
			found = append(found, part)
		}
	}
	return found
}

// isAddress reports whether a word is an address or a number with a point:
// these are not read aloud as words.
func isAddress(word string) bool { return strings.ContainsAny(word, "@.") }

// plainWords are the words of a text in small letters, and "" for each short
// form: one does not explain another.
func plainWords(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, w := range words {
		if words[i] = strings.ToLower(w); isShortForm(w) {
			words[i] = ""
		}
	}
	return words
}

// explained reports whether a text writes a short form out somewhere: there
// stand words with which its letters begin, such as "special educational needs
// co-ordinator" for SENCO.
func explained(short string, words []string) bool {
	for i := range words {
		if spells(strings.ToLower(short), words[i:], 0) {
			return true
		}
	}
	return false
}

// spells reports whether the words begin with these letters, in their order.
// A word can give several letters, as "co" does; linking words can give none.
// A short form stands for two words at least.
func spells(letters string, words []string, used int) bool {
	if letters == "" {
		return used > 1
	}
	if len(words) == 0 {
		return false
	}
	w := words[0]
	if used > 0 && slices.Contains(linking, w) && spells(letters, words[1:], used) {
		return true
	}
	for n := 1; n <= min(len(w), len(letters)) && w[n-1] == letters[n-1]; n++ {
		if spells(letters[n:], words[1:], used+1) {
			return true
		}
	}
	return false
}
