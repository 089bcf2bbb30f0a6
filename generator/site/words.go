package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"signpost/generator/model"
)

// A Span is a run of words with what it links to: a web or mail address, a
// number to ring, or a number to text. At most one is set. Words without a link
// that are in another language than those around them say in which.
type Span struct {
	Text string `json:"text"`
	Href string `json:"href"`
	Tel  string `json:"tel"`
	SMS  string `json:"sms"`
	Lang string `json:"lang,omitempty"`
	Dir  string `json:"dir,omitempty"`
}

// Link is the address that a browser opens for the span, or "".
func (s Span) Link() string {
	switch {
	case s.Tel != "":
		return "tel:" + s.Tel
	case s.SMS != "":
		return "sms:" + s.SMS
	}
	return s.Href
}

// plain is words without a link.
func plain(words string) []Span { return []Span{{Text: words}} }

// Words is the text of spans, as it reads on paper.
func Words(spans []Span) string {
	var words strings.Builder
	for _, s := range spans {
		words.WriteString(s.Text)
	}
	return words.String()
}

// fill says what stands for each {placeholder} of a wording.
type fill map[string][]Span

// say is the wording with the id, with links where its placeholders have them.
func (v *views) say(id string, with fill) []Span {
	return expand(v.d.Vocabulary.Say(id), with)
}

// expand replaces each {placeholder}. One that is not filled stays as it is: a
// test looks for braces on every page.
func expand(words string, with fill) []Span {
	var spans []Span
	for {
		before, rest, open := strings.Cut(words, "{")
		name, after, closed := strings.Cut(rest, "}")
		filling, known := with[name]
		if !open || !closed || !known {
			return appendWords(spans, words)
		}
		spans = append(appendWords(spans, before), filling...)
		words = after
	}
}

func appendWords(spans []Span, words string) []Span {
	if words == "" {
		return spans
	}
	return append(spans, Span{Text: words})
}

// capital makes the first letter a capital one.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return words
	}
	return string(unicode.ToUpper(first)) + words[size:]
}

// begin gives a name its capital letter, but for one that has it inside: iASK.
func begin(name string) string {
	if strings.ToLower(name) != name {
		return name
	}
	return capital(name)
}

// small is a label to stand inside a sentence. One that begins with a name or
// an acronym keeps its capital: BSL, SEND.
func small(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if next, _ := utf8.DecodeRuneInString(label[size:]); size == 0 || unicode.IsUpper(next) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// sentences makes one of each label, as labels begin with a capital letter.
func sentences(labels []string) []Span {
	var says []string
	for _, label := range labels {
		says = append(says, full(label))
	}
	return plain(strings.Join(says, " "))
}

// list joins names as English does: a, b and c.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// places lists names of places, of which some hold an "and" of their own:
// Melton, Oadby and Wigston; Blaby.
func places(names []string) string {
	if slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, " and ") }) {
		return strings.Join(names, "; ")
	}
	return list(names)
}

// quote marks words as somebody's own.
func quote(words string) string { return "“" + strings.TrimSpace(words) + "”" }

// full ends words with a full stop, where they have no end of their own.
func full(words string) string {
	words = strings.TrimSpace(words)
	if words == "" || strings.ContainsAny(words[len(words)-1:], ".!?") {
		return words
	}
	return words + "."
}

// nameOf is what pages call a service. One without a name is called by what it is.
func (v *views) nameOf(s *model.Service) string {
	if name := s.Name.Value.Name; name != "" {
		return begin(name)
	}
	return v.label("kinds", string(s.Kind))
}

// label is the plain words for an id of a vocabulary.
func (v *views) label(vocabulary, id string) string {
	term, _ := v.d.Vocabulary[vocabulary].Find(id)
	return term.Label
}

// labels are the plain words for ids.
func (v *views) labels(vocabulary string, ids []string) []string {
	return v.d.Vocabulary[vocabulary].Labels(ids)
}
