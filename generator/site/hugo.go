package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

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

// A document is a page with the view that its template prints.
type document struct {
	page model.Page
	view any
}

// A hugo is one run over a theme's folder, into a destination.
type hugo struct {
	theme   string // absolute
	baseURL string
	to      afero.Fs
	log     bytes.Buffer
}

// run renders the documents. When the context ends first, Hugo's goroutines
// are lost: there is no way to stop them.
func (h *hugo) run(ctx context.Context, documents []document) error {
	memory, err := virtual(h.theme, documents)
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
	case <-ctx.Done():
		return h.explain(fmt.Errorf("pages did not get finished: %w", ctx.Err()))
	}
	if err == nil {
		err = sites.Close()
	}
	return h.explain(err)
}

// virtual is a file system in memory with one content file per document. The
// file's name is a number: nothing of a page's words becomes a path.
func virtual(theme string, documents []document) (afero.Fs, error) {
	memory := afero.NewMemMapFs()
	taken := map[string]bool{}
	for i, d := range documents {
		if !model.IsAddress(d.page.Address) || taken[d.page.Address] {
			return nil, fmt.Errorf("%q cannot be the address of a page, or is that of two", d.page.Address)
		}
		taken[d.page.Address] = true
		front, err := json.Marshal(frontMatter{d.page.Address, layout(d.page.Kind), params{d.view}})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.page.Address, err)
		}
		name := filepath.Join(theme, "content", fmt.Sprintf("%06d.md", i))
		if err := afero.WriteFile(memory, name, append(front, '\n'), 0o644); err != nil {
			return nil, err
		}
	}
	return memory, nil
}

// layout is the name of the kind's template. A template called home would be
// Hugo's own, for another kind of thing.
func layout(kind model.PageKind) string {
	if kind == model.HomePage {
		return "front"
	}
	return string(kind)
}

// frontMatter is all that Hugo is told about a page.
type frontMatter struct {
	URL    string `json:"url"`
	Layout string `json:"layout"`
	Params params `json:"params"`
}

type params struct {
	View any `json:"view"`
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
