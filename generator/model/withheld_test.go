package model

import "testing"

func TestHoldsMobile(t *testing.T) {
	for channels, want := range map[string]bool{
		"07700 900 123": true, "01632 960 001; 07700 900 123 · hours: 9am to 5pm": true, "+44 7700 900123 · contact of: the chair": true,
		"01632 960 001 · hours: 9am to 5pm": false, "Northam SENDIASS": false, "": false,
	} {
		if got := holdsMobile(channels); got != want {
			t.Errorf("holdsMobile(%q) = %t", channels, got)
		}
	}
}

// What was told is always listed; of what was seen, no number that somebody
// might ring by mistake.
func TestWithheld(t *testing.T) {
	seen := Origin{Record: &Record{Source: &Source{Rank: Register}}}
	told := Origin{Record: &Record{Source: &Source{Rank: Entry}}}
	for _, test := range []struct {
		group Group
		other Other
		want  bool
	}{
		{Group(Phone), Other{Text: "07700 900 123", Origin: seen}, true},
		{Group(Phone), Other{Text: "07700 900 123", Origin: told}, false},
		{Group(Phone), Other{Text: "01632 960 001", Origin: seen, Because: "is older"}, false},
		{Group(Phone), Other{Text: "01632 960 001", Origin: seen, Because: "is history"}, true},
		{Group(Email), Other{Text: "a@example.org", Origin: seen, Because: "is doubtful"}, true},
		{GroupName, Other{Text: "A name", Origin: seen, Because: "is doubtful, and not from the service's or the council's page"}, false},
	} {
		if got := test.other.Withheld(test.group); got != test.want {
			t.Errorf("%s %q, which %q: withheld %t", test.group, test.other.Text, test.other.Because, got)
		}
	}
}
