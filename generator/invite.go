package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/quality"
	"signpost/generator/sheet"
)

// invitesMark is the file by which a folder of letters is known to be ours.
const invitesMark = "invites.csv"

// An inviter writes letters to services: is this right?
type inviter struct {
	builder
	area, kind, to string
	all            bool
	known          knowledge
}

// runInvite writes a letter to each service of a kind, and an e-mail to those
// of which an address is known. It sends nothing.
func runInvite(_ context.Context, args []string, stdout, stderr io.Writer) error {
	var n inviter
	flags := newFlags("invite", stderr)
	n.reads(flags)
	flags.StringVar(&n.area, "area", "", "the `area` whose services are asked, by its name; england for national ones")
	flags.BoolVar(&n.all, "all", false, "ask the services of all areas")
	flags.StringVar(&n.kind, "kind", string(model.IASS), "the `sort` of services that are asked: an id of data/vocabulary/kinds.csv, or all")
	flags.StringVar(&n.to, "to", "invites", "the `folder` for the letters: a new one, or one that invite made")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if err := noWords("invite", words); err != nil {
		return err
	}
	root, err := os.OpenRoot(n.root)
	if err != nil {
		return fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	if n.known, err = n.know(root.FS()); err != nil {
		return err
	}
	slugs, err := n.slugs()
	if err != nil {
		return err
	}
	invitations, without := n.invitations(slugs)
	if len(invitations) == 0 {
		return fmt.Errorf("no service of the kind %q is known there", n.kind)
	}
	if err := n.write(invitations); err != nil {
		return err
	}
	return n.report(stdout, invitations, without)
}

// slugs are the areas that the flags choose.
func (n *inviter) slugs() ([]string, error) {
	if n.kind != "all" {
		kind, sentence := n.known.kind(n.kind)
		if sentence != "" {
			return nil, fmt.Errorf("--kind: %s", sentence)
		}
		n.kind = kind
	}
	if n.all == (n.area != "") {
		return nil, errors.New("say whom to ask: --area kent, or --all")
	}
	if n.all {
		return quality.Slugs(n.known.directory), nil
	}
	slug, sentence := n.known.area(n.area)
	if sentence == "" && !slices.Contains(quality.Slugs(n.known.directory), slug) {
		sentence = fmt.Sprintf("%q has no duties on %s", slug, n.asAt.Words())
	}
	if sentence != "" {
		return nil, fmt.Errorf("--area: %s", sentence)
	}
	return []string{slug}, nil
}

// invitations are the letters to services of the areas, each service once, and
// the names of the areas that have none of the kind.
func (n *inviter) invitations(slugs []string) (all []invitation, without []string) {
	reporter := quality.New(n.known.directory, n.known.problems)
	written := map[string]bool{}
	for _, slug := range slugs {
		area, _ := reporter.Area(slug)
		found := false
		for _, s := range area.Services {
			if s.Kind == model.LocalOfferSite || !s.Ended.IsZero() || n.kind != "all" && string(s.Kind) != n.kind {
				continue
			}
			found = true
			if !written[s.ID] {
				written[s.ID] = true
				all = append(all, n.invitation(area, s))
			}
		}
		if !found && slug != model.England {
			without = append(without, area.Name)
		}
	}
	return all, without
}

// write writes the letters into a folder of their own, in place of those that
// were there.
func (n *inviter) write(invitations []invitation) error {
	if err := os.MkdirAll(n.to, 0o755); err != nil {
		return err
	}
	folder, err := os.OpenRoot(n.to)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := sweep(folder); err != nil {
		return err
	}
	list := sheet.Table{Header: []string{"service", "area", "name", "to", "file", "missing"}}
	var files []writing
	for _, i := range invitations {
		letter, err := i.letter()
		if err != nil {
			return err
		}
		file := i.id + ".txt"
		files = append(files, writing{file: file, text: letter})
		if i.to != "" {
			mail, err := i.mail(n.asAt)
			if err != nil {
				return err
			}
			file = i.id + ".eml"
			files = append(files, writing{file: file, text: mail})
		}
		list.Rows = append(list.Rows, sheet.Row{Cells: []string{i.id, strings.Join(i.areas, ";"), i.name, i.to, file, fmt.Sprint(len(i.Missing))}})
	}
	table, err := sheet.CSV(list)
	if err != nil {
		return err
	}
	return writeAll(folder, append(files, writing{file: invitesMark, text: table})...)
}

// sweep empties a folder of letters; it refuses one that holds anything else.
func sweep(folder *os.Root) error {
	entries, err := fs.ReadDir(folder.FS(), ".")
	if err != nil || len(entries) == 0 {
		return err
	}
	ours := slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == invitesMark })
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !ours || !e.Type().IsRegular() || ext != ".txt" && ext != ".eml" && e.Name() != invitesMark {
			return fmt.Errorf("--to %s holds %s, which invite did not write; name a new folder", folder.Name(), e.Name())
		}
	}
	for _, e := range entries {
		if err := folder.Remove(e.Name()); err != nil {
			return err
		}
	}
	return nil
}

// report says what was written, and who could not be written to.
func (n *inviter) report(stdout io.Writer, invitations []invitation, without []string) error {
	mails := 0
	for _, i := range invitations {
		if i.to != "" {
			mails++
		}
	}
	fmt.Fprintf(stdout, "%s: %s and %s, listed in %s; nothing was sent\n", n.to, count(len(invitations), "letter"), count(mails, "e-mail"), invitesMark)
	if len(without) > 0 {
		fmt.Fprintf(stdout, "no such service is known in %s, so ask their councils: %s\n", count(len(without), "area"), strings.Join(without, ", "))
	}
	return nil
}
