package gather

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"signpost/search/markup"
)

// A Meaning is what a value means: one area, several to ask about, another
// nation, or, as its zero value, nothing that we know.
type Meaning struct {
	Area    Area
	Choices []Area   // areas that may be meant, where it is not one
	Nations []string // names of other nations that may be meant
}

// An Area is one by its slug and its name.
type Area struct{ Slug, Name string }

// A Gatherer fills pages. The zero Gatherer takes slugs alone.
type Gatherer struct {
	// Meant says which area somebody means by a postcode, a place or a slug.
	Meant func(text string) Meaning
}

// Fill is a page with its slots filled as a query asks. read is the text of a
// page of the site by its address, or nil. A page without slots, or a query
// without values for them, leaves the page as it is.
func (g Gatherer) Fill(page []byte, query url.Values, read func(address string) []byte) []byte {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return page
	}
	slots := withAttribute(doc, "data-gather")
	f := filling{meant: g.Meant, read: read, query: query, asked: map[string][]asked{}, words: map[string]string{}, links: map[string][]Area{}, at: map[string]int{}}
	for _, slot := range slots {
		f.resolve(slot)
	}
	if !f.any() {
		return page
	}
	for i, slot := range slots {
		f.slot(slot, i+1)
	}
	f.show(doc)
	var out bytes.Buffer
	if err := html.Render(&out, doc); err != nil {
		return page
	}
	return out.Bytes()
}

// Bounds of what is looked at: far above what any family asks.
const (
	mostValues = 12
)

// slugForm is that of the slugs of areas.
var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// A filling is one page on its way.
type filling struct {
	meant func(text string) Meaning
	read  func(address string) []byte
	query url.Values
	asked map[string][]asked // by key
	words map[string]string  // states and words
	links map[string][]Area  // by key
	at    map[string]int     // by key, the value that the links choose for
}

// An asked is a value, as typed, and the area that it means, if it is one.
type asked struct {
	typed string
	area  Area
}

// resolve finds what the values of a slot's key mean.
func (f *filling) resolve(slot *html.Node) {
	key := markup.Value(slot, "data-gather")
	if _, done := f.asked[key]; done {
		return
	}
	f.asked[key] = nil
	for i, typed := range values(f.query, key) {
		m := f.mean(slot, typed)
		f.asked[key] = append(f.asked[key], asked{typed, m.Area})
		if m.Area.Slug == "" && typed != "" && f.words[key+"-typed"] == "" {
			f.words[key+"-typed"] = typed
			f.ask(key, i, m)
		}
	}
}

// values are those of a key, without blanks around them, and the empty ones.
func values(query url.Values, key string) []string {
	var list []string
	for _, v := range query[key][:min(mostValues, len(query[key]))] {
		list = append(list, markup.Typed(v))
	}
	return list
}

func (f *filling) mean(slot *html.Node, typed string) Meaning {
	switch {
	case typed == "":
		return Meaning{}
	case f.meant != nil:
		return f.meant(typed)
	case slugForm.MatchString(typed) && f.read(address(slot, typed)) != nil:
		return Meaning{Area: Area{Slug: typed}}
	}
	return Meaning{}
}

func (f *filling) ask(key string, at int, m Meaning) {
	f.at[key], f.links[key] = at, m.Choices
	if len(m.Choices) > 0 {
		f.words[key+"-ask"] = "yes"
	}
	if len(m.Nations) > 0 {
		f.words[key+"-nation"] = strings.Join(m.Nations, " or ")
	}
	if len(m.Choices)+len(m.Nations) == 0 {
		f.words[key+"-unknown"] = "yes"
	}
}

// any reports whether somebody asked for anything.
func (f *filling) any() bool {
	for _, list := range f.asked {
		if slices.ContainsFunc(list, func(a asked) bool { return a.typed != "" }) {
			return true
		}
	}
	return false
}

// slugs are the areas of a key, each once.
func (f *filling) slugs(key string) []string {
	var list []string
	for _, a := range f.asked[key] {
		if a.area.Slug != "" && !slices.Contains(list, a.area.Slug) {
			list = append(list, a.area.Slug)
		}
	}
	return list
}

func address(slot *html.Node, slug string) string {
	return strings.ReplaceAll(markup.Value(slot, "data-page"), "{}", slug)
}

// slot fills one; n is its number on the page, from 1.
func (f *filling) slot(slot *html.Node, n int) {
	key := markup.Value(slot, "data-gather")
	for _, slug := range f.slugs(key) {
		if slices.Contains(f.slugs(markup.Value(slot, "data-but")), slug) {
			f.words[key+"-same"] = "yes"
			continue
		}
		part := part{prefix: "g" + strconv.Itoa(n) + "-" + slug + "-", address: address(slot, slug), level: 2}
		if level, err := strconv.Atoi(markup.Value(slot, "data-level")); err == nil {
			part.level = level
		}
		if taken := part.take(f.read(part.address), markup.Value(slot, "data-take")); taken != nil {
			slot.AppendChild(taken)
			f.words[key] = "yes"
		}
	}
}
