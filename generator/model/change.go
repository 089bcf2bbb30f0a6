package model

// A Change is one group of facts that became another, or was confirmed as it
// is: a line of data/changes.csv, written by confirm and import.
type Change struct {
	On      Date
	Area    string // slug
	Service string // id
	Group   Group
	Was     string // the value before, on one line; "" if it was not known
	Is      string // the value since; equal to Was where it was confirmed
	Source  string // id of the [Source] that says so
	By      string // who told us: a role
	How     string // and how
	Where   Where
}

// IsConfirmation reports whether nothing changed but the date.
func (c Change) IsConfirmation() bool { return c.Was == c.Is }
