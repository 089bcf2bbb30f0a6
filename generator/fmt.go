package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/source"
)

// formed are the places of files that have one form.
var formed = []string{"content/guides/*.md", entriesFolder + "/*/*.md", "data/councils/*/council.yaml"}

// runFmt writes entries, guides and councils' files in their one form.
func runFmt(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	flags := newFlags("fmt", stderr)
	flags.StringVar(&o.root, "root", ".", "the folder that holds content and data")
	only := flags.Bool("check", false, "write nothing; list the files that are not in form, and exit with 1 if there are any")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(o.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	files, err := filesToForm(root, o.root, words)
	if err != nil {
		return err
	}
	var wrong []model.Problem
	changed := false
	for _, file := range files {
		text, err := root.ReadFile(file)
		if err != nil {
			return err
		}
		formatted, problems := source.Format(text, file)
		wrong = append(wrong, problems...)
		if bytes.Equal(formatted, text) {
			continue
		}
		changed = true
		if !*only {
			if err := writeAll(root, writing{file: file, text: formatted}); err != nil {
				return err
			}
		}
		fmt.Fprintln(stdout, filepath.Join(o.root, file))
	}
	if len(wrong) > 0 {
		return printProblems(stdout, model.SortProblems(wrong))
	}
	if changed && *only {
		return errFound
	}
	return nil
}

// filesToForm are the files that the words name, each once: a path, as it is
// from here or within root, or the id of an entry; all of them without a word.
func filesToForm(root *os.Root, at string, words []string) ([]string, error) {
	var all []string
	for _, pattern := range formed {
		found, err := fs.Glob(root.FS(), pattern)
		if err != nil {
			return nil, err
		}
		for _, file := range found {
			if info, err := root.Lstat(file); err == nil && info.Mode().IsRegular() && path.Base(file)[0] != '.' {
				all = append(all, file)
			}
		}
	}
	if len(words) == 0 {
		return all, nil
	}
	var chosen []string
	for _, w := range words {
		within, err := filepath.Rel(at, w)
		if err != nil {
			within = w
		}
		i := slices.IndexFunc(all, func(file string) bool {
			return file == filepath.ToSlash(filepath.Clean(w)) || file == filepath.ToSlash(within) || strings.HasPrefix(file, entriesFolder) && path.Base(file) == w+".md"
		})
		if i < 0 {
			return nil, fmt.Errorf("there is no entry, guide or council.yaml %q in %s", w, at)
		}
		if !slices.Contains(chosen, all[i]) {
			chosen = append(chosen, all[i])
		}
	}
	return chosen, nil
}
