package source

import (
	"cmp"
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

// FitsCheck returns what is wrong with a check that somebody gives for all rows
// of a parcel.
func FitsCheck(c model.Checked) error {
	t := &tree{}
	if t.checked(map[string]string{"on": c.On.String(), "by": c.By, "how": c.How}, model.Where{}); len(t.problems) > 0 {
		return errors.New(t.problems[0].Sentence + "; " + t.problems[0].Hint)
	}
	return nil
}

// Sound reports whether no cell of a row, or of its channels, was wrong.
func (s *Said) Sound() bool {
	for _, bad := range s.bad {
		if bad {
			return false
		}
	}
	return true
}

// amend makes of what is known of a service, and of what a row says, what its
// source says from now on. Registers are written as they are sent.
func (u *unpacking) amend(s *Said) {
	if s.As == AsRegister {
		u.needs(s, s.Record)
		return
	}
	s.Was = u.knownAs(s.As, s.Area, s.Record.ID)
	is := &model.Record{Checked: map[model.Group]model.Checked{}}
	if s.Was != nil {
		copied := *s.Was
		copied.Checked, copied.Channels = maps.Clone(s.Was.Checked), slices.Clone(s.Was.Channels)
		is = &copied
	}
	is.ID = s.Record.ID
	is.Where = s.home()
	s.fields(is)
	s.channels(is)
	if !slices.Contains(is.Areas, s.Area) && s.Area != "" {
		is.Areas = append(slices.Clone(is.Areas), s.Area)
	}
	s.Is, s.Checks = is, map[model.Group]model.Checked{}
	u.needs(s, is)
	u.settle(s)
}

// Differs reports whether the source is to say anything else than it said, the
// checks among it.
func (s *Said) Differs() bool {
	if s.Was == nil || s.Was.Offer.Description != s.Is.Offer.Description || !slices.Equal(s.Was.Channels, s.Is.Channels) || !maps.Equal(s.Was.Checked, s.Is.Checked) {
		return true
	}
	return slices.ContainsFunc(model.Fields, func(f model.Field) bool {
		return !f.Rows && !slices.Equal(f.Values(s.Was), f.Values(s.Is))
	})
}

// home is the file in which a record stands, or is to stand.
func (s *Said) home() model.Where {
	switch {
	case s.Was != nil:
		return s.Was.Where
	case s.As == AsEntries:
		return model.Where{File: path.Join(servicesFolder, s.Area, s.Record.ID+".md")}
	}
	return model.Where{File: path.Join(councilsFolder, s.Area, "services.csv")}
}

// fields puts the given values into a record. An empty cell says nothing,
// except in a table that says all there is.
func (s *Said) fields(is *model.Record) {
	for _, f := range model.Fields {
		if f.Rows || s.bad[f.Name] {
			continue
		}
		switch values := f.Values(s.Record); {
		case len(values) > 0:
			f.Set(is, slices.Clone(values))
		case !s.whole || !s.asked[f.Name] || f.Required:
		case f.Name == "areas":
			f.Set(is, []string{s.Area})
		case f.List:
			f.Set(is, nil)
		default:
			f.Set(is, []string{""})
		}
	}
	if given := s.Record.Offer.Description; given != strings.Trim(is.Offer.Description, "\r\n") && (given != "" || s.whole && s.asked[descriptionColumn]) {
		is.Offer.Description = given
	}
}

// channels puts the given ways to reach the service into a record. Rows of
// channels stand for all of their type, and in a table that says all there is
// for all there are. A number in a column of its own stands for the first of
// its type, and keeps what else is known of it.
func (s *Said) channels(is *model.Record) {
	if s.listed {
		is.Channels = slices.Clone(s.Record.Channels)
		return
	}
	known, placed := is.Channels, map[model.ChannelType]bool{}
	is.Channels = nil
	rows := func(t model.ChannelType) {
		if !placed[t] {
			is.Channels = append(is.Channels, s.Record.ChannelsOf(t)...)
		}
		placed[t] = true
	}
	for _, k := range known {
		if s.inRows[k.Type] {
			rows(k.Type)
		} else {
			is.Channels = append(is.Channels, k)
		}
	}
	for _, c := range s.Record.Channels {
		if s.inRows[c.Type] {
			rows(c.Type)
		} else {
			is.Channels = putChannel(is.Channels, c)
		}
	}
}

// putChannel puts a channel in the place of the same one, or of the first of its
// type, or behind all others.
func putChannel(channels []model.Channel, c model.Channel) []model.Channel {
	i := slices.IndexFunc(channels, func(k model.Channel) bool { return k.Type == c.Type && k.Key() == c.Key() })
	if i < 0 {
		i = slices.IndexFunc(channels, func(k model.Channel) bool { return k.Type == c.Type })
	}
	if i < 0 {
		return append(channels, c)
	}
	channels[i] = amended(channels[i], c)
	return channels
}

// amended is a known channel with what is given of it.
func amended(known, given model.Channel) model.Channel {
	if given.Key() != known.Key() {
		known.Value = given.Value
	}
	known.Hours = cmp.Or(given.Hours, known.Hours)
	known.Note = cmp.Or(given.Note, known.Note)
	known.ContactOf = cmp.Or(given.ContactOf, known.ContactOf)
	known.AskFor = cmp.Or(given.AskFor, known.AskFor)
	known.For = cmp.Or(given.For, known.For)
	return known
}

// needs reports what a record cannot do without, unless its cell was reported.
func (u *unpacking) needs(s *Said, r *model.Record) {
	for _, f := range model.Fields {
		if f.Required && len(f.Values(r)) == 0 && !s.bad[f.Name] {
			s.bad[f.Name] = true
			u.wrong("missing-field", s.at(f.Name), "write it, as "+quote(f.Example), "the field %q is missing", f.Name)
		}
	}
}

// settle gives each group of facts its check, and finds what changed. A fact
// that is told anew needs somebody who told it, after whoever told it before:
// for a number, which families ring, as for all others.
func (u *unpacking) settle(s *Said) {
	was := s.Was
	if was == nil {
		was = &model.Record{}
	}
	var untold, older []model.Group
	for _, g := range model.Groups {
		known := was.Checked[g]
		if was.Value(g).Blank() {
			known = model.Checked{} // a council checks its whole row, and says nothing of some groups
		}
		changed := !sameValue(g, was, s.Is)
		given := u.given(s, g, known, changed)
		switch {
		case !changed && (given.On.IsZero() || !given.On.After(known.On) || s.Is.Value(g).Blank()):
		case !changed:
			s.Confirmed = append(s.Confirmed, g)
			s.Checks[g], s.Is.Checked[g] = given, given
		case s.bad[checkedColumn+"_"+string(g)] || s.bad[checkedColumn]:
		case given.On.IsZero():
			untold = append(untold, g)
		case known.On.After(given.On):
			older = append(older, g)
		default:
			s.Changed = append(s.Changed, g)
			s.Checks[g], s.Is.Checked[g] = given, given
		}
		if s.Is.Value(g).Blank() && s.As == AsEntries && changed {
			delete(s.Is.Checked, g)
		}
	}
	u.reportUntold(s, untold, older)
}

// given is the check that the row gives to a group: its own, the row's, or
// that of the whole parcel. The one that is known already is not new. A check
// of the row or the parcel confirms what the row says, and so no group of which
// the row leaves a part out. In a table that says all there is, an empty cell
// says that nobody checked the group.
func (u *unpacking) given(s *Said, g model.Group, known model.Checked, changed bool) model.Checked {
	if own, ok := s.Record.Checked[g]; ok && (own != known || !changed || u.Checked.On.IsZero()) {
		if own == known {
			return model.Checked{}
		}
		return own
	}
	if !changed && (s.whole || !s.covers(g)) {
		return model.Checked{}
	}
	if s.first != nil && *s.first != known {
		return *s.first
	}
	return u.Checked
}

// covers reports whether the row says everything that is known of a group.
func (s *Said) covers(g model.Group) bool {
	if isChannel(g) {
		t := model.ChannelType(g)
		return len(s.Record.ChannelsOf(t)) == len(s.Is.ChannelsOf(t))
	}
	if g == model.GroupMedia {
		return s.Is.Media.Blank() // no table has a column for them
	}
	for _, f := range model.Fields {
		if f.Group == g && !f.Rows && len(f.Values(s.Is)) != len(f.Values(s.Record)) {
			return false
		}
	}
	return g != model.GroupOffer || s.Is.Offer.Description == "" || s.Record.Offer.Description != ""
}

func orBlank(r *model.Record) *model.Record {
	if r == nil {
		return &model.Record{}
	}
	return r
}

// sameValue reports whether two records say the same of a group, to the letter.
func sameValue(g model.Group, a, b *model.Record) bool {
	return a.Value(g).String() == b.Value(g).String() && (g != model.GroupOffer || a.Offer.Description == b.Offer.Description)
}

// reportUntold reports the groups of a row that are told by nobody, or by
// somebody who told it before the one who is known. A number stands first: it
// is what a stranger would change.
func (u *unpacking) reportUntold(s *Said, untold, older []model.Group) {
	for _, numbers := range []bool{true, false} {
		rule := "untold-fact"
		if numbers {
			rule = "changed-number"
		}
		other := func(g model.Group) bool { return IsNumber(g) != numbers }
		if of := slices.DeleteFunc(slices.Clone(untold), other); len(of) > 0 {
			sentence := "nobody is named who told us what is new: %s"
			if _, given := s.Record.Checked[of[0]]; given || s.first != nil {
				sentence = "the check is that of what was known before, and this is new: %s"
			}
			s.bad[checkedColumn] = true
			u.wrong(rule, s.at(s.columnOf(of[0])), `write who told you, when and how: in a column `+quote(checkedColumn+"_"+string(of[0]))+`, or with --by, --how and --on`, sentence, listOf(of))
		}
		if of := slices.DeleteFunc(slices.Clone(older), other); len(of) > 0 {
			s.bad[checkedColumn] = true
			u.wrong("older-fact", s.at(s.columnOf(of[0])), "ask again, or take it out of the file", "what is known of %s was told on %s, after this", listOf(of), orBlank(s.Was).Checked[of[0]].On.Words())
		}
	}
}

func listOf(groups []model.Group) string {
	var names []string
	for _, g := range groups {
		names = append(names, string(g))
	}
	return strings.Join(names, ", ")
}

// columnOf is the first column by which the row says something of a group.
func (s *Said) columnOf(g model.Group) string {
	for _, f := range model.Fields {
		if f.Group == g && s.heads[f.Name] != "" && s.Cells[f.Name] != "" {
			return f.Name
		}
	}
	return string(g)
}
