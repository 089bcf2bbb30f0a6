package merge

import (
	"cmp"
	"slices"

	"signpost/generator/model"
)

// changes are those made by the day, the newest first.
func (m *merger) changes(all []model.Change) []model.Change {
	known := slices.DeleteFunc(slices.Clone(all), func(c model.Change) bool { return c.On.After(m.asAt) })
	slices.Reverse(known) // the file's last line is the newest of a day
	slices.SortStableFunc(known, func(a, b model.Change) int { return b.On.Compare(a.On) })
	return known
}

// formsOf are the further pages that an area had. Papers and bookmarks lead to them
// long after the area has ended.
func formsOf(slug string) []string {
	forms := []string{model.EasyReadAddress(slug), model.YoungAreaAddress(slug), model.AreaSchoolsAddress(slug)}
	for _, paper := range []string{model.LeafletAddress(slug), model.PosterAddress(slug), model.WalletAddress(slug), model.InsertAddress(slug)} {
		forms = append(forms, paper, model.AddressFor(model.YoungPeople, paper))
	}
	return forms
}

// moved lists the former addresses: GSS codes of areas, the further pages of
// areas that have ended, former ids of services, and a help page that is now a
// few questions.
func (m *merger) moved(d *model.Directory) {
	for _, areas := range [][]*model.Area{d.Areas, d.Ended} {
		for _, a := range areas {
			for _, code := range append([]string{a.GSS}, a.FormerGSS...) {
				if code != "" {
					d.Moved = append(d.Moved, model.Moved{From: model.AreaAddress(code), To: model.AreaAddress(a.Slug)})
				}
			}
		}
	}
	for _, a := range d.Ended {
		for _, form := range formsOf(a.Slug) {
			d.Moved = append(d.Moved, model.Moved{From: form, To: model.AreaAddress(a.Slug)})
		}
	}
	for _, s := range d.Services {
		for _, id := range s.Was {
			if d.Service(id) == nil {
				d.Moved = append(d.Moved, model.Moved{From: model.ServiceAddress(id), To: model.ServiceAddress(s.ID)})
			}
		}
	}
	if _, ok := d.Help(model.StartHelp); ok {
		d.Moved = append(d.Moved, model.Moved{From: model.FormerStartAddress, To: model.StartAddress})
	}
	slices.SortFunc(d.Moved, func(a, b model.Moved) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	d.Moved = slices.CompactFunc(d.Moved, func(a, b model.Moved) bool { return a.From == b.From })
}
