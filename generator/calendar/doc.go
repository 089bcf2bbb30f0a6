// Package calendar counts the last days that the law's limits give: until when
// a family can reply to a draft plan or appeal, and until when a council has to
// answer. It is for the help pages and their forms. It gives no legal advice:
// every answer ends with the supporter, also when its day has passed.
//
//	data/limits.csv, holidays.csv  ──Read──▶  Table  ──Answer──▶  the day, and how it was counted
//	                                            │ ────Lines────▶  a table of common dates, for pages without script
//	                                            └ ────Export───▶  JSON for the browser
//
// The file themes/signpost/components/limit/calendar.ts counts the same in the
// browser, from the same data and with the same words. Both answer the vectors
// of testdata/vectors.txt, and a test compares their every word.
//
//	limit.go     a Limit, its Limbs, the Table
//	read.go      the two files, and what is wrong with them; holidays.go
//	count.go     days, weeks, working days, months
//	answer.go    an Answer, or a Refusal; explain.go, words.go
//	day.go       a day as people type it
//	lines.go     the table of common dates
//	move.go      the days of a move to another council's area
//	export.go    the rules that a page carries, for both interpreters
//
// # No day rather than a wrong one
//
// Nothing is counted from a limit that was not found at a source (status
// "unverified"), from a text that is no day, and in working days outside the
// years whose bank holidays are known. The [Answer] then says so, and whom to
// ask. No bank holiday is ever worked out: they are those that
// https://www.gov.uk/bank-holidays names for England and Wales, and a year is
// known only when all of its own stand in data/holidays.csv.
//
// # How days are counted
//
//	days           "beginning with the day" counts that day as day 1
//	weeks          are seven days each
//	working days   leave out Saturdays, Sundays and bank holidays; day 1 is the
//	               first working day that is counted
//	months         end on the same day of the month; where the month is too
//	               short, on its last day. That is our reading, and the answer
//	               says so. Beginning with a day, they end on the day before
//	months before  the same, counted back
//	day of the     a rule that says "before 15 February" ends on the 14th; most
//	year           people say the 15th
//	last Friday    of the school year in which an age is reached; we count a
//	in June        school year from 1 September to 31 August
//
// Where a rule may be read with its first day counted and without ("within 6
// weeks of receiving"), both are counted: the earlier is the answer, and the
// later stands beside it. A last day at a weekend is never moved on, although
// some rules would allow it; a family is told that offices may be closed.
//
// Some limits have two limbs. An appeal's last day is the later of two: both
// limbs are always in the answer, and a family that has one of the days gets
// what that day gives, because the other can only make it later. Days that are
// not in their order, or more than a year apart, are asked for again: a slip
// must not give a day later than the law's. A council's limit needs all of its
// days: who moves home is asked when the council they leave knew of it.
//
// # The limits
//
// Regulations are those of the Special Educational Needs and Disability
// Regulations 2014, https://www.legislation.gov.uk/uksi/2014/1530. Where one
// of them was not read there itself, data/limits.csv names the page that was.
// All were read on 22 November 2026.
//
//	assessment-decision        6 weeks of receiving the request; regulation 5(1)
//	advice-reply               6 weeks of being asked; regulation 8(1)
//	no-plan-decision           16 weeks of receiving the request; regulation 10(1)
//	final-plan                 20 weeks of receiving the request; regulation 13(2)
//	draft-plan                 at least 15 days, beginning with the day on which it was served; regulation 13(1)(a)
//	school-reply               15 days; the code of practice of 2015, paragraph 9.83
//	yearly-review              12 months from when the plan was made or last reviewed; Children and Families Act 2014, section 44
//	review-decision            4 weeks of the review meeting, the changes with it; regulation 20(10), [2022] EWHC 493 (Admin)
//	changes-reply              at least 15 days, beginning with the day of service; regulation 22(2)(c)
//	changed-plan               8 weeks of sending the changes; regulation 22(3)
//	changed-plan-after-review  12 weeks of the review meeting, as both together
//	next-school                before 15 February of the year of the move; regulation 18(1)(b)
//	after-school               before 31 March, from secondary school to what follows; regulation 18(1)(a)
//	next-college               at least 5 months before the move; regulation 18(2)
//	plan-moves                 on the day of the move, or within 15 working days beginning with the day on which the old council knew; regulation 15(2)
//	new-council-letter         6 weeks of the plan's transfer; regulation 15(4)
//	mediation-adviser          2 months after the decision was sent; regulation 33
//	certificate                3 working days of saying no to mediation; regulation 34
//	mediation-meeting          30 days of asking for mediation; IPSEA, https://www.ipsea.org.uk/the-mediation-process
//	late-certificate           3 working days of hearing that it cannot be arranged in time; the same page
//	appeal                     2 months after the decision was sent, or 1 month from the certificate, whichever is later;
//	                           https://www.legislation.gov.uk/uksi/2008/2699/article/20
//	own-rights                 last Friday in June of the school year of the 16th birthday; Education Act 1996, section 8
package calendar
