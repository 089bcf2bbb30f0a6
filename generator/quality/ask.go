package quality

import "signpost/generator/model"

// An Ask is who could confirm the facts of a service, and how to reach them.
type Ask struct {
	Who  Whom     `json:"who"`
	Role string   `json:"role,omitempty"` // who told us last
	Ways []string `json:"ways,omitempty"` // addresses and numbers that pages print
}

// Whom to ask.
type Whom string

const (
	AskService Whom = "service"
	AskCouncil Whom = "council"
	AskNobody  Whom = "nobody" // nobody is known
)

// ask finds who could confirm a service: the service itself, by an address or
// a number of its own, else the council of the area. An area is nil for what
// serves all of England.
func ask(s *model.Service, a *model.Area) Ask {
	if ways := waysTo(s); len(ways) > 0 && s.Kind != model.LocalOfferSite {
		return Ask{AskService, lastRole(s, model.Entry), ways}
	}
	if a == nil {
		return Ask{Who: AskNobody}
	}
	council := Ask{Who: AskCouncil, Role: lastRole(s, model.Council)}
	if a.LocalOffer != nil {
		council.Ways = waysTo(a.LocalOffer)
	}
	if a.Website != "" && len(council.Ways) == 0 {
		council.Ways = []string{a.Website}
	}
	if len(council.Ways) == 0 && council.Role == "" {
		return Ask{Who: AskNobody}
	}
	return council
}

// waysTo are the e-mail, the number, the form and the web site by which a
// service is reached itself.
func waysTo(s *model.Service) []string {
	var ways []string
	for _, t := range []model.ChannelType{model.Email, model.Phone, model.WebForm, model.Website} {
		for _, c := range s.Channel(t).Value {
			if c.ContactOf == "" || s.Kind == model.LocalOfferSite {
				ways = append(ways, c.Value)
			}
		}
	}
	return ways
}

// lastRole is the role of the person who checked something of the service
// last, among the sources of a rank.
func lastRole(s *model.Service, rank model.Rank) string {
	var last model.Checked
	for _, r := range s.Records {
		for _, g := range model.Groups {
			if c := r.Checked[g]; r.Source.Rank == rank && c.On.After(last.On) {
				last = c
			}
		}
	}
	return last.By
}

// String is the way to ask, for a line of a report.
func (a Ask) String() string {
	who := map[Whom]string{AskService: "the service", AskCouncil: "the council", AskNobody: "nobody is known"}[a.Who]
	if a.Role != "" {
		who += " (" + a.Role + ")"
	}
	for _, way := range a.Ways[:min(len(a.Ways), 2)] {
		who += ", " + way
	}
	return who
}
