package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"signpost/generator/model"
)

const usage = `Signpost makes a directory of who supports families of children with SEND.

usage: go run ./generator <verb> [flags]

  build     read content/ and data/, check them, and write the site
  check     the same without writing: list what is wrong, with file and line
  serve     build, serve on this machine, and build again whenever a file changes
  confirm   stamp "still right" on one group of facts of one entry
  search    ask the search index of the last build

for example

  go run ./generator serve
  go run ./generator check
  go run ./generator build --as-at 2027-04-02 --out public
  go run ./generator confirm northam-advice phone --by "service manager" --how phone
  go run ./generator search speech therapy kent

"go run ./generator <verb> --help" lists the flags of a verb.
`

// errFound says that check found errors in what people wrote; they have been
// printed.
var errFound = errors.New("")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp), errors.Is(err, context.Canceled):
	case errors.Is(err, errFound):
		os.Exit(1)
	default:
		fmt.Fprintln(os.Stderr, "signpost:", err)
		os.Exit(2)
	}
}

// run is the program: 0 nothing wrong, 1 errors in what people wrote, 2 wrong
// use or a failure of the machine.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		fmt.Fprint(stdout, usage)
		return nil
	}
	verbs := map[string]func(context.Context, []string, io.Writer, io.Writer) error{
		"build": runBuild, "check": runCheck, "serve": runServe, "confirm": runConfirm, "search": runSearch,
	}
	verb, ok := verbs[args[0]]
	if !ok {
		return fmt.Errorf("there is no verb %q; \"go run ./generator help\" lists them", args[0])
	}
	return verb(ctx, args[1:], stdout, stderr)
}

// options are the flags that the verbs share.
type options struct {
	root, out, theme string
	baseURL          string
	asAt             model.Date
	keepGoing        bool
	release          bool
}

// flags declares the shared flags of a verb.
func (o *options) flags(verb string, stderr io.Writer) *flag.FlagSet {
	fs := flag.NewFlagSet(verb, flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.StringVar(&o.root, "root", ".", "the folder that holds content and data")
	fs.StringVar(&o.out, "out", "public", "the folder to publish; the search index stands beside it as <out>.index")
	fs.StringVar(&o.theme, "theme", "themes/signpost", "the folder of templates")
	fs.StringVar(&o.baseURL, "base-url", "", "the address of the published site, a sub-path included (default: data/site.yaml)")
	fs.BoolVar(&o.keepGoing, "keep-going", false, "publish the rest when records are broken, and still exit with 1")
	fs.BoolVar(&o.release, "release", false, "require what a public release needs: confirmed national and urgent numbers")
	o.asAt = today()
	fs.Func("as-at", "the `date` to judge by, as 2026-11-21 (default: today in London)", func(s string) error {
		d, err := model.ParseDate(s)
		if err == nil && d.Day == 0 {
			err = fmt.Errorf("%q is not a day; write it as 2026-11-03", s)
		}
		o.asAt = d
		return err
	})
	return fs
}

// today is the date in London, whatever the machine's time zone.
func today() model.Date {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		london = time.UTC
	}
	return model.DateOf(time.Now().In(london))
}

// parse parses flags that may stand before or after the other words.
func parse(fs *flag.FlagSet, args []string) (words []string, err error) {
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		args = fs.Args()
		if len(args) > 0 {
			words, args = append(words, args[0]), args[1:]
		}
	}
	return words, nil
}

// noWords refuses words that a verb has no use for.
func noWords(verb string, words []string) error {
	if len(words) > 0 {
		return fmt.Errorf("usage: go run ./generator %s [flags]; %q is not a flag", verb, strings.Join(words, " "))
	}
	return nil
}

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

// errorsOf leaves the warnings out, for places where they would drown the rest.
func errorsOf(problems []model.Problem) []model.Problem {
	var errs []model.Problem
	for _, p := range problems {
		if p.Severity == model.Error {
			errs = append(errs, p)
		}
	}
	return errs
}
