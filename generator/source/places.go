package source

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A place is a folder, and what may stand directly in it.
type place struct {
	dir            string
	folders, files []string
}

// places are the folders in which each file has its name. Those of entries,
// guides, registers and councils are looked at where they are read.
var places = []place{
	{"content", []string{"services", "guides", "easy-read", "words", "stories"}, []string{"README.md"}},
	{"data", []string{"areas", "vocabulary", "languages", "councils", "registers", "evidence", "schema"},
		[]string{"registers.yaml", "site.yaml", "README.md", "LICENCES.md", "limits.csv", "holidays.csv", "changes.csv", "accessibility.csv", "imports.yaml"}},
	{"data/areas", nil, []string{"authorities.csv", "names.csv", "districts.csv", "counties.csv", "neighbours.csv", "places.csv", "localities.csv", "postcodes.txt", "README.md"}},
	{"data/vocabulary", nil, vocabularyFiles()},
	{"data/schema", []string{"v1"}, nil},
	{"data/schema/v1", nil, schemaFiles()},
}

// schemaFiles are the JSON Schemas for editors that are offline: copies of
// those that the site publishes.
func schemaFiles() []string {
	var files []string
	for _, d := range model.Documents {
		files = append(files, d.Name+".json")
	}
	return files
}

func vocabularyFiles() []string {
	files := []string{"README.md"}
	for _, name := range model.VocabularyNames {
		files = append(files, name+".csv")
	}
	return files
}

// checkPlaces reports what nobody would read: without it, a folder with a
// letter wrong in its name takes all its facts away in silence.
func (t *tree) checkPlaces() error {
	for _, p := range places {
		if err := t.checkPlace(p); err != nil {
			return err
		}
	}
	return nil
}

func (t *tree) checkPlace(p place) error {
	found, err := t.list(p.dir)
	for _, f := range found {
		known := p.files
		if f.IsDir() {
			known = p.folders
		}
		if !slices.Contains(known, f.Name()) {
			hint := cmp.Or(didYouMean(f.Name(), setOf(known)), "here stand "+strings.Join(slices.Concat(p.folders, p.files), ", "))
			t.wrong("misplaced-file", model.Where{File: path.Join(p.dir, f.Name())}, hint, "%q is not read", f.Name())
		}
	}
	return err
}
