package place

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// An Atlas finds places in what families type.
type Atlas struct {
	manifest manifest
	names    map[string]string // of areas and nations, by slug
	postcode *Table
	letters  map[byte]*letter
}

// A manifest is places.json: what the reader needs before it knows the text.
type manifest struct {
	Format   int               `json:"format"`
	Areas    [][2]string       `json:"areas"`   // slug and name; then those of nations
	England  int               `json:"england"` // how many of them are areas of England
	Codes    map[string]string `json:"codes"`   // letters of postcode areas, and outcodes, to the nation of what no file holds
	Files    []string          `json:"files"`   // n/b, p/n1249 for p/n1, p/n2 …: without their ending
	Leading  []string          `json:"leading"`
	Trailing []string          `json:"trailing"`
	Cues     string            `json:"cues"` // words, with spaces between them
	Signs    string            `json:"signs"`
	Stops    string            `json:"stops"`
	Joined   string            `json:"joined"`
	Counted  string            `json:"counted"`
}

// A letter holds the names that begin with it, those of most weight first.
type letter struct {
	entries   []entry
	byKey     map[string]int
	guessable int // how many of them, from the first, may be guessed
}

// Open reads the files that Export has made.
func Open(files fs.FS) (*Atlas, error) {
	text, err := fs.ReadFile(files, manifestFile)
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	a := &Atlas{names: map[string]string{}, postcode: emptyTable(), letters: map[byte]*letter{}}
	if err := json.Unmarshal(text, &a.manifest); err != nil {
		return nil, fmt.Errorf("places: %s: %w", manifestFile, err)
	}
	if a.manifest.Format != format {
		return nil, fmt.Errorf("places: %s has the format %d, not %d", manifestFile, a.manifest.Format, format)
	}
	for _, area := range a.manifest.Areas {
		a.names[area[0]] = area[1]
	}
	for _, read := range []struct {
		pattern string
		file    func(name, text string) error
	}{{"p/*.txt", a.readCodes}, {"n/*.txt", a.readNames}} {
		found, err := fs.Glob(files, read.pattern)
		if err != nil {
			return nil, fmt.Errorf("places: %w", err)
		}
		for _, name := range found {
			text, err := fs.ReadFile(files, name)
			if err == nil {
				err = read.file(name, string(text))
			}
			if err != nil {
				return nil, fmt.Errorf("places: %s: %w", name, err)
			}
		}
	}
	return a, nil
}

// AreaName is the name of an area or of a nation, or "".
func (a *Atlas) AreaName(slug string) string { return a.names[slug] }

// slugs reads the numbers of areas: two digits each, to the base of 36.
func (a *Atlas) slugs(numbers string) ([]string, error) {
	var list []string
	for len(numbers) > 0 {
		n, err := strconv.ParseUint(numbers[:min(2, len(numbers))], 36, 16)
		if err != nil || len(numbers) < 2 || int(n) >= len(a.manifest.Areas) {
			return nil, fmt.Errorf("%q is not the number of an area", numbers)
		}
		list, numbers = append(list, a.manifest.Areas[n][0]), numbers[2:]
	}
	return list, nil
}

// readCodes reads a file of postcodes.
func (a *Atlas) readCodes(_, text string) error {
	var out *outcode
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0, f[0] == "=": // the slugs stand in places.json, too
		case f[0][0] >= 'A' && f[0][0] <= 'Z':
			out = a.postcode.outcodes[f[0]]
			if out == nil {
				out = &outcode{name: f[0]}
				a.postcode.outcodes[f[0]] = out
			}
		case out == nil || len(f) != 2 && len(f) != 4:
			return fmt.Errorf("the line %q belongs to no outcode", line)
		default:
			if err := a.readSectors(out, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// readSectors reads one line: the last digits of sectors, and where they lie.
func (a *Atlas) readSectors(out *outcode, f []string) error {
	places, err := a.slugs(f[1])
	if err != nil {
		return err
	}
	var listed []byte
	if len(f) == 4 {
		if listed, err = unpack(f[2], f[3], len(places)); err != nil {
			return err
		}
	}
	for _, digit := range f[0] {
		s := &sector{name: out.name + " " + string(digit), places: places, endings: listed}
		a.postcode.sectors[s.name] = s
		out.sectors = append(out.sectors, s.name)
	}
	return nil
}

// readNames reads the file of one letter.
func (a *Atlas) readNames(name, text string) error {
	l := &letter{byKey: map[string]int{}, guessable: -1}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if line == "-" {
			l.guessable = len(l.entries)
			continue
		}
		f := strings.Split(line, "|")
		if len(f) != 3 {
			return fmt.Errorf("%q is not a name, its areas and its marks", line)
		}
		areas, err := a.slugs(f[1])
		if err != nil {
			return err
		}
		e := entry{key: key(f[0]), name: f[0], areas: areas, first: strings.Contains(f[2], "1"), wide: strings.Contains(f[2], "w")}
		if i := strings.IndexAny(f[2], string(mannerMarks)); i >= 0 {
			e.manner = manner(f[2][i])
		}
		l.byKey[e.key] = len(l.entries)
		l.entries = append(l.entries, e)
	}
	if l.guessable < 0 {
		l.guessable = len(l.entries)
	}
	a.letters[name[len("n/")]] = l
	return nil
}

// entry returns the entry of a key, if its letter is one of those wanted.
func (a *Atlas) entry(key string, wanted []byte) *entry {
	if key == "" || !slices.Contains(wanted, key[0]) || a.letters[key[0]] == nil {
		return nil
	}
	if i, ok := a.letters[key[0]].byKey[key]; ok {
		return &a.letters[key[0]].entries[i]
	}
	return nil
}
