package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"signpost/generator/model"
)

// A pair is a faulty file, what is said of it, and its valid twin.
type pair struct {
	archive, name string
	file          string // where it stands in a tree
	faulty, fine  string
	want          *txtar.File
}

// pairs reads the archives in testdata: NAME.md, NAME.want, NAME.fine.md in
// the place that the archive's first line names. What is left over is wrong.
func pairs(t testing.TB) (map[string]*txtar.Archive, []pair) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives in testdata: ", err)
	}
	archives := map[string]*txtar.Archive{}
	var all []pair
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archives[file] = a
		all = append(all, archivePairs(t, file, a)...)
	}
	return archives, all
}

func archivePairs(t testing.TB, file string, a *txtar.Archive) []pair {
	place, _, _ := strings.Cut(strings.TrimPrefix(string(a.Comment), "file: "), "\n")
	parts := map[string]*txtar.File{}
	for i := range a.Files {
		if parts[a.Files[i].Name] != nil {
			t.Errorf("%s: %s stands here twice", file, a.Files[i].Name)
		}
		parts[a.Files[i].Name] = &a.Files[i]
	}
	ext := path.Ext(place)
	var found []pair
	for _, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, ".want")
		if !ok {
			continue
		}
		faulty, fine := parts[name+ext], parts[name+".fine"+ext]
		if faulty == nil || fine == nil {
			t.Errorf("%s: %s has no %s or no valid twin %s", file, f.Name, name+ext, name+".fine"+ext)
			continue
		}
		found = append(found, pair{file, name, strings.ReplaceAll(place, "NAME", name), string(faulty.Data), string(fine.Data), parts[f.Name]})
	}
	if len(found)*3 != len(a.Files) {
		t.Errorf("%s: %d files are not %d cases of three", file, len(a.Files), len(found))
	}
	return found
}

// Each faulty file is put into the example tree, and so is its twin. With
// UPDATE=1 the expectations are written anew: read the difference.
func TestPairs(t *testing.T) {
	archives, all := pairs(t)
	tree := exampleTree(t)
	for _, p := range all {
		_, problems := read(t, with(tree, p.file, p.faulty))
		got := report(in(p.file, problems))
		if os.Getenv("UPDATE") != "" {
			p.want.Data = []byte(got)
		}
		if want := string(p.want.Data); got != want || got == "" {
			t.Errorf("%s: %s\ngot\n%swant\n%s", p.archive, p.name, got, want)
		}
		_, problems = read(t, with(tree, p.file, p.fine))
		if got := report(in(p.file, problems)); got != "" {
			t.Errorf("%s: the valid twin of %s gives\n%s", p.archive, p.name, got)
		}
	}
	for file, a := range archives {
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// report is a list of problems as check prints them.
func report(problems []model.Problem) string {
	var s strings.Builder
	for _, p := range problems {
		s.WriteString(p.String() + "\n")
	}
	return s.String()
}

// Every rule of the room has a faulty file and a valid twin: in the archives,
// or in the table of files that a text cannot hold.
func TestEveryRuleHasAPair(t *testing.T) {
	shown := map[string]bool{}
	_, all := pairs(t)
	for _, p := range all {
		for _, line := range strings.Split(strings.TrimSpace(string(p.want.Data)), "\n") {
			shown[line[strings.LastIndex(line, "[")+1:len(line)-1]] = true
		}
	}
	for _, b := range oddFiles {
		shown[b.rule] = true
	}
	for _, s := range oddTrees {
		shown[s.rule] = true
	}
	for _, m := range oddModes {
		shown[m.rule] = true
	}
	for _, f := range tableFaults {
		shown[f.rule] = true
	}
	for _, f := range easyFaults {
		shown[f.want] = true
	}
	for _, f := range parcelFaults {
		for _, line := range f.want {
			shown[line[strings.LastIndex(line, " ")+1:]] = true
		}
	}
	for _, rule := range rules(t) {
		if !shown[rule] {
			t.Errorf("no test shows the rule %q", rule)
		}
	}
}

// rules are the names of the rules in the source of this package.
func rules(t *testing.T) []string {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			method, isMethod := call.Fun.(*ast.SelectorExpr)
			rule, isText := call.Args[0].(*ast.BasicLit)
			if isMethod && isText && (method.Sel.Name == "wrong" || method.Sel.Name == "warn") {
				name, _ := strconv.Unquote(rule.Value)
				names = append(names, name)
			}
			return true
		})
	}
	slices.Sort(names)
	return slices.Compact(names)
}
