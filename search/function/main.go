// Command function answers /find/?q=… on a host that runs functions, for
// browsers without script: a thin shell around search/answer.
//
//	go run ./search/function --carry public --to functions/find
//
// makes the program that the host runs: this program, for the machine it was
// built for, with what it needs of a build behind its own end, as a zip: the
// page /find/, the index and the exports. So it is one file, needs no other,
// and answers from exactly the build it was made of. Started without flags it
// waits for requests of the host (AWS Lambda, as Netlify runs it).
//
// It keeps no record of queries.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "function:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("function", flag.ContinueOnError)
	site := flags.String("carry", "", "the published `folder`, whose index stands beside it; makes a program that carries both")
	to := flags.String("to", "", "the `file` to make")
	if err := flags.Parse(args); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if *site != "" || *to != "" {
		if *site == "" || *to == "" || flags.NArg() > 0 {
			return fmt.Errorf("usage: go run ./search/function --carry <published folder> --to <file>")
		}
		return carry(self, *site, *to)
	}
	scratch, err := os.MkdirTemp("", "find-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	f, err := unpack(self, scratch)
	if err != nil {
		return err
	}
	defer f.close()
	lambda.StartWithOptions(f.invoke, lambda.WithContext(context.Background()))
	return nil
}
