package search

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A decoder reads what the package comment specifies. It is written from that
// text and not from the encoder, to show that the two say the same.
type decoder struct {
	t    testing.TB
	b    []byte
	last string
}

func (d *decoder) number() int {
	n, size := binary.Uvarint(d.b)
	if size <= 0 {
		d.t.Fatalf("no number in %x", d.b)
	}
	d.b = d.b[size:]
	return int(n)
}

func (d *decoder) take(n int) []byte {
	if n > len(d.b) {
		d.t.Fatalf("%d bytes are wanted of %x", n, d.b)
	}
	taken := d.b[:n]
	d.b = d.b[n:]
	return taken
}

func (d *decoder) term() string {
	shared := d.number()
	d.last = d.last[:shared] + string(d.take(d.number()))
	return d.last
}

func (d *decoder) gaps(n int) []int {
	next := 0
	list := make([]int, n)
	for i := range list {
		list[i] = next + d.number()
		next = list[i] + 1
	}
	return list
}

// postings reads columns. Without lengths, those of the documents are given.
func (d *decoder) postings(n int, lengths []int) []posting {
	list := make([]posting, n)
	for i, document := range d.gaps(n) {
		list[i].document = document
	}
	for i := range list {
		list[i].frequency = d.number() + 1
	}
	for i := range list {
		if lengths != nil {
			list[i].length = lengths[list[i].document]
		} else {
			list[i].length = d.number()
		}
	}
	return list
}

func (d *decoder) values() map[string][]int {
	type head struct {
		name string
		n    int
	}
	heads := make([]head, d.number())
	for i := range heads {
		heads[i].name = string(d.take(d.number()))
		heads[i].n = d.number()
	}
	values := map[string][]int{}
	for _, h := range heads {
		values[h.name] = d.gaps(h.n)
	}
	return values
}

// An unpacked is a decoded pack.
type unpacked struct {
	documents []int
	lists     []list
	global    map[string]int // documents of a term in the whole index
	tags      map[string]map[string][]int
	rows      []Row
}

func (d *decoder) pack() unpacked {
	n := d.number()
	p := unpacked{documents: d.gaps(n), global: map[string]int{}, tags: map[string]map[string][]int{}}
	lengths := make([]int, n)
	for i := range lengths {
		lengths[i] = d.number()
	}
	entries := d.number()
	heads := &decoder{t: d.t, b: d.take(d.number())}
	for range entries {
		term := heads.term()
		p.global[term] = heads.number()
		p.lists = append(p.lists, list{term, d.postings(heads.number(), lengths)})
	}
	for _, tag := range (Document{}).tags() {
		p.tags[tag.name] = d.values()
	}
	if err := json.Unmarshal(d.b, &p.rows); err != nil {
		d.t.Fatal(err)
	}
	return p
}

// shards reads all terms of an export.
func shards(t testing.TB, files map[string][]byte, m manifest) []list {
	t.Helper()
	var lists []list
	for n, fence := range m.Shards {
		d := &decoder{t: t, b: files[fmt.Sprintf("s/%d.bin", n)]}
		entries := d.number()
		heads := &decoder{t: t, b: d.take(d.number())}
		for i := range entries {
			term := heads.term()
			documents := heads.number()
			columns := &decoder{t: t, b: d.take(heads.number())}
			if len(columns.b) == 0 {
				columns.b = files[fmt.Sprintf("t/%d-%d.bin", n, i)]
			}
			if i == 0 && (term < fence || len(lists) > 0 && lists[len(lists)-1].term >= fence) {
				t.Errorf("shard %d begins with %q; its fence is %q", n, term, fence)
			}
			lists = append(lists, list{term, columns.postings(documents, nil)})
		}
	}
	return lists
}

func export(t testing.TB, documents []Document) (map[string][]byte, manifest) {
	t.Helper()
	ctx, folder := context.Background(), filepath.Join(t.TempDir(), "index")
	if err := Build(ctx, folder, documents, lexicon); err != nil {
		t.Fatal(err)
	}
	exported, err := Export(ctx, folder, documents)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range exported.List {
		files[f.Path] = f.Content
	}
	var m manifest
	if err := json.Unmarshal(files["m.json"], &m); err != nil {
		t.Fatal(err)
	}
	return files, m
}

// expected is the postings of the documents, worked out without Bleve.
func expected(t testing.TB, sorted []Document) []list {
	t.Helper()
	postings := map[string][]posting{}
	for n, d := range sorted {
		x, err := d.indexed()
		if err != nil {
			t.Fatal(err)
		}
		terms := append(Analyze(x.All), x.Whole...)
		frequencies := map[string]int{}
		for _, term := range terms {
			frequencies[term]++
		}
		for term, frequency := range frequencies {
			postings[term] = append(postings[term], posting{n, frequency, len(terms)})
		}
	}
	var lists []list
	for term, p := range postings {
		lists = append(lists, list{term, p})
	}
	slices.SortFunc(lists, func(a, b list) int { return strings.Compare(a.term, b.term) })
	return lists
}

// TestExportHolds: the files hold every term of every document, and the packs
// their part of it.
func TestExportHolds(t *testing.T) {
	files, m := export(t, documents)
	sorted, err := sort(documents)
	if err != nil {
		t.Fatal(err)
	}
	want := expected(t, sorted)
	if got := shards(t, files, m); !reflect.DeepEqual(got, want) {
		t.Errorf("the shards hold\n%v; want\n%v", got, want)
	}
	for name, members := range map[string][]int{"northam": {0, 4, 5}, "westbury-vale": {1, 5}, "help": {2, 3}} {
		p := (&decoder{t: t, b: files["a/"+name+".bin"]}).pack()
		if !slices.Equal(p.documents, members) {
			t.Errorf("the pack %s has the documents %v; want %v", name, p.documents, members)
		}
		var part []list
		for _, l := range want {
			var postings []posting
			for _, x := range l.postings {
				if place := slices.Index(members, x.document); place >= 0 {
					postings = append(postings, posting{place, x.frequency, x.length})
				}
			}
			if len(postings) > 0 {
				part = append(part, list{l.term, postings})
				if p.global[l.term] != len(l.postings) {
					t.Errorf("the pack %s gives %q %d documents; want %d", name, l.term, p.global[l.term], len(l.postings))
				}
			}
		}
		if !reflect.DeepEqual(p.lists, part) {
			t.Errorf("the pack %s holds\n%v; want\n%v", name, p.lists, part)
		}
		for i, d := range members {
			if !reflect.DeepEqual(p.rows[i], sorted[d].row()) {
				t.Errorf("the pack %s has the row %v; want %v", name, p.rows[i], sorted[d].row())
			}
		}
	}
	if got := (&decoder{t: t, b: files["a/northam.bin"]}).pack().tags; !reflect.DeepEqual(got["areas"], map[string][]int{"northam": {0, 1, 2}, "westbury-vale": {2}}) {
		t.Errorf("the pack northam has the tags %v", got)
	}
	if got := (&decoder{t: t, b: files["f/group.bin"]}).values(); !reflect.DeepEqual(got, map[string][]int{"area": {0, 1}, "help": {2, 3}, "service": {4, 5}}) {
		t.Errorf("the groups are %v", got)
	}
}

// TestExportLexicon: the files hold all phrases of the lexicon, each where a
// reader looks for it: in the last file that does not begin after its word.
func TestExportLexicon(t *testing.T) {
	l := lexicon
	for _, word := range []string{"ant", "ants", "bee", "łosie", "łoś"} {
		for n := range 30 {
			l.Synonyms = append(l.Synonyms, Synonym{Typed: fmt.Sprintf("%s %d", word, n), Means: "insect or animal", Offer: n%2 == 0})
		}
	}
	e := &exporter{files: map[string][]byte{}}
	p := l.phrases()
	if err := e.phrases(p); err != nil {
		t.Fatal(err)
	}
	found := 0
	for n := range e.manifest.Phrases {
		var file spoken
		if err := json.Unmarshal(e.files[fmt.Sprintf("y/%d.json", n)], &file); err != nil {
			t.Fatal(err)
		}
		for _, entry := range file.Meanings {
			m := p.meanings[fmt.Sprint(entry[0])]
			want := []any{entry[0], m.means}
			if !m.slip {
				want = append(want, m.targets)
			}
			if m.everyday {
				want = append(want, 1)
			}
			if fmt.Sprint(entry) != fmt.Sprint(want) {
				t.Errorf("%v; want %v", entry, want)
			}
		}
		for _, entry := range append(file.Meanings, file.Slips...) {
			found++
			word := firstWord(fmt.Sprint(entry[0]))
			after := slices.IndexFunc(e.manifest.Phrases, func(fence string) bool { return fence > word })
			if after < 0 {
				after = len(e.manifest.Phrases)
			}
			if after-1 != n {
				t.Errorf("%q is in file %d; its place is %d of %q", entry[0], n, after-1, e.manifest.Phrases)
			}
		}
	}
	if want := len(p.meanings) + len(p.slips); found != want || len(e.manifest.Phrases) < 4 {
		t.Errorf("%d phrases in %d files; want %d in several", found, len(e.manifest.Phrases), want)
	}
}

// TestExportRefuses: what cannot be a file's name, and documents that are not
// those of the index.
func TestExportRefuses(t *testing.T) {
	ctx := context.Background()
	for area, want := range map[string]string{"../x": `"../x"`, "help": `"help"`} {
		list := []Document{{Address: "/a/", Group: "area", Title: "A", Tags: Tags{Areas: []string{area}}}}
		folder := filepath.Join(t.TempDir(), "index")
		if err := Build(ctx, folder, list, Lexicon{}); err != nil {
			t.Fatal(err)
		}
		if _, err := Export(ctx, folder, list); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Export with the area %q: %v; want an error that names it", area, err)
		}
		if _, err := Export(ctx, folder, nil); err == nil || !strings.Contains(err.Error(), "/a/") {
			t.Errorf("Export of other documents: %v; want an error that names one", err)
		}
	}
}

func TestLengthOf(t *testing.T) {
	if n, err := lengthOf(0.5); n != 4 || err != nil {
		t.Errorf("the norm of 4 terms is that of %d, %v", n, err)
	}
	if _, err := lengthOf(0.6); err == nil {
		t.Error("a norm of no length was accepted")
	}
}

// FuzzShards: any terms with any postings come back from the files.
func FuzzShards(f *testing.F) {
	f.Add("autism advice\x00advise\x00żółw", uint16(3))
	f.Add("a\x00ab\x00abc\x00=whole name", uint16(900))
	f.Fuzz(func(t *testing.T, text string, step uint16) {
		terms := slices.Compact(slices.Sorted(slices.Values(strings.Split(strings.ToValidUTF8(text, ""), "\x00"))))
		terms = slices.DeleteFunc(terms, func(term string) bool { return term == "" })
		e := &exporter{files: map[string][]byte{}}
		for n, term := range terms {
			l := list{term: term}
			for d := n % 7; d < 5000; d += 1 + int(step) {
				l.postings = append(l.postings, posting{d, 1 + (d*int(step))%300, 1 + d*n%900})
			}
			e.lists = append(e.lists, l)
		}
		e.shards()
		if got := shards(t, e.files, e.manifest); !reflect.DeepEqual(got, e.lists) {
			t.Errorf("%d terms came back as %d", len(e.lists), len(got))
		}
	})
}
