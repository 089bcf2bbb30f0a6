package schema

import (
	"slices"

	"signpost/generator/model"
)

// A Table is one of the two that people fill in and send: its columns, and a
// row that shows what to write.
type Table struct {
	Name    string
	Header  []string
	Example []string
}

const exampleCheck = "2026-11-03, service manager, phone"

// Tables are services, one row each, and channels, one row for each number or
// address.
func Tables() []Table {
	return []Table{services(), channels()}
}

func services() Table {
	t := Table{Name: "services"}
	t.add("area", "northam")
	t.add("id", "northam-advice")
	for _, f := range model.Fields {
		if f.Rows {
			continue
		}
		example := f.Example
		if slices.Contains(past, f.Name) {
			example = ""
		}
		t.add(f.Name, example)
	}
	t.add("description", "You can ring and just talk.")
	for _, g := range model.Groups {
		if !slices.Contains(model.ChannelTypes, model.ChannelType(g)) {
			t.add("checked_"+string(g), exampleCheck)
		}
	}
	return t
}

// past are fields of which no service that is well has anything to say.
var past = []string{"was", "replaced_by"}

func channels() Table {
	t := Table{Name: "channels"}
	t.add("service", "northam-advice")
	t.add("area", "northam")
	for _, f := range model.ChannelParts {
		t.add(f.Name, f.Example)
	}
	t.add("checked", exampleCheck)
	return t
}

func (t *Table) add(column, example string) {
	t.Header = append(t.Header, column)
	t.Example = append(t.Example, example)
}
