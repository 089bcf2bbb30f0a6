package main

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// An overlay is a tree with some files as they are about to be written: it is
// read to see what is wrong with them before anything is.
type overlay struct {
	fs.FS
	files map[string][]byte
}

// Open opens a file of the overlay or of the tree below it.
func (o overlay) Open(name string) (fs.File, error) {
	if text, ok := o.files[name]; ok {
		return openText{textInfo{path.Base(name), int64(len(text)), 0o644}, bytes.NewReader(text)}, nil
	}
	return o.FS.Open(name)
}

// Lstat describes a file or a folder; a folder is there where a file of the
// overlay stands in it.
func (o overlay) Lstat(name string) (fs.FileInfo, error) {
	if text, ok := o.files[name]; ok {
		return textInfo{path.Base(name), int64(len(text)), 0o644}, nil
	}
	info, err := fs.Lstat(o.FS, name)
	if err != nil && len(o.below(name)) > 0 {
		return textInfo{path.Base(name), 0, fs.ModeDir | 0o755}, nil
	}
	return info, err
}

// ReadLink is there for [fs.ReadLinkFS]: the overlay has no links of its own.
func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// ReadDir lists a folder, with what the overlay adds to it.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	added := o.below(name)
	if err != nil && len(added) == 0 {
		return nil, err
	}
	for _, child := range added {
		info, err := o.Lstat(path.Join(name, child))
		if err != nil {
			return nil, err
		}
		entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == child })
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// below lists what the overlay's files put into a folder.
func (o overlay) below(dir string) []string {
	var names []string
	for file := range o.files {
		rest, ok := strings.CutPrefix(file, dir+"/")
		if dir == "." {
			rest, ok = file, true
		}
		if name, _, _ := strings.Cut(rest, "/"); ok && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// A textInfo describes a file or a folder of an overlay.
type textInfo struct {
	name string
	size int64
	mode fs.FileMode
}

func (i textInfo) Name() string       { return i.name }
func (i textInfo) Size() int64        { return i.size }
func (i textInfo) Mode() fs.FileMode  { return i.mode }
func (i textInfo) ModTime() time.Time { return time.Time{} }
func (i textInfo) IsDir() bool        { return i.mode.IsDir() }
func (i textInfo) Sys() any           { return nil }

// An openText is an open file of an overlay.
type openText struct {
	info textInfo
	*bytes.Reader
}

func (f openText) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f openText) Close() error               { return nil }
