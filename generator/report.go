package main

import (
	"errors"
	"fmt"
	"io"

	"signpost/generator/model"
)

// errFound says that check found errors in what people wrote; they have been
// printed.
var errFound = errors.New("")

// printProblems prints what is wrong, a line each, and counts it.
func printProblems(w io.Writer, problems []model.Problem) error {
	errs := 0
	for _, p := range problems {
		fmt.Fprintln(w, p)
		if p.Severity == model.Error {
			errs++
		}
	}
	fmt.Fprintf(w, "%s, %s\n", count(errs, "error"), count(len(problems)-errs, "warning"))
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
