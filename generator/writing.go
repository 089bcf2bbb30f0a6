package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// A writing is a file as it is to be. A fresh one must not be there yet.
type writing struct {
	file  string
	text  []byte
	fresh bool
}

// writeAll writes files of the tree: all of them beside their places first,
// then each into its place in one step. Whoever reads one meanwhile, and
// whatever fails, finds the old text or the new one; where something fails at
// the end, the error says which were written.
func writeAll(root *os.Root, files ...writing) error {
	var beside, done []string
	defer func() {
		for _, name := range beside {
			_ = root.Remove(name) // those that were renamed are gone
		}
	}()
	for _, w := range files {
		name := path.Join(path.Dir(w.file), fmt.Sprintf(".%s.%d.tmp", path.Base(w.file), os.Getpid()))
		if err := root.MkdirAll(path.Dir(w.file), 0o755); err != nil {
			return err
		}
		perm := fs.FileMode(0o644)
		if info, err := root.Lstat(w.file); err == nil {
			perm = info.Mode().Perm()
		}
		beside = append(beside, name)
		if err := writeNew(root, name, w.text, perm); err != nil {
			return err
		}
	}
	for i, w := range files {
		place := root.Rename
		if w.fresh {
			place = root.Link // which never overwrites
		}
		if err := place(beside[i], w.file); err != nil {
			if len(done) > 0 {
				err = fmt.Errorf("%w (written before that: %s)", err, strings.Join(done, ", "))
			}
			return err
		}
		done = append(done, w.file)
	}
	return nil
}

// writeNew writes a file that was not there before, down to the disk.
func writeNew(root *os.Root, name string, text []byte, perm fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return cmp.Or(err, f.Chmod(perm), f.Sync(), f.Close())
}

// readIfThere reads a file of the tree; one that is not there is empty.
func readIfThere(root *os.Root, name string) ([]byte, error) {
	text, err := root.ReadFile(name)
	if os.IsNotExist(err) {
		return nil, nil
	}
	return text, err
}

// overlaid is the tree of root with the files as they are to be.
func overlaid(root *os.Root, files ...writing) fs.FS {
	o := overlay{root.FS(), map[string][]byte{}}
	for _, w := range files {
		o.files[w.file] = w.text
	}
	return o
}

func fileNames(files []writing) []string {
	var names []string
	for _, w := range files {
		if !slices.Contains(names, w.file) {
			names = append(names, w.file)
		}
	}
	return names
}
