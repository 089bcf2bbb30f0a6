package model

// A Reading is everything that the files of a tree say, before anyone decided
// between them. Records that hold an error are left out of it.
type Reading struct {
	Authorities []Authority // by slug, of all times
	Records     []*Record
	Councils    []CouncilFile
	Sources     []*Source
	Vocabulary  Vocabulary
	Articles    []Article
	Settings    Settings
}
