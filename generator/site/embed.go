package site

import (
	"fmt"
	"html"

	"signpost/generator/model"
)

// An embedView is the small page that a council puts in a frame on its own.
// It has no h1: the page around it has one.
type embedView struct {
	Frame frame    `json:"frame"`
	Name  string   `json:"name"`
	Sign  *Panel   `json:"sign"`
	Dated bool     `json:"dated"` // something in it ends on a day
	Today bool     `json:"today"` // it has hours that can be compared with the time of day
	Gone  string   `json:"gone"`  // an area that has ended, and where to go now
	Next  []Span   `json:"next"`
	More  *Span    `json:"more"`
	Help  [][]Span `json:"help"`
}

func (v *views) embed(p model.Page) embedView {
	a := v.d.Area(p.Area)
	view := embedView{Frame: v.frame(p, ""), Name: a.Name, Help: v.urgent()}
	view.Frame.Canonical = v.link(model.AreaAddress(a.Slug))
	if a.Ended(v.d.AsAt) {
		view.Gone, view.Next = v.whatFollowed(a), v.areaLinks(a.Successors)
		return view
	}
	sign := v.sign(a, model.Everyone)
	view.Sign, view.Dated, view.Today = &sign, sign.dated(), sign.today()
	view.More = &Span{Text: "More about who supports you in " + a.Name, Href: v.href(model.AreaAddress(a.Slug))}
	return view
}

// An embedsView is what councils copy: a link, a form and a frame per area.
type embedsView struct {
	Frame frame     `json:"frame"`
	All   snippet   `json:"all"` // for a page about no one area
	Areas []snippet `json:"areas"`
}

// A snippet is HTML to copy, as text.
type snippet struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Link  string `json:"link"`
	Form  string `json:"form"`
	Frame string `json:"frame"`
}

func (v *views) embeds(p model.Page) embedsView {
	view := embedsView{
		Frame: v.frame(p, "For councils, schools and anyone who helps families: a link, a form and a frame for each area, with addresses that stay."),
		All:   v.snippet("england", "England", model.HomeAddress),
	}
	for _, a := range v.d.Areas {
		s := v.snippet(a.Slug, a.Name, model.AreaAddress(a.Slug))
		s.Frame = v.embedFrame(a)
		view.Areas = append(view.Areas, s)
	}
	return view
}

// embedFrame is the frame of an area.
func (v *views) embedFrame(a *model.Area) string {
	return fmt.Sprintf("<iframe src=\"%s\" title=\"Free SEND advice in %s\" width=\"100%%\" height=\"480\" loading=\"lazy\"></iframe>",
		html.EscapeString(v.link(model.EmbedAreaAddress(a.Slug))), html.EscapeString(a.Name))
}

// snippet is the link and the form: the box, whose words go to this site, with
// a line that says so. An area's form asks within that area.
func (v *views) snippet(id, name, address string) snippet {
	to, called := html.EscapeString(v.link(address)), html.EscapeString(name)
	within := ""
	if address != model.HomeAddress {
		within = fmt.Sprintf("<input type=\"hidden\" name=\"area\" value=\"%s\">", html.EscapeString(id))
	}
	return snippet{
		ID: id, Name: name,
		Link: fmt.Sprintf("<a href=\"%s\">Who supports you in %s: free advice about special educational needs and disability</a>", to, called),
		Form: fmt.Sprintf("<form action=\"%s\" method=\"get\">%s<label>What do you need help with? <input type=\"search\" name=\"q\" autocomplete=\"off\"></label> <button type=\"submit\">Find free help in %s</button><br><small>What you type goes to %s. It keeps no record of it.</small></form>",
			html.EscapeString(v.link(model.FindAddress)), within, called, html.EscapeString(v.d.Settings.Name)),
	}
}
