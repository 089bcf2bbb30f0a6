package main

import (
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"strings"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// plainAdvice says what to do about each fault of a text.
var plainAdvice = map[string]string{
	"long-sentence":       fmt.Sprintf("make two of it; %d words are the most", prose.MaxSentence),
	"long-sentences":      fmt.Sprintf("write shorter ones; %d words are the most on average", prose.MaxMean),
	"hard-to-read":        fmt.Sprintf("write shorter words and sentences; grade %.0f is the hardest", prose.MaxGrade),
	"long-words":          fmt.Sprintf("write shorter ones; %.0f words in 100 may have %d syllables or more", prose.MaxLong, prose.LongWord),
	"unexplained-acronym": "write it out on the page, or explain it in content/words",
}

// plainProblems are the faults of pages as Problems, at the place where their
// words are written if a file of the tree holds them, else at the page. A
// sentence or a short form that stands on many pages is reported once.
func plainProblems(root fs.FS, pages []plainPage) []model.Problem {
	var problems []model.Problem
	seen := map[string]bool{}
	for _, p := range pages {
		for _, f := range p.faults {
			whole := f.Rule != "long-sentence" && f.Rule != "unexplained-acronym"
			if !whole && seen[f.Rule+f.Found] {
				continue
			}
			seen[f.Rule+f.Found] = true
			at := model.Where{File: p.page.Address}
			if !whole {
				at = written(root, p, f.Found)
			}
			problems = append(problems, model.Problem{Rule: f.Rule, Severity: model.Error, Where: at, Sentence: plainSentence(f, p.report), Hint: plainAdvice[f.Rule]})
		}
	}
	return problems
}

func plainSentence(f prose.Fault, r prose.Report) string {
	switch f.Rule {
	case "long-sentence":
		return fmt.Sprintf("%q has %d words", f.Found, len(strings.Fields(f.Found)))
	case "long-sentences":
		return "its sentences have " + f.Found + " on average"
	case "hard-to-read":
		return "its words and sentences are hard: " + f.Found
	case "long-words":
		return fmt.Sprintf("%.1f words in 100 are long: %s", r.LongShare, f.Found)
	}
	return fmt.Sprintf("nothing on the page says what %q is short for", f.Found)
}

// wordFolders hold the words that people write for families. What services say
// of themselves is theirs.
var wordFolders = []string{"content", "data/vocabulary"}

// written is the line of the file in which somebody wrote the words of a page.
// Words that the program itself has are found on the page alone.
func written(root fs.FS, p plainPage, words string) model.Where {
	at := model.Where{File: p.page.Address}
	folders := wordFolders
	if p.page.Help != "" {
		folders = append([]string{path.Join("content/guides", p.page.Help+".md")}, folders...)
	}
	for _, folder := range folders {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if name == "content/services" {
				return fs.SkipDir
			}
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(root, name)
			if line := lineOf(string(text), words); line > 0 {
				at = model.Where{File: name, Line: line}
				return fs.SkipAll
			}
			return err
		})
		if err == nil && at.Line > 0 {
			break
		}
	}
	return at
}

// lineOf is the line of a text in which a sentence stands, or 0. The text's
// links and emphasis are no part of the sentence, and a page may have ended it.
func lineOf(text, sentence string) int {
	sentence = strings.TrimRight(sentence, ".")
	line := 1
	for paragraph := range strings.SplitAfterSeq(text, "\n") {
		says := strings.ReplaceAll(prose.Text(paragraph), `""`, `"`)
		if says != "" && strings.Contains(says, sentence) {
			return line
		}
		line++
	}
	return 0
}

// printPlainText prints a line for each page, the hardest first, then what is
// over the limits.
func printPlainText(w io.Writer, pages []plainPage, problems []model.Problem) error {
	fmt.Fprintln(w, "grade  sentences  mean  longest  long words in 100  page")
	for _, p := range pages {
		r := p.report
		mark := ""
		if len(p.faults) > 0 {
			mark = fmt.Sprintf("  (%s)", count(len(p.faults), "fault"))
		}
		fmt.Fprintf(w, "%5.1f  %9d  %4.1f  %7d  %17.1f  %s%s\n", r.Index, r.Sentences, r.MeanWords, r.Longest.Words, r.LongShare, p.page.Address, mark)
	}
	for _, p := range problems {
		fmt.Fprintln(w, p)
	}
	fmt.Fprintf(w, "%s, %d over the limits; ", count(len(pages), "page"), hard(pages))
	return printCount(w, problems)
}

// hard is the number of pages with a fault.
func hard(pages []plainPage) int {
	n := 0
	for _, p := range pages {
		n += min(1, len(p.faults))
	}
	return n
}

// plainFormat is the version of the report as JSON.
const plainFormat = 1

// A plainJSON is the report for other programs. Grades are those of Flesch and
// Kincaid; shares are long words in a hundred.
type plainJSON struct {
	Format   int             `json:"format"`
	AsAt     model.Date      `json:"as_at"`
	Limits   plainLimits     `json:"limits"`
	Pages    []plainPageJSON `json:"pages"`
	Problems []jsonProblem   `json:"problems"`
}

type plainLimits struct {
	Sentence  int     `json:"sentence_words"`
	Mean      float64 `json:"mean_words"`
	Grade     float64 `json:"grade"`
	LongShare float64 `json:"long_share"`
	MinWords  int     `json:"judged_from_words"`
}

type plainPageJSON struct {
	Address   string   `json:"address"`
	Kind      string   `json:"kind"`
	Sentences int      `json:"sentences"`
	Words     int      `json:"words"`
	Mean      float64  `json:"mean_words"`
	Longest   string   `json:"longest"`
	Most      int      `json:"longest_words"`
	LongShare float64  `json:"long_share"`
	Grade     float64  `json:"grade"`
	Acronyms  []string `json:"unexplained_acronyms"`
	Faults    []string `json:"faults"` // the rules
}

func printPlainJSON(w io.Writer, asAt model.Date, pages []plainPage, problems []model.Problem) error {
	out := plainJSON{Format: plainFormat, AsAt: asAt, Pages: []plainPageJSON{}, Problems: jsonProblems(problems),
		Limits: plainLimits{prose.MaxSentence, prose.MaxMean, prose.MaxGrade, prose.MaxLong, prose.MinWords}}
	for _, p := range pages {
		r := p.report
		one := plainPageJSON{Address: p.page.Address, Kind: string(p.page.Kind), Sentences: r.Sentences, Words: r.Words, Mean: tenth(r.MeanWords), Longest: r.Longest.Text,
			Most: r.Longest.Words, LongShare: tenth(r.LongShare), Grade: tenth(r.Index), Acronyms: append([]string{}, r.Acronyms...), Faults: []string{}}
		for _, f := range p.faults {
			one.Faults = append(one.Faults, f.Rule)
		}
		out.Pages = append(out.Pages, one)
	}
	if err := writeJSON(w, out); err != nil {
		return err
	}
	return found(len(problems))
}

func tenth(x float64) float64 { return math.Round(10*x) / 10 }
