package prose

import "testing"

// below is a site that lives below a folder and has two pages.
func below(address string) string {
	if address == "/help/waiting/" || address == "/help/" {
		return "/signpost" + address
	}
	return ""
}

func TestOwn(t *testing.T) {
	for _, test := range []struct{ md, want, refused string }{
		{"[wait](/help/waiting/)", `<p><a href="/signpost/help/waiting/">wait</a></p>`, ""},
		{"[wait][w]\n\n[w]: /help/", `<p><a href="/signpost/help/">wait</a></p>`, ""},
		{"[gone](/help/gone/)", "<p>gone</p>", "/help/gone/"},
		{"[x](//help/waiting/)", "<p>x</p>", "//help/waiting/"},
		{"[x](help/waiting/)", "<p>x</p>", "help/waiting/"},
		{"[x](javascript:alert(1))", "<p>x</p>", "javascript:alert(1)"},
		{"[x](https://e.org)", `<p><a href="https://e.org" rel="nofollow noopener ugc">x</a></p>`, ""},
	} {
		if got, err := GuideHTML(test.md, 2, below); err != nil || got != test.want {
			t.Errorf("GuideHTML(%q) = %q, %v; want %q", test.md, got, err, test.want)
		}
		refused := ""
		for _, r := range GuideRefused(test.md, below) {
			refused += r.Found
		}
		if refused != test.refused {
			t.Errorf("GuideRefused(%q): %q; want %q", test.md, refused, test.refused)
		}
	}
}
