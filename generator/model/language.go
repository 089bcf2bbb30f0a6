package model

import (
	"fmt"
	"slices"
)

// SourceLanguage is the language that the others are translated from. Its
// words count, and stand where another language has none.
const SourceLanguage = "en-GB"

// A Language is what pages say to those who read it, by the ids of
// [FixedStrings] and [InterfaceStrings].
type Language struct {
	Tag          string // BCP 47, as in the vocabulary of languages
	Name         string // in the language itself
	EnglishName  string
	Direction    string // in which it is written: LeftToRight or RightToLeft
	AskInEnglish string // the English words that ask for an interpreter; "" in English
	ReviewedBy   string // the role of the native speaker who checked every string; "" for nobody yet
	ReviewedOn   Date
	Strings      map[string]string // with {placeholders}, the same as in English
	Where        Where
}

// The directions of writing, as HTML calls them.
const (
	LeftToRight = "ltr"
	RightToLeft = "rtl"
)

// FixedStrings are the ids of what a family must be able to read: what the
// service is, that it is free, how to ring, how to get an interpreter, what is
// doubtful, and where help is if someone is in danger. Every language has all
// of them, and they are published before anyone has reviewed them, under the
// string not-checked. Those that begin with block- say what the wording of the
// same id says.
var FixedStrings = []string{
	"what-it-is", "called", "free", "no-side",
	"ring", "hours", "block-w", "block-x", "block-k", "block-q",
	"ask-interpreter", "say-in-english", "phrase",
	"not-checked", "read-english", "urgent",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}

// InterfaceStrings are the ids of the other words of the start page and of an
// area's page. They are published once a native speaker has reviewed them, and
// a language may lack some.
var InterfaceStrings = []string{
	"search-label", "find", "dont-know", "all-areas", "choose-area", "young-people",
	"area-heading", "who-first", "others", "phone", "text-message", "email", "website",
	"independent", "languages", "last-checked", "mistake", "print", "skip", "urgent-heading",
}

// Reviewed reports whether a native speaker had checked the strings by a day.
// The source needs none.
func (l Language) Reviewed(asAt Date) bool {
	return l.Tag == SourceLanguage || l.ReviewedBy != "" && !l.ReviewedOn.IsZero() && !l.ReviewedOn.After(asAt)
}

// publishes reports whether a page may print the string of the language.
func (l Language) publishes(id string, asAt Date) bool {
	return l.Strings[id] != "" && (l.Reviewed(asAt) || slices.Contains(FixedStrings, id))
}

// SiteLanguages are those in which the site can be read: the source first, then in the
// order of the vocabulary.
type SiteLanguages []Language

// Find returns the language with the tag.
func (ls SiteLanguages) Find(tag string) (Language, bool) {
	i := slices.IndexFunc(ls, func(l Language) bool { return l.Tag == tag })
	if i < 0 {
		return Language{}, false
	}
	return ls[i], true
}

// Others are the languages beside the source.
func (ls SiteLanguages) Others() SiteLanguages {
	return slices.DeleteFunc(slices.Clone(ls), func(l Language) bool { return l.Tag == SourceLanguage })
}

// Tags are those of the languages.
func (ls SiteLanguages) Tags() []string {
	var tags []string
	for _, l := range ls {
		tags = append(tags, l.Tag)
	}
	return tags
}

// A Said is a text, and the language that it really is in: what a page in
// another language marks it with.
type Said struct {
	Text      string
	Tag       string
	Direction string
}

// Say returns the string with the id for readers of a language, as may be
// published on a day: in English where the language has no string, or none
// that anyone has reviewed. Its {placeholders} stay, for the page to fill with
// links. An id that English lacks is a mistake of the program: the reader of
// the files has made sure of all of them.
func (ls SiteLanguages) Say(tag, id string, asAt Date) Said {
	for _, tag := range []string{tag, SourceLanguage} {
		if l, ok := ls.Find(tag); ok && l.publishes(id, asAt) {
			return Said{l.Strings[id], l.Tag, l.Direction}
		}
	}
	panic(fmt.Sprintf("no string %q in %s", id, SourceLanguage))
}
