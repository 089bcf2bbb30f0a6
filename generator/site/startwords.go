package site

import "signpost/generator/model"

// The questions to whoever does not know where to start: at most three, each
// on a small page of its own with plain links. A number stands on each of them,
// and "I'm not sure" is an answer to each.

// A someone is an answer to the first question: whom it is about.
type someone struct {
	id, label, says string
	question        string // the second one
	answers         []happening
	where           string // the third one
	own             bool   // it is the reader's own: a child or young person
}

// A happening is an answer to the second question.
type happening struct {
	id, label, says string
	say             string   // the first words on the phone
	helps           []string // targets, as in the vocabulary of synonyms
	page            string   // address of the page that shows it best
	schools         bool     // leads to the page for schools instead of the third question
	urgent          bool     // somebody may be in danger
}

const (
	startTitle  = "I don't know where to start"
	whoQuestion = "Who is it about?"
	notSureID   = "not-sure"
	notSure     = "I'm not sure"
	worried     = "“I am worried about my child. I do not know where to start. Can you help me?”"
	unsureSay   = "“I do not know where to start. Can you help me?”"
)

// unsureWho is the answer "I'm not sure" to the first question. The last one
// follows at once.
var unsureWho = someone{
	id: notSureID, label: notSure, says: "That is fine. Say where you live, and ring. They ask the rest.",
	where: "Where do you live?",
}

// unsureHappening is the same for the second question.
var unsureHappening = happening{id: notSureID, label: notSure, says: "That is fine. You do not need to know. Just say where, and ring."}

var someones = []someone{
	{
		id: "child", label: "My child", says: "You are a mum, a dad or another carer.",
		question: "What is happening?", where: "Where does your child live?",
		answers: []happening{
			{id: "school", label: "School, nursery or college is hard", says: "Your child needs more help there, is sent home, or cannot go.",
				say:   "“School is hard for my child. What help can we ask for?”",
				helps: []string{"help:worried-at-school", "help:not-in-school", "help:exclusion"}},
			{id: "ask", label: "I want to ask for help", says: "You think that your child needs more. Nobody has looked into it yet.",
				say:   "“I think my child needs more help. Who do I ask, and how?”",
				helps: []string{"help:asking-for-assessment", "help:diagnosis", "help:ehc-process"}},
			{id: "waiting", label: "We are waiting", says: "You asked the council, the school or a doctor. No answer has come.",
				say:   "“We asked for help, and we are still waiting. What can we do?”",
				helps: []string{"help:waiting", "help:diagnosis", "help:complaint"}},
			{id: "no", label: "They said no, or I do not agree", says: "There is a letter, or a decision that feels wrong.",
				say:   "“They said no, and I do not agree. What can I do, and by when?”",
				helps: []string{"help:they-said-no", "help:mediation", "help:appeal"}},
			{id: "plan", label: "It is about a plan", says: "A plan says what help a child must get. Yours is being written, or it does not work.",
				say:   "“I have a question about my child's plan. Can you go through it with me?”",
				helps: []string{"help:draft-plan", "help:final-plan", "help:annual-review"}},
			{id: "change", label: "Something is changing", says: "You are moving, you travel, or your child is growing up.",
				say:  "“Things will change for my child soon. What do we have to do now?”",
				page: model.MovingAddress, helps: []string{"help:moving-home", "help:moving-on", "help:adulthood", "help:travellers"}},
			{id: "home", label: "Things are hard at home", says: "You need a rest, money, travel or help at home.",
				say:   "“Things are hard at home. Is there help for families like ours?”",
				helps: []string{"help:short-breaks", "help:money", "help:social-care", "help:transport"}},
		},
	},
	{
		id: "me", label: "Me", says: "You are a child or a young person, up to the age of 25.",
		question: "What is happening?", where: "Where do you live?", own: true,
		answers: []happening{
			{id: "school", label: "School or college is hard", says: "You need more help there, or you cannot go.",
				say: "“School is hard for me. Can you help me?”", helps: []string{"help:young-people"}},
			{id: "listen", label: "Nobody listens to me", says: "People decide things about you, and you do not agree.",
				say: "“I want people to listen to what I want. Can you help me?”", helps: []string{"help:young-people"}},
			{id: "plan", label: "I have a plan, or I want one", says: "A plan says what help you must get.",
				say: "“I want to talk about my plan. Can you help me?”", helps: []string{"help:young-people"}},
			{id: "next", label: "I am growing up", says: "You think about college, work, a home or friends.",
				say: "“I am thinking about what comes next. Can you help me?”", helps: []string{"help:young-people", "help:care-leavers"}},
			{id: "carer", label: "I look after someone at home", says: "You help your mum, your dad, your brother or your sister.",
				say: "“I look after someone at home. It is getting hard. Who can help me?”", helps: []string{"help:young-carers"}},
			{id: "low", label: "I feel very low, or I am not safe", says: "Someone hurts you, or you cannot go on.",
				say: "“I do not feel safe. I need to talk to someone.”", helps: []string{"help:crisis", "help:young-people"}, urgent: true},
		},
	},
	{
		id: "caring", label: "Someone I look after", says: "A child who is not your own, or a grown-up.",
		question: "Who do you look after?", where: "Where do they live?",
		answers: []happening{
			{id: "foster", label: "A child I foster", says: "The child may have been placed by another council.",
				say:  "“I foster a child who needs more help at school. Who do we ask?”",
				page: model.FosteringAddress, helps: []string{"help:looked-after", "community:looked-after"}},
			{id: "family", label: "A grandchild, or a child of family or friends", says: "The child lives with you, for now or for good.",
				say:  "“A child of my family lives with me, and needs more help. What can I ask for?”",
				page: model.FosteringAddress, helps: []string{"help:looked-after", "community:kinship"}},
			{id: "adult", label: "A young person from 16 to 25", says: "They are at college or at work, or want to be.",
				say:   "“I look after a young person who needs more help. Can we ring together?”",
				helps: []string{"help:adulthood", "help:young-people"}},
		},
	},
	{
		id: "working", label: "A family I work with", says: "You work in a school, for a council, or with families.",
		question: "Where do you work?", where: "Where does the family live?",
		answers: []happening{
			{id: "school", label: "In a school, a nursery or a college", says: "Words to copy, and cards to print.", schools: true},
			{id: "other", label: "Somewhere else", says: "For a council, the health service, a charity or a group.",
				say:   "“I work with a family who may need you. How do they reach you?”",
				helps: []string{"help:advice-service", "help:who-is-who"}},
		},
	},
	unsureWho,
}
