package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// A handout is what somebody who works with families gives to them about an
// area: words to copy, long and short, and a card to print.
type handout struct {
	Plain passage `json:"plain"`
	Short passage `json:"short"`
	Cards []slip  `json:"cards"` // one, or one for each audience that starts elsewhere
}

// A passage is text to copy.
type passage struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Text  string `json:"text"`
	Rows  int    `json:"rows"`
}

// A slip is a card to print.
type slip struct {
	Area    string `json:"area"`
	For     string `json:"for"` // the audience, where an area has several
	Lines   []Line `json:"lines"`
	Address string `json:"address"`
	Date    string `json:"date"`
}

func (v *views) handout(a *model.Area) handout {
	panels, address := v.signs(a), v.link(model.AreaAddress(a.Slug))
	h := handout{
		Plain: passageOf("plain", "The whole text", longText(a.Name, panels, address, v.d.AsAt)),
		Short: passageOf("short", "The same, shorter and easier to read", shortText(a.Name, panels, address)),
	}
	for _, p := range panels {
		h.Cards = append(h.Cards, slip{a.Name, p.Title, append(slices.Clone(p.Board), contactBelow(p)...), strings.TrimPrefix(address, "https://"), v.d.AsAt.Words()})
	}
	return h
}

// contactBelow is what a family has to know of what stands below the board: the
// council's page, where nothing else is known, and all that is not sure.
func contactBelow(p Panel) []Line { return pick(p.Below, CallPart, UnsurePart, NextPart) }

// passageOf is a passage with room for its lines, some of which are longer than a row.
func passageOf(id, label, says string) passage {
	const row = 60
	rows := 0
	for line := range strings.Lines(says) {
		rows += 1 + len(line)/row
	}
	return passage{ID: id, Label: label, Text: says, Rows: rows}
}

// longText says all that the sign of the area does, with where each thing is
// from, as it stands in a letter or an e-mail.
func longText(area string, panels []Panel, address string, asAt model.Date) string {
	parts := []string{"Free advice for families in " + area + ": special educational needs and disability (SEND)"}
	for _, p := range panels {
		parts = append(parts, p.Title, alertText(p.Alerts), posted(p.Board), posted(p.Below), promiseText(p.Promises), posted(p.Next))
	}
	return paragraphs(append(parts, "This is what we knew on "+asAt.Words()+". See what we know now: "+address))
}

// shortText is for families who find reading hard. It keeps what is not sure,
// and leaves out where each thing is from.
func shortText(area string, panels []Panel, address string) string {
	parts := []string{"There is free help for families in " + area + "."}
	for _, p := range panels {
		parts = append(parts, p.Title, alertText(p.Alerts), posted(pick(p.Board, HeadPart, NoticePart, NamePart, WhatPart, CallPart, HoursPart)), posted(contactBelow(p)), posted(pick(p.Next, NextPart)))
	}
	return paragraphs(append(parts, "You do not need the right words. Say what is hard. They listen.", "To read more: "+address))
}

// pick are the lines that are one of the parts; with what is not sure, those that
// say how old something is, or that they took no new families.
func pick(lines []Line, parts ...Part) []Line {
	var picked []Line
	for _, l := range lines {
		if slices.Contains(parts, l.Part) || (l.Old || l.Warns) && slices.Contains(parts, UnsurePart) {
			picked = append(picked, l)
		}
	}
	return picked
}

// posted is lines as they stand in a letter: a number is said to be one, and a
// web address is whole.
func posted(lines []Line) string {
	var says []string
	for _, l := range lines {
		words := ""
		for _, s := range l.Says {
			words += written(s)
		}
		if isRing(l) {
			words = "Phone: " + words
		}
		says = append(says, words)
	}
	return strings.Join(says, "\n")
}

// written is a span on paper. A web address that was shortened for the screen is
// whole again: nobody can follow the rest.
func written(s Span) string {
	if s.Href != "" && s.Text == shortAddress(s.Href) {
		return s.Href
	}
	return s.Text
}

func alertText(alerts []alert) string {
	var says []string
	for _, a := range alerts {
		says = append(says, Words(a.Says))
	}
	return strings.Join(says, "\n")
}

func promiseText(p promises) string {
	var says []string
	if p.About != "" {
		says = append(says, p.About)
	}
	for _, label := range p.Labels {
		says = append(says, full(label))
	}
	return strings.TrimSpace(strings.Join(says, " ") + "\n" + p.Law)
}

// paragraphs are the parts that say anything, with a line between them.
func paragraphs(parts []string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}
