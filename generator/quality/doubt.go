package quality

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A Doubt is a conflict or a likely duplicate that no rule can settle for good,
// with the rule by which it was treated.
type Doubt struct {
	Rule  string `json:"rule"`
	Says  string `json:"says"`
	Where string `json:"where"` // file:line
}

// undecided are the rules of merging whose warnings are doubts. What they say
// holds names, ids and pages, and no number: two numbers that differ are told
// from the facts, where those that have to be are withheld.
var undecided = []string{"uncertain-join", "same-id", "id-of-two-kinds", "graded-twice", "first-contact-tie", "first-contact-kind", "first-contact-area"}

// doubts gathers them by area.
func doubts(d *model.Directory, problems []model.Problem) map[string][]Doubt {
	found := map[string][]Doubt{}
	where := places(d)
	for _, p := range problems {
		if !slices.Contains(undecided, p.Rule) {
			continue
		}
		for _, slug := range areasOf(p.Where, where) {
			found[slug] = append(found[slug], Doubt{p.Rule, p.Sentence, p.Where.String()})
		}
	}
	for _, slug := range Slugs(d) {
		found[slug] = append(found[slug], conflicts(d, slug)...)
	}
	return found
}

// conflicts are the facts of an area of which two pages say different things.
func conflicts(d *model.Directory, slug string) []Doubt {
	var list []Doubt
	for _, s := range Services(d, slug) {
		for _, f := range s.Channels { // nothing else can conflict
			if f.Conflict {
				list = append(list, Doubt{"conflicting-numbers", conflict(s, f.Finding()), f.Others[0].Origin.Record.At(f.About).String()})
			}
		}
	}
	return list
}

func conflict(s *model.Service, f model.Finding) string {
	var values []string
	for _, o := range f.Others {
		if !o.Withheld(f.About) {
			values = append(values, fmt.Sprintf("%q on %s", o.Text, o.Origin.From()))
		}
	}
	return fmt.Sprintf("pages give different values for %s of %s: %s. Neither is printed", f.About, s.ID, strings.Join(values, ", "))
}

// places are the areas of what was written at a place of a file.
func places(d *model.Directory) map[model.Where][]string {
	at := map[model.Where][]string{}
	add := func(s *model.Service) {
		for _, r := range s.Records {
			for _, w := range append([]model.Where{r.Where}, groupPlaces(r)...) {
				w.Cell = ""
				at[w] = r.Areas
			}
		}
	}
	for _, s := range d.Services {
		add(s)
	}
	for _, a := range d.Areas {
		if a.LocalOffer != nil {
			add(a.LocalOffer)
		}
	}
	return at
}

func groupPlaces(r *model.Record) []model.Where {
	var places []model.Where
	for g := range r.Lines {
		places = append(places, r.At(g))
	}
	return places
}

// areasOf are the areas that a place of a file is about: those of its record,
// else the one whose folder it lies in.
func areasOf(w model.Where, at map[model.Where][]string) []string {
	w.Cell = ""
	if slugs, ok := at[w]; ok {
		return slugs
	}
	if folder := path.Dir(w.File); strings.HasPrefix(w.File, "content/services/") || strings.HasPrefix(w.File, "data/councils/") {
		return []string{path.Base(folder)}
	}
	return nil
}
