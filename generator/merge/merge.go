package merge

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"signpost/generator/model"
)

// Directory merges a reading as at a date. The Problems are warnings
// (conflicts, uncertain joins, pages graded twice, facts not known yet) but for
// an id that two kinds of service use, which is an error. The same reading
// gives the same Directory, whatever the order of its records.
func Directory(in *model.Reading, asAt model.Date) (*model.Directory, []model.Problem) {
	m := newMerger(in, asAt)
	d := &model.Directory{AsAt: asAt, Articles: in.Articles, Words: in.Words, EasyReads: in.EasyReads, Sources: in.Sources, Vocabulary: in.Vocabulary, Languages: in.Languages, Settings: in.Settings,
		Postcodes: in.Postcodes, Authorities: in.Authorities, Trials: in.Trials}
	d.Services = m.settle(m.join())
	slices.SortFunc(d.Services, func(a, b *model.Service) int { return cmp.Compare(a.ID, b.ID) })
	m.areas(d)
	m.moved(d)
	d.Changes = m.changes(in.Changes)
	return d, model.SortProblems(m.problems)
}

// A merger is one merge under way.
type merger struct {
	asAt        model.Date
	authorities map[string]model.Authority
	councils    map[string]model.CouncilFile
	services    []*model.Record // about services
	offers      []*model.Record // about councils' local-offer sites
	grades      map[*model.Record]model.Confidence
	sharedHosts map[string]bool
	officeHosts map[string]bool             // hosts of councils
	foreign     map[string]map[string]owner // area → channel key → whose it is
	mu          sync.Mutex                  // guards problems: services are decided side by side
	problems    []model.Problem
}

func newMerger(in *model.Reading, asAt model.Date) *merger {
	m := &merger{asAt: asAt, authorities: map[string]model.Authority{}, councils: map[string]model.CouncilFile{}}
	for _, a := range in.Authorities {
		m.authorities[a.Slug] = a
	}
	for _, c := range in.Councils {
		if !c.Checked.On.After(asAt) {
			m.councils[c.Area] = c
		}
	}
	known := m.known(in.Records)
	for _, r := range known {
		if r.Kind == model.LocalOfferSite {
			m.offers = append(m.offers, r)
		} else {
			m.services = append(m.services, r)
		}
	}
	m.grade(known)
	m.hosts(known)
	m.foreigners(known)
	return m
}

// known are the records without what nobody knew on the day, in the order of
// their places. Each that loses something is a warning: a date in the future
// is often a slip of the pen.
func (m *merger) known(records []*model.Record) []*model.Record {
	var known []*model.Record
	for _, r := range records {
		k := r.KnownAt(m.asAt)
		if k != nil {
			known = append(known, k)
		}
		if k == nil || len(k.Checked) < len(r.Checked) {
			m.warn("not-known-yet", r.Where, "look at its dates", fmt.Sprintf("%q holds facts dated after %s, which do not count yet", r.Name.Name, m.asAt.Words()))
		}
	}
	slices.SortFunc(known, func(a, b *model.Record) int { return a.Where.Compare(b.Where) })
	return known
}

func (m *merger) warn(rule string, at model.Where, hint, sentence string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.problems = append(m.problems, model.Problem{Rule: rule, Where: at, Sentence: sentence, Hint: hint})
}

// wrong reports an error: something that no rule can decide.
func (m *merger) wrong(rule string, at model.Where, hint, sentence string) {
	m.problems = append(m.problems, model.Problem{Rule: rule, Severity: model.Error, Where: at, Sentence: sentence, Hint: hint})
}

// grade settles how far each row is trusted: a page that was graded twice, for
// one kind of service in one area, takes the lower grade.
func (m *merger) grade(records []*model.Record) {
	m.grades = map[*model.Record]model.Confidence{}
	low := map[string][]*model.Record{}
	for _, r := range records {
		m.grades[r] = r.Confidence
		if r.Page != "" && r.Confidence == model.Low {
			low[pageKey(r)] = append(low[pageKey(r)], r)
		}
	}
	for _, r := range records {
		if r.Page == "" || r.Confidence == model.Low {
			continue
		}
		if i := slices.IndexFunc(low[pageKey(r)], func(l *model.Record) bool { return meet(l.Areas, r.Areas) }); i >= 0 {
			m.grades[r] = model.Low
			m.warn("graded-twice", r.Where, "the lower grade counts; settle which is right", fmt.Sprintf("the page %s is graded low in another row (%s)", r.Page, low[pageKey(r)][i].Where))
		}
	}
}

// pageKey is a record's page without its spelling, and the kind of service
// that it was read for.
func pageKey(r *model.Record) string {
	return model.Channel{Type: model.Website, Value: r.Page}.Key() + " " + string(r.Kind)
}
