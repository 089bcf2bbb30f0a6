package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// scalar writes a value as YAML: plain where that is safe, else in double
// quotes. Within [ ] and { } more characters need them.
func scalar(v string, within bool) string {
	if plain(v) && !(within && strings.ContainsAny(v, ",?[]{}")) {
		return v
	}
	return quoted(v)
}

// plain reports whether YAML reads the value back as it stands. Numbers are
// not plain: this program reads 01632960123 as it is written, and others
// would read a number without its first digit.
func plain(v string) bool {
	switch {
	case v == "", strings.TrimSpace(v) != v, strings.ContainsFunc(v, escaped):
		return false
	case strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`=", rune(v[0])):
		return false
	case strings.Contains(v, ": "), strings.HasSuffix(v, ":"), strings.Contains(v, " #"), v == "<<", v == "...":
		return false
	}
	return !otherWord[strings.ToLower(v)] && !(strings.ContainsRune("+.0123456789", rune(v[0])) && numeral.MatchString(v))
}

// otherWord are words that YAML means something else by. The words yes and no
// are what they say, since YAML 1.2 and in all our fields.
var otherWord = setOf([]string{"null", "~", "true", "false", ".nan", ".inf", "+.inf"})

// numeral is what readers of YAML 1.1 or 1.2 take for a number.
var numeral = regexp.MustCompile(`^[+]?(0x[0-9a-fA-F_]+|0[ob]?[0-7_]+|[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9][0-9_]*([eE][-+]?[0-9]+)?)$`)

// quoted writes a value in double quotes, on one line.
func quoted(v string) string {
	var s strings.Builder
	s.WriteByte('"')
	for _, r := range v {
		switch {
		case r == '"', r == '\\':
			s.WriteByte('\\')
			s.WriteRune(r)
		case r == '\n':
			s.WriteString(`\n`)
		case r == '\t':
			s.WriteString(`\t`)
		case escaped(r) && r <= 0xFFFF:
			fmt.Fprintf(&s, `\u%04X`, r)
		case escaped(r):
			fmt.Fprintf(&s, `\U%08X`, r)
		default:
			s.WriteRune(r)
		}
	}
	s.WriteByte('"')
	return s.String()
}

// escaped reports characters that do not show, or that YAML cannot hold as
// they are. The joiners of scripts and emoji may stay.
func escaped(r rune) bool {
	if r < unicode.MaxASCII {
		return r < ' '
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control) || r == '\uFEFF' || r == '\uFFFE' || r == '\uFFFF'
}
