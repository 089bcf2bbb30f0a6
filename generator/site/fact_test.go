package site

import (
	"testing"

	"signpost/generator/model"
)

// What a service told is quoted; what a register noted of a page is not.
func TestTheir(t *testing.T) {
	told := model.Origin{Record: &model.Record{Source: &model.Source{Rank: model.Entry}}}
	seen := model.Origin{Record: &model.Record{Source: &model.Source{Rank: model.Register}}}
	for _, test := range []struct {
		origin      model.Origin
		words, want string
	}{
		{told, "Ring us.", "In their words: “Ring us.”"},
		{seen, "phone; online form", "What we read there: phone; online form."},
		{seen, "", ""},
	} {
		if got := Words(their(test.origin, test.words)); got != test.want {
			t.Errorf("%q: %q; want %q", test.words, got, test.want)
		}
	}
}
