package corpus

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// Grounds are the areas of a tree of data and content, with their districts
// and towns.
func Grounds(tree fs.FS) ([]Ground, error) {
	authorities, err := table(tree, "data/areas/authorities.csv", "slug", "name", "gss", "from")
	if err != nil {
		return nil, err
	}
	districts, err := table(tree, "data/areas/districts.csv", "gss", "authority")
	if err != nil {
		return nil, err
	}
	places, err := table(tree, "data/areas/places.csv", "district", "name", "population")
	if err != nil {
		return nil, err
	}
	home := map[string]string{} // the authority of a code
	for _, d := range districts {
		home[d[0]] = d[1]
	}
	for _, a := range authorities {
		home[a[2]] = a[0]
	}
	towns, people := map[string][]string{}, map[string]int{}
	for _, p := range places {
		area := home[p[0]]
		towns[area] = append(towns[area], p[1])
		if n, err := strconv.Atoi(p[2]); err == nil { // of most villages it is not known
			people[area] += n
		}
	}
	var grounds []Ground
	for _, a := range authorities {
		if a[3] == "" {
			grounds = append(grounds, Ground{Slug: a[0], Name: a[1], Towns: towns[a[0]], People: people[a[0]]})
		}
	}
	return grounds, nil
}

// table reads some columns of a file.
func table(tree fs.FS, name string, columns ...string) ([][]string, error) {
	file, err := tree.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var list [][]string
	for _, row := range rows[1:] {
		var cells []string
		for _, column := range columns {
			at := slices.Index(rows[0], column)
			if at < 0 {
				return nil, fmt.Errorf("%s: there is no column %q", name, column)
			}
			cells = append(cells, row[at])
		}
		list = append(list, cells)
	}
	return list, nil
}

// Plant writes a tree into an empty folder, from which a site can be built: the
// data and the content of another tree, and the entries.
func Plant(folder string, tree fs.FS, entries []Entry) error {
	for _, part := range []string{"data", "content"} {
		from, err := fs.Sub(tree, part)
		if err != nil {
			return err
		}
		if err := os.CopyFS(filepath.Join(folder, part), from); err != nil {
			return fmt.Errorf("plant %s: %w", part, err)
		}
	}
	for _, e := range entries {
		file := filepath.Join(folder, "content", "services", e.Area, e.ID+".md")
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(e.text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
