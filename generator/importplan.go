package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"signpost/generator/model"
	"signpost/generator/source"
)

// plan lists the files that the import would write.
func (m *importing) plan(imports []source.Import) ([]writing, error) {
	var files []writing
	for _, make := range []func() ([]writing, error){m.entries, m.councils, m.register, m.changes} {
		made, err := make()
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	if m.Source != "" {
		imports = slices.DeleteFunc(slices.Clone(imports), func(i source.Import) bool { return i.Source == m.Source })
		files = append(files, writing{file: source.ImportsFile, text: source.WriteImports(append(imports, m.Import))})
	}
	return m.others(files)
}

// others are the files that would not be what they are.
func (m *importing) others(files []writing) ([]writing, error) {
	var others []writing
	for _, w := range files {
		text, err := m.tree.ReadFile(w.file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		case string(text) == string(w.text):
			continue
		}
		others = append(others, w)
	}
	return others, nil
}

// entries are those that are new, and those in which something changed. They
// are written side by side: none needs another, and a large file has thousands.
func (m *importing) entries() ([]writing, error) {
	var said []*source.Said
	for _, s := range m.said {
		if s.As == source.AsEntries && s.Is != nil && s.Differs() {
			said = append(said, s)
		}
	}
	files, errs := make([]writing, len(said)), make([]error, len(said))
	var next atomic.Int64
	var writers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		writers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(said)); i = next.Add(1) - 1 {
				files[i], errs[i] = m.entry(said[i])
			}
		})
	}
	writers.Wait()
	return files, cmp.Or(errs...)
}

// entry is the file of one service as it is to be.
func (m *importing) entry(s *source.Said) (writing, error) {
	file := s.Is.Where.File
	if s.Was == nil {
		if _, err := m.tree.Lstat(file); err == nil {
			return writing{}, fmt.Errorf("%s: the entry %s holds an error; mend it first (go run ./generator check)", inFile(s.Where), file)
		}
		return writing{file: file, text: source.Entry(s.Is), fresh: true}, nil
	}
	text, err := m.tree.ReadFile(file)
	if err != nil {
		return writing{}, err
	}
	if bytes.Equal(text, source.Entry(s.Was)) {
		return writing{file: file, text: source.Entry(s.Is)}, nil // nobody's comments or own form could be lost
	}
	edited, err := source.Edit(text, file, s.Was, s.Is)
	if err != nil {
		return writing{}, fmt.Errorf("%s: %w", inFile(s.Where), err)
	}
	return writing{file: file, text: edited}, nil
}

// councils are the tables of the areas in which something changed, written
// anew with all that the council says.
func (m *importing) councils() ([]writing, error) {
	said := map[string]map[string]*source.Said{}
	for _, s := range m.said {
		if s.As == source.AsCouncil && s.Is != nil && s.Differs() {
			if said[s.Area] == nil {
				said[s.Area] = map[string]*source.Said{}
			}
			said[s.Area][s.Is.ID] = s
		}
	}
	var files []writing
	for area, rows := range said {
		made, err := m.council(area, rows)
		if err != nil {
			return nil, err
		}
		files = append(files, made...)
	}
	slices.SortFunc(files, func(a, b writing) int { return cmp.Compare(a.file, b.file) })
	return files, nil
}

func (m *importing) council(area string, rows map[string]*source.Said) ([]writing, error) {
	folder := path.Join("data/councils", area)
	tables := []string{path.Join(folder, "services.csv"), path.Join(folder, "channels.csv")}
	for _, p := range m.before.problems {
		if p.Severity == model.Error && slices.Contains(tables, p.Where.File) {
			return nil, fmt.Errorf("%v\nmend it first, then import", p)
		}
	}
	var records []*model.Record
	for _, r := range m.before.reading.Records {
		if r.Where.File == tables[0] && rows[r.ID] == nil {
			records = append(records, r)
		}
	}
	for _, s := range rows {
		records = append(records, s.Is)
	}
	services, channels, err := source.CouncilTables(area, records)
	if err != nil {
		return nil, err
	}
	files := []writing{{file: tables[0], text: services}}
	if _, err := m.tree.Lstat(tables[1]); err == nil || len(channels) > 0 {
		files = append(files, writing{file: tables[1], text: channels})
	}
	return files, nil
}

// register is the list that the file becomes, and its description.
func (m *importing) register() ([]writing, error) {
	if m.As != source.AsRegister || len(m.said) == 0 {
		return nil, nil
	}
	text, columns, kind, err := source.RegisterTable(m.said)
	if err != nil {
		return nil, err
	}
	l := m.list
	l.Source, l.Kind, l.Columns, l.Read = m.Source, kind, columns, model.Date{Year: m.asAt.Year, Month: m.asAt.Month}
	described, err := readIfThere(m.tree, source.RegistersFile)
	if err != nil {
		return nil, err
	}
	described, err = source.DescribeRegister(described, l)
	if err != nil {
		return nil, err
	}
	return []writing{{file: l.File(), text: text}, {file: source.RegistersFile, text: described}}, nil
}

// changes are the lines for what was told: what became another, and what was
// confirmed as it is.
func (m *importing) changes() ([]writing, error) {
	var changes []model.Change
	for _, s := range m.said {
		if s.Is == nil {
			continue
		}
		for _, g := range model.Groups {
			c, told := s.Checks[g]
			if !told || !remarkable(s, g) {
				continue
			}
			was := ""
			if s.Was != nil {
				was = s.Was.Value(g).String()
			}
			from := "entries"
			if s.As == source.AsCouncil {
				from = "councils/" + s.Area
			}
			changes = append(changes, model.Change{On: c.On, Area: s.Area, Service: s.Is.ID, Group: g, Was: was, Is: s.Is.Value(g).String(), Source: from, By: c.By, How: c.How})
		}
	}
	if len(changes) == 0 {
		return nil, nil
	}
	text, err := readIfThere(m.tree, source.ChangesFile)
	if err != nil {
		return nil, err
	}
	return []writing{{file: source.ChangesFile, text: source.AppendChanges(text, changes)}}, nil
}

// remarkable reports whether a told fact has its line: what became another, and
// of a new service or a confirmed one the name and the numbers, by which the
// next change is judged. All the rest stands in the files themselves, and would
// make the history as long as they are.
func remarkable(s *source.Said, g model.Group) bool {
	return source.IsNumber(g) || s.Was != nil && slices.Contains(s.Changed, g) || s.Was == nil && g == model.GroupName
}

// manyFiles are as many as anybody reads the names of.
const manyFiles = 50

// finish shows the difference, and writes it where that was asked for.
func (m *importing) finish(w io.Writer, files []writing, broken bool) error {
	after, err := m.know(overlaid(m.tree, files...))
	if err != nil {
		return err
	}
	m.show(w, after)
	if fresh := newErrors(m.before.problems, after.problems); len(fresh) > 0 {
		fmt.Fprintln(w, "after it these would be wrong:")
		for _, p := range fresh {
			fmt.Fprintln(w, p)
		}
		fmt.Fprintln(w, "nothing was written")
		return errFound
	}
	switch {
	case len(files) == 0:
		fmt.Fprintln(w, "there is nothing to write")
	case !m.write:
		fmt.Fprintln(w, "nothing was written; --write writes it")
	default:
		if err := writeAll(m.tree, files...); err != nil {
			return err
		}
		for _, f := range files[:min(len(files), manyFiles)] {
			fmt.Fprintln(w, "written:", f.file)
		}
		if more := len(files) - manyFiles; more > 0 {
			fmt.Fprintf(w, "written: %d more\n", more)
		}
	}
	if broken {
		return errFound
	}
	return nil
}

// newErrors are the errors that were not there before, wherever their line is
// now.
func newErrors(before, after []model.Problem) []model.Problem {
	had := map[model.Problem]bool{}
	key := func(p model.Problem) model.Problem {
		p.Where.Line = 0
		return p
	}
	for _, p := range before {
		had[key(p)] = true
	}
	return slices.DeleteFunc(model.Errors(after), func(p model.Problem) bool { return had[key(p)] })
}
