package source

import (
	"io/fs"
	"path"

	"signpost/generator/model"
)

// A listing is the folders of entries with their files. It is made while the
// tables are read: to look at ten thousand files takes as long.
type listing struct {
	folders  []entryFolder
	problems []model.Problem
	err      error
}

// An entryFolder is one of an area's entries, or a file that lies among those folders.
type entryFolder struct {
	fs.DirEntry
	dir      string
	files    []fs.DirEntry
	problems []model.Problem
	err      error
}

// listEntries looks at the folders of entries.
func listEntries(root fs.FS) listing {
	t := &tree{fs: root}
	found, err := t.list(servicesFolder)
	l := listing{problems: t.problems, err: err}
	for _, entry := range found {
		f := entryFolder{DirEntry: entry, dir: path.Join(servicesFolder, entry.Name())}
		if entry.IsDir() {
			t := &tree{fs: root}
			f.files, f.err = t.list(f.dir)
			f.problems = t.problems
		}
		l.folders = append(l.folders, f)
	}
	return l
}

// entries is the listing, when it is there.
func (t *tree) entries() listing {
	if t.listed == nil {
		return listEntries(t.fs)
	}
	return t.listed()
}
