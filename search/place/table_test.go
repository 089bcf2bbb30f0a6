package place

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// The committed table answers each postcode of the sample with its district.
// Retired ones may be asked for, as all that their sector may mean.
func TestTableOfSample(t *testing.T) {
	text, err := os.ReadFile("../../data/areas/postcodes.txt")
	if err != nil {
		t.Fatal(err)
	}
	table, err := ReadTable(text)
	if err != nil {
		t.Fatal(err)
	}
	sample, err := os.ReadFile("testdata/sample.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(sample)).ReadAll()
	if err != nil || len(rows) != 5001 {
		t.Fatal(len(rows), err)
	}
	right, asked := 0, 0
	for _, row := range rows[1:] {
		got, ok := table.Lookup(row[0])
		switch {
		case ok && got.Exact && got.Places[0] == row[1]:
			right++
		case ok && !got.Exact && row[2] == "retired" && slices.Contains(got.Places, row[1]):
			asked++
		default:
			t.Errorf("%s lies in %s: %v", row[0], row[1], got)
		}
	}
	t.Logf("%d right, 0 wrong, %d retired ones asked", right, asked)
	var again bytes.Buffer
	if err := table.Write(&again); err != nil || !bytes.HasSuffix(text, again.Bytes()) {
		t.Errorf("the table is written otherwise than it was read (%v)", err)
	}
}

// invented is a register of a small country.
func invented(t testing.TB) *Table {
	t.Helper()
	table, err := NewTable([]Postcode{
		{"NO1 1AA", "E1", false}, {"NO1 1AB", "E1", false},
		{"NO1 2AA", "E1", false}, {"NO1 2AB", "E1", false}, {"NO1 2ZZ", "E2", false},
		{"NO1 3AA", "E1", false}, {"NO1 3AB", "E2", true}, // whole today, and not before
		{"NO1 4AA", "E2", true},
		{"NO1 5AA", "", false},
		{"NO2 1AA", "E3", false}, {"NO2 1AB", "", false},
		{"NO10 1AA", "E3", false},
		{"NO2 9AA", "", false},
		{"NO3 1AA", "E3", false},
	}, map[string][]string{"NO3 1": {"wales"}})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestLookup(t *testing.T) {
	written := &bytes.Buffer{}
	if err := invented(t).Write(written, "invented"); err != nil {
		t.Fatal(err)
	}
	read, err := ReadTable(written.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []*Table{invented(t), read} {
		for _, test := range []struct {
			code, want string
			exact      bool
		}{
			{"NO1 1AA", "E1", true}, {"no11ab", "E1", true},
			{"NO1 1XX", "E1", true}, // not listed, and the sector is whole
			{"NO1 2AA", "E1", true}, {"NO1 2ZZ", "E2", true},
			{"NO1 2AD", "E1,E2", false}, // not listed, and the sector is divided
			{"NO1 3AA", "E1", true}, {"NO1 3AB", "E1,E2", false},
			{"NO1 4AA", "E2", true},
			{"NO1 5AA", "E1,E2", false},                      // no district, and the outcode is divided
			{"NO1 9AA", "E1,E2", false},                      // no such sector
			{"NO2 1AB", "E3", true}, {"NO2 9AA", "E3", true}, // no district, and the outcode is whole
			{"NO3 1AA", "E3", true}, {"NO3 1AB", "E3,wales", false},
			{"NO4 1AA", "", false},
			{"CF1 1AA", "wales", true}, {"SY16 1AA", "wales", true}, {"SY99 1AA", "", false}, {"BT1 1AA", "northern-ireland", true},
		} {
			got, ok := table.Lookup(test.code)
			if !ok || strings.Join(got.Places, ",") != test.want || got.Exact != test.exact {
				t.Errorf("%s: %v, %v; want %s", test.code, got, ok, test.want)
			}
		}
	}
	if _, ok := read.Lookup("NO1 2AC"); ok { // no postcode ends in a C
		t.Error("NO1 2AC is taken for a postcode")
	}
}

// Under another view what was divided can be whole, and districts can vanish.
func TestUnder(t *testing.T) {
	table := invented(t).Under(func(district string) string {
		return map[string]string{"E1": "north", "E2": "north"}[district]
	})
	for code, want := range map[string]Answer{
		"NO1 2AD": {[]string{"north"}, true},
		"NO2 1AA": {nil, false},
		"NO3 1AA": {[]string{"wales"}, true},
	} {
		if got, _ := table.Lookup(code); !slices.Equal(got.Places, want.Places) || got.Exact != want.Exact {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}

func TestWrite(t *testing.T) {
	var b bytes.Buffer
	if err := invented(t).Write(&b, "invented"); err != nil {
		t.Fatal(err)
	}
	const want = `# invented
NO1 1 E1
NO1 2 E1,E2 DAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI 2ab
NO1 3 E1,E2 B a
NO1 4 E2 retired
NO1 5 -
NO2 1 E3
NO2 9 -
NO3 1 E3,wales B a
NO10 1 E3
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
	if got, want := strings.Join(invented(t).Districts(), " "), "E1 E2 E3"; got != want {
		t.Errorf("the districts are %s, want %s", got, want)
	}
	if got := invented(t).Border(); len(got) != 1 || !slices.Equal(got["NO3 1"], []string{"wales"}) {
		t.Errorf("the border is %v", got)
	}
}

// Broken lines are named and left out; the rest is read.
func TestReadTableWrong(t *testing.T) {
	for _, line := range []string{
		"NO1", "NO1 1", "NO1 1 E1 a b c", "N01 1 E1", "NO1 11 E1", "NO1 x E1", "NO1 1 E1,E2", "NO1 1 E1 gone",
		"NO1 1 E1,E2 B c", "NO1 1 E1,E2 B 2a", "NO1 1 E1,E2 D a", "NO1 1 E1,E2 B 0a", "NO1 1 E1,E2 B 99999999999999999999a",
		"NO1 1 E1,E2 B", "NO1 1 E1,E2 ! a", "NO1 1 E1,E2 B a1", "NO1 1 E1,E2 " + strings.Repeat("A", 66) + "Q a", "NO2 1 E3",
		"NO1 1 " + strings.Repeat("E1,", 30) + "E1 B a",
	} {
		table, err := ReadTable([]byte("# x\nNO2 1 E3\n\n" + line + "\n"))
		var wrong LineError
		if !errors.As(err, &wrong) || wrong.Line != 4 {
			t.Errorf("%q: %v, want an error on line 4", line, err)
		}
		if got, _ := table.Lookup("NO2 1AA"); !got.Exact {
			t.Errorf("%q: the other line is not read", line)
		}
	}
	if _, err := NewTable([]Postcode{{"NO1 1A", "E1", false}}, nil); err == nil {
		t.Error("half a postcode is taken for one")
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add([]byte("NO1 2 E1,E2 DAAI 2ab\nNO1 4 E2 retired\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		table, err := ReadTable(text)
		if err != nil {
			return
		}
		var first, second bytes.Buffer
		if err := table.Write(&first); err != nil {
			t.Fatal(err)
		}
		again, err := ReadTable(first.Bytes())
		if err != nil {
			t.Fatalf("%v, of\n%s", err, first.Bytes())
		}
		if err := again.Write(&second); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("written as\n%s and then as\n%s (%v)", first.Bytes(), second.Bytes(), err)
		}
	})
}
