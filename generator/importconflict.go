package main

import (
	"fmt"
	"io"

	"signpost/generator/model"
)

// A spot names a record whatever copy of it is at hand.
type spot struct {
	source, id string
	at         model.Where
}

func spotOf(r *model.Record) spot { return spot{r.Source.ID, r.ID, r.Where} }

// servicesOf finds the service that each record became a part of.
func servicesOf(d *model.Directory) map[spot]*model.Service {
	services := map[spot]*model.Service{}
	for _, s := range d.Services {
		for _, r := range s.Records {
			services[spotOf(r)] = s
		}
	}
	return services
}

// conflicts prints where another source says otherwise of what the import
// adds or changes, and by which rule one of them stands. It counts them.
func (d difference) conflicts(w io.Writer, services map[spot]*model.Service) int {
	if d.now == nil {
		return 0
	}
	s := services[spotOf(d.now)]
	if s == nil {
		return 0
	}
	n := 0
	for _, f := range s.Findings() {
		for _, g := range d.groups {
			if f.About == g {
				n += conflict(w, d, f)
			}
		}
	}
	return n
}

// conflict prints the other values of one fact.
func conflict(w io.Writer, d difference, f model.Finding) int {
	ours := func(o model.Origin) bool { return o.Record != nil && spotOf(o.Record) == spotOf(d.now) }
	n := 0
	for _, o := range f.Others {
		switch {
		case f.Conflict && !ours(o.Origin):
			fmt.Fprintf(w, "in conflict: %s, %s: %s says %s; neither is printed, for %s\n", d.id(), f.About, from(o.Origin), shown(o.Text), o.Because)
		case ours(f.Origin) && !ours(o.Origin):
			fmt.Fprintf(w, "in conflict: %s, %s: this stands; %s says %s, which %s\n", d.id(), f.About, from(o.Origin), shown(o.Text), o.Because)
		case ours(o.Origin) && f.Known():
			fmt.Fprintf(w, "in conflict: %s, %s: %s stands, from %s; this %s\n", d.id(), f.About, shown(f.Value.String()), from(f.Origin), o.Because)
		default:
			continue
		}
		n++
	}
	return n
}

// from names an origin: who says it, and of when.
func from(o model.Origin) string {
	words := o.Record.Source.Name
	if on := o.Date(); !on.IsZero() {
		words += " (" + on.Words() + ")"
	}
	return words
}
