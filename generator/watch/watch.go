// Package watch says which files changed, once it is quiet. It is the door of
// fsnotify.
//
// Folders are watched, not files: an editor that saves by renaming a new file
// over the old one would otherwise be lost after the first save. A folder that
// appears is watched from then on, a root that is moved away and comes back
// too; one that goes is forgotten.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Folders sends the paths that changed below the roots, sorted, each time
// nothing more has changed for the time quiet. The channel closes when ctx
// ends. A root that does not exist is watched from when it appears.
func Folders(ctx context.Context, roots []string, quiet time.Duration) (<-chan []string, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch: %w", err)
	}
	for _, root := range roots {
		// The folder around a root says when the root comes and goes.
		err := w.Add(filepath.Dir(root))
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		if err := errors.Join(err, add(w, root)); err != nil {
			return nil, errors.Join(fmt.Errorf("watch %s: %w", root, err), w.Close())
		}
	}
	changes := make(chan []string)
	go func() {
		defer w.Close()
		defer close(changes)
		follow(ctx, w, roots, quiet, changes)
	}()
	return changes, nil
}

// add watches a folder and all folders in it.
func add(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // it went while we looked
		case err != nil:
			return fmt.Errorf("watch %s: %w", path, err)
		case !d.IsDir():
			return nil
		case path != root && ignored(path):
			return filepath.SkipDir
		}
		if err := w.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("watch %s: %w", path, err)
		}
		return nil
	})
}

// ignored reports whether a path is an editor's or a tool's own: hidden files,
// backups, vim's and Emacs's working files.
func ignored(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") || name == "4913"
}

// below reports whether a path is one of the roots or lies in one.
func below(path string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		inside, err := filepath.Rel(root, path)
		return err == nil && filepath.IsLocal(inside)
	})
}

// follow gathers events and sends them when it is quiet. Each event starts the
// wait again, so that a checkout of a branch is one change.
func follow(ctx context.Context, w *fsnotify.Watcher, roots []string, quiet time.Duration, changes chan<- []string) {
	pending := map[string]bool{}
	timer := time.NewTimer(quiet)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if ignored(e.Name) || e.Op == fsnotify.Chmod || !below(e.Name, roots) {
				continue
			}
			if e.Has(fsnotify.Create) {
				_ = add(w, e.Name) // a file, or a folder that may be gone again: its parent is watched
			}
			pending[e.Name] = true
			timer.Reset(quiet)
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			pending["."] = true // events were lost: something changed, we cannot say what
			timer.Reset(quiet)
		case <-timer.C:
			paths := make([]string, 0, len(pending))
			for p := range pending {
				paths = append(paths, p)
			}
			slices.Sort(paths)
			clear(pending)
			select {
			case changes <- paths:
			case <-ctx.Done():
				return
			}
		}
	}
}
