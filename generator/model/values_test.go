package model

import (
	"reflect"
	"testing"
)

// What is put into a record under a field's name is read back under it.
func TestFieldValues(t *testing.T) {
	unread := map[string]bool{"hours": true, "contact_of": true, "ask_for": true, "link_opened": true, "confidence": true, "former": true} // parts of a channel, and what a register says of its row
	for _, f := range Fields {
		r := &Record{}
		f.Set(r, []string{f.Example})
		want := []string{f.Example}
		if unread[f.Name] {
			want = nil
		}
		if got := f.Values(r); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q is read back as %q", f.Name, f.Example, got)
		}
		if got := f.Values(&Record{}); len(got) > 0 {
			t.Errorf("%s: an empty record says %q", f.Name, got)
		}
	}
}
