package main

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"signpost/search/answer"
)

// The folders of the zip.
const (
	siteFolder  = "site"
	indexFolder = "index"
)

// headersFile says which headers the host sends with the site's pages; what a
// function answers gets none of them by itself.
const headersFile = "_headers"

// carry copies the program to a file, and puts the parts of a build behind it.
func carry(program, site, to string) (err error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	defer func() {
		if e := out.Close(); err == nil {
			err = e
		}
	}()
	in, err := os.Open(program)
	if err != nil {
		return err
	}
	defer in.Close()
	size, err := io.Copy(out, in)
	if err != nil {
		return fmt.Errorf("%s: %w", to, err)
	}
	z := zip.NewWriter(out)
	z.SetOffset(size)
	if err := pack(z, site); err != nil {
		return err
	}
	return z.Close()
}

// pack adds what an answer needs: the page, the exports, the headers, the index.
func pack(z *zip.Writer, site string) error {
	published := os.DirFS(site)
	for _, name := range []string{answer.PageFile, answer.CurrentFile, headersFile} {
		if err := add(z, published, name, siteFolder); err != nil {
			return err
		}
	}
	if err := addFolder(z, published, answer.Folder, siteFolder); err != nil {
		return err
	}
	return addFolder(z, os.DirFS(filepath.Join(filepath.Clean(site)+".index", "bleve")), ".", indexFolder)
}

func addFolder(z *zip.Writer, from fs.FS, folder, to string) error {
	return fs.WalkDir(from, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return add(z, from, name, to)
	})
}

func add(z *zip.Writer, from fs.FS, name, to string) error {
	content, err := fs.ReadFile(from, name)
	if err != nil {
		return err
	}
	w, err := z.Create(path.Join(to, name))
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// unpack opens what the program carries. Only the index has to be on a disk: it
// is written to the scratch folder.
func unpack(program, scratch string) (*function, error) {
	z, err := zip.OpenReader(program)
	if err != nil {
		return nil, fmt.Errorf("%s carries no build; make one with --carry: %w", program, err)
	}
	site, err := fs.Sub(z, siteFolder)
	if err != nil {
		return nil, err
	}
	index, err := fs.Sub(z, indexFolder)
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(scratch, "bleve")
	if err := os.CopyFS(folder, index); err != nil {
		return nil, err
	}
	finder, err := answer.Open(folder, site)
	if err != nil {
		return nil, err
	}
	page, err := fs.ReadFile(site, answer.PageFile)
	if err != nil {
		return nil, err
	}
	headers, err := fs.ReadFile(site, headersFile)
	if err != nil {
		return nil, err
	}
	handler, err := answer.NewHandler(finder, page)
	if err != nil {
		return nil, err
	}
	return &function{handler, headersOf(string(headers), handler.Address()), func() error {
		finder.Close()
		return z.Close()
	}}, nil
}

// headersOf are the headers of an address by the rules of _headers: a pattern
// on a line of its own, its headers indented below it, later rules before
// earlier ones. The site's caching is for pages that are the same for all.
func headersOf(rules, address string) map[string]string {
	headers := map[string]string{}
	applies := false
	for line := range strings.Lines(rules) {
		rule := strings.TrimSpace(line)
		if name, value, ok := strings.Cut(rule, ": "); ok && strings.HasPrefix(line, " ") {
			if applies && name != "Cache-Control" {
				headers[name] = value
			}
			continue
		}
		prefix, open := strings.CutSuffix(rule, "*")
		applies = rule == address || open && strings.HasPrefix(address, prefix)
	}
	return headers
}
