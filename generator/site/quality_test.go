package site

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"signpost/generator/quality"
)

// TestQualityFiles: the report is published for spreadsheets and for programs,
// with the same facts.
func TestQualityFiles(t *testing.T) {
	_, files := site(t)
	var report struct {
		Format int
		Areas  []struct {
			Services []struct{ Facts, Missing []struct{ Fact string } }
		}
	}
	if err := json.Unmarshal([]byte(files["providers/quality/quality.json"]), &report); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(files["providers/quality/quality.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	facts := 0
	for _, a := range report.Areas {
		for _, s := range a.Services {
			facts += len(s.Facts) + len(s.Missing)
		}
	}
	if report.Format != quality.Format || facts == 0 || len(rows) != facts+1 {
		t.Errorf("format %d, %d facts, %d rows", report.Format, facts, len(rows))
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a cell that is run as a formula: %q", cell)
			}
		}
	}
}

// TestQualityPages: the list of areas follows the alphabet, and says that it is
// no league table; an area's page has each service's facts.
func TestQualityPages(t *testing.T) {
	pages, _ := site(t)
	all := text(pages["providers/quality/index.html"])
	if strings.Index(all, "Easthaven") > strings.Index(all, "Northam") || !strings.Contains(all, quality.NoLeague) || strings.Contains(all, "points for") {
		t.Errorf("%s", all)
	}
	one := text(pages["providers/quality/northam/index.html"])
	for _, want := range []string{"Confirmed: by manager, phone, on 3 November 2026, 18 days ago", "1 February 2027", "Missing:", "points for what a family needs to know", "Ask the service"} {
		if !strings.Contains(one, want) {
			t.Errorf("no %q in\n%s", want, one)
		}
	}
	if !strings.Contains(text(pages["providers/quality/england/index.html"]), "The Family Line") {
		t.Error("the national lines are missing")
	}
}
