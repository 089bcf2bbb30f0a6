package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// As says what the rows of a file become.
type As string

const (
	AsEntries  As = "entries"  // what services say of themselves: content/services
	AsCouncil  As = "council"  // what a council says of its area: data/councils
	AsRegister As = "register" // a bulk list that only saw: data/registers
)

// A Parcel is a file of tables that somebody sent, with what is known of it.
type Parcel struct {
	Parts   []Part
	As      As                // of rows whose told_by does not say
	Area    string            // slug; of rows that do not say
	Kind    string            // of rows that do not say
	Columns map[string]string // which field a heading means; "-" for a column to leave out
	Checked model.Checked     // of rows that do not say; zero if nobody gave one
	AsAt    model.Date        // nobody can have said anything after it
}

// A Part is one table of a Parcel, in the form of [ServiceColumns] or
// [ChannelColumns], whose headings may be other words for them.
type Part struct {
	File  string // the file, and of a workbook its sheet, as Problems name it
	Table sheet.Table
}

// A Said is what one row of a Parcel, with the rows of its channels, says of
// one service.
type Said struct {
	As     As
	Area   string // the folder it belongs to
	Where  model.Where
	Record *model.Record     // the values that are given, and the checks
	Cells  map[string]string // the same by the names of the columns, as files have them
	Minted bool              // the row had no id, and this is a new one

	Was, Is   *model.Record                 // what its source said before (nil if nothing), and says now; nil for a register
	Changed   []model.Group                 // whose value is another
	Confirmed []model.Group                 // whose value is the same, and whose check is newer
	Checks    map[model.Group]model.Checked // of both

	heads  map[string]string          // the headings of its columns
	bad    map[string]bool            // columns whose cell is wrong, and was reported
	asked  map[string]bool            // the columns that the table has
	whole  bool                       // the table says all there is: an empty cell takes a value away
	listed bool                       // so does a table of channels
	inRows map[model.ChannelType]bool // the types that rows of channels gave
	first  *model.Checked             // the check of the row as a whole
}

// at is the place of one of the row's cells.
func (s *Said) at(column string) model.Where {
	return line{headings: s.heads, at: s.Where}.where(column)
}

// The columns that are not fields of a record.
const (
	toldByColumn      = "told_by"
	areaColumn        = "area"
	idColumn          = "id"
	descriptionColumn = "description"
	serviceColumn     = "service"
	positionColumn    = "position"
	checkedColumn     = "checked"
)

// ServiceColumns are those of the table services: who told it, which area and
// service, the fields of an entry, its text, and who checked each group of
// facts ("2026-11-03, service manager, phone"). Channels are a table of their
// own.
var ServiceColumns = func() []string {
	columns := []string{toldByColumn, areaColumn, idColumn}
	for _, f := range model.Fields {
		if !f.Rows {
			columns = append(columns, f.Name)
		}
	}
	columns = append(columns, descriptionColumn)
	for _, g := range model.Groups {
		if !isChannel(g) {
			columns = append(columns, checkedColumn+"_"+string(g))
		}
	}
	return columns
}()

// ChannelColumns are those of the table channels: one row a number, an address
// or a place.
var ChannelColumns = slices.Concat([]string{serviceColumn, toldByColumn, areaColumn, positionColumn}, model.ChannelFields, []string{checkedColumn})

func isChannel(g model.Group) bool { return slices.Contains(model.ChannelTypes, model.ChannelType(g)) }

// serviceTargets are all columns that a table of services can have: those of a
// form that has the numbers beside the name, too.
var serviceTargets = func() []string {
	targets := slices.Clone(ServiceColumns)
	for _, f := range model.Fields {
		if f.Rows {
			targets = append(targets, f.Name)
		}
	}
	for _, t := range model.ChannelTypes {
		targets = append(targets, checkedColumn+"_"+string(t))
	}
	return append(targets, checkedColumns...)
}()

var channelTargets = append(slices.Clone(ChannelColumns), checkedColumns...)

// headingWords are the other words by which a column is known: its name
// without its spelling, and what forms call it.
func headingWords(targets []string) map[string]string {
	words := map[string]string{}
	for _, name := range targets {
		words[fold(name)] = name
	}
	label := func(name, label string) {
		if f := fold(label); f != "" && words[f] == "" && slices.Contains(targets, name) {
			words[f] = name
		}
	}
	for _, f := range model.Fields {
		label(f.Name, f.Label)
	}
	for _, f := range model.ChannelParts {
		label(f.Name, f.Label)
	}
	return words
}

var serviceWords, channelWords = headingWords(serviceTargets), headingWords(channelTargets)

// fold is a word without its case, spaces and marks.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// IsHeading reports whether a word is one of the headings of the tables, or of
// those that columns maps to a field.
func IsHeading(columns map[string]string) func(string) bool {
	return func(word string) bool {
		f := fold(word)
		return serviceWords[f] != "" || channelWords[f] != "" || mapped(columns, word) != ""
	}
}

// mapped is the field that a heading was given.
func mapped(columns map[string]string, heading string) string {
	for h, name := range columns {
		if fold(h) == fold(heading) {
			return name
		}
	}
	return ""
}

// A column is one column of a Part and what it means, or "".
type column struct{ heading, target string }

// columns settles what the headings of a part mean.
func (t *tree) columns(p Part, given map[string]string, words map[string]string) []column {
	at := model.Where{File: p.File, Line: p.Table.Line}
	var all []column
	taken := map[string]string{}
	for _, heading := range p.Table.Header {
		at.Cell = heading
		target := mapped(given, heading)
		if target == "" {
			target = words[fold(heading)]
		}
		switch {
		case target == "-":
			target = ""
		case target == "" || !isTarget(words, target):
			hint := "say what it means, or leave it out: --map " + quote(heading+"=-")
			if near := nearest(fold(heading), keysOf(words)); near != "" {
				hint = "did you mean " + quote(words[near]) + "? Otherwise " + hint
			}
			t.wrong("unknown-field", at, hint, "unknown column %q", heading)
			target = ""
		case taken[target] != "":
			t.wrong("duplicate-field", at, "keep one of them", "the columns %q and %q both hold %s", taken[target], heading, target)
			target = ""
		}
		if target != "" {
			taken[target] = heading
		}
		all = append(all, column{heading, target})
	}
	return all
}

func isTarget(words map[string]string, target string) bool {
	return words[fold(target)] == target
}

func keysOf(words map[string]string) map[string]bool {
	keys := map[string]bool{}
	for k := range words {
		keys[k] = true
	}
	return keys
}

// SaysTeller reports whether a part has the column that says of each row who
// told it, as an export has.
func SaysTeller(p Part, given map[string]string) bool {
	return slices.ContainsFunc(p.Table.Header, func(h string) bool { return cmp.Or(mapped(given, h), serviceWords[fold(h)]) == toldByColumn })
}

// isChannels reports whether a part is a table of channels: it says of each
// row which service it is for, its type and its value.
func isChannels(p Part, given map[string]string) bool {
	found := map[string]bool{}
	for _, h := range p.Table.Header {
		name := mapped(given, h)
		if name == "" {
			name = channelWords[fold(h)]
		}
		found[name] = true
	}
	return found["service"] && found["type"] && found["value"]
}

// Tables reads a parcel with the checks of every other source, and reports
// each wrong cell. The reading is what is known: its areas and words, and the
// services that rows without an id may mean.
func Tables(known *model.Reading, p Parcel) ([]*Said, []model.Problem) {
	t := &tree{reading: &model.Reading{Vocabulary: known.Vocabulary, Authorities: known.Authorities}, slugs: map[string]bool{}, ids: map[string]bool{}}
	for _, a := range known.Authorities {
		t.slugs[a.Slug] = true
	}
	for _, r := range known.Records {
		t.ids[r.ID] = true
		for _, was := range r.Was {
			t.ids[was] = true
		}
	}
	u := &unpacking{tree: t, Parcel: p, known: known, rows: map[string][]*Said{}}
	u.index()
	for _, part := range p.Parts {
		if !isChannels(part, p.Columns) {
			u.services(part)
		}
	}
	u.name()
	for _, part := range p.Parts {
		if isChannels(part, p.Columns) {
			u.channels(part)
		}
	}
	u.twins()
	for _, s := range u.said {
		u.amend(s)
	}
	for _, m := range t.mentions {
		if !t.ids[m.id] {
			t.wrong("unknown-service", m.at, didYouMean(m.id, t.ids), "%s names %q, which no service has as its id", m.field, m.id)
		}
	}
	return u.said, model.SortProblems(t.problems)
}

// An unpacking is the reading of one parcel under way.
type unpacking struct {
	*tree
	Parcel
	known *model.Reading
	said  []*Said

	rows   map[string][]*Said         // what the parcel says, by id
	byID   map[string][]*model.Record // what is known
	byName map[string][]*model.Record // the same by kind and name
	areas  map[string]string          // slugs by all words for an area
}

// index makes what is known quick to find.
func (u *unpacking) index() {
	u.byID, u.byName = map[string][]*model.Record{}, map[string][]*model.Record{}
	for _, r := range u.known.Records {
		if r.ID != "" {
			u.byID[r.ID] = append(u.byID[r.ID], r)
			u.byName[nameKey(r)] = append(u.byName[nameKey(r)], r)
		}
	}
	u.areas = areaWords(u.known)
}

// areaWords are all the words that mean one area, without their spelling: its
// slug, names and codes.
func areaWords(known *model.Reading) map[string]string {
	words := map[string]string{model.England: model.England}
	for _, a := range known.Authorities {
		for _, name := range slices.Concat([]string{a.Slug, a.Name, a.Official, a.GSS}, a.FormerGSS, a.OtherNames) {
			if f := fold(name); f != "" && words[f] == "" {
				words[f] = a.Slug
			}
		}
	}
	return words
}

// AreaFinder finds the slug of an area by its slug, a name or a code; "" for
// what is none.
func AreaFinder(known *model.Reading) func(word string) string {
	words := areaWords(known)
	return func(word string) string { return words[fold(word)] }
}

// LanguageFinder finds the id of a language by its id, a name or its code in
// BCP 47; "" for what is none.
func LanguageFinder(known *model.Reading) func(word string) string {
	words := map[string]string{}
	for _, term := range known.Vocabulary["languages"] {
		for _, name := range []string{term.ID, term.Label, term.OwnName, term.Tag} {
			words[fold(name)] = term.ID
		}
	}
	delete(words, "")
	return func(word string) string { return words[fold(word)] }
}

// nameKey is the kind and the name of a service without its spelling.
func nameKey(r *model.Record) string { return string(r.Kind) + " " + fold(r.Name.Name) }
