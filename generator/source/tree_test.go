package source

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// exampleFolder is the invented tree that tests and documentation use.
const exampleFolder = "../testdata/example"

// exampleTree returns a copy of the invented tree, to be damaged.
func exampleTree(t testing.TB) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{}
	root := os.DirFS(exampleFolder)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		tree[name] = &fstest.MapFile{Data: text, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// with returns the tree with one more or another file.
func with(tree fstest.MapFS, name, text string) fstest.MapFS {
	next := fstest.MapFS{}
	for n, f := range tree {
		next[n] = f
	}
	next[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	return next
}

// read reads a tree and returns what is wrong with it.
func read(t testing.TB, tree fs.FS) (*model.Reading, []model.Problem) {
	t.Helper()
	var r Reader
	reading, problems, err := r.Read(tree)
	if err != nil {
		t.Fatal(err)
	}
	return reading, problems
}

// in keeps the problems of one file.
func in(file string, problems []model.Problem) []model.Problem {
	var found []model.Problem
	for _, p := range problems {
		if p.Where.File == file {
			found = append(found, p)
		}
	}
	return found
}

// The example shows every case and is well written: it gives no Problem.
func TestExample(t *testing.T) {
	root, err := os.OpenRoot(exampleFolder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	reading, problems := read(t, root.FS())
	for _, p := range problems {
		t.Error(p)
	}
	if len(reading.Authorities) != 12 || len(reading.Councils) != 7 || len(reading.Articles) != 45 || len(reading.Sources) != 13 {
		t.Errorf("%d authorities, %d councils, %d guides, %d sources", len(reading.Authorities), len(reading.Councils), len(reading.Articles), len(reading.Sources))
	}
}

// The example's vocabulary is the root's, to the byte, and has every id that
// the program knows.
func TestExampleVocabulary(t *testing.T) {
	for _, name := range model.VocabularyNames {
		file := path.Join("data/vocabulary", name+".csv")
		ours, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		example, err := os.ReadFile(path.Join(exampleFolder, file))
		if err != nil {
			t.Fatal(err)
		}
		if string(ours) != string(example) {
			t.Errorf("%s of the example is not the root's: copy it", file)
		}
	}
	reading, _ := read(t, os.DirFS(exampleFolder))
	for name, ids := range knownIDs() {
		for _, id := range ids {
			if _, ok := reading.Vocabulary[name].Find(id); !ok {
				t.Errorf("the vocabulary %s lacks %q", name, id)
			}
		}
	}
}

// knownIDs are the ids that the program itself names.
func knownIDs() map[string][]string {
	ids := map[string][]string{"wording": model.Wordings, "audiences": {model.Parents, model.YoungPeople}}
	for _, k := range model.Kinds {
		ids["kinds"] = append(ids["kinds"], string(k))
	}
	for _, c := range model.ChannelTypes {
		ids["channels"] = append(ids["channels"], string(c))
	}
	for _, f := range model.Fields {
		if f.Form == model.IDForm {
			ids[f.Vocabulary] = append(ids[f.Vocabulary], f.Example)
		}
	}
	return ids
}

// dramaNumbers are those that Ofcom keeps for film and television: nobody is
// rung by mistake. 999 and 111 are everybody's.
var dramaNumbers = regexp.MustCompile(`^(01632960|07700900|08081570|02079460|03069990)[0-9]{3}$|^999$|^111$`)

// inventedHosts are those that RFC 2606 keeps for examples.
var inventedHosts = regexp.MustCompile(`(^|\.)example\.(org|com)$`)

// Nothing in the example is anybody's: neither a number nor an address.
func TestExampleIsInvented(t *testing.T) {
	reading, _ := read(t, os.DirFS(exampleFolder))
	numbers := []model.ChannelType{model.Phone, model.Text, model.WhatsApp}
	for _, r := range reading.Records {
		if r.Page != "" && !inventedHosts.MatchString(model.Host(r.Page)) {
			t.Errorf("%s: the page %s is not invented", r.Where, r.Page)
		}
		for _, c := range r.Channels {
			_, host, isEmail := strings.Cut(c.Value, "@")
			switch {
			case c.Type == model.Post, c.Type == model.DropIn:
			case slices.Contains(numbers, c.Type):
				if !dramaNumbers.MatchString(model.PhoneDigits(c.Value)) {
					t.Errorf("%s: the number %s is not kept for drama", r.Where, c.Value)
				}
			case !isEmail && !inventedHosts.MatchString(model.Host(c.Value)), isEmail && !inventedHosts.MatchString(host):
				t.Errorf("%s: the address %s is not invented", r.Where, c.Value)
			}
		}
	}
	for _, a := range reading.Authorities {
		if a.Website != "" && !inventedHosts.MatchString(model.Host(a.Website)) {
			t.Errorf("%s: %s is not invented", a.Where, a.Website)
		}
	}
}

var (
	fenced   = regexp.MustCompile("(?s)```[a-z]+\n(.*?)```")
	indented = regexp.MustCompile(`(?m)(^    [a-z].*\n)+`)
)

// What the READMEs show to providers and councils can be copied: it gives no
// Problem.
func TestReadmes(t *testing.T) {
	services, err := os.ReadFile("../../content/services/README.md")
	if err != nil {
		t.Fatal(err)
	}
	councils, err := os.ReadFile("../../data/councils/README.md")
	if err != nil {
		t.Fatal(err)
	}
	entry, council := fenced.FindSubmatch(services), fenced.FindSubmatch(councils)
	tables := indented.FindAllString(string(councils), -1)
	if entry == nil || council == nil || len(tables) != 2 {
		t.Fatal("the READMEs do not hold the examples that are tested here")
	}
	tree := exampleTree(t)
	tree = with(tree, "content/services/northam/northam-advice.md", string(entry[1]))
	tree = with(tree, "data/councils/northam/council.yaml", string(council[1]))
	tree = with(tree, "data/councils/northam/services.csv", strings.ReplaceAll(tables[0], "    ", ""))
	tree = with(tree, "data/councils/northam/channels.csv", strings.ReplaceAll(tables[1], "    ", ""))
	if _, problems := read(t, tree); len(problems) > 0 {
		t.Error(report(problems))
	}
}
