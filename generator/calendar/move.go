package calendar

import (
	"encoding/json"
	"fmt"

	"signpost/generator/model"
)

// The limits of a move to another council's area, in data/limits.csv, and the
// limbs that a family is asked for.
const (
	PlanMoves        = "plan-moves"
	NewCouncilLetter = "new-council-letter"

	MovedLimb = "moved"
	KnewLimb  = "knew"
)

// MoveWords are what is said about the days of a move.
type MoveWords struct {
	InTime  string `json:"inTime"` // heads what holds if the council knew early
	ThatDay string `json:"thatDay"`
	After   string `json:"after"` // before the day by another way of counting
	How     string `json:"how"`
}

// EnglishMove are the words of the site's own language.
var EnglishMove = MoveWords{
	InTime:  "If the old council knew 15 working days before",
	ThatDay: "If it gets to know on the day you move",
	After:   "Some people begin to count on the day after. Then it is {day}. We show the earlier day.",
	How:     "How we counted this",
}

// A Reckoning is what one way in which a move can go gives: the last day for
// the plan, and for the new council's letter.
type Reckoning struct {
	Head  string   `json:"head"` // "" where there is one way
	Says  []string `json:"says"`
	Steps []string `json:"steps"` // how it was counted
}

// early is so long before a move that the old council surely knew in time.
const early = 35 // days

// Move reckons the days of a move from the days that somebody typed. Where the
// family does not know when the old council got to know, it says what holds if
// that was in good time, and what holds if it was the day of the move. Without
// a day of the move, or without the two limits, there is nothing to say.
//
// The regulation counts the day on which the council knew as day 1. Many
// accounts of it begin on the day after; that day stands beside the answer.
func (t *Table) Move(moved, knew string) []Reckoning {
	plan, ok := t.Limit(PlanMoves)
	letter, known := t.Limit(NewCouncilLetter)
	if !ok || !known || lower(moved) == "" {
		return nil
	}
	day, err := ReadDay(moved)
	if typed, wrong := ReadDay(knew); err != nil || day.IsZero() || wrong != nil || !typed.IsZero() {
		return []Reckoning{t.reckon("", plan, letter, moved, knew)}
	}
	inTime := t.Answer(plan, map[string]string{MovedLimb: moved, KnewLimb: plus(day, -early).String()})
	first := Reckoning{Head: EnglishMove.InTime, Says: []string{inTime.Says}, Steps: []string{}}
	if inTime.Refused == "" {
		first.Says = append(first.Says, t.letter(letter, inTime.Date).Says)
	}
	return []Reckoning{first, t.reckon(EnglishMove.ThatDay, plan, letter, moved, moved)}
}

func (t *Table) reckon(head string, plan, letter Limit, moved, knew string) Reckoning {
	a := t.Answer(plan, map[string]string{MovedLimb: moved, KnewLimb: knew})
	r := Reckoning{Head: head, Says: []string{a.Says}, Steps: []string{}}
	if a.Refused != "" {
		return r
	}
	day, _ := ReadDay(knew)
	if after := t.Answer(plan, map[string]string{MovedLimb: moved, KnewLimb: plus(day, 1).String()}); after.Refused == "" && after.Date != a.Date {
		r.Says = append(r.Says, fill(EnglishMove.After, "day", English.Day(after.Date)))
	}
	written := t.letter(letter, a.Date)
	r.Says = append(r.Says, written.Says)
	for _, c := range append(a.Limbs, written.Limbs...) {
		r.Steps = append(r.Steps, c.Steps...)
	}
	r.Steps = append(r.Steps, a.Steps...)
	return r
}

// letter is the last day of the new council's letter, if the plan goes on a day.
func (t *Table) letter(l Limit, sent model.Date) Answer {
	return t.Answer(l, map[string]string{l.Limbs[0].ID: sent.String()})
}

// A moveExport is what a page carries to reckon with.
type moveExport struct {
	Rules json.RawMessage `json:"rules"`
	Words MoveWords       `json:"words"`
}

// ExportMove is what the browser reckons with, as JSON
// (themes/signpost/components/moving/reckon.ts).
func (t *Table) ExportMove() ([]byte, error) {
	rules, err := t.Export(PlanMoves, NewCouncilLetter)
	if err != nil {
		return nil, err
	}
	return json.Marshal(moveExport{rules, EnglishMove})
}

// ExportedMove is the table that a page carries: see [Exported].
func ExportedMove(text []byte) (*Table, error) {
	var e moveExport
	if err := json.Unmarshal(text, &e); err != nil {
		return nil, fmt.Errorf("the rules of a page: %w", err)
	}
	return Exported(e.Rules)
}
