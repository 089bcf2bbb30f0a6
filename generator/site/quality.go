package site

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"signpost/generator/model"
	"signpost/generator/quality"
)

// A reporting is the report on the directory. A page of one area does not need
// all of it; where all of it is there, it is not made again.
type reporting struct {
	sync.Mutex // pages are made side by side
	reporter   *quality.Reporter
	areas      []quality.Area
}

// reports are those of all areas.
func (v *views) reports() []quality.Area {
	v.report.Lock()
	defer v.report.Unlock()
	if v.report.areas == nil {
		v.report.areas = v.reporter().Areas()
	}
	return v.report.areas
}

// areaReport is the report of one area.
func (v *views) areaReport(slug string) (quality.Area, bool) {
	v.report.Lock()
	defer v.report.Unlock()
	if v.report.areas == nil {
		return v.reporter().Area(slug)
	}
	i := slices.IndexFunc(v.report.areas, func(a quality.Area) bool { return a.Slug == slug })
	if i < 0 {
		return quality.Area{}, false
	}
	return v.report.areas[i], true
}

// reporter is made once; whoever asks holds the lock.
func (v *views) reporter() *quality.Reporter {
	if v.report.reporter == nil {
		v.report.reporter = quality.New(v.d, v.o.Problems)
	}
	return v.report.reporter
}

func (v *views) qualityTable() ([]byte, error) { return Table(quality.Table(v.reports())) }

func (v *views) qualityData() ([]byte, error) {
	data, err := json.Marshal(quality.Report{Format: quality.Format, AsAt: v.d.AsAt, Note: quality.NoLeague, Areas: v.reports()})
	return append(data, '\n'), err
}

// qualityPages are the list of areas, and a page for each.
func qualityPages(d *model.Directory) []model.Page {
	pages := []model.Page{{Address: model.QualitiesAddress, Kind: model.QualitiesPage, Title: "How sure we are, area by area"}}
	for _, slug := range quality.Slugs(d) {
		pages = append(pages, model.Page{Address: model.QualityAddress(slug), Kind: model.QualityPage, Title: quality.Name(d, slug) + ": how sure we are", Area: slug})
	}
	return pages
}

// A qualitiesView is the list of areas, for the people who keep the data.
type qualitiesView struct {
	Frame  frame      `json:"frame"`
	Note   string     `json:"note"`
	Totals []total    `json:"totals"`
	Rows   []countRow `json:"rows"`
	Files  []Span     `json:"files"`
	Guide  Span       `json:"guide"`
}

// A countRow is one area in numbers.
type countRow struct {
	Area      Span `json:"area"`
	Services  int  `json:"services"`
	Confirmed int  `json:"confirmed"`
	Told      int  `json:"told"`
	Old       int  `json:"old"`
	Seen      int  `json:"seen"`
	Missing   int  `json:"missing"`
}

func (v *views) qualities(p model.Page) qualitiesView {
	view := qualitiesView{
		Frame: v.frame(p, "For the people who keep the entries: what we know of each service, how old it is, and what is missing."),
		Note:  quality.NoLeague,
		Files: []Span{
			{Text: "All of it as a table (CSV)", Href: v.href(model.QualityTableAddress)},
			{Text: "All of it as data (JSON)", Href: v.href(model.QualityDataAddress)}},
		Guide: Span{Text: "How to keep an entry right", Href: v.href(model.ProvidersAddress)},
	}
	for _, a := range v.reports() {
		c := a.Counts()
		view.Rows = append(view.Rows, countRow{Span{Text: a.Name, Href: v.href(model.QualityAddress(a.Slug))},
			c.Services, c.Confirmed, c.Told, c.Old, c.Seen, c.Missing})
	}
	all := quality.CountAll(v.reports())
	of := all.Confirmed + all.Told + all.Old + all.Seen
	view.Totals = []total{
		{all.Confirmed, of, "were confirmed in the last 90 days"},
		{all.Told, of, "were told in the last twelve months"},
		{all.Old, of, "were told longer ago: families are asked to make sure"},
		{all.Seen, of, "were only seen on a page: nobody told us"},
	}
	return view
}

// A qualityView is what is known of one area, fact by fact.
type qualityView struct {
	Frame    frame            `json:"frame"`
	Note     string           `json:"note"`
	All      Span             `json:"all"`
	Area     *Span            `json:"area"`
	Services []qualityService `json:"services"`
	Doubts   []quality.Doubt  `json:"doubts"` // as sentences
	Changes  []qualityChange  `json:"changes"`
	Guide    Span             `json:"guide"`
}

// A qualityService is one service of the area.
type qualityService struct {
	ID      string            `json:"id"`
	Name    Span              `json:"name"`
	Kind    string            `json:"kind"`
	Ended   string            `json:"ended"`
	Facts   []qualityFact     `json:"facts"`
	Missing string            `json:"missing"`
	Points  string            `json:"points"`
	Has     []quality.Counted `json:"has"`
	Lacks   []quality.Counted `json:"lacks"`
	Ask     []Span            `json:"ask"`
	Files   []Span            `json:"files"`
}

// A qualityFact is one row: what is printed, how it is known, until when it
// counts as confirmed, and what others say.
type qualityFact struct {
	Fact   string   `json:"fact"`
	Value  string   `json:"value"`
	How    []Span   `json:"how"`
	Band   string   `json:"band"`
	Due    string   `json:"due"`
	Others [][]Span `json:"others"`
}

// A qualityChange is one line of what changed.
type qualityChange struct {
	On   string `json:"on"`
	Says []Span `json:"says"`
}

func (v *views) quality(p model.Page) (qualityView, error) {
	a, ok := v.areaReport(p.Area)
	if !ok {
		return qualityView{}, fmt.Errorf("no area %q to report on", p.Area)
	}
	view := qualityView{
		Frame: v.frame(p, "What we know of each service in "+a.Name+", where it is from, how old it is, and who could confirm it."),
		Note:  quality.NoLeague,
		All:   Span{Text: "All areas", Href: v.href(model.QualitiesAddress)},
		Guide: Span{Text: "How to keep an entry right", Href: v.href(model.ProvidersAddress)},
	}
	if area := v.d.Area(a.Slug); area != nil {
		view.Area = &Span{Text: "The page for families", Href: v.href(model.AreaAddress(a.Slug))}
	}
	for _, s := range a.Services {
		view.Services = append(view.Services, v.qualityService(s))
	}
	for _, d := range a.Doubts {
		d.Says = full(capital(d.Says))
		view.Doubts = append(view.Doubts, d)
	}
	for _, c := range a.Changes {
		view.Changes = append(view.Changes, qualityChange{c.On.Words(), v.changeSays(c)})
	}
	return view, nil
}

func (v *views) qualityService(s quality.Service) qualityService {
	view := qualityService{ID: s.ID, Kind: s.KindName, Name: Span{Text: v.nameOf(s.Of)}, Ask: askSays(s.Ask)}
	if s.Kind == model.LocalOfferSite {
		view.Name.Text = s.KindName
	} else if !s.Of.IsTrace() {
		view.Name.Href = v.href(model.ServiceAddress(s.ID))
	}
	if !s.Ended.IsZero() {
		view.Ended = "It stopped " + onDay(s.Ended) + "."
	}
	for _, f := range s.Facts {
		view.Facts = append(view.Facts, v.qualityFact(f))
	}
	var missing []string
	for _, m := range s.Missing {
		missing = append(missing, small(m.Label))
	}
	view.Missing = list(missing)
	if r := s.Richness; r != nil {
		view.Points, view.Has, view.Lacks = fmt.Sprintf("%d of %d points", r.Points, r.Of), r.Has, r.Lacks
	}
	for _, file := range s.Records {
		name, _, _ := strings.Cut(file, ":")
		view.Files = append(view.Files, Span{Text: file, Href: v.fileLink(name)})
	}
	return view
}

// bandWords say how far a fact can be relied on.
var bandWords = map[model.Band]string{
	model.Confirmed:  "Confirmed",
	model.ToldBefore: "Told this year",
	model.RingFirst:  "Old",
	model.OnlySeen:   "Only seen",
}

func (v *views) qualityFact(f quality.Fact) qualityFact {
	row := qualityFact{Fact: f.Label, Value: f.Value, Band: string(f.Band)}
	switch {
	case f.Conflict:
		row.Value, row.How, row.Due = "Two pages differ. We print neither.", plain("In doubt"), "Ask now"
	case f.Known == quality.Unknown:
		row.Value, row.How = "We print nothing.", plain("Nothing that is fit to print")
	case f.Known == quality.Seen:
		row.How, row.Due = append(plain(bandWords[f.Band]+" on "), sourceSpan(f.From)), "Nobody has confirmed it"
		if f.On.IsZero() {
			row.How = append(row.How, Span{Text: ", no date"})
		} else {
			row.How = append(row.How, Span{Text: ", " + f.On.Words()})
		}
	case f.On.IsZero():
		row.How, row.Due = plain("Told, and nobody wrote down when"), "Ask now"
	default:
		row.How = plain(fmt.Sprintf("%s: by %s, %s, on %s, %d days ago", bandWords[f.Band], f.By, f.How, f.On.Words(), f.Age))
		row.Due = f.Due.Words()
		if f.Overdue {
			row.Due = "Since " + row.Due
		}
	}
	for _, o := range f.Others {
		row.Others = append(row.Others, otherSays(o))
	}
	return row
}

// otherSays is a value that lost, and why.
func otherSays(o quality.Other) []Span {
	value := quote(o.Value)
	if o.Value == model.WithheldWords {
		value = "a number or an address, not even here,"
	}
	says := append(plain("Not printed: "+value+" on "), sourceSpan(o.From))
	if !o.On.IsZero() {
		says = append(says, Span{Text: ", " + o.On.Words()})
	}
	return append(says, Span{Text: ". " + o.Why()})
}

// sourceSpan is a page by its host, or the name of a source.
func sourceSpan(from string) Span {
	if link := webLink(from); link != "" {
		return Span{Text: model.Host(from), Href: link}
	}
	return Span{Text: from}
}

// askSays is who could confirm the facts.
func askSays(a quality.Ask) []Span {
	switch a.Who {
	case quality.AskNobody:
		return plain("We know nobody to ask.")
	case quality.AskCouncil:
		return plain("Ask the council" + role(a) + ".")
	}
	return plain("Ask the service" + role(a) + ".")
}

// role is who told us last, and the ways to reach them.
func role(a quality.Ask) string {
	words := ""
	if a.Role != "" {
		words = " (last time: " + a.Role + ")"
	}
	if len(a.Ways) > 0 {
		words += ": " + strings.Join(a.Ways, ", ")
	}
	return words
}

func (v *views) changeSays(c quality.Change) []Span {
	says := []Span{{Text: c.Service}}
	if s := v.serviceNamed(c.Service); s != nil && !s.IsTrace() && s.Kind != model.LocalOfferSite {
		says = v.serviceLink(s)
	}
	words := ", " + small(c.Label) + ": "
	switch {
	case c.Still:
		words += "still right, " + quote(c.Is)
	case c.Was == "":
		words += "told, " + quote(c.Is)
	case c.Is == "":
		words += "no longer there; it was " + quote(c.Was)
	default:
		words += "it was " + quote(c.Was) + ", and is " + quote(c.Is)
	}
	return append(says, Span{Text: full(words + " (" + c.By + ", " + c.How + ")")})
}
