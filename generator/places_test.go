package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/evanw/esbuild/pkg/api"

	"signpost/generator/merge"
	"signpost/generator/model"
	"signpost/generator/source"
	"signpost/search/place"
)

const (
	placeReader = "../search/reader/place.ts"
	placeGolden = "../search/reader/testdata/place.json"
)

// realPlaces are the atlas's files of the project's own data, as at one day.
var realPlaces = sync.OnceValues(func() ([]place.File, error) {
	return placesOf(os.DirFS(".."), model.Date{Year: 2026, Month: 11, Day: 21})
})

func placesOf(root fs.FS, day model.Date) ([]place.File, error) {
	reading, _, err := new(source.Reader).Read(root)
	if err != nil {
		return nil, err
	}
	directory, _ := merge.Directory(reading, day)
	files, _, err := exportPlaces(directory, reading.Postcodes)
	return files, err
}

func realAtlas(t *testing.T) *place.Atlas {
	t.Helper()
	files, err := realPlaces()
	if err != nil {
		t.Fatal(err)
	}
	return openAtlas(t, files)
}

func openAtlas(t *testing.T, files []place.File) *place.Atlas {
	t.Helper()
	tree := fstest.MapFS{}
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Content}
	}
	atlas, err := place.Open(tree)
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

// A placeCase is a text, so many times, and the place it names.
type placeCase struct {
	Text    string        `json:"text"`
	Times   int           `json:"times,omitempty"`
	Mention place.Mention `json:"mention"`
}

// A goldenPlaces is place.json, which the browser's reader is compared with too.
type goldenPlaces struct {
	Known   []string           `json:"known"`
	Cases   []placeCase        `json:"cases"`
	Suggest []placeSuggestions `json:"suggest"`
}

type placeSuggestions struct {
	Typed string             `json:"typed"`
	Names []place.Suggestion `json:"names"`
}

// TestPlaces finds the places of texts of all kinds. UPDATE=1 writes anew what
// it finds: read the difference.
func TestPlaces(t *testing.T) {
	var golden goldenPlaces
	text, err := os.ReadFile(placeGolden)
	if err == nil {
		err = json.Unmarshal(text, &golden)
	}
	if err != nil || len(golden.Cases) < 400 || len(golden.Suggest) < 10 {
		t.Fatalf("%s: %d texts, %d beginnings: %v", placeGolden, len(golden.Cases), len(golden.Suggest), err)
	}
	atlas := realAtlas(t)
	known := func(word string) bool { return slices.Contains(golden.Known, word) }
	for i, c := range golden.Cases {
		got := atlas.Find(strings.Repeat(c.Text, max(1, c.Times)), known)
		if c.Times > 1 {
			got.Rest = "" // as long as the text
		}
		golden.Cases[i].Mention = got
		if !same(got, c.Mention) && os.Getenv("UPDATE") == "" {
			t.Errorf("%.60q\ngot  %s\nwant %s", c.Text, asJSON(t, got), asJSON(t, c.Mention))
		}
	}
	for i, s := range golden.Suggest {
		golden.Suggest[i].Names = atlas.Suggest(s.Typed, 8)
		if !same(golden.Suggest[i].Names, s.Names) && os.Getenv("UPDATE") == "" {
			t.Errorf("%q suggests %s, want %s", s.Typed, asJSON(t, golden.Suggest[i].Names), asJSON(t, s.Names))
		}
	}
	if os.Getenv("UPDATE") != "" {
		writeGolden(t, golden)
	}
}

// same compares what two values say in JSON, where nothing and an empty list
// are one.
func same(a, b any) bool {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// writeGolden writes a line for each case, for people to compare.
func writeGolden(t *testing.T, golden goldenPlaces) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("{\"known\": " + string(asJSON(t, golden.Known)) + ",\n\"cases\": [\n")
	for i, c := range golden.Cases {
		b.Write(asJSON(t, c))
		b.WriteString(strings.Repeat(",", min(1, len(golden.Cases)-1-i)) + "\n")
	}
	b.WriteString("],\n\"suggest\": [\n")
	for i, s := range golden.Suggest {
		b.Write(asJSON(t, s))
		b.WriteString(strings.Repeat(",", min(1, len(golden.Suggest)-1-i)) + "\n")
	}
	b.WriteString("]}\n")
	if err := os.WriteFile(placeGolden, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// comparePlaces runs the browser's reader over the golden's texts, each with
// nothing fetched before and again with all that others needed. It prints the
// texts with another answer.
const comparePlaces = `
import { Atlas } from "./place";
import { distance } from "./plan";
import { readFileSync } from "fs";
import { isDeepStrictEqual } from "util";
const [folder, file, once] = process.argv.slice(2);
const golden = JSON.parse(readFileSync(file, "utf8"));
const load = async (path) => new Uint8Array(readFileSync(folder + "/" + path));
const speller = { known: async (word) => golden.known.includes(word), distance };
const bare = (m) => {
  const kept = {};
  for (const [k, v] of Object.entries(m)) {
    if (v && v.length !== 0) kept[k] = k === "also" ? v.map(bare) : v;
  }
  return kept;
};
const wrong = [];
(async () => {
  const warm = await Atlas.open(load);
  for (const c of golden.cases) {
    for (const atlas of once ? [warm] : [await Atlas.open(load), warm]) {
      const got = bare(await atlas.find(c.text.repeat(c.times || 1), speller));
      if (c.times) delete got.rest;
      if (!isDeepStrictEqual(got, bare(c.mention))) wrong.push(c.text.slice(0, 60) + " => " + JSON.stringify(got));
    }
  }
  for (const s of golden.suggest) {
    const got = await warm.suggest(s.typed, 8);
    if (!isDeepStrictEqual(got, s.names || [])) wrong.push("suggest " + s.typed + " => " + JSON.stringify(got));
  }
  console.log(JSON.stringify(wrong));
})();
`

// compilePlaces turns a program beside the reader into what Node runs.
func compilePlaces(t *testing.T) string {
	t.Helper()
	result := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: comparePlaces, ResolveDir: filepath.Dir(placeReader), Loader: api.LoaderTS},
		Bundle: true, Platform: api.PlatformNode, Format: api.FormatCommonJS, Target: api.ES2018, Charset: api.CharsetUTF8,
	})
	if len(result.Errors) > 0 {
		t.Fatal(result.Errors[0].Text)
	}
	return string(result.OutputFiles[0].Contents)
}

// differences runs the compiled reader over the golden; with the flag "once"
// only where all is fetched already.
func differences(t *testing.T, compiled, folder string, flags ...string) []string {
	t.Helper()
	script := filepath.Join(t.TempDir(), "places.cjs")
	if err := os.WriteFile(script, []byte(compiled), 0o644); err != nil {
		t.Fatal(err)
	}
	golden, err := filepath.Abs(placeGolden)
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", append([]string{script, folder, golden}, flags...)...).Output()
	var wrong []string
	if err == nil {
		err = json.Unmarshal(out, &wrong)
	}
	if err != nil {
		t.Fatalf("node: %v\n%.500s", err, out)
	}
	return wrong
}

// slipsOfReader are faults of the browser's reader that its comparison has to notice.
var slipsOfReader = []struct{ name, right, wrong string }{
	{"no O for 0", `c === "O" ? 0`, `c === "O" ? -1`},
	{"no I for 1", `c === "I" || c === "L" ? 1`, `c === "L" ? 1`},
	{"soft words are names", `soft = !!e.manner && !shown`, `soft = false`},
	{"a divided sector is answered", `places2.length === 1 && (`, `(`},
	{"listed postcodes are not", `p.ending >= 0 && s.listed[p.ending]`, `0`},
	{"no town is narrowed", `if (!both.length)`, `if (both.length)`},
	{"one slip more", `letters >= LONG ? 2 : 1`, `letters >= LONG ? 3 : 2`},
	{"villages are guessed", `l.entries.slice(0, l.guessable)`, `l.entries`},
	{"counties before towns", `!f.wide]`, `f.wide]`},
	{"words that lead are left", `f.cut <= i`, `f.from <= i`},
	{"shy words are names", `!f.shy || `, `true || `},
}

// The browser's reader answers as Go does, and a faulty one is noticed.
func TestPlacesReader(t *testing.T) {
	files, err := realPlaces()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, f := range files {
		if err := writeExport(folder, "", f.Path, f.Content); err != nil {
			t.Fatal(err)
		}
	}
	compiled := compilePlaces(t)
	for _, wrong := range differences(t, compiled, folder) {
		t.Error(wrong)
	}
	for _, slip := range slipsOfReader {
		faulty := strings.Replace(compiled, slip.right, slip.wrong, 1)
		if faulty == compiled {
			t.Errorf("%s: %q is not in the compiled reader", slip.name, slip.right)
		} else if len(differences(t, faulty, folder, "once")) == 0 {
			t.Errorf("nobody notices a reader with the fault %q", slip.name)
		}
	}
}

// What a phone fetches: a postcode's file, a letter's, and the reader.
func TestPlacesSizes(t *testing.T) {
	files, err := realPlaces()
	if err != nil {
		t.Fatal(err)
	}
	largest := map[string]int{}
	for _, f := range files {
		size := zipped(t, f.Content)
		largest[f.Path[:2]] = max(largest[f.Path[:2]], size)
		if size > 4096 {
			t.Errorf("%s is %d bytes, compressed", f.Path, size)
		}
	}
	reader := api.Build(api.BuildOptions{EntryPoints: []string{placeReader}, Bundle: true, Target: api.ES2018, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Format: api.FormatESModule})
	if len(reader.Errors) > 0 {
		t.Fatal(reader.Errors[0].Text)
	}
	size := zipped(t, reader.OutputFiles[0].Contents)
	if size > 4600 {
		t.Errorf("the reader is %d bytes, compressed", size)
	}
	t.Logf("largest, compressed: %v; the reader: %d bytes", largest, size)
}

func zipped(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(content)
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// The same tree gives the same files, byte for byte.
func TestPlacesRepeat(t *testing.T) {
	first, err := realPlaces()
	if err != nil {
		t.Fatal(err)
	}
	again, err := placesOf(os.DirFS(".."), model.Date{Year: 2026, Month: 11, Day: 21})
	if err != nil || !reflect.DeepEqual(first, again) {
		t.Errorf("two exports of one tree differ (%v)", err)
	}
}

// After 1 April 2027 Surrey's postcodes lie in the areas that follow it, and
// its name asks which of them is meant.
func TestPlacesOfNextYear(t *testing.T) {
	files, err := placesOf(os.DirFS(".."), model.Date{Year: 2027, Month: 4, Day: 2})
	if err != nil {
		t.Fatal(err)
	}
	atlas := openAtlas(t, files)
	for text, want := range map[string][]string{
		"GU21 6YL": {"west-surrey"}, "KT19 8AG": {"east-surrey"}, "Surrey": {"east-surrey", "west-surrey"},
		"Surrey County Council": {"east-surrey", "west-surrey"}, "Woking": {"west-surrey"}, "east surrey": {"east-surrey"},
	} {
		m := atlas.Find(text, nil)
		if !slices.Equal(m.Areas, want) || m.Sure != (len(want) == 1) {
			t.Errorf("%q: %s, want %q", text, asJSON(t, m), want)
		}
	}
}

// Each postcode of the sample is answered with its area, or the question which.
func TestPlacesOfSample(t *testing.T) {
	text, err := os.ReadFile("../search/place/testdata/sample.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 5001 {
		t.Fatal(len(rows), err)
	}
	reading, _, err := new(source.Reader).Read(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	directory, _ := merge.Directory(reading, model.Date{Year: 2026, Month: 11, Day: 21})
	area, atlas := areaOfDistrict(directory), realAtlas(t)
	right, asked := 0, 0
	for _, row := range rows[1:] {
		m := atlas.Find(row[0], nil)
		want := area(row[1])
		switch {
		case m.Sure && slices.Equal(m.Areas, []string{want}):
			right++
		case !m.Sure && row[2] == "retired" && slices.Contains(m.Areas, want):
			asked++
		default:
			t.Errorf("%s lies in %q: %s", row[0], want, asJSON(t, m))
		}
	}
	t.Logf("%d right, 0 wrong, %d retired ones asked", right, asked)
}
