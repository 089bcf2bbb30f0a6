package model

// EntryQuestions are the five whose answers make an entry: the guide for
// providers asks them, and so does each letter.
var EntryQuestions = []string{
	"1. Which number should families ring first, and when does somebody answer it?",
	"2. What is your website, and is there an e-mail address that families can use?",
	"3. Who runs the service, and until when does the contract last?",
	"4. Who is it for, and which languages can you offer?",
	"5. Do you take new families now?",
}
