package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/prose"
	"signpost/generator/site"
)

// plainBase is where the pages stand while they are read: at the root of a
// host, so that addresses are those of the model.
const plainBase = "https://signpost.example/"

// A plainPage says how plain a page for families is.
type plainPage struct {
	page   model.Page
	report prose.Report
	faults []prose.Fault
}

// printPlain reads every page for families as it is written, and prints how
// plain they are, the hardest first.
func (c *checking) printPlain(ctx context.Context, w io.Writer, d *model.Directory, problems []model.Problem) error {
	pages := familyPages(d)
	var addresses []string
	for _, p := range pages {
		addresses = append(addresses, p.Address)
	}
	o := c.siteOptions("", problems)
	o.BaseURL = plainBase
	files, err := site.Some(ctx, d, o, addresses)
	if err != nil {
		return err
	}
	read, err := measure(d, pages, func(address string) []byte { return files[site.FileOf(address)] })
	if err != nil {
		return err
	}
	found := plainProblems(os.DirFS(c.root), read)
	if c.format == "json" {
		return printPlainJSON(w, d.AsAt, read, found)
	}
	return printPlainText(w, read, found)
}

// familyPages are the pages that families read.
func familyPages(d *model.Directory) []model.Page {
	return slices.DeleteFunc(site.Pages(d), func(p model.Page) bool { return !p.ForFamilies() })
}

// measure reads the pages as they were written, and sorts them, the hardest
// first.
func measure(d *model.Directory, pages []model.Page, written func(address string) []byte) ([]plainPage, error) {
	terms := prose.NewGlossary(slices.Concat(site.Terms(d), names(d)), func(string) string { return "" })
	var read []plainPage
	for _, p := range pages {
		blocks, err := prose.PageBlocks(written(p.Address), isName)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Address, err)
		}
		if len(blocks) == 0 {
			return nil, fmt.Errorf("%s: the page has no words in its main part, so nothing says how plain it is", p.Address)
		}
		report := prose.PlainBlocks(blocks, terms)
		read = append(read, plainPage{p, report, report.Faults()})
	}
	slices.SortStableFunc(read, func(a, b plainPage) int {
		return cmp.Or(cmp.Compare(len(b.faults), len(a.faults)), cmp.Compare(b.report.Index, a.report.Index), cmp.Compare(a.page.Address, b.page.Address))
	})
	return read, nil
}

// isName reports whether a link of the site's own says the name of the page to
// which it leads: that of a service or of an area.
func isName(href string) bool {
	return strings.HasPrefix(href, "/services/") || strings.HasPrefix(href, model.AreasAddress) && href != model.AreasAddress
}

// names are those of services, areas and sources: words that nobody here may
// change.
func names(d *model.Directory) []prose.Term {
	var terms []prose.Term
	for _, s := range d.Services {
		for _, name := range s.Names() {
			short, long, _ := strings.Cut(strings.TrimSuffix(name, ")"), " (")
			terms = append(terms, prose.Term{Title: name, Forms: []string{short, long}})
		}
		terms = append(terms, prose.Term{Title: s.Delivery.Value.RunBy})
	}
	for _, a := range d.Authorities {
		terms = append(terms, prose.Term{Title: a.Name, Forms: append(slices.Clone(a.OtherNames), a.Region)})
	}
	for _, a := range d.Areas {
		for _, district := range a.Districts {
			terms = append(terms, prose.Term{Title: district.Name})
		}
	}
	for _, s := range d.Sources {
		terms = append(terms, prose.Term{Title: s.Name})
	}
	return terms
}
