package quality

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// Format is the version of the published data. Within it fields are only added.
const Format = 1

// NoLeague stands wherever the points of more than one service are given.
const NoLeague = "This is not a league table. Areas stand in the order of the alphabet. Few points may mean that nobody has asked the service yet."

// A Report is what is known of all areas, for machines.
type Report struct {
	Format int        `json:"format"`
	AsAt   model.Date `json:"as_at"`
	Note   string     `json:"note"`
	Areas  []Area     `json:"areas"`
}

// An Area is what is known of one area's services. The area England holds
// those that serve all of it.
type Area struct {
	Slug     string    `json:"area"`
	Name     string    `json:"name"`
	Services []Service `json:"services"`
	Doubts   []Doubt   `json:"doubts,omitempty"`
	Changes  []Change  `json:"changes,omitempty"` // the newest first
}

// A Service is what is known of one service. One that serves several areas
// stands in each.
type Service struct {
	ID       string         `json:"service"`
	Name     string         `json:"name"` // "" where it is not known
	Kind     model.Kind     `json:"kind"`
	KindName string         `json:"kind_name"` // in plain words
	Areas    []string       `json:"areas"`
	Ended    model.Date     `json:"ended,omitzero"`
	Facts    []Fact         `json:"facts"`
	Missing  []Missing      `json:"missing,omitempty"`
	Richness *Richness      `json:"richness,omitempty"` // nil for what has ended, and for a council's own site
	Ask      Ask            `json:"ask"`
	Records  []string       `json:"files"` // where people wrote it, as file:line
	Of       *model.Service `json:"-"`
}

// A Missing group of facts is one that nobody told or showed us.
type Missing struct {
	Group model.Group `json:"fact"`
	Label string      `json:"label"`
}

// A Change is a group of facts that became another, or was confirmed.
type Change struct {
	On      model.Date  `json:"on"`
	Service string      `json:"service"`
	Group   model.Group `json:"fact"`
	Label   string      `json:"label"`
	Was     string      `json:"was,omitempty"`
	Is      string      `json:"is"`
	Still   bool        `json:"confirmed,omitempty"` // nothing changed but the date
	By      string      `json:"by,omitempty"`
	How     string      `json:"how,omitempty"`
}

// A Reporter reports on a directory.
type Reporter struct {
	d      *model.Directory
	doubts map[string][]Doubt // by area
}

// New makes a reporter of a directory and of the problems that were found when
// it was merged.
func New(d *model.Directory, problems []model.Problem) *Reporter {
	return &Reporter{d, doubts(d, problems)}
}

// Report is all of it.
func (r *Reporter) Report() Report {
	return Report{Format, r.d.AsAt, NoLeague, r.Areas()}
}

// Areas are those that have a report, in the order of the alphabet, and
// England after them.
func (r *Reporter) Areas() []Area {
	var areas []Area
	for _, slug := range Slugs(r.d) {
		a, _ := r.Area(slug)
		areas = append(areas, a)
	}
	return areas
}

// Slugs are the areas that have a report: those of today in the order of
// their names, then England.
func Slugs(d *model.Directory) []string {
	areas := slices.Clone(d.Areas)
	slices.SortStableFunc(areas, func(a, b *model.Area) int { return strings.Compare(a.Name, b.Name) })
	var slugs []string
	for _, a := range areas {
		slugs = append(slugs, a.Slug)
	}
	return append(slugs, model.England)
}

// Name is what the report calls an area.
func Name(d *model.Directory, slug string) string {
	if a := d.Area(slug); a != nil {
		return a.Name
	}
	return "All of England"
}

// Area is the report of one area, or of England. It is false where there is
// no such area today.
func (r *Reporter) Area(slug string) (Area, bool) {
	if !slices.Contains(Slugs(r.d), slug) {
		return Area{}, false
	}
	area := Area{Slug: slug, Name: Name(r.d, slug), Doubts: r.doubts[slug]}
	a := r.d.Area(slug)
	for _, s := range Services(r.d, slug) {
		area.Services = append(area.Services, r.service(s, a))
	}
	area.Changes = r.changes(slug)
	return area, true
}

// Services are those of an area, its local offer and what has ended among
// them, or those that serve all of England.
func Services(d *model.Directory, slug string) []*model.Service {
	a := d.Area(slug)
	if a == nil {
		return slices.DeleteFunc(slices.Clone(d.Services), func(s *model.Service) bool { return !slices.Contains(s.Areas, slug) })
	}
	services := slices.Clone(a.Services)
	if a.LocalOffer != nil && !slices.Contains(services, a.LocalOffer) {
		services = append(services, a.LocalOffer)
	}
	return append(services, a.History...)
}

func (r *Reporter) service(s *model.Service, a *model.Area) Service {
	kind, _ := r.d.Vocabulary["kinds"].Find(string(s.Kind))
	report := Service{ID: s.ID, Name: s.Name.Value.Name, Kind: s.Kind, KindName: kind.Label, Areas: s.Areas, Ended: s.Ended, Ask: ask(s, a), Of: s}
	if s.Kind == model.LocalOfferSite {
		report.KindName = "The council's own local offer"
	}
	findings := s.Findings()
	for _, f := range findings {
		switch {
		case f.Known() || f.Conflict || len(f.Others) > 0:
			report.Facts = append(report.Facts, r.fact(f))
		case s.Ended.IsZero() && s.Kind != model.LocalOfferSite && IsAsked(f.About):
			report.Missing = append(report.Missing, Missing{f.About, r.label(f.About)})
		}
	}
	if s.Ended.IsZero() && s.Kind != model.LocalOfferSite {
		richness := weigh(s, findings, r.d.AsAt)
		report.Richness = &richness
	}
	for _, rec := range s.Records {
		report.Records = append(report.Records, rec.Where.String())
	}
	return report
}

// changes are those of the area's services.
func (r *Reporter) changes(slug string) []Change {
	var list []Change
	for _, c := range ChangesOf(r.d, slug) {
		list = append(list, Change{c.On, c.Service, c.Group, r.label(c.Group), c.Was, c.Is, c.IsConfirmation(), c.By, c.How})
	}
	return list
}

// ChangesOf are the changes of an area's services, the newest first: those that
// were written for it, and those of a service that it shares.
func ChangesOf(d *model.Directory, slug string) []model.Change {
	mine := map[string]bool{}
	for _, s := range Services(d, slug) {
		mine[s.ID] = true
		for _, id := range s.Was {
			mine[id] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(d.Changes), func(c model.Change) bool { return c.Area != slug && !mine[c.Service] })
}
