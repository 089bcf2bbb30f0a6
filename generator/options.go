package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"signpost/generator/model"
)

// options are the flags that verbs share. Each verb declares those that it
// heeds, and refuses the rest.
type options struct {
	root, out, theme string
	baseURL          string
	asAt             model.Date
	keepGoing        bool
	release          bool
}

func newFlags(verb string, stderr io.Writer) *flag.FlagSet {
	fs := flag.NewFlagSet(verb, flag.ContinueOnError)
	fs.SetOutput(stderr)
	return fs
}

// reads declares the flags of a verb that reads the tree.
func (o *options) reads(fs *flag.FlagSet) {
	fs.StringVar(&o.root, "root", ".", "the folder that holds content and data")
	o.asAt = today()
	fs.Func("as-at", "the `date` to judge by, as 2026-11-21 (default: today in London)", func(s string) error {
		d, err := model.ParseDate(s)
		if err == nil && d.Day == 0 {
			err = fmt.Errorf("%q is not a day; write it as 2026-11-03", s)
		}
		o.asAt = d
		return err
	})
}

// finds declares the flag of a verb that needs to know where the site is.
func (o *options) finds(fs *flag.FlagSet) {
	fs.StringVar(&o.out, "out", "public", "the folder to publish; the search index stands beside it as <out>.index")
}

// writes declares the flags of a verb that writes the site.
func (o *options) writes(fs *flag.FlagSet) {
	o.finds(fs)
	o.renders(fs)
}

// renders declares the flags of a verb that makes pages.
func (o *options) renders(fs *flag.FlagSet) {
	fs.StringVar(&o.theme, "theme", "themes/signpost", "the folder of templates")
	fs.StringVar(&o.baseURL, "base-url", "", "the address of the published site, a sub-path included (default: data/site.yaml)")
}

// releases declares the flag of a verb that can ask for more than a preview needs.
func (o *options) releases(fs *flag.FlagSet) {
	fs.BoolVar(&o.release, "release", false, "require what a public release needs: confirmed national and urgent numbers")
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

// outApart refuses an --out inside a folder that is read: the next build would
// read the site, and serve would watch its own output.
func (o *options) outApart() error {
	out, err := filepath.Abs(o.out)
	if err != nil {
		return err
	}
	for _, folder := range o.watched() {
		read, err := filepath.Abs(folder)
		if err != nil {
			return err
		}
		if inside, err := filepath.Rel(read, out); err == nil && filepath.IsLocal(inside) {
			return fmt.Errorf("--out %s lies in %s, which is read; name a folder beside it", o.out, folder)
		}
	}
	return nil
}

// watched are the folders whose changes make another site.
func (o *options) watched() []string {
	return []string{filepath.Join(o.root, "content"), filepath.Join(o.root, "data"), o.theme}
}
