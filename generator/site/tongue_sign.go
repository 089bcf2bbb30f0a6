package site

import (
	"regexp"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A spokenPanel is a sign in another language. It says what the sign in English
// says, line by line: in the language what that has a string for, the rest in
// English.
type spokenPanel struct {
	Title    said        `json:"title"`  // for whom it is, where an area has several
	Titled   bool        `json:"titled"` // it has one
	First    *said       `json:"first"`  // who to ring first
	Alerts   []alert     `json:"alerts"` // in English
	Old      bool        `json:"old"`
	Board    []utterance `json:"board"`
	Below    []utterance `json:"below"`
	Promises []said      `json:"promises"`
	Fair     *said       `json:"fair"` // is it independent?
	Law      said        `json:"law"`
	Lawful   bool        `json:"lawful"`
	Next     []utterance `json:"next"`
}

// sameWords are the wordings that languages have a string of the same id for.
var sameWords = []string{"block-w", "block-x", "block-k", "block-q"}

// channelStrings are the strings that name a type of channel.
var channelStrings = map[model.ChannelType]string{
	model.Phone: "phone", model.Text: "text-message", model.Email: "email", model.Website: "website",
}

// panel is a sign of an area in the language.
func (t tongue) panel(p Panel, first model.FirstContact) spokenPanel {
	spoken := spokenPanel{
		Title: english(plain(p.Title)), Titled: p.Title != "", First: t.reviewed("who-first"), Alerts: p.Alerts, Old: p.Old,
		Board: t.passages(p.Board), Below: t.passages(p.Below), Next: t.passages(p.Next),
	}
	if on := first.Origin.Checked.On; t.has("last-checked") && first.Origin.Told() && !on.IsZero() && first.Service != nil && !t.closed(first.Service) {
		checked := t.say("last-checked", fill{"date": inEnglish(on.Words())})
		spoken.Below = append(spoken.Below, utterance{[]Line{{Part: ToldPart, Says: checked.Says}}, checked.Lang, checked.Dir})
	}
	if len(p.Promises.Labels) > 0 {
		spoken.Promises = t.promised()
		spoken.Law, spoken.Lawful = english(plain(p.Promises.Law)), p.Promises.Law != ""
		spoken.Fair = t.reviewed("independent")
	}
	return spoken
}

// passages are the lines in the language, those side by side of one language
// together.
func (t tongue) passages(lines []Line) []utterance {
	var list []utterance
	add := func(s said, line Line) {
		line.Says = s.Says
		if n := len(list); n > 0 && list[n-1].Lang == s.Lang {
			list[n-1].Lines = append(list[n-1].Lines, line)
			return
		}
		list = append(list, utterance{[]Line{line}, s.Lang, s.Dir})
	}
	rings := slices.ContainsFunc(lines, isRing)
	for i, line := range lines {
		line.Open = nil // the hours of today are said in English alone
		switch text := Words(line.Says); {
		case line.Part == HeadPart && rings && text == t.d.Vocabulary.Say("block-a"): // the line of the number says it
		case isRing(line):
			add(t.say("ring", fill{"number": line.Says}), line)
		case line.Part == WhatPart && t.explains(text):
			for _, about := range t.aboutService() {
				add(about, line)
			}
		case line.Part == HoursPart:
			if i == 0 || lines[i-1].Part != HoursPart {
				add(t.say("hours", nil), line)
			}
			add(english(line.Says), line)
			if days := t.days(Words(line.Says)); len(days) > 0 {
				add(t.self(days), line)
			}
		case line.Part == OtherPart:
			add(t.other(line), line)
		default:
			add(t.line(line), line)
		}
	}
	return list
}

// weekdayWord is what may be a day's name as hours have it: Monday, Mondays, Mon.
var weekdayWord = regexp.MustCompile(`\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*`)

// days are the names of days in a text that stays in English, each with what
// the language calls it.
func (t tongue) days(text string) []Span {
	var says []Span
	said := map[string]bool{}
	for _, word := range weekdayWord.FindAllString(text, -1) {
		short := strings.TrimSuffix(strings.ToLower(word), "s")
		i := slices.IndexFunc(dayStrings, func(day string) bool { return strings.HasPrefix(day, short) })
		if i < 0 || said[dayStrings[i]] {
			continue
		}
		day := dayStrings[i]
		said[day] = true
		if len(says) > 0 {
			says = append(says, plain(" · ")...)
		}
		says = append(says, inEnglish(capital(day))...)
		says = append(append(says, plain(": ")...), t.say(day, nil).Says...)
	}
	return says
}

// dayStrings are the strings that name the days.
var dayStrings = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// isRing reports whether the line is a number to ring.
func isRing(l Line) bool { return l.Part == CallPart && len(l.Says) == 1 && l.Says[0].Tel != "" }

// explains reports whether the sentence says what an advice service is.
func (t tongue) explains(sentence string) bool {
	return slices.Contains([]string{whatUnnamed, what(""), what("SENDIASS")}, sentence)
}

// line is a line that languages have a string for, or as it is.
func (t tongue) line(l Line) said {
	for _, id := range sameWords {
		if Words(l.Says) == t.d.Vocabulary.Say(id) {
			return t.say(id, nil)
		}
	}
	return english(l.Says)
}

// other is another way to reach the service, its label in the language.
func (t tongue) other(l Line) said {
	for kind, id := range channelStrings {
		if len(l.Says) == 2 && l.Says[0].Text == t.label("channels", string(kind))+": " && t.has(id) {
			return t.self(slices.Concat(t.say(id, nil).Says, plain(": "), l.Says[1:]))
		}
	}
	return english(l.Says)
}
