package answer

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"signpost/search"
)

// maxTyped is the longest text that is looked at, in characters: far above what
// anybody types.
const maxTyped = 1000

// A filterTag is a question of the form: its name there, its name among
// search.Counts, and where its answers are kept.
type filterTag struct {
	name, counts string
	of           func(*search.Tags) *[]string
}

// filterTags are in the order in which an address names them.
var filterTags = []filterTag{
	{"kind", "kinds", func(t *search.Tags) *[]string { return &t.Kinds }},
	{"need", "needs", func(t *search.Tags) *[]string { return &t.Needs }},
	{"age", "ages", func(t *search.Tags) *[]string { return &t.Ages }},
	{"support", "support", func(t *search.Tags) *[]string { return &t.Support }},
	{"channel", "channels", func(t *search.Tags) *[]string { return &t.Channels }},
	{"language", "languages", func(t *search.Tags) *[]string { return &t.Languages }},
	{"community", "communities", func(t *search.Tags) *[]string { return &t.Communities }},
}

func (t filterTag) values(tags search.Tags) []string { return *t.of(&tags) }

// idForm is that of slugs and of the ids of vocabularies.
var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ParseQuery reads a query from the form's address. What is no id is left out.
func ParseQuery(form url.Values) Query {
	q := Query{Text: cut(form.Get("q")), Exact: form.Get("exact") == yes}
	if area := form.Get("area"); idForm.MatchString(area) {
		q.Area = area
	}
	for _, tag := range filterTags {
		ids := slices.Clone(form[tag.name])
		ids = slices.DeleteFunc(ids, func(id string) bool { return !idForm.MatchString(id) })
		slices.Sort(ids)
		*tag.of(&q.Tags) = slices.Compact(ids)
	}
	return q
}

// cut shortens a text to maxTyped characters.
func cut(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if utf8.RuneCountInString(text) <= maxTyped {
		return text
	}
	return string([]rune(text)[:maxTyped])
}
