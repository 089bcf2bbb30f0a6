package place

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// small is the atlas of a small country.
func small(t testing.TB) *Atlas {
	t.Helper()
	of := func(slug string) []string { return []string{slug} }
	files, err := Export([]Area{{"northam", "Northam"}, {"southmere", "Southmere"}, {"city-of-oldtown", "City of Oldtown"}}, []Name{
		{Text: "Northam", Kind: Own, Areas: of("northam")},
		{Text: "London Borough of Northam", Kind: Other, Areas: of("northam")},
		{Text: "Northam", Kind: Place, Areas: of("southmere"), Population: 900},
		{Text: "Southmere", Kind: Own, Areas: of("southmere")},
		{Text: "Southmere", Kind: County, Areas: []string{"southmere", "northam"}},
		{Text: "City of Oldtown", Kind: Own, Areas: of("city-of-oldtown")},
		{Text: "Oldtown", Kind: County, Areas: []string{"northam", "southmere", "city-of-oldtown"}},
		{Text: "Newport", Kind: Place, Areas: of("northam"), Population: 20_000},
		{Text: "St Mary's-upon-Sea", Kind: Place, Areas: of("southmere"), Population: 9_000},
		{Text: "Twin", Kind: District, Areas: of("northam")},
		{Text: "Twin", Kind: Place, Areas: of("southmere"), Population: 8_000},
		{Text: "Reading", Kind: Place, Areas: of("southmere"), Population: 7_000},
		{Text: "Over", Kind: Place, Areas: of("southmere"), Population: 7_000},
		{Text: "Send", Kind: Place, Areas: of("southmere"), Population: 7_000},
		{Text: "Littleham", Kind: Place, Areas: of("southmere"), Population: 700},
		{Text: "9 Elms", Kind: Place, Areas: of("southmere")},
		{Text: "a|b", Kind: Place, Areas: of("southmere")},
		{Text: "One Two Three Four Five Six Seven", Kind: Place, Areas: of("southmere")},
	}, invented(t).Under(func(district string) string {
		return map[string]string{"E1": "northam", "E2": "southmere", "E3": "southmere"}[district]
	}))
	if err != nil {
		t.Fatal(err)
	}
	atlas, err := Open(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

func folder(files []File) fstest.MapFS {
	tree := fstest.MapFS{}
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Content}
	}
	return tree
}

// brief writes a Mention on a line: the name, its areas and nations, and its
// marks: ! sure, ~ soft, ? guess.
func brief(m Mention) string {
	s := m.Name + " [" + strings.Join(m.all(), " ") + "]"
	for _, mark := range []struct {
		on   bool
		sign string
	}{{m.Sure, "!"}, {m.Soft, "~"}, {m.Guess, "?"}} {
		if mark.on {
			s += mark.sign
		}
	}
	return s
}

func TestFind(t *testing.T) {
	atlas := small(t)
	known := func(word string) bool { return word == "bully" }
	for _, test := range []struct{ text, want, rest string }{
		{"northam", "Northam [northam southmere]!", ""}, // the other is a hamlet
		{"help in the London Borough of Northam please", "Northam [northam southmere]!", "help please"},
		{"Northam council sendiass", "Northam [northam southmere]!", "sendiass"},
		{"northam, southmere", "Northam [northam southmere]!", ""},
		{"southmere", "Southmere [southmere northam]!", ""}, // the council, then its county
		{"oldtown", "Oldtown [city-of-oldtown northam southmere]", ""},
		{"the city of oldtown", "City of Oldtown [city-of-oldtown]!", ""},
		{"newport", "Newport [northam wales]", ""},
		{"newport wales", "Newport [wales]!", ""},
		{"saint marys on sea", "St Mary's-upon-Sea [southmere]!", ""},
		{"ST. MARY’S UPON SEA", "St Mary's-upon-Sea [southmere]!", ""},
		{"twin", "Twin [northam southmere]", ""}, // no hamlet
		{"reading", "Reading [southmere]!~", "reading"},
		{"help with reading", "Reading [southmere]~", "help with reading"},
		{"help in reading", "Reading [southmere]!", "help"},
		{"reading southmere", "Reading [southmere]!", ""},
		{"over 16", " []", "over 16"},
		{"over", "Over [southmere]!~", "over"},
		{"in send", " []", "in send"},
		{"wales", "Wales [wales]!", ""},
		{"sothmere", "Southmere [southmere northam]?", ""},
		{"litleham", " []", "litleham"}, // too small to be guessed
		{"bully", " []", "bully"},
		{"NO1 2AA", "NO1 2AA [northam]!", ""},
		{"n0i 2aa", "NO1 2AA [northam]!", ""},
		{"NO1 2AD", "NO1 2AD [northam southmere]", ""},
		{"no1 help", "NO1 [northam southmere]", "help"},
		{"NO1 2AD southmere", "NO1 2AD [northam southmere]", ""},
		{"NO4 1AA", "NO4 1AA []", ""},
		{"year no1", " []", "year no1"},
		{"writing", " []", "writing"},
	} {
		m := atlas.Find(test.text, known)
		if brief(m) != test.want || m.Rest != test.rest {
			t.Errorf("%q: %s, and the rest is %q; want %s and %q", test.text, brief(m), m.Rest, test.want, test.rest)
		}
	}
}

func TestAlso(t *testing.T) {
	m := small(t).Find("from St Mary's on Sea to Newport and wales, NO10 1AA or NO1 1AA", nil)
	var also []string
	for _, o := range m.Also {
		also = append(also, brief(o))
	}
	const want = "Newport [northam wales]; Wales [wales]!; NO1 1AA [northam]!"
	if got := strings.Join(also, "; "); brief(m) != "NO10 1AA [southmere]!" || got != want {
		t.Errorf("%s, also %s; want %s", brief(m), got, want)
	}
}

func TestSuggest(t *testing.T) {
	atlas := small(t)
	for typed, want := range map[string]string{
		"n": "Northern Ireland Northam Neath Newport", "NEW": "Newport Newry", "st": "St Asaph St Davids Stirling", "st m": "St Mary's-upon-Sea",
		"city of": "City of Oldtown", "": "", "&": "", "zz": "", "the nort": "Northern Ireland Northam", "9": "", "send": "",
	} {
		var names []string
		for _, s := range atlas.Suggest(typed, 4) {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, " "); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%q suggests %q, want %q", typed, got, want)
		}
	}
}

// No name begins with a word that is skipped, or its file would never be read.
func TestStops(t *testing.T) {
	atlas := small(t)
	for _, l := range atlas.letters {
		for _, e := range l.entries {
			first, _, _ := strings.Cut(e.key, " ")
			if stops[first] {
				t.Errorf("nobody would find %q: %q is skipped", e.name, first)
			}
		}
	}
}

func TestExportRefuses(t *testing.T) {
	areas := []Area{{"northam", "Northam"}}
	for name, test := range map[string]struct {
		areas []Area
		names []Name
	}{
		"an area twice":             {append(areas, areas...), nil},
		"a name of no area":         {areas, []Name{{Text: "Eastham", Areas: []string{"eastham"}}}},
		"a postcode of no area":     {nil, nil},
		"an area named as Wales is": {append(areas, Area{"wales", "Wales"}), nil},
	} {
		if _, err := Export(test.areas, test.names, invented(t).Under(func(string) string { return "northam" })); err == nil {
			t.Errorf("%s is exported", name)
		}
	}
}

// Open refuses files that are cut or mixed up, and never panics.
func TestOpenRefuses(t *testing.T) {
	for name, file := range map[string]fstest.MapFile{
		"places.json": {Data: []byte("{")},
		"p/no.txt":    {Data: []byte("0 00\n")},
		"p/nx.txt":    {Data: []byte("NX1\n0 zz\n")},
		"p/ny.txt":    {Data: []byte("NY1\n0 0001 B\n")},
		"p/nz.txt":    {Data: []byte("NZ1\n0 0001 B c\n")},
		"n/q.txt":     {Data: []byte("Quorn|0\n")},
		"n/r.txt":     {Data: []byte("Rye|0|\n")},
	} {
		files, err := Export([]Area{{"northam", "Northam"}, {"southmere", "Southmere"}}, nil, emptyTable())
		if err != nil {
			t.Fatal(err)
		}
		tree := folder(files)
		tree[name] = &file
		if _, err := Open(tree); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v, want an error that names it", name, err)
		}
	}
	if _, err := Open(fstest.MapFS{}); err == nil {
		t.Error("nothing at all is opened")
	}
}

func TestSlips(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"leeds", "leeds", 0}, {"leds", "leeds", 1}, {"leesd", "leeds", 1}, {"lleedss", "leeds", 2}, {"lodes", "leeds", 2}, {"lorry", "leeds", 3}, {"", "ab", 2}, {"abc", "ca", 3}} {
		if got := slips([]rune(test.a), []rune(test.b), 2); got != test.want {
			t.Errorf("%q and %q: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

// Whatever the text: Find answers, Rest is a part of the text, and what is sure
// is one thing.
func FuzzFind(f *testing.F) {
	atlas := small(f)
	for _, text := range []string{"", "n0i 2aa", "in the city of oldtown council", "st. mary's upon sea", "\xff\xfe", "NO1\u2011 2AD", "ｎｏ１", "sothmere twin", strings.Repeat("no1 ", 500)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := atlas.Find(text, func(word string) bool { return len(word)%2 == 0 })
		if m.Found() && (m.Name == "" || !strings.Contains(strings.ToValidUTF8(text, "\uFFFD"), m.Typed)) {
			t.Errorf("%q: %q is not in it", text, m.Typed)
		}
		if m.Sure && (len(m.all()) == 0 || m.Guess || len(m.Nations) > 1) || !m.Found() && len(m.all()) > 0 {
			t.Errorf("%q: %s", text, brief(m))
		}
		if !utf8.ValidString(m.Rest) || len(m.Also) > mostAlso {
			t.Errorf("%q: the rest is %q, and %d others", text, m.Rest, len(m.Also))
		}
		if again := atlas.Find(text, func(word string) bool { return len(word)%2 == 0 }); brief(again) != brief(m) || again.Rest != m.Rest {
			t.Errorf("%q: %s, and then %s", text, brief(m), brief(again))
		}
		for _, s := range atlas.Suggest(text, 3) {
			if s.Name == "" || slices.Contains(s.Areas, "") {
				t.Errorf("%q suggests %v", text, s)
			}
		}
	})
}

func BenchmarkFindLong(b *testing.B) {
	atlas := small(b)
	text := strings.Repeat("misspeled wurds of no1 and sothmere ", 300)
	for b.Loop() {
		atlas.Find(text, nil)
	}
}
