//go:build !linux

package output

import "os"

// exchange replaces a folder in two renames. A reader between them finds no
// folder; Prepare puts it back if the process was killed there.
func exchange(next, published string) error {
	if missing(published) {
		return os.Rename(next, published)
	}
	aside := published + ".old"
	if err := os.RemoveAll(aside); err != nil {
		return err
	}
	if err := os.Rename(published, aside); err != nil {
		return err
	}
	if err := os.Rename(next, published); err != nil {
		return err
	}
	return os.RemoveAll(aside)
}

// lockFile opens the lock; systems without flock leave it to the user that
// only one build runs.
func lockFile(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
}

// recoverFolder puts back a published folder that a killed exchange had set
// aside.
func recoverFolder(path string) error {
	aside := path + ".old"
	if !missing(path) || missing(aside) {
		return nil
	}
	if err := ours(aside); err != nil {
		return err
	}
	return os.Rename(aside, path)
}
