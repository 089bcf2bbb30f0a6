package check

import (
	"testing"

	"signpost/generator/model"
)

// TestLanguages: only a language that somebody reviewed is warned of, when that
// is long ago, and for what it lacks.
func TestLanguages(t *testing.T) {
	whole := map[string]string{}
	for _, id := range model.InterfaceStrings {
		whole[id] = "x"
	}
	asAt := model.Date{Year: 2026, Month: 11, Day: 21}
	for _, test := range []struct {
		name   string
		tongue model.Language
		want   []string
	}{
		{"not reviewed", model.Language{Tag: "ur"}, nil},
		{"reviewed of late", model.Language{Tag: "ur", ReviewedBy: "native speaker", ReviewedOn: model.Date{Year: 2026, Month: 11, Day: 3}, Strings: whole}, nil},
		{"long ago", model.Language{Tag: "ur", ReviewedBy: "native speaker", ReviewedOn: model.Date{Year: 2024, Month: 11, Day: 3}, Strings: whole}, []string{"old-review"}},
		{"still to come", model.Language{Tag: "ur", ReviewedBy: "native speaker", ReviewedOn: model.Date{Year: 2026, Month: 11, Day: 22}, Strings: whole}, []string{"review-ahead"}},
		{"not whole", model.Language{Tag: "ur", ReviewedBy: "native speaker", ReviewedOn: model.Date{Year: 2026, Month: 11, Day: 3}}, []string{"untranslated"}},
		{"English", model.Language{Tag: model.SourceLanguage}, nil},
	} {
		var got []string
		for _, p := range languages(&model.Directory{AsAt: asAt, Languages: model.SiteLanguages{test.tongue}}) {
			got = append(got, p.Rule)
		}
		if len(got) != len(test.want) || len(got) > 0 && got[0] != test.want[0] {
			t.Errorf("%s: %q; want %q", test.name, got, test.want)
		}
	}
}
