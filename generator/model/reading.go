package model

import "slices"

// A Reading is everything that the files of a tree say, before anyone decided
// between them. Records that hold an error are left out of it.
type Reading struct {
	Authorities []Authority // by slug, of all times
	Records     []*Record
	Councils    []CouncilFile
	Sources     []*Source
	Vocabulary  Vocabulary
	Languages   SiteLanguages
	Articles    []Article
	Words       []Word // of the glossary, by id
	EasyReads   []EasyRead
	Settings    Settings
	Changes     []Change // data/changes.csv, in its order
	Trials      []Trial  // data/accessibility.csv, in its order
	Postcodes   []byte   // data/areas/postcodes.txt, as the search for places reads it
}

// LeaveOut drops the entries, articles and words whose files hold one of the errors.
func (r *Reading) LeaveOut(problems []Problem) {
	broken := map[string]bool{}
	for _, p := range problems {
		broken[p.Where.File] = broken[p.Where.File] || p.Severity == Error
	}
	r.Records = slices.DeleteFunc(r.Records, func(x *Record) bool { return broken[x.Where.File] && x.Source.Rank == Entry })
	r.EasyReads = slices.DeleteFunc(r.EasyReads, func(e EasyRead) bool { return broken[e.Where.File] })
	r.Articles = slices.DeleteFunc(r.Articles, func(a Article) bool { return broken[a.Where.File] })
	r.Words = slices.DeleteFunc(r.Words, func(w Word) bool { return broken[w.Where.File] })
}
