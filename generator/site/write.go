package site

import (
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/afero"

	"signpost/generator/calendar"
	"signpost/generator/model"
)

// Options say how and where a site is written.
type Options struct {
	Out      string // the folder to fill; it should be empty
	Theme    string // the folder themes/signpost
	Modules  string // npm's folder, with the editing form; without it the site has none
	BaseURL  string // where the site will stand, a folder below the host too; Settings.BaseURL if blank
	Preview  bool   // not for the public: every page says so
	LeftOut  []model.Problem
	Problems []model.Problem       // all that was found, for the report on what is known
	Limits   *calendar.Table       // the law's limits; nil knows none
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
	_, err := new(Press).Write(ctx, d, o, "")
	return err
}

// Some makes pages of a site in memory, without the rest, and returns their
// bytes by the names of their files. What else the pages need of the theme comes
// with them; an address that no page has is nil.
func Some(ctx context.Context, d *model.Directory, o Options, addresses []string) (map[string][]byte, error) {
	theme, err := themeFolder(o.Theme)
	if err != nil {
		return nil, err
	}
	v, err := newViews(d, o)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, address := range addresses {
		files[FileOf(address)] = nil
	}
	pages := slices.DeleteFunc(Pages(d), func(p model.Page) bool { return !slices.Contains(addresses, p.Address) })
	plates, err := v.plates(ctx, pages)
	if err != nil || len(plates) == 0 {
		return files, err
	}
	memory := afero.NewMemMapFs()
	if err := render(ctx, theme, v.base.String(), plates, &counter{Fs: memory, total: len(plates)}); err != nil {
		return nil, err
	}
	return files, afero.Walk(memory, "/", func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		files[strings.TrimPrefix(filepath.ToSlash(name), "/")], err = afero.ReadFile(memory, name)
		return err
	})
}

// themeFolder is the absolute path of a folder of templates.
func themeFolder(name string) (string, error) {
	theme, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(filepath.Join(theme, "hugo.yaml")); err != nil {
		return "", fmt.Errorf("%s is not a folder of templates: %w", name, err)
	}
	return theme, nil
}

// render tries one page of each kind, into memory, then all of them for good.
// So few that they cannot block anything need no trial.
func render(ctx context.Context, theme, baseURL string, plates []plate, out *counter) error {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	if len(plates) > passSize {
		for few := range slices.Chunk(samples(plates), passSize) {
			trial := hugo{theme: theme, baseURL: baseURL, to: afero.NewMemMapFs()}
			if err := trial.run(ctx, few); err != nil {
				return err
			}
		}
	}
	whole := hugo{theme: theme, baseURL: baseURL, to: out}
	if err := whole.run(ctx, plates); err != nil {
		return err
	}
	return out.complete()
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
