package prose

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestHTML(t *testing.T) {
	for _, test := range []struct{ name, md, want string }{
		{"paragraph", "Ring *us*.", "<p>Ring <em>us</em>.</p>"},
		{"the highest heading gets the level asked for", "# About us", "<h3>About us</h3>"},
		{"whatever its author began with", "#### About us", "<h3>About us</h3>"},
		{"no level is skipped", "## A\n\n#### B", "<h3>A</h3>\n<h4>B</h4>"},
		{"web link", "[Us](https://northam.example.org/a?b=1&c=2)", `<p><a href="https://northam.example.org/a?b=1&amp;c=2" rel="nofollow noopener ugc">Us</a></p>`},
		{"link's title goes", `[Us](https://e.org "hover")`, `<p><a href="https://e.org" rel="nofollow noopener ugc">Us</a></p>`},
		{"phone link", "[Ring](tel:+441632960123)", `<p><a href="tel:+441632960123" rel="nofollow noopener ugc">Ring</a></p>`},
		{"text link", "[Text](sms:+447700900123)", `<p><a href="sms:+447700900123" rel="nofollow noopener ugc">Text</a></p>`},
		{"e-mail", "<advice@northam.example.org>", `<p><a href="mailto:advice@northam.example.org" rel="nofollow noopener ugc">advice@northam.example.org</a></p>`},
		{"bare address", "See https://e.org now", `<p>See <a href="https://e.org" rel="nofollow noopener ugc">https://e.org</a> now</p>`},
		{"image leaves its words", "![our office](https://evil.example/x.png)", "<p>our office</p>"},
		{"image in a link", "[![logo](x.png)](https://e.org)", `<p><a href="https://e.org" rel="nofollow noopener ugc">logo</a></p>`},
		{"image in an unwanted link", "[![logo](x.png)](javascript:x)", "<p>logo</p>"},
		{"script", "<script>alert(1)</script>", ""},
		{"inline html", "a <b onclick=x>b</b> c", "<p>a b c</p>"},
		{"comment", "<!-- x -->", ""},
		{"javascript", "[x](javascript:alert(1))", "<p>x</p>"},
		{"javascript, mixed case", "[x](JaVaScRiPt:alert(1))", "<p>x</p>"},
		{"javascript, entities", "[x](java&#115;cript:alert(1))", "<p>x</p>"},
		{"data", "[x](data:text/html;base64,PHNjcmlwdD4=)", "<p>x</p>"},
		{"vbscript keeps emphasis", "[**x**](vbscript:x)", "<p><strong>x</strong></p>"},
		{"file", "[x](file:///etc/passwd)", "<p>x</p>"},
		{"other host by slashes", "[x](//evil.example)", "<p>x</p>"},
		{"own path", "[x](/areas/kent/)", "<p>x</p>"},
		{"fragment", "[x](#top)", "<p>x</p>"},
		{"credentials", "[x](https://bank.example@evil.example/)", "<p>x</p>"},
		{"scheme without host", "[x](https:javascript)", "<p>x</p>"},
		{"autolinked script", "<javascript:alert(1)>", "<p>javascript:alert(1)</p>"},
		{"reference link", "[x][y]\n\n[y]: javascript:alert(1)", "<p>x</p>"},
		{"attributes are words", "# Head {#main .evil style=\"x\"}", "<h3>Head {#main .evil style=&quot;x&quot;}</h3>"},
		{"shortcode is words", "{{< youtube x >}}", "<p>{{&lt; youtube x &gt;}}</p>"},
		{"template is words", "{{ .Site.BaseURL }}", "<p>{{ .Site.BaseURL }}</p>"},
		{"column without style", "|a|\n|:-:|\n|b|", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>"},
		{"code without class", "```js\nx\n```", "<pre><code>x\n</code></pre>"},
		{"not UTF-8", "a\xffb", "<p>a\uFFFDb</p>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := HTML(test.md, 3)
			if err != nil || got != test.want {
				t.Errorf("HTML(%q)\n got %q, %v\nwant %q", test.md, got, err, test.want)
			}
		})
	}
}

var (
	tags       = strings.Fields("html head body p h3 h4 h5 h6 em strong del a ul ol li blockquote pre code br hr table thead tbody tr th td")
	attributes = map[string][]string{"a": {"href", "rel"}, "ol": {"start"}}
)

// FuzzHTML holds whatever an entry contains to the tags, attributes and kinds
// of link that the package comment promises.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{"# a\n\n- b\n  1. c", "[x](javascript:y)", "<a href=x>", "![a](b)", "|a|b|\n|-|:-|\n|c|", "```js\nx\n```", "a&#x3c;b", "[a]: <b>\n[a]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, md string) {
		out, err := HTML(md, 3)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				checkElement(t, n, md)
			}
		}
	})
}

func checkElement(t *testing.T, n *html.Node, md string) {
	if !slices.Contains(tags, n.Data) {
		t.Errorf("<%s> from %q", n.Data, md)
	}
	for _, a := range n.Attr {
		if !slices.Contains(attributes[n.Data], a.Key) {
			t.Errorf("<%s %s> from %q", n.Data, a.Key, md)
		}
		if a.Key == "href" && !strings.HasPrefix(a.Val, "mailto:") && !linkable(a.Val) {
			t.Errorf("href %q from %q", a.Val, md)
		}
	}
}
