package oruk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// text is a string of the service itself, in the column of its name.
func (s *service) text(name string) string { return s.textAt(s.object, name, name, name) }

// textAt is a string of an object, of which column was to be made. Of another
// type it is a Problem, and the column is not read.
func (s *service) textAt(o object, name, at, column string) string {
	raw := o[name]
	if none(raw) {
		return ""
	}
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		s.mistyped(raw, at, column, "a text in quotes")
	}
	return strings.TrimSpace(text)
}

// none reports whether a value is left out or null. Many feeds write null for
// what they do not know.
func none(raw json.RawMessage) bool { return len(raw) == 0 || bytes.Equal(raw, []byte("null")) }

func (s *service) mistyped(raw json.RawMessage, at, column, wanted string) {
	if column != "" {
		s.bad[column] = true
	}
	s.wrong("wrong-type", at, "it has to be "+wanted, "%s is %s", at, clip(string(raw)))
}

// number is a number as it is written; in quotes it is one as well.
func (s *service) number(name string) string { return s.scalar(s.object[name], name, "minimum_age") }

func (s *service) scalar(raw json.RawMessage, at, column string) string {
	if none(raw) {
		return ""
	}
	var n json.Number
	if err := json.Unmarshal(raw, &n); err != nil {
		s.mistyped(raw, at, column, "a number")
		return ""
	}
	return strings.TrimSuffix(n.String(), ".0")
}

// list are the objects of an array of the service.
func (s *service) list(name, column string) []object { return s.listOf(s.object, name, name, column) }

func (s *service) listOf(o object, name, at, column string) []object {
	raw := o[name]
	if none(raw) {
		return nil
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		s.mistyped(raw, at, column, "a list")
		return nil
	}
	objects := make([]object, 0, len(items))
	for i, item := range items {
		var o object
		if err := json.Unmarshal(item, &o); err != nil {
			s.mistyped(item, fmt.Sprintf("%s[%d]", at, i), column, "an object in braces")
		}
		objects = append(objects, o) // nil holds nothing, and keeps the count
	}
	return objects
}

// child is an object of the service, or nil.
func (s *service) child(name, column string) object {
	raw := s.object[name]
	if none(raw) {
		return nil
	}
	var o object
	if err := json.Unmarshal(raw, &o); err != nil {
		s.mistyped(raw, name, column, "an object in braces")
	}
	return o
}
