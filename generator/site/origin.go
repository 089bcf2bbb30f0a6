package site

import (
	"signpost/generator/model"
)

// An origin is where a fact is from and how old it is, in the words of
// wording.csv.
type origin struct {
	Class string     `json:"class"` // told, seen or law
	Band  model.Band `json:"band"`  // of what was told: confirmed of late, or so old that it fades
	Says  []Span     `json:"says"`
}

// old reports whether the fact has to be made sure of before anyone relies on it.
func (o *origin) old() bool { return o != nil && o.Band == model.RingFirst }

// origin is the whole sentence about a fact of the service.
func (v *views) origin(o model.Origin, s *model.Service) *origin {
	switch {
	case o.Record == nil:
		return nil
	case o.Told():
		told := &origin{Class: "told", Says: v.told(o, s)}
		if band := o.Checked.Band(v.d.AsAt); band != model.ToldBefore {
			told.Band = band
		}
		return told
	}
	return &origin{Class: "seen", Says: v.unconfirmed(o, s)}
}

// told says who told us and when. What was told long ago is not called wrong,
// only old.
func (v *views) told(o model.Origin, s *model.Service) []Span {
	who := v.nameOf(s)
	if o.Record.Source.Rank == model.Council {
		who = o.Record.Source.Name
	}
	if o.Checked.On.IsZero() {
		return v.say("state-told-undated", fill{"service": plain(who)})
	}
	says := v.say("state-told", fill{"service": plain(who), "date": plain(o.Checked.On.Words())})
	if o.Checked.Band(v.d.AsAt) == model.RingFirst {
		says = append(says, Span{Text: " " + v.makeSure(s)})
	}
	return says
}

// makeSure is the advice beside what was told long ago: to ring first, where
// there is a number to ring.
func (v *views) makeSure(s *model.Service) string {
	if _, _, ok := ownChannel(s, model.Phone, model.Everyone); ok {
		return v.d.Vocabulary.Say("state-old")
	}
	return v.d.Vocabulary.Say("state-old-ask")
}

// unconfirmed says where we saw it. A council's own page is the council's to
// confirm.
func (v *views) unconfirmed(o model.Origin, s *model.Service) []Span {
	date, page := o.Date(), pageOf(o)
	switch {
	case s.Kind == model.LocalOfferSite && date.IsZero():
		return expand("We saw this on {page}. The page shows no date. The council has not told us it is right.", fill{"page": page})
	case s.Kind == model.LocalOfferSite:
		return expand("We saw this on {page} in {year}. The council has not told us it is right.", fill{"page": page, "year": plain(month(date))})
	case date.IsZero():
		return expand("We saw this on {page}. The page shows no date. The service has not told us it is right.", fill{"page": page})
	}
	return v.say("state-unconfirmed", fill{"page": page, "year": plain(month(date))})
}

// opened says when a link check last opened a web address that only a list
// gave us.
func (v *views) opened(c model.Channel) []Span {
	return v.say("block-l", fill{"date": plain(c.Opened.Words())})
}

// pageOf is the page where a register saw something, by its host. A row without
// a page has only its list to name.
func pageOf(o model.Origin) []Span {
	if host := model.Host(o.Record.Page); host != "" {
		return []Span{{Text: host, Href: webLink(o.Record.Page)}}
	}
	return []Span{{Text: "a public list", Href: webLink(o.Record.Source.Link)}}
}

// month is a date no finer than its month, to stand after "in".
func month(d model.Date) string { return model.Date{Year: d.Year, Month: d.Month}.Words() }

// samePage reports whether two facts were seen on one page at one time. Rows
// are not compared: two rows may hold what one page says.
func samePage(a, b model.Origin) bool {
	return a.Record != nil && b.Record != nil && a.Record.Page == b.Record.Page && a.Date() == b.Date()
}
