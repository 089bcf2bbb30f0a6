package model

// An Authority is one of the areas of England whose council has duties under
// Part 3 of the Children and Families Act 2014: a county, a unitary, a
// metropolitan or a London borough. Slugs are its key everywhere and never
// change; GSS codes (the Office for National Statistics' codes) belong to a
// time, and a new area has none yet.
type Authority struct {
	Slug      string
	Name      string
	Official  string // the council's full name
	Kind      string // county, unitary, metropolitan, london-borough, …
	Region    string
	County    string // the ceremonial county
	Website   string
	GSS       string
	FormerGSS []string // GSS codes it had before

	From, Until Date     // the first and the last day of its duties; zero if open
	Successors  []string // slugs of the areas that follow it
	Predecessor string   // slug of the area it follows; derived

	OtherNames []string   // what else people call it
	Districts  []District // the districts whose families belong to it
	Places     []Place    // its towns and villages, of today
	Localities []string   // its neighbourhoods, to be searched only
	Neighbours []string   // slugs
	Where      Where
}

// Current reports whether the authority has its duties on the day.
func (a Authority) Current(day Date) bool {
	return !a.Ended(day) && !a.From.After(day)
}

// Ended reports whether the authority's last day lies before the day.
func (a Authority) Ended(day Date) bool { return a.Until.EndsBefore(day) }

// A District is a part of an Authority that people may name instead: a
// district council of today, or one that was merged into the authority.
type District struct {
	Slug, Name  string
	GSS         string
	From, Until Date
}

// A Place is a town or a village. Population is 0 where nobody counted.
type Place struct {
	Name       string
	Population int
}

// England is the slug of the whole country: the areas of a national line.
const England = "england"
