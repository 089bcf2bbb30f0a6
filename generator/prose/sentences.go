package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations end in a full stop that ends no sentence.
var abbreviations = []string{"e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "st", "vs"}

// closers can stand between the end of a sentence and the next.
const closers = `"'”’)]»`

// sentences splits a text where a full stop, question or exclamation mark is
// followed by a space and a capital, a digit or an opening quotation mark.
func sentences(text string) []string {
	var list []string
	text = strings.TrimSpace(squeeze(text))
	begin := 0
	for i, r := range text {
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		after := text[i+utf8.RuneLen(r):]
		rest := strings.TrimLeft(after, closers)
		if strings.HasPrefix(rest, " ") && begins(rest[1:]) && !(r == '.' && isAbbreviation(text[begin:i])) {
			end := len(text) - len(rest)
			list, begin = append(list, text[begin:end]), end+1
		}
	}
	if begin < len(text) {
		list = append(list, text[begin:])
	}
	return list
}

// begins reports whether a text can begin a sentence.
func begins(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘([«`))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// isAbbreviation reports whether the last word before a full stop is one, or
// the first letter of a name.
func isAbbreviation(before string) bool {
	word := before[strings.LastIndexAny(before, " (\"“")+1:]
	if n := utf8.RuneCountInString(word); n == 1 {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) && r != 'I'
	}
	return slices.Contains(abbreviations, strings.ToLower(word))
}
