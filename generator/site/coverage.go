package site

import (
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A coverageView shows what is known of every area, and what is not.
type coverageView struct {
	Frame   frame    `json:"frame"`
	Totals  []total  `json:"totals"`
	Rows    []row    `json:"rows"`
	Table   Span     `json:"table"` // the same as a file
	Lost    Span     `json:"lost"`  // what sources say and is not printed
	Quality Span     `json:"quality"`
	LeftOut []string `json:"leftout"`
}

// A total is a count with what it is out of.
type total struct {
	Count int    `json:"count"`
	Of    int    `json:"of"`
	What  string `json:"what"`
}

// A row is one area.
type row struct {
	Area        Span   `json:"area"`
	First       string `json:"first"`
	Service     *Span  `json:"service"`
	How         string `json:"how"` // told or seen
	Provision   string `json:"provision"`
	Routes      string `json:"routes"`
	Communities string `json:"communities"`
	Young       string `json:"young"` // how children and young people can start
	Newest      string `json:"newest"`
	NotTold     string `json:"nottold"`

	area   *model.Area
	lead   *model.Service
	class  model.ContactClass
	own    youngContact
	told   []string // groups
	silent []string
}

func (v *views) coverage(p model.Page) coverageView {
	view := coverageView{
		Frame: v.frame(p, "For each area of England: who to start with, how we know, and what nobody has told us."),
		Rows:  v.rows(), Table: Span{Text: "The same table as a file (CSV)", Href: v.href(model.CoverageTableAddress)},
		Lost: Span{Text: "What sources say that we do not print, and why (CSV)", Href: v.href(model.DifferencesAddress)},
	}
	view.Quality = Span{Text: "For the people who keep the entries: how sure we are, fact by fact", Href: v.href(model.QualitiesAddress)}
	view.Totals = totals(view.Rows)
	for _, problem := range v.o.LeftOut {
		view.LeftOut = append(view.LeftOut, problem.String())
	}
	return view
}

func (v *views) rows() []row {
	var rows []row
	for _, a := range v.d.Areas {
		rows = append(rows, v.row(a))
	}
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.Area.Text, b.Area.Text) })
	return rows
}

func (v *views) row(a *model.Area) row {
	first := a.FirstFor(model.Everyone)
	r := row{
		Area: v.areaLink(a), First: classWords[first.Class], Provision: provisionWords[a.Provision.Kind],
		Routes: "Not known", Communities: "Not known", Newest: "No date", How: "Seen, not told",
		area: a, class: first.Class,
	}
	if first.Origin.Told() {
		r.How = "Told"
	}
	r.lead = adviser(first)
	r.own = v.youngContact(a)
	r.Young = youngWords[r.own]
	r.told, r.silent = toldGroups(r.lead)
	r.NotTold = notTold(r.told, r.silent)
	if r.lead != nil {
		v.describe(&r)
	}
	return r
}

// describe fills in what is known of the service that leads.
func (v *views) describe(r *row) {
	s := r.lead
	if !s.IsTrace() {
		r.Service = &Span{Text: v.nameOf(s), Href: v.href(model.ServiceAddress(s.ID))}
	}
	if s.Access.Known() {
		r.Routes = capital(either(Words(sentences(v.labels("routes", s.Access.Value.Routes))), s.Access.Value.Words))
	}
	if s.Communities.Known() {
		r.Communities = capital(either(Words(sentences(v.labels("communities", s.Communities.Value.IDs))), s.Communities.Value.Words))
	}
	if newest := newestDate(s); !newest.IsZero() {
		r.Newest = newest.Words()
	}
}

// either is the first of our words and the source's own that is not blank.
func either(ours, theirs string) string {
	if ours != "" {
		return ours
	}
	if theirs != "" {
		return theirs
	}
	return "Not known"
}

var classWords = map[model.ContactClass]string{
	model.RingService: "The service's number",
	model.OpenService: "The service's website or e-mail",
	model.AskCouncil:  "The council's page",
}

var provisionWords = map[model.ProvisionKind]string{
	model.NotKnown: "Not known",
	model.Single:   "One organisation",
	model.Dual:     "Two organisations",
	model.Multiple: "More than two organisations",
}

// totals count the rows by class, told or seen, and what is known.
func totals(rows []row) []total {
	count := func(what string, is func(row) bool) total {
		t := total{Of: len(rows), What: what}
		for _, r := range rows {
			if is(r) {
				t.Count++
			}
		}
		return t
	}
	class := func(c model.ContactClass) func(row) bool { return func(r row) bool { return r.class == c } }
	return []total{
		count("start with the service's number", class(model.RingService)),
		count("start with the service's website or e-mail", class(model.OpenService)),
		count("start with the council's page", class(model.AskCouncil)),
		count("have a first contact that somebody told us", func(r row) bool { return r.How == "Told" }),
		count("have told us how many organisations give support", func(r row) bool { return r.area.Provision.Kind != model.NotKnown }),
		count("have a contact that we know to be for young people, too", func(r row) bool { return r.own != noYoungContact }),
		count("have a service whose ways in we know", func(r row) bool { return r.lead != nil && r.lead.Access.Known() }),
		count("have a service of which we know the families it works with most", func(r row) bool { return r.lead != nil && r.lead.Communities.Known() }),
		count("have a local offer whose address we know", func(r row) bool { return r.area.LocalOffer != nil && r.area.LocalOffer.Channel(model.Website).Known() }),
	}
}

func notTold(told, silent []string) string {
	if len(told) == 0 {
		return "Everything"
	}
	return fmt.Sprintf("%d of %d: %s", len(silent), len(told)+len(silent), list(silent))
}
