package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

const (
	helpFile = "content/services/northam/help.md"
	helpText = "---\nname: Northam Help\nkind: iass\n---\n\nRing us.\n"
	iassFile = "data/registers/iass.csv"
)

// oddFiles are those that an archive of text cannot hold. line is where the
// rule is reported; a file without a rule is a valid twin.
var oddFiles = []struct {
	name, file, text string
	rule             string
	line             int
}{
	{"CRLF", helpFile, strings.ReplaceAll(helpText, "\n", "\r\n"), "", 0},
	{"BOM", helpFile, "\uFEFF" + helpText, "", 0},
	{"BOM and CRLF in a table", "data/councils/northam/channels.csv", "\uFEFFservice,type,value,checked_on,checked_by,checked_how\r\nnortham-advice,phone,01632 960 999,2026-10-12,manager,phone\r\n", "", 0},
	{"BOM and CRLF in YAML", "data/councils/northam/council.yaml", "\uFEFFfirst_contact: {all: northam-advice}\r\nchecked: {on: 2026-10-12, by: officer, how: email}\r\n", "", 0},
	{"a second BOM", helpFile, "\uFEFF\uFEFF" + helpText, "front-matter", 1},
	{"CR alone", helpFile, strings.Replace(helpText, "\nkind", "\rkind", 1), "line-break", 2},
	{"U+0085", helpFile, strings.Replace(helpText, "Help", "Help\u0085", 1), "line-break", 2},
	{"U+2028", helpFile, strings.Replace(helpText, "iass", "iass\u2028", 1), "line-break", 3},
	{"U+2028 in YAML", "data/site.yaml", "name: a\nbase_url: \"b\u2029\"\n", "line-break", 2},
	{"U+2028 in the text", helpFile, helpText + "a\u2028b\n", "", 0},
	{"not UTF-8 in front matter", helpFile, strings.Replace(helpText, "Help", "Help\xe9", 1), "not-utf8", 2},
	{"not UTF-8 in the text", helpFile, helpText + "caf\xe9\n", "not-utf8", 7},
	{"UTF-8 in the text", helpFile, helpText + "café\n", "", 0},
	{"UTF-16", helpFile, "\xff\xfe-\x00-\x00-\x00", "not-utf8", 1},
	{"NUL in front matter", helpFile, strings.Replace(helpText, "Help", "He\x00lp", 1), "yaml", 2},
	{"NUL in the text", helpFile, helpText + "a\x00b\n", "control-character", 7},
	{"escape in the text", "content/guides/about.md", "---\ntitle: a\nsummary: b\n---\n\x1b[31mred\n", "control-character", 5},
	{"NUL in a table", iassFile, "id,areas,name\nx,northam,X\nx,northam,\"X\x00\"\n", "control-character", 3},
	{"a heading below blank lines", iassFile, "\n\nid,areas,nmae\n", "unknown-field", 3},
	{"tab in a table", iassFile, "id,areas,name\nx,northam,\"X\t\ny\"\n", "", 0},
	{"deep nesting of lists", helpFile, strings.Replace(helpText, "iass", strings.Repeat("[", 20000), 1), "yaml", 3},
	{"nesting of mappings", helpFile, strings.Replace(helpText, "iass", strings.Repeat("{a: ", 5000)+strings.Repeat("}", 5000), 1), "yaml", 3},
	{"a long text", helpFile, helpText + strings.Repeat("word ", maxProse/5-50), "", 0},
	{"a text too long", helpFile, helpText + strings.Repeat("word ", maxProse/5), "too-long", 6},
	{"a page too long", helpFile, helpText + strings.Repeat("word ", maxPage/5), "too-large", 0},
	{"50 MB of entry", helpFile, strings.Repeat("x", 50<<20), "too-large", 0},
	{"50 MB of table", iassFile, strings.Repeat("x,y\n", 50<<18), "too-large", 0},
	{"50 MB of vocabulary", "data/vocabulary/needs.csv", strings.Repeat("x", 50<<20), "too-large", 0},
	{"a file with another ending", "content/services/northam/help.txt", helpText, "misplaced-file", 0},
	{"a file outside the folders", "content/services/help.md", helpText, "misplaced-file", 0},
	{"a guide with another ending", "content/guides/about.html", "x", "misplaced-file", 0},
	{"a guide with a name in capitals", "content/guides/About.md", "x", "misplaced-file", 0},
	{"an entry with a name in capitals", "content/services/northam/Help.md", helpText, "bad-id", 0},
	{"a note about the entries", "content/services/README.md", "x", "", 0},
	{"a note about the councils", "data/councils/README.md", "x", "", 0},
	{"a note about the lists", "data/registers/README.md", "x", "", 0},
	{"a hidden file", "content/services/northam/.help.md.swp", "x", "", 0},
	{"a council's file misspelt", "data/councils/northam/chanels.csv", "x", "misplaced-file", 0},
	{"a council's file outside the folders", "data/councils/council.yaml", "x", "misplaced-file", 0},
	{"a list that nobody describes", "data/registers/mediators.csv", "x", "misplaced-file", 0},
	{"a file of content misspelt", "content/READ.md", "x", "misplaced-file", 0},
	{"a file where a folder is meant", "content/words", "x", "misplaced-file", 0},
	{"a file of data misspelt", "data/registers.yml", "x", "misplaced-file", 0},
	{"a file of areas misspelt", "data/areas/neighbors.csv", "a,b\n", "misplaced-file", 0},
	{"a vocabulary that is not one", "data/vocabulary/need.csv", "x", "misplaced-file", 0},
	{"a note about the content", "content/README.md", "x", "", 0},
	{"a note about the vocabularies", "data/vocabulary/README.md", "x", "", 0},
	{"a table to come", "data/holidays.csv", "x", "", 0},
	{"postcodes", "data/areas/postcodes.txt", "x", "", 0},
	{"a help page named like a list of pages", "content/guides/find.md", "---\ntitle: a\nsummary: b\nchecked: 2026-11-21\n---\n", "", 0},
	{"text turned round in front matter", helpFile, strings.Replace(helpText, "Help", "\"He\u202Elp\"", 1), "control-character", 2},
	{"text turned round in the text", helpFile, helpText + "Ring 01632 \u2067321 069\u2069.\n", "control-character", 7},
	{"text turned round in a table", iassFile, "id,areas,name\nx,northam,X\u200Fy\n", "control-character", 2},
	{"a BOM within", helpFile, helpText + "a\uFEFFb\n", "control-character", 7},
	{"a soft hyphen and a joiner", helpFile, helpText + "a\u00ADb \u200D c\n", "", 0},
	{"a missing vocabulary", "data/vocabulary/needs.csv", "", "missing-file", 0},
}

func TestOddFiles(t *testing.T) {
	tree := exampleTree(t)
	for _, test := range oddFiles {
		_, problems := read(t, with(tree, test.file, test.text))
		found := in(test.file, problems)
		if test.rule == "" {
			for _, p := range found {
				t.Errorf("%s: %v; want nothing", test.name, p)
			}
			continue
		}
		if !slices.ContainsFunc(found, func(p model.Problem) bool { return p.Rule == test.rule && p.Where.Line == test.line }) {
			t.Errorf("%s: got\n%swant %s on line %d", test.name, report(found), test.rule, test.line)
		}
	}
}

// oddTrees are faults of folders: what the tree is made to hold, and where the
// rule is reported.
var oddTrees = []struct {
	name string
	make func(t *testing.T, root string)
	rule string
	file string
}{
	{"a link out of the tree", link("/etc/hostname", "content/services/northam/host.md"), "symbolic-link", "content/services/northam/host.md"},
	{"a relative link out of the tree", link("../../../../secret.md", "content/services/northam/secret.md"), "symbolic-link", "content/services/northam/secret.md"},
	{"a link within the tree", link("northam-advice.md", "content/services/northam/copy.md"), "symbolic-link", "content/services/northam/copy.md"},
	{"a link to itself", link("loop.md", "content/services/northam/loop.md"), "symbolic-link", "content/services/northam/loop.md"},
	{"a folder that is a link", link("northam", "content/services/kingsmoor"), "symbolic-link", "content/services/kingsmoor"},
	{"a council's file that is a link", link("../northam/council.yaml", "data/councils/kingsmoor/council.yaml"), "symbolic-link", "data/councils/kingsmoor/council.yaml"},
	{"a vocabulary that is a link", link("/etc/passwd", "data/vocabulary/needs.csv"), "symbolic-link", "data/vocabulary/needs.csv"},
	{"a list that is a link", link("iass.csv", "data/registers/local-offers.csv"), "symbolic-link", "data/registers/local-offers.csv"},
	{"settings that are a link", link("/etc/passwd", "data/site.yaml"), "symbolic-link", "data/site.yaml"},
	{"all entries behind a link", link("/etc", "content/services"), "symbolic-link", "content/services"},
	{"all areas behind a link", link("vocabulary", "data/areas"), "symbolic-link", "data/areas"},
	{"a page that is a folder", folder("content/services/northam/help.md"), "misplaced-file", "content/services/northam/help.md"},
	{"a folder of no area", folder("content/services/norham"), "unknown-area", "content/services/norham"},
	{"a council of no area", folder("data/councils/norham"), "unknown-area", "data/councils/norham"},
	{"no areas", remove("data/areas"), "missing-file", "data/areas/authorities.csv"},
	{"no settings", remove("data/site.yaml"), "missing-file", "data/site.yaml"},
	{"no list where one is described", remove("data/registers/iass.csv"), "missing-file", "data/registers.yaml"},
	{"an id in two areas", copyFile("content/services/northam/northam-advice.md", "content/services/easthaven/northam-advice.md"), "duplicate-id", "content/services/northam/northam-advice.md"},
	{"a number that is not the one confirmed last", changes("2026-11-03,northam,northam-advice,phone,,01632 960 199,entries,service manager,phone"), "changed-number", "content/services/northam/northam-advice.md"},
	{"a council's number that is not the one confirmed last", changes("2026-10-12,northam,northam-mediation,phone,,01632 960 199 · hours: always,councils/northam,commissioning manager,phone"), "changed-number", "data/councils/northam/channels.csv"},
	{"a number confirmed since it changed", changes("2026-11-02,northam,northam-advice,phone,,01632 960 199,entries,service manager,phone"), "", ""},
	{"a number in another spelling", changes("2026-11-03,northam,northam-advice,phone,,+44 1632 960123 · hours: Monday,entries,service manager,phone"), "", ""},
	{"a number of another teller", changes("2026-11-03,northam,northam-advice,phone,,01632 960 199,councils/northam,officer,phone", "2026-11-02,northam,northam-advice,phone,,01632 960 999,councils/northam,officer,phone"), "changed-number", "data/councils/northam/channels.csv"},
	{"no entries", remove("content/services"), "", ""},
	{"no lists", remove("data/registers.yaml", "data/registers"), "", ""},
	{"lists that nobody describes", remove("data/registers.yaml"), "missing-file", "data/registers.yaml"},
	{"no guides", remove("content/guides"), "missing-file", "content/guides/about.md"},
	{"no word about privacy", remove("content/guides/privacy.md"), "missing-file", "content/guides/privacy.md"},
	{"a folder of content misspelt", folder("content/guide"), "misplaced-file", "content/guide"},
	{"a folder of data misspelt", folder("data/councls"), "misplaced-file", "data/councls"},
	{"a folder among the areas", folder("data/areas/old"), "misplaced-file", "data/areas/old"},
	{"folders to come", func(t *testing.T, root string) {
		for _, at := range []string{"content/stories", "data/evidence"} {
			folder(at)(t, root)
		}
	}, "", ""},
}

func link(to, at string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		remove(at)(t, root)
		if err := os.Symlink(to, filepath.Join(root, at)); err != nil {
			t.Fatal(err)
		}
	}
}

func folder(at string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		if err := os.Mkdir(filepath.Join(root, at), 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// changes writes the history of told facts.
func changes(rows ...string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		text := strings.Join(append([]string{strings.Join(ChangesColumns, ",")}, rows...), "\n") + "\n"
		if err := os.WriteFile(filepath.Join(root, ChangesFile), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func remove(names ...string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		for _, name := range names {
			if err := os.RemoveAll(filepath.Join(root, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func copyFile(from, to string) func(*testing.T, string) {
	return func(t *testing.T, root string) {
		text, err := os.ReadFile(filepath.Join(root, from))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, to), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOddTrees(t *testing.T) {
	for _, test := range oddTrees {
		dir := t.TempDir()
		if err := os.CopyFS(dir, exampleTree(t)); err != nil {
			t.Fatal(err)
		}
		test.make(t, dir)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, problems := read(t, root.FS())
		root.Close()
		if test.rule == "" {
			// Other files may name a service that is gone; nothing else is wrong.
			for _, p := range problems {
				if p.Rule != "unknown-service" {
					t.Errorf("%s: %v; want nothing", test.name, p)
				}
			}
			continue
		}
		if !slices.ContainsFunc(in(test.file, problems), func(p model.Problem) bool { return p.Rule == test.rule }) {
			t.Errorf("%s: got\n%swant %s at %s", test.name, report(problems), test.rule, test.file)
		}
	}
}

// oddModes are things that stand where a file is meant.
var oddModes = []struct {
	name string
	mode fs.FileMode
	rule string
}{
	{"a pipe", fs.ModeNamedPipe, "not-a-file"},
	{"a device", fs.ModeDevice, "not-a-file"},
	{"a link", fs.ModeSymlink, "symbolic-link"},
	{"a file", 0o600, ""},
}

func TestOddModes(t *testing.T) {
	for _, test := range oddModes {
		tree := with(exampleTree(t), helpFile, helpText)
		tree[helpFile].Mode = test.mode
		_, problems := read(t, tree)
		found := in(helpFile, problems)
		if len(found) > 1 || test.rule == "" && len(found) > 0 || test.rule != "" && (len(found) == 0 || found[0].Rule != test.rule) {
			t.Errorf("%s: got\n%swant %q", test.name, report(found), test.rule)
		}
	}
}

// One run lists every fault of every file: what each faulty file gives alone
// is given again when all of them stand in one tree.
func TestAllAtOnce(t *testing.T) {
	_, all := pairs(t)
	tree := exampleTree(t)
	faults := tree
	var want []string
	for _, p := range all {
		if dir := filepath.Dir(p.file); dir != "content/services/northam" && dir != "content/guides" {
			continue // one file of its name
		}
		faults = with(faults, p.file, p.faulty)
		want = append(want, strings.Split(strings.TrimSpace(string(p.want.Data)), "\n")...)
	}
	for _, p := range all {
		// From each other archive one case that leaves the areas, the ids of
		// services and the lists as they are.
		switch {
		case p.archive == "testdata/registers.txtar" || faults[p.file] != tree[p.file]:
		case slices.Contains([]string{"field-unknown", "phone-short", "link-script", "sentence-missing"}, p.name):
			faults = with(faults, p.file, p.faulty)
			want = append(want, strings.Split(strings.TrimSpace(string(p.want.Data)), "\n")...)
		}
	}
	_, problems := read(t, faults)
	got := strings.Split(report(problems), "\n")
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("not listed among the others: %s", line)
		}
	}
	if len(want) < 100 {
		t.Errorf("only %d faults were tried", len(want))
	}
}

// A record with an error is left out, and nothing else is.
func TestBrokenRecordIsLeftOut(t *testing.T) {
	whole, _ := read(t, exampleTree(t))
	for _, test := range []struct {
		name, file, old, new string
		lost                 int // records
	}{
		{"an entry", "content/services/northam/northam-deaf-parents.md", "kind: user-led", "kind: user-lead", 1},
		{"a row of a list", iassFile, "01632 960 401", "01632 960", 1},
		{"a row that cannot be read", iassFile, "Northam SEND Advice", `Northam "SEND" Advice`, 1},
		{"a row of a council's services", "data/councils/westbury-vale/services.csv", "council-send-team", "council-team", 1},
		{"a channel", "data/councils/westbury-vale/channels.csv", "01632 960 355", "01632 960", 0},
		{"a council's file", "data/councils/westbury-vale/council.yaml", "first_contact", "frist_contact", 1},
		{"one of two entries that name a missing service", "content/services/northam/northam-advice.md", "northam-mediation", "northam-mediaton", 1},
	} {
		tree := exampleTree(t)
		text := string(tree[test.file].Data)
		if !strings.Contains(text, test.old) {
			t.Fatalf("%s: %s does not hold %q", test.name, test.file, test.old)
		}
		reading, problems := read(t, with(tree, test.file, strings.Replace(text, test.old, test.new, 1)))
		if len(problems) != 1 || problems[0].Where.File != test.file {
			t.Errorf("%s: got\n%swant one Problem of %s", test.name, report(problems), test.file)
		}
		if lost := len(whole.Records) - len(reading.Records); lost != test.lost {
			t.Errorf("%s: %d records are lost; want %d", test.name, lost, test.lost)
		}
	}
}

// What is read never depends on the order in which a file system lists files,
// nor on the order of columns.
func TestReadIsTheSameTwice(t *testing.T) {
	tree := exampleTree(t)
	first, _ := read(t, tree)
	for range 5 {
		if again, _ := read(t, tree); !reflect.DeepEqual(first, again) {
			t.Fatal("two readings of one tree differ")
		}
	}
}

func TestDidYouMean(t *testing.T) {
	known := setOf([]string{"phone", "email", "arms_length"})
	for _, test := range []struct{ written, want string }{
		{"phnoe", `did you mean "phone"?`},
		{"e-mail", `did you mean "email"?`},
		{"armslength", `did you mean "arms_length"?`},
		{"x", ""},
		{"wobble", ""},
		{"", ""},
		{strings.Repeat("phone", 1000), ""},
	} {
		if got := didYouMean(test.written, known); got != test.want {
			t.Errorf("didYouMean(%.20q) = %q; want %q", test.written, got, test.want)
		}
	}
}

func names(reading *model.Reading) []string {
	var names []string
	for _, r := range reading.Records {
		names = append(names, r.Where.File+" "+r.Name.Name)
	}
	return names
}
