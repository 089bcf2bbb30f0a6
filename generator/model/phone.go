package model

import (
	"fmt"
	"slices"
	"strings"
)

// shortNumbers are the numbers in the UK's plan that do not have eleven
// digits and that a family may need (Ofcom, National Telephone Numbering Plan;
// 0800 1111 is Childline's).
var shortNumbers = []string{"999", "112", "111", "101", "119", "116000", "116006", "116111", "116117", "116123", "08001111"}

// PhoneDigits is the number without anything but its digits, with +44 turned
// into 0: two spellings of one number have the same digits.
func PhoneDigits(written string) string {
	var digits strings.Builder
	for _, r := range written {
		if r >= '0' && r <= '9' {
			digits.WriteRune(r)
		}
	}
	d := digits.String()
	if strings.HasPrefix(strings.TrimLeft(written, " ("), "+44") {
		d = "0" + strings.TrimPrefix(strings.TrimPrefix(d, "44"), "0")
	}
	return d
}

// PhonePattern matches every number that [CheckPhone] finds nothing wrong with,
// and few others. It is written for patterns of Go and of browsers alike.
var PhonePattern = func() string {
	const gap = `[ ()+-]*`
	forms := []string{gap + "0(?:" + gap + "[0-9]){10}" + gap, `[ (]*\+44(?:` + gap + "[0-9]){7,11}" + gap}
	for _, n := range shortNumbers {
		forms = append(forms, gap+strings.Join(strings.Split(n, ""), gap)+gap)
	}
	return strings.Join(forms, "|")
}()

// CheckPhone returns what is wrong with a phone number, or "" if nothing is.
func CheckPhone(written string) string {
	if i := strings.IndexFunc(written, func(r rune) bool { return !strings.ContainsRune("0123456789 ()+-", r) }); i >= 0 {
		return fmt.Sprintf("phone %q holds more than a number", written)
	}
	d := PhoneDigits(written)
	if slices.Contains(shortNumbers, d) {
		return ""
	}
	switch {
	case len(d) < 11:
		return fmt.Sprintf("phone %q has %d digits; UK numbers have 11 (did a digit get lost?)", written, len(d))
	case len(d) > 11:
		return fmt.Sprintf("phone %q has %d digits; UK numbers have 11 (is it two numbers?)", written, len(d))
	case d[0] != '0':
		return fmt.Sprintf("phone %q does not begin with 0; UK numbers do", written)
	}
	return ""
}

// IsMobile reports whether the number is a mobile's: in a register it may be
// a person's own, and is withheld.
func IsMobile(written string) bool {
	d := PhoneDigits(written)
	return len(d) == 11 && strings.HasPrefix(d, "07") && !strings.HasPrefix(d, "070") && !strings.HasPrefix(d, "076")
}

// PhoneLink is the address that rings the number: tel:+441632960123, or
// tel:999 for a short one (RFC 3966).
func PhoneLink(written string) string {
	d := PhoneDigits(written)
	if len(d) == 11 && d[0] == '0' {
		return "tel:+44" + d[1:]
	}
	return "tel:" + d
}
