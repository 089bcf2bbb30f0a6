package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/oruk"
	"signpost/generator/sheet"
	"signpost/generator/source"
)

func isJSON(file string) bool { return strings.EqualFold(path.Ext(file), ".json") }

// open reads the file, or the files of the folder.
func (m *importing) open() ([]source.Part, []model.Problem, error) {
	info, err := os.Stat(m.file)
	if err != nil {
		return nil, nil, err
	}
	files := []string{m.file}
	if info.IsDir() {
		if files, err = tablesIn(m.file); err != nil {
			return nil, nil, err
		}
	}
	var parts []source.Part
	var problems []model.Problem
	for _, file := range files {
		p, wrong, err := m.openFile(file)
		if err != nil {
			return nil, nil, err
		}
		parts, problems = append(parts, p...), append(problems, wrong...)
	}
	return parts, problems, nil
}

// tablesIn lists the files of a folder that can be read, by name.
func tablesIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		if ending := strings.ToLower(path.Ext(e.Name())); e.Type().IsRegular() && e.Name()[0] != '.' && slices.Contains([]string{".csv", ".tsv", ".xlsx", ".json"}, ending) {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s holds no .csv, .xlsx or .json file", folder)
	}
	return files, nil
}

func (m *importing) openFile(file string) ([]source.Part, []model.Problem, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if isJSON(file) {
		return m.openFeed(f, filepath.Base(file))
	}
	return m.openBook(f, filepath.Base(file))
}

// openFeed reads Open Referral UK.
func (m *importing) openFeed(r io.Reader, name string) ([]source.Part, []model.Problem, error) {
	table, problems, err := oruk.Read(name, r, oruk.Options{Area: source.AreaFinder(m.before.reading), Language: source.LanguageFinder(m.before.reading)})
	return []source.Part{{File: name, Table: table}}, problems, err
}

// openBook reads a workbook, or a file of CSV.
func (m *importing) openBook(r io.Reader, name string) ([]source.Part, []model.Problem, error) {
	known := source.IsHeading(m.columns())
	book, faults, err := sheet.Open(name, r, known)
	if err != nil {
		return nil, nil, err
	}
	var problems []model.Problem
	for _, f := range faults {
		problems = append(problems, model.Problem{Rule: f.Rule, Severity: model.Error, Where: model.Where{File: sheetName(name, f.Sheet), Line: f.Line, Cell: f.Column}, Sentence: f.Sentence, Hint: f.Hint})
	}
	var parts []source.Part
	for _, t := range book.Tables {
		file := name
		if strings.EqualFold(path.Ext(name), ".xlsx") {
			file = sheetName(name, t.Name)
		}
		if len(book.Tables) > 1 && !slices.ContainsFunc(t.Header, known) {
			problems = append(problems, model.Problem{Rule: "sheet-not-read", Where: model.Where{File: file}, Sentence: "no heading of the sheet is known, so it is not read", Hint: "is it a note?"})
			continue
		}
		parts = append(parts, source.Part{File: file, Table: t})
	}
	return parts, problems, nil
}

func sheetName(file, name string) string {
	if name == "" {
		return file
	}
	return file + ": sheet " + name
}

// columns are the meanings of headings: those of a feed, and those that
// somebody said.
func (m *importing) columns() map[string]string {
	columns := map[string]string{}
	if m.As == source.AsRegister {
		maps.Copy(columns, oruk.Columns)
	}
	maps.Copy(columns, m.Columns)
	return columns
}

// inFile is the place of a Problem in words: northam.xlsx: sheet services, row
// 12, column "phone"; or feed.json: services[11].phones[0].
func inFile(w model.Where) string {
	switch {
	case isJSON(w.File):
		if at := oruk.Path(w); at != "" {
			return w.File + ": " + at
		}
		return w.File
	case w.Line == 0:
		return w.File
	}
	at := w.File + ": row "
	if strings.Contains(w.File, ": sheet ") {
		at = w.File + ", row "
	}
	at += fmt.Sprint(w.Line)
	if w.Cell != "" {
		at += fmt.Sprintf(", column %q", w.Cell)
	}
	return at
}

// inWords is a Problem with its place in a file that somebody sent.
func inWords(p model.Problem) string {
	whole := p.String()
	return inFile(p.Where) + whole[len(p.Where.String()):]
}

// report prints what is wrong with the file, and says whether any of it is an
// error.
func (m *importing) report(w io.Writer, problems []model.Problem) bool {
	for _, p := range problems {
		fmt.Fprintln(w, inWords(p))
	}
	if len(problems) == 0 {
		return false
	}
	return errors.Is(printCount(w, problems), errFound)
}

// leaveOut keeps the rows that are sound, and lists the others.
func (m *importing) leaveOut(w io.Writer) {
	m.said = slices.DeleteFunc(m.said, func(s *source.Said) bool {
		if !s.Sound() {
			name := s.Record.Name.Name
			if name == "" {
				name = s.Record.ID
			}
			fmt.Fprintf(w, "left out: %s (%s)\n", inFile(model.Where{File: s.Where.File, Line: s.Where.Line}), name)
		}
		return !s.Sound()
	})
}
