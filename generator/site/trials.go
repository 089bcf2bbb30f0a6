package site

import (
	"strings"

	"signpost/generator/model"
)

// trials are what was tried in one way, as the accessibility statement tells it.
type trials struct {
	ID   string  `json:"id"`
	Head string  `json:"head"`
	Lead string  `json:"lead"`
	Rows []trial `json:"rows"`
}

// A trial is one thing that was tried.
type trial struct {
	What     string `json:"what"`
	With     string `json:"with"`     // who tried it, and when
	Criteria string `json:"criteria"` // of WCAG 2.2, for those who ask
}

var trialWords = map[model.TrialHow][2]string{
	model.ByMachine: {"What a program checks", "It runs before each change to the site. A change that fails does not go out."},
	model.ByHand:    {"What people have checked", "A program cannot find everything. So we looked at this ourselves."},
	model.NotYet:    {"What nobody has checked yet", "We say so here until somebody has."},
	model.Lacking:   {"What is not good enough yet", "We know of these."},
}

// trials are all that was tried, by how it was.
func (v *views) trials() []trials {
	var groups []trials
	for _, how := range model.TrialHows {
		words := trialWords[how]
		group := trials{ID: string(how), Head: words[0], Lead: words[1]}
		for _, t := range v.d.Trials {
			if t.How == how {
				group.Rows = append(group.Rows, trialRow(t))
			}
		}
		if len(group.Rows) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

func trialRow(t model.Trial) trial {
	row := trial{What: full(t.What)}
	if t.How == model.ByHand {
		row.With = full(capital(t.With) + ", " + onDay(t.On))
	}
	if len(t.Criteria) > 0 {
		row.Criteria = strings.Join(t.Criteria, ", ")
	}
	return row
}
