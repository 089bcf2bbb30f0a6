package source

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"signpost/generator/model"
)

// cutBOM splits a text from the byte order mark that some editors put before it.
func cutBOM(text []byte) (mark, rest []byte) {
	rest = bytes.TrimPrefix(text, []byte("\uFEFF"))
	return bytes.Clone(text[:len(text)-len(rest)]), rest
}

func countLines(text []byte) int { return bytes.Count(text, []byte("\n")) }

// validPrefix is the text up to the first byte that is not UTF-8.
func validPrefix(text []byte) []byte {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return text[:i]
		}
		i += n
	}
	return text
}

// didYouMean is a hint that names the known word nearest to what was written,
// if one is near.
func didYouMean(written string, known map[string]bool) string {
	if best := nearest(written, known); best != "" {
		return "did you mean " + quote(best) + "?"
	}
	return ""
}

// nearest is the known word in which the fewest letters differ from what was
// written, at most a third of them; of several, one that is as long.
func nearest(written string, known map[string]bool) string {
	if len(written) > 100 {
		return ""
	}
	best, least := "", len(written)/3+1
	for _, word := range slices.Sorted(maps.Keys(known)) {
		switch d := levenshtein.ComputeDistance(written, word); {
		case d < least, d == least && (best == "" || len(best) != len(written) && len(word) == len(written)):
			best, least = word, d
		}
	}
	return best
}

// unprintable reports whether a text holds control characters, or characters
// that turn the direction of the text around them: with those, a name or a
// number shows as another than the one that is written. A byte order mark is
// not seen at all. The soft hyphen and the joiners of scripts may stay.
func unprintable(s string) bool {
	if plainASCII(s) {
		return false
	}
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF'
	})
}

// plainASCII reports whether a text is made of the letters of a keyboard alone,
// as most are.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c > '~') && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

func quote(s string) string { return `"` + s + `"` }

func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// prose is the Markdown of a page, its first line that of the file.
func (t *tree) prose(body []byte, at model.Where) string {
	if len(body) > maxProse {
		t.wrong("too-long", at, "keep to what a family needs", "the text is longer than %d characters", maxProse)
		return ""
	}
	return strings.TrimRight(string(body), " \t\r\n")
}
