package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A HeaderRule is the headers that a host sends with the paths of a pattern,
// where a * at its end stands for anything, and :area for the name of one
// folder. Hosts differ in what they do where two rules name the same header for
// one path: some send the last, some send both. The table says the same either
// way: a browser that gets two policies obeys both, and no path has two rules
// for its caching.
type HeaderRule struct {
	Path    string
	Headers []Header
}

// A Header is one header's name and value.
type Header struct{ Name, Value string }

// policy opens default-src 'none' as far as the pages need: one style sheet,
// scripts, an icon, the files of the search, forms to the site itself. A
// service worker falls under script-src.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

// formPolicy opens it further for the editing form alone: it writes its own
// style, and sends what people change to where the files are. No script of
// another host runs there either.
const formPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self' blob: data: https://api.github.com; img-src 'self' blob: data:; font-src 'self'; manifest-src blob:; form-action 'self'; base-uri 'none'"

// unframed are the paths that nobody may put into a frame: all but /embed/.
// A page outside of them fails TestNoPageIsFramed.
var unframed = []string{
	"/",
	"/start/*",
	"/schools/*",
	"/find/*",
	"/offline/*",
	"/areas/*",
	"/help/*",
	"/young-people/*",
	"/moving/*",
	"/fostering/*",
	"/needs/*",
	"/communities/*",
	"/support/*",
	"/kinds/*",
	"/services/*",
	"/words/*",
	"/coverage/*",
	"/providers/*",
	"/admin/",
	"/thanks/*",
	"/about/*",
	"/accessibility/*",
	"/privacy/*",
	"/404.html",
}

// HeaderRules is the one table from which _headers and netlify.toml are made.
// Each language, by its tag, has a folder of pages.
func HeaderRules(languages []string) []HeaderRule {
	rules := []HeaderRule{
		// Where a host sends the policies of all rules, none of them may be
		// narrower than the form's; every page but the form has its own below.
		{"/*", []Header{
			{"Content-Security-Policy", formPolicy},
			{"Strict-Transport-Security", "max-age=63072000; includeSubDomains"},
			{"Referrer-Policy", "no-referrer"},
			{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"},
			{"X-Content-Type-Options", "nosniff"},
		}},
		{"/assets/*", []Header{{"Cache-Control", "public, max-age=31536000, immutable"}}},
		// Their type is text, so that hosts compress them: most is binary, and
		// only our own scripts read it.
		{"/search/1/*", []Header{{"Cache-Control", "public, max-age=31536000, immutable"}, {"Content-Type", "text/plain; charset=utf-8"}}},
		{"/search/current.json", []Header{{"Cache-Control", "public, max-age=0, must-revalidate"}}},
		{"/sw.js", []Header{{"Cache-Control", "public, max-age=0, must-revalidate"}}},
		{"/embed/*", []Header{{"Content-Security-Policy", policy}, {"Cache-Control", "public, max-age=0, must-revalidate"}}},
		{model.FormAddress + "*", []Header{
			{"Content-Security-Policy", formPolicy + "; frame-ancestors 'none'"},
			{"Cross-Origin-Opener-Policy", "same-origin-allow-popups"}, // people sign in in a window of their own
			{"Cache-Control", "public, max-age=0, must-revalidate"},
		}},
	}
	// Most hosts know the kind of file by its name; a phone opens no other.
	rules = append(rules, HeaderRule{model.ContactAddress(anyArea), []Header{{"Content-Type", "text/vcard; charset=utf-8"}}})
	paths := slices.Clone(unframed)
	for _, tag := range languages {
		paths = append(paths, model.LanguageAddress(tag)+"*")
	}
	for _, path := range paths {
		rules = append(rules, HeaderRule{path, []Header{
			{"Content-Security-Policy", policy + "; frame-ancestors 'none'"},
			{"Cross-Origin-Opener-Policy", "same-origin"},
			{"Cache-Control", "public, max-age=0, must-revalidate"},
		}})
	}
	return rules
}

// languagePath is where pages in other languages may stand: under a tag, as /ur/
// or /zh-Hant/.
var languagePath = regexp.MustCompile(`^/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)/`)

// HeadersFor are the headers of a path on a site that stands at the root of
// its host. Whoever asks need not know which languages the site has: any folder
// with the name of one counts.
func HeadersFor(path string) map[string]string {
	var languages []string
	if m := languagePath.FindStringSubmatch(path); m != nil {
		languages = []string{m[1]}
	}
	headers := map[string]string{}
	for _, rule := range HeaderRules(languages) {
		if matches(rule.Path, path) {
			for _, h := range rule.Headers {
				headers[h.Name] = h.Value
			}
		}
	}
	return headers
}

// anyArea stands for the name of an area in the path of a rule.
const anyArea = ":area"

func matches(pattern, path string) bool {
	prefix, open := strings.CutSuffix(pattern, "*")
	before, after, named := strings.Cut(pattern, anyArea)
	switch {
	case open:
		return strings.HasPrefix(path, prefix)
	case named:
		folder, begins := strings.CutPrefix(path, before)
		folder, ends := strings.CutSuffix(folder, after)
		return begins && ends && !strings.Contains(folder, "/")
	}
	return path == pattern
}

func (v *views) headersFile() ([]byte, error) {
	var out strings.Builder
	for _, rule := range HeaderRules(v.d.Languages.Others().Tags()) {
		fmt.Fprintln(&out, v.href(rule.Path))
		for _, h := range rule.Headers {
			fmt.Fprintf(&out, "  %s: %s\n", h.Name, h.Value)
		}
	}
	return []byte(out.String()), nil
}

// NetlifyHeaders is the same table as a part of netlify.toml, for a site in the
// languages with the tags.
func NetlifyHeaders(languages []string) string {
	var out strings.Builder
	for _, rule := range HeaderRules(languages) {
		fmt.Fprintf(&out, "[[headers]]\n  for = %q\n  [headers.values]\n", rule.Path)
		for _, h := range rule.Headers {
			fmt.Fprintf(&out, "    %s = %q\n", h.Name, h.Value)
		}
		out.WriteString("\n")
	}
	return out.String()
}
