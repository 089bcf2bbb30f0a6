package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"signpost/generator/model"
	"signpost/generator/source"
)

// An importing is one run of import.
type importing struct {
	builder
	source.Import
	list    source.List // how registers.yaml is to describe a register
	checked model.Checked
	write   bool
	partial bool

	file   string
	tree   *os.Root
	before knowledge
	said   []*source.Said
}

// runImport shows what a file would change, and with --write changes it.
func runImport(_ context.Context, args []string, stdout, stderr io.Writer) error {
	m := importing{Import: source.Import{Columns: map[string]string{}}}
	if err := m.flags(args, stderr); err != nil {
		return err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(lavish))
	root, err := os.OpenRoot(m.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	m.tree = root
	if m.before, err = m.readTree(root.FS()); err != nil {
		return err
	}
	var settling sync.WaitGroup // what is wrong already is needed at the end alone
	settling.Go(func() { m.settle(&m.before) })
	defer settling.Wait()
	imports, err := m.remembered()
	if err != nil {
		return err
	}
	parts, problems, err := m.open()
	if err != nil {
		return err
	}
	if err := m.settled(parts); err != nil {
		return err
	}
	said, wrong := source.Tables(m.before.reading, source.Parcel{Parts: parts, As: m.As, Area: m.Area, Kind: m.Kind, Columns: m.columns(), Checked: m.checked, AsAt: m.asAt})
	problems = model.SortProblems(append(problems, wrong...))
	m.said = said
	broken := m.report(stdout, problems)
	if broken && !m.partial {
		fmt.Fprintln(stdout, "nothing was written; --partial takes what is right and lists what was left out")
		return errFound
	}
	m.leaveOut(stdout)
	settling.Wait()
	files, err := m.plan(imports)
	if err != nil {
		return err
	}
	return m.finish(stdout, files, broken)
}

// flags reads what the person typed.
func (m *importing) flags(args []string, stderr io.Writer) error {
	flags := newFlags("import", stderr)
	m.reads(flags)
	as, on := "", ""
	flags.StringVar(&m.Source, "source", "", "a `name` for whoever sends this: what is said here of its headings is remembered")
	flags.StringVar(&as, "as", "", "what the rows become: entries, council or register")
	flags.StringVar(&m.Area, "area", "", "the `area` of rows that do not say")
	flags.StringVar(&m.Kind, "kind", "", "the `kind` of service of rows that do not say")
	flags.Func("map", `what a heading means, as "Their column=phone"; "Their column=-" leaves it out`, func(s string) error {
		heading, field, ok := strings.Cut(s, "=")
		if !ok || strings.TrimSpace(field) == "" {
			return fmt.Errorf(`%q is not of the form "Their column=field"`, s)
		}
		m.Columns[strings.TrimSpace(heading)] = strings.TrimSpace(field)
		return nil
	})
	flags.StringVar(&m.checked.By, "by", "", "the `role` of the person who told what the file says, never a name or a number")
	flags.StringVar(&m.checked.How, "how", "", "how they told it: phone, email, website, meeting or letter")
	flags.StringVar(&on, "on", "", "the `day` they told it, as 2026-11-03 (default: today)")
	flags.StringVar(&m.list.Name, "name", "", "of a register: what pages call it")
	flags.StringVar(&m.list.Link, "link", "", "of a register: where it is published")
	flags.StringVar(&m.list.Licence, "licence", "", "of a register: the licence that allows its use")
	flags.BoolVar(&m.write, "write", false, "write it; without this the difference is shown and nothing is written")
	flags.BoolVar(&m.partial, "partial", false, "leave out the rows that are wrong, and take the others")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return fmt.Errorf(`usage: go run ./generator import <file or folder> [--as council --area northam] [--write]`)
	}
	m.file, m.As = words[0], source.As(as)
	if !slices.Contains([]source.As{"", source.AsEntries, source.AsCouncil, source.AsRegister}, m.As) {
		return fmt.Errorf("--as is %q; write entries, council or register", as)
	}
	if m.Source != "" && !source.IsID(m.Source) {
		return fmt.Errorf("--source %q: write it in lower-case letters, digits and hyphens", m.Source)
	}
	return m.teller(on)
}

// teller makes sure that whoever told it is named as a role, with a way and a
// day, or not at all.
func (m *importing) teller(on string) error {
	if m.checked == (model.Checked{}) && on == "" {
		return nil
	}
	m.checked.On = m.asAt
	if on != "" {
		day, err := model.ParseDate(on)
		if err != nil {
			return fmt.Errorf("--on: %w", err)
		}
		m.checked.On = day
	}
	if m.checked.On.After(m.asAt) {
		return fmt.Errorf("--on %s lies after today: nobody can have told it yet", m.checked.On)
	}
	return source.FitsCheck(m.checked)
}

// remembered takes what is not said now from what was said of this source
// before, and returns all that is remembered.
func (m *importing) remembered() ([]source.Import, error) {
	text, err := readIfThere(m.tree, source.ImportsFile)
	if err != nil {
		return nil, err
	}
	imports, problems := source.ReadImports(text)
	if len(problems) > 0 {
		return nil, fmt.Errorf("%v", problems[0])
	}
	if m.Area != "" {
		if m.Area, err = areaNamed(m.before.reading, m.Area); err != nil {
			return nil, fmt.Errorf("--area: %w", err)
		}
	}
	for _, before := range imports {
		if before.Source == m.Source && m.Source != "" {
			m.As, m.Area, m.Kind = cmp.Or(m.As, before.As), cmp.Or(m.Area, before.Area), cmp.Or(m.Kind, before.Kind)
			columns := maps.Clone(before.Columns)
			maps.Copy(columns, m.Columns)
			m.Columns = columns
		}
	}
	return imports, nil
}

// settled makes sure that it is known what the rows become.
func (m *importing) settled(parts []source.Part) error {
	exported := slices.ContainsFunc(parts, func(p source.Part) bool { return source.SaysTeller(p, m.Columns) })
	if isFeed := slices.ContainsFunc(parts, func(p source.Part) bool { return isJSON(p.File) }); isFeed {
		if m.As != "" && m.As != source.AsRegister {
			return fmt.Errorf("--as %s: a feed only saw what it says, and becomes a register", m.As)
		}
		m.As, m.Kind = source.AsRegister, cmp.Or(m.Kind, string(model.LocalOffer))
	}
	if _, ok := m.before.reading.Vocabulary["kinds"].Find(m.Kind); m.Kind != "" && !ok {
		return fmt.Errorf("--kind: %q is not in data/vocabulary/kinds.csv", m.Kind)
	}
	switch {
	case m.As == "" && len(parts) > 0 && !exported:
		return fmt.Errorf("say what the rows become: --as entries (the services told it), council (the council did) or register (somebody only saw it)")
	case m.As == "":
		m.As = source.AsEntries
	case m.As == source.AsRegister && m.Source == "":
		return fmt.Errorf("--as register needs --source: the list is written to data/registers/<source>.csv")
	}
	return nil
}
