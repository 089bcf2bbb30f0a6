package site

import (
	"slices"
	"strings"

	"signpost/generator/model"
)

// promises are what the law makes true of every free advice service, and of no
// other kind: printed beside one, with the law.
type promises struct {
	About  string   `json:"about"` // whose they are, where the contact above them is another's
	Labels []string `json:"labels"`
	Law    string   `json:"law"`
}

// ofService stands above promises where the council's contact leads: they are
// the advice service's, never the council's.
const ofService = "About the advice service:"

// everyArea is the promise that stands under the service's name already.
const everyArea = "every-area"

func (v *views) promises(s *model.Service) promises {
	if s == nil || s.Kind != model.IASS || s.Name.Value.Name == "" {
		return promises{}
	}
	return v.lawful()
}

// lawful are the promises, of whichever advice service.
func (v *views) lawful() promises {
	var p promises
	var laws []string
	for _, term := range v.d.Vocabulary["promises"] {
		if term.Law == "" || term.ID == everyArea {
			continue
		}
		p.Labels = append(p.Labels, promise(term))
		for law := range strings.SplitSeq(term.Law, "; ") {
			if !slices.Contains(laws, law) {
				laws = append(laws, law)
			}
		}
	}
	if len(laws) > 0 {
		p.Law = lawWords(strings.Join(laws, "; "))
	}
	return p
}

// confidential is the promise that a service keeps to itself what it hears.
const confidential = "confidential"

// inLaw is one of the promises, if it is written in the law.
func (v *views) inLaw(id string) (model.Term, bool) {
	term, ok := v.d.Vocabulary["promises"].Find(id)
	return term, ok && term.Law != ""
}

// lawWords says where it is written that something holds for every such
// service: the Act, or the guidance to it. Nobody should lean on our reading alone.
func lawWords(law string) string {
	return "From the law and its guidance: " + full(law) + " Check with your supporter."
}

// promise is the label, or the meaning where that says the label's words in
// full: "They keep what you say to themselves, unless someone is in danger."
func promise(t model.Term) string {
	if strings.HasPrefix(t.Meaning, t.Label) {
		return strings.TrimSuffix(t.Meaning, ".")
	}
	return t.Label
}

func (p promises) text() string {
	var lines []string
	if p.About != "" {
		lines = append(lines, p.About)
	}
	lines = append(lines, p.Labels...)
	if p.Law != "" {
		lines = append(lines, p.Law)
	}
	return strings.Join(append(lines, ""), "\n")
}
