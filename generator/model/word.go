package model

// A Word is a term of the field that people explain in content/words: what it
// means in plain words, what families call it, and where to go. A word of the
// law says which law, and is printed with the advice to check with a
// supporter.
type Word struct {
	ID        string // the file's name
	Title     string
	Says      []string // what families say for it
	Short     string   // the meaning, in one sentence of at most [MaxShort] words
	GoesTo    []string // targets, as those of a synonym: help:waiting
	Also      []string // other ways to write it, its short form among them
	Law       string   // the regulation or section, as printed; with LawSource or not at all
	LawSource string   // web address of the page where it was read
	Source    string   // where the meaning was read, where no law says it
	Unlinked  bool     // an everyday word: texts do not link to it
	Checked   Date
	Body      string // Markdown, after the short meaning
	BodyLine  int
	Where     Where
}

// MaxShort is the most words in the short meaning of a [Word].
const MaxShort = 20

// WordFields are those of a word.
var WordFields = []Field{
	{Name: "title", Label: "The term", Required: true, Meaning: "The term, as letters and people at school say it.", Example: "Draft plan"},
	{Name: "say", Label: "What families say", List: true, Meaning: "What families say for it. Texts do not link these words.", Example: "first copy"},
	{Name: "short", Label: "In one sentence", Form: SentenceForm, Required: true, Meaning: "What it means, in one plain sentence of at most 20 words.", Example: "The first copy of a plan, in which you can ask for changes."},
	{Name: "goes_to", Label: "Where to go", List: true, Required: true, Meaning: "The pages that help, nearest first.", Example: "help:draft-plan"},
	{Name: "also", Label: "Other ways to write it", List: true, Meaning: "Other ways to write it, its short form among them. Texts link all of these.", Example: "draft EHC plan"},
	{Name: "law", Label: "Which law says so", Meaning: "The regulation or section, as printed.", Example: "Special Educational Needs and Disability Regulations 2014, regulation 13"},
	{Name: "law_source", Label: "Where you read the law", Form: LinkForm, Meaning: "The web address of the page where you read it.", Example: "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13/made"},
	{Name: "source", Label: "Where you read the meaning", Meaning: "Where the meaning was read. A word without a law needs it.", Example: "general knowledge"},
	{Name: "link", Label: "Link it in texts", Form: YesNoForm, Meaning: "Write no for an everyday word that texts should not link.", Example: "no"},
	{Name: "checked", Label: "Day it was last read through", Form: DateForm, Required: true, Meaning: "When somebody last read it and found it right.", Example: "2026-11-22"},
}
