package place

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Table says in which districts the postcodes of England lie, or, Under
// somebody's view, in which areas. It holds every current postcode of a sector
// that is divided, and of the other sectors only where the whole sector lies.
type Table struct {
	sectors  map[string]*sector // by "N1 2"
	outcodes map[string]*outcode
	home     map[string]string // letters of a postcode area to the nation of what the table does not hold
}

// An outcode is the first half of postcodes: N1.
type outcode struct {
	name    string
	sectors []string // by their last digit
	whole   string   // the nation that all of it lies in, or ""
}

// A sector is the postcodes that share all but the last two letters.
type sector struct {
	name    string
	places  []string // districts, areas or nations; those with most postcodes first
	endings []byte   // of a divided sector: by ending, 1 + the index in places, 0 if not listed
	retired bool     // no postcode of it is in use today
}

// A Postcode is what a register of postcodes says of one.
type Postcode struct {
	Code     string // in any spacing: N1 2AB
	District string // code of the district or unitary; "" if the register does not say
	Retired  bool   // no longer in use; it counts for its sector alone
}

// NewTable makes the table of a register. Border names the nations beside
// England that sectors reach into, by sector.
func NewTable(codes []Postcode, border map[string][]string) (*Table, error) {
	counts := map[string]*tally{}
	for _, c := range codes {
		p, ok := parseExact(c.Code)
		if !ok {
			return nil, fmt.Errorf("%q is not a postcode", c.Code)
		}
		t := counts[p.sector()]
		if t == nil {
			t = &tally{places: map[string]int{}, retired: true}
			counts[p.sector()] = t
		}
		t.add(p.ending, c)
	}
	table := emptyTable()
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		table.add(counts[name].sector(name, border[name]))
	}
	return table, nil
}

func emptyTable() *Table {
	t := &Table{sectors: map[string]*sector{}, outcodes: map[string]*outcode{}, home: map[string]string{}}
	for _, n := range nations {
		for _, code := range n.codes {
			if strings.ContainsAny(code, digits) {
				t.outcodes[code] = &outcode{name: code, whole: n.slug}
			} else {
				t.home[code] = n.slug
			}
		}
	}
	return t
}

func (t *Table) add(s *sector) {
	t.sectors[s.name] = s
	name, _, _ := strings.Cut(s.name, " ")
	if t.outcodes[name] == nil {
		t.outcodes[name] = &outcode{name: name}
	}
	t.outcodes[name].sectors = append(t.outcodes[name].sectors, s.name)
}

// A tally counts the postcodes of one sector.
type tally struct {
	places  map[string]int
	listed  [endings]string
	retired bool
}

func (t *tally) add(ending int, c Postcode) {
	if c.District != "" {
		t.places[c.District]++
	}
	if !c.Retired {
		t.retired = false
		t.listed[ending] = c.District
	}
}

func (t *tally) sector(name string, border []string) *sector {
	s := &sector{name: name, retired: t.retired}
	s.places = slices.SortedFunc(maps.Keys(t.places), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.places[b], t.places[a]), cmp.Compare(a, b))
	})
	s.places = append(s.places, border...)
	if len(s.places) > 1 && !s.retired {
		s.endings = make([]byte, endings)
		for i, district := range t.listed {
			s.endings[i] = byte(1 + slices.Index(s.places, district))
		}
	}
	return s
}

// An Answer is what a Table says of a postcode or of a part of one.
type Answer struct {
	Places []string // districts or areas, and slugs of nations; the likeliest first
	Exact  bool     // there is one, and it holds for all that the question can mean
}

// Lookup answers for a whole postcode, "N1 2AB", in any spacing and case.
func (t *Table) Lookup(code string) (Answer, bool) {
	p, ok := parseExact(code)
	if !ok {
		return Answer{}, false
	}
	return t.answer(p), true
}

func (t *Table) answer(p postcode) Answer {
	s := t.sectors[p.sector()]
	if p.digit < 0 || s == nil || len(s.places) == 0 {
		return t.outcodeAnswer(p)
	}
	if p.ending >= 0 && s.endings != nil && s.endings[p.ending] > 0 {
		return Answer{[]string{s.places[s.endings[p.ending]-1]}, true}
	}
	return Answer{s.places, len(s.places) == 1}
}

// outcodeAnswer is for all of N1, and for sectors of it that nobody lists.
func (t *Table) outcodeAnswer(p postcode) Answer {
	o := t.outcodes[p.out]
	switch {
	case o == nil && t.home[p.area] != "":
		return Answer{[]string{t.home[p.area]}, true}
	case o == nil:
		return Answer{}
	case o.whole != "":
		return Answer{[]string{o.whole}, true}
	}
	count := map[string]int{}
	for _, name := range o.sectors {
		for _, place := range t.sectors[name].places {
			count[place]++
		}
	}
	places := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return Answer{places, len(places) == 1}
}

// Districts lists the codes that the table uses, sorted.
func (t *Table) Districts() []string {
	found := map[string]bool{}
	for _, s := range t.sectors {
		for _, p := range s.places {
			found[p] = !IsNation(p)
		}
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(found)), func(p string) bool { return !found[p] })
}

// Border lists the nations of the sectors that reach into one.
func (t *Table) Border() map[string][]string {
	border := map[string][]string{}
	for name, s := range t.sectors {
		for _, p := range s.places {
			if IsNation(p) {
				border[name] = append(border[name], p)
			}
		}
	}
	return border
}

// Under turns the districts of a table into the areas that are responsible for
// them. A district that area answers with "" lies in no area.
func (t *Table) Under(area func(district string) string) *Table {
	under := emptyTable()
	for _, name := range slices.Sorted(maps.Keys(t.sectors)) {
		under.add(t.sectors[name].under(area))
	}
	return under
}

func (s *sector) under(area func(string) string) *sector {
	u := &sector{name: s.name, retired: s.retired}
	index := make([]byte, 1+len(s.places))
	for i, place := range s.places {
		if !IsNation(place) {
			place = area(place)
		}
		if place != "" && !slices.Contains(u.places, place) {
			u.places = append(u.places, place)
		}
		index[1+i] = byte(1 + slices.Index(u.places, place))
	}
	if s.endings != nil && len(u.places) > 1 {
		u.endings = make([]byte, endings)
		for i, e := range s.endings {
			u.endings[i] = index[e]
		}
	}
	return u
}

// Write writes the table as data/areas/postcodes.txt, below comments of the caller.
func (t *Table) Write(w io.Writer, comments ...string) error {
	b := bufio.NewWriter(w)
	for _, c := range comments {
		fmt.Fprintln(b, "#", c)
	}
	for _, name := range slices.SortedFunc(maps.Keys(t.sectors), compareSectors) {
		s := t.sectors[name]
		fmt.Fprint(b, s.name, " ", cmp.Or(strings.Join(s.places, ","), "-"))
		switch {
		case s.retired:
			fmt.Fprint(b, " retired")
		case s.endings != nil:
			bits, runs := pack(s.endings)
			fmt.Fprint(b, " ", bits, " ", runs)
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

// compareSectors keeps N1 before N2 and N2 before N10, as people count.
func compareSectors(a, b string) int {
	p, _ := parseExact(a + "AA")
	q, _ := parseExact(b + "AA")
	return cmp.Or(cmp.Compare(p.area, q.area), cmp.Compare(len(strings.TrimRight(p.out, letters)), len(strings.TrimRight(q.out, letters))),
		cmp.Compare(p.out, q.out), cmp.Compare(p.digit, q.digit))
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// A LineError is a line of a table that cannot be read.
type LineError struct {
	Line int
	Err  error
}

func (e LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// ReadTable reads what Write has written. Lines that cannot be read are left
// out, and joined LineErrors.
func ReadTable(text []byte) (*Table, error) {
	t := emptyTable()
	var wrong []error
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		s, err := readSector(line)
		if err == nil && t.sectors[s.name] != nil {
			err = fmt.Errorf("the sector %q stands here a second time", s.name)
		}
		if err != nil {
			wrong = append(wrong, LineError{n, err})
			continue
		}
		t.add(s)
	}
	for _, o := range t.outcodes {
		slices.Sort(o.sectors)
	}
	return t, errors.Join(wrong...)
}

func readSector(line string) (*sector, error) {
	f := strings.Fields(line)
	if len(f) < 3 || len(f) > 5 {
		return nil, fmt.Errorf("%d words, where a sector has three, four or five: N1 2 E09000019", len(f))
	}
	p, ok := parseExact(f[0] + f[1] + "AA")
	if !ok || p.out != f[0] || len(f[1]) != 1 {
		return nil, fmt.Errorf("%q is not a sector of postcodes", f[0]+" "+f[1])
	}
	s := &sector{name: p.sector(), retired: len(f) == 4}
	if f[2] != "-" {
		s.places = strings.Split(f[2], ",")
	}
	switch {
	case len(s.places) > maxPlaces:
		return nil, fmt.Errorf("the sector %s lies in %d districts, more than %d", s.name, len(s.places), maxPlaces)
	case s.retired && f[3] != "retired":
		return nil, fmt.Errorf("%q cannot follow the districts of %s", f[3], s.name)
	case len(f) == 5:
		var err error
		if s.endings, err = unpack(f[3], f[4], len(s.places)); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	case len(s.places) > 1 && !s.retired:
		return nil, fmt.Errorf("the sector %s is divided and does not say how", s.name)
	}
	return s, nil
}
