package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"signpost/generator/model"
	"signpost/generator/sheet"
	"signpost/generator/source"
)

// runExport writes what is told as two tables, that people can change in a
// spreadsheet and send back through import.
func runExport(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	var area, to, format string
	var seen bool
	flags := newFlags("export", stderr)
	o.reads(flags)
	flags.StringVar(&area, "area", "", "the `area` to export, by its slug or name (default: all)")
	flags.StringVar(&to, "to", "", "the folder for services.csv and channels.csv, or the workbook to write (default: export, or export.xlsx)")
	flags.StringVar(&format, "format", "", "csv or xlsx (default: by the ending of --to)")
	flags.BoolVar(&seen, "seen", false, "show what registers say, too; import leaves those rows out")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if err := noWords("export", words); err != nil {
		return err
	}
	if to, format, err = exportPlace(to, format); err != nil {
		return err
	}
	if err := apart(o.root, to); err != nil {
		return err
	}
	root, err := os.OpenRoot(o.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	var r source.Reader
	reading, problems, err := r.Read(root.FS())
	if err != nil {
		return err
	}
	if area != "" {
		if area, err = areaNamed(reading, area); err != nil {
			return err
		}
	}
	tables := source.ExportTables(reading, area, seen)
	if err := writeTables(to, format, tables); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %s, %s\n", to, count(len(tables[0].Rows), "service"), count(len(tables[1].Rows), "channel"))
	if broken := model.Errors(problems); len(broken) > 0 {
		fmt.Fprintln(stdout, "what holds an error is not in it:")
		return printProblems(stdout, broken)
	}
	return nil
}

// exportPlace settles where an export goes, and as what.
func exportPlace(to, format string) (string, string, error) {
	isBook := strings.EqualFold(filepath.Ext(to), ".xlsx")
	switch {
	case format == "" && isBook:
		format = "xlsx"
	case format == "":
		format = "csv"
	}
	switch {
	case format != "csv" && format != "xlsx":
		return "", "", fmt.Errorf("--format is %q; write csv or xlsx", format)
	case to == "" && format == "csv":
		to = "export"
	case to == "":
		to = "export.xlsx"
	case isBook != (format == "xlsx"):
		return "", "", fmt.Errorf("--to %s is no place for --format %s: a workbook ends in .xlsx, and CSV tables go into a folder", to, format)
	}
	return to, format, nil
}

// apart refuses a place among the files that are read: an export has other
// columns than they have.
func apart(root, to string) error {
	place, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	for _, folder := range []string{"content", "data"} {
		read, err := filepath.Abs(filepath.Join(root, folder))
		if err != nil {
			return err
		}
		if inside, err := filepath.Rel(read, place); err == nil && filepath.IsLocal(inside) {
			return fmt.Errorf("--to %s lies in %s, which is read; name a place beside it", to, filepath.Join(root, folder))
		}
	}
	return nil
}

// areaNamed is the slug of an area that somebody named.
func areaNamed(reading *model.Reading, word string) (string, error) {
	if slug := source.AreaFinder(reading)(word); slug != "" {
		return slug, nil
	}
	return "", fmt.Errorf("%q is not an area of data/areas/authorities.csv", word)
}

// writeTables writes the tables into a folder, or as the sheets of a workbook.
func writeTables(to, format string, tables []sheet.Table) error {
	folder := to
	if format == "xlsx" {
		folder = filepath.Dir(to)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	if format == "xlsx" {
		text, err := sheet.XLSX(tables)
		if err != nil {
			return err
		}
		return writeAll(root, writing{file: filepath.Base(to), text: text})
	}
	var files []writing
	for _, t := range tables {
		text, err := sheet.CSV(t)
		if err != nil {
			return err
		}
		files = append(files, writing{file: t.Name + ".csv", text: text})
	}
	return writeAll(root, files...)
}
