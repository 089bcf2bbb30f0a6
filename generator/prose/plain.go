package prose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// The limits of a page for families, who may read it at a bad moment, in a
// second language, or read with difficulty.
const (
	// MaxSentence is the longest sentence, in words. GOV.UK asks its writers to
	// look again at sentences of more than 25 words; our Easy Read pages keep
	// to 12. A page for every family stands between the two.
	MaxSentence = 20
	// MaxMean is the most words that sentences may have on average: a page of
	// nothing but long sentences is hard, even if none of them is too long.
	MaxMean = 12
	// MaxGrade is the highest Flesch–Kincaid grade. A grade is a school year
	// of the United States, which children of its number plus five begin, so
	// grade 6 is the reading age of 11.
	MaxGrade = 6.0
	// MinWords is how many words a text needs to be judged as a whole: Flesch
	// and Kincaid took samples of about 100. In a shorter one, a single word
	// makes a grade.
	MinWords = 100
	// LongWord is how many syllables make a word long. SMOG (McLaughlin 1969)
	// counts those of three; with four, such as "information", a reader of
	// nine often stops.
	LongWord = 4
	// MaxLong is how many in a hundred words may be long.
	MaxLong = 4.0
)

// A Report says how plain a text is. Headings are not sentences and count for
// their words alone; code is not read.
type Report struct {
	Sentences int
	Words     int // in sentences
	Longest   Sentence
	TooLong   []Sentence // those of more than MaxSentence words
	MeanWords float64    // per sentence
	Index     float64    // the Flesch–Kincaid grade; 0 without a sentence
	Acronyms  []string   // short forms that nothing explains, each once, in the text's order
	LongWords []string   // each once, in the text's order
	LongShare float64    // long words in a hundred
}

// A Sentence is one sentence of a text, or a row of a list.
type Sentence struct {
	Text  string
	Line  int // of the Markdown, from 1, in which its paragraph begins
	Words int
}

// Plain reads a text. The terms of the glossary are words that the law or the
// field fixes, and a page links them to what they mean: they are neither long
// nor unexplained, and their syllables do not count in the index. Their words
// count in the length of a sentence. The glossary may be nil.
//
// The index is the grade of Kincaid, Fishburne, Rogers and Chissom,
// "Derivation of New Readability Formulas", Research Branch Report 8-75, 1975:
// 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
func Plain(md string, terms *Glossary) Report {
	source := []byte(clean(md))
	var blocks []Block
	line := 1
	visit(plain.Parser().Parse(text.NewReader(source)), func(n ast.Node) {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			line = lineAt(source, n.Lines().At(0).Start)
		}
		if holdsWords(n) {
			blocks = append(blocks, Block{Text: words(n, source), Label: !isRunning(n), Line: line})
		}
	})
	return PlainBlocks(blocks, terms)
}

// A Block is a paragraph of a text, a row of a list, or a label.
type Block struct {
	Text  string
	Label bool   // a heading, or the words of a button: no sentence
	Their string // words of others within it, of which only short forms are read
	Line  int    // in which it begins, where that is known
}

// PlainBlocks is [Plain] of a text that is no Markdown.
func PlainBlocks(blocks []Block, terms *Glossary) Report {
	if terms == nil {
		terms = NewGlossary(nil, nil)
	}
	r := reader{terms: terms}
	for _, b := range blocks {
		r.whole = append(append(r.whole, plainWords(b.Text)...), plainWords(b.Their)...)
	}
	for _, b := range blocks {
		r.block(b.Text, b.Line, !b.Label)
		r.shortForms(b.Their)
	}
	return r.finish()
}

// holdsWords reports whether a block holds words, and no other block.
func holdsWords(n ast.Node) bool {
	return isRunning(n) || n.Kind() == ast.KindHeading || n.Kind() == extast.KindTableCell
}

// words are those of a block, without code.
func words(block ast.Node, source []byte) string {
	var says strings.Builder
	visit(block, func(n ast.Node) {
		if p := n.Parent(); p == nil || p.Kind() != ast.KindCodeSpan {
			says.WriteString(own(n, source))
		}
	})
	return says.String()
}

// A reader reads a text, block by block.
type reader struct {
	Report
	terms     *Glossary
	whole     []string // all words of the text, where short forms may be explained
	counted   int      // words whose syllables count
	syllables int      // of those
	long      int      // words, all of them
}

func (r *reader) block(says string, line int, running bool) {
	for _, s := range sentences(says) {
		at := split(s)
		r.count(s, at, running)
		if len(at) == 0 || !running {
			continue
		}
		r.Sentences++
		r.Words += len(at)
		read := Sentence{s, line, len(at)}
		if read.Words > r.Longest.Words {
			r.Longest = read
		}
		if read.Words > MaxSentence {
			r.TooLong = append(r.TooLong, read)
		}
	}
}

// count reads the words of a sentence or heading, but for terms.
func (r *reader) count(s string, at []stretch, running bool) {
	hits := r.terms.hits(s)
	for _, w := range at {
		if within(w, hits) {
			continue
		}
		word := w.of(s)
		if isAddress(word) {
			continue
		}
		r.unexplained(word)
		n := syllablesOf(word)
		if n >= LongWord {
			add(&r.LongWords, strings.ToLower(word))
		}
		if running {
			r.counted, r.syllables = r.counted+1, r.syllables+n
			r.long += min(1, n/LongWord)
		}
	}
}

// shortForms looks for short forms in the words of others.
func (r *reader) shortForms(says string) {
	hits := r.terms.hits(says)
	for _, w := range split(says) {
		if word := w.of(says); !within(w, hits) && !isAddress(word) {
			r.unexplained(word)
		}
	}
}

// unexplained notes the short forms of a word that nothing explains.
func (r *reader) unexplained(word string) {
	for _, a := range shortForms(word) {
		if !explained(a, r.whole) {
			add(&r.Acronyms, a)
		}
	}
}

// within reports whether a word is a part of a term.
func within(w stretch, hits []hit) bool {
	return slices.ContainsFunc(hits, func(h hit) bool { return h.start <= w.start && w.end <= h.end })
}

func add(list *[]string, word string) {
	if !slices.Contains(*list, word) {
		*list = append(*list, word)
	}
}

func (r *reader) finish() Report {
	if r.Sentences > 0 {
		r.MeanWords = float64(r.Words) / float64(r.Sentences)
		r.Index = grade(r.MeanWords, float64(max(r.syllables, 1))/float64(max(r.counted, 1)))
		r.LongShare = 100 * float64(r.long) / float64(r.Words)
	}
	return r.Report
}

// grade is the Flesch–Kincaid grade.
func grade(wordsPerSentence, syllablesPerWord float64) float64 {
	return 0.39*wordsPerSentence + 11.8*syllablesPerWord - 15.59
}

// A Fault is a limit that a text does not keep.
type Fault struct {
	Rule  string // long-sentence, long-sentences, hard-to-read, long-words or unexplained-acronym
	Found string
	Line  int // of the Markdown, from 1; 0 for the whole text
}

// Faults are the limits that the text does not keep.
func (r Report) Faults() []Fault {
	var faults []Fault
	for _, s := range r.TooLong {
		faults = append(faults, Fault{"long-sentence", s.Text, s.Line})
	}
	faults = append(faults, r.wholeFaults()...)
	for _, a := range r.Acronyms {
		faults = append(faults, Fault{Rule: "unexplained-acronym", Found: a})
	}
	return faults
}

// wholeFaults are the limits that the text as a whole does not keep.
func (r Report) wholeFaults() []Fault {
	var faults []Fault
	if r.Words < MinWords {
		return nil
	}
	if r.MeanWords > MaxMean {
		faults = append(faults, Fault{Rule: "long-sentences", Found: fmt.Sprintf("%.1f words", r.MeanWords)})
	}
	if r.Index > MaxGrade {
		faults = append(faults, Fault{Rule: "hard-to-read", Found: fmt.Sprintf("grade %.1f", r.Index)})
	}
	if r.LongShare > MaxLong {
		faults = append(faults, Fault{Rule: "long-words", Found: strings.Join(r.LongWords, ", ")})
	}
	return faults
}
