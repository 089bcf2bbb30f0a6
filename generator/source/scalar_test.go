package source

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func TestScalar(t *testing.T) {
	for _, test := range []struct{ value, alone, within string }{
		{"service manager", "service manager", "service manager"},
		{"2026-11-03", "2026-11-03", "2026-11-03"},
		{"01632 960 123", "01632 960 123", "01632 960 123"},
		{"01632960123", `"01632960123"`, `"01632960123"`},
		{"+441632960123", `"+441632960123"`, `"+441632960123"`},
		{"85258", `"85258"`, `"85258"`},
		{"2027", `"2027"`, `"2027"`},
		{"10:30", `"10:30"`, `"10:30"`},
		{"0-25", "0-25", "0-25"},
		{"yes", "yes", "yes"},
		{"null", `"null"`, `"null"`},
		{"True", `"True"`, `"True"`},
		{"https://a.example.org/?b=c&d#e", "https://a.example.org/?b=c&d#e", `"https://a.example.org/?b=c&d#e"`},
		{"Monday, 10am", "Monday, 10am", `"Monday, 10am"`},
		{"a [b]", "a [b]", `"a [b]"`},
		{"[b]", `"[b]"`, `"[b]"`},
		{"Northam: help", `"Northam: help"`, `"Northam: help"`},
		{"Northam #1", `"Northam #1"`, `"Northam #1"`},
		{"- Northam", `"- Northam"`, `"- Northam"`},
		{`the "new" one`, `the "new" one`, `the "new" one`},
		{`"new" one`, `"\"new\" one"`, `"\"new\" one"`},
		{`back\slash`, `back\slash`, `back\slash`},
		{"two\nlines", `"two\nlines"`, `"two\nlines"`},
		{"Büro 🙂", "Büro 🙂", "Büro 🙂"},
		{"a\u202eb", `"a\u202Eb"`, `"a\u202Eb"`},
	} {
		if alone, within := scalar(test.value, false), scalar(test.value, true); alone != test.alone || within != test.within {
			t.Errorf("%q is written %s, and %s within a list; want %s and %s", test.value, alone, within, test.alone, test.within)
		}
	}
}

// Whatever the value, YAML reads it back, alone and within a list and a check.
func FuzzScalar(f *testing.F) {
	for _, v := range []string{"a", "", " a", "a ", "-", "? a", "a:", "a:b", "a: b", "a #b", "{", "a,b", "~", "''", "|", "é\u0085", "\u2028", "a\tb", "---", "...", "0x1f", "%a", "@a", "a\n\nb", "\ufeffa", "<<", "=", "🙂"} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v string) {
		v = strings.ToValidUTF8(v, "") // files are
		for _, form := range []string{"a: " + scalar(v, false), "a: [" + scalar(v, true) + "]", "a: {b: " + scalar(v, true) + ", c: d}", "a:\n  - " + scalar(v, false)} {
			var doc yaml.Node
			if err := yaml.Unmarshal([]byte(form), &doc); err != nil {
				t.Fatalf("%q is written %s: %v", v, form, err)
			}
			n := doc.Content[0].Content[1]
			for len(n.Content) > 0 {
				n = n.Content[min(1, len(n.Content)-1)]
			}
			if n.Value != v || plain(v) && (key{node: n}).blank() {
				t.Fatalf("%q is written %s and read back %q", v, form, n.Value)
			}
		}
	})
}
