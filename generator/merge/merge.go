package merge

import (
	"cmp"
	"slices"

	"signpost/generator/model"
)

// Directory merges a reading as at a date. The Problems are warnings:
// conflicts, uncertain joins, pages graded twice. The same reading gives the
// same Directory, whatever the order of its records.
func Directory(in *model.Reading, asAt model.Date) (*model.Directory, []model.Problem) {
	m := newMerger(in, asAt)
	d := &model.Directory{AsAt: asAt, Articles: in.Articles, Sources: in.Sources, Vocabulary: in.Vocabulary, Settings: in.Settings}
	for _, c := range m.join() {
		d.Services = append(d.Services, m.service(c))
	}
	slices.SortFunc(d.Services, func(a, b *model.Service) int { return cmp.Compare(a.ID, b.ID) })
	m.areas(d)
	m.moved(d)
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
	officeHosts map[string]bool              // hosts of councils
	foreign     map[string]map[string]string // area → digits → whose number it is
	problems    []model.Problem
}

func newMerger(in *model.Reading, asAt model.Date) *merger {
	m := &merger{asAt: asAt, authorities: map[string]model.Authority{}, councils: map[string]model.CouncilFile{}}
	for _, a := range in.Authorities {
		m.authorities[a.Slug] = a
	}
	for _, c := range in.Councils {
		m.councils[c.Area] = c
	}
	records := slices.Clone(in.Records)
	slices.SortFunc(records, func(a, b *model.Record) int { return a.Where.Compare(b.Where) })
	for _, r := range records {
		switch {
		case r.Seen.After(asAt):
		case r.Kind == model.LocalOfferSite:
			m.offers = append(m.offers, r)
		default:
			m.services = append(m.services, r)
		}
	}
	m.grade(records)
	m.hosts(records)
	m.foreigners(records)
	return m
}

func (m *merger) warn(rule string, at model.Where, hint, sentence string) {
	m.problems = append(m.problems, model.Problem{Rule: rule, Where: at, Sentence: sentence, Hint: hint})
}

// grade settles how far each row is trusted: a page that one register graded
// twice takes the lower grade.
func (m *merger) grade(records []*model.Record) {
	m.grades = map[*model.Record]model.Confidence{}
	byPage := map[[3]string][]*model.Record{}
	for _, r := range records {
		m.grades[r] = r.Confidence
		if r.Page != "" {
			key := [3]string{r.Source.ID, r.ID, r.Page}
			byPage[key] = append(byPage[key], r)
		}
	}
	for _, rows := range byPage {
		for _, r := range rows {
			for _, other := range rows {
				if other.Confidence == model.Low && r.Confidence != model.Low {
					m.grades[r] = model.Low
					m.warn("graded-twice", r.Where, "the lower grade counts; settle which is right", "the page "+r.Page+" is graded low in another row ("+other.Where.String()+")")
				}
			}
		}
	}
}
