package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/afero"

	"signpost/generator/model"
)

// A Press writes the site of a directory again and again while it is edited.
// What it writes is what [Write] writes, byte for byte: a page depends on its
// plate, on the theme and on nothing else, so that one whose plate is the same
// is taken from the site of before. Its zero value has written nothing yet.
type Press struct {
	theme   digest
	pages   map[string]printed // by address
	assets  map[string]digest  // what Hugo writes beside pages, by the names of files
	kinds   []model.PageKind   // of the pages that brought the assets
	Printed int                // how many pages the last Write made anew
}

type digest [sha256.Size]byte

// A printed page is its file, and what it was made from.
type printed struct {
	plate digest
	file  fs.FileInfo
}

// Write fills o.Out with the whole site. before is the folder in which the site
// of the last Write stands now, or "". It returns the addresses of the pages that
// differ from those of the last site, of new ones and of those that are gone;
// the first time, none. An error means that the folder is not fit to be published.
func (p *Press) Write(ctx context.Context, d *model.Directory, o Options, before string) (changed []string, err error) {
	theme, err := themeFolder(o.Theme)
	if err != nil {
		return nil, err
	}
	v, err := newViews(d, o)
	if err != nil {
		return nil, err
	}
	if err := p.takeTheme(theme, v.base.String()); err != nil {
		return nil, err
	}
	v.reports() // before the pages need it side by side
	plates, err := v.plates(ctx, Pages(d))
	if err != nil {
		return nil, err
	}
	run := printing{press: p, before: before, out: o.Out, theme: theme, base: v.base.String(), progress: o.Progress,
		pages: make(map[string]printed, len(plates)), assets: map[string]digest{}}
	if err := run.print(ctx, plates); err != nil {
		return nil, err
	}
	out := afero.NewBasePathFs(afero.NewOsFs(), o.Out)
	if err := errors.Join(copyStatic(filepath.Join(theme, "static"), out), v.files(out)); err != nil {
		return nil, err
	}
	first := p.pages == nil
	if changed, err = run.changed(); err != nil {
		return nil, err
	}
	p.pages, p.assets, p.kinds, p.Printed = run.pages, run.assets, kindsOf(plates), run.printed
	if first {
		return nil, nil
	}
	return changed, nil
}

// takeTheme forgets what was made with another theme, or for another place.
func (p *Press) takeTheme(theme, base string) error {
	sum := sha256.New()
	fmt.Fprintln(sum, base)
	for _, folder := range []string{theme, filepath.Join(theme, "..", "..", "search", "reader")} { // as hugo.yaml mounts them
		err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := os.ReadFile(name)
			fmt.Fprintf(sum, "%s %x\n", name, sha256.Sum256(text))
			return err
		})
		if err != nil {
			return err
		}
	}
	if now := digest(sum.Sum(nil)); now != p.theme {
		p.theme, p.assets = now, nil
		for address := range p.pages {
			p.pages[address] = printed{} // its bytes can still be compared
		}
	}
	return nil
}

// A printing is one Write of a press.
type printing struct {
	press                    *Press
	before, out, theme, base string
	progress                 func(done, total int)
	pages                    map[string]printed
	assets                   map[string]digest
	anew                     []string // addresses of pages that were made
	printed                  int
}

// print makes the pages whose plates are new. The style and the scripts come
// from the site of before; where the theme or the kinds of pages are others, one
// page of each kind is made to bring them, and if they are not what they were,
// all pages are.
func (r *printing) print(ctx context.Context, plates []plate) error {
	var making, same []plate
	try := map[string]bool{}
	if !r.takeAssets(plates) {
		for _, s := range samples(plates) {
			try[s.page.Address] = true
		}
	}
	for _, s := range plates {
		if !try[s.page.Address] && r.take(s) {
			same = append(same, s)
		} else {
			making = append(making, s)
		}
	}
	if err := r.make(ctx, making); err != nil {
		return err
	}
	if r.press.assets == nil || maps.Equal(r.assets, r.press.assets) || len(same) == 0 {
		return nil
	}
	for _, s := range same {
		if err := os.Remove(r.file(r.out, s.page.Address)); err != nil {
			return err
		}
	}
	return r.make(ctx, same)
}

// takeAssets copies what the pages of before had brought, if these bring the
// same: a kind of page brings all of its own with each of its pages. They are
// copies, not links: Hugo may write them again.
func (r *printing) takeAssets(plates []plate) bool {
	if r.press.assets == nil || !slices.Equal(kindsOf(plates), r.press.kinds) {
		return false
	}
	files := make(map[string][]byte, len(r.press.assets))
	for name, known := range r.press.assets {
		text, err := os.ReadFile(filepath.Join(r.before, filepath.FromSlash(name)))
		if err != nil || sha256.Sum256(text) != known {
			return false
		}
		files[name] = text
	}
	for name, text := range files {
		to := filepath.Join(r.out, filepath.FromSlash(name))
		if os.MkdirAll(filepath.Dir(to), 0o755) != nil || os.WriteFile(to, text, 0o644) != nil {
			return false
		}
	}
	maps.Copy(r.assets, r.press.assets)
	return true
}

// kindsOf are the kinds of pages that there are, in the order of [model.PageKinds].
func kindsOf(plates []plate) []model.PageKind {
	var kinds []model.PageKind
	for _, s := range samples(plates) {
		kinds = append(kinds, s.page.Kind)
	}
	return kinds
}

func (r *printing) file(folder, address string) string {
	return filepath.Join(folder, filepath.FromSlash(FileOf(address)))
}

// take puts a page of the site of before into this one, if it was made from the
// same plate and nobody has touched it since.
func (r *printing) take(s plate) bool {
	known := r.press.pages[s.page.Address]
	if known.file == nil || known.plate != sha256.Sum256(s.front) {
		return false
	}
	from, to := r.file(r.before, s.page.Address), r.file(r.out, s.page.Address)
	info, err := os.Lstat(from)
	if err != nil || !os.SameFile(info, known.file) || info.Size() != known.file.Size() || !info.ModTime().Equal(known.file.ModTime()) {
		return false
	}
	if os.MkdirAll(filepath.Dir(to), 0o755) != nil || os.Link(from, to) != nil {
		return false
	}
	r.pages[s.page.Address] = known
	return true
}

// make makes pages.
func (r *printing) make(ctx context.Context, plates []plate) error {
	to := &counter{Fs: afero.NewBasePathFs(afero.NewOsFs(), r.out), total: len(plates), progress: r.progress}
	if err := render(ctx, r.theme, r.base, plates, to); err != nil {
		return err
	}
	for _, s := range plates {
		info, err := os.Lstat(r.file(r.out, s.page.Address))
		if err != nil {
			return err
		}
		r.pages[s.page.Address] = printed{sha256.Sum256(s.front), info}
		r.anew = append(r.anew, s.page.Address)
	}
	r.printed += len(plates)
	for _, name := range to.others {
		text, err := afero.ReadFile(to.Fs, name)
		if err != nil {
			return err
		}
		r.assets[name] = sha256.Sum256(text)
	}
	return nil
}

// changed lists the pages whose bytes are not those of before.
func (r *printing) changed() ([]string, error) {
	var changed []string
	for _, address := range r.anew {
		now, err := os.ReadFile(r.file(r.out, address))
		if err != nil {
			return nil, err
		}
		was, err := os.ReadFile(r.file(r.before, address))
		if err != nil || !bytes.Equal(now, was) {
			changed = append(changed, address)
		}
	}
	for address := range r.press.pages {
		if _, still := r.pages[address]; !still {
			changed = append(changed, address)
		}
	}
	slices.Sort(changed)
	return changed, nil
}
