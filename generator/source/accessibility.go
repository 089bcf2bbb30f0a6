package source

import (
	"regexp"
	"slices"
	"strings"

	"signpost/generator/model"
)

const trialsFile = "data/accessibility.csv"

var (
	trialColumns  = []string{"how", "what", "with", "criteria", "on"}
	criterionForm = regexp.MustCompile(`^[1-4]\.[1-5]\.[0-9]{1,2}$`) // of WCAG 2.2: principle, guideline, criterion
)

// readTrials reads what was tried so that everyone can use the site. What a
// person tried has its day and says who; what nobody tried has neither.
func (t *tree) readTrials() error {
	rows, err := t.table(trialsFile, trialColumns)
	for _, r := range rows {
		mark := len(t.problems)
		trial := model.Trial{How: model.TrialHow(r.get("how")), What: r.get("what"), With: r.get("with"), On: t.date(r, "on"), Where: r.at}
		t.checkTrial(r, trial)
		for _, c := range strings.Fields(strings.ReplaceAll(r.get("criteria"), ";", " ")) {
			if !criterionForm.MatchString(c) {
				t.wrong("bad-criterion", r.where("criteria"), "write numbers of WCAG 2.2, as 1.4.3; 2.1.1", "%q is no criterion", c)
			}
			trial.Criteria = append(trial.Criteria, c)
		}
		if !t.brokenSince(mark) {
			t.reading.Trials = append(t.reading.Trials, trial)
		}
	}
	return err
}

func (t *tree) checkTrial(r row, trial model.Trial) {
	if !slices.Contains(model.TrialHows, trial.How) {
		t.wrong("unknown-id", r.where("how"), "write machine, hand, not-yet or lacking", "%q does not say how it was tried", trial.How)
	}
	if trial.What == "" {
		t.wrong("missing-field", r.where("what"), "write a sentence that families understand", "the line does not say what was tried")
	}
	tried := trial.How == model.ByMachine || trial.How == model.ByHand
	if tried && trial.With == "" {
		t.wrong("missing-field", r.where("with"), "name the test, or who tried it and with what", "the line does not say with what it was tried")
	}
	switch {
	case r.get("on") != "" && trial.On.IsZero(): // told already
	case trial.How == model.ByHand && trial.On.Day == 0:
		t.wrong("bad-date", r.where("on"), "write the day, as 2026-11-03", "what a person tried needs its day; on is %q", r.get("on"))
	case trial.How != model.ByHand && !trial.On.IsZero():
		t.wrong("date-given", r.where("on"), "leave it out: the statement has the date of the site", "only what a person tried has a day of its own; on is %q", r.get("on"))
	}
}
