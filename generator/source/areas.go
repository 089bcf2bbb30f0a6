package source

import (
	"cmp"
	"regexp"
	"slices"

	"signpost/generator/model"
)

const authoritiesFile = "data/areas/authorities.csv"

// codeForm is that of the Office for National Statistics: E06000001.
var codeForm = regexp.MustCompile(`^[A-Z][0-9]{8}$`)

// readAreas reads data/areas: the authorities of all times, what else people
// call them, their districts and neighbours.
func (t *tree) readAreas() error {
	rows, err := t.table(authoritiesFile, []string{"slug", "name", "official_name", "kind", "region", "gss", "former_gss", "county", "website", "from", "until", "successors"})
	if err != nil {
		return err
	}
	if rows == nil {
		t.wrong("missing-file", model.Where{File: authoritiesFile}, "every directory needs it", "the list of areas is missing or empty")
	}
	for _, r := range rows {
		t.readAuthority(r)
	}
	slices.SortFunc(t.reading.Authorities, func(a, b model.Authority) int { return cmp.Compare(a.Slug, b.Slug) })
	for _, read := range []func() error{t.readNames, t.readDistricts, t.readCounties, t.readNeighbours, t.readTowns, t.readLocalities, t.readPostcodes} {
		if err := read(); err != nil {
			return err
		}
	}
	t.checkCodes()
	t.follow()
	return nil
}

func (t *tree) readAuthority(r row) {
	a := model.Authority{Slug: r.get("slug"), Name: r.get("name"), Official: r.get("official_name"), Kind: r.get("kind"),
		Region: r.get("region"), County: r.get("county"), Website: r.get("website"), GSS: r.get("gss"),
		FormerGSS: r.list("former_gss"), Successors: r.list("successors"),
		From: t.date(r, "from"), Until: t.date(r, "until"), Where: r.at}
	switch {
	case !IsID(a.Slug) || a.Slug == model.England:
		t.wrong("bad-id", r.where("slug"), "slugs are lower-case letters, digits and hyphens", "the slug %q cannot be one", a.Slug)
	case t.slugs[a.Slug]:
		t.wrong("duplicate-id", r.where("slug"), "an area stands here once", "the slug %q stands here a second time", a.Slug)
	case a.Name == "" || a.Region == "":
		t.wrong("missing-field", r.at, "an area needs its name and its region", "the area %q lacks its name or region", a.Slug)
	default:
		if a.Website != "" {
			t.fitsLink("website", a.Website, r.where("website"))
		}
		t.fitsCodes(r, "gss", r.list("gss"))
		t.fitsCodes(r, "former_gss", a.FormerGSS)
		t.fitsTime(r, a.From, a.Until)
		t.slugs[a.Slug] = true
		t.reading.Authorities = append(t.reading.Authorities, a)
	}
}

func (t *tree) fitsCodes(r row, column string, codes []string) {
	for _, code := range codes {
		if !codeForm.MatchString(code) {
			t.wrong("bad-code", r.where(column), "a code is a letter and eight digits, as E06000001", "%s %q is not a code", column, code)
		}
	}
}

// checkCodes makes sure that a code names one area at a time: whoever looks an
// area up by its code must not be sent to another.
func (t *tree) checkCodes() {
	for i, a := range t.reading.Authorities {
		for _, b := range t.reading.Authorities[:i] {
			if a.GSS != "" && a.GSS == b.GSS && !a.Until.EndsBefore(b.From) && !b.Until.EndsBefore(a.From) {
				at := a.Where
				at.Cell = "gss"
				t.wrong("duplicate-code", at, "give one of them its own code, or the first and last day of each", "%q and %q have the code %s at the same time", b.Slug, a.Slug, a.GSS)
			}
		}
	}
}

// fitsTime refuses a time that is over before it begins.
func (t *tree) fitsTime(r row, from, until model.Date) {
	if until.EndsBefore(from) {
		t.wrong("until-before-from", r.where("until"), "from is the first day, until the last", "until is %s, before from, %s", until, from)
	}
}

// date reads a cell that holds a date or nothing.
func (t *tree) date(r row, column string) model.Date {
	d, err := model.ParseDate(r.get(column))
	if err != nil {
		t.wrong("bad-date", r.where(column), "", "%s: %v", column, err)
	}
	return d
}

// authority returns the authority that a cell names, or nil with a Problem.
func (t *tree) authority(r row, column string) *model.Authority {
	slug := r.get(column)
	i, ok := slices.BinarySearchFunc(t.reading.Authorities, slug, func(a model.Authority, s string) int { return cmp.Compare(a.Slug, s) })
	if !ok {
		t.wrong("unknown-area", r.where(column), didYouMean(slug, t.slugs), "%s names %q, which is not an area of data/areas/authorities.csv", column, slug)
		return nil
	}
	return &t.reading.Authorities[i]
}

func (t *tree) readNames() error {
	rows, err := t.table("data/areas/names.csv", []string{"authority", "name", "kind"})
	for _, r := range rows {
		if a := t.authority(r, "authority"); a != nil && t.named(r) && r.get("name") != a.Name {
			a.OtherNames = append(a.OtherNames, r.get("name"))
		}
	}
	return err
}

// named reports whether a row gives a name, without which it says nothing.
func (t *tree) named(r row) bool {
	if r.get("name") == "" {
		t.wrong("missing-field", r.where("name"), "give the name, or take the row out", "the row has no name")
	}
	return r.get("name") != ""
}

func (t *tree) readDistricts() error {
	rows, err := t.table("data/areas/districts.csv", []string{"slug", "name", "gss", "authority", "from", "until"})
	for _, r := range rows {
		if a := t.authority(r, "authority"); a != nil && t.named(r) {
			t.fitsCodes(r, "gss", r.list("gss"))
			d := model.District{Slug: r.get("slug"), Name: r.get("name"), GSS: r.get("gss"), From: t.date(r, "from"), Until: t.date(r, "until")}
			t.fitsTime(r, d.From, d.Until)
			a.Districts = append(a.Districts, d)
		}
	}
	return err
}

// readCounties reads the ceremonial counties by their areas. They say the same
// as the column "county" of the authorities, and fill it where it is empty.
func (t *tree) readCounties() error {
	rows, err := t.table("data/areas/counties.csv", []string{"name", "authorities"})
	for _, r := range rows {
		if !t.named(r) {
			continue
		}
		for _, slug := range r.list("authorities") {
			a := t.authority(row{map[string]string{"authorities": slug}, r.at}, "authorities")
			switch {
			case a == nil:
			case a.County == "":
				a.County = r.get("name")
			case a.County != r.get("name"):
				t.wrong("other-county", r.where("authorities"), "say the same in both files", "%q lies in %q, and in data/areas/authorities.csv in %q", slug, r.get("name"), a.County)
			}
		}
	}
	return err
}

func (t *tree) readNeighbours() error {
	rows, err := t.table("data/areas/neighbours.csv", []string{"a", "b"})
	for _, r := range rows {
		if a, b := t.authority(r, "a"), t.authority(r, "b"); a != nil && b != nil {
			a.Neighbours = append(a.Neighbours, b.Slug)
			b.Neighbours = append(b.Neighbours, a.Slug)
		}
	}
	return err
}

// follow ties each new authority to the one that it follows.
func (t *tree) follow() {
	for _, old := range slices.Clone(t.reading.Authorities) {
		for _, slug := range old.Successors {
			r := row{map[string]string{"successors": slug}, old.Where}
			next := t.authority(r, "successors")
			switch {
			case next == nil:
			case next.Predecessor != "" && next.Predecessor != old.Slug:
				t.wrong("two-predecessors", r.where("successors"), "an area can follow one area only", "%q follows %q, and so cannot follow %q", slug, next.Predecessor, old.Slug)
			default:
				next.Predecessor = old.Slug
			}
		}
	}
	for i := range t.reading.Authorities {
		a := &t.reading.Authorities[i]
		slices.Sort(a.Neighbours)
		slices.Sort(a.OtherNames)
		slices.SortFunc(a.Districts, func(d, e model.District) int { return cmp.Or(cmp.Compare(d.Name, e.Name), d.Until.Compare(e.Until)) })
	}
}
