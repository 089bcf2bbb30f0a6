package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"signpost/generator/model"
	"signpost/search/place"
)

const postcodesFile = "data/areas/postcodes.txt"

// An areasVerb is one run of areas: what it reads and where it writes.
type areasVerb struct {
	options
	postcodes, retired, sectors string
	places, localities, names   string
	verify                      string
	root                        *os.Root
	stdout, stderr              io.Writer
	problems                    []model.Problem
}

// runAreas makes the tables of places in data/areas from the registers that
// publish them, or verifies the postcodes that stand there.
func runAreas(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	v := areasVerb{stdout: stdout, stderr: stderr}
	flags := newFlags("areas", stderr)
	v.reads(flags)
	v.declare(flags)
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if err := noWords("areas", words); err != nil {
		return err
	}
	if v.postcodes+v.places+v.localities+v.names+v.verify == "" {
		return fmt.Errorf("usage: go run ./generator areas --postcodes PATH, or --places, --localities, --names or --verify")
	}
	if v.root, err = os.OpenRoot(v.options.root); err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer v.root.Close()
	return v.run(ctx)
}

func (v *areasVerb) declare(flags *flag.FlagSet) {
	flags.StringVar(&v.postcodes, "postcodes", "", "make postcodes.txt from the `file` of a register of postcodes, or from the folder of Code-Point Open")
	flags.StringVar(&v.retired, "retired", "", "a `file` of postcodes that are no longer in use, to know their sectors")
	flags.StringVar(&v.sectors, "sectors", "", "a `file` of sectors that names the nations which they reach into")
	flags.StringVar(&v.places, "places", "", "make places.csv from a `file` of towns and villages")
	flags.StringVar(&v.localities, "localities", "", "make localities.csv from a `file` of wards and neighbourhoods")
	flags.StringVar(&v.names, "names", "", "add to names.csv what a `file` of other names has more")
	flags.StringVar(&v.verify, "verify", "", "compare every postcode of a register's `file` or folder with postcodes.txt")
}

func (v *areasVerb) run(ctx context.Context) error {
	for _, step := range []struct {
		path string
		make func(context.Context) error
	}{{v.postcodes, v.makePostcodes}, {v.names, v.makeNames}, {v.places, v.makePlaces}, {v.localities, v.makeLocalities}, {v.verify, v.verifyPostcodes}} {
		if step.path == "" {
			continue
		}
		if err := step.make(ctx); err != nil {
			return err
		}
	}
	return printProblems(v.stdout, model.SortProblems(v.problems))
}

// wrong reports a row that cannot be read; the work goes on without it.
func (v *areasVerb) wrong(at model.Where, sentence string, args ...any) {
	v.problems = append(v.problems, model.Problem{Rule: "bad-row", Severity: model.Error, Where: at, Sentence: fmt.Sprintf(sentence, args...)})
}

// makePostcodes writes postcodes.txt.
func (v *areasVerb) makePostcodes(ctx context.Context) error {
	border, err := v.border()
	if err != nil {
		return err
	}
	seen, err := v.readRegister(ctx, v.postcodes, false)
	if err != nil {
		return err
	}
	comments := []string{"Where the postcodes of England lie; search/place/doc.go describes the lines.", "Made from " + seen.what + "; data/LICENCES.md says whose it is."}
	if v.retired != "" {
		old, err := v.readRegister(ctx, v.retired, true)
		if err != nil {
			return err
		}
		seen.codes = append(seen.codes, old.codes...)
		comments = append(comments, "Sectors count retired postcodes too.")
	}
	for sector, nations := range seen.border() {
		border[sector] = nations
	}
	table, err := place.NewTable(seen.codes, border)
	if err != nil {
		return fmt.Errorf("%s: %w", v.postcodes, err)
	}
	var text bytes.Buffer
	if err := table.Write(&text, comments...); err != nil {
		return err
	}
	return v.write(postcodesFile, text.Bytes(), fmt.Sprintf("%d postcodes", len(seen.codes)))
}

// write puts a file into the tree in one step.
func (v *areasVerb) write(name string, text []byte, what string) error {
	beside := name + ".tmp"
	if err := v.root.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := writeNew(v.root, beside, text, 0o644)
	if err == nil {
		err = v.root.Rename(beside, name)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fmt.Fprintf(v.stdout, "%s: %s, %d KB\n", name, what, len(text)/1000)
	return nil
}

// border says which nations sectors reach into: by --sectors, or else as the
// present postcodes.txt says.
func (v *areasVerb) border() (map[string][]string, error) {
	if v.sectors == "" {
		table, err := v.table()
		if errors.Is(err, fs.ErrNotExist) {
			return map[string][]string{}, nil
		}
		if err != nil {
			return nil, err
		}
		return table.Border(), nil
	}
	border := map[string][]string{}
	err := v.eachRow(v.sectors, []string{"sector", "authorities"}, func(row map[string]string, _ model.Where) {
		for _, part := range strings.Split(row["authorities"], ";") {
			who, _, _ := strings.Cut(part, ":")
			if slug := strings.ToLower(who); place.IsNation(slug) {
				border[row["sector"]] = append(border[row["sector"]], slug)
			}
		}
	})
	return border, err
}

// table reads the postcodes of the tree.
func (v *areasVerb) table() (*place.Table, error) {
	text, err := v.root.ReadFile(postcodesFile)
	if err != nil {
		return nil, err
	}
	table, err := place.ReadTable(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", postcodesFile, err)
	}
	return table, nil
}
