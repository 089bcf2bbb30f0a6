package site

import (
	"fmt"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A topicView is the page of a need, of a community, of a kind of support or
// of a kind of service: what it means, and who says that they are for it.
type topicView struct {
	Frame   frame      `json:"frame"`
	All     Span       `json:"all"`
	Meaning []Span     `json:"meaning"`
	Also    string     `json:"also"` // what families say instead
	Start   startView  `json:"start"`
	Helps   []doorway  `json:"helps"`
	Head    string     `json:"head"` // of the list of services
	Who     string     `json:"who"`  // what being in the list means
	Groups  []provided `json:"groups"`
	Choose  string     `json:"choose"` // above the list of areas, for families who move from place to place
	Regions []region   `json:"regions"`
}

// A topicWording is what differs between the four vocabularies.
type topicWording struct {
	title string // of the list of terms
	lead  string
	head  string // above a term's services
	who   string
	none  string // where no service is known
}

// noneMeans keeps a gap from being read as an answer.
const noneMeans = " That does not mean that there is none. Ring the advice service of your area, and ask."

var topicWords = map[string]topicWording{
	"needs": {
		title: "What is hard for your child", lead: "Choose what comes nearest. You do not need to know the right word.",
		head: "Who knows most about this", who: "These services name it as something they know most about. Other services can help too.",
		none: "No service has told us yet that it knows most about this." + noneMeans,
	},
	"communities": {
		title: "Families like yours", lead: "Some services say which families they work with most.",
		head: "Who works most with these families", who: "These services name these families. Other services can help too.",
		none: "No service has told us yet that it works most with these families." + noneMeans,
	},
	"support": {
		title: "Kinds of help", lead: "What somebody can do for you. Not every service does all of it.",
		head: "Who does this", who: "These services name it as something they do. Other services may do it too.",
		none: "No service has told us yet that it does this." + noneMeans,
	},
	"kinds": {
		title: "Who can help", lead: "The kinds of service there are, and what each is for.",
		head: "Where to find one", who: "These are the ones we know.",
		none: "We do not know of one yet." + noneMeans,
	},
}

func (v *views) topic(p model.Page) (topicView, error) {
	t, known := model.TopicOf(p.Topic)
	term, found := v.d.Vocabulary[p.Topic].Find(p.Term)
	if !known || !found {
		return topicView{}, fmt.Errorf("no page is about %q of the vocabulary %q", p.Term, p.Topic)
	}
	words, target := topicWords[t.Vocabulary], t.Target+":"+term.ID
	l := v.linking(term.ID)
	view := topicView{
		Frame: v.frame(p, term.Meaning), All: Span{Text: words.title, Href: v.href(t.List)},
		Meaning: l.text(full(term.Meaning)), Also: list(v.alsoSaid(target, term.Label)), Start: v.start(), Helps: v.helpsFor(target),
		Head: words.head, Who: words.none, Groups: v.providers(t, term.ID),
	}
	if len(view.Groups) > 0 {
		view.Who = words.who
	}
	if t.Vocabulary == "communities" && slices.Contains(travelling, term.ID) {
		view.Choose, view.Regions = stoppingNow, v.regions()
	}
	return view, nil
}

// mostSaid is how many of their words a page tells families: enough to know
// that this is what they mean.
const mostSaid = 8

// alsoSaid are the synonyms that mean the target first.
func (v *views) alsoSaid(target, label string) []string {
	var said []string
	for _, s := range v.d.Vocabulary["synonyms"] {
		if len(s.GoesTo) > 0 && s.GoesTo[0] == target && !strings.EqualFold(s.Label, label) && len(said) < mostSaid {
			said = append(said, s.Label)
		}
	}
	return said
}

// helpsFor are the help pages to which a synonym leads that leads to the
// target too.
func (v *views) helpsFor(target string) []doorway {
	var doors []doorway
	for _, s := range v.d.Vocabulary["synonyms"] {
		if !slices.Contains(s.GoesTo, target) {
			continue
		}
		for _, a := range v.d.Articles {
			door := v.helpDoor(a)
			if a.IsHelp() && slices.Contains(s.GoesTo, model.HelpTarget+":"+a.ID) && !slices.Contains(doors, door) {
				doors = append(doors, door)
			}
		}
	}
	return doors
}

// A topicsView lists the terms of a vocabulary.
type topicsView struct {
	Frame frame     `json:"frame"`
	All   Span      `json:"all"`
	Lead  string    `json:"lead"`
	Terms []doorway `json:"terms"`
	Start startView `json:"start"`
}

func (v *views) topics(p model.Page) (topicsView, error) {
	t, ok := model.TopicOf(p.Topic)
	if !ok {
		return topicsView{}, fmt.Errorf("no page lists the vocabulary %q", p.Topic)
	}
	lead := topicWords[t.Vocabulary].lead
	view := topicsView{Frame: v.frame(p, lead), All: Span{Text: "Help pages", Href: v.href(model.HelpsAddress)}, Lead: lead, Start: v.start()}
	for _, term := range v.d.Vocabulary[t.Vocabulary] {
		view.Terms = append(view.Terms, doorway{Span{Text: term.Label, Href: v.href(t.Address(term.ID))}, term.Meaning})
	}
	return view, nil
}
