package prose

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// The grades are those of the paper's formula, with words, sentences and
// syllables counted by hand. The platypus and the lowest grade that can be are
// the examples by which the formula is often shown.
func TestIndex(t *testing.T) {
	for _, test := range []struct {
		text string
		want float64
	}{
		{"Go. Stop. Wait.", -3.40},         // 0.39 + 11.8 − 15.59
		{"The cat sat on the mat.", -1.45}, // 6 words, 6 syllables
		{"The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.26}, // 13 words, 24 syllables
		{"Ring us. We can help you with school.", 0.39*4 + 11.8*8/8 - 15.59},                         // 8 words, 8 syllables
		{"Ask for the assessment. The council must answer in writing.", 0.39*5 + 11.8*15/10 - 15.59}, // 10 words, 15 syllables
		{"# Assessments, everywhere\n\nThe cat sat on the mat.", -1.45},                              // a heading is no sentence
		{"- the cat\n- the mat", 0.39*2 + 11.8 - 15.59},                                              // a row of a list is
		{"`Constantinople` is far. See [Samantha](https://e.org) now.", 0.39*2.5 + 11.8*7/5 - 15.59}, // code is not read
		{"We like special educational needs a lot.", 0.39*7 + 11.8 - 15.59},                          // the term's 7 syllables do not count
		{"EHCP.", 0.39 + 11.8 - 15.59},                                                               // nothing but a term
		{"", 0},
	} {
		if got := Plain(test.text, invented).Index; math.Abs(got-test.want) > 0.005 {
			t.Errorf("Plain(%q).Index = %.3f, want %.3f", test.text, got, test.want)
		}
	}
}

// The counts are those of a pronouncing dictionary.
func TestSyllables(t *testing.T) {
	for n, words := range [][]string{
		1: strings.Fields("a I the help school asked plans called friend young SEN goes made makes rules whole eye year 2014 1:1 through team's tribes"),
		2: strings.Fields("council needed tables table agreed trying being quiet something science business believed people careful safely movement homeless language question didn't wanted settled places changes"),
		3: strings.Fields("assessment family disabled annual autism Italian idea area video council-led behaviour DLD suicide parliament everyone earlier service's diary physio another"),
		4: strings.Fields("education diagnosis mediation society's society experience anxiety dyslexia situation ADHD BBCX"),
		5: strings.Fields("co-ordinator disability university opportunity educational individual occupational"),
		6: strings.Fields("responsibility"),
	} {
		for _, w := range words {
			if got := syllablesOf(w); got != n {
				t.Errorf("syllablesOf(%q) = %d, want %d", w, got, n)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"One. Two! Three? Four", "One.|Two!|Three?|Four"},
		{`Try this. "I need help." Then wait.`, `Try this.|"I need help."|Then wait.`},
		{`Say "I asked on" and the date.`, `Say "I asked on" and the date.`},
		{"Ring at 9.30am. 5 people answer.", "Ring at 9.30am.|5 people answer."},
		{"See GOV.UK or e.g. Contact. Dr. Ali and J. Smith help.", "See GOV.UK or e.g. Contact.|Dr. Ali and J. Smith help."},
		{"So do I. We do.", "So do I.|We do."},
		{"It says no. Then ask (again). Good.", "It says no.|Then ask (again).|Good."},
		{"One …\n two… Three", "One … two…|Three"},
		{"", ""},
	} {
		if got := strings.Join(sentences(test.text), "|"); got != test.want {
			t.Errorf("sentences(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestAcronyms(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Ask for DLA.", "DLA"},
		{"Ask for DLA, Disability Living Allowance.", ""},
		{"The Disability Living Allowance is for children. People call it DLA.", ""},
		{"The SENCO, short for special educational needs co-ordinator.", ""},
		{"CAMHS, child and adolescent mental health services", ""},
		{"CAMHS, child and adolescent health services", "CAMHS"},
		{"SENDIASS: Special Educational Needs and Disability Information, Advice and Support Service", ""},
		{"an EHCP and SEND", ""}, // the glossary has them
		{"in the UK, on GOV.UK, form SEND35a, A4, a@NHS.net", ""},
		{"PIPs and PIP/XYZ", "PIP XYZ"},
		{"# PIP\n\nText", "PIP"},
		{"McDonald and GeoNames", ""},
		{"`SHOUT`", ""},
		{"PIP, or pip", "PIP"},
	} {
		if got := strings.Join(Plain(test.text, invented).Acronyms, " "); got != test.want {
			t.Errorf("Plain(%q).Acronyms = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestPlain(t *testing.T) {
	long := strings.Repeat("word ", MaxSentence) + "end."
	r := Plain("# Top\n\nShort one. Two.\n\n- "+long+"\n\nInformation about information and mediation.", invented)
	want := Report{Sentences: 4, Words: 29, MeanWords: 7.25, LongWords: []string{"information"}}
	if r.Sentences != want.Sentences || r.Words != want.Words || r.MeanWords != want.MeanWords || !slices.Equal(r.LongWords, want.LongWords) {
		t.Errorf("got %+v, want %+v", r, want)
	}
	if s := (Sentence{long, 5, MaxSentence + 1}); r.Longest != s || !slices.Equal(r.TooLong, []Sentence{s}) {
		t.Errorf("longest %+v, too long %+v; want %+v", r.Longest, r.TooLong, s)
	}
	if got := math.Round(r.LongShare * 10); got != 69 { // 2 of 29
		t.Errorf("long words in a hundred: %.2f", r.LongShare)
	}
	if r := Plain("An EHCP. Plain words.", nil); r.Sentences != 2 || !slices.Equal(r.Acronyms, []string{"EHCP"}) {
		t.Errorf("without a glossary: %+v", r)
	}
}

func TestFaults(t *testing.T) {
	easy, hard := "We can help you now. ", "Individual authorities communicate administrative responsibilities. "
	long := strings.Repeat("we can help ", 5) + "you. "
	for _, test := range []struct{ name, text, want string }{
		{"plain", strings.Repeat(easy, 30), ""},
		{"too short to judge", hard, ""},
		{"hard", strings.Repeat(hard, 30), "hard-to-read long-words"},
		{"long sentences, none too long", strings.Repeat(strings.ToUpper(long[:1])+long[1:], 10), "long-sentences"},
		{"a sentence too long", easy + strings.Repeat("and ", 25), "long-sentence"},
		{"two of them", strings.Repeat("A"+strings.Repeat(" a", 25)+". ", 2), "long-sentence long-sentence"},
		{"short forms", "PIP and DLA", "unexplained-acronym unexplained-acronym"},
	} {
		var got []string
		for _, f := range Plain(test.text, nil).Faults() {
			got = append(got, f.Rule)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %v, want %s", test.name, got, test.want)
		}
	}
}

// FuzzPlain: whatever a text holds, its report can be.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"# A\n\n- b. C\n", "|a|b|\n|-|-|\n|c|d|", "SEN/SEND, e.g. W'S", "…\"? \xff", "É. È"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, md string) {
		r := Plain(md, invented)
		lines := 1 + strings.Count(md, "\n")
		if r.Words < r.Sentences || r.Longest.Words > r.Words || r.Longest.Line > lines || math.IsNaN(r.Index) || r.LongShare > 100 || r.Index < 0.39+11.8-15.59-0.001 && r.Sentences > 0 {
			t.Errorf("Plain(%q) = %+v", md, r)
		}
	})
}
