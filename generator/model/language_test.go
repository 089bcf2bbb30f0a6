package model

import "testing"

var spoken = SiteLanguages{
	{Tag: SourceLanguage, Direction: LeftToRight, Strings: map[string]string{"free": "It is free.", "find": "Find", "print": "Print this page"}},
	{Tag: "ur", Direction: RightToLeft, Strings: map[string]string{"free": "یہ مفت ہے۔", "find": "تلاش کریں"}},
	{Tag: "pl", Direction: LeftToRight, ReviewedBy: "native speaker", ReviewedOn: Date{2026, 11, 3}, Strings: map[string]string{"free": "Ta pomoc jest bezpłatna.", "find": "Szukaj"}},
}

// Until someone has reviewed a language, only what is fixed is printed in it;
// all else is English and says so.
func TestSayIn(t *testing.T) {
	before, after := Date{2026, 11, 2}, Date{2026, 11, 3}
	for _, test := range []struct {
		name, tag, id string
		asAt          Date
		want          Said
	}{
		{"English", "en-GB", "find", before, Said{"Find", "en-GB", "ltr"}},
		{"fixed, not reviewed", "ur", "free", after, Said{"یہ مفت ہے۔", "ur", "rtl"}},
		{"interface, not reviewed", "ur", "find", after, Said{"Find", "en-GB", "ltr"}},
		{"interface, reviewed", "pl", "find", after, Said{"Szukaj", "pl", "ltr"}},
		{"interface, reviewed later", "pl", "find", before, Said{"Find", "en-GB", "ltr"}},
		{"reviewed, not translated", "pl", "print", after, Said{"Print this page", "en-GB", "ltr"}},
		{"a language we have not", "tr", "free", after, Said{"It is free.", "en-GB", "ltr"}},
	} {
		if got := spoken.Say(test.tag, test.id, test.asAt); got != test.want {
			t.Errorf("%s: %+v; want %+v", test.name, got, test.want)
		}
	}
}

func TestSayUnknown(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an id that English lacks is said")
		}
	}()
	spoken.Say("ur", "fre", Date{2026, 11, 3})
}

// A review without its reviewer or its day is none.
func TestReviewed(t *testing.T) {
	on := Date{2026, 11, 3}
	for _, l := range []Language{{Tag: "ur"}, {Tag: "ur", ReviewedBy: "native speaker"}, {Tag: "ur", ReviewedOn: on}} {
		if l.Reviewed(on) {
			t.Errorf("%+v counts as reviewed", l)
		}
	}
}

// An id is one string: fixed or of the interface.
func TestStringIDs(t *testing.T) {
	seen := map[string]bool{}
	for _, ids := range [][]string{FixedStrings, InterfaceStrings} {
		for _, id := range ids {
			if seen[id] {
				t.Errorf("%q stands in the lists twice", id)
			}
			seen[id] = true
		}
	}
}
