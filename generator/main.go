package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

const usage = `Signpost makes a directory of who supports families of children with SEND.

usage: go run ./generator <verb> [flags]

  build     read content/ and data/, check them, and write the site
  check     the same without writing: list what is wrong, with file and line
  serve     build, serve on this machine, and build again whenever a file changes
  new       make an entry for a service, from five questions or from flags
  confirm   stamp "still right" on facts of a service: who said so, when and how
  fmt       write entries, guides and council.yaml in their one form
  invite    write each service a letter or an e-mail: is this right?
  leaflets  print leaflets, posters, cards and slips of an area to PDF files
  import    show what a spreadsheet or a feed would change, and write it
  export    write what is told as tables, to change and to import again
  search    answer a question as the site does, and say why
  areas     make the tables of postcodes and places in data/areas anew

for example

  go run ./generator serve
  go run ./generator check
  go run ./generator check --due 30
  go run ./generator check --plain
  go run ./generator build --as-at 2027-04-02 --out public
  go run ./generator confirm northam-advice phone --by "service manager" --how phone
  go run ./generator import northam.xlsx --as council --area northam
  go run ./generator leaflets --area leeds
  go run ./generator search "speach therapy kent"
  go run ./generator areas --verify postcodes.csv

"go run ./generator <verb> --help" lists the flags of a verb.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
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
		"build": runBuild, "check": runCheck, "serve": runServe, "confirm": runConfirm, "new": runNew, "fmt": runFmt, "invite": runInvite, "search": runSearch,
		"import": runImport, "export": runExport, "leaflets": runLeaflets,
		"areas": runAreas,
	}
	verb, ok := verbs[args[0]]
	if !ok {
		return fmt.Errorf("there is no verb %q; \"go run ./generator help\" lists them", args[0])
	}
	return verb(ctx, args[1:], stdout, stderr)
}
