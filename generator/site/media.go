package site

import (
	"strings"

	"signpost/generator/model"
)

// media are a service's videos and recordings: links alone. Nothing of them
// is shown on the page, and nothing plays by itself.
type media struct {
	Clips  []clip  `json:"clips"`
	Origin *origin `json:"origin"`
}

// A clip is one of them, with its words beside it.
type clip struct {
	Kind  string `json:"kind"`
	Title Span   `json:"title"`
	In    string `json:"in"` // its language, where that is not English
	Words []Span `json:"words"`
	Text  string `json:"text"` // the words themselves, where they are written here
}

func (v *views) media(s *model.Service) *media {
	if s == nil || !s.Media.Known() {
		return nil
	}
	m := &media{Origin: v.origin(s.Media.Origin, s)}
	for _, c := range s.Media.Value {
		m.Clips = append(m.Clips, v.clip(c))
	}
	return m
}

func (v *views) clip(c model.Clip) clip {
	view := clip{Title: Span{Text: c.Title, Href: webLink(c.URL)}, In: v.label("languages", c.Language)}
	if c.Kind == "bsl" && c.Language == "bsl" {
		view.In = "" // its kind has said so
	}
	for _, k := range model.ClipKinds {
		if k.Word == c.Kind {
			view.Kind = k.Label
		}
	}
	switch {
	case c.Transcript == "":
		view.Words = plain("Nobody has written down its words yet.")
	case strings.HasPrefix(c.Transcript, "https://"):
		view.Words = []Span{{Text: "Read the words of “" + c.Title + "”", Href: webLink(c.Transcript)}}
	default:
		view.Words, view.Text = plain("Its words:"), c.Transcript
	}
	return view
}
