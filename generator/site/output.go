package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/afero"
)

// A counter is a file system that counts the pages which are created on it.
type counter struct {
	afero.Fs
	mu          sync.Mutex // Hugo writes from several goroutines
	done, total int
	progress    func(done, total int)
	others      []string // files that are no pages
}

// Create is how Hugo opens a page to write it; where its folder is missing it
// fails once.
func (c *counter) Create(name string) (afero.File, error) {
	f, err := c.Fs.Create(name)
	switch {
	case err != nil:
	case strings.HasSuffix(name, ".html"):
		c.count()
	default:
		c.mu.Lock()
		defer c.mu.Unlock()
		c.others = append(c.others, name)
	}
	return f, err
}

// count reports progress in steps of one in a hundred.
func (c *counter) count() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	if step := max(1, c.total/100); c.progress != nil && (c.done%step == 0 || c.done == c.total) {
		c.progress(c.done, c.total)
	}
}

// complete returns an error unless every page was written: for a page without
// a template Hugo writes nothing, and says nothing.
func (c *counter) complete() error {
	if c.done != c.total {
		return fmt.Errorf("%d of %d pages were written: a template is missing, or two pages have one address", c.done, c.total)
	}
	return nil
}

// copyStatic copies the theme's files that need no work: as a library, Hugo
// leaves them where they are.
func copyStatic(from string, to afero.Fs) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || (err == nil && entry.IsDir()) {
			return nil
		}
		if err != nil {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		return writeFile(to, "/"+filepath.ToSlash(rel), content)
	})
}

// writeFile writes one file at its address, folders and all.
func writeFile(to afero.Fs, address string, content []byte) error {
	if err := to.MkdirAll(path.Dir(address), 0o755); err != nil {
		return err
	}
	return afero.WriteFile(to, address, content, 0o644)
}
