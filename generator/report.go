package main

import (
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"signpost/generator/model"
)

// errFound says that check found errors in what people wrote; they have been
// printed.
var errFound = errors.New("")

// printProblems prints what is wrong, a line each, and counts it.
func printProblems(w io.Writer, problems []model.Problem) error {
	for _, p := range problems {
		fmt.Fprintln(w, p)
	}
	return printCount(w, problems)
}

// printCount counts what is wrong, and says by its error whether anything of it
// stops a build.
func printCount(w io.Writer, problems []model.Problem) error {
	errs := len(model.Errors(problems))
	fmt.Fprintf(w, "%s, %s\n", count(errs, "error"), count(len(problems)-errs, "warning"))
	return found(errs)
}

func found(errs int) error {
	if errs > 0 {
		return errFound
	}
	return nil
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// problemsFormat is the version of the problems as JSON.
const problemsFormat = 1

// A jsonProblem is a Problem for other programs.
type jsonProblem struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"` // error or warning
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Cell     string `json:"cell,omitempty"`
	Sentence string `json:"sentence"`
	Hint     string `json:"hint,omitempty"`
}

// printJSON prints what is wrong for other programs.
func printJSON(w io.Writer, problems []model.Problem) error {
	errs := len(model.Errors(problems))
	err := writeJSON(w, struct {
		Format   int           `json:"format"`
		Errors   int           `json:"errors"`
		Warnings int           `json:"warnings"`
		Problems []jsonProblem `json:"problems"`
	}{problemsFormat, errs, len(problems) - errs, jsonProblems(problems)})
	if err != nil {
		return err
	}
	return found(errs)
}

func jsonProblems(problems []model.Problem) []jsonProblem {
	list := []jsonProblem{}
	for _, p := range problems {
		list = append(list, jsonProblem{p.Rule, severity(p), p.Where.File, p.Where.Line, p.Where.Cell, p.Sentence, p.Hint})
	}
	return list
}

func severity(p model.Problem) string {
	if p.Severity == model.Error {
		return "error"
	}
	return "warning"
}

// printAnnotations prints what is wrong as commands of GitHub's workflows, so
// that each stands beside its line in a pull request, errors first: only the
// first ten of each kind are shown there. The log has all, and the count.
func printAnnotations(w io.Writer, root string, problems []model.Problem) error {
	for _, p := range append(model.Errors(problems), warnings(problems)...) {
		fmt.Fprintln(w, annotation(root, p))
	}
	return printCount(w, problems)
}

func warnings(problems []model.Problem) []model.Problem {
	var list []model.Problem
	for _, p := range problems {
		if p.Severity != model.Error {
			list = append(list, p)
		}
	}
	return list
}

// annotation is ::error file=…,line=…,title=…::message. Files are named from
// the repository's root.
func annotation(root string, p model.Problem) string {
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+escapeProperty(value)) }
	if p.Where.File != "" {
		add("file", path.Join(filepath.ToSlash(root), p.Where.File))
	}
	if p.Where.Line > 0 {
		add("line", fmt.Sprint(p.Where.Line))
	}
	add("title", p.Rule)
	message := p.Sentence
	if p.Hint != "" {
		message += "; " + p.Hint
	}
	if p.Where.Cell != "" {
		message = "column " + p.Where.Cell + ": " + message
	}
	return "::" + severity(p) + " " + strings.Join(properties, ",") + "::" + escapeMessage.Replace(message)
}

// What stands for the characters that would end a command or a property
// (GitHub's toolkit, packages/core/src/command.ts).
var escapeMessage = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

func escapeProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeMessage.Replace(s))
}
