package site

import (
	"cmp"
	"fmt"
	"net/url"
	"sync"

	"signpost/generator/model"
	"signpost/generator/prose"
)

// views makes the view of each page.
type views struct {
	d      *model.Directory
	o      Options
	base   *url.URL
	report reporting
	forms  struct { // see formsOf
		once sync.Once
		of   map[string][]model.Page
	}

	listing sync.Once
	listed  map[string]bool // the addresses of all pages, once somebody asked
	terms   *prose.Glossary // linked to what each term means
}

// rootBase is for words alone, whose links nobody follows.
var rootBase = &url.URL{Scheme: "https", Host: "signpost.example", Path: "/"}

func newViews(d *model.Directory, o Options) (*views, error) {
	base, err := parseBase(cmp.Or(o.BaseURL, d.Settings.BaseURL))
	if err != nil {
		return nil, err
	}
	v := &views{d: d, o: o, base: base}
	v.terms = prose.NewGlossary(Terms(d), func(id string) string { return v.href(model.WordAddress(id)) })
	return v, nil
}

// href is a page's address as the site's own pages link to it: a site may
// stand below a folder of its host.
func (v *views) href(address string) string { return v.base.Path + address[1:] }

// has reports whether the site has a page at an address.
func (v *views) has(address string) bool {
	v.listing.Do(func() {
		v.listed = map[string]bool{}
		for _, p := range Pages(v.d) {
			v.listed[p.Address] = true
		}
	})
	return v.listed[address]
}

// link is the whole web address of a page.
func (v *views) link(address string) string { return v.base.JoinPath(address).String() }

func (v *views) view(p model.Page) (any, error) {
	switch p.Kind {
	case model.HomePage:
		return v.home(p), nil
	case model.StartPage:
		return v.step(p)
	case model.FindPage:
		return v.find(p), nil
	case model.OfflinePage:
		return v.offline(p), nil
	case model.AreasPage:
		return v.areas(p), nil
	case model.AreaPage:
		return v.linked(v.area(p)), nil
	case model.EasyReadPage:
		return v.easyArea(p), nil
	case model.YoungAreaPage:
		return v.youngArea(p), nil
	case model.LeafletPage, model.PosterPage, model.WalletPage, model.InsertPage:
		return v.paper(p)
	case model.ReplacedPage:
		return v.replaced(p), nil
	case model.ServicePage:
		return v.service(p)
	case model.CoveragePage:
		return v.coverage(p), nil
	case model.HelpPage:
		return v.help(p)
	case model.EasyHelpPage:
		return v.easyHelp(p)
	case model.HelpsPage:
		return v.helps(p), nil
	case model.YoungPage:
		return v.young(p), nil
	case model.MovingPage:
		return v.moving(p)
	case model.FosteringPage:
		return v.fostering(p), nil
	case model.SchoolsPage:
		return v.schools(p), nil
	case model.AreaSchools:
		return v.areaSchools(p), nil
	case model.TopicPage:
		return v.topic(p)
	case model.TopicsPage:
		return v.topics(p)
	case model.ArticlePage:
		return v.article(p)
	case model.WordsPage:
		return v.glossary(p)
	case model.ProvidersPage:
		return v.guide(p), nil
	case model.FieldsPage:
		return v.fields(p), nil
	case model.AdminPage:
		return v.admin(p), nil
	case model.QualitiesPage:
		return v.qualities(p), nil
	case model.QualityPage:
		return v.quality(p)
	case model.ThanksPage:
		return v.thanks(p), nil
	case model.EmbedsPage:
		return v.embeds(p), nil
	case model.EmbedPage:
		return v.embed(p), nil
	case model.LanguageHomePage:
		return v.languageHome(p)
	case model.LanguageAreaPage:
		return v.languageArea(p)
	case model.MovedPage:
		return v.moved(p), nil
	case model.MissingPage:
		return v.missing(p), nil
	}
	return nil, fmt.Errorf("no view for pages of kind %q", p.Kind)
}
