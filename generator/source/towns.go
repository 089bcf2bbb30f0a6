package source

import (
	"cmp"
	"slices"
	"strconv"

	"signpost/generator/model"
)

const postcodesFile = "data/areas/postcodes.txt"

// readTowns reads the towns and villages by their districts. A district that
// passes from one authority to another brings its places to both.
func (t *tree) readTowns() error {
	rows, err := t.table("data/areas/places.csv", []string{"name", "district", "population"})
	owners := t.owners()
	for _, r := range rows {
		population, err := strconv.ParseUint(cmp.Or(r.get("population"), "0"), 10, 31)
		if err != nil {
			t.wrong("bad-number", r.where("population"), "write a whole number, or leave the cell empty", "population %q is not a number of people", r.get("population"))
			continue
		}
		for _, a := range t.inDistrict(r, owners) {
			a.Places = append(a.Places, model.Place{Name: r.get("name"), Population: int(population)})
		}
	}
	for i := range t.reading.Authorities {
		slices.SortFunc(t.reading.Authorities[i].Places, func(p, q model.Place) int {
			return cmp.Or(cmp.Compare(p.Name, q.Name), cmp.Compare(q.Population, p.Population))
		})
	}
	return err
}

// readLocalities reads the neighbourhoods by their districts.
func (t *tree) readLocalities() error {
	rows, err := t.table("data/areas/localities.csv", []string{"name", "district"})
	owners := t.owners()
	for _, r := range rows {
		for _, a := range t.inDistrict(r, owners) {
			a.Localities = append(a.Localities, r.get("name"))
		}
	}
	for i := range t.reading.Authorities {
		a := &t.reading.Authorities[i]
		slices.Sort(a.Localities)
		a.Localities = slices.Compact(a.Localities)
	}
	return err
}

// owners are the authorities of all times by the codes of their districts, and
// by their own.
func (t *tree) owners() map[string][]*model.Authority {
	owners := map[string][]*model.Authority{}
	add := func(code string, a *model.Authority) {
		if code != "" && !slices.Contains(owners[code], a) {
			owners[code] = append(owners[code], a)
		}
	}
	for i := range t.reading.Authorities {
		a := &t.reading.Authorities[i]
		add(a.GSS, a)
		for _, d := range a.Districts {
			add(d.GSS, a)
		}
	}
	return owners
}

// inDistrict returns the authorities of the row's district, with a Problem if
// there is none.
func (t *tree) inDistrict(r row, owners map[string][]*model.Authority) []*model.Authority {
	if !t.named(r) {
		return nil
	}
	found := owners[r.get("district")]
	if len(found) == 0 {
		t.wrong("unknown-district", r.where("district"), "give the code of a district or of an area of its own, as data/areas names it", "no district and no area has the code %q", r.get("district"))
	}
	return found
}

// readPostcodes keeps the table of postcodes as it stands: whoever searches
// for places knows its lines.
func (t *tree) readPostcodes() error {
	if !t.exists(postcodesFile) {
		return nil
	}
	text, _, err := t.read(postcodesFile, maxTable)
	t.reading.Postcodes = text
	return err
}
