package site

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/afero"

	"signpost/generator/model"
)

// Options say how and where a site is written.
type Options struct {
	Out      string // the folder to fill; it should be empty
	Theme    string // the folder themes/signpost
	BaseURL  string // where the site will stand, a folder below the host too; Settings.BaseURL if blank
	Preview  bool   // not for the public: every page says so
	LeftOut  []model.Problem
	Progress func(done, total int) // called now and then, never at once; may be nil
}

const (
	// passSize keeps a broken template from blocking Hugo v0.165, whose
	// channel of errors holds ten. It goes when we move to v0.169.
	passSize = 9
	deadline = 10 * time.Minute
)

// Write fills o.Out with the whole site. An error means that the folder is
// not fit to be published.
func Write(ctx context.Context, d *model.Directory, o Options) error {
	theme, err := filepath.Abs(o.Theme)
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(theme, "hugo.yaml")); err != nil {
		return fmt.Errorf("%s is not a folder of templates: %w", o.Theme, err)
	}
	v, err := newViews(d, o)
	if err != nil {
		return err
	}
	documents, err := v.documents()
	if err != nil {
		return err
	}
	out := afero.NewBasePathFs(afero.NewOsFs(), o.Out)
	if err := render(ctx, theme, v.base.String(), documents, &counter{Fs: out, total: len(documents), progress: o.Progress}); err != nil {
		return err
	}
	return errors.Join(copyStatic(filepath.Join(theme, "static"), out), v.files(out))
}

// render tries one page of each kind, into memory, then all of them for good.
func render(ctx context.Context, theme, baseURL string, documents []document, out *counter) error {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	for few := range slices.Chunk(samples(documents), passSize) {
		trial := hugo{theme: theme, baseURL: baseURL, to: afero.NewMemMapFs()}
		if err := trial.run(ctx, few); err != nil {
			return err
		}
	}
	whole := hugo{theme: theme, baseURL: baseURL, to: out}
	if err := whole.run(ctx, documents); err != nil {
		return err
	}
	return out.complete()
}

// samples are one document of each kind.
func samples(documents []document) []document {
	var first []document
	for _, kind := range model.PageKinds {
		if i := slices.IndexFunc(documents, func(d document) bool { return d.page.Kind == kind }); i >= 0 {
			first = append(first, documents[i])
		}
	}
	return first
}

var hostForm = regexp.MustCompile(`^[A-Za-z0-9.-]+(:[0-9]{1,5})?$`)

// parseBase reads the address of the site, always with a slash at its end.
func parseBase(baseURL string) (*url.URL, error) {
	base, err := url.Parse(strings.TrimRight(baseURL, "/") + "/")
	web := err == nil && (base.Scheme == "https" || base.Scheme == "http")
	if !web || !hostForm.MatchString(base.Host) || base.User != nil || base.RawQuery != "" || base.Fragment != "" {
		return nil, fmt.Errorf("base address %q is not a web address; write it as https://example.org/ or https://example.org/folder/", baseURL)
	}
	return base, nil
}
