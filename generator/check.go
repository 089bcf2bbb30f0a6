package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/quality"
	"signpost/generator/site"
)

// A checking is what somebody asks of the verb check: what is wrong, or with
// report what is known of each area, or with due what has to be confirmed soon,
// or with plain how plain the pages for families are.
type checking struct {
	builder
	format string
	report bool
	plain  bool // how plain the pages for families are
	area   string
	due    int // days, or noDue
}

const noDue = -1

// formats are those of each of the four questions, the usual one first.
var formats = map[string][]string{
	"check":          {"text", "json", "github"},
	"check --report": {"text", "json", "csv"},
	"check --due":    {"text", "json"},
	"check --plain":  {"text", "json"},
}

func runCheck(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	c := checking{due: noDue}
	fs := newFlags("check", stderr)
	c.reads(fs)
	c.releases(fs)
	fs.StringVar(&c.format, "format", "text", "text or json; github for annotations of a pull request; csv with --report")
	fs.BoolVar(&c.report, "report", false, "say what is known of each service, how old it is, and what is missing")
	fs.BoolVar(&c.plain, "plain", false, "read every page for families, and say how plain it is: sentences, long words, grade, short forms")
	fs.StringVar(&c.theme, "theme", "themes/signpost", "the folder of templates, for --plain")
	fs.StringVar(&c.area, "area", "", "the `slug` of the one area to report on")
	fs.IntVar(&c.due, "due", noDue, "list what is overdue, or has to be confirmed or ends within so many `days`")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if err := noWords("check", words); err != nil {
		return err
	}
	if err := c.fits(); err != nil {
		return err
	}
	directory, problems, err := c.read()
	switch {
	case err != nil:
		return err
	case c.report:
		return c.printReport(stdout, directory, problems)
	case c.plain:
		return c.printPlain(ctx, stdout, directory, problems)
	case c.due != noDue:
		return c.printDue(stdout, directory, problems)
	case c.format == "json":
		return printJSON(stdout, problems)
	case c.format == "github":
		return printAnnotations(stdout, c.root, problems)
	}
	return printProblems(stdout, problems)
}

// fits refuses flags that do not go together.
func (c *checking) fits() error {
	asked := "check"
	switch {
	case c.report && c.due != noDue, c.plain && (c.report || c.due != noDue):
		return fmt.Errorf("--report, --due and --plain are questions of their own; ask one")
	case c.report:
		asked = "check --report"
	case c.due < noDue:
		return fmt.Errorf("--due %d is no number of days", c.due)
	case c.due != noDue:
		asked = "check --due"
	}
	if c.plain {
		asked = "check --plain"
	}
	if c.area != "" && !c.report {
		return fmt.Errorf("--area goes with --report")
	}
	if !slices.Contains(formats[asked], c.format) {
		return fmt.Errorf("%s has no format %q; it has %s", asked, c.format, strings.Join(formats[asked], ", "))
	}
	return nil
}

// printReport prints what is known of all areas, or of one. What is wrong with
// the tree does not change the exit: that is for check alone to say.
func (c *checking) printReport(w io.Writer, d *model.Directory, problems []model.Problem) error {
	report := quality.New(d, problems).Report()
	if c.area != "" {
		i := slices.IndexFunc(report.Areas, func(a quality.Area) bool { return a.Slug == c.area })
		if i < 0 {
			return fmt.Errorf("--area: there is no area %q as at %s; %q holds the national lines", c.area, d.AsAt, model.England)
		}
		report.Areas = report.Areas[i : i+1]
	}
	switch c.format {
	case "json":
		return writeJSON(w, report)
	case "csv":
		table, err := site.Table(quality.Table(report.Areas))
		if err == nil {
			_, err = w.Write(table)
		}
		return err
	}
	return quality.WriteText(w, report.Areas)
}

// printDue prints a line for each service that somebody should ask.
func (c *checking) printDue(w io.Writer, d *model.Directory, problems []model.Problem) error {
	reminders := quality.New(d, problems).Due(c.due)
	if c.format == "json" {
		return writeJSON(w, struct {
			Format   int                `json:"format"`
			AsAt     model.Date         `json:"as_at"`
			Within   int                `json:"within_days"`
			Services []quality.Reminder `json:"services"`
		}{quality.Format, d.AsAt, c.due, reminders})
	}
	for _, r := range reminders {
		fmt.Fprintln(w, r)
	}
	_, err := fmt.Fprintf(w, "%s to ask\n", count(len(reminders), "service"))
	return err
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
