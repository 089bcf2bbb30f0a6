package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/search/place"
)

// areaOfDistrict says which area is responsible for a district, by the codes of
// the day that the directory is of; "" for none.
func areaOfDistrict(d *model.Directory) func(code string) string {
	slugs := map[string]string{}
	for _, a := range d.Areas {
		for _, district := range a.Districts {
			if !district.From.After(d.AsAt) {
				slugs[district.GSS] = a.Slug
			}
		}
	}
	for _, a := range d.Areas {
		for _, code := range append(a.FormerGSS, a.GSS) {
			slugs[code] = a.Slug
		}
	}
	delete(slugs, "")
	return func(code string) string { return slugs[code] }
}

// atlasAreas lists what a family can be led to.
func atlasAreas(d *model.Directory) []place.Area {
	var areas []place.Area
	for _, a := range d.Areas {
		areas = append(areas, place.Area{Slug: a.Slug, Name: a.Name})
	}
	return areas
}

// atlasNames lists the names by which families may name the areas.
func atlasNames(d *model.Directory) []place.Name {
	var names []place.Name
	counties := map[string][]string{}
	for _, a := range d.Areas {
		own := []string{a.Slug}
		names = append(names, place.Name{Text: a.Name, Kind: place.Own, Areas: own}, place.Name{Text: a.Official, Kind: place.Other, Areas: own})
		for _, other := range a.OtherNames {
			names = append(names, place.Name{Text: inOrder(other), Kind: place.Other, Areas: own})
		}
		for _, district := range a.Districts {
			if !district.From.After(d.AsAt) {
				names = append(names, place.Name{Text: district.Name, Kind: place.District, Areas: own})
			}
		}
		for _, p := range a.Places {
			names = append(names, place.Name{Text: p.Name, Kind: place.Place, Areas: own, Population: p.Population})
		}
		counties[a.County] = append(counties[a.County], a.Slug)
	}
	for county, slugs := range counties {
		names = append(names, place.Name{Text: county, Kind: place.County, Areas: slugs})
		if short, ok := strings.CutPrefix(county, "Greater "); ok && !slices.ContainsFunc(d.Areas, func(a *model.Area) bool { return a.Name == short }) {
			names = append(names, place.Name{Text: short, Kind: place.County, Areas: slugs})
		}
	}
	return append(names, endedNames(d)...)
}

// inOrder turns "Plymouth, City of", as lists sort it, into what people write.
func inOrder(name string) string {
	if bare, title, ok := strings.Cut(name, ", "); ok && strings.HasSuffix(title, " of") {
		return title + " " + bare
	}
	return name
}

// endedNames are those of areas that ended, for the areas that followed them.
func endedNames(d *model.Directory) []place.Name {
	var names []place.Name
	for _, a := range d.Ended {
		var next []string
		for _, slug := range a.Successors {
			if area := d.Area(slug); area != nil && area.Current(d.AsAt) {
				next = append(next, slug)
			}
		}
		if len(next) == 0 {
			continue
		}
		for _, name := range append([]string{a.Name, a.Official}, a.OtherNames...) {
			names = append(names, place.Name{Text: name, Kind: place.County, Areas: next})
		}
	}
	return names
}

// exportPlaces makes the atlas of a directory. A table of postcodes that cannot
// be read in full is used as far as it can, and its lines are Problems.
func exportPlaces(d *model.Directory, postcodes []byte) ([]place.File, []model.Problem, error) {
	table, problems := readPostcodes(d, postcodes)
	files, err := place.Export(atlasAreas(d), atlasNames(d), table.Under(areaOfDistrict(d)))
	return files, problems, err
}

// A postcodeTable is the table of postcodes that was read last. It is the same
// in almost every reading of a tree that somebody edits.
type postcodeTable struct {
	text  []byte
	table *place.Table
	err   error
}

// problems lists what is wrong with the directory's table of postcodes.
func (p *postcodeTable) problems(d *model.Directory) []model.Problem {
	if p.table == nil || !bytes.Equal(p.text, d.Postcodes) {
		p.text = d.Postcodes
		p.table, p.err = place.ReadTable(d.Postcodes)
	}
	return postcodeProblems(d, p.table, p.err)
}

func readPostcodes(d *model.Directory, postcodes []byte) (*place.Table, []model.Problem) {
	table, err := place.ReadTable(postcodes)
	return table, postcodeProblems(d, table, err)
}

// postcodeProblems are those of a table, and the districts that are no area's.
func postcodeProblems(d *model.Directory, table *place.Table, err error) []model.Problem {
	problems := tableProblems(err)
	area := areaOfDistrict(d)
	for _, code := range table.Districts() {
		if area(code) == "" {
			problems = append(problems, model.Problem{Rule: "unknown-district", Severity: model.Warning, Where: model.Where{File: postcodesFile},
				Sentence: "no area of the day is responsible for the district " + code, Hint: "its postcodes cannot be answered; name it in data/areas/districts.csv"})
		}
	}
	return problems
}

func tableProblems(err error) []model.Problem {
	var all interface{ Unwrap() []error }
	if !errors.As(err, &all) {
		return nil
	}
	var problems []model.Problem
	for _, e := range all.Unwrap() {
		var line place.LineError
		if errors.As(e, &line) {
			problems = append(problems, model.Problem{Rule: "postcodes", Severity: model.Error, Where: model.Where{File: postcodesFile, Line: line.Line},
				Sentence: line.Err.Error(), Hint: `"go run ./generator areas" writes this file`})
		}
	}
	return problems
}
