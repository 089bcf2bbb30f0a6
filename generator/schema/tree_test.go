package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
	"signpost/generator/source"
)

const (
	exampleFolder = "../testdata/example"
	testBase      = "https://signpost.example/schema/v1/"
)

// tree returns a copy of the example, without what takes long to read.
func tree(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS(exampleFolder)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Base(name) == "postcodes.txt" {
			return err
		}
		text, err := fs.ReadFile(root, name)
		if slices.Contains([]string{"synonyms.csv", "misspellings.csv", "crisis.csv", "places.csv"}, path.Base(name)) {
			text = []byte(strings.Join(strings.SplitAfterN(string(text), "\n", 4)[:3], ""))
		}
		files[name] = &fstest.MapFile{Data: text, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func read(t testing.TB, root fs.FS) (*model.Reading, map[string][]model.Problem) {
	t.Helper()
	var r source.Reader
	reading, problems, err := r.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	wrong := map[string][]model.Problem{}
	for _, p := range model.Errors(problems) {
		wrong[p.Where.File] = append(wrong[p.Where.File], p)
	}
	return reading, wrong
}

func knownOf(r *model.Reading) Known {
	return Known{Vocabulary: r.Vocabulary, Authorities: r.Authorities}
}

// documentOf is the kind of a file, by its place.
func documentOf(file string) string {
	switch {
	case strings.HasPrefix(file, "content/services/") && strings.Count(file, "/") == 3:
		return "entry"
	case strings.HasPrefix(file, "content/guides/") && strings.HasSuffix(file, ".md"):
		if (model.Article{ID: strings.TrimSuffix(path.Base(file), ".md")}).IsHelp() {
			return "guide"
		}
		return "page"
	case path.Base(file) == "council.yaml":
		return "council"
	case file == "data/registers.yaml":
		return "registers"
	}
	return ""
}

// schemas are the published ones, compiled.
func schemas(t testing.TB, k Known) map[string]*jsonschema.Schema {
	t.Helper()
	files, err := k.Files(testBase)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiled := map[string]*jsonschema.Schema{}
	for _, f := range files {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Text))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource(testBase+f.Name, doc); err != nil {
			t.Fatal(err)
		}
		s, err := compiler.Compile(testBase + f.Name)
		if err != nil {
			t.Fatal(err)
		}
		compiled[strings.TrimSuffix(f.Name, ".json")] = s
	}
	return compiled
}

// instance is a file as an editor's YAML 1.2 reads it, without its Markdown.
func instance(t testing.TB, file string, text []byte) any {
	t.Helper()
	if strings.HasSuffix(file, ".md") {
		front, _, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---")
		text = []byte(front)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatalf("%s: %v\n%s", file, err, text)
	}
	if len(doc.Content) == 0 {
		return map[string]any{}
	}
	return value(doc.Content[0])
}

func value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = value(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, value(c))
		}
		return list
	}
	return scalar(n)
}

var (
	nulls   = regexp.MustCompile(`^(null|Null|NULL|~|)$`)
	bools   = regexp.MustCompile(`^(true|True|TRUE|false|False|FALSE)$`)
	numbers = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

// scalar resolves a plain scalar by the core schema of YAML 1.2, chapter 10.3.
func scalar(n *yaml.Node) any {
	if n.Style != 0 {
		return n.Value
	}
	switch v := n.Value; {
	case nulls.MatchString(v):
		return nil
	case bools.MatchString(v):
		return strings.EqualFold(v, "true")
	case numbers.MatchString(v):
		digits := strings.TrimLeft(strings.TrimPrefix(v, "+"), "0")
		if digits == "" || strings.ContainsAny(digits[:1], ".eE") {
			digits = "0" + digits
		}
		return json.Number(strings.TrimSuffix(digits, "."))
	default:
		return v
	}
}

// front writes front matter around lines.
func front(lines string) string { return "---\n" + lines + "---\n" }

// The schemas in data/schema are those that the site publishes, for editors
// that are offline. UPDATE=1 writes them.
func TestCopies(t *testing.T) {
	reading, _ := read(t, os.DirFS("../.."))
	files, err := knownOf(reading).Files(strings.TrimRight(reading.Settings.BaseURL, "/") + model.SchemaFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := "../../data/schema/v1/" + f.Name
		if os.Getenv("UPDATE") != "" {
			if err := errors.Join(os.MkdirAll(path.Dir(name), 0o755), os.WriteFile(name, f.Text, 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		if text, err := os.ReadFile(name); err != nil || !bytes.Equal(text, f.Text) {
			t.Errorf("%s is not what the program publishes (%v); UPDATE=1 go test ./generator/schema writes it", name, err)
		}
	}
}

// Every file of the example and of the real tree that the parser accepts is
// valid by its schema, and there is one of each kind.
func TestFilesAreValid(t *testing.T) {
	for _, root := range []string{exampleFolder, "../.."} {
		files := os.DirFS(root)
		reading, wrong := read(t, files)
		compiled := schemas(t, knownOf(reading))
		seen := map[string]int{}
		for _, folder := range []string{"content", "data"} {
			err := fs.WalkDir(files, folder, func(name string, d fs.DirEntry, err error) error {
				kind := documentOf(name)
				if err != nil || kind == "" || wrong[name] != nil {
					return err
				}
				seen[kind]++
				text, err := fs.ReadFile(files, name)
				if invalid := compiled[kind].Validate(instance(t, name, text)); invalid != nil {
					t.Errorf("%s: %v", name, invalid)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, d := range model.Documents {
			if seen[d.Name] == 0 && root == exampleFolder {
				t.Errorf("the example has no file of the kind %s that is right", d.Name)
			}
		}
		t.Log(root, fmt.Sprint(seen))
	}
}
