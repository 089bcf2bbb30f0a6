package model

import (
	"path"
	"slices"
	"strings"
)

// A Topic is a vocabulary whose terms have pages of their own.
type Topic struct {
	Target     string // what stands before the colon of a target: "need" in need:autism
	Vocabulary string
	List       string                 // address of the list of its terms
	Address    func(id string) string // address of a term's page
}

// Topics lists them.
var Topics = []Topic{
	{"need", "needs", NeedsAddress, NeedAddress},
	{"community", "communities", CommunitiesAddress, CommunityAddress},
	{"support", "support", SupportsAddress, SupportAddress},
	{"kind", "kinds", KindsAddress, KindAddress},
}

// HelpTarget stands before the colon of a target that is a help page.
const HelpTarget = "help"

// TopicOf returns the topic of a vocabulary.
func TopicOf(vocabulary string) (Topic, bool) {
	i := slices.IndexFunc(Topics, func(t Topic) bool { return t.Vocabulary == vocabulary })
	if i < 0 {
		return Topic{}, false
	}
	return Topics[i], true
}

// TargetAddress is the page that a target of a synonym means: help:waiting,
// need:autism, community:adopted, support:forms, kind:mediation. It is false
// where there is no such page, as while a guide is being mended.
func (d *Directory) TargetAddress(target string) (string, bool) {
	of, id, _ := strings.Cut(target, ":")
	if of == HelpTarget {
		_, ok := d.Help(id)
		return HelpAddress(id), ok
	}
	for _, t := range Topics {
		if t.Target == of {
			_, ok := d.Vocabulary[t.Vocabulary].Find(id)
			return t.Address(id), ok
		}
	}
	return "", false
}

// HasPage reports whether a guide can link to an address of the site: to a
// list, an area, a help page, or a term of a [Topic].
func (d *Directory) HasPage(address string) bool {
	list, id := path.Split(strings.TrimSuffix(address, "/"))
	switch {
	case slices.Contains(single, address):
		return true
	case address != list+id+"/":
		return false
	case list == HelpsAddress:
		_, ok := d.Help(id)
		return ok
	case list == AreasAddress:
		return d.Area(id) != nil
	}
	i := slices.IndexFunc(Topics, func(t Topic) bool { return t.List == list })
	if i < 0 {
		return false
	}
	_, ok := d.Vocabulary[Topics[i].Vocabulary].Find(id)
	return ok
}

// Help returns the help page with the id.
func (d *Directory) Help(id string) (Article, bool) {
	i := slices.IndexFunc(d.Articles, func(a Article) bool { return a.ID == id && a.IsHelp() })
	if i < 0 {
		return Article{}, false
	}
	return d.Articles[i], true
}

// single are the pages that a guide may lead to, of which there is one each.
var single = []string{
	HomeAddress,
	StartAddress,
	FindAddress,
	AreasAddress,
	HelpsAddress,
	YoungAddress,
	MovingAddress,
	FosteringAddress,
	SchoolsAddress,
	NeedsAddress,
	CommunitiesAddress,
	SupportsAddress,
	KindsAddress,
	WordsAddress,
}
