package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/generator/site"
)

// The README gives the steps of the guide for providers, word for word.
func TestReadmeGivesTheSteps(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range site.EntryCommands {
		if !bytes.Contains(readme, []byte(c.Line)) {
			t.Errorf("README.md does not have %q", c.Line)
		}
	}
}

// Somebody who follows the guide, and nothing else, makes an entry that is
// checked, shown and confirmed.
func TestGuide(t *testing.T) {
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS(filepath.Join("testdata", "example"))); err != nil {
		t.Fatal(err)
	}
	// What the guide leaves to whoever follows it: the answers to the
	// questions, the name of the service, and the look at the page.
	answers := map[string][]string{
		"new": {"--area", "Southmere", "--name", "Southmere Signs", "--kind", "peer-group", "--phone", "01632 960 199",
			"--id", "southmere-signs", "--by", "chair", "--how", "meeting", "--yes"},
		"serve": {"--out", filepath.Join(t.TempDir(), "public"), "--theme", "../themes/signpost"},
	}
	for _, c := range site.EntryCommands {
		words := guideWords(t, strings.ReplaceAll(c.Line, "northam-advice", "southmere-signs"))
		verb := words[0]
		words = append(words, answers[verb]...)
		if verb == "serve" {
			words[0] = "build" // the same page, without waiting for Ctrl+C
		}
		var out bytes.Buffer
		if err := run(t.Context(), append(words, "--root", root), &out, &out); err != nil {
			t.Fatalf("%s: %v\n%s", c.Line, err, out.String())
		}
		if verb == "serve" {
			page := filepath.Join(answers[verb][1], "services", "southmere-signs", "index.html")
			if text, err := os.ReadFile(page); err != nil || !bytes.Contains(text, []byte("01632 960 199")) {
				t.Errorf("the new page does not show the number: %v", err)
			}
		}
	}
	entry, err := os.ReadFile(filepath.Join(root, "content", "services", "southmere", "southmere-signs.md"))
	if err != nil || !bytes.Contains(entry, []byte("phone: {on: "+today().String()+", by: service manager, how: phone}")) {
		t.Errorf("the entry is not confirmed: %v\n%s", err, entry)
	}
}

// guideWords are the words of a command of the guide behind the program's name.
func guideWords(t *testing.T, line string) []string {
	t.Helper()
	line, ok := strings.CutPrefix(line, "go run ./generator ")
	if !ok {
		t.Fatalf("%q does not run the program", line)
	}
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}
