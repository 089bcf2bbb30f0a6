package oruk

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// maxFile is the most that is read of one file, in bytes: 128 MiB.
const maxFile = 128 << 20

// maxServices is the most services that one file can hold.
const maxServices = 100_000

// Options tell what only the reader of the directory knows.
type Options struct {
	Area     func(codeOrName string) string // the slug of an area, or "" for none of ours
	Language func(codeOrName string) string // the id of a language, or ""
}

// Columns says which field each column of the table holds.
var Columns = map[string]string{
	"id": "id", "name": "name", "alternate_name": "also", "description": "description", "url": "website", "email": "email",
	"phones[0].number": "phone", "status": "status", "alert": "status_note", "assured_date": "seen", "organization.name": "run_by",
	"service_areas": "areas", "minimum_age": "ages", "languages": "languages", "languages[].name": "language_words", "cost_options": "cost",
	"schedules": "hours", "eligibility_description": "eligible", "application_process": "route_words", "interpretation_services": "interpreter",
	"funding[0].source": "paid_by", "page": "page", "notes": "notes",
}

// header are the columns in the order of a service.
var header = []string{"id", "name", "alternate_name", "description", "url", "email", "phones[0].number", "schedules", "status", "alert", "assured_date",
	"organization.name", "service_areas", "minimum_age", "languages", "languages[].name", "interpretation_services", "cost_options",
	"eligibility_description", "application_process", "funding[0].source", "notes"}

// Read reads one file. A Problem has the number of its service in Line,
// counted from 1, and the path below it in Cell; [Path] puts them together. An
// error is one of the machine.
func Read(name string, r io.Reader, o Options) (sheet.Table, []model.Problem, error) {
	f := &feed{file: name, o: o, table: sheet.Table{Name: name, Header: header}}
	source := &reader{Reader: r}
	limited := &io.LimitedReader{R: source, N: maxFile + 1}
	d := json.NewDecoder(limited)
	switch err := f.read(d); {
	case source.err != nil:
		return f.table, nil, fmt.Errorf("%s: %w", name, source.err)
	case limited.N <= 0:
		f.wrong("too-large", "", "is it the right file?", "the file is larger than %d MiB", maxFile>>20)
	case errors.Is(err, errShape):
		f.wrong("json", "", "a file is a page with contents, a list of services, or one service", "the file holds no services")
	case err != nil && !errors.Is(err, errMany):
		f.wrong("json", "", "ask for the file again", "this is not JSON from byte %d on: %v", d.InputOffset(), err)
	}
	return f.table, model.SortProblems(f.problems), nil
}

// A reader remembers what the machine could not read: every other error is one
// of the JSON.
type reader struct {
	io.Reader
	err error
}

func (r *reader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}

// Path is the place of a Problem in the JSON: services[12].phones[0].
func Path(w model.Where) string {
	switch {
	case w.Line == 0:
		return ""
	case w.Cell == "":
		return fmt.Sprintf("services[%d]", w.Line-1)
	}
	return fmt.Sprintf("services[%d].%s", w.Line-1, w.Cell)
}

var (
	errShape = errors.New("no services")
	errMany  = errors.New("too many services")
)

// A feed is the reading of one file under way.
type feed struct {
	file     string
	o        Options
	table    sheet.Table
	line     int // of the service that is read, counted from 1
	problems []model.Problem
}

func (f *feed) wrong(rule, path, hint, sentence string, args ...any) {
	f.problem(model.Error, rule, path, hint, sentence, args...)
}

func (f *feed) warn(rule, path, hint, sentence string, args ...any) {
	f.problem(model.Warning, rule, path, hint, sentence, args...)
}

func (f *feed) problem(s model.Severity, rule, path, hint, sentence string, args ...any) {
	f.problems = append(f.problems, model.Problem{Rule: rule, Severity: s, Where: model.Where{File: f.file, Line: f.line, Cell: path}, Hint: hint, Sentence: fmt.Sprintf(sentence, args...)})
}

// lists are the names under which a page has its services: those of the
// versions 3.0 and 1.0 of the standard.
var lists = []string{"contents", "content", "services"}

// read reads the services of a file as they come.
func (f *feed) read(d *json.Decoder) error {
	token, err := d.Token()
	switch {
	case err != nil:
		return err
	case token == json.Delim('['):
		return f.services(d)
	case token != json.Delim('{'):
		return errShape
	}
	one, found := object{}, false
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if slices.Contains(lists, name) {
			if token, err := d.Token(); err != nil {
				return err
			} else if token == json.Delim('[') {
				found = true
				if err := f.services(d); err != nil {
					return err
				}
				continue
			}
			return errShape
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		one[name] = raw
	}
	switch _, named := one["name"]; {
	case found:
		return nil
	case !named && one["id"] == nil:
		return errShape
	}
	f.line++
	f.service(one)
	return nil
}

// services reads an array, one service at a time.
func (f *feed) services(d *json.Decoder) error {
	for d.More() {
		if f.line++; f.line > maxServices {
			f.wrong("too-large", "", "send it in parts", "there are more than %d services", maxServices)
			return errMany
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return err
		}
		var s object
		if err := json.Unmarshal(raw, &s); err != nil || s == nil {
			f.wrong("wrong-type", "", "a service is written in braces", "%s is not a service", clip(string(raw)))
			continue
		}
		f.service(s)
	}
	_, err := d.Token()
	f.line = 0
	return err
}

// clip shortens a value that a Problem quotes.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
