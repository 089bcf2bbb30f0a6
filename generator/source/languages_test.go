package source

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"signpost/generator/model"
)

// languages reads those of the example, which are the root's.
func languages(t *testing.T) (english model.Language, others []model.Language, vocabulary model.Vocabulary) {
	t.Helper()
	reading, _ := read(t, os.DirFS(exampleFolder))
	if len(reading.Languages) < 2 || reading.Languages[0].Tag != model.SourceLanguage {
		t.Fatalf("%d languages, and the first is not %s", len(reading.Languages), model.SourceLanguage)
	}
	return reading.Languages[0], reading.Languages[1:], reading.Vocabulary
}

// The example's languages are the root's, to the byte.
func TestExampleLanguages(t *testing.T) {
	files := func(root string) map[string]string {
		entries, err := os.ReadDir(path.Join(root, languagesFolder))
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for _, e := range entries {
			text, err := os.ReadFile(path.Join(root, languagesFolder, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			texts[e.Name()] = string(text)
		}
		return texts
	}
	ours, example := files("../.."), files(exampleFolder)
	for name, text := range ours {
		if example[name] != text {
			t.Errorf("%s/%s of the example is not the root's: copy it", languagesFolder, name)
		}
	}
	if len(ours) != len(example) {
		t.Errorf("the root has %d languages, the example %d", len(ours), len(example))
	}
}

// Ten languages beside English, in the order of the families who read them;
// three of them are written from right to left.
func TestLanguages(t *testing.T) {
	_, others, _ := languages(t)
	var tags []string
	rightToLeft := 0
	for _, l := range others {
		tags = append(tags, l.Tag)
		if l.Direction == model.RightToLeft {
			rightToLeft++
		}
		if !strings.Contains(l.AskInEnglish, l.EnglishName) || !strings.Contains(l.AskInEnglish, "interpreter, please") {
			t.Errorf("%s: %q does not ask for an interpreter of %s", l.Tag, l.AskInEnglish, l.EnglishName)
		}
	}
	if want := []string{"pl", "ur", "pa", "ro", "bn", "ar", "so", "gu", "pt", "fa"}; !slices.Equal(tags, want) || rightToLeft < 3 {
		t.Errorf("the languages are %q, %d from right to left; want %q", tags, rightToLeft, want)
	}
}

// Every language says all that is fixed, with the placeholders of English.
func TestFixedStrings(t *testing.T) {
	english, others, _ := languages(t)
	for _, l := range others {
		for _, id := range model.FixedStrings {
			if l.Strings[id] == "" {
				t.Errorf("%s: no %q", l.Tag, id)
			}
		}
		for id, s := range l.Strings {
			if want := placeholders(english.Strings[id]); !slices.Equal(placeholders(s), want) {
				t.Errorf("%s: %s has the placeholders %q; want %q", l.Tag, id, placeholders(s), want)
			}
		}
	}
}

// loanwords are the strings that are the same words in some languages.
var loanwords = []string{"email"}

// No string is a copy of the English one, which nobody translated.
func TestTranslated(t *testing.T) {
	english, others, _ := languages(t)
	for _, l := range others {
		for id, s := range l.Strings {
			if s == english.Strings[id] && !slices.Contains(loanwords, id) {
				t.Errorf("%s: %s is the English %q", l.Tag, id, s)
			}
		}
	}
}

// Strings are composed as browsers and search expect, in letters that keep
// their meaning: no forms of Arabic letters that are drawn, not written, and
// no digits but those of the numbers that a family dials.
func TestLetters(t *testing.T) {
	english, others, _ := languages(t)
	for _, l := range append(others, english) {
		for id, s := range l.Strings {
			if !norm.NFC.IsNormalString(s) {
				t.Errorf("%s: %s is not in NFC: %+q", l.Tag, id, s)
			}
			if strings.ContainsFunc(s, func(r rune) bool { return r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF }) {
				t.Errorf("%s: %s holds a presentation form: %+q", l.Tag, id, s)
			}
			if strings.ContainsFunc(s, unicode.IsDigit) {
				t.Errorf("%s: %s holds a digit, which a placeholder should fill: %q", l.Tag, id, s)
			}
		}
	}
}

// What English says twice, it says in the same words.
func TestWordingAgrees(t *testing.T) {
	english, _, vocabulary := languages(t)
	for id, s := range english.Strings {
		if term, ok := vocabulary["wording"].Find(id); strings.HasPrefix(id, "block-") && (!ok || term.Label != s) {
			t.Errorf("%s is %q, and the wording %q", id, s, term.Label)
		}
	}
}

// A faulty language is left out, and the others stay. Without English, which
// stands for what they lack, nothing is published.
func TestFaultyLanguage(t *testing.T) {
	tree := exampleTree(t)
	for _, test := range []struct {
		name, file, text string
		rule             string
		languages        int
		unusable         bool
	}{
		{"whole", "data/languages/README.md", "x", "", 11, false},
		{"a language of no letters", "data/languages/ur.yaml", "tag: ur\n", "missing-string", 10, false},
		{"an unknown language", "data/languages/urd.yaml", "tag: urd\n", "misplaced-file", 11, false},
		{"English without a string of the interface", sourceFile, without(t, tree, sourceFile, "  print: "), "missing-string", 10, true},
		{"English cut off", sourceFile, "", "missing-string", 10, true},
	} {
		reading, problems := read(t, with(tree, test.file, test.text))
		found := in(test.file, problems)
		shown := slices.ContainsFunc(found, func(p model.Problem) bool { return p.Rule == test.rule })
		if len(reading.Languages) != test.languages || shown != (test.rule != "") || Unusable(problems) != test.unusable {
			t.Errorf("%s: %d languages, unusable %v, and\n%s", test.name, len(reading.Languages), Unusable(problems), report(found))
		}
	}
	delete(tree, sourceFile)
	if _, problems := read(t, tree); !Unusable(problems) {
		t.Error("a tree without English is usable")
	}
}

// without is a file of the tree without the line that begins with a text.
func without(t *testing.T, tree fstest.MapFS, file, begins string) string {
	t.Helper()
	lines := strings.SplitAfter(string(tree[file].Data), "\n")
	rest := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return strings.HasPrefix(line, begins) })
	if len(rest) != len(lines)-1 {
		t.Fatalf("%s has %d lines that begin with %q", file, len(lines)-len(rest), begins)
	}
	return strings.Join(rest, "")
}
