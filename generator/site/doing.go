package site

import (
	"slices"

	"signpost/generator/model"
)

// A doing is the table of who does what in an area: kinds of help down, the
// services across. Nobody is said not to do what nobody asked them about.
type doing struct {
	Services []string  `json:"services"`
	Rows     []doings  `json:"rows"`
	Silence  string    `json:"silence"` // of an empty cell
	Origins  []*origin `json:"origins"`
}

// doings is one kind of help.
type doings struct {
	Help  string   `json:"help"`
	Cells []string `json:"cells"` // "Yes", or ""
}

// doing is nil where fewer than two services told us what they do: one alone
// has said so already.
func (v *views) doing(services []*model.Service) *doing {
	services = slices.DeleteFunc(slices.Clone(services), func(s *model.Service) bool {
		return len(s.Offer.Value.Support) == 0 || !s.Offer.Origin.Told()
	})
	if len(services) < 2 {
		return nil
	}
	d := &doing{Silence: "We have not been told"}
	for _, s := range services {
		d.Services = append(d.Services, v.nameOf(s))
		d.Origins = append(d.Origins, v.origin(s.Offer.Origin, s))
	}
	for _, term := range v.d.Vocabulary["support"] {
		row := doings{Help: term.Label, Cells: make([]string, len(services))}
		does := false
		for i, s := range services {
			if slices.Contains(s.Offer.Value.Support, term.ID) {
				row.Cells[i], does = "Yes", true
			}
		}
		if does {
			d.Rows = append(d.Rows, row)
		}
	}
	return d
}
