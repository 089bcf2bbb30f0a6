package prose

import "testing"

func TestText(t *testing.T) {
	for _, test := range []struct{ md, want string }{
		{"# About\n\nWe *help*\nyou.", "About We help you."},
		{"- one\n- two", "one two"},
		{"[Us](https://e.org) ![office](x.png)", "Us office"},
		{"<b>bold</b> <script>x</script>", "bold x"},
		{"|a|b|\n|-|-|\n|c|d|", "a b c d"},
		{"fish &amp; chips \\* 1", "fish & chips * 1"},
		{"```\ncode\n```", "code"},
		{"<https://e.org>", "https://e.org"},
		{"", ""},
	} {
		if got := Text(test.md); got != test.want {
			t.Errorf("Text(%q) = %q, want %q", test.md, got, test.want)
		}
	}
}
