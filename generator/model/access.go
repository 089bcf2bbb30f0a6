package model

// A TrialHow says how somebody or something found out whether everyone can use
// the site.
type TrialHow string

const (
	ByMachine TrialHow = "machine" // a test that runs before each change
	ByHand    TrialHow = "hand"    // a person tried it, on a day
	NotYet    TrialHow = "not-yet" // nobody has tried it
	Lacking   TrialHow = "lacking" // known not to be good enough
)

// TrialHows lists them in the order in which the statement tells them.
var TrialHows = []TrialHow{ByMachine, ByHand, NotYet, Lacking}

// A Trial is one line of data/accessibility.csv, from which the accessibility
// statement is made: what was tried, how, and when. The criteria are those of
// the Web Content Accessibility Guidelines 2.2, https://www.w3.org/TR/WCAG22/.
type Trial struct {
	How      TrialHow
	What     string // a sentence for families
	With     string // the test's name, or who tried it and with what
	Criteria []string
	On       Date // of what a person tried
	Where    Where
}
