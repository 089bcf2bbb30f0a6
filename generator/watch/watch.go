// Package watch says which files changed, once it is quiet. It is the door of
// fsnotify.
//
// Folders are watched, not files: an editor that saves by renaming a new file
// over the old one would otherwise be lost after the first save. A folder that
// appears is watched from then on, a root that is moved away and comes back
// too; one that goes is forgotten. Links are not followed. What changes in a
// file's rights and times alone is no change.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Lost is the path that is sent when something changed and nobody can say what:
// more happened at once than the system remembers, or a folder could not be
// watched.
const Lost = "."

// Folders sends the paths that changed below the roots, sorted, each time
// nothing more has changed for the time quiet; what changes while nobody
// receives is sent with the next. The channel closes when ctx ends. A root that
// does not exist is watched from when it appears.
func Folders(ctx context.Context, roots []string, quiet time.Duration) (<-chan []string, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch: %w", explain(err))
	}
	for _, root := range roots {
		// The folder around a root says when the root comes and goes.
		err := w.Add(filepath.Dir(root))
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		if err != nil {
			err = fmt.Errorf("watch %s: %w", filepath.Dir(root), explain(err))
		}
		if err := errors.Join(err, add(w, root)); err != nil {
			return nil, errors.Join(err, w.Close())
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
			return fmt.Errorf("watch %s: %w", path, explain(err))
		}
		return nil
	})
}

// explain says what to do when the system watches no more for its user: Linux
// allows so many folders, and so many programs, in all (inotify(7)).
func explain(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("this machine watches no more folders for you; allow more with \"sudo sysctl fs.inotify.max_user_watches=524288\", or close what watches many, such as an editor with a large folder: %w", err)
	case errors.Is(err, syscall.EMFILE):
		return fmt.Errorf("this machine lets no more programs watch folders for you; allow more with \"sudo sysctl fs.inotify.max_user_instances=512\", or close some: %w", err)
	}
	return err
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
	var ready []string      // what is pending, once it is quiet
	var due chan<- []string // changes, then
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
			if e.Has(fsnotify.Create) && add(w, e.Name) != nil { // a file, or a folder that may be gone again: its parent is watched
				pending[Lost] = true
			}
			pending[e.Name] = true
			due = nil
			timer.Reset(quiet)
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			pending[Lost] = true
			due = nil
			timer.Reset(quiet)
		case <-timer.C:
			ready, due = slices.Sorted(maps.Keys(pending)), changes
		case due <- ready:
			clear(pending)
			due = nil
		}
	}
}
