package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/source"
)

// stampCouncil changes the checks of what a council says of a service that has
// no entry of its own.
func (c *confirmation) stampCouncil(reading *model.Reading) error {
	var told []*model.Record
	for _, r := range reading.Records {
		if r.ID == c.id && r.Source.Rank == model.Council && path.Base(r.Where.File) == "services.csv" {
			told = append(told, r)
		}
	}
	switch {
	case len(told) == 0:
		return fmt.Errorf("there is no entry %q: looked for %s/*/%s.md in %s, and in the councils' services.csv", c.id, entriesFolder, c.id, c.root.Name())
	case len(told) > 1:
		return fmt.Errorf("two councils speak of %q: %s and %s; it needs an entry of its own", c.id, told[0].Where.File, told[1].Where.File)
	}
	r := told[0]
	said := saidBy(r)
	if c.groups == nil {
		c.groups = slices.Clone(said)
	}
	for _, g := range c.groups {
		if !slices.Contains(said, g) {
			return fmt.Errorf("%s says nothing of %q that could be confirmed", r.Where.File, g)
		}
	}
	left, err := c.stampTable(path.Join(path.Dir(r.Where.File), "channels.csv"), c.groups, nil)
	if err != nil || len(left) == 0 {
		return err
	}
	own := slices.DeleteFunc(said, func(g model.Group) bool { return path.Base(r.At(g).File) == "channels.csv" })
	_, err = c.stampTable(r.Where.File, left, own)
	return err
}

// saidBy are the groups that a record says something of.
func saidBy(r *model.Record) []model.Group {
	return slices.DeleteFunc(slices.Clone(model.Groups), func(g model.Group) bool { return r.Value(g).Blank() })
}

// stampTable changes a table, and returns the groups that it does not hold.
func (c *confirmation) stampTable(file string, groups, said []model.Group) (left []model.Group, err error) {
	text, err := readIfThere(c.root, file)
	if err != nil || len(text) == 0 {
		return groups, err
	}
	stamped, done, err := source.ConfirmRow(text, file, c.id, groups, said, c.Checked)
	if err != nil {
		return nil, err
	}
	if len(done) > 0 {
		c.files = append(c.files, writing{file: file, text: stamped})
	}
	return slices.DeleteFunc(slices.Clone(groups), func(g model.Group) bool { return slices.Contains(done, g) }), nil
}

// mayWrite makes sure that an e-mail came from the service: from the domain of
// the website or the e-mail address that was known before.
func (c *confirmation) mayWrite() error {
	if c.from == "" {
		return nil
	}
	domain := strings.ToLower(strings.TrimPrefix(c.from[strings.LastIndex(c.from, "@")+1:], "www."))
	own := c.domains(c.record)
	if slices.Contains(own, domain) {
		return nil
	}
	if len(own) == 0 {
		return fmt.Errorf("no website or e-mail address of %s is known, so nobody can tell if %s is its own; ring the number known before", c.id, domain)
	}
	return fmt.Errorf("the e-mail came from %s, and %s is known by %s; ring the number known before", domain, c.id, strings.Join(own, " and "))
}

// domains are those that the service was known by before this confirmation: of
// the website and the e-mail address confirmed last, else of those it gives.
func (c *confirmation) domains(r *model.Record) []string {
	var domains []string
	for _, t := range []model.ChannelType{model.Website, model.Email} {
		value := r.ChannelsOf(t).String()
		if last, ok := c.known[source.Fact{Source: r.Source.ID, Service: r.ID, Group: model.Group(t)}]; ok {
			value = last.Is
		}
		for channel := range strings.SplitSeq(value, "; ") {
			address, _, _ := strings.Cut(channel, " · ")
			host := model.Host(address[strings.LastIndex(address, "@")+1:])
			if strings.Contains(host, ".") && !strings.ContainsAny(host, " ") && !slices.Contains(domains, host) {
				domains = append(domains, host)
			}
		}
	}
	return domains
}
