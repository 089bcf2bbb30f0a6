package model

// Wordings are the ids of data/vocabulary/wording.csv that pages print. The
// sentences themselves are data, so that people who know families can mend
// them; a missing one would be a hole in a sign, so whoever reads the file
// makes sure that all of them are there.
var Wordings = []string{
	"block-a", "block-w", "block-x", "block-k", "block-q", "block-l", "block-o", "block-n",
	"state-told", "state-unconfirmed", "state-no-contact", "state-dual", "state-closed",
	"state-ended", "state-ended-unknown", "state-conflict", "state-no-results", "state-replaced",
	"state-urgent-danger", "state-urgent-crisis", "state-urgent-text",
	"state-told-undated", "state-old", "state-old-ask", "state-former", "state-alert", "state-closed-before", "contract-replaced",
	"no-supporter", "reports-deleted", "nothing-private",
	"seen-number", "seen-number-year", "seen-closed", "no-name", "contract-ended", "access-line",
}
