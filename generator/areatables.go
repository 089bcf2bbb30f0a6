package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/source"
	"signpost/search/place"
)

const (
	placesFile     = "data/areas/places.csv"
	localitiesFile = "data/areas/localities.csv"
	namesFile      = "data/areas/names.csv"
)

// makePlaces writes places.csv. The capital is left out: it is no single
// district's, and the county of Greater London answers for it.
func (v *areasVerb) makePlaces(context.Context) error {
	rows := [][]string{}
	err := v.eachRow(v.places, []string{"name", "lad_gss", "population"}, func(row map[string]string, at model.Where) {
		switch {
		case row["name"] == "" || !isCode(row["lad_gss"]):
			v.wrong(at, "%q in %q is not a name in a district", row["name"], row["lad_gss"])
		case strings.Trim(row["population"], "0123456789") != "":
			v.wrong(at, "%q is not a number of people", row["population"])
		case row["name"] != "London":
			people := strings.TrimLeft(row["population"], "0")
			rows = append(rows, []string{row["name"], row["lad_gss"], people})
		}
	})
	if err != nil {
		return err
	}
	return v.writeTable(placesFile, []string{"name", "district", "population"}, rows)
}

// mostSharing is how many districts may share a locality's name. The name of a
// ward that more share, as Central or Abbey, leads nobody anywhere.
const mostSharing = 5

// makeLocalities writes localities.csv: what of the names of wards and
// neighbourhoods people may type.
func (v *areasVerb) makeLocalities(context.Context) error {
	found := map[string]map[string]string{} // by folded name and district: the name
	err := v.eachRow(v.localities, []string{"name", "lad_gss"}, func(row map[string]string, at model.Where) {
		if row["name"] == "" || !isCode(row["lad_gss"]) {
			v.wrong(at, "%q in %q is not a name in a district", row["name"], row["lad_gss"])
			return
		}
		for _, name := range splitLocality(row["name"]) {
			folded := strings.ToLower(name)
			if found[folded] == nil {
				found[folded] = map[string]string{}
			}
			found[folded][row["lad_gss"]] = name
		}
	})
	if err != nil {
		return err
	}
	rows := [][]string{}
	for _, districts := range found {
		for district, name := range districts {
			if len(districts) <= mostSharing {
				rows = append(rows, []string{name, district})
			}
		}
	}
	return v.writeTable(localitiesFile, []string{"name", "district"}, rows)
}

// vague are words that say no more than which part of somewhere is meant, or
// what stands there.
var vague = strings.Fields("north east south west northern eastern southern western central centre town village city upper lower great little " +
	"inner outer mid rural urban ward and the of park road street green hill station university hospital college school common bridge church abbey " +
	"castle market harbour marsh forest priory riverside central old new cross manor queens kings victoria trinity meads " +
	"airport business industrial estate docks docklands quay waterfront seafront minster cathedral parade lane moor heath river lake meadows valley vale")

// splitLocality turns "Abberley, Holt Heath & Hallow" into names, without
// those that are nothing but vague words or numbers.
func splitLocality(s string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(s, " and ", "&"), func(r rune) bool { return r == ',' || r == '&' || r == '/' || r == ';' }) {
		name = strings.TrimSpace(name)
		words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '.' || r == '’' })
		plain := slices.DeleteFunc(words, func(w string) bool { return slices.Contains(vague, w) || strings.Trim(w, "0123456789") == "" })
		if len(name) >= 4 && len(plain) > 0 && !place.IsWord(name) {
			names = append(names, name)
		}
	}
	return names
}

// renamed are the kinds of names.csv that other tables call otherwise.
var renamed = map[string]string{"hand": "by-hand", "mysociety-alt": "other", "mysociety-official": "official"}

// makeNames adds to names.csv what a table has more. A name that the tree
// already has for the area, as another name or as a district, is not said twice.
func (v *areasVerb) makeNames(context.Context) error {
	var reader source.Reader
	reading, problems, err := reader.Read(v.root.FS())
	if err != nil {
		return err
	}
	if source.Unusable(problems) {
		return fmt.Errorf("%s: the tree cannot be read; \"go run ./generator check\" says why", v.options.root)
	}
	rows, err := v.tableRows(namesFile)
	if err != nil {
		return err
	}
	err = v.eachRow(v.names, []string{"gss_code", "alt", "kind"}, func(row map[string]string, at model.Where) {
		i := slices.IndexFunc(reading.Authorities, func(a model.Authority) bool {
			return a.GSS == row["gss_code"] || slices.Contains(a.FormerGSS, row["gss_code"])
		})
		switch {
		case i < 0:
			v.wrong(at, "no area has the code %q", row["gss_code"])
		case !hasName(reading.Authorities[i], row["alt"]):
			a := &reading.Authorities[i]
			a.OtherNames = append(a.OtherNames, row["alt"])
			rows = append(rows, []string{a.Slug, row["alt"], cmp.Or(renamed[row["kind"]], row["kind"])})
		}
	})
	if err != nil {
		return err
	}
	return v.writeTable(namesFile, []string{"authority", "name", "kind"}, rows)
}

func hasName(a model.Authority, name string) bool {
	same := func(other string) bool { return strings.EqualFold(other, name) }
	return same(a.Name) || same(a.Official) || slices.ContainsFunc(a.OtherNames, same) ||
		slices.ContainsFunc(a.Districts, func(d model.District) bool { return same(d.Name) })
}

// tableRows are the rows of a table of the tree, without its heading.
func (v *areasVerb) tableRows(name string) ([][]string, error) {
	text, err := v.root.ReadFile(name)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows[min(1, len(rows)):], nil
}

// writeTable writes rows in one order, each once.
func (v *areasVerb) writeTable(name string, header []string, rows [][]string) error {
	slices.SortFunc(rows, slices.Compare)
	rows = slices.CompactFunc(rows, slices.Equal)
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	if err := w.WriteAll(append([][]string{header}, rows...)); err != nil {
		return err
	}
	return v.write(name, text.Bytes(), fmt.Sprintf("%d rows", len(rows)))
}
