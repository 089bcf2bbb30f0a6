package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// areasRun runs the verb on a copy of the example with further files in it,
// and returns what it says.
func areasRun(t *testing.T, files map[string]string, args ...string) (tree, said string, err error) {
	t.Helper()
	tree = t.TempDir()
	if err := os.CopyFS(tree, os.DirFS("testdata/example")); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(tree, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(tree, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i, a := range args {
		if name, ok := strings.CutPrefix(a, "@"); ok {
			args[i] = filepath.Join(tree, name)
		}
	}
	var stdout bytes.Buffer
	err = runAreas(context.Background(), append(args, "--root", tree, "--as-at", "2026-11-21"), &stdout, &stdout)
	return tree, stdout.String(), err
}

// data reads a table that the verb has made, without its comments.
func data(t *testing.T, tree, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(tree, "data", "areas", name))
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(string(text)) {
		if line[0] != '#' {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// Three publishers say the same in three forms; the border and the retired
// postcodes are theirs to tell, or a file's of their own.
func TestAreasPostcodes(t *testing.T) {
	const whole = "QN1 1 E08999006\nQN1 2 E06999012,E08999006 C b\nQN5 1 E08999006\n"
	for _, test := range []struct {
		name, seen, want string
		files            map[string]string
		args             []string
	}{
		{"a table", "a table of postcodes and districts", "QN1 1 E08999006\nQN1 2 E08999006,wales C a\nQN5 1 E08999006\n",
			map[string]string{"in.csv": "pcd,laua,county,src\nQN1 1AA,E08999006,,x\nQN12AB,E08999006,,x\nQN5 1AA,E08999006,,x\n",
				"sectors.csv": "sector,postcodes,authorities\nQN1 2,3,E08999006:2;Wales:1\nQN9 1,1,unknown:1\n"},
			[]string{"--postcodes", "@in.csv", "--sectors", "@sectors.csv"}},
		{"a table and a list of retired ones", "a table", whole,
			map[string]string{"in.csv": "\uFEFFpcd,laua\nQN1 1AA,E08999006\nqn1 2ab,E08999006\nQN5 1AA,E08999006\n",
				"old.csv": "pcd,laua\nQN1 2AD,E06999012\nQN1 2AE,E06999012\n"},
			[]string{"--postcodes", "@in.csv", "--retired", "@old.csv"}},
		{"a folder of Code-Point Open", "OS Code-Point Open", "QN1 1 E08999006\nQN1 2 E08999006,wales C a\nQN5 1 E08999006\n",
			map[string]string{"open/qn.csv": "\"QN1 1AA\",10,1,1,\"E92000001\",\"\",\"\",\"\",\"E08999006\",\"E05\"\n\"QN1 2AB\",10,1,1,\"E92000001\",\"\",\"\",\"\",\"E08999006\",\"E05\"\n",
				"open/qo.csv": "\"QN1 2AD\",10,1,1,\"W92000004\",\"\",\"\",\"\",\"W06000001\",\"W05\"\n\"QN5 1AA\",10,1,1,\"E92000001\",\"\",\"\",\"\",\"E08999006\",\"E05\"\n\"QX1 1AA\",10,1,1,\"S92000003\",\"\",\"\",\"\",\"S12000033\",\"S13\"\n"},
			[]string{"--postcodes", "@open"}},
		{"the ONS Postcode Directory", "the ONS Postcode Directory", whole,
			map[string]string{"in.csv": "pcd,pcds,doterm,oslaua,ctry\nQN1 1AA,QN1 1AA,,E08999006,E92000001\nQN1 2AB,QN1 2AB,,E08999006,E92000001\n" +
				"QN1 2AD,QN1 2AD,202001,E06999012,E92000001\nQN1 2AE,QN1 2AE,202001,E06999012,E92000001\nJE2 3AB,JE2 3AB,,L99999999,L93000001\nQN5 1AA,QN5 1AA,,E08999006,E92000001\n"},
			[]string{"--postcodes", "@in.csv"}},
	} {
		tree, said, err := areasRun(t, test.files, test.args...)
		if err != nil || !strings.Contains(said, test.seen) {
			t.Errorf("%s: %v\n%s", test.name, err, said)
			continue
		}
		if got := data(t, tree, "postcodes.txt"); got != test.want {
			t.Errorf("%s: got\n%swant\n%s", test.name, got, test.want)
		}
	}
}

// What cannot be read is said with its line, and the rest is written.
func TestAreasBadRows(t *testing.T) {
	tree, said, err := areasRun(t, map[string]string{"in.csv": "pcd,laua\nQN1 1AA,E08999006\nQN1,E08999006\nQN1 1AB,E1\nQN1 1AB\n\"QN1 \"1AB,x\nQN1 1AD,E08999006\n"}, "--postcodes", "@in.csv")
	if !errors.Is(err, errFound) {
		t.Error(err)
	}
	for _, want := range []string{`in.csv:3: "QN1" is not a postcode`, `in.csv:4: "E1" is not the code`, "in.csv:5: the row has only 1 cells", "in.csv:6: the row cannot be read", "4 errors"} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q:\n%s", want, said)
		}
	}
	if got := data(t, tree, "postcodes.txt"); got != "QN1 1 E08999006\n" {
		t.Errorf("got\n%s", got)
	}
}

func TestAreasRefuses(t *testing.T) {
	for _, test := range []struct {
		want  string
		files map[string]string
		args  []string
	}{
		{"usage", nil, nil},
		{"usage", nil, []string{"postcodes"}},
		{"in.csv", nil, []string{"--postcodes", "@in.csv"}},
		{"unpack it first", nil, []string{"--postcodes", "@in.csv.gz"}},
		{"neither the heading", map[string]string{"in.csv": "a,b\n"}, []string{"--postcodes", "@in.csv"}},
		{"no postcode of England", map[string]string{"in.csv": "pcd,laua\nCF1 1AA,W06000015\n"}, []string{"--postcodes", "@in.csv"}},
		{"there is no table", map[string]string{"open/x.txt": ""}, []string{"--postcodes", "@open"}},
		{`no column "lad_gss"`, map[string]string{"in.csv": "name,population\n"}, []string{"--places", "@in.csv"}},
		{"has no heading", map[string]string{"in.csv": ""}, []string{"--localities", "@in.csv"}},
		{"data/areas/postcodes.txt: line 1", map[string]string{"data/areas/postcodes.txt": "x\n", "in.csv": "pcd,laua\nQN1 1AA,E08999006\n"}, []string{"--verify", "@in.csv"}},
	} {
		tree, _, err := areasRun(t, test.files, test.args...)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want an error that says %q", test.args, err, test.want)
		}
		if got, want := data(t, tree, "names.csv"), data(t, "testdata/example", "names.csv"); got != want {
			t.Errorf("%q: a refusal changed names.csv", test.args)
		}
	}
}

func TestAreasTables(t *testing.T) {
	tree, said, err := areasRun(t, map[string]string{
		"places.csv":     "name,lad_gss,population\nNorham,E08999006,0\nLondon,E08999006,8000000\nEastwick,E06999002,1200\nNowhere,,1\nOdd,E06999002,many\n",
		"localities.csv": "name,lad_gss\n\"Abbey Lane, Holt Heath & Hallow\",E06999002\nTown Centre,E06999002\nReading,E06999002\n7,E06999002\nHallow,E06999002\n" + strings.Repeat("Shared,E0000000%\n", 1),
		"names.csv":      "gss_code,name,alt,kind\nE08999006,Northam,Norham Town,hand\nE06999902,Easthaven,The Haven,mysociety-alt\nE06999002,Easthaven,easthaven-on-sea,hand\nE07999101,Oldshire,Abbots Wick,district-current\n",
	}, "--places", "@places.csv", "--localities", "@localities.csv", "--names", "@names.csv")
	if !errors.Is(err, errFound) || !strings.Contains(said, "places.csv:5") || !strings.Contains(said, "places.csv:6") || !strings.Contains(said, "localities.csv:7") || !strings.Contains(said, "names.csv:5") {
		t.Errorf("%v\n%s", err, said)
	}
	for name, want := range map[string]string{
		"places.csv":     "name,district,population\nEastwick,E06999002,1200\nNorham,E08999006,\n",
		"localities.csv": "name,district\nHallow,E06999002\nHolt Heath,E06999002\n",
		"names.csv":      "authority,name,kind\ncastle-isle,The Isle,by-hand\neasthaven,Easthaven-on-Sea,by-hand\neasthaven,The Haven,other\nnortham,Norham Town,by-hand\noldshire,County of Oldshire,by-hand\noldshire,OCC,abbreviation\nwestbury-vale,Westbury,by-hand\n",
	} {
		if got := data(t, tree, name); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

// A name that more than five districts share leads nobody anywhere.
func TestAreasShared(t *testing.T) {
	rows := "name,lad_gss\n"
	for i := range 6 {
		rows += "Sixways,E0600000" + string(rune('0'+i)) + "\nFiveways,E0600000" + string(rune('0'+max(1, i))) + "\n"
	}
	tree, _, err := areasRun(t, map[string]string{"localities.csv": rows}, "--localities", "@localities.csv")
	if got := data(t, tree, "localities.csv"); err != nil || strings.Contains(got, "Sixways") || strings.Count(got, "Fiveways") != 5 {
		t.Errorf("%v\n%s", err, got)
	}
}

// Verify counts, and fails on one wrong answer.
func TestAreasVerify(t *testing.T) {
	_, said, err := areasRun(t, map[string]string{"in.csv": "pcd,laua\nQN1 1AA,E08999006\nQN1 2AD,E08999006\nQO1 2AA,E07999101\nQN9 1AA,\n"}, "--verify", "@in.csv")
	if err != nil || !strings.Contains(said, "districts: 2 right, 0 wrong, 1 asked, 1 without a district") ||
		!strings.Contains(said, "areas as at 2026-11-21: 2 right, 0 wrong, 1 asked, 1 without a district") {
		t.Errorf("%v\n%s", err, said)
	}
	_, said, err = areasRun(t, map[string]string{"in.csv": "pcd,laua\nQN1 1AA,E06999012\nQO1 2AB,E07999101\n"}, "--verify", "@in.csv")
	if !errors.Is(err, errFound) || !strings.Contains(said, "districts: 0 right, 2 wrong") || !strings.Contains(said, "areas as at 2026-11-21: 1 right, 1 wrong") {
		t.Errorf("%v\n%s", err, said)
	}
}
