package source

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"signpost/generator/model"
)

// A List describes a register that an import writes.
type List struct {
	Source                    string // its file's name, without the ending
	Kind                      string // of every row; "" where a column says it
	Name, Link, Licence, What string // "" keeps what the description said before
	Read                      model.Date
	Columns                   []string
}

// File is where the rows stand.
func (l List) File() string { return path.Join(registersFolder, l.Source+".csv") }

// RegistersFile is where all lists are described.
const RegistersFile = registersFile

// RegisterTable writes the rows of a register, by id, and returns its columns:
// those that a row has something in. Where all rows are of one kind, no column
// says it.
func RegisterTable(said []*Said) (text []byte, columns []string, kind string, err error) {
	said = slices.Clone(said)
	slices.SortStableFunc(said, func(a, b *Said) int { return cmp.Compare(a.Record.ID, b.Record.ID) })
	var rows []map[string]string
	kinds := map[string]bool{}
	for _, s := range said {
		row := registerRow(s)
		kinds[row["kind"]] = true
		rows = append(rows, row)
	}
	all := []string{idColumn}
	for _, f := range model.Fields {
		if f.Name != "kind" || len(kinds) > 1 {
			all = append(all, f.Name)
		}
	}
	for _, c := range append(all, descriptionColumn) {
		if slices.ContainsFunc(rows, func(r map[string]string) bool { return r[c] != "" }) {
			columns = append(columns, c)
		}
	}
	for k := range kinds {
		if len(kinds) == 1 {
			kind = k
		}
	}
	text, err = table(columns, rows, true)
	return text, columns, kind, err
}

// registerRow is the row of one service: of several numbers or addresses of a
// type the first, for a row has one cell for them. The others go to the notes.
func registerRow(s *Said) map[string]string {
	row := map[string]string{idColumn: s.Record.ID, "kind": string(s.Record.Kind), descriptionColumn: s.Record.Offer.Description}
	for _, f := range model.Fields {
		if v := s.Cells[f.Name]; v != "" {
			row[f.Name] = v
		}
	}
	areas := s.Record.Areas
	if !slices.Contains(areas, s.Area) && s.Area != "" {
		areas = append(slices.Clone(areas), s.Area)
	}
	row["areas"] = joinList(areas)
	var others []string
	first := map[model.ChannelType]bool{}
	for _, c := range s.Record.Channels {
		f, inTable := model.FieldNamed(string(c.Type))
		if !inTable || first[c.Type] {
			others = append(others, string(c.Type)+" "+c.Value)
			continue
		}
		first[c.Type] = true
		row[f.Name] = c.Value
		if c.Type == model.Phone {
			row["hours"] = cmp.Or(row["hours"], c.Hours)
		}
	}
	if len(others) > 0 {
		row["notes"] = strings.Join(append(slices.DeleteFunc([]string{row["notes"]}, func(n string) bool { return n == "" }), "also "+strings.Join(others, "; ")), "; ")
	}
	return row
}

// DescribeRegister writes the description of a register into registers.yaml:
// in place of the one that it has, or behind the others. All other lines stay.
func DescribeRegister(text []byte, l List) ([]byte, error) {
	t := &tree{reading: &model.Reading{}}
	root, ok := t.document(text, registersFile, 0)
	if !ok {
		return nil, fmt.Errorf("%v", t.problems[0])
	}
	lines := strings.SplitAfter(strings.TrimRight(string(text), "\n"), "\n")
	if last := len(lines) - 1; lines[last] != "" {
		lines[last] += "\n"
	} else {
		lines = lines[:last]
	}
	list := child(root, "registers")
	if list == nil {
		if root != nil {
			return nil, fmt.Errorf("%s holds no list named registers", registersFile)
		}
		return []byte(strings.Join(lines, "") + "registers:\n" + l.describe("  ", nil)), nil
	}
	if list.Kind != yaml.SequenceNode || list.Style&yaml.FlowStyle != 0 {
		return nil, fmt.Errorf(`%s:%d: registers is not a list with a line for each "- file:"`, registersFile, list.Line)
	}
	indent := "  "
	for i, item := range list.Content {
		indent = strings.Repeat(" ", max(item.Column-3, 0))
		if file := child(item, "file"); file == nil || file.Value != l.Source+".csv" {
			continue
		}
		end := len(lines)
		if i+1 < len(list.Content) {
			end = list.Content[i+1].Line - 1
		}
		return []byte(strings.Join(lines[:item.Line-1], "") + l.describe(indent, item) + strings.Join(lines[end:], "")), nil
	}
	return []byte(strings.Join(lines, "") + l.describe(indent, nil)), nil
}

// describe is the description of a list; old is the one before, or nil.
func (l List) describe(indent string, old *yaml.Node) string {
	kept := func(name, v string) string {
		if n := child(old, name); v == "" && n != nil {
			return n.Value
		}
		return v
	}
	var text strings.Builder
	mark := "- "
	for _, pair := range [][2]string{{"file", l.Source + ".csv"}, {"kind", l.Kind}, {"name", kept("name", l.Name)}, {"rank", "1"}, {"link", kept("link", l.Link)},
		{"licence", kept("licence", l.Licence)}, {"what", kept("what", l.What)}, {"read", l.Read.String()}} {
		if pair[1] == "" {
			continue
		}
		v := scalar(pair[1], false)
		if pair[0] == "rank" {
			v = pair[1]
		}
		text.WriteString(indent + mark + pair[0] + ": " + v + "\n")
		mark = "  "
	}
	text.WriteString(indent + "  columns:\n")
	for _, c := range l.Columns {
		text.WriteString(indent + "    " + c + ": " + c + "\n")
	}
	return text.String()
}
