package site

import (
	"slices"

	"signpost/generator/model"
)

// Pages is the one list of the site's pages: what is rendered, searched, put
// into the sitemap and checked for dead links.
func Pages(d *model.Directory) []model.Page {
	pages := []model.Page{
		{Address: model.HomeAddress, Kind: model.HomePage, Title: "There is free help near you"},
		{Address: model.FindAddress, Kind: model.FindPage, Title: "Find help near you"},
		{Address: model.SchoolsAddress, Kind: model.SchoolsPage, Title: "For schools: words to give to families"},
		{Address: model.AreasAddress, Kind: model.AreasPage, Title: "All areas of England"},
		{Address: model.HelpsAddress, Kind: model.HelpsPage, Title: "What is happening?"},
		{Address: model.YoungAddress, Kind: model.YoungPage, Title: "Help for you"},
		{Address: model.MovingAddress, Kind: model.MovingPage, Title: "We are moving to another area"},
		{Address: model.FosteringAddress, Kind: model.FosteringPage, Title: "I foster or look after someone else's child"},
		{Address: model.WordsAddress, Kind: model.WordsPage, Title: "What the words mean"},
		{Address: model.CoverageAddress, Kind: model.CoveragePage, Title: "What we know, area by area"},
		{Address: model.EmbedAddress, Kind: model.EmbedsPage, Title: "Put this on your own page"},
		{Address: model.ProvidersAddress, Kind: model.ProvidersPage, Title: "Keep your entry right"},
		{Address: model.FieldsAddress, Kind: model.FieldsPage, Title: "Every line you can write"},
		{Address: model.AdminAddress, Kind: model.AdminPage, Title: "Change an entry"},
		{Address: model.ThanksAddress, Kind: model.ThanksPage, Title: "Thank you"},
		{Address: model.OfflineAddress, Kind: model.OfflinePage, Title: "You are not online"},
		{Address: model.MissingAddress, Kind: model.MissingPage, Title: "We did not find that page"},
	}
	return slices.Concat(pages,
		startPages(),
		areaPages(d),
		schoolPages(d),
		endedPages(d),
		servicePages(d),
		articlePages(d),
		easyHelpPages(d),
		topicPages(d),
		languagePages(d),
		qualityPages(d),
		movedPages(d))
}

func areaPages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, a := range d.Areas {
		title := a.Name + ": who supports you"
		pages = append(pages,
			model.Page{Address: model.AreaAddress(a.Slug), Kind: model.AreaPage, Title: title, Area: a.Slug},
			model.Page{Address: model.EasyReadAddress(a.Slug), Kind: model.EasyReadPage, Title: "Help in " + a.Name + ": Easy Read", Area: a.Slug},
			model.Page{Address: model.YoungAreaAddress(a.Slug), Kind: model.YoungAreaPage, Title: "Help for you in " + a.Name, Area: a.Slug},
			model.Page{Address: model.EmbedAreaAddress(a.Slug), Kind: model.EmbedPage, Title: title, Area: a.Slug})
		pages = append(pages, paperPages(a)...)
	}
	return pages
}

// endedPages keep the addresses of areas that ended, and of the frames that
// councils had put on their pages.
func endedPages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, a := range d.Ended {
		pages = append(pages,
			model.Page{Address: model.AreaAddress(a.Slug), Kind: model.ReplacedPage, Title: a.Name + ": what has changed", Area: a.Slug},
			model.Page{Address: model.EmbedAreaAddress(a.Slug), Kind: model.EmbedPage, Title: a.Name + ": what has changed", Area: a.Slug})
	}
	return pages
}

// servicePages are those of every service but a council's own local offer,
// which stands on the pages of its area, and those of which nothing can be said.
func servicePages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, s := range d.Services {
		if s.Kind == model.LocalOfferSite || s.IsTrace() {
			continue
		}
		pages = append(pages, model.Page{Address: model.ServiceAddress(s.ID), Kind: model.ServicePage, Title: serviceTitle(d, s), Service: s.ID})
	}
	return pages
}

// serviceTitle is the service's name, or what it is and where.
func serviceTitle(d *model.Directory, s *model.Service) string {
	if name := s.Name.Value.Name; name != "" {
		return begin(name)
	}
	kind, _ := d.Vocabulary["kinds"].Find(string(s.Kind))
	var areas []string
	for _, slug := range s.Areas {
		if a := d.Area(slug); a != nil {
			areas = append(areas, a.Name)
		}
	}
	if len(areas) == 0 {
		return kind.Label
	}
	return kind.Label + " in " + list(areas)
}

func articlePages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, a := range d.Articles {
		if a.ID == model.StartHelp {
			continue // it stands on the first of the questions
		}
		p := model.Page{Address: a.Address(), Kind: model.ArticlePage, Title: a.Title}
		if a.IsHelp() {
			p.Kind, p.Help = model.HelpPage, a.ID
		}
		pages = append(pages, p)
	}
	return pages
}

// easyHelpPages are the help pages that somebody wrote in Easy Read.
func easyHelpPages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, e := range d.EasyReads {
		if _, ok := d.Help(e.ID); ok {
			pages = append(pages, model.Page{Address: model.EasyHelpAddress(e.ID), Kind: model.EasyHelpPage, Title: e.Title, Help: e.ID})
		}
	}
	return pages
}

// topicPages are those of the vocabularies that families can look through:
// each one's list, and a page for each of its terms.
func topicPages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, t := range model.Topics {
		pages = append(pages, model.Page{Address: t.List, Kind: model.TopicsPage, Title: topicWords[t.Vocabulary].title, Topic: t.Vocabulary})
		for _, term := range d.Vocabulary[t.Vocabulary] {
			pages = append(pages, model.Page{Address: t.Address(term.ID), Kind: model.TopicPage, Title: term.Label, Topic: t.Vocabulary, Term: term.ID})
		}
	}
	return pages
}

// languagePages are, in each language beside English, where its readers start,
// and the page of every area.
func languagePages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, l := range d.Languages.Others() {
		pages = append(pages, model.Page{Address: model.LanguageAddress(l.Tag), Kind: model.LanguageHomePage, Title: l.Name, Language: l.Tag})
		for _, a := range d.Areas {
			pages = append(pages, model.Page{Address: model.LanguageAreaAddress(l.Tag, a.Slug), Kind: model.LanguageAreaPage, Title: a.Name + " · " + l.Name, Area: a.Slug, Language: l.Tag})
		}
	}
	return pages
}

func movedPages(d *model.Directory) []model.Page {
	var pages []model.Page
	for _, m := range d.Moved {
		pages = append(pages, model.Page{Address: m.From, Kind: model.MovedPage, Title: "This page has moved"})
	}
	return pages
}
