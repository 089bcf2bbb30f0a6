package answer

import (
	"context"
	"slices"
	"strings"

	"signpost/search"
	"signpost/search/place"
)

// How much of each group is shown: what fits a few screens of a phone.
const (
	mostHelp      = 6
	mostPinned    = 4 // pages that the words mean by name, before those that hold them
	mostNear      = 10
	mostElsewhere = 5
	mostServices  = 10 // where no area is known
	mostCards     = 3  // areas shown with their numbers when we have to ask; above, by name
	mostPlaces    = 3
	allPages      = 1000 // above the number of help pages
)

// The groups of documents, as whoever makes them names them.
const (
	groupArea    = search.GroupArea
	groupService = "service"
)

// A Query is what somebody asked.
type Query struct {
	Text  string      `json:"text"`
	Exact bool        `json:"exact,omitempty"` // exactly these words
	Area  string      `json:"area,omitempty"`  // the slug of an area that was chosen, or ""
	Tags  search.Tags `json:"tags"`            // boxes that were ticked
}

// An Answer is all that is found for a Query, grouped.
type Answer struct {
	Query     Query         `json:"query"`
	Crisis    string        `json:"crisis,omitempty"` // self-harm, hurt or danger: urgent help comes first
	Read      []string      `json:"read,omitempty"`   // what the words were taken to mean
	Place     Place         `json:"place"`
	Help      []search.Hit  `json:"help,omitempty"`
	Near      []search.Hit  `json:"near,omitempty"`
	Elsewhere []search.Hit  `json:"elsewhere,omitempty"`
	Places    []search.Hit  `json:"places,omitempty"` // areas with a part of this name
	Counts    search.Counts `json:"counts,omitempty"` // of all services of the area, by tag and value
	Plan      search.Plan   `json:"plan"`             // why: the words as they were looked for
}

// A State says what is known of where somebody lives.
type State string

const (
	Nowhere State = ""       // no place was named
	Yours   State = "yours"  // one area
	Ask     State = "ask"    // a few areas: which one?
	Choose  State = "choose" // many areas
	Maybe   State = "maybe"  // a word that is a place, and a word of its own too
	Abroad  State = "nation" // outside England
	Unknown State = "unknown"
)

// A Place is where somebody lives, as far as the words say it.
type Place struct {
	State   State        `json:"state,omitempty"`
	Typed   string       `json:"typed,omitempty"`
	Name    string       `json:"name,omitempty"`
	Guess   bool         `json:"guess,omitempty"` // the name was misspelt
	Areas   []search.Row `json:"areas,omitempty"`
	Nations []string     `json:"nations,omitempty"`
	slugs   []string     // areas whose services are near
	rest    string       // the words without the place
}

// Answer answers a query.
func (f *Finder) Answer(ctx context.Context, q Query) (Answer, error) {
	a := Answer{Query: q, Crisis: f.lexicon.InCrisis(q.Text)}
	var err error
	if a.Place, err = f.place(ctx, q); err != nil {
		return a, err
	}
	steps := []func(context.Context, *Answer) error{f.help, f.near, f.elsewhere, f.places}
	if strings.TrimSpace(q.Text) == "" && q.Area == "" {
		steps = nil
	}
	for _, step := range steps {
		if err := step(ctx, &a); err != nil {
			return a, err
		}
	}
	a.Read = a.read()
	return a, nil
}

// place finds where somebody lives: the area they chose, or what they typed.
func (f *Finder) place(ctx context.Context, q Query) (Place, error) {
	m := place.Mention{Rest: q.Text}
	if !q.Exact {
		m = f.atlas.Find(q.Text, f.knows(ctx))
	}
	p := Place{State: stateOf(m, q.Text), Typed: m.Typed, Name: m.Name, Guess: m.Guess, rest: m.Rest}
	for _, nation := range m.Nations {
		p.Nations = append(p.Nations, f.atlas.AreaName(nation))
	}
	slugs := m.Areas
	if m.Sure && len(slugs) > 0 {
		slugs = slugs[:1]
	}
	if q.Area != "" {
		p.State, p.Guess, p.Nations, slugs = Yours, false, nil, []string{q.Area}
	}
	var err error
	if p.Areas, err = f.areas(ctx, slugs); err != nil {
		return p, err
	}
	if q.Area != "" && len(p.Areas) == 0 { // an area that does not exist, or no longer
		return Place{rest: q.Text}, nil
	}
	if q.Area != "" {
		p.Name = p.Areas[0].Title
	}
	if p.State == Yours || p.State == Ask {
		p.slugs = slugs
	}
	return p, nil
}

// stateOf says what a mention of a place tells.
func stateOf(m place.Mention, text string) State {
	areas, nations := len(m.Areas), len(m.Nations)
	switch {
	case !m.Found():
		return Nowhere
	case areas+nations == 0:
		return Unknown
	case m.Soft && !strings.EqualFold(strings.TrimSpace(text), m.Typed):
		return Maybe
	case areas == 0:
		return Abroad
	case m.Sure, areas == 1 && nations == 0:
		return Yours
	case areas > mostCards:
		return Choose
	}
	return Ask
}

// areas are the rows of the areas' own pages.
func (f *Finder) areas(ctx context.Context, slugs []string) ([]search.Row, error) {
	var rows []search.Row
	for _, slug := range slugs {
		hits, _, err := f.index.Find(ctx, search.Plan{}, search.Filter{Packs: []string{slug}, Groups: []string{groupArea}}, 1)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			rows = append(rows, h.Row)
		}
	}
	return rows, nil
}

// help finds help pages: first those that the words mean by name, then those
// that hold the words, and then those of everyday words that may mean a page.
func (f *Finder) help(ctx context.Context, a *Answer) error {
	plan, err := f.index.Plan(ctx, search.Question{Text: a.Place.rest, Whole: a.whole(), Exact: a.Query.Exact,
		Packs: append([]string{search.GroupHelp}, a.Place.slugs...)})
	if err != nil {
		return err
	}
	a.Plan = plan
	var found []search.Hit
	if len(plan.Clauses) > 0 {
		if found, _, err = f.index.Find(ctx, plan, search.Filter{Packs: []string{search.GroupHelp}}, allPages); err != nil {
			return err
		}
	}
	meant, err := f.index.Rows(ctx, targets(plan.Synonyms))
	if err != nil {
		return err
	}
	maybe, err := f.index.Rows(ctx, targets(plan.Maybe))
	order(meant, plan.Synonyms, found)
	wordsLast(found)
	a.addHelp(meant, mostPinned)
	a.addHelp(found, mostHelp)
	a.addHelp(maybe, mostHelp)
	return err
}

// whole is all that was typed, if it says more than a place: the name of a
// place alone is no page's.
func (a *Answer) whole() string {
	if strings.TrimSpace(a.Place.rest) == "" {
		return ""
	}
	return a.Query.Text
}

// addHelp adds help pages that are not among the answers, up to a number of
// them all.
func (a *Answer) addHelp(pages []search.Hit, most int) {
	for _, h := range pages {
		if len(a.Help) < most && !slices.ContainsFunc(a.Help, func(x search.Hit) bool { return x.Address == h.Address }) {
			a.Help = append(a.Help, h)
		}
	}
}

// near finds services of the area: those that hold the words, then the others,
// since few have told us all that they do.
func (f *Finder) near(ctx context.Context, a *Answer) error {
	if len(a.Place.slugs) == 0 {
		return nil
	}
	within := search.Filter{Packs: a.Place.slugs, Groups: []string{groupService}}
	var err error
	if a.Counts, err = f.index.Counts(ctx, search.Plan{}, within); err != nil {
		return err
	}
	within.Tags = a.Query.Tags
	if a.Near, _, err = f.index.Find(ctx, a.Plan, within, mostNear); err != nil {
		return err
	}
	others, _, err := f.index.Find(ctx, search.Plan{}, within, 2*mostNear)
	for _, h := range others {
		if len(a.Near) < mostNear && !slices.ContainsFunc(a.Near, func(n search.Hit) bool { return n.Address == h.Address }) {
			a.Near = append(a.Near, h)
		}
	}
	return err
}

// elsewhere finds national lines and the services of other areas.
func (f *Finder) elsewhere(ctx context.Context, a *Answer) error {
	plan, err := f.index.Plan(ctx, search.Question{Text: a.Place.rest, Whole: a.whole(), Exact: a.Query.Exact})
	if err != nil || len(plan.Clauses) == 0 {
		return err
	}
	most := mostElsewhere
	if len(a.Place.slugs) == 0 {
		most = mostServices
	}
	hits, _, err := f.index.Find(ctx, plan, search.Filter{Groups: []string{groupService}, Tags: a.Query.Tags}, most+mostNear)
	for _, h := range hits {
		if len(a.Elsewhere) < most && !slices.ContainsFunc(h.Row.Areas, func(slug string) bool { return slices.Contains(a.Place.slugs, slug) }) {
			a.Elsewhere = append(a.Elsewhere, h)
		}
	}
	return err
}

// places finds areas by the name of a neighbourhood, which no list of towns
// has, when nothing else is known of the words.
func (f *Finder) places(ctx context.Context, a *Answer) error {
	if a.Place.State != Nowhere || len(a.Plan.Synonyms) > 0 || len(strings.Fields(a.Place.rest)) > 4 {
		return nil
	}
	plan, err := f.index.Plan(ctx, search.Question{Text: a.Place.rest, Exact: true})
	if err != nil || len(plan.Clauses) == 0 || len(plan.Missing) > 0 {
		return err
	}
	a.Places, _, err = f.index.Find(ctx, plan, search.Filter{Groups: []string{groupArea}}, mostPlaces)
	return err
}

// read is what the words were taken to mean, in their order of certainty.
func (a *Answer) read() []string {
	var read []string
	add := func(words string) {
		if words != "" && !slices.Contains(read, words) {
			read = append(read, words)
		}
	}
	for _, s := range a.Plan.Synonyms {
		add(s.Means)
	}
	for _, r := range append(slices.Clone(a.Plan.Replaced), a.Plan.Offered...) {
		if !slices.ContainsFunc(a.Plan.Synonyms, func(s search.Recognised) bool { return strings.EqualFold(s.Typed, r.Means) }) {
			add(r.Means)
		}
	}
	if a.Place.State == Yours || a.Place.State == Ask || a.Place.State == Choose {
		add(a.Place.Name)
	}
	return read
}

// Found is how many things are shown.
func (a *Answer) Found() int {
	areas := len(a.Place.Areas)
	if a.Place.State == Maybe {
		areas = 0
	}
	return areas + len(a.Help) + len(a.Near) + len(a.Elsewhere) + len(a.Places)
}
