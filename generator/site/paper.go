package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"signpost/generator/model"
)

// A paperView is an area on paper: a leaflet, a poster, a card or a slip that
// goes with a letter, each for parents and for children and young people. On a
// screen it is a plain page; on paper it fits its sheet.
type paperView struct {
	Frame        frame      `json:"frame"`
	Area         Span       `json:"area"`
	For          string     `json:"for"`
	Ask          string     `json:"ask"`   // what a reader may be asking themselves
	Help         string     `json:"help"`  // what there is
	Sign         Panel      `json:"sign"`  // with every way to reach the service
	Brief        []Line     `json:"brief"` // the sign in few lines
	Long         bool       `json:"long"`  // there is more in it than usual: smaller letters
	Promises     promises   `json:"promises"`
	Independence []string   `json:"independence"`
	What         string     `json:"what"` // what an advice service is, where no promise says it
	Meet         meeting    `json:"meet"`
	Without      []string   `json:"without"` // the internet
	Post         post       `json:"post"`
	QR           qrCode     `json:"qr"`
	Urgent       [][]Span   `json:"urgent"`
	By           string     `json:"by"` // who says all this, and when
	Print        string     `json:"print"`
	Save         *Span      `json:"save"`
	Forms        []Span     `json:"forms"`  // the area's other papers
	Letter       string     `json:"letter"` // the slip's words, to copy
	Copies       []struct{} `json:"copies"` // on a sheet, beyond the first
	Dated        bool       `json:"dated"`  // something on the page ends on a day
}

// A meeting is what to say, and what happens then.
type meeting struct {
	Title  string   `json:"title"`
	Say    string   `json:"say"`
	Steps  []string `json:"steps"`
	Beside []string `json:"beside"`
}

// A post is the service's postal address, or the words that we know of none.
type post struct {
	Says   []Span  `json:"says"`
	Origin *origin `json:"origin"`
}

// A paper is one form on paper.
type paper struct {
	kind    model.PageKind
	address func(slug string) string
	called  string
	copies  int // on one sheet
	print   string
}

// papers are the forms, in the order in which pages list them.
var papers = []paper{
	{model.LeafletPage, model.LeafletAddress, "leaflet", 1, "Use A4 paper. Print on both sides, and turn over on the short edge. Then lay it with the inside facing you. Fold the right part in, then the left part over it."},
	{model.PosterPage, model.PosterAddress, "poster", 1, "Use A4 paper, or A3 for a larger one."},
	{model.WalletPage, model.WalletAddress, "card", 4, "Use A4 paper. Four cards come on one sheet. Cut along the lines."},
	{model.InsertPage, model.InsertAddress, "slip for letters", 2, "Use A4 paper. Two slips come on one sheet. Cut along the line, and put one in with each letter."},
}

// paperAudiences are those who each have papers of their own.
var paperAudiences = []string{model.Parents, model.YoungPeople}

func paperPages(a *model.Area) []model.Page {
	var pages []model.Page
	for _, form := range papers {
		for _, audience := range paperAudiences {
			pages = append(pages, model.Page{
				Address: model.AddressFor(audience, form.address(a.Slug)), Kind: form.kind,
				Title: a.Name + ": " + form.called + " " + small(paperWords[audience].forWhom),
				Area:  a.Slug, Audience: audience,
			})
		}
	}
	return pages
}

func (v *views) paper(p model.Page) (paperView, error) {
	a, words := v.d.Area(p.Area), paperWords[p.Audience]
	form := papers[slices.IndexFunc(papers, func(f paper) bool { return f.kind == p.Kind })]
	signed := signedFor(a, p.Audience)
	sign, lead := v.sign(a, signed), leading(a, signed)
	qr, err := v.qr(v.pageFor(a, p.Audience))
	view := paperView{
		Frame: v.frame(p, "To print and to hand on: who gives free advice about special educational needs and disability in "+a.Name+"."),
		Area:  v.areaLink(a), For: words.forWhom + " in " + a.Name, Ask: words.ask, Help: noCost,
		Sign: sign, Brief: v.brief(a, signed), Promises: v.promisedTo(p.Audience, sign.Promises), Independence: v.whoPays(lead),
		Meet: v.meeting(a, p.Audience), Without: withoutInternet(a, p.Audience), Post: v.post(lead, p.Audience),
		QR: qr, Urgent: v.urgentFor(p.Audience), By: v.by(), Print: form.print,
		Save: v.save(a), Forms: v.otherPapers(p), Copies: make([]struct{}, form.copies-1), Dated: sign.dated(),
	}
	view.Long = letters(view.Brief) > fewLetters || len(view.Independence) > 1 && (p.Kind == model.PosterPage || p.Kind == model.LeafletPage)
	if len(view.Promises.Labels) == 0 {
		view.What = whatUnnamed
	}
	if p.Kind == model.InsertPage {
		view.Ask = aboutLetter
		view.Letter = v.letter(view)
	}
	return view, err
}

// signedFor is the audience whose sign stands on a paper: everyone's, where
// parents begin there too, since it alone says which of two services to ring.
func signedFor(a *model.Area, audience string) string {
	own, all := a.FirstFor(audience), a.FirstFor(model.Everyone)
	if audience == model.Parents && own.Service == all.Service && own.Channel.Key() == all.Channel.Key() {
		return model.Everyone
	}
	return audience
}

// brief is the sign without its other ways, and with the national line where
// there is no number of the area's own.
func (v *views) brief(a *model.Area, audience string) []Line {
	panel := (&signer{views: v, area: a, audience: audience, first: a.FirstFor(audience), short: true}).panel()
	lines := slices.Concat(panel.Board, panel.Below)
	if !slices.ContainsFunc(lines, func(l Line) bool { return len(l.Says) > 0 && l.Says[0].Tel != "" }) {
		lines = append(lines, panel.Next...)
	}
	return lines
}

// fewLetters is how many a sign may have to stand on a card in letters of the
// usual size.
const fewLetters = 360

func letters(lines []Line) int {
	n := 0
	for _, l := range lines {
		n += utf8.RuneCountInString(Words(l.Says))
	}
	return n
}

// pageFor is the page to which a paper leads: young people's own, where there is one.
func (v *views) pageFor(a *model.Area, audience string) string {
	if own := model.AddressFor(audience, model.AreaAddress(a.Slug)); v.has(own) {
		return own
	}
	return model.AreaAddress(a.Slug)
}

// promisedTo are the promises that an audience is given. What is kept from
// whom, young people hear from the service alone, in its own words.
func (v *views) promisedTo(audience string, p promises) promises {
	if term, ok := v.inLaw(confidential); ok && audience == model.YoungPeople {
		p.Labels = slices.DeleteFunc(slices.Clone(p.Labels), func(label string) bool { return label == promise(term) })
	}
	return p
}

// whoPays is who pays for a service, who runs it and how it is kept fair, a
// line each.
func (v *views) whoPays(s *model.Service) []string {
	if s == nil {
		return nil
	}
	known := v.independence(s)
	if known.None != "" {
		return []string{known.None}
	}
	var lines []string
	for _, f := range known.Facts {
		if f.Origin != nil && f.Origin.Class == "law" {
			continue // stands among the promises
		}
		for _, says := range f.Says {
			lines = append(lines, strings.TrimSuffix(f.Term, "?")+": "+Words(says))
		}
	}
	return lines
}

// post is where to write to. Silence is said: who has no internet needs to know.
func (v *views) post(s *model.Service, audience string) post {
	if s != nil {
		if c, o, ok := ownChannel(s, model.Post, audience); ok {
			return post{plain("Write to " + full(c.Value)), v.origin(o, s)}
		}
	}
	return post{Says: plain("We have not been told a postal address.")}
}

// by goes with the paper wherever it goes, and so does what a preview says of itself.
func (v *views) by() string {
	says := v.d.Settings.Name + " is not the council. This is what we knew on " + v.d.AsAt.Words() + "."
	if preview := v.preview(); preview != "" {
		says += " " + preview
	}
	return says
}

// otherPapers are the same paper for the others, and the area's other papers.
func (v *views) otherPapers(p model.Page) []Span {
	var forms []Span
	for _, other := range paperPages(v.d.Area(p.Area)) {
		if other.Address != p.Address && (other.Kind == p.Kind || other.Audience == p.Audience) {
			_, called, _ := strings.Cut(other.Title, ": ")
			forms = append(forms, Span{Text: capital(called), Href: v.href(other.Address)})
		}
	}
	return forms
}

// letter is the slip as plain words, a line each, for a council to put into its
// own letter.
func (v *views) letter(view paperView) string {
	lines := []string{view.Ask, view.Help}
	for _, l := range view.Brief {
		lines = append(lines, Words(l.Says))
	}
	return strings.Join(append(lines, "Read more: "+view.QR.Address, view.By), "\n")
}
