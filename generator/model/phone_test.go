package model

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// The pattern for forms and editors lets every number pass that is right, however
// it is written, and stops the slips that people make.
func TestPhonePattern(t *testing.T) {
	pattern := regexp.MustCompile("^(?:" + PhonePattern + ")$")
	parts := []string{"+44", "44", "0", "1", "6", "999", "116", "08001111", "01632", "960 123", "960123", " ", "(", ")", "-", "(0)", "7700"}
	dice := rand.New(rand.NewPCG(1, 2))
	right := 0
	for range 300_000 {
		var written strings.Builder
		for range 1 + dice.IntN(9) {
			written.WriteString(parts[dice.IntN(len(parts))])
		}
		if CheckPhone(written.String()) == "" {
			right++
			if !pattern.MatchString(written.String()) {
				t.Fatalf("%q is a number, and the pattern stops it", written.String())
			}
		}
	}
	if right < 1000 {
		t.Errorf("only %d numbers were right: that tells nothing", right)
	}
	for _, wrong := range []string{"", "0300 123 456", "01632 960 123 4", "11632 960 123", "ring us", "01632 960123 ext 4", "98"} {
		if pattern.MatchString(wrong) {
			t.Errorf("the pattern lets %q pass", wrong)
		}
	}
}
