package site

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/bep/logg"
	"github.com/bep/overlayfs"
	"github.com/gohugoio/hugo/common/herrors"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"signpost/generator/model"
)

// A hugo is one run over a theme's folder, into a destination.
type hugo struct {
	theme   string // absolute
	baseURL string
	to      afero.Fs
	log     bytes.Buffer
}

// patience is how long Hugo is given to stop, when nobody waits for its pages
// any more. It stops between two pages; where it is blocked, its goroutines are
// lost.
const patience = 20 * time.Second

// running lets one run at a time into Hugo, which has variables that all runs
// share.
var running sync.Mutex

// run renders the plates, or stops when the context ends.
func (h *hugo) run(ctx context.Context, plates []plate) error {
	running.Lock()
	defer running.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	memory, err := virtual(h.theme, plates)
	if err != nil {
		return err
	}
	sites, err := h.open(memory)
	if err != nil {
		return h.explain(err)
	}
	done := make(chan error, 1)
	go func() { done <- sites.Build(hugolib.BuildCfg{NoBuildLock: true}) }()
	select {
	case err = <-done:
		return h.explain(errors.Join(err, sites.Close()))
	case <-ctx.Done():
	}
	sites.FatalError(ctx.Err())
	select {
	case <-done:
		err = sites.Close()
	case <-time.After(patience):
	}
	return errors.Join(fmt.Errorf("pages did not get finished: %w", ctx.Err()), err)
}

// virtual is a file system in memory with one content file per plate. The
// file's name is a number: nothing of a page's words becomes a path.
func virtual(theme string, plates []plate) (afero.Fs, error) {
	memory := afero.NewMemMapFs()
	taken := map[string]bool{}
	for i, s := range plates {
		if !model.IsAddress(s.page.Address) || taken[s.page.Address] {
			return nil, fmt.Errorf("%q cannot be the address of a page, or is that of two", s.page.Address)
		}
		taken[s.page.Address] = true
		name := filepath.Join(theme, "content", fmt.Sprintf("%06d.md", i))
		if err := afero.WriteFile(memory, name, s.front, 0o644); err != nil {
			return nil, err
		}
	}
	return memory, nil
}

func (h *hugo) open(memory afero.Fs) (*hugolib.HugoSites, error) {
	source := overlayfs.New(overlayfs.Options{Fss: []afero.Fs{memory, afero.NewOsFs()}, FirstWritable: true})
	flags := config.New()
	flags.Set("workingDir", h.theme)
	flags.Set("publishDir", "/")
	flags.Set("cacheDir", filepath.Join(h.theme, "cache")) // in memory, like all that is written there
	flags.Set("baseURL", h.baseURL)
	level := logg.LevelWarn
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, Filename: "hugo.yaml", Environment: "production",
		Environ:      []string{"_=_"}, // not empty: nothing of the machine's HUGO_* may reach the site
		Logger:       loggers.New(loggers.Options{Level: level, DistinctLevel: level, StdOut: &h.log, StdErr: &h.log}),
		SkipNpmCheck: true,
	})
	if err != nil {
		return nil, err
	}
	return hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hugofs.NewFromSourceAndDestination(source, h.to, flags),
		StdOut: &h.log, StdErr: &h.log, LogLevel: level,
	})
}

// explain adds to Hugo's error where in the theme it happened. Some errors say
// no more than "logged 1 error(s)": their words are in the log.
func (h *hugo) explain(err error) error {
	if err == nil {
		return nil
	}
	var lines []string
	for _, fe := range herrors.UnwrapFileErrors(err) {
		p := fe.Position()
		lines = append(lines, fmt.Sprintf("%s:%d: %s", strings.TrimPrefix(p.Filename, h.theme+"/"), p.LineNumber, fe.Error()))
	}
	if len(lines) == 0 {
		lines = loggedErrors(h.log.String())
	}
	if len(lines) == 0 {
		return fmt.Errorf("theme: %w", err)
	}
	return fmt.Errorf("theme: %s: %w", strings.Join(lines, "; "), err)
}

func loggedErrors(log string) []string {
	var lines []string
	for line := range strings.Lines(log) {
		if said, ok := strings.CutPrefix(line, "ERROR "); ok {
			lines = append(lines, strings.TrimSpace(said))
		}
	}
	return lines
}
