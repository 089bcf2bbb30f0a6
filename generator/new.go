package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"signpost/generator/model"
	"signpost/generator/source"
)

// An entryDraft is what somebody says of a service before it has an entry.
type entryDraft struct {
	asAt    model.Date
	council string // the area of a council.yaml to make instead

	area, name, kind, phone, website string
	id                               string
	first                            string // of a council.yaml: the id of the service to start with
	by, how                          string

	known knowledge
	ask   *asker
}

// runNew makes an entry for a service, or a council.yaml for an area.
func runNew(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var b builder
	var d entryDraft
	flags := newFlags("new", stderr)
	b.reads(flags)
	flags.StringVar(&d.area, "area", "", "the `area` that it is for, by its name; england for a national service")
	flags.StringVar(&d.name, "name", "", "what the service is called")
	flags.StringVar(&d.kind, "kind", "", "what `sort` of service it is: an id of data/vocabulary/kinds.csv (default iass)")
	flags.StringVar(&d.phone, "phone", "", "the `number` that families ring")
	flags.StringVar(&d.website, "website", "", "its web `address`; with --council that of the local offer")
	flags.StringVar(&d.id, "id", "", "its `id`, the last part of its address for good (default: made from area and kind)")
	flags.StringVar(&d.by, "by", "", "the `role` of the person who says so, never a name or a number")
	flags.StringVar(&d.how, "how", "", "how they said it: phone, email, website, meeting or letter")
	flags.StringVar(&d.council, "council", "", "make data/councils/<area>/council.yaml for this `area`, in place of an entry")
	flags.StringVar(&d.first, "first", "", "with --council: the `id` of the service that families ring first")
	yes := flags.Bool("yes", false, "ask nothing; say which flags are missing")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if err := noWords("new", words); err != nil {
		return err
	}
	if d.asAt = b.asAt; d.asAt.After(today()) {
		return fmt.Errorf("--as-at %s lies after today: nobody can have said anything on it yet", d.asAt)
	}
	if !*yes && term.IsTerminal(int(os.Stdin.Fd())) {
		d.ask = &asker{in: bufio.NewScanner(os.Stdin), out: stdout}
	}
	root, err := os.OpenRoot(b.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	if d.known, err = b.know(root.FS()); err != nil {
		return err
	}
	if d.council != "" {
		return d.newCouncil(root, b.root, stdout)
	}
	return d.newEntry(root, b.root, stdout)
}

// newEntry asks what is missing, writes the entry and says what comes next.
func (d *entryDraft) newEntry(root *os.Root, at string, stdout io.Writer) error {
	if err := d.answer(d.entryQuestions()); err != nil {
		return err
	}
	r := d.record()
	entry := writing{file: r.Where.File, text: source.NewEntry(r), fresh: true}
	read, err := d.readBefore(root, stdout, entry)
	if err != nil {
		return err
	}
	changes, err := readIfThere(root, source.ChangesFile)
	if err != nil {
		return err
	}
	lines := changesOf(read, saidBy(read), source.LastKnown(d.known.reading.Changes))
	history := writing{file: source.ChangesFile, text: source.AppendChanges(changes, lines)}
	if err := writeAll(root, entry, history); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s\nis written to %s\nIts page will be %s\n\nwhat comes next\n\n", entry.text, filepath.Join(at, entry.file), d.known.address(model.ServiceAddress(r.ID)))
	fmt.Fprintf(stdout, "  go run ./generator check\n  go run ./generator serve\n  go run ./generator confirm %s all --by %q --how %s\n", r.ID, r.Checked[model.GroupName].By, r.Checked[model.GroupName].How)
	return nil
}

// record is the entry that the answers make.
func (d *entryDraft) record() *model.Record {
	r := &model.Record{ID: d.id, Where: model.Where{File: path.Join(entriesFolder, d.area, d.id+".md")},
		Kind: model.Kind(d.kind), Areas: []string{d.area}, Name: model.Name{Name: d.name}, Checked: map[model.Group]model.Checked{}}
	if d.phone != "" {
		r.Channels = append(r.Channels, model.Channel{Type: model.Phone, Value: d.phone})
	}
	if d.website != "" {
		r.Channels = append(r.Channels, model.Channel{Type: model.Website, Value: d.website})
	}
	for _, g := range saidBy(r) {
		r.Checked[g] = d.checked()
	}
	return r
}

func (d *entryDraft) checked() model.Checked {
	return model.Checked{On: d.asAt, By: d.by, How: d.how}
}

// readBefore reads the tree with the file in it before anything is written.
// What is wrong with the file is printed, and then nothing is written.
func (d *entryDraft) readBefore(root *os.Root, stdout io.Writer, w writing) (*model.Record, error) {
	if _, err := root.Lstat(w.file); err == nil {
		return nil, fmt.Errorf("%s is there already; nothing was written", w.file)
	}
	var r source.Reader
	reading, problems, err := r.Read(overlaid(root, w))
	if err != nil {
		return nil, err
	}
	problems = slices.DeleteFunc(problems, func(p model.Problem) bool { return p.Where.File != w.file })
	if model.HasErrors(problems) {
		found := printProblems(stdout, problems)
		fmt.Fprintln(stdout, "nothing was written")
		return nil, found
	}
	i := slices.IndexFunc(reading.Records, func(r *model.Record) bool { return r.Where.File == w.file })
	if i < 0 && path.Ext(w.file) == ".md" {
		return nil, fmt.Errorf(`%s would not be read; "go run ./generator check" says why; nothing was written`, w.file)
	}
	return reading.Records[max(i, 0)], nil
}

// newCouncil writes council.yaml: where families of the area start.
func (d *entryDraft) newCouncil(root *os.Root, at string, stdout io.Writer) error {
	if err := d.answer(d.councilQuestions()); err != nil {
		return err
	}
	c := model.CouncilFile{First: map[string]string{model.Everyone: d.first}, Checked: d.checked()}
	schema := d.known.address(model.SchemaFolder + "council.json")
	w := writing{file: path.Join("data/councils", d.area, "council.yaml"), text: source.NewCouncil(c, d.website, schema), fresh: true}
	if _, err := d.readBefore(root, stdout, w); err != nil {
		return err
	}
	if err := writeAll(root, w); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s\nis written to %s\nThe area's page is %s\n\nwhat comes next\n\n", w.text, filepath.Join(at, w.file), d.known.address(model.AreaAddress(d.area)))
	fmt.Fprint(stdout, "  go run ./generator check\n  go run ./generator serve\n")
	return nil
}

// address is where a page will be.
func (k knowledge) address(of string) string {
	return strings.TrimSuffix(k.reading.Settings.BaseURL, "/") + of
}

// area is the slug of what people call an area, or a sentence that helps.
func (k knowledge) area(written string) (slug, sentence string) {
	names := map[string]string{model.England: model.England}
	for _, a := range k.reading.Authorities {
		for _, name := range append([]string{a.Slug, a.Name, a.Official}, a.OtherNames...) {
			names[strings.ToLower(name)] = cmp.Or(names[strings.ToLower(name)], a.Slug)
		}
	}
	lower := strings.ToLower(strings.TrimSpace(written))
	if slug := cmp.Or(names[lower], names[strings.ReplaceAll(lower, " ", "-")]); slug != "" {
		return slug, ""
	}
	return "", fmt.Sprintf("%q is not an area%s", written, orDidYouMean(lower, keysOf(names)))
}

// takenBy is the file of the entry that has the id, now or before, or "".
func (k knowledge) takenBy(id string) string {
	for _, r := range k.reading.Records {
		if r.Source.Rank == model.Entry && (r.ID == id || slices.Contains(r.Was, id)) {
			return r.Where.File
		}
	}
	return ""
}

// otherService is a service with the id that is not of the kind, or not of the
// area: an entry with its id would be taken for it.
func (k knowledge) otherService(id, area, kind string) string {
	if s := k.directory.Service(id); s != nil && (string(s.Kind) != kind || !slices.Contains(s.Areas, area)) {
		return s.ID + " (" + cmp.Or(s.Name.Value.Name, string(s.Kind)) + ", " + strings.Join(s.Areas, ", ") + ")"
	}
	return ""
}
