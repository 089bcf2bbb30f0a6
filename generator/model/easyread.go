package model

import "slices"

// An EasyRead is a help page in Easy Read, written in content/easy-read: few
// words, and a picture beside each idea.
type EasyRead struct {
	ID      string // of the help page
	Title   string
	Checked Date
	Ideas   []Idea
	Where   Where
}

// An Idea is what one picture shows, in one to three short sentences.
type Idea struct {
	Picture string // the name of a [Picture]
	Says    string
}

// The limits of a help page in Easy Read. That of an area's page is lower still,
// and is held by a test.
const (
	MaxEasySentence = 12  // words
	MaxEasyWords    = 120 // of a help page
)

// EasyReadFields are those of a help page in Easy Read. Its text has a line for
// each idea: the name of a picture, a colon, and what to say.
var EasyReadFields = []Field{
	{Name: "title", Label: "Title", Required: true, Meaning: "What the page is called, in few words.", Example: "The council said no"},
	{Name: "checked", Label: "Day it was last read through", Form: DateForm, Required: true, Meaning: "When somebody last read the whole page and found it right.", Example: "2026-11-03"},
}

// EasyRead returns the help page with the id in Easy Read.
func (d *Directory) EasyRead(id string) (EasyRead, bool) {
	i := slices.IndexFunc(d.EasyReads, func(e EasyRead) bool { return e.ID == id })
	if i < 0 {
		return EasyRead{}, false
	}
	return d.EasyReads[i], true
}
