// Package output keeps the published folder whole. A build writes beside it,
// and the finished folder takes its place in one step, so that whoever reads
// it meanwhile, or after a build was killed, never meets a half one.
//
//	public/          what is published; holds the mark .signpost
//	public.index/    the search index of the same build, never published
//	public.next/     a build under way; swept away by the next one
//	public.lock      held while a build runs, so that two never mix
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// mark is the file by which a folder of ours is known.
const mark = ".signpost"

// ErrForeign says that a folder was not made by this program, which will not
// replace it.
var ErrForeign = errors.New("the folder was not made by signpost, and is left alone; name another with --out, or remove it yourself")

// ErrBusy says that another build is writing to the same place.
var ErrBusy = errors.New("another build is writing here; wait until it ends")

// A Folder is a published folder with its next version beside it.
type Folder struct {
	path string
	lock *os.File
}

// Prepare makes an empty next version of the folder at path, and refuses a
// folder that is not ours, before anything is touched or made.
func Prepare(path string) (*Folder, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f := &Folder{path: path}
	for _, p := range []string{path, IndexFolder(path), f.Next(), f.NextIndex()} {
		if err := ours(p); err != nil {
			return nil, err
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	if f.lock, err = lockFile(path + ".lock"); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := errors.Join(recoverFolder(path), recoverFolder(IndexFolder(path)), f.start()); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// start sweeps away what a killed build left, and makes the folders to write to.
func (f *Folder) start() error {
	return errors.Join(f.sweep(), startFolder(f.Next()), startFolder(f.NextIndex()))
}

// Next is where the build writes the site.
func (f *Folder) Next() string { return f.path + ".next" }

// NextIndex is the folder in which the build makes the search index.
func (f *Folder) NextIndex() string { return IndexFolder(f.path) + ".next" }

// IndexFolder is the folder that holds the search index of a published folder.
func IndexFolder(path string) string { return path + ".index" }

// Exchange puts the next version in the place of the published one: the index
// first, since it may hold a page more, and never one page less, than readers
// of the old site ask for.
func (f *Folder) Exchange() error {
	if err := exchange(f.NextIndex(), IndexFolder(f.path)); err != nil {
		return err
	}
	return exchange(f.Next(), f.path)
}

// Close sweeps away what was not published and lets the next build begin.
func (f *Folder) Close() error {
	return errors.Join(f.sweep(), f.lock.Close())
}

func (f *Folder) sweep() error {
	return errors.Join(os.RemoveAll(f.Next()), os.RemoveAll(f.NextIndex()))
}

// startFolder makes an empty folder with our mark.
func startFolder(path string) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(path, mark), []byte("Made by signpost. Every build replaces this folder.\n"), 0o644)
}

// ours refuses what is not an empty folder or one with our mark: somebody's
// folder, a file, or a link, whose target would not be what is exchanged.
func ours(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s: %w", path, ErrForeign)
	}
	entries, err := os.ReadDir(path)
	if err != nil || len(entries) == 0 {
		return err
	}
	if _, err := os.Lstat(filepath.Join(path, mark)); err != nil {
		return fmt.Errorf("%s: %w", path, ErrForeign)
	}
	return nil
}

// missing reports whether nothing is at path.
func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}
