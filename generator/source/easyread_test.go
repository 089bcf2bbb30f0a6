package source

import (
	"slices"
	"testing"

	"signpost/generator/model"
)

const easyHead = "---\ntitle: The plan\nchecked: 2026-11-03\n---\n"

// easyFaults are faulty pages in Easy Read, after one that is well written.
var easyFaults = []struct {
	name, file, text string
	want             string // the rule that is broken, "" for none
	line             int
}{
	{"well written", "draft-plan", easyHead + "letter: You got a letter. It is a plan.\n\nring: Ring them.\n", "", 0},
	{"no such picture", "draft-plan", easyHead + "leter: You got a letter.\n", "unknown-picture", 5},
	{"no picture", "draft-plan", easyHead + "letter: You got a letter.\nRing them.\n", "no-picture", 6},
	{"a long sentence", "draft-plan", easyHead + "letter: This is one sentence that goes on and on and never seems to end.\n", "long-sentence", 5},
	{"too many words", "draft-plan", easyHead + repeat("letter: You got a letter. It is a plan.\n", 16), "too-many-words", 1},
	{"Markdown", "draft-plan", easyHead + "letter: You got a [letter](/help/).\n", "not-plain", 5},
	{"nothing", "draft-plan", easyHead, "missing-field", 1},
	{"no title", "draft-plan", "---\nchecked: 2026-11-03\n---\nletter: You got a letter.\n", "missing-field", 1},
	{"no date", "draft-plan", "---\ntitle: The plan\nchecked: soon\n---\nletter: You got a letter.\n", "bad-date", 3},
	{"a field that is none", "draft-plan", "---\ntitel: The plan\ntitle: The plan\nchecked: 2026-11-03\n---\nletter: You got a letter.\n", "unknown-field", 2},
	{"no help page", "nobody-wrote-this", easyHead + "letter: You got a letter.\n", "unknown-guide", 1},
}

// TestEasyReads: a page in Easy Read is a line for each idea, and what breaks
// its rules is told at its place.
func TestEasyReads(t *testing.T) {
	for _, test := range easyFaults {
		t.Run(test.name, func(t *testing.T) {
			file := easyFolder + "/" + test.file + ".md"
			reading, problems := read(t, with(exampleTree(t), file, test.text))
			found := in(file, problems)
			has := slices.ContainsFunc(reading.EasyReads, func(e model.EasyRead) bool { return e.ID == test.file })
			if test.want == "" {
				if len(found) > 0 || !has {
					t.Errorf("%v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Rule != test.want || found[0].Where.Line != test.line || has {
				t.Errorf("%v; want %s at line %d", found, test.want, test.line)
			}
		})
	}
}

func repeat(line string, times int) string {
	text := ""
	for range times {
		text += line
	}
	return text
}
