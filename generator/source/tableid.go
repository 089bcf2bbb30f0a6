package source

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"signpost/generator/model"
)

// knownAs is the record of a service by its id, as the same sort of source has
// it: an entry, or a row of the area's council. Nil if there is none.
func (u *unpacking) knownAs(as As, area, id string) *model.Record {
	if id == "" {
		return nil
	}
	for _, r := range u.byID[id] {
		if isFrom(r, as, area) {
			return r
		}
	}
	return nil
}

// isFrom reports whether a record is from the sort of source, and for a
// council's from that of the area.
func isFrom(r *model.Record, as As, area string) bool {
	switch as {
	case AsEntries:
		return r.Source.Rank == model.Entry
	case AsCouncil:
		return r.Source.Rank == model.Council && r.Kind != model.LocalOfferSite && (area == "" || folderOf(r) == area)
	}
	return r.Source.Rank == model.Register
}

// folderOf is the area in whose folder a told record stands.
func folderOf(r *model.Record) string { return path.Base(path.Dir(r.Where.File)) }

// name gives each row of a service its area and its id: what the row says,
// else those of the known service of the same kind and name, else a new id
// from the name.
func (u *unpacking) name() {
	minted := map[string]string{} // ids by area, kind and name
	for _, s := range u.said {
		r := s.Record
		if r.Kind == "" && !s.bad["kind"] && u.knownAs(s.As, s.Area, r.ID) == nil {
			r.Kind = model.Kind(u.Kind)
			s.Cells["kind"] = u.Kind
		}
		if s.Area == "" {
			if known := u.knownAs(s.As, "", r.ID); known != nil && s.As != AsRegister {
				s.Area = folderOf(known)
			} else if len(r.Areas) > 0 {
				s.Area = r.Areas[0]
			} else if national(r.Kind) {
				s.Area = model.England
			}
		}
		if r.ID == "" && !s.bad[idColumn] && r.Name.Name != "" {
			u.find(s, minted)
		}
		switch {
		case s.Area == "" && !s.bad[areaColumn] && !s.bad["areas"]:
			s.bad[areaColumn] = true
			u.wrong("missing-field", s.at(areaColumn), "add a column area, or say --area", "the row does not say which area it is in")
		case s.As == AsCouncil && s.Area == model.England:
			s.bad[areaColumn] = true
			u.wrong("unknown-area", s.at(areaColumn), "name the council's own area", "no council speaks for all of England")
		}
		if r.ID != "" {
			u.ids[r.ID] = true
			u.rows[r.ID] = append(u.rows[r.ID], s)
		}
		if s.Minted {
			u.rows[r.Name.Name] = append(u.rows[r.Name.Name], s)
		}
	}
}

func national(k model.Kind) bool { return k == model.National || k == model.Urgent }

// find gives a row without an id the id of the service that it means, or a new
// one.
func (u *unpacking) find(s *Said, minted map[string]string) {
	for _, rank := range []func(*model.Record) bool{
		func(r *model.Record) bool { return isFrom(r, s.As, s.Area) },
		func(r *model.Record) bool { return r.Source.Told() },
		func(r *model.Record) bool { return true },
	} {
		for _, r := range u.byName[nameKey(s.Record)] {
			if rank(r) && slices.Contains(r.Areas, s.Area) {
				s.Record.ID = r.ID
				return
			}
		}
	}
	key := s.Area + " " + nameKey(s.Record)
	if id := minted[key]; id != "" {
		s.Record.ID = id // the rows are twins, which is reported
		return
	}
	s.Minted = true
	s.Record.ID = NewID(s.Area, s.Record.Name.Name, u.ids)
	minted[key] = s.Record.ID
}

// NewID proposes an id for a service: its name in small letters, the area's
// slug before it where the name does not say it, and a number where the id is
// taken.
func NewID(area, name string, taken map[string]bool) string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(norm.NFD.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’'
	}) {
		w = strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w)
		if w != "" && len(words) < 8 {
			words = append(words, w)
		}
	}
	id := strings.Join(words, "-")
	if area != "" && area != model.England && !strings.Contains("-"+id+"-", "-"+area+"-") {
		id = strings.Trim(area+"-"+id, "-")
	}
	if id == "" {
		id = "service"
	}
	for n, base := 2, id; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

// twins reports rows that mean one service, and rows that give one id to two.
func (u *unpacking) twins() {
	same := map[string][]*Said{}
	for _, s := range u.said {
		if s.Record.ID != "" {
			key := string(s.As) + " " + s.Record.ID
			if s.As == AsCouncil {
				key += " " + s.Area
			}
			same[key] = append(same[key], s)
		}
	}
	for _, twins := range same {
		for _, s := range twins[min(len(twins), 1):] {
			u.twin(twins[0], s)
			if s == twins[1] {
				u.twin(s, twins[0])
			}
		}
	}
	for _, s := range u.said {
		u.elsewhere(s)
	}
}

// twin reports a row that has the id of another.
func (u *unpacking) twin(first, s *Said) {
	s.bad[idColumn] = true
	a, b := first.Record, s.Record
	if fold(a.Name.Name) != fold(b.Name.Name) || a.Kind != b.Kind {
		u.wrong("two-services", s.at(idColumn), "give one of them another id", "the id %q stands for %q here and for %q in row %d", b.ID, b.Name.Name, a.Name.Name, first.Where.Line)
		return
	}
	u.wrong("duplicate-id", s.at(idColumn), "keep one row a service", "the service %q also stands in row %d", b.ID, first.Where.Line)
}

// elsewhere reports an id that is known as that of another service: of another
// kind, or of an entry in the folder of another area.
func (u *unpacking) elsewhere(s *Said) {
	for _, r := range u.byID[s.Record.ID] {
		switch {
		case s.bad[idColumn]:
		case s.Record.Kind != "" && r.Kind != s.Record.Kind:
			s.bad[idColumn] = true
			u.wrong("two-services", s.at(idColumn), "give it another id", "the id %q is that of a service of kind %s (%s)", r.ID, r.Kind, r.Where)
		case s.As == AsEntries && r.Source.Rank == model.Entry && s.Area != "" && folderOf(r) != s.Area:
			s.bad[idColumn] = true
			u.wrong("two-services", s.at(idColumn), "give it another id, or the area of the entry", "the id %q is that of %s", r.ID, r.Where.File)
		}
	}
}
