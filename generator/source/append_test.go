package source

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

var moved = []model.Change{
	{On: today.On, Area: "northam", Service: "northam-advice", Group: "phone", Was: "01632 960 123", Is: `01632 960 124 · hours: Monday, "noon"; 01632 960 125`,
		Source: "entries", By: "service manager", How: "phone"},
	{On: today.On, Area: "england", Service: "family-line", Group: "name", Was: "a", Is: "a", Source: "entries", By: "chair, north", How: "email"},
}

// What is appended is read back; what was there stays to the byte.
func TestAppendChanges(t *testing.T) {
	b := newBench(t)
	for _, test := range []struct{ name, text string }{
		{"no file", ""},
		{"a heading", "on,area,service,group,was,is,source,by,how\n"},
		{"no end of line", "on,area,service,group,was,is,source,by,how"},
		{"another order", "how,by,on,area,service,group,was,is,source\nphone,chair,2026-01-02,northam,help,name,,a,entries\n"},
		{"a mark and CRLF", "\uFEFFon,area,service,group,was,is,source,by,how\r\n2026-01-02,northam,help,name,,a,entries,chair,phone\r\n"},
	} {
		got := AppendChanges([]byte(test.text), moved)
		if !bytes.HasPrefix(got, []byte(test.text)) {
			t.Errorf("%s: %q does not begin with what was there", test.name, got)
		}
		read := b.read(t, fstest.MapFS{ChangesFile: {Data: got}}, (*tree).readChanges)
		changes := read.reading.Changes[max(0, len(read.reading.Changes)-2):]
		for i := range changes {
			changes[i].Where = model.Where{}
		}
		if len(read.problems) > 0 || !reflect.DeepEqual(changes, moved) {
			t.Errorf("%s: %v, read back %v", test.name, read.problems, changes)
		}
		if again := AppendChanges(got, nil); !bytes.Equal(again, got) {
			t.Errorf("%s: nothing appended changes the file", test.name)
		}
	}
}

// Long words are cut once, so that what is confirmed again is seen to be the
// same; numbers are never cut.
func TestBrief(t *testing.T) {
	long := strings.Repeat("wörd ", 100)
	cut := brief("offer", long)
	if len([]rune(cut)) > longRunes || !strings.HasSuffix(cut, "… (500 letters)") || brief("offer", cut) != cut {
		t.Errorf("cut to %q", cut)
	}
	if brief("phone", long) != long || brief("offer", "short") != "short" {
		t.Error("what is to be kept whole is cut")
	}
}
