package model

import "testing"

// TestStatusHolds: a status is true up to its own last day, and no more than
// ninety days after it was told or seen.
func TestStatusHolds(t *testing.T) {
	for _, test := range []struct{ told, id, until, want string }{
		{"2026-09-01", "closed", "2026-10-01", "2026-10-01"},
		{"2026-09-01", "closed", "2026-10", "2026-10-31"},
		{"2026-09-01", "closed", "2027-03-01", "2026-11-30"},
		{"2026-09-01", "open", "", "2026-11-30"},
		{"", "open", "", ""},
		{"2026-09-01", "", "", ""},
	} {
		o := Origin{Record: &Record{Source: &Source{Rank: Entry}}, Checked: Checked{On: mustDate(t, test.told)}}
		f := Fact[Status]{Value: Status{ID: test.id, Until: mustDate(t, test.until)}, Origin: o}
		if f.Value.ID == "" {
			f.Value = Status{}
		}
		if got := StatusHolds(f).String(); got != test.want {
			t.Errorf("%s, told %q, until %q: holds to %q; want %q", test.id, test.told, test.until, got, test.want)
		}
	}
}

func TestLastDay(t *testing.T) {
	for written, want := range map[string]string{"2026-11-03": "2026-11-03", "2026-02": "2026-02-28", "2024": "2024-12-31", "": ""} {
		if got := mustDate(t, written).LastDay().String(); got != want {
			t.Errorf("the last day of %q is %q; want %q", written, got, want)
		}
	}
}
