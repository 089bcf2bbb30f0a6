package search_test

import (
	"bytes"
	"compress/gzip"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"signpost/search"
	"signpost/search/corpus"
)

// mutants are slips that the reader could have. The comparison must notice
// each, or it proves nothing.
var mutants = []struct{ why, right, wrong string }{
	{"scores are not multiplied by the share of parts that matched", "s * (matched.get(doc) / parts.length)", "s"},
	{"norms have the precision of doubles", "Math.fround(1 / Math.sqrt(lengths[i]))", "(1 / Math.sqrt(lengths[i]))"},
	{"meanings weigh more", "MEANT_BOOST = 0.5", "MEANT_BOOST = 0.6"},
	{"whole names weigh less", "WHOLE_BOOST = 10", "WHOLE_BOOST = 5"},
	{"near words weigh as if they were typed", "boost: 1 / (c.edits + 1)", "boost: 1"},
	{"a pack's frequencies are its own", "this.terms.set(term, { df, docs:", "this.terms.set(term, { df: n, docs:"},
	{"equals are in the wrong order", "a.doc - b.doc", "b.doc - a.doc"},
	{"filters are ignored", "if (passing && !passing.has(doc)) return;", ""},
	{"tags are alternatives of each other", "!passing || passing.has(doc)", "true"},
	{"eleven words are looked for", "TERMS = 10", "TERMS = 11"},
	{"acronyms have near words", "this.exact || w.sure || acronym ||", "this.exact || w.sure ||"},
	{"swapped letters are two edits", "before[i - 2] + 1", "before[i - 2] + 2"},
	{"words at two edits stand beside those at one", "c.edits === best[0].edits", "true"},
	{"everyday words are always meant", "everyday: m.everyday && !sure", "everyday: false"},
	{"everyday words in capitals are not meant", "said.length === words.length || this.mixed && isAcronym(typed(said))", "said.length === words.length"},
	{"everyday words alone are not meant", "said.length === words.length || this.mixed", "this.mixed"},
	{"phrases are loaded only before slips are replaced", "await this.lexicon.learn(words)", "await 0"},
	{"a file of phrases has words before its fence", "compare(fences[middle], text) <= 0", "compare(fences[middle], text) < 0"},
	{"sending is stemmed to send", `"sending sends"`, `"none"`},
}

func TestMutants(t *testing.T) {
	documents := corpus.Documents(1000, 20261121)
	b := build(t, documents)
	g := b.golden(t, questions(documents, 240, 1000))
	folder, saved, compiled := b.write(t), saved(t, g), script(t, comparing)
	for _, m := range mutants {
		t.Run(m.why, func(t *testing.T) {
			t.Parallel()
			if n := strings.Count(compiled, m.right); n != 1 {
				t.Fatalf("the reader has %q %d times; want once", m.right, n)
			}
			var wrong []string
			node(t, strings.Replace(compiled, m.right, m.wrong, 1), &wrong, folder, saved)
			if len(wrong) == 0 {
				t.Error("nothing differs")
			}
		})
	}
}

// TestAnalysis: the reader cuts and stems words as the index does, in all
// scripts.
func TestAnalysis(t *testing.T) {
	g := golden{Queries: []goldenQuery{}}
	random := rand.New(rand.NewSource(7))
	letters := []rune("abcdeEFyYsS'’..,:;_-/ 0123 \tZíñßẞçłÓžاردوپنجابیবাংলাதமிழ்中文한글カナひらกไทй'’-&+#@\u200d\u0301Σσςİ😀𝒜ȺΩ")
	var texts []string
	for range 4000 {
		text := make([]rune, 1+random.Intn(14))
		for i := range text {
			text[i] = letters[random.Intn(len(letters))]
		}
		texts = append(texts, string(text))
	}
	for _, d := range corpus.Documents(1500, 3) {
		texts = append(texts, d.Text, d.Title)
	}
	endings := strings.Fields("s es ies sses ed eed ing ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ion tion sion ou ism ate iti ous ive ize e ll lle y ies's")
	for _, root := range strings.Fields("a y by cat hop fall tann fil sky happ relat vietnam rol predict fee conflat send oper digit radic hesit gyroscop replac inf adjust depend adopt angul contro probat ceas bowl xyz tree") {
		for _, ending := range endings {
			texts = append(texts, root+ending, root+ending+"s")
		}
	}
	for _, text := range texts {
		g.Analysis = append(g.Analysis, [2]any{text, search.Analyze(text)})
	}
	for _, text := range []string{"I want to kill myself", "kill", "they are hurting my children", "HURTING  my child!", "not safe at homes", "zabic sie", "ZABIĆ się", "skill myself", ""} {
		g.Crisis = append(g.Crisis, [2]string{text, corpus.Lexicon().InCrisis(text)})
	}
	t.Logf("%d texts", len(texts))
	var wrong []string
	node(t, script(t, comparing), &wrong, build(t, corpus.Documents(20, 1)).write(t), saved(t, g))
	report(t, wrong)
}

// breaking feeds the reader with broken files.
const breaking = `
import { run } from "./hostile";
import { readFileSync } from "fs";
const [folder, input] = process.argv.slice(2);
const load = async (path) => new Uint8Array(readFileSync(folder + "/" + path));
const { damages, texts, packs } = JSON.parse(readFileSync(input, "utf8"));
run(load, damages, texts, packs).then((result) => console.log(JSON.stringify(result)));
`

type damage struct {
	File float64 `json:"file"`
	At   float64 `json:"at"`
	Byte *int    `json:"byte,omitempty"`
}

// TestBrokenFiles: of a broken file the reader says so, or takes what it says
// for true; it does not hang, and fails in no other way.
func TestBrokenFiles(t *testing.T) {
	documents := corpus.Documents(400, 5)
	random := rand.New(rand.NewSource(11))
	var damages []damage
	for range 700 {
		d := damage{File: random.Float64(), At: random.Float64()}
		if random.Intn(4) > 0 {
			d.Byte = new(int)
			*d.Byte = []int{0, 127, 128, 255, random.Intn(256)}[random.Intn(5)]
		}
		damages = append(damages, d)
	}
	input := map[string]any{
		"damages": damages,
		"texts":   []string{"autism advice for parents", "EHCP swiming", documents[300].Title},
		"packs":   []string{search.GroupHelp, documents[0].Tags.Areas[0]},
	}
	var result struct {
		Wrong   []string
		Noticed int
	}
	node(t, script(t, breaking), &result, build(t, documents).write(t), saved(t, input))
	t.Logf("%d files broken, %d noticed", len(damages), result.Noticed)
	report(t, result.Wrong)
	if result.Noticed < len(damages)/3 {
		t.Errorf("of %d broken files only %d were noticed", len(damages), result.Noticed)
	}
}

// maxReader is what the reader may weigh, as it is sent: a slow phone waits
// for it before the first answer.
const maxReader = 6656

func TestReaderSize(t *testing.T) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{"reader/index.ts"}, Bundle: true, Format: api.FormatESModule, Target: api.ES2018,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
	})
	for _, e := range result.Errors {
		t.Fatal(e.Text)
	}
	var sent bytes.Buffer
	z, err := gzip.NewWriterLevel(&sent, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	z.Write(result.OutputFiles[0].Contents)
	z.Close()
	t.Logf("%d bytes, %d compressed", len(result.OutputFiles[0].Contents), sent.Len())
	if sent.Len() > maxReader {
		t.Errorf("the reader weighs %d bytes compressed; at most %d", sent.Len(), maxReader)
	}
}

// learning plans with a reader, with a network and without. It tells which
// files were asked for, how many at once, and whether the plan failed.
const learning = `
import { Index } from "./index";
import { readFileSync } from "fs";
const [folder] = process.argv.slice(2);
let asked = [], waiting = 0, most = 0, offline = false;
const load = async (path) => {
  asked.push(path);
  waiting++;
  most = Math.max(most, waiting);
  await new Promise((done) => setTimeout(done, 1));
  waiting--;
  if (offline) throw new Error("no network");
  return new Uint8Array(readFileSync(folder + "/" + path));
};
const during = async (work) => {
  asked = [];
  most = 0;
  const failed = await work().then(() => false, () => true);
  return { asked, most, failed };
};
(async () => {
  const index = await Index.open(load);
  const plan = (text, exact) => during(() => index.plan({ text, exact, packs: ["help"] }));
  const crisis = await during(async () => index.lexicon.crisis("I want to kill myself") || Promise.reject());
  const exact = await plan("sleep", true), first = await plan("autism, sleep");
  offline = true;
  const kept = await plan("sleep; autistic"), lost = await plan("new autism");
  offline = false;
  console.log(JSON.stringify({ files: index.lexiconFiles(), crisis, exact, first, kept, lost, again: await plan("new autism") }));
})();
`

// TestPhrasesAreFetched: a reader fetches the phrases that begin with the words
// of a question, all at once and only once, and needs none for urgent help.
func TestPhrasesAreFetched(t *testing.T) {
	type plan struct {
		Asked  []string
		Most   int
		Failed bool
	}
	var got struct {
		Files                                   []string
		Crisis, Exact, First, Kept, Lost, Again plan
	}
	b := build(t, corpus.Documents(100, 1))
	node(t, script(t, learning), &got, b.write(t))
	var files []string
	for _, f := range b.files.List {
		if strings.HasPrefix(f.Path, "y/") {
			files = append(files, f.Path)
		}
	}
	same := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v; want %v", what, got, want)
		}
	}
	same("files of phrases", got.Files, files)
	same("urgent help", got.Crisis, plan{Asked: []string{}})
	same("words as they are", got.Exact, plan{Asked: []string{"a/help.bin"}, Most: 1})
	same("the first question", got.First, plan{Asked: []string{"y/0.json", "y/2.json"}, Most: 2})
	same("words known, without a network", got.Kept, plan{Asked: []string{}})
	same("a word unknown, without a network", got.Lost, plan{Asked: []string{"y/1.json", "y/1.json"}, Most: 1})
	same("the same, once there is a network", got.Again, plan{Asked: []string{"y/1.json"}, Most: 1})
}
