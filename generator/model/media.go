package model

import "strings"

// A Clip is a video or a recording about a service, somewhere else on the web.
// Pages link to it and never show it themselves.
type Clip struct {
	Kind       string // of [ClipKinds]
	Title      string
	URL        string
	Transcript string // its words, or the web address of a page that has them
	Language   string // id of data/vocabulary/languages.csv; "" for English, or the signs of the kind
}

// ClipKinds are what a clip can be.
var ClipKinds = []Choice{{"bsl", "Video in British Sign Language"}, {"explainer", "Video"}, {"audio", "Recording to listen to"}}

// IsVideo reports whether there is something to see.
func (c Clip) IsVideo() bool { return c.Kind != "audio" }

func (c Clip) String() string {
	return line("", c.Kind, "title", c.Title, "at", c.URL, "transcript", strings.Join(strings.Fields(c.Transcript), " "), "language", c.Language)
}

// Media are all the clips that one source names.
type Media []Clip

func (m Media) Blank() bool { return len(m) == 0 }

func (m Media) String() string {
	var parts []string
	for _, c := range m {
		parts = append(parts, c.String())
	}
	return strings.Join(parts, "; ")
}
