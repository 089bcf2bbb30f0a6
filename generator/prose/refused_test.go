package prose

import (
	"strings"
	"testing"
)

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		md, what, found string
		line            int
	}{
		{"Hello\n\na <b>bold</b> word", "raw-html", "<b>", 3},
		{"One\n\n<script>\nalert(1)\n</script>", "raw-html", "<script>\nalert(1)\n</script>", 3},
		{"<script>alert(1)</script>", "raw-html", "<script>alert(1)</script>", 1},
		{"One\n\n![logo](logo.png)", "image", "logo.png", 3},
		{"[x](javascript:alert(1))", "unsafe-link", "javascript:alert(1)", 1},
		{"Two\nlines\n\n[x](data:text/html,x)", "unsafe-link", "data:text/html,x", 4},
		{"One\n\n{{< youtube abc >}}", "shortcode", "{{< youtube abc >", 3},
		{"{{% notice %}}", "shortcode", "{{% notice %", 1},
	} {
		got := Refused(test.md)
		if len(got) == 0 || got[0] != (Refusal{test.line, test.what, test.found}) {
			t.Errorf("Refused(%q) = %+v; want %s %q on line %d", test.md, got, test.what, test.found, test.line)
		}
	}
}

func TestRefusedNothing(t *testing.T) {
	for _, md := range []string{"Ring *us*, or write to <advice@northam.example.org>.", "5 < 6 and {{ braces }}", "`<b>` is a tag", "[us](https://northam.example.org)", "# Hours\n\n- Monday\n- Tuesday"} {
		if got := Refused(md); len(got) > 0 {
			t.Errorf("Refused(%q) = %+v; want nothing", md, got)
		}
	}
}

// FuzzRefused: whatever an entry holds, a refusal names a line that it has.
func FuzzRefused(f *testing.F) {
	for _, seed := range []string{"<b>", "<script>", "<!-- x", "![a](b)", "[x](javascript:y)", "{{< x", "a\n\n<div>\nb", "<https://[>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, md string) {
		for _, r := range Refused(md) {
			if r.Line < 1 || r.Line > 1+strings.Count(md, "\n") || r.What == "" {
				t.Errorf("Refused(%q): %+v", md, r)
			}
		}
	})
}
