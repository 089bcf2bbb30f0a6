package answer

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"signpost/search"
)

// A Site says how the addresses of a page are written.
type Site struct {
	Base string // the path below which the site stands: "/" or "/sub/"
	Mark string // what an address of the page of answers has before its query: "?", or "#" where a script answers
}

const yes = "yes" // what a slot holds that is only there or not

// Slots are what the page of answers shows of an Answer.
func (s Site) Slots(a *Answer) Slots {
	var page Slots
	page.set("query", a.Query.Text)
	page.set("crisis", a.Crisis)
	s.said(&page, a)
	s.place(&page, a)
	page.list("help", s.results(a.Help))
	page.list("near", s.results(a.Near))
	page.list("elsewhere", s.results(a.Elsewhere))
	page.list("places", s.links(rowsOf(a.Places), a, false))
	s.filters(&page, a)
	return page
}

// said is what was understood, and how much was found.
func (s Site) said(page *Slots, a *Answer) {
	asked := strings.TrimSpace(a.Query.Text) != "" || a.Query.Area != ""
	switch found := a.Found(); {
	case !asked:
	case found == 1:
		page.set("one", yes)
	case found > 1:
		page.set("many", strconv.Itoa(found))
	case a.Place.State != Abroad && a.Place.State != Unknown:
		page.set("nothing", yes)
	}
	if len(a.Help)+len(a.Near)+len(a.Elsewhere) > 0 {
		page.set("answered", yes)
	}
	if a.Query.Exact {
		page.set("exactly", yes)
		page.set("again", s.query(Query{Text: a.Query.Text, Area: a.Query.Area}))
		return
	}
	read := strings.Join(a.Read, ", ")
	if strings.EqualFold(read, strings.TrimSpace(a.Query.Text)) {
		return // nothing but what was typed
	}
	page.set("read", read)
	if read != "" && a.Query.Text != "" {
		page.set("exact", s.query(Query{Text: a.Query.Text, Area: a.Query.Area, Exact: true}))
	}
}

// place shows the area that is known, or asks for it.
func (s Site) place(page *Slots, a *Answer) {
	p := a.Place
	page.set("typed", p.Typed)
	page.set("nation", strings.Join(p.Nations, " or "))
	switch p.State {
	case Yours:
		page.list("yours", s.cards(p.Areas, a, false))
		page.set("where", p.Areas[0].Title)
		page.set("beside", s.href(p.Areas[0].Address)+"#neighbours")
		if p.Guess {
			page.set("guess", p.Name)
		}
	case Ask:
		page.list("ask", s.cards(p.Areas, a, true))
		page.set("where", "these areas")
	case Choose:
		page.list("choose", s.links(p.Areas, a, true))
	case Maybe:
		page.list("maybe", s.links(p.Areas, a, true))
	case Unknown:
		page.set("unknown", p.Name)
	}
}

// cards are areas with the lines of their signs.
func (s Site) cards(areas []search.Row, a *Answer, choose bool) []Slots {
	var cards []Slots
	for _, area := range areas {
		card := s.link(area, a, false)
		if choose {
			card.set("choose", s.query(Query{Text: a.Place.rest, Area: area.Areas[0], Tags: a.Query.Tags}))
		}
		card.list("board", s.lines(area.Board, true))
		card.list("below", s.lines(area.Board, false))
		cards = append(cards, card)
	}
	return cards
}

// onBoard are the parts of a sign that stand on its board; the rest is below.
var onBoard = []string{"head", "notice", "name", "call", "hours"}

func (s Site) lines(lines []search.Line, board bool) []Slots {
	var rows []Slots
	for _, line := range lines {
		if slices.Contains(onBoard, line.Part) != board {
			continue
		}
		var row Slots
		row.set(line.Part, yes)
		row.list("says", s.says(line))
		rows = append(rows, row)
	}
	return rows
}

// longest is the length of an address that fits the large arrow of a sign.
const longest = 24

func (s Site) says(line search.Line) []Slots {
	var rows []Slots
	for _, span := range line.Says {
		var row Slots
		row.set("text", span.Text)
		row.set("to", s.href(span.Href))
		row.set(sort(span), yes)
		rows = append(rows, row)
	}
	return rows
}

// sort says how the large arrow of a sign shows a way to reach somebody.
func sort(span search.Span) string {
	switch {
	case strings.HasPrefix(span.Href, "tel:"), strings.HasPrefix(span.Href, "sms:"):
		return "number"
	case utf8.RuneCountInString(span.Text) > longest:
		return "long"
	}
	return "address"
}

// links are areas by name. Chosen, a link goes on with the question there.
func (s Site) links(areas []search.Row, a *Answer, choose bool) []Slots {
	var rows []Slots
	for _, area := range areas {
		rows = append(rows, s.link(area, a, choose))
	}
	return rows
}

func (s Site) link(area search.Row, a *Answer, choose bool) Slots {
	var row Slots
	row.set("title", area.Title)
	row.set("address", s.href(area.Address))
	if rest := strings.TrimSpace(a.Place.rest); choose && rest != "" {
		row.set("address", s.query(Query{Text: rest, Area: area.Areas[0], Tags: a.Query.Tags}))
	}
	return row
}

func (s Site) results(hits []search.Hit) []Slots {
	var rows []Slots
	for _, h := range hits {
		var row Slots
		row.set("title", h.Row.Title)
		row.set("address", s.href(h.Row.Address))
		row.set("label", h.Row.Label)
		row.set("where", h.Row.Where)
		row.set("summary", h.Row.Summary)
		if len(h.Row.Board) > 0 {
			row.list("says", s.says(h.Row.Board[0]))
		}
		rows = append(rows, row)
	}
	return rows
}

// filters tick what was ticked. Where the area is known, only boxes that leave
// something are shown, with how much.
func (s Site) filters(page *Slots, a *Answer) {
	known := len(a.Place.slugs) > 0
	if known || len(a.Elsewhere) > 0 || len(ticked(a.Query.Tags)) > 0 {
		page.set("filters", yes)
	}
	for _, tag := range filterTags {
		on := tag.values(a.Query.Tags)
		for value, n := range a.Counts[tag.counts] {
			page.set("count-"+tag.name+"-"+value, strconv.Itoa(n))
			page.set("see-"+tag.name+"-"+value, yes)
			page.set("see-"+tag.name, yes)
		}
		for _, value := range on {
			page.set("filtered", yes)
			page.set("on-"+tag.name+"-"+value, yes)
			page.set("see-"+tag.name+"-"+value, yes)
			page.set("see-"+tag.name, yes)
		}
	}
	if !known {
		page.set("see-all", yes)
	}
}

// href is an address of the site as its pages link to it; others stay.
func (s Site) href(address string) string {
	if strings.HasPrefix(address, "/") {
		return s.Base + address[1:]
	}
	return address
}

// query is the address of another question.
func (s Site) query(q Query) string {
	pairs := []string{"q=" + url.QueryEscape(q.Text)}
	if q.Area != "" {
		pairs = append(pairs, "area="+q.Area)
	}
	if q.Exact {
		pairs = append(pairs, "exact="+yes)
	}
	pairs = append(pairs, ticked(q.Tags)...)
	return s.Base + "find/" + s.Mark + strings.Join(pairs, "&")
}

// ticked are the pairs of the boxes that were ticked, in the order of the form.
func ticked(tags search.Tags) []string {
	var pairs []string
	for _, tag := range filterTags {
		for _, value := range tag.values(tags) {
			pairs = append(pairs, tag.name+"="+value)
		}
	}
	return pairs
}

func rowsOf(hits []search.Hit) []search.Row {
	var rows []search.Row
	for _, h := range hits {
		rows = append(rows, h.Row)
	}
	return rows
}
