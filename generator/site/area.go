package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// An areaView is the page of an area, in the order in which a family needs it.
type areaView struct {
	Frame        frame        `json:"frame"`
	Name         string       `json:"name"`
	Region       string       `json:"region"`
	All          Span         `json:"all"`
	Covers       string       `json:"covers"`
	Changes      []Span       `json:"changes"` // the area's own last day
	Signs        []Panel      `json:"signs"`
	Which        *which       `json:"which"`
	Editions     []edition    `json:"editions"`
	Save         *Span        `json:"save"` // the first contact, for a phone
	Keep         keep         `json:"keep"`
	Happens      *happens     `json:"happens"`
	Independence independence `json:"independence"`
	Calling      calling      `json:"calling"`
	Quiet        *quiet       `json:"quiet"`
	Media        *media       `json:"media"`
	Doing        *doing       `json:"doing"`
	Others       []card       `json:"others"`
	Ended        [][]Span     `json:"ended"`
	Facts        []fact       `json:"facts"`
	Offer        offer        `json:"offer"`
	Forums       []card       `json:"forums"`
	ForumFor     string       `json:"forumfor"`
	National     []card       `json:"national"` // the line of the settings first
	Neighbours   []Span       `json:"neighbours"`
	Mistake      mistake      `json:"mistake"`
	Changed      []changed    `json:"changed"` // what was told in the last twelve months
	Quality      Span         `json:"quality"`
	Dated        bool         `json:"dated"` // something on the page ends on a day
	Today        bool         `json:"today"` // some hours can be compared with the time of day
}

func (v *views) area(p model.Page) areaView {
	a := v.d.Area(p.Area)
	lead := leading(a, model.Everyone)
	signs := v.signs(a)
	forum, _ := v.d.Vocabulary["kinds"].Find(string(model.ParentCarerForum))
	return areaView{
		Frame: v.frame(p, "Who to start with in "+a.Name+" for free advice about special educational needs and disability, and how we know."),
		Name:  a.Name, Region: a.Region, All: Span{Text: "All areas", Href: v.href(model.AreasAddress)},
		Covers: covers(a), Changes: v.changes(a), Signs: signs, Which: v.which(a, lead), Editions: v.editions(p), Save: v.save(a), Keep: v.keep(a), Happens: v.happens(a, model.Everyone),
		Independence: v.independence(lead), Calling: v.calling(a, lead), Quiet: v.quiet(lead, shown(others(a, lead))), Facts: v.areaFacts(lead),
		Media: v.media(lead), Doing: v.doing(withLead(lead, shown(a.Services))),
		Others: v.cards(shown(others(a, lead))), Ended: v.endedServices(a, lead),
		Offer: v.offer(a), ForumFor: forum.Meaning, Forums: v.cards(shown(ofKinds(a.Services, model.ParentCarerForum))),
		National:   v.cards(v.nationals()),
		Neighbours: v.areaLinks(a.Neighbours),
		Mistake:    v.mistake(p, []string{a.Slug}, lead),
		Changed:    v.changed(a.Slug), Dated: v.dated(append(slices.Clone(a.Services), lead)...),
		Today:   slices.ContainsFunc(signs, Panel.today),
		Quality: Span{Text: "All that changed, and how sure we are", Href: v.href(model.QualityAddress(a.Slug))},
	}
}

// A keep is what a phone holds of an area when somebody asks it to: its page and
// those of its services.
type keep struct {
	Area  string   `json:"area"`
	Pages []string `json:"pages"`
}

func (v *views) keep(a *model.Area) keep {
	k := keep{a.Slug, []string{v.href(model.AreaAddress(a.Slug))}}
	for _, s := range shown(a.Services) {
		if s.Kind != model.LocalOfferSite {
			k.Pages = append(k.Pages, v.href(model.ServiceAddress(s.ID)))
		}
	}
	return k
}

// signs are the panel for everyone, and one for each audience that starts
// somewhere else.
func (v *views) signs(a *model.Area) []Panel {
	all := v.sign(a, model.Everyone)
	panels := []Panel{all}
	for _, audience := range []string{model.Parents, model.YoungPeople} {
		first, everyone := a.FirstFor(audience), a.FirstFor(model.Everyone)
		if first.Service != nil && (first.Service != everyone.Service || first.Channel.Key() != everyone.Channel.Key()) {
			panels = append(panels, v.sign(a, audience))
		}
	}
	return panels
}

// areaFacts are what a family asks about the service that leads.
func (v *views) areaFacts(s *model.Service) []fact {
	if s == nil {
		return nil
	}
	return gather(sayOnce(slices.Concat([]fact{v.statusFact(s)}, v.offerFacts(s), v.accessFacts(s), v.communityFacts(s))))
}

// withLead puts the service that leads in front of the others.
func withLead(lead *model.Service, services []*model.Service) []*model.Service {
	if lead == nil {
		return services
	}
	rest := slices.DeleteFunc(slices.Clone(services), func(s *model.Service) bool { return s == lead })
	return append([]*model.Service{lead}, rest...)
}

// sayOnce drops an origin that the next fact repeats.
func sayOnce(facts []fact) []fact {
	for i := range len(facts) - 1 {
		if next := facts[i+1].Origin; next != nil && facts[i].Origin != nil && Words(next.Says) == Words(facts[i].Origin.Says) {
			facts[i].Origin = nil
		}
	}
	return facts
}

// others are the area's services beside the one that leads; forums and the
// council's local offer have sections of their own.
func others(a *model.Area, lead *model.Service) []*model.Service {
	return slices.DeleteFunc(slices.Clone(a.Services), func(s *model.Service) bool {
		return s == lead || s.Kind == model.ParentCarerForum || s.Kind == model.LocalOfferSite
	})
}

// reachable are the services of which at least one contact is known.
func reachable(services []*model.Service) []*model.Service {
	return slices.DeleteFunc(slices.Clone(services), func(s *model.Service) bool { return !s.Reachable() })
}

// shown are the services that help a family to see: one without a name and
// without any contact is only a trace of what there was.
func shown(services []*model.Service) []*model.Service {
	return slices.DeleteFunc(slices.Clone(services), (*model.Service).IsTrace)
}

func (v *views) endedServices(a *model.Area, lead *model.Service) [][]Span {
	var lines [][]Span
	for _, s := range shown(a.History) {
		lines = append(lines, v.ended(s, lead))
	}
	return lines
}

// covers names the districts whose families belong to the area.
func covers(a *model.Area) string {
	var names []string
	for _, d := range a.Districts {
		if !strings.EqualFold(d.Name, a.Name) && !slices.Contains(names, d.Name) {
			names = append(names, d.Name)
		}
	}
	return places(names)
}

// changes warns of the area's last day, and says who follows.
func (v *views) changes(a *model.Area) []Span {
	if a.Until.IsZero() {
		return nil
	}
	return plain(a.Name + " ends " + onDay(a.Until) + ". Then " + list(v.names(a.Successors)) + " will follow.")
}

// names are the names of areas by their slugs; one that has not begun yet is
// called by its slug.
func (v *views) names(slugs []string) []string {
	var names []string
	for _, slug := range slugs {
		if a := v.d.Area(slug); a != nil {
			names = append(names, a.Name)
		} else {
			names = append(names, title(slug))
		}
	}
	return names
}

// title turns east-surrey into East Surrey.
func title(slug string) string {
	parts := strings.Split(slug, "-")
	for i := range parts {
		parts[i] = capital(parts[i])
	}
	return strings.Join(parts, " ")
}

// areaLinks are the areas of the slugs that have a page.
func (v *views) areaLinks(slugs []string) []Span {
	var links []Span
	for _, slug := range slugs {
		if a := v.d.Area(slug); a != nil {
			links = append(links, v.areaLink(a))
		}
	}
	return links
}
