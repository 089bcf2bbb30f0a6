// Package quality says what is known of each service, fact by fact: its value,
// where it is from, how old it is, what other sources say instead and why they
// lost, what is missing, and who could confirm it. It is for the people who
// keep the data. It decides nothing and changes nothing.
//
//	report.go    an area, its services, their facts
//	fact.go      one fact: told or seen, its age, what lost
//	asked.go     the facts that every service is asked for
//	ask.go       who could confirm a service's facts
//	doubt.go     conflicts and likely duplicates, with the rule that decided
//	richness.go  how much of what families need is there, by weights
//	count.go     facts by how far they can be relied on
//	due.go       what has to be confirmed again, or ends, soon
//	words.go     values in plain words
//	text.go      the report for a terminal; table.go for a spreadsheet
//
// The report is no league table. Areas and services are never put into the
// order of their points: a small number may mean that nobody has asked yet.
// Numbers of registers that may be a person's own, or that are doubtful, are
// withheld here too ([signpost/generator/model.Other.Withheld]).
package quality
