package site

import (
	"fmt"
	"strings"

	"signpost/generator/model"
)

// A said is words that are all of one language, which the element around them
// names: a page in another language has words of English, too.
type said struct {
	Says []Span `json:"says"`
	Lang string `json:"lang"`
	Dir  string `json:"dir"`
}

// An utterance is lines of a sign that are all of one language.
type utterance struct {
	Lines []Line `json:"lines"`
	Lang  string `json:"lang"`
	Dir   string `json:"dir"`
}

// A tongue writes pages in a language.
type tongue struct {
	*views
	own model.Language
}

func (v *views) tongue(tag string) (tongue, error) {
	l, ok := v.d.Languages.Find(tag)
	if !ok {
		return tongue{}, fmt.Errorf("the directory has no language %q", tag)
	}
	return tongue{v, l}, nil
}

// say is a string of the language, or the English one where that is all that may
// be published.
func (t tongue) say(id string, with fill) said {
	s := t.d.Languages.Say(t.own.Tag, id, t.d.AsAt)
	says := expand(s.Text, with)
	if s.Tag != model.SourceLanguage {
		says = keepEnglish(says)
	}
	return said{says, s.Tag, s.Direction}
}

// keptEnglish is the word that languages keep beside their own, as it stands on
// letters and doors.
const keptEnglish = "council"

// keepEnglish marks the English word where it stands in brackets.
func keepEnglish(says []Span) []Span {
	var marked []Span
	for _, s := range says {
		before, after, found := strings.Cut(s.Text, "("+keptEnglish+")")
		if !found || s.Lang != "" || s.Link() != "" {
			marked = append(marked, s)
			continue
		}
		marked = append(marked, Span{Text: before + "("})
		marked = append(marked, inEnglish(keptEnglish)...)
		marked = append(marked, Span{Text: ")" + after})
	}
	return marked
}

// has reports whether the page may say the string in its own language.
func (t tongue) has(id string) bool { return t.say(id, nil).Lang == t.own.Tag }

// reviewed is a string that a page can do without, if it may say it in its own
// language.
func (t tongue) reviewed(id string) *said {
	if !t.has(id) {
		return nil
	}
	s := t.say(id, nil)
	return &s
}

// self is words of the page's own language.
func (t tongue) self(says []Span) said { return said{says, t.own.Tag, t.own.Direction} }

// english is words that stay as they are.
func english(says []Span) said { return said{says, model.SourceLanguage, model.LeftToRight} }

// inEnglish is a word or a name within a sentence of another language.
func inEnglish(words string) []Span {
	return []Span{{Text: words, Lang: model.SourceLanguage, Dir: model.LeftToRight}}
}

// sendTerm is how English letters call what the advice is about: families meet
// the words there, so they are kept.
const sendTerm = "special educational needs and disability (SEND)"

// aboutService says what the advice service is.
func (t tongue) aboutService() []said {
	return []said{t.say("what-it-is", nil), t.say("called", fill{"term": inEnglish(sendTerm)})}
}

// promised are the promises of the law that languages have strings for.
func (t tongue) promised() []said {
	var says []said
	if _, ok := t.inLaw("free"); ok {
		says = append(says, t.say("free", nil))
	}
	if _, ok := t.inLaw("impartial"); ok {
		says = append(says, t.say("no-side", nil))
	}
	return says
}

// notices say that nobody who grew up with the language has read the page, in
// it and in English. A page that somebody read has none.
func (t tongue) notices() []said {
	if t.own.Reviewed(t.d.AsAt) {
		return nil
	}
	words := t.d.Languages.Say(model.SourceLanguage, "not-checked", t.d.AsAt)
	return []said{t.say("not-checked", nil), english(plain(words.Text))}
}

// danger is the sentence about 999. The other urgent lines stand in English at
// the foot, as on every page.
func (t tongue) danger() said {
	return t.say("urgent", fill{"number": {{Text: "999", Tel: "999"}}})
}

// dress gives the frame what stands around a page in another language: its own
// words where it may say them.
func (t tongue) dress(f *frame) {
	f.Lang, f.Dir, f.Translated = t.own.Tag, t.own.Direction, true
	skip, label, find := t.say("skip", nil), t.say("search-label", nil), t.say("find", nil)
	f.Skip = &skip
	if t.has("search-label") && t.has("find") {
		f.Box.Label, f.Box.Find, f.Box.Lang, f.Box.Dir = Words(label.Says), Words(find.Says), t.own.Tag, t.own.Direction
	}
}
