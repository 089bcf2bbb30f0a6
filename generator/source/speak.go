package source

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"signpost/generator/model"
)

// numberGroups are the groups of which a wrong digit does harm: a family rings
// a stranger, or nobody. They are told by somebody who can be asked again.
var numberGroups = []model.Group{model.Group(model.Phone), model.Group(model.Text), model.Group(model.WhatsApp)}

// IsNumber reports whether the group holds numbers that are rung or written to.
func IsNumber(g model.Group) bool { return slices.Contains(numberGroups, g) }

// uncheckedNumbers reports numbers of an entry that nobody confirmed.
func (t *tree) uncheckedNumbers(r *model.Record) {
	if t.alone {
		return // what the file is to say may be about to be written
	}
	for _, g := range numberGroups {
		if _, ok := r.Checked[g]; !ok && !r.Value(g).Blank() {
			t.wrong("unchecked-number", r.At(g), `write who, when and how under "checked:", as "`+string(g)+`: {on: 2026-11-03, by: service manager, how: phone}"`,
				"nobody has confirmed the %s number", g)
		}
	}
}

// wholeFacts reports facts that are no use by halves: an alert that never
// ends, a service that replaces itself.
func (t *tree) wholeFacts(r *model.Record) {
	if !r.Alert.Blank() && r.Alert.Until.IsZero() {
		t.wrong("alert-without-end", r.At(model.GroupAlert), `write its last day, as "alert_until: 2026-12-04"`, "the alert has no last day")
	}
	if r.ID != "" && r.Status.ReplacedBy == r.ID {
		t.wrong("replaced-by-itself", r.At(model.GroupStatus), "name the service that took over, or leave the line out", "replaced_by names %q, which is this service", r.ID)
	}
}

// changedNumbers reports numbers that are not those that were confirmed last
// and that nobody has confirmed since, and leaves their records out.
func (t *tree) changedNumbers() {
	known := LastKnown(t.reading.Changes)
	t.reading.Records = slices.DeleteFunc(t.reading.Records, func(r *model.Record) bool {
		mark := len(t.problems)
		for _, g := range numberGroups {
			c, ok := known[Fact{r.Source.ID, r.ID, g}]
			if !ok || r.Value(g).Blank() || r.Checked[g].On.After(c.On) || SameNumbers(c.Is, r.Value(g).String()) {
				continue
			}
			t.wrong("changed-number", r.At(g), "ring the number known before ("+Numbers(c.Is)+"), then: go run ./generator confirm "+r.ID+" "+string(g)+` --by "service manager" --how phone`,
				"the %s number has changed since it was confirmed on %s", g, c.On.Words())
		}
		return t.brokenSince(mark)
	})
}

// A Fact names what one source says of one group of a service.
type Fact struct {
	Source, Service string
	Group           model.Group
}

// LastKnown is the newest change of each fact; of several on a day, the last
// in the file.
func LastKnown(changes []model.Change) map[Fact]model.Change {
	last := map[Fact]model.Change{}
	for _, c := range changes {
		f := Fact{c.Source, c.Service, c.Group}
		if !last[f].On.After(c.On) {
			last[f] = c
		}
	}
	return last
}

// SameNumbers reports whether two values of a group of numbers, as
// [model.Channels] writes them, hold the same numbers, however they are spelt.
func SameNumbers(a, b string) bool { return maps.Equal(digitsIn(a), digitsIn(b)) }

func digitsIn(value string) map[string]bool {
	digits := map[string]bool{}
	for _, n := range numbersIn(value) {
		digits[model.PhoneDigits(n)] = true
	}
	return digits
}

// numbersIn are the numbers of a value: what stands before its hours and notes.
func numbersIn(value string) []string {
	var numbers []string
	for channel := range strings.SplitSeq(value, "; ") {
		if n, _, _ := strings.Cut(channel, " · "); n != "" && strings.Trim(n, "0123456789 ()+-") == "" {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// Numbers are the numbers of such a value as a sentence names them.
func Numbers(value string) string {
	return cmp.Or(strings.Join(numbersIn(value), ", "), "the last one")
}
