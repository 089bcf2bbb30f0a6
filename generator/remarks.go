package main

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/serve"
	"signpost/generator/site"
	"signpost/generator/source"
	"signpost/generator/watch"
)

// mostRemarks is how many Problems the pages tell. Where a vocabulary is broken
// there are thousands; the terminal has them all.
const mostRemarks = 100

// noteOf is what editors are told of the problems of a reading: the errors, and
// the warnings on what was edited, with the pages and the facts that they are
// about.
func (e *editing) noteOf(problems []model.Problem) serve.Note {
	note := serve.Note{Files: slices.Clone(e.files)}
	root, err := os.OpenRoot(e.root)
	if err != nil {
		return note
	}
	defer root.Close()
	edited := inFiles(e.files)
	told := slices.DeleteFunc(slices.Clone(problems), func(p model.Problem) bool {
		return p.Severity != model.Error && !edited(p.Where)
	})
	slices.SortStableFunc(told, func(a, b model.Problem) int { return cmp.Compare(b.Severity, a.Severity) })
	for _, p := range told[:min(len(told), mostRemarks)] {
		note.Remarks = append(note.Remarks, remarkOn(e.directory, root.FS(), p))
	}
	note.Untold = len(told) - len(note.Remarks)
	return note
}

// remarkOn finds the pages that say what the problem's file says, and the fact
// that it is about.
func remarkOn(d *model.Directory, root fs.FS, p model.Problem) serve.Remark {
	r := serve.Remark{Problem: p}
	if d == nil {
		return r
	}
	table := path.Ext(p.Where.File) == ".csv"
	from := func(at model.Where) bool {
		return at.File == p.Where.File && (!table || at.Line == p.Where.Line)
	}
	services := servicesFrom(d, from)
	r.Pages = pagesOf(d, services, from)
	if group := source.GroupAt(root, p.Where); group != "" && len(services) > 0 {
		r.About = site.FactMark(services[0].ID, group)
	}
	return r
}

// named are paths as Problems name them: from the root on.
func (o *options) named(paths []string) []string {
	var names []string
	for _, p := range paths {
		if inside, err := filepath.Rel(o.root, p); err == nil && filepath.IsLocal(inside) {
			p = inside
		}
		names = append(names, filepath.ToSlash(p))
	}
	return names
}

// inFiles reports of a place whether it lies in one of the files, or in a
// folder among them.
func inFiles(files []string) func(at model.Where) bool {
	return func(at model.Where) bool {
		return slices.ContainsFunc(files, func(f string) bool {
			inside, ok := strings.CutPrefix(at.File, f)
			return f == watch.Lost || ok && (inside == "" || inside[0] == '/')
		})
	}
}

// editedPages lists the addresses of the pages that are others now: of services
// that an edited file speaks of, of their areas, of guides.
func editedPages(before, now *model.Directory, edited func(at model.Where) bool) []string {
	var touched []*model.Service
	for _, s := range servicesFrom(now, edited) {
		if before == nil || !reflect.DeepEqual(s, before.Service(s.ID)) {
			touched = append(touched, s)
		}
	}
	pages := pagesOf(now, touched, edited)
	if before == nil {
		return pages
	}
	gone := slices.DeleteFunc(servicesFrom(before, edited), func(s *model.Service) bool { return now.Service(s.ID) != nil })
	return append(pages, pagesOf(before, gone, edited)...)
}

// servicesFrom are the services of which some places speak.
func servicesFrom(d *model.Directory, from func(at model.Where) bool) []*model.Service {
	var found []*model.Service
	for _, s := range d.Services {
		if saidAt(s, from) {
			found = append(found, s)
		}
	}
	return found
}

// saidAt reports whether something is said of the service at one of the places.
func saidAt(s *model.Service, from func(at model.Where) bool) bool {
	return slices.ContainsFunc(s.Records, func(r *model.Record) bool {
		if from(r.Where) {
			return true
		}
		for g := range r.Files {
			if from(r.At(g)) {
				return true
			}
		}
		return false
	})
}

// pagesOf lists the addresses of the pages of services and of their areas, and
// of the areas and guides of which the places themselves speak.
func pagesOf(d *model.Directory, services []*model.Service, from func(at model.Where) bool) []string {
	var pages []string
	these := map[*model.Service]bool{}
	for _, s := range services {
		these[s] = true
		if s.Kind != model.LocalOfferSite && !s.IsTrace() {
			pages = append(pages, model.ServiceAddress(s.ID))
		}
	}
	for _, a := range slices.Concat(d.Areas, d.Ended) {
		council := from(model.Where{File: path.Join("data/councils", a.Slug, "council.yaml")}) || a.LocalOffer != nil && saidAt(a.LocalOffer, from)
		shown := func(s *model.Service) bool { return these[s] }
		if council || slices.ContainsFunc(a.Services, shown) || slices.ContainsFunc(a.History, shown) {
			pages = append(pages, model.AreaAddress(a.Slug))
		}
	}
	for _, a := range d.Articles {
		if from(a.Where) {
			pages = append(pages, a.Address())
		}
	}
	if slices.ContainsFunc(d.Words, func(w model.Word) bool { return from(w.Where) }) {
		pages = append(pages, model.WordsAddress)
	}
	return pages
}
