package check

import (
	"testing"

	"signpost/generator/calendar"
	"signpost/generator/model"
)

// TestLimits: a guide may only name limits that the table has, and a slip is
// answered with what was likely meant.
func TestLimits(t *testing.T) {
	table := &calendar.Table{Limits: []calendar.Limit{{ID: "appeal"}}}
	guide := func(limits ...string) *model.Reading {
		return &model.Reading{Articles: []model.Article{{ID: "waiting", Limits: limits, Where: model.Where{File: "content/guides/waiting.md", Line: 1}}}}
	}
	near := func(written string, words []string) string {
		if written == "apeal" {
			return words[0]
		}
		return ""
	}
	if problems := Limits(guide("appeal"), table, near); len(problems) > 0 {
		t.Error(problems)
	}
	for written, hint := range map[string]string{"apeal": `did you mean "appeal"?`, "holidays": "write an id of data/limits.csv, or put the limit there"} {
		problems := Limits(guide("appeal", written), table, near)
		if len(problems) != 1 || problems[0].Severity != model.Error || problems[0].Hint != hint || problems[0].Where.File == "" {
			t.Errorf("%s: %v", written, problems)
		}
	}
}
