package place

import (
	"fmt"
	"slices"
	"strings"
)

// A postcode is a whole postcode or the beginning of one.
type postcode struct {
	area   string // N, BR
	out    string // N1, BR12
	digit  int    // of the sector; -1 if it is not given
	ending int    // among the endings; -1 if it is not given
}

func (p postcode) sector() string { return fmt.Sprintf("%s %d", p.out, p.digit) }

// String is the postcode as Royal Mail writes it.
func (p postcode) String() string {
	switch {
	case p.digit < 0:
		return p.out
	case p.ending < 0:
		return p.sector()
	}
	n := len(endLetters)
	return p.sector() + string(endLetters[p.ending/n]) + string(endLetters[p.ending%n])
}

// parseExact reads a whole postcode that a register holds: nothing of it needs
// repair, and its area need not be known.
func parseExact(s string) (postcode, bool) {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	return parsePostcode(s, func(string) bool { return true }, 0)
}

// Sector is the sector of a postcode in any spacing and case: N1 2 of n12ab.
func Sector(code string) (string, bool) {
	p, ok := parseExact(code)
	if !ok {
		return "", false
	}
	return p.sector(), true
}

// parsePostcode reads a whole postcode without spaces, in capitals. It repairs
// at most so many letters and digits that stand in each other's places.
func parsePostcode(s string, area func(string) bool, repairs int) (postcode, bool) {
	if len(s) < 5 || len(s) > 7 {
		return postcode{}, false
	}
	n := len(s) - 3
	digit, fixed := asDigit(s[n])
	first, second := strings.IndexByte(endLetters, s[n+1]), strings.IndexByte(endLetters, s[n+2])
	if digit < 0 || first < 0 || second < 0 {
		return postcode{}, false
	}
	if !strings.ContainsAny(s[:n], digits) {
		repairs = min(repairs, 1) // "hull 2nd" and "writing" are no postcodes
	}
	p, ok := parseOut(s[:n], area, repairs-fixed)
	p.digit, p.ending = digit, first*len(endLetters)+second
	return p, ok
}

// parseOut reads the first half. Of several ways to read it, it takes the one
// with the fewest repairs, and none if two are as good.
func parseOut(s string, area func(string) bool, repairs int) (postcode, bool) {
	best, found, same := postcode{}, -1, false
	for n := 1; n <= 2 && n < len(s); n++ {
		rest, fixedRest := outDigits(s[n:])
		if rest == "" {
			continue
		}
		for _, a := range asArea(s[:n]) {
			fixed := fixedRest + differ(a, s[:n])
			if !area(a) || fixed > repairs || found >= 0 && fixed > found {
				continue
			}
			same = fixed == found
			best, found = postcode{a, a + rest, -1, -1}, fixed
		}
	}
	return best, found >= 0 && !same && strings.ContainsAny(s, letters)
}

// asArea lists what letters may be meant: 0 is an O, and 1 an I or an L.
func asArea(s string) []string {
	s = strings.ReplaceAll(s, "0", "O")
	list := []string{strings.ReplaceAll(s, "1", "I"), strings.ReplaceAll(s, "1", "L")}
	list = slices.DeleteFunc(slices.Compact(list), func(a string) bool { return strings.Trim(a, letters) != "" })
	return list
}

// outDigits reads what follows the letters of the area: a digit, two digits,
// or a digit and a letter. The letter is none that looks like a digit.
func outDigits(s string) (read string, repairs int) {
	if len(s) > 2 {
		return "", 0
	}
	for i := range len(s) {
		d, fixed := asDigit(s[i])
		switch {
		case d >= 0:
			read += string(rune('0' + d))
			repairs += fixed
		case i == 1 && strings.IndexByte(letters, s[i]) >= 0:
			read += s[i:]
		default:
			return "", 0
		}
	}
	if len(read) == 2 && read[0] == '0' {
		return "", 0
	}
	return read, repairs
}

// asDigit reads a digit, or a letter that looks like one, which is a repair.
func asDigit(c byte) (digit, repairs int) {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0'), 0
	case c == 'O':
		return 0, 1
	case c == 'I' || c == 'L':
		return 1, 1
	}
	return -1, 0
}

func differ(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}
