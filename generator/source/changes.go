package source

import (
	"slices"

	"signpost/generator/model"
)

// ChangesFile is where confirm and import write what became another, a line
// each, at its end.
const ChangesFile = "data/changes.csv"

// ChangesColumns are its columns.
var ChangesColumns = []string{"on", "area", "service", "group", "was", "is", "source", "by", "how"}

// readChanges reads the history of told facts. A directory without one has
// only begun.
func (t *tree) readChanges() error {
	rows, err := t.table(ChangesFile, ChangesColumns)
	for _, r := range rows {
		mark := len(t.problems)
		c := model.Change{Area: r.get("area"), Service: r.get("service"), Group: model.Group(r.get("group")), Was: r.get("was"), Is: r.get("is"),
			Source: r.get("source"), By: r.get("by"), How: r.get("how"), Where: r.at}
		checked, _ := t.checked(map[string]string{"on": r.get("on"), "by": c.By, "how": c.How}, r.at)
		c.On = checked.On
		switch {
		case c.Area != model.England && !t.slugs[c.Area]:
			t.wrong("unknown-area", r.where("area"), didYouMean(c.Area, t.slugs), "%q is not an area of data/areas/authorities.csv", c.Area)
		case !IsID(c.Service):
			t.wrong("bad-id", r.where("service"), "ids are lower-case letters, digits and hyphens", "the id %q cannot be one", c.Service)
		case !slices.Contains(model.Groups, c.Group):
			t.wrong("unknown-field", r.where("group"), didYouMean(string(c.Group), setOf(groupNames)), "%q is not a group of facts", c.Group)
		}
		if !t.brokenSince(mark) {
			t.reading.Changes = append(t.reading.Changes, c)
		}
	}
	return err
}
