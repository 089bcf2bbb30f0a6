package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"signpost/generator/model"
)

// A glossaryView is the page of words: what each means, what families say for
// it, and where to go.
type glossaryView struct {
	Frame   frame     `json:"frame"`
	Lead    string    `json:"lead"`
	Letters []letter  `json:"letters"`
	Check   string    `json:"check"` // beside every law
	Start   startView `json:"start"`
}

// A letter is the words that begin with it.
type letter struct {
	ID    string    `json:"id"`
	Name  string    `json:"name"`
	Words []glossed `json:"words"`
}

// A glossed is one word with its meaning.
type glossed struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Short   []Span `json:"short"`
	Body    string `json:"body"`    // safe HTML
	Written string `json:"written"` // other ways to write it
	Says    string `json:"says"`    // what families say for it
	Goes    []Span `json:"goes"`
	Law     []Span `json:"law"`
}

const wordsLead = "Letters and meetings are full of hard words. Here is what they mean, and where to go."

func (v *views) glossary(p model.Page) (glossaryView, error) {
	view := glossaryView{Frame: v.frame(p, wordsLead), Lead: wordsLead, Check: checkWords, Start: v.start()}
	words := slices.SortedStableFunc(slices.Values(v.d.Words), func(a, b model.Word) int {
		return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	for _, w := range words {
		one, err := v.glossed(w)
		if err != nil {
			return view, err
		}
		name := initial(w.Title)
		if n := len(view.Letters); n == 0 || view.Letters[n-1].Name != name {
			view.Letters = append(view.Letters, letter{ID: "letter-" + strings.ToLower(name), Name: name})
		}
		last := &view.Letters[len(view.Letters)-1]
		last.Words = append(last.Words, one)
	}
	return view, nil
}

// digits is where words stand that begin with no letter.
const digits = "0-9"

func initial(title string) string {
	if r, _ := utf8.DecodeRuneInString(title); unicode.IsLetter(r) {
		return string(unicode.ToUpper(r))
	}
	return digits
}

// glossed is a word for the page. Its own text links to other words.
func (v *views) glossed(w model.Word) (glossed, error) {
	l := v.linking(w.ID)
	g := glossed{
		ID: w.ID, Title: w.Title, Short: l.text(full(w.Short)), Written: strings.Join(w.Also, ", "), Says: strings.Join(w.Says, ", "),
	}
	for _, target := range w.GoesTo {
		if link, ok := v.targetLink(target); ok {
			g.Goes = append(g.Goes, link)
		}
	}
	if w.Law != "" {
		g.Law = []Span{{Text: "From the law: "}, {Text: w.Law, Href: webLink(w.LawSource)}, {Text: "."}}
	}
	var err error
	g.Body, err = l.page.HTML(w.Body, 4, v.own)
	return g, err
}

// targetLink is the page that a target means, by its title. It is false where
// there is no such page.
func (v *views) targetLink(target string) (Span, bool) {
	address, ok := v.d.TargetAddress(target)
	of, id, _ := strings.Cut(target, ":")
	if of == model.HelpTarget {
		a, _ := v.d.Help(id)
		return Span{Text: a.Title, Href: v.href(address)}, ok
	}
	for _, t := range model.Topics {
		if t.Target == of {
			return Span{Text: v.label(t.Vocabulary, id), Href: v.href(address)}, ok
		}
	}
	return Span{}, false
}
