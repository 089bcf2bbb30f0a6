package model

import "slices"

// A Picture is one of the site's own pictures, themes/signpost/static/pictures/<name>.svg.
// Each stands beside the words that it shows, and says in Alt what they mean
// to somebody who does not see it.
type Picture struct{ Name, Alt string }

// Pictures lists them all. They are drawn in one style: a light tile of their
// own, so that they can be seen on any ground, with dark lines.
var Pictures = []Picture{
	{"ring", "A phone that rings"},
	{"answerphone", "The sign of an answerphone"},
	{"talk", "A person who talks"},
	{"listen", "An ear that listens"},
	{"think-together", "Two people who have an idea"},
	{"write-it-down", "A page and a pencil"},
	{"call-back", "A phone that somebody rings back"},
	{"free", "A coin, crossed out"},
	{"keep-to-themselves", "A closed lock"},
	{"not-decide", "A judge's hammer, crossed out"},
	{"you-choose", "A person who ticks one of two boxes"},
	{"meeting", "Two people at a table"},
	{"letter", "A letter"},
	{"plan", "A list with ticks"},
	{"school", "A school"},
	{"council", "A council's building"},
	{"visit", "A person who comes to a house"},
	{"text", "A phone with a text message"},
	{"email", "An e-mail"},
	{"form", "A form and a pencil"},
	{"interpreter", "Words in two languages"},
	{"calendar", "A calendar with one day marked"},
	{"danger", "A warning sign"},
	{"family", "Two grown-ups and a child"},
	{"young-person", "A young person in a cap"},
	{"place", "A mark on a map"},
	{"clock", "A clock"},
	{"website", "A website"},
	{"ask", "A person who asks"},
}

// PictureNamed returns the picture with the name.
func PictureNamed(name string) (Picture, bool) {
	i := slices.IndexFunc(Pictures, func(p Picture) bool { return p.Name == name })
	if i < 0 {
		return Picture{}, false
	}
	return Pictures[i], true
}

// PictureNames lists the names.
func PictureNames() []string {
	names := make([]string, len(Pictures))
	for i, p := range Pictures {
		names[i] = p.Name
	}
	return names
}
