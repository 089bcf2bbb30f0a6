package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"signpost/generator/model"
	"signpost/generator/source"
)

const entriesFolder = "content/services"

// runConfirm stamps one check onto one entry: confirm <id> <group>.
func runConfirm(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	var c model.Checked
	flags := newFlags("confirm", stderr)
	o.reads(flags)
	flags.StringVar(&c.By, "by", "", "the `role` of the person who says it is right, never a name or a number")
	flags.StringVar(&c.How, "how", "", "how they said it: phone, email, website, meeting or letter")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(words) != 2 {
		return fmt.Errorf(`usage: go run ./generator confirm <id> <group> --by "service manager" --how phone`)
	}
	if c.On = o.asAt; c.On.After(today()) {
		return fmt.Errorf("--as-at %s lies after today: nobody can have confirmed anything on it yet", c.On)
	}
	root, err := os.OpenRoot(o.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	file, err := entryToConfirm(root, words[0])
	if err != nil {
		return err
	}
	if err := stampFile(root, file, model.Group(words[1]), c); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %s is right, says the %s on %s\n", filepath.Join(o.root, file), words[1], c.By, c.On.Words())
	return nil
}

// entryToConfirm is the one file that holds the entry with the id. Nobody can
// say that a part of an entry is right while the rest of it cannot be read.
func entryToConfirm(root *os.Root, id string) (string, error) {
	if !source.IsID(id) {
		return "", fmt.Errorf("%q cannot be an id: ids are lower-case letters, digits and hyphens", id)
	}
	found, err := entriesNamed(root, id)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", fmt.Errorf("there is no entry %q: looked for %s/*/%s.md in %s", id, entriesFolder, id, root.Name())
	case len(found) > 1:
		return "", fmt.Errorf("two entries have the id %q: %s and %s; an id belongs to one entry", id, found[0], found[1])
	}
	return found[0], readsWell(root, found[0])
}

// entriesNamed lists what has the name of an entry's file, whatever it is. A
// folder that is a link is nobody's: the reader refuses it too.
func entriesNamed(root *os.Root, id string) ([]string, error) {
	folders, err := fs.ReadDir(root.FS(), entriesFolder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var found []string
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		name := path.Join(entriesFolder, folder.Name(), id+".md")
		_, err := root.Lstat(name)
		if err == nil {
			found = append(found, name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return found, nil
}

// readsWell refuses an entry that a build would leave out: for an error of its
// own, as being a symbolic link, or of the folders above it.
func readsWell(root *os.Root, file string) error {
	var r source.Reader
	reading, problems, err := r.Read(root.FS())
	if err != nil {
		return err
	}
	for _, p := range problems {
		if p.Severity == model.Error && p.Where.File == file {
			return fmt.Errorf("%v\nmend it first, then confirm", p)
		}
	}
	if !slices.ContainsFunc(reading.Records, func(r *model.Record) bool { return r.Where.File == file }) {
		return fmt.Errorf(`%s is not read; "go run ./generator check" says why`, file)
	}
	return nil
}

// stampFile changes the entry in one step: whoever reads it meanwhile, and
// whatever fails, there is the old text or the new one.
func stampFile(root *os.Root, file string, g model.Group, c model.Checked) error {
	text, err := root.ReadFile(file)
	if err != nil {
		return err
	}
	stamped, err := source.Confirm(text, file, g, c)
	if err != nil {
		return err
	}
	info, err := root.Lstat(file)
	if err != nil {
		return err
	}
	beside := path.Join(path.Dir(file), fmt.Sprintf(".%s.%d.tmp", path.Base(file), os.Getpid()))
	err = writeNew(root, beside, stamped, info.Mode().Perm())
	if err == nil {
		err = root.Rename(beside, file)
	}
	if err != nil {
		root.Remove(beside) // what is left of it; the first error is the one to tell
	}
	return err
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
