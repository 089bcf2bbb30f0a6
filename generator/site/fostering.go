package site

import "signpost/generator/model"

// A fosteringView is the page for who looks after a child whom a council placed,
// perhaps another council than that of the place. It shows both and does not
// decide between them: the pages about the law differ in what they stress.
type fosteringView struct {
	Frame frame `json:"frame"`
	twoAreas
	Does    []string `json:"does"` // which council does what, as a rule
	Law     []Span   `json:"law"`
	Decides []string `json:"decides"`
	Beside  []string `json:"beside"`
	SayThis []string `json:"saythis"`
	Also    []Span   `json:"also"`
}

var (
	fosteringFields = []question{
		{"lives", "Where does the child live?", "The town, the council or the postcode. One of them is enough.", true},
		{"placed", "Which council placed the child with you?", "The child's social worker works for it. No council did? Leave this empty.", true},
	}
	fosteringColumns = []column{
		{Key: "lives", Head: "Where the child lives"},
		{Key: "placed", But: "lives", Head: "The council that placed the child"},
	}
	fosteringDoes = []string{
		"Most often the council where the child lives looks after the plan. It is not always so.",
		"The council that placed the child still has duties. The child's social worker works there.",
		"That council also has a virtual school. It is a team, not a building. It follows how the child does at school, wherever the child lives.",
		"What people write about this law is not always the same. So ask, and ask both if you need to.",
	}
	fosteringDecides = []string{
		"Somebody has the legal right to make the big decisions for a child. This is called parental responsibility.",
		"It may be the parents, the council, a special guardian, or more than one of them. Ask the child's social worker who has it.",
		"Ask, too, who can sign papers and who can ask for a plan.",
	}
	fosteringSays = []string{
		"“I look after a child who is not my own. The child lives here, and was placed by” and say the council. “Who do we ask about the plan?”",
	}
)

func (v *views) fostering(p model.Page) fosteringView {
	view := fosteringView{
		Frame: v.frame(p, "Who to ring about school and plans when you foster, or look after a child who is not your own."),
		twoAreas: v.twoAreas(p, twoAreas{
			Lead:  "A child may live in one area, and be placed by a council somewhere else. See who to ring in both.",
			Label: "The child you look after", Button: "Show who to ring", Fields: fosteringFields, Columns: fosteringColumns,
			First: "Ring the one where the child lives first. Ask them if you are not sure.",
			Same:  "The child lives in the area of the council that placed the child. So there is one place to ring.",
		}),
		Does: fosteringDoes, Decides: fosteringDecides, SayThis: fosteringSays,
		Law: []Span{
			{Text: "From the law: "}, {Text: "Children and Families Act 2014, section 24", Href: "https://www.lasen.co.uk/post/which-la-is-responsible-when-a-looked-after-child-is-placed-in-a-different-la-s-area-for-the-purpose"},
			{Text: ". On the virtual school: "}, {Text: "Wirral's local offer", Href: "https://localofferwirral.org/help-for-your-child/social-care/looked-after-children-who-have-send/"},
			{Text: ". We read both on 22 November 2026. This is not legal advice. " + checkWords},
		},
	}
	if a, ok := v.d.Help(fosteringHelp); ok {
		view.Beside = a.Beside
	}
	view.Also = append(v.guideLinks(fosteringHelp), v.guideLinks(movingGuide)...)
	return view
}
