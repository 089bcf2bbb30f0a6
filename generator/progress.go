package main

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress shows how far long work is: a bar on a terminal, a plain line
// at each quarter elsewhere, so that a log stays readable.
type progress struct {
	w       io.Writer
	bar     *progressbar.ProgressBar
	tty     bool
	quarter int
}

func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	return &progress{w: w, tty: ok && term.IsTerminal(int(f.Fd()))}
}

// step says that done of total pages are written.
func (p *progress) step(done, total int) {
	if total == 0 {
		return
	}
	if p.tty {
		if p.bar == nil {
			p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription("pages"), progressbar.OptionClearOnFinish())
		}
		_ = p.bar.Set(done) // a bar that cannot be drawn is no reason to stop
		return
	}
	if q := 4 * done / total; q > p.quarter {
		p.quarter = q
		fmt.Fprintf(p.w, "%d of %d pages\n", done, total)
	}
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
