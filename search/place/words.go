package place

import (
	"cmp"
	"slices"
	"strings"
)

// The words that surround the names of places. The browser's reader gets them
// in places.json, so that they stand nowhere else.
var (
	// leading words may stand before a name as a part of it.
	leading = phrases("the; city of; the city of; borough of; the borough of; metropolitan borough of; royal borough of; the royal borough of; london borough of; the london borough of; district of; county of; the county of")

	// trailing words may follow a name as a part of it.
	trailing = phrases("council; county council; city council; borough council; metropolitan borough council; metropolitan district council; district council; metropolitan council; unitary council; local authority; council area; county; city; borough; district; area")

	// cues say that a name follows.
	cues = words("in near around round from outside within")

	// signs beside a name say that it is one.
	signs = words("sendiass iass sendias council lea")

	// stops begin no name, so that the files of names of their letters need
	// not be fetched for them.
	stops = words(`a about after again all also am an and any are as at be because been being but by can cannot child children could
council did do does doing dont for get getting give go going had has have having he help her him his how i if im is it its just
kids know like me my need needs no not now of on or our out please school she should so some son support that the their them
then there they this to up us was we were what when where which who why will with would year years you your autism autistic
adhd send sen ehcp plan advice daughter boy girl near in around round from outside within borough district metropolitan
metropolitan unitary want wants cant wont got too very more much than into one two old live lives living someone anyone`)

	// joined are two letters that are a word more often than a part of a
	// postcode that is typed in pieces.
	joined = words("an as at be by go he no up us we me so pa la ha ox")

	// counted are words before a letter and a number that is no postcode.
	counted = words("year key stage level section sections s type band tier class room grade age aged number vitamin part form ward box bus")
)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// phrases keeps the longest first, so that the longest is taken.
func phrases(s string) [][]string {
	var list [][]string
	for _, p := range strings.Split(s, ";") {
		list = append(list, strings.Fields(p))
	}
	return longestFirst(list)
}

func longestFirst(list [][]string) [][]string {
	slices.SortStableFunc(list, func(a, b []string) int { return cmp.Compare(len(b), len(a)) })
	return list
}
