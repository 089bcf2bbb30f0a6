package calendar

import (
	"encoding/json"
	"fmt"

	"signpost/generator/model"
)

// An export is what a page carries to count with: its limits, all bank
// holidays, and the words.
type export struct {
	Limits   []Limit      `json:"limits"`
	Years    [2]int       `json:"years"`
	Holidays []model.Date `json:"holidays"`
	Words    Words        `json:"words"`
}

// Export is the table as JSON for the browser's interpreter
// (themes/signpost/components/limit/calendar.ts), with the limits that a page
// needs. It fails where no limit has an id.
func (t *Table) Export(ids ...string) ([]byte, error) {
	e := export{Words: English, Limits: []Limit{}, Holidays: []model.Date{}}
	e.Years[0], e.Years[1] = t.Years()
	for _, id := range ids {
		l, ok := t.Limit(id)
		if !ok {
			return nil, fmt.Errorf("no limit has the id %q", id)
		}
		e.Limits = append(e.Limits, l)
	}
	for _, h := range t.Holidays {
		e.Holidays = append(e.Holidays, h.Day)
	}
	return json.Marshal(e)
}

// Exported is the table that a page carries: what it counts is what [Table.Export]
// was made from. It lacks what only pages print: the laws, and where they were read.
func Exported(text []byte) (*Table, error) {
	var e export
	if err := json.Unmarshal(text, &e); err != nil {
		return nil, fmt.Errorf("the rules of a page: %w", err)
	}
	t := &Table{Limits: e.Limits}
	for _, day := range e.Holidays {
		t.Holidays = append(t.Holidays, Holiday{Day: day})
	}
	return t, nil
}
