package place

import (
	"regexp"
	"strings"
)

// codeGap is what may stand within a postcode.
var codeGap = regexp.MustCompile("^[ \t\u00A0\u2009\u202F._\u2010-\u2015-]{0,3}$")

// codePiece is a word that can be a part of a postcode.
var codePiece = regexp.MustCompile("^[a-z0-9]{1,7}$")

// maxCodes bounds what is looked up of one text: each may need a file.
const maxCodes = 8

// codes finds the postcodes in the text.
func (s *search) codes() []*finding {
	var found []*finding
	for i, tried := 0, 0; i < len(s.tokens) && tried < maxCodes; i++ {
		p, to := s.wholeCode(i)
		if to == 0 {
			p, to = s.outCode(i)
		}
		if to == 0 {
			continue
		}
		tried++
		if f := s.code(p, i, to); f != nil {
			found = append(found, f)
			i = f.to - 1
		}
	}
	return found
}

func (s *search) area(letters string) bool {
	_, ok := s.atlas.manifest.Codes[letters]
	return ok
}

// wholeCode reads a whole postcode that begins at a token, in up to four
// pieces; to is 0 if there is none. At most two of its letters and digits are
// repaired.
func (s *search) wholeCode(i int) (p postcode, to int) {
	if s.in(joined, i) {
		return postcode{}, 0
	}
	code := ""
	for to := i + 1; to <= min(i+4, len(s.tokens)) && s.follows(i, to-1); to++ {
		code += s.tokens[to-1].plain
		if p, ok := parsePostcode(strings.ToUpper(code), s.area, 2); ok && s.plausible(i, to) {
			return p, to
		}
	}
	return postcode{}, 0
}

// follows reports whether a token can be one more piece of a postcode.
func (s *search) follows(first, i int) bool {
	return codePiece.MatchString(s.tokens[i].plain) && (i == first || codeGap.MatchString(s.text[s.tokens[i-1].end:s.tokens[i].start]))
}

// plausible refuses what only looks like a postcode: "E10 5 as", "E10 5yr old".
func (s *search) plausible(i, to int) bool {
	if to-i > 1 && s.in(joined, to-1) {
		return false
	}
	last := s.tokens[to-1].plain
	return !(strings.HasSuffix(last, "yr") && to < len(s.tokens) && s.tokens[to].plain == "old")
}

// outCode reads the first half of a postcode, which is one word, and the
// number of its sector if the text ends with it.
func (s *search) outCode(i int) (p postcode, to int) {
	p, ok := parseOut(strings.ToUpper(s.tokens[i].plain), s.area, 0)
	if !ok || !s.follows(i, i) || s.in(counted, i-1) {
		return postcode{}, 0
	}
	if to := i + 1; to == len(s.tokens)-1 && s.follows(i, to) && len(s.tokens[to].plain) == 1 {
		if d, repairs := asDigit(s.tokens[to].plain[0]); d >= 0 && repairs == 0 {
			p.digit = d
			return p, to + 1
		}
	}
	return p, i + 1
}

// isLaw reports whether an outcode of Sheffield is also how people write a
// section of an Act: S36, S42.
func isLaw(out string) bool { return out[0] == 'S' && len(strings.TrimLeft(out[1:], digits)) == 0 }

const digits = "0123456789"

// code judges a postcode. What nobody knows is one only if it is whole.
func (s *search) code(p postcode, from, to int) *finding {
	answer := s.atlas.postcode.answer(p)
	if len(answer.Places) == 0 && (p.ending < 0 || s.repaired(p, from, to)) {
		return nil // "19 with" could be L9W 1TH, which nobody lists
	}
	f := &finding{from: from, to: to, cutFrom: s.cut(from), cutTo: to, code: true}
	f.Typed, f.Name = s.text[s.tokens[from].start:s.tokens[to-1].end], p.String()
	f.Soft = p.ending < 0 && isLaw(p.out) && f.cutFrom == from
	f.places(answer.Places, answer.Exact && (!f.Soft || from == 0 && to == len(s.tokens)))
	return f
}

// repaired reports whether the postcode was typed in other letters and digits.
func (s *search) repaired(p postcode, from, to int) bool {
	typed := ""
	for _, t := range s.tokens[from:to] {
		typed += t.plain
	}
	return !strings.EqualFold(typed, strings.ReplaceAll(p.String(), " ", ""))
}
