package source

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// Limits on what is read, in bytes: far above anything a person writes. That
// of prose also bounds the time that a hostile text takes: goldmark's is
// quadratic in the length of such as "[a]([a]([a](…", a fifth of a second here.
const (
	maxProse = 20_000   // the Markdown of an entry or a guide
	maxPage  = 64 << 10 // an entry, a guide, a settings file: 64 KiB
	maxTable = 16 << 20 // a table: 16 MiB

	usual = 4 << 10 // room for an entry as most are: it spares many a copy
)

// A Reader reads trees. With KeepLast it is one for whoever reads a tree again
// and again while somebody edits it: it remembers the last clean records of each
// file, so that a half-written file does not empty a page that somebody watches,
// and reads entries that are still the same only once.
type Reader struct {
	KeepLast bool
	last     map[string]kept
	shelf    shelf
}

// Read reads the whole tree at root, which holds content and data.
func (r *Reader) Read(root fs.FS) (*model.Reading, []model.Problem, error) {
	t := &tree{fs: root, reading: &model.Reading{Vocabulary: model.Vocabulary{}}, slugs: map[string]bool{}, ids: map[string]bool{}}
	if r.KeepLast {
		t.shelf = &r.shelf
	}
	t.listed = sync.OnceValue(func() listing { return listEntries(root) })
	go t.listed()
	for _, read := range []func() error{t.checkPlaces, t.readSettings, t.readVocabularies, t.readLanguages, t.readAreas, t.readArticles, t.readWords, t.readEasyReads, t.readRegisters, t.readCouncils, t.readEntries, t.readChanges, t.readTrials} {
		if err := read(); err != nil {
			return nil, t.problems, err
		}
	}
	t.checkServices()
	t.changedNumbers()
	if r.KeepLast {
		r.restore(t)
	}
	slices.SortFunc(t.reading.Records, func(a, b *model.Record) int { return a.Where.Compare(b.Where) })
	return t.reading, model.SortProblems(t.problems), nil
}

// kept is what one file said.
type kept struct {
	records  []*model.Record
	councils []model.CouncilFile
}

// restore puts back what a broken file said when it was last whole. A deleted
// file is gone, not broken.
func (r *Reader) restore(t *tree) {
	now := map[string]kept{}
	for _, rec := range t.reading.Records {
		k := now[rec.Where.File]
		k.records = append(k.records, rec)
		now[rec.Where.File] = k
	}
	for _, c := range t.reading.Councils {
		k := now[c.Where.File]
		k.councils = append(k.councils, c)
		now[c.Where.File] = k
	}
	for _, p := range t.problems {
		if last, ok := r.last[p.Where.File]; ok && p.Severity == model.Error {
			now[p.Where.File] = last
		}
	}
	t.reading.Records, t.reading.Councils = nil, nil
	for _, file := range slices.Sorted(maps.Keys(now)) {
		t.reading.Records = append(t.reading.Records, now[file].records...)
		t.reading.Councils = append(t.reading.Councils, now[file].councils...)
	}
	r.last = now
}

// A tree is one reading under way.
type tree struct {
	fs        fs.FS
	reading   *model.Reading
	slugs     map[string]bool // of all authorities
	ids       map[string]bool // of all services, the broken ones too
	shelf     *shelf          // nil if nothing is remembered
	listed    func() listing  // of the entries, begun ahead; nil if it is not
	spare     []yaml.Node     // for what is read of a page and not kept
	mentions  []mention
	problems  []model.Problem
	contested map[string]bool // files of entries whose id another entry claims too: neither is believed
	alone     bool            // one file is read, and what the others say is not known: its ids may be right
}

// wrong reports an error at a place.
func (t *tree) wrong(rule string, at model.Where, hint, sentence string, args ...any) {
	t.problems = append(t.problems, model.Problem{Rule: rule, Severity: model.Error, Where: at, Hint: hint, Sentence: fmt.Sprintf(sentence, args...)})
}

// warn reports what is worth a look and stops nothing.
func (t *tree) warn(rule string, at model.Where, hint, sentence string, args ...any) {
	t.problems = append(t.problems, model.Problem{Rule: rule, Severity: model.Warning, Where: at, Hint: hint, Sentence: fmt.Sprintf(sentence, args...)})
}

// brokenSince reports whether an error was found after mark, a former
// len(t.problems).
func (t *tree) brokenSince(mark int) bool { return model.HasErrors(t.problems[mark:]) }

// read returns the text of a file, or false if the file is not fit to be
// read, which is then a Problem.
func (t *tree) read(name string, limit int64) ([]byte, bool, error) {
	f, err := t.fs.Open(name)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", name, err)
	}
	defer f.Close()
	var whole bytes.Buffer
	whole.Grow(usual)
	if _, err := whole.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, false, fmt.Errorf("%s: %w", name, err)
	}
	text, ok := t.usable(whole.Bytes(), name, limit)
	return text, ok, nil
}

// usable is a file's text without the mark that some editors put before it.
func (t *tree) usable(text []byte, name string, limit int64) ([]byte, bool) {
	at := model.Where{File: name}
	switch {
	case int64(len(text)) > limit:
		t.wrong("too-large", at, "is it the right file?", "the file is larger than %d KiB", limit>>10)
		return nil, false
	case !utf8.Valid(text):
		at.Line = 1 + countLines(validPrefix(text))
		t.wrong("not-utf8", at, "save it as UTF-8", "the file is not UTF-8 text")
		return nil, false
	}
	_, text = cutBOM(text)
	return text, true
}

// list returns the regular files and folders in a folder, sorted. A folder
// that does not exist holds nothing; a symbolic link is refused, wherever it
// leads.
func (t *tree) list(dir string) ([]fs.DirEntry, error) {
	if info := t.stat(dir); info == nil || !info.IsDir() {
		return nil, nil
	}
	entries, err := fs.ReadDir(t.fs, dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	var fit []fs.DirEntry
	for _, e := range entries {
		switch {
		case e.Name()[0] == '.':
		case e.IsDir() || e.Type().IsRegular():
			fit = append(fit, e)
		default:
			t.notPlain(path.Join(dir, e.Name()), e.Type())
		}
	}
	return fit, nil
}

// exists reports whether the tree has a file of that name.
func (t *tree) exists(name string) bool {
	info := t.stat(name)
	return info != nil && info.Mode().IsRegular()
}

// stat looks at a file or folder without following a symbolic link anywhere
// on the way; a link is refused, wherever it leads. Nil means that there is
// nothing to read.
func (t *tree) stat(name string) fs.FileInfo {
	var info fs.FileInfo
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '/' {
			continue
		}
		var err error
		if info, err = fs.Lstat(t.fs, name[:i]); err != nil {
			return nil
		}
		if !info.IsDir() && !info.Mode().IsRegular() {
			t.notPlain(name[:i], info.Mode())
			return nil
		}
	}
	return info
}

// notPlain refuses what is neither a file nor a folder: a link, or a pipe or
// device, whose reading might never end.
func (t *tree) notPlain(name string, mode fs.FileMode) {
	if mode&fs.ModeSymlink != 0 {
		t.wrong("symbolic-link", model.Where{File: name}, "put the file itself here", "%q is a symbolic link", path.Base(name))
		return
	}
	t.wrong("not-a-file", model.Where{File: name}, "take it away", "%q is neither a file nor a folder", path.Base(name))
}

// IsID reports whether s can be the id of a service or a guide: lower-case
// letters and digits, with single hyphens between them. Then it can also be a
// part of a file's name, and leads nowhere else.
func IsID(s string) bool {
	before := byte('-')
	for i := range len(s) {
		c := s[i]
		if ('a' > c || c > 'z') && ('0' > c || c > '9') && (c != '-' || before == '-') {
			return false
		}
		before = c
	}
	return before != '-'
}

// A mention is a place that names a service by its id.
type mention struct {
	id, field string
	at        model.Where
}

// checkServices finds what only shows when all records are read: an id that
// two entries claim, and services that nobody has.
func (t *tree) checkServices() {
	t.checkIDs()
	for _, m := range t.mentions {
		if !t.ids[m.id] {
			t.wrong("unknown-service", m.at, didYouMean(m.id, t.ids), "%s names %q, which no service has as its id", m.field, m.id)
		}
	}
	broken := t.contested
	for _, p := range t.problems {
		if p.Rule == "duplicate-id" || p.Rule == "unknown-service" {
			broken[p.Where.File] = true
		}
	}
	t.reading.Records = slices.DeleteFunc(t.reading.Records, func(r *model.Record) bool {
		return r.Source.Rank == model.Entry && broken[r.Where.File]
	})
}

// checkIDs makes sure that an id, and a former id, belongs to one entry.
func (t *tree) checkIDs() {
	entries := map[string]*model.Record{}
	t.contested = map[string]bool{}
	claim := func(r *model.Record, id, sentence string) {
		if first, ok := entries[id]; ok && first != r {
			t.wrong("duplicate-id", r.Where, "an id belongs to one entry", sentence, id, first.Where.File)
			t.contested[first.Where.File] = true
			return
		}
		entries[id] = r
	}
	slices.SortFunc(t.reading.Records, func(a, b *model.Record) int { return a.Where.Compare(b.Where) })
	told := slices.DeleteFunc(slices.Clone(t.reading.Records), func(r *model.Record) bool { return r.Source.Rank != model.Entry })
	for _, r := range told {
		claim(r, r.ID, "the id %q is taken by %s")
	}
	for _, r := range told {
		for _, id := range r.Was {
			claim(r, id, "was names %q, which is an id of %s")
		}
	}
}
