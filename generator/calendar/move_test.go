package calendar

import (
	"strings"
	"testing"
)

// TestMoveDays: what the page about moving says of days, by the limits of data/.
func TestMoveDays(t *testing.T) {
	table := real(t)
	for _, test := range []struct {
		moved, knew string
		ways        int
		says        []string // in this order
	}{
		{"2026-08-24", "2026-08-24", 1, []string{"Monday 14 September 2026", "Tuesday 15 September 2026. We show the earlier day", "Sunday 25 October 2026"}},
		{"24 8 2026", "1 June 2026", 1, []string{"Monday 24 August 2026", "Sunday 4 October 2026"}},
		{"24 8 2026", "", 2, []string{"If the old council knew 15 working days before", "Monday 24 August 2026", "If it gets to know on the day you move", "Monday 14 September 2026", "Tuesday 15 September 2026"}},
		{"soon", "", 1, []string{"We could not read “soon” as a day"}},
		{"24 8 2026", "soon", 1, []string{"We could not read “soon” as a day"}},
		{"24 8 2095", "24 8 2095", 1, []string{"We cannot count this"}},
		{"", "24 8 2026", 0, nil},
	} {
		got := table.Move(test.moved, test.knew)
		var all strings.Builder
		for _, r := range got {
			all.WriteString(r.Head + "\n" + strings.Join(r.Says, "\n") + "\n")
		}
		if len(got) != test.ways {
			t.Errorf("%q, %q: %d ways; want %d", test.moved, test.knew, len(got), test.ways)
		}
		rest := all.String()
		for _, want := range test.says {
			_, after, ok := strings.Cut(rest, want)
			if !ok {
				t.Errorf("%q, %q: %q is missing, or not in its place:\n%s", test.moved, test.knew, want, all.String())
			}
			rest = after
		}
	}
	if got := new(Table).Move("24 8 2026", ""); got != nil {
		t.Errorf("without limits it says %v", got)
	}
}

// TestExportedMove: what a page carries gives the same.
func TestExportedMove(t *testing.T) {
	table := real(t)
	text, err := table.ExportMove()
	if err != nil {
		t.Fatal(err)
	}
	read, err := ExportedMove(text)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := read.Move("24 8 2026", "")[1].Says[0], table.Move("24 8 2026", "")[1].Says[0]; got != want {
		t.Errorf("%q; want %q", got, want)
	}
}
