package search

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Format is the number of the export's format. A reader refuses any other.
const Format = 1

// Sizes of the export's files.
const (
	shardBytes  = 4096 // a shard of terms ends after the term that exceeds it
	largeBytes  = 2048 // longer postings have a file of their own
	spokenBytes = 640  // a file of phrases ends with the first word that exceeds it
	rowsPer     = 4    // rows of a file
)

// Files are the export of an index.
type Files struct {
	// Hash is 16 hexadecimal digits that differ when any file does: the name
	// of the folder that holds the files.
	Hash string
	List []File // by path
}

// A File is one file of an export, its path relative to the export's folder.
type File struct {
	Path    string
	Content []byte
}

// An exporter collects files.
type exporter struct {
	documents []Document // by address
	lists     []list
	files     map[string][]byte
	manifest  manifest
}

// manifest is m.json.
type manifest struct {
	Format    int      `json:"v"`
	Documents int      `json:"n"`
	RowsPer   int      `json:"c"`
	Shards    []string `json:"s"` // what the first term of each shard is not before
	Letters   string   `json:"d"` // first bytes of terms, as hexadecimal digits
	Phrases   []string `json:"y"` // what the first word of each file of phrases is not before
	Acronyms  string   `json:"a"` // terms, parted by spaces
	Crisis    [][]any  `json:"k"` // folded phrase, kind
}

// Export turns the index in a folder, which Build made of these documents, to
// files for a browser. Of the same documents and lexicon, they are the same to
// the byte, however Bleve built the index.
func Export(ctx context.Context, folder string, documents []Document) (Files, error) {
	i, err := Open(folder)
	if err != nil {
		return Files{}, err
	}
	defer i.Close()
	e := &exporter{files: map[string][]byte{}, manifest: manifest{
		Format: Format, RowsPer: rowsPer,
		Shards: []string{}, Phrases: []string{}, Crisis: [][]any{},
	}}
	if e.documents, err = sort(documents); err != nil {
		return Files{}, fmt.Errorf("search export: %w", err)
	}
	rank := map[string]int{}
	for n, d := range e.documents {
		rank[d.Address] = n
	}
	if e.lists, err = i.walk(ctx, rank); err != nil {
		return Files{}, fmt.Errorf("search export: %s: %w", folder, err)
	}
	if err := e.export(i); err != nil {
		return Files{}, fmt.Errorf("search export: %w", err)
	}
	return e.bundle(), nil
}

func (e *exporter) export(i *Index) error {
	e.shards()
	e.letters()
	for _, tag := range e.tags(nil) {
		e.files["f/"+tag.name+".bin"] = values(nil, tag.values)
	}
	for at := 0; at < len(e.documents); at += rowsPer {
		rows, err := e.rows(span(at, min(at+rowsPer, len(e.documents))))
		if err != nil {
			return err
		}
		e.files[fmt.Sprintf("r/%d.json", at/rowsPer)] = rows
	}
	if err := e.cards(); err != nil {
		return err
	}
	if err := e.packs(); err != nil {
		return err
	}
	if err := e.phrases(i.phrases); err != nil {
		return err
	}
	return e.writeManifest(i.lexicon.Crisis)
}

// shards writes the terms with their postings, cut into files that are small
// enough to fetch for one term.
func (e *exporter) shards() {
	for at := 0; at < len(e.lists); {
		var head, body []byte
		var terms fronted
		name, first := len(e.manifest.Shards), at
		for ; at < len(e.lists) && len(head)+len(body) <= shardBytes; at++ {
			l := e.lists[at]
			head = number(terms.append(head, l.term), len(l.postings))
			columns := columns(nil, l.postings, true)
			if len(columns) > largeBytes {
				head = number(head, 0)
				e.files[fmt.Sprintf("t/%d-%d.bin", name, at-first)] = columns
				continue
			}
			head = number(head, len(columns))
			body = append(body, columns...)
		}
		e.files[fmt.Sprintf("s/%d.bin", name)] = append(sized(at-first, head), body...)
		last := ""
		if first > 0 {
			last = e.lists[first-1].term
		}
		e.manifest.Shards = append(e.manifest.Shards, fence(last, e.lists[first].term))
	}
}

// sized is the number of entries, the length of their heads, and the heads.
func sized(entries int, head []byte) []byte {
	return append(number(number(nil, entries), len(head)), head...)
}

// fence is the shortest text that is after the last text of one file, and not
// after the first of the next. Before the first file is "".
func fence(last, first string) string {
	if last == "" {
		return ""
	}
	for n := range first {
		if first[:n] > last {
			return first[:n]
		}
	}
	return first
}

// letters writes the terms with the numbers of their documents, in a file for
// each first byte. Whole names are not among them: nothing is near a name.
func (e *exporter) letters() {
	for at := 0; at < len(e.lists); {
		letter := e.lists[at].term[0]
		var body []byte
		var terms fronted
		first := at
		for ; at < len(e.lists) && e.lists[at].term[0] == letter; at++ {
			body = number(terms.append(body, e.lists[at].term), len(e.lists[at].postings))
		}
		if letter != wholeMark[0] {
			e.files[fmt.Sprintf("d/%02x.bin", letter)] = append(number(nil, at-first), body...)
			e.manifest.Letters += fmt.Sprintf("%02x", letter)
		}
	}
}

// A tagged is the values of one tag.
type tagged struct {
	name   string
	values []value
}

// tags is the group and the tags with the documents that have them, as their
// places in the list; of all documents if the list is nil.
func (e *exporter) tags(among []int) []tagged {
	if among == nil {
		among = span(0, len(e.documents))
	}
	var list []tagged
	for n, tag := range (Document{}).tags() {
		documents := map[string][]int{}
		for place, d := range among {
			for _, v := range unique(e.documents[d].tags()[n].values) {
				documents[v] = append(documents[v], place)
			}
		}
		t := tagged{name: tag.name}
		for _, name := range slices.Sorted(maps.Keys(documents)) {
			t.values = append(t.values, value{name, documents[name]})
		}
		list = append(list, t)
	}
	return list
}

// cards writes the row of each area alone.
func (e *exporter) cards() error {
	for n, d := range e.documents {
		if d.Group != GroupArea {
			continue
		}
		row, err := e.rows([]int{n})
		if err != nil {
			return err
		}
		for _, name := range d.packs() {
			if !aSlug.MatchString(name) {
				return fmt.Errorf("%s: %q cannot be the name of a file", d.Address, name)
			}
			e.files["c/"+name+".json"] = row
		}
	}
	return nil
}

// rows is the rows of documents, as JSON.
func (e *exporter) rows(documents []int) ([]byte, error) {
	var list []Row
	for _, d := range documents {
		list = append(list, e.documents[d].row())
	}
	return compact(list)
}

// compact is JSON without the escapes that only HTML needs.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	j := json.NewEncoder(&b)
	j.SetEscapeHTML(false)
	err := j.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// span is the numbers from first to before last.
func span(first, last int) []int {
	numbers := make([]int, 0, last-first)
	for n := first; n < last; n++ {
		numbers = append(numbers, n)
	}
	return numbers
}

// writeManifest writes m.json. It holds what asks for urgent help, which must
// not wait for another file.
func (e *exporter) writeManifest(crisis []Crisis) error {
	m := &e.manifest
	m.Documents = len(e.documents)
	for _, c := range crisis {
		if typed := phrase(split(c.Typed)); typed != "" {
			m.Crisis = append(m.Crisis, []any{typed, c.Kind})
		}
	}
	text, err := compact(m)
	e.files["m.json"] = text
	return err
}

// bundle is the files by path, with their hash: of each file the path's and
// the content's lengths as 8 bytes, the path and the content.
func (e *exporter) bundle() Files {
	var f Files
	sum := sha256.New()
	for name, content := range e.files {
		f.List = append(f.List, File{name, content})
	}
	slices.SortFunc(f.List, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	for _, file := range f.List {
		fmt.Fprintf(sum, "%08x%08x%s", len(file.Path), len(file.Content), file.Path)
		sum.Write(file.Content)
	}
	f.Hash = hex.EncodeToString(sum.Sum(nil))[:16]
	return f
}
