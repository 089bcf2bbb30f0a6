package place

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Of the format that doc.go describes.
const (
	format       = 1
	manifestFile = "places.json"
)

// An Area is one that families can be led to.
type Area struct{ Slug, Name string }

// A File is one file of the atlas. Its Path has "/" between its parts.
type File struct {
	Path    string
	Content []byte
}

// Export writes the atlas of the areas, under a Table that speaks of their
// slugs, as a sorted list of files. Equal arguments make equal files.
func Export(areas []Area, names []Name, codes *Table) ([]File, error) {
	x := exporter{number: map[string]string{}, abroad: map[string]bool{}}
	areas = slices.SortedFunc(slices.Values(areas), func(a, b Area) int { return cmp.Compare(a.Slug, b.Slug) })
	england := len(areas)
	for _, n := range nations {
		x.abroad[n.slug] = true
		areas = append(areas, Area{n.slug, n.name})
		names = append(names, Name{Text: n.name, Kind: Own, Areas: []string{n.slug}, Population: 1_000_000})
		for _, town := range n.towns {
			town.Areas = []string{n.slug}
			names = append(names, town)
		}
	}
	for i, a := range areas {
		x.number[a.Slug] = fmt.Sprintf("%02s", strconv.FormatInt(int64(i), 36))
	}
	if len(areas) > 36*36 || len(x.number) < len(areas) {
		return nil, fmt.Errorf("places: %d areas with %d slugs, of at most %d", len(areas), len(x.number), 36*36)
	}
	x.codes(codes)
	x.letters(names)
	x.manifest(areas, england, codes)
	slices.SortFunc(x.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return x.files, x.err
}

type exporter struct {
	number map[string]string // of areas, by slug
	abroad map[string]bool   // slugs of nations
	files  []File
	err    error
}

// numbers writes where something lies, two digits for each area.
func (x *exporter) numbers(slugs []string) string {
	var b strings.Builder
	for _, s := range slugs {
		n, ok := x.number[s]
		if !ok && x.err == nil {
			x.err = fmt.Errorf("places: %q is not one of the areas", s)
		}
		b.WriteString(n)
	}
	return b.String()
}

func (x *exporter) add(path string, content []byte) {
	x.files = append(x.files, File{path, content})
}

// codes writes one file for each postcode area and first digit of its outcodes:
// N1 and N12 share one. It begins with the slugs of the numbers in it, so that a
// postcode alone needs no other file.
func (x *exporter) codes(t *Table) {
	groups := map[string]*bytes.Buffer{}
	for _, name := range slices.SortedFunc(maps.Keys(t.outcodes), func(a, b string) int { return compareSectors(a+"0", b+"0") }) {
		o := t.outcodes[name]
		if o.whole != "" {
			continue
		}
		group := strings.ToLower(name[:strings.IndexAny(name, digits)+1])
		if groups[group] == nil {
			groups[group] = &bytes.Buffer{}
		}
		fmt.Fprintln(groups[group], name)
		x.sectors(groups[group], t, o)
	}
	for group, b := range groups {
		x.add("p/"+group+".txt", append(x.slugsIn(b.String()), b.Bytes()...))
	}
}

// slugsIn is the line that tells the slugs of the areas of England whose numbers
// are in a file: = 0l barnet
func (x *exporter) slugsIn(text string) []byte {
	used := map[string]bool{}
	for line := range strings.Lines(text) {
		if f := strings.Fields(line); len(f) > 1 {
			for n := f[1]; len(n) > 1; n = n[2:] {
				used[n[:2]] = true
			}
		}
	}
	line := "="
	for _, slug := range slices.Sorted(maps.Keys(x.number)) {
		if used[x.number[slug]] && !x.abroad[slug] {
			line += " " + x.number[slug] + " " + slug
		}
	}
	return []byte(line + "\n")
}

// sectors writes the sectors of an outcode; those that lie alike share a line.
func (x *exporter) sectors(b *bytes.Buffer, t *Table, o *outcode) {
	whole := map[string]string{}
	for _, name := range o.sectors {
		s := t.sectors[name]
		if len(s.places) == 0 {
			continue
		}
		where, digit := x.numbers(s.places), name[len(name)-1:]
		if s.endings == nil {
			whole[where] += digit
			continue
		}
		bits, runs := pack(s.endings)
		fmt.Fprintln(b, digit, where, bits, runs)
	}
	for _, where := range slices.Sorted(maps.Keys(whole)) {
		fmt.Fprintln(b, whole[where], where)
	}
}

// letters writes one file for each first letter of names.
func (x *exporter) letters(names []Name) {
	files := map[byte]*bytes.Buffer{}
	open := map[byte]bool{}
	for _, e := range entries(names) {
		first := e.key[0]
		if files[first] == nil {
			files[first], open[first] = &bytes.Buffer{}, true
		}
		if open[first] && e.weight < guessable {
			open[first] = false
			fmt.Fprintln(files[first], "-")
		}
		marks := ""
		if e.first {
			marks = "1"
		}
		if e.wide {
			marks += "w"
		}
		if e.manner != plainly {
			marks += string(e.manner)
		}
		fmt.Fprintf(files[first], "%s|%s|%s\n", e.name, x.numbers(e.areas), marks)
	}
	for first, b := range files {
		x.add("n/"+string(first)+".txt", b.Bytes())
	}
}

func (x *exporter) manifest(areas []Area, england int, t *Table) {
	m := manifest{Format: format, England: england, Codes: map[string]string{}, Leading: spoken(leading), Trailing: spoken(trailing),
		Cues: listed(cues), Signs: listed(signs), Stops: listed(stops), Joined: listed(joined), Counted: listed(counted)}
	for _, a := range areas {
		m.Areas = append(m.Areas, [2]string{a.Slug, a.Name})
	}
	for area, nation := range t.home {
		m.Codes[area] = nation
	}
	for name, o := range t.outcodes {
		area := name[:strings.IndexAny(name, digits)]
		m.Codes[area] = t.home[area]
		if o.whole != "" {
			m.Codes[name] = o.whole
		}
	}
	m.Files = x.held()
	text, err := json.Marshal(m)
	x.err = cmp.Or(x.err, err)
	x.add(manifestFile, append(text, '\n'))
}

// held lists the files without their ending, those of one postcode area
// together: n/b, p/n1249.
func (x *exporter) held() []string {
	slices.SortFunc(x.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	var all []string
	for _, f := range x.files {
		name := strings.TrimSuffix(f.Path, ".txt")
		stem := strings.TrimRight(name, digits)
		if last := len(all) - 1; stem != name && last >= 0 && strings.TrimRight(all[last], digits) == stem {
			all[last] += name[len(stem):]
			continue
		}
		all = append(all, name)
	}
	return all
}

func listed(set map[string]bool) string { return strings.Join(slices.Sorted(maps.Keys(set)), " ") }

func spoken(list [][]string) []string {
	var all []string
	for _, p := range list {
		all = append(all, strings.Join(p, " "))
	}
	return all
}
