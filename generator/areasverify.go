package main

import (
	"context"
	"fmt"

	"signpost/generator/merge"
	"signpost/generator/source"
	"signpost/search/place"
)

// verifyPostcodes asks the table of the tree for every postcode of a register,
// for its district and for the area that is responsible for the district.
func (v *areasVerb) verifyPostcodes(ctx context.Context) error {
	table, err := v.table()
	if err != nil {
		return err
	}
	reading, problems, err := new(source.Reader).Read(v.root.FS())
	if err != nil {
		return err
	}
	if source.Unusable(problems) {
		return fmt.Errorf("%s: the tree cannot be read; \"go run ./generator check\" says why", v.options.root)
	}
	directory, _ := merge.Directory(reading, v.asAt)
	area := areaOfDistrict(directory)
	seen, err := v.readRegister(ctx, v.verify, false)
	if err != nil {
		return err
	}
	wrong := v.compare("districts", table, seen, func(district string) string { return district })
	wrong += v.compare("areas as at "+v.asAt.String(), table.Under(area), seen, area)
	if wrong > 0 {
		return errFound
	}
	return nil
}

// compare counts the answers of a table and returns how many are wrong.
func (v *areasVerb) compare(what string, table *place.Table, seen *register, want func(string) string) int {
	var right, wrong, asked, missing int
	for _, c := range seen.codes {
		answer, _ := table.Lookup(c.Code)
		switch {
		case c.District == "":
			missing++
		case !answer.Exact:
			asked++
		case answer.Places[0] == want(c.District):
			right++
		default:
			if wrong++; wrong <= 10 {
				fmt.Fprintf(v.stdout, "%s lies in %q, and the table says %q\n", c.Code, want(c.District), answer.Places[0])
			}
		}
	}
	fmt.Fprintf(v.stdout, "%s: %d right, %d wrong, %d asked, %d without a district\n", what, right, wrong, asked, missing)
	return wrong
}
