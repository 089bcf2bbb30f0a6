package source

import (
	"path"
	"strings"

	"signpost/generator/model"
)

const councilsFolder = "data/councils"

// readCouncils reads data/councils/<area>/: what a council says of its area.
func (t *tree) readCouncils() error {
	folders, err := t.list(councilsFolder)
	if err != nil {
		return err
	}
	for _, folder := range folders {
		dir := path.Join(councilsFolder, folder.Name())
		switch {
		case !folder.IsDir():
			if folder.Name() != "README.md" {
				t.wrong("misplaced-file", model.Where{File: dir}, "put it into the folder of its area", "%q lies outside any area's folder", folder.Name())
			}
		case !t.slugs[folder.Name()]:
			t.wrong("unknown-area", model.Where{File: dir}, didYouMean(folder.Name(), t.slugs), "%q is not an area of data/areas/authorities.csv", folder.Name())
		default:
			if err := t.readCouncil(dir, folder.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tree) readCouncil(dir, area string) error {
	if err := t.checkPlace(place{dir: dir, files: councilFiles}); err != nil {
		return err
	}
	s := &model.Source{ID: "councils/" + area, Rank: model.Council, Name: t.nameOf(area) + " council", What: "What the council says of its area."}
	t.reading.Sources = append(t.reading.Sources, s)
	if err := t.readCouncilFile(path.Join(dir, "council.yaml"), area, s); err != nil {
		return err
	}
	services, err := t.councilServices(path.Join(dir, "services.csv"), area, s)
	if err != nil {
		return err
	}
	return t.councilChannels(path.Join(dir, "channels.csv"), services)
}

var councilFiles = []string{"council.yaml", "services.csv", "channels.csv", "README.md"}

func (t *tree) nameOf(slug string) string {
	for _, a := range t.reading.Authorities {
		if a.Slug == slug {
			return a.Name
		}
	}
	return slug
}

// readCouncilFile reads council.yaml: where families start, and the council's
// own local offer.
func (t *tree) readCouncilFile(name, area string, s *model.Source) error {
	if !t.exists(name) {
		return nil
	}
	text, ok, err := t.read(name, maxPage)
	if err != nil || !ok {
		return err
	}
	t.council(text, name, area, s)
	return nil
}

// council reads the text of a council.yaml.
func (t *tree) council(text []byte, name, area string, s *model.Source) {
	mark := len(t.problems)
	at := model.Where{File: name, Line: 1}
	c := model.CouncilFile{Area: area, Where: at, First: map[string]string{}}
	offer := &model.Record{Source: s, Where: at, ID: area + "-local-offer", Kind: model.LocalOfferSite, Areas: []string{area}}
	words, checkedAt := map[string]string{}, at
	ks, ok := t.keys(text, name, 0)
	if !ok {
		return
	}
	for _, k := range ks {
		if k.Name == "checked" {
			checkedAt.Line = k.Line
		}
		t.councilKey(&c, offer, words, k, model.Where{File: name, Line: k.Line})
	}
	c.Checked, _ = t.checked(words, checkedAt)
	offer.Checked = map[model.Group]model.Checked{}
	for _, g := range model.Groups {
		offer.Checked[g] = c.Checked
	}
	if t.brokenSince(mark) {
		return
	}
	t.reading.Councils = append(t.reading.Councils, c)
	if !offer.Name.Blank() || len(offer.Channels) > 0 {
		t.reading.Records = append(t.reading.Records, offer)
	}
}

func (t *tree) councilKey(c *model.CouncilFile, offer *model.Record, checked map[string]string, k key, at model.Where) {
	switch k.Name {
	case "first_contact":
		t.strings(k, at, model.Names(model.FirstContactParts), func(name, v string, at model.Where) {
			c.First[name] = v
			t.mention("first_contact", []string{v}, at)
		})
	case "checked":
		t.strings(k, at, model.Names(model.CheckParts), func(name, v string, _ model.Where) { checked[name] = v })
	case "ring_second_if":
		v, ok := k.values()
		if !ok || len(v) > 1 {
			t.wrong("one-value", at, "keep one", "ring_second_if has several values")
		}
		c.SecondIf = strings.Join(v, " ")
	case "local_offer":
		var cells []cell
		t.strings(k, at, model.Names(model.LocalOfferParts), func(name, v string, at model.Where) {
			f, _ := model.FieldNamed(name)
			cells = append(cells, cell{f, []string{v}, at})
		})
		t.fill(offer, cells)
	default:
		t.wrong("unknown-field", at, didYouMean(k.Name, setOf(model.Names(model.CouncilFields))), "unknown field %q", k.Name)
	}
}

// strings reads a mapping of known names to one value each.
func (t *tree) strings(k key, at model.Where, known []string, use func(name, value string, at model.Where)) {
	if k.blank() {
		return
	}
	for _, w := range t.mapping(k.node, at.File, 0) {
		v, ok := w.values()
		where := model.Where{File: at.File, Line: w.Line}
		switch {
		case !setOf(known)[w.Name]:
			t.wrong("unknown-field", where, didYouMean(w.Name, setOf(known)), "unknown field %q of %s", w.Name, k.Name)
		case !ok || len(v) > 1:
			t.wrong("one-value", where, "keep one", "%s has several values", w.Name)
		case len(v) == 1:
			use(w.Name, v[0], where)
		}
	}
}

// councilColumns are the columns of services.csv that are fields, by their
// names, and all that it can have.
func councilColumns() (fields map[string]string, known []string) {
	fields = map[string]string{"id": "id"}
	known = append([]string{"id", descriptionColumn}, checkedColumns...)
	for _, f := range model.Fields {
		if f.Group != "" || !f.Rows {
			fields[f.Name] = f.Name
			known = append(known, f.Name)
		}
	}
	for _, g := range model.Groups {
		known = append(known, checkedColumn+"_"+string(g))
	}
	return fields, known
}

var checkedColumns = []string{"checked_on", "checked_by", "checked_how"}

// councilServices reads services.csv: one row a service, in the columns of the
// schema.
func (t *tree) councilServices(name, area string, s *model.Source) (map[string]*model.Record, error) {
	columns, known := councilColumns()
	rows, err := t.table(name, known)
	services := map[string]*model.Record{}
	for _, r := range rows {
		if _, taken := services[r.get("id")]; taken {
			t.wrong("duplicate-id", r.where("id"), "keep one row a service", "the service %q stands here a second time", r.get("id"))
			continue
		}
		rec := t.councilService(r, columns, area, s)
		services[r.get("id")] = rec // nil where the row is broken: its channels are not to blame
		t.ids[r.get("id")] = true
		if rec != nil {
			t.reading.Records = append(t.reading.Records, rec)
		}
	}
	return services, err
}

func (t *tree) councilService(r row, columns map[string]string, area string, s *model.Source) *model.Record {
	mark := len(t.problems)
	rec := &model.Record{Source: s, Where: r.at, ID: r.get("id"), Checked: map[model.Group]model.Checked{}}
	cells := r.fields(columns)
	t.fill(rec, cells)
	t.required(r.at, cells)
	t.refuseSite(cells)
	if text := r.get(descriptionColumn); text != "" {
		rec.Offer.Description = t.prose([]byte(text), r.where(descriptionColumn))
		rec.BodyLine = r.at.Line
	}
	if !IsID(rec.ID) {
		t.wrong("bad-id", r.where("id"), "ids are lower-case letters, digits and hyphens", "the id %q cannot be one", rec.ID)
	}
	if !setOf(rec.Areas)[area] {
		rec.Areas = append(rec.Areas, area)
	}
	if checked, ok := t.rowChecked(r); ok {
		for _, g := range model.Groups {
			rec.Checked[g] = checked
		}
	}
	t.groupChecks(rec, r)
	if t.brokenSince(mark) {
		return nil
	}
	return rec
}

// groupChecks reads the checks that stand for one group of facts, in place of
// the row's: "2026-11-03, service manager, phone".
func (t *tree) groupChecks(rec *model.Record, r row) {
	for _, g := range model.Groups {
		column := checkedColumn + "_" + string(g)
		if v := r.get(column); v != "" {
			rec.Checked[g], _ = t.checked(checkWords(v), r.where(column))
		}
	}
}

func (t *tree) rowChecked(r row) (model.Checked, bool) {
	return t.checked(map[string]string{"on": r.get("checked_on"), "by": r.get("checked_by"), "how": r.get("checked_how")}, r.at)
}

// councilChannels reads channels.csv: one row a number or address, with its
// own check.
func (t *tree) councilChannels(name string, services map[string]*model.Record) error {
	known := append([]string{"service"}, append(model.ChannelFields, checkedColumns...)...)
	rows, err := t.table(name, known)
	for _, r := range rows {
		mark := len(t.problems)
		rec, named := services[r.get("service")]
		if !named {
			t.wrong("unknown-service", r.where("service"), "services.csv beside this file names them", "there is no service %q", r.get("service"))
		}
		for column, v := range r.cells {
			t.fitsForm(cell{field: model.Field{Name: column}, at: r.where(column)}, v)
		}
		c := channelOf(r.cells)
		t.fitsWholeChannel(c, r.where)
		checked, ok := t.rowChecked(r)
		if rec == nil || !ok || t.brokenSince(mark) {
			continue
		}
		addChannel(rec, c, checked, r.at)
	}
	return err
}

// addChannel adds a row of channels.csv to its service. The first row of a
// type brings its own check in place of the one that services.csv gave for
// everything; all channels of a type then stand under one check, so that of
// the oldest is kept: none of them is older than the page says.
func addChannel(rec *model.Record, c model.Channel, checked model.Checked, at model.Where) {
	g := model.Group(c.Type)
	if len(rec.ChannelsOf(c.Type)) > 0 {
		checked = older(rec.Checked[g], checked)
	} else {
		if rec.Files == nil {
			rec.Files = map[model.Group]string{}
		}
		rec.Files[g], rec.Lines[g] = at.File, at.Line
	}
	rec.Channels = append(rec.Channels, c)
	rec.Checked[g] = checked
}
