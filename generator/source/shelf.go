package source

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"runtime"
	"sync"
	"time"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// A page is the file of an entry, and what it says. That depends on the file,
// on the areas and on the vocabulary, and on nothing else.
type page struct {
	name, id, area string

	records  []*model.Record // one, or none if it is broken
	ids      map[string]bool // its id and former ids
	mentions []mention
	problems []model.Problem
	err      error // of the machine

	info   fs.FileInfo // of the file when it was read; nil where nothing is remembered
	on     time.Time   // when it was read
	sum    [sha256.Size]byte
	before *page // the same file as it was read before, which may be the same still
}

// says takes over what was read before.
func (p *page) says(before *page) {
	p.records, p.ids, p.mentions, p.problems, p.sum = before.records, before.ids, before.mentions, before.problems, before.sum
}

// readPages reads pages side by side: most of a reading is that of entries, and
// none of them needs another.
func (t *tree) readPages(pages []*page) {
	next := make(chan *page)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			var spare []yaml.Node
			for p := range next {
				spare = t.readPage(p, spare[:0])
			}
		})
	}
	for _, p := range pages {
		next <- p
	}
	close(next)
	readers.Wait()
}

// readPage reads one page, as if it were the only one of its tree. It uses the
// spare nodes and returns them.
func (t *tree) readPage(p *page, spare []yaml.Node) []yaml.Node {
	one := &tree{fs: t.fs, slugs: t.slugs, ids: map[string]bool{}, reading: &model.Reading{Vocabulary: t.reading.Vocabulary}, spare: spare}
	text, ok, err := one.read(p.name, maxPage)
	if p.err = err; err != nil {
		return spare
	}
	if ok && p.info != nil {
		p.sum = sha256.Sum256(text)
		if p.before != nil && p.before.sum == p.sum {
			p.says(p.before)
			return spare
		}
	}
	if ok {
		one.ids[p.id] = true
		one.entry(text, p.name, p.id, p.area)
	}
	p.records, p.ids, p.mentions, p.problems = one.reading.Records, one.ids, one.mentions, one.problems
	return one.spare
}

// A shelf remembers the pages of one reading for the next, so that after an
// edit one file is read, and not ten thousand. What stands on it is what another
// reading would give: see TestShelf. A nil shelf remembers nothing.
type shelf struct {
	slugs      map[string]bool
	vocabulary model.Vocabulary
	pages      map[string]*page
}

// settled is how old a change has to be before the file's time alone can tell
// it from the next one: file systems count time in steps, some of two seconds.
const settled = 2 * time.Second

// open forgets everything if the areas or the vocabulary are others now.
func (s *shelf) open(t *tree) {
	if s == nil {
		return
	}
	if !maps.Equal(s.slugs, t.slugs) || !reflect.DeepEqual(s.vocabulary, t.reading.Vocabulary) {
		s.pages = nil
	}
	s.slugs, s.vocabulary = t.slugs, t.reading.Vocabulary
}

// find reports whether the page's file is certainly the one that was read
// before, and says the same.
func (s *shelf) find(p *page, file fs.DirEntry) bool {
	if s == nil {
		return false
	}
	info, err := file.Info()
	if err != nil {
		return false // it went while we looked: its reading will tell
	}
	p.info, p.on, p.before = info, time.Now(), s.pages[p.name]
	b := p.before
	if b == nil || !os.SameFile(b.info, info) || b.info.Size() != info.Size() || !b.info.ModTime().Equal(info.ModTime()) || b.on.Sub(info.ModTime()) < settled {
		return false
	}
	p.says(b)
	return true
}

// close remembers the pages of this reading, and forgets those that are gone.
func (s *shelf) close(pages []*page) {
	if s == nil {
		return
	}
	s.pages = make(map[string]*page, len(pages))
	for _, p := range pages {
		if p.before = nil; p.info != nil && p.err == nil {
			s.pages[p.name] = p
		}
	}
}
