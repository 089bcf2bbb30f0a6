package site

import (
	"encoding/xml"
	"errors"
	"strings"

	"github.com/spf13/afero"

	"signpost/generator/model"
)

// files writes what is not a page.
func (v *views) files(out afero.Fs) error {
	for _, f := range []struct {
		address string
		content func() ([]byte, error)
	}{
		{model.SitemapAddress, v.sitemap},
		{model.RobotsAddress, v.robots},
		{model.CoverageTableAddress, v.coverageTable},
		{model.DifferencesAddress, v.differences},
		{model.QualityTableAddress, v.qualityTable},
		{model.QualityDataAddress, v.qualityData},
		{model.ServicesTableAddress, v.servicesTable},
		{model.ChannelsTableAddress, v.channelsTable},
		{model.WorkbookAddress, v.workbook},
		{"/_headers", v.headersFile},
		{"/_redirects", v.redirectsFile},
	} {
		content, err := f.content()
		if err != nil {
			return err
		}
		if err := writeFile(out, f.address, content); err != nil {
			return err
		}
	}
	return errors.Join(v.schemas(out), v.form(out), v.contactFiles(out))
}

// sitemap lists the pages that search engines should know. It has no dates:
// the site is built anew each day, and that says nothing about a page. Those of a
// page in other languages stand with it.
func (v *views) sitemap() ([]byte, error) {
	type translation struct {
		Rel  string `xml:"rel,attr"`
		Lang string `xml:"hreflang,attr"`
		Href string `xml:"href,attr"`
	}
	type location struct {
		Loc   string        `xml:"loc"`
		Other []translation `xml:"xhtml:link"`
	}
	set := struct {
		XMLName xml.Name   `xml:"urlset"`
		Space   string     `xml:"xmlns,attr"`
		XHTML   string     `xml:"xmlns:xhtml,attr"`
		URLs    []location `xml:"url"`
	}{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range Pages(v.d) {
		if p.Listed() {
			l := location{Loc: v.link(p.Address)}
			for _, a := range v.alternateLinks(p) {
				l.Other = append(l.Other, translation{"alternate", a.Lang, a.Href})
			}
			set.URLs = append(set.URLs, l)
		}
	}
	body, err := xml.MarshalIndent(set, "", " ")
	return append([]byte(xml.Header), append(body, '\n')...), err
}

// robots keeps search engines away from a preview.
func (v *views) robots() ([]byte, error) {
	if v.o.Preview {
		return []byte("User-agent: *\nDisallow: /\n"), nil
	}
	return []byte("User-agent: *\nDisallow:\n\nSitemap: " + v.link(model.SitemapAddress) + "\n"), nil
}

// coverageTable is the table of /coverage/, with ids for machines.
func (v *views) coverageTable() ([]byte, error) {
	rows := [][]string{{"area", "name", "region", "first_contact", "how", "why", "service", "service_name", "provision", "routes", "communities", "young_people", "newest", "told", "not_told"}}
	for _, r := range v.rows() {
		id, name := "", ""
		if r.lead != nil {
			id, name = r.lead.ID, v.nameOf(r.lead)
		}
		rows = append(rows, []string{r.area.Slug, r.area.Name, r.area.Region, string(r.class), r.How, r.area.FirstFor(model.Everyone).Because, id, name,
			string(r.area.Provision.Kind), r.Routes, r.Communities, string(r.own), r.Newest, strings.Join(r.told, "; "), strings.Join(r.silent, "; ")})
	}
	return Table(rows)
}

// redirectsFile tells hosts that understand it about former addresses. The
// pages at those addresses lead on by themselves, for hosts that do not.
func (v *views) redirectsFile() ([]byte, error) {
	var lines strings.Builder
	for _, m := range v.d.Moved {
		lines.WriteString(v.href(m.From) + " " + v.href(m.To) + " 301\n")
	}
	return []byte(lines.String()), nil
}
