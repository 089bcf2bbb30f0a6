package place

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A token is a word of a text.
type token struct {
	start, end int    // in bytes of the text
	plain      string // lower case, without accents and apostrophes
	word       string // plain, or how names write it: saint for st
}

// The browser's reader has the same patterns.
var (
	tokenForm = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’‘ʼ` + "`" + `][\p{L}\p{M}\p{N}]+)*|&`)
	unfolded  = regexp.MustCompile(`[\p{M}'’‘ʼ` + "`" + `]`)
)

// written are the ways to write a word that names have in another way.
var written = map[string]string{"&": "and", "st": "saint", "upon": "on"}

// maxTokens bounds the words of a text that are looked at: nobody writes more
// before naming a place, and no text may keep a phone busy.
const maxTokens = 400

func tokens(text string) []token {
	var list []token
	for _, at := range tokenForm.FindAllStringIndex(text, -1) {
		t := token{start: at[0], end: at[1], plain: plain(text[at[0]:at[1]])}
		if t.plain == "" { // nothing but accents
			continue
		}
		if len(list) == maxTokens {
			break
		}
		t.word = t.plain
		if w, ok := written[t.plain]; ok {
			t.word = w
		}
		list = append(list, t)
	}
	return list
}

func plain(s string) string {
	return strings.ToLower(unfolded.ReplaceAllString(norm.NFKD.String(s), ""))
}

// key is how a name is found: its words, folded, without a leading "the".
func key(name string) string {
	var words []string
	for _, t := range tokens(name) {
		if len(words) > 0 || t.word != "the" {
			words = append(words, t.word)
		}
	}
	return strings.Join(words, " ")
}
