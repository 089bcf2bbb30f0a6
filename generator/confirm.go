package main

import (
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

// A confirmation is one person's word on some groups of one service, on its
// way into the files that say them.
type confirmation struct {
	model.Checked
	root   *os.Root
	id     string
	groups []model.Group // nil for all that the service says something of
	from   string        // the domain that the e-mail came from, "" if nobody said
	known  map[source.Fact]model.Change
	record *model.Record // what is confirmed, as it will be read
	files  []writing
}

// runConfirm stamps a check onto groups of facts: confirm <id> <group…|all>.
func runConfirm(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	var c confirmation
	flags := newFlags("confirm", stderr)
	o.reads(flags)
	flags.StringVar(&c.By, "by", "", "the `role` of the person who says it is right, never a name or a number")
	flags.StringVar(&c.How, "how", "", "how they said it: phone, email, website, meeting or letter")
	flags.StringVar(&c.from, "from", "", "the `domain` that the e-mail came from; it has to be the service's own")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(words) < 2 {
		return fmt.Errorf(`usage: go run ./generator confirm <id> <group>... --by "service manager" --how phone; "all" stands for every group`)
	}
	if c.On = o.asAt; c.On.After(today()) {
		return fmt.Errorf("--as-at %s lies after today: nobody can have confirmed anything on it yet", c.On)
	}
	if c.from != "" && c.How != "email" {
		return fmt.Errorf("--from says which domain an e-mail came from; it needs --how email")
	}
	c.id = words[0]
	if !slices.Equal(words[1:], []string{"all"}) {
		for _, w := range words[1:] {
			c.groups = append(c.groups, model.Group(w))
		}
	}
	if c.root, err = os.OpenRoot(o.root); err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer c.root.Close()
	if err := c.stamp(); err != nil {
		return err
	}
	return c.write(o.root, stdout)
}

// stamp finds the files that speak of the service and changes their checks.
func (c *confirmation) stamp() error {
	if !source.IsID(c.id) {
		return fmt.Errorf("%q cannot be an id: ids are lower-case letters, digits and hyphens", c.id)
	}
	found, err := entriesNamed(c.root, c.id)
	if err != nil {
		return err
	}
	if len(found) > 1 {
		return fmt.Errorf("two entries have the id %q: %s and %s; an id belongs to one entry", c.id, found[0], found[1])
	}
	var r source.Reader
	reading, problems, err := r.Read(c.root.FS())
	if err != nil {
		return err
	}
	c.known = source.LastKnown(reading.Changes)
	if len(found) == 1 {
		err = c.stampEntry(found[0], problems)
	} else {
		err = c.stampCouncil(reading)
	}
	if err != nil {
		return err
	}
	return c.readAgain()
}

// stampEntry changes the checks of an entry. Nobody can say that a part of it
// is right while the rest of it cannot be read; but a number that nobody has
// confirmed is confirmed here.
func (c *confirmation) stampEntry(file string, problems []model.Problem) error {
	for _, p := range problems {
		if p.Severity == model.Error && p.Where.File == file && p.Rule != "unchecked-number" && p.Rule != "changed-number" {
			return fmt.Errorf("%v\nmend it first, then confirm", p)
		}
	}
	text, err := c.root.ReadFile(file)
	if err != nil {
		return err
	}
	groups := c.groups
	if groups == nil {
		if groups = source.SaidIn(text, file); len(groups) == 0 {
			return fmt.Errorf("%s says nothing that could be confirmed", file)
		}
	}
	for _, g := range groups {
		if text, err = source.Confirm(text, file, g, c.Checked); err != nil {
			return err
		}
	}
	c.groups = groups
	c.files = []writing{{file: file, text: text}}
	return nil
}

// readAgain reads the tree as it is to be, and takes from it what is
// confirmed.
func (c *confirmation) readAgain() error {
	var r source.Reader
	reading, problems, err := r.Read(overlaid(c.root, c.files...))
	if err != nil {
		return err
	}
	names := fileNames(c.files)
	for _, p := range problems {
		if p.Severity == model.Error && slices.Contains(names, p.Where.File) {
			return fmt.Errorf("%v\nmend it first, then confirm", p)
		}
	}
	i := slices.IndexFunc(reading.Records, func(r *model.Record) bool {
		return r.ID == c.id && r.Source.Told() && path.Dir(r.Where.File) == path.Dir(names[0])
	})
	if i < 0 {
		return fmt.Errorf(`%s is not read; "go run ./generator check" says why`, names[0])
	}
	c.record = reading.Records[i]
	return c.mayWrite()
}

// write appends what was confirmed to the history, puts the files into their
// places, and says so.
func (c *confirmation) write(root string, stdout io.Writer) error {
	changes, err := readIfThere(c.root, source.ChangesFile)
	if err != nil {
		return err
	}
	lines := changesOf(c.record, c.groups, c.known)
	history := writing{file: source.ChangesFile, text: source.AppendChanges(changes, lines)}
	for _, l := range lines {
		if source.IsNumber(l.Group) && l.Was != "" && !source.SameNumbers(l.Was, l.Is) {
			fmt.Fprintf(stdout, "%s: this is another number than before. To make sure, ring the number known before: %s\n", l.Group, source.Numbers(l.Was))
		}
	}
	if err := writeAll(c.root, append(c.files, history)...); err != nil {
		return err
	}
	for _, g := range c.groups {
		fmt.Fprintf(stdout, "%s: %s is right, says the %s on %s\n", filepath.Join(root, c.record.At(g).File), g, c.By, c.On.Words())
	}
	return nil
}

// changesOf are the lines of history for groups of a record that were told.
func changesOf(r *model.Record, groups []model.Group, known map[source.Fact]model.Change) []model.Change {
	var lines []model.Change
	for _, g := range groups {
		checked := r.Checked[g]
		lines = append(lines, model.Change{On: checked.On, Area: areaOf(r), Service: r.ID, Group: g,
			Was: known[source.Fact{Source: r.Source.ID, Service: r.ID, Group: g}].Is, Is: r.Value(g).String(),
			Source: r.Source.ID, By: checked.By, How: checked.How})
	}
	return lines
}

// areaOf is the area in whose folder the record stands.
func areaOf(r *model.Record) string { return path.Base(path.Dir(r.Where.File)) }

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
