package source

import (
	"bytes"
	"fmt"
	"path"
	"reflect"
	"strings"
	"testing"

	"signpost/generator/model"
)

func TestFormat(t *testing.T) {
	const (
		council = "data/councils/northam/council.yaml"
		guide   = "content/guides/start.md"
		check   = "checked: {on: 2026-10-12, by: local offer officer, how: email}\n"
	)
	entry := func(lines string) string { return "---\nname: N\n" + lines + "---\n\nRing us.  \n" }
	for _, test := range []struct{ name, file, in, want string }{
		{"in form", helpFile, entry("kind: iass\n"), ""},
		{"order", helpFile, entry("cost: Free\nkind: iass\nalso: [a]\n"), entry("also: [a]\nkind: iass\ncost: Free\n")},
		{"spaces of what is in form", helpFile, entry("kind: iass   # an advice service \n\ncost: Free\t\n"), ""},
		{"quotes", helpFile, entry("kind: 'iass'\ncost: \"Free\"\nreply: 'at: once'\n"), entry("kind: iass\ncost: Free\nreply: \"at: once\"\n")},
		{"more than one space", helpFile, entry("kind:   iass\n"), entry("kind: iass\n")},
		{"a folded value", helpFile, entry("kind: iass\ncost: >-\n  Free,\n  for all\n"), entry("kind: iass\ncost: Free, for all\n")},
		{"a block of text", helpFile, entry("kind: iass\ncost: |\n  Free\n  # for all\n\n"), entry("kind: iass\ncost: \"Free\\n# for all\"\n")},
		{"a block list", helpFile, entry("kind: iass\nneeds:\n- autism\n- 'deaf'\n"), entry("kind: iass\nneeds: [autism, deaf]\n")},
		{"a list of one line", helpFile, entry("kind: iass\nneeds: [autism,deaf]\n"), entry("kind: iass\nneeds: [autism, deaf]\n")},
		{"one value for a list", helpFile, entry("kind: iass\nneeds: autism\n"), entry("kind: iass\nneeds: [autism]\n")},
		{"a list for one value", helpFile, entry("kind: iass\ncost: [Free]\n"), entry("kind: iass\ncost: Free\n")},
		{"a long list", helpFile, entry("kind: iass\npartners: [" + strings.Repeat("Northam Families, ", 6) + "last]\n"), entry("kind: iass\npartners:\n" + strings.Repeat("  - Northam Families\n", 6) + "  - last\n")},
		{"a list with commas", helpFile, entry("kind: iass\npartners: [\"Mencap, Northam\", Families]\n"), entry("kind: iass\npartners:\n  - Mencap, Northam\n  - Families\n")},
		{"a list with comments", helpFile, entry("kind: iass\nneeds:\n    - autism # most\n    # some\n    - deaf\n"), entry("kind: iass\nneeds:\n  - autism # most\n  # some\n  - deaf\n")},
		{"blank fields", helpFile, entry("kind: iass\ncost:\nreply: \"\"\nneeds: []\nages: ~\nchannels: []\nlanguages: [\"\"]\nchecked: {}\n"), entry("kind: iass\n")},
		{"comments of blank fields", helpFile, entry("kind: iass\n# how much\ncost: # ask\nreply: soon\n# to do\nages:\n"), entry("kind: iass\n# how much\n# ask\nreply: soon\n# to do\n")},
		{"comments", helpFile, entry("# how much\ncost:  Free # always\n# about cost\n\n# what it is\nkind: iass\n# the end\n"), entry("# what it is\nkind: iass\n# how much\ncost: Free # always\n# about cost\n\n# the end\n")},
		{"a channel", helpFile, entry("kind: iass\nchannels:\n- value: 01632 960 123 # ours\n  # what\n  type: phone\n  note: ''\n"), entry("kind: iass\nchannels:\n  # what\n  - type: phone\n    value: 01632 960 123 # ours\n")},
		{"channels in braces", helpFile, entry("kind: iass\nchannels: [{type: text, value: 85258}, {type: phone, value: 01632960123}]\n"), entry("kind: iass\nchannels:\n  - type: text\n    value: \"85258\"\n  - type: phone\n    value: \"01632960123\"\n")},
		{"checks in braces", helpFile, entry("kind: iass\nchecked: {name: {how: phone, by: chair, on: 2026-01-02}}\n"), entry("kind: iass\nchecked:\n  name: {on: 2026-01-02, by: chair, how: phone}\n")},
		{"checks of several lines", helpFile, entry("checked:\n  name:\n    # in May\n    how: phone\n    by: \"chair\"\n    on: '2026-01-02'\n\n  offer:\nkind: iass\n"), entry("kind: iass\nchecked:\n  # in May\n  name: {on: 2026-01-02, by: chair, how: phone}\n")},
		{"the order of checks", helpFile, entry("kind: iass\nchecked:\n  offer: {on: 2026-01-02, by: chair, how: phone} # all\n  name: {on: 2026-01-02, by: chair, how: phone}\n"), entry("kind: iass\nchecked:\n  name: {on: 2026-01-02, by: chair, how: phone}\n  offer: {on: 2026-01-02, by: chair, how: phone} # all\n")},
		{"all in braces", helpFile, "---\n{kind: iass, name: N} # odd\n---\n", "---\n# odd\nname: N\nkind: iass\n---\n"},
		{"an indented whole", helpFile, "---\n  name: N\n  # odd\n  kind: iass\n---\n", "---\nname: N\n# odd\nkind: iass\n---\n"},
		{"a name in quotes", helpFile, "---\n\"name\": N\n? kind\n: iass\n---\n", "---\nname: N\nkind: iass\n---\n"},
		{"no last line end", helpFile, "---\nkind: iass\nname: N\n---", "---\nname: N\nkind: iass\n---"},
		{"a # within quotes", helpFile, entry("kind: iass\ncost: \"Free\n  # for all\"\n"), entry("kind: iass\ncost: \"Free # for all\"\n")},
		{"a # in quotes at the margin", helpFile, entry("kind: iass\ncost: 'it''s\n# free'\n"), entry("kind: iass\ncost: \"it's # free\"\n")},
		{"a council", council, check + "local_offer: {website: https://a.example.org/}\nfirst_contact:\n    all: northam-advice\n", "first_contact:\n  all: northam-advice\nlocal_offer:\n  website: https://a.example.org/\n" + check},
		{"a council's check", council, "checked:\n  by: local offer officer\n  on: 2026-10-12\n  how: email", check},
		{"the line for editors", council, "# yaml-language-server: $schema=https://a.example.org/council.json\n# where to start\n" + check + "first_contact:\n  all: northam-advice\n", "# yaml-language-server: $schema=https://a.example.org/council.json\nfirst_contact:\n  all: northam-advice\n# where to start\n" + check},
		{"words above all", council, "# Northam\n\n" + check + "first_contact:\n  all: northam-advice\n", "# Northam\n\nfirst_contact:\n  all: northam-advice\n" + check},
		{"a document's first line", council, "---\n" + check + "ring_second_if: 'x'\n", "---\nring_second_if: x\n" + check},
		{"a guide", guide, "---\norder: '3'\nsummary: b\ntitle: a\nalso:\n  - c\nchecked: 2026-11-21\n---\nText\n", "---\ntitle: a\nsummary: b\nchecked: 2026-11-21\nalso: [c]\norder: 3\n---\nText\n"},
		{"a page of the site", "content/guides/about.md", "---\nsummary: b\ntitle: a\n---\n", "---\ntitle: a\nsummary: b\n---\n"},
		{"another file", "data/site.yaml", "name:   a\n", ""},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			in := "\uFEFF" + strings.ReplaceAll(test.in, "\n", end)
			want := in
			if test.want != "" {
				want = "\uFEFF" + strings.ReplaceAll(test.want, "\n", end)
			}
			got, problems := Format([]byte(in), test.file)
			if len(problems) > 0 || string(got) != want && !(end == "\r\n" && strings.ReplaceAll(string(got), "\r\n", "\n") == "\uFEFF"+test.want) {
				t.Errorf("%s, %q: %v, got\n%s\nwant\n%s", test.name, end, problems, got, want)
			}
			if again, _ := Format(got, test.file); !bytes.Equal(again, got) {
				t.Errorf("%s, %q: the form of\n%s\nis\n%s", test.name, end, got, again)
			}
		}
	}
}

// What holds an error stays as it is, and the errors are told with their lines.
func TestFormatRefuses(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"a field that is none", helpFile, "---\nkind: iass\nname: N\ncots: Free\n---\n", "help.md:4: unknown field \"cots\""},
		{"a field of a channel that is none", helpFile, "---\nkind: iass\nname: N\nchannels:\n  - typ: phone\n---\n", "help.md:5: unknown field \"typ\""},
		{"a field of a check that is none", helpFile, "---\nkind: iass\nname: N\nchecked:\n  name: {on: 2026-01-02, by: chair, how: phone, at: noon}\n---\n", "help.md:5: unknown field \"at\""},
		{"a field twice", helpFile, "---\nkind: iass\nname: N\nname: M\n---\n", "help.md:4: the field \"name\" stands here a second time"},
		{"two values", helpFile, "---\nkind: iass\nname: [N, M]\n---\n", "help.md:3: name has 2 values"},
		{"a mapping for a value", helpFile, "---\nkind: iass\nname: {a: b}\n---\n", "help.md:3: name is neither"},
		{"nothing", helpFile, "---\n---\n", "the field \"name\" is missing"},
		{"no text at all", helpFile, "", "does not begin with ---"},
		{"a tab", helpFile, "---\nkind: iass\n\tname: N\n---\n", "not YAML"},
		{"an anchor", helpFile, "---\nkind: &a iass\nname: *a\n---\n", "anchors"},
		{"two documents", "data/councils/northam/council.yaml", "checked: {on: 2026-01-02, by: chair, how: phone}\n---\na: b\n", "a second YAML document"},
		{"a list for a file", "data/councils/northam/council.yaml", "- a\n- b\n", "not a list of names and values"},
		{"too much", helpFile, "---\nkind: iass\nname: N\n---\n" + strings.Repeat("word ", maxPage/5), "larger than 64 KiB"},
		{"another code", helpFile, "---\nkind: iass\nname: caf\xe9\n---\n", "not UTF-8"},
		{"text turned round", helpFile, "---\nkind: iass\nname: \"N\u202Em\"\n---\n", "cannot be printed"},
		{"a guide without a title", "content/guides/start.md", "---\nsummary: b\nchecked: 2026-11-21\n---\n", "the field \"title\" is missing"},
	} {
		got, problems := Format([]byte(test.text), test.file)
		if string(got) != test.text || len(problems) == 0 || !strings.Contains(report(problems), test.want) {
			t.Errorf("%s: got %.200q and\n%swant a refusal that says %q", test.name, got, report(problems), test.want)
		}
	}
}

// The files of the example say the same in form, and their texts keep every
// byte.
func TestFormatExample(t *testing.T) {
	tree := exampleTree(t)
	before, _ := read(t, tree)
	formatted := tree
	for file, f := range tree {
		if formOf(file) == nil || path.Base(file) == "README.md" {
			continue
		}
		text, problems := Format(f.Data, file)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if again, _ := Format(text, file); !bytes.Equal(again, text) {
			t.Errorf("the form of\n%s\nis\n%s", text, again)
		}
		formatted = with(formatted, file, string(text))
	}
	after, problems := read(t, formatted)
	if len(problems) > 0 || !reflect.DeepEqual(content(before), content(after)) {
		t.Errorf("%v\nanother tree than before", problems)
	}
}

// content is what a reading says, without the lines where it says it.
func content(r *model.Reading) any {
	var all []any
	for _, rec := range r.Records {
		all = append(all, rec.ID, said(rec))
	}
	for _, a := range r.Articles {
		a.Where, a.BodyLine = model.Where{}, 0
		all = append(all, a)
	}
	for _, c := range r.Councils {
		c.Where = model.Where{}
		all = append(all, c)
	}
	return all
}

// However a record is written, its form is the one that Entry gives it.
func TestFormatStyles(t *testing.T) {
	b := newBench(t)
	for seed := range uint64(400) {
		m := newMaker(b, seed)
		r := m.record()
		styled := m.styled(r, false)
		got, problems := Format([]byte(styled), helpFile)
		if want := Entry(r); len(problems) > 0 || !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %v, the form of\n%s\nis\n%s\nwant\n%s", seed, problems, styled, got, want)
		}
		styled = m.styled(r, true)
		got, problems = Format([]byte(styled), helpFile)
		if len(problems) > 0 {
			t.Fatalf("seed %d: %v in\n%s", seed, problems, styled)
		}
		if now := said(entryAlone(got, helpFile)); !reflect.DeepEqual(now, said(r)) {
			t.Fatalf("seed %d: %s\nbecomes\n%s", seed, styled, got)
		}
		if lost := lostComments(styled, string(got)); len(lost) > 0 {
			t.Fatalf("seed %d: the comments %v of\n%s\nare lost in\n%s", seed, lost, styled, got)
		}
		if again, _ := Format(got, helpFile); !bytes.Equal(again, got) {
			t.Fatalf("seed %d: the form of\n%s\nis\n%s", seed, got, again)
		}
	}
}

// lostComments lists those of the remarks that styled made and that a text
// does not hold exactly once.
func lostComments(styled, text string) []string {
	var lost []string
	for i := 0; strings.Contains(styled, remark(i)); i++ {
		if strings.Count(text, remark(i)) != 1 {
			lost = append(lost, remark(i))
		}
	}
	return lost
}

func remark(i int) string { return fmt.Sprintf("# remark %d.", i) }

// styled writes an entry as people and programs do: fields in any order, lists
// and checks in blocks, values in any quotes, with remarks wherever they may
// stand, and blank fields.
func (m maker) styled(r *model.Record, remarks bool) string {
	n, remarked := 0, func(text string) string { return text }
	if remarks {
		remarked = func(text string) string {
			var lines []string
			for _, line := range strings.Split(text, "\n") {
				indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
				if m.IntN(4) == 0 {
					lines = append(lines, indent+remark(n))
					n++
				}
				if m.IntN(4) == 0 {
					line += m.pick([]string{" ", "   "}) + remark(n)
					n++
				}
				lines = append(lines, line)
			}
			return strings.Join(lines, "\n")
		}
	}
	var keys []string
	for i, node := 0, recordNode(r, "northam"); i < len(node.Content); i += 2 {
		f := model.EntryFields[slot(model.EntryFields, node.Content[i].Value)]
		keys = append(keys, remarked(m.key(f.Name, node.Content[i+1], f.Name == "channels" || f.Name == "media")))
	}
	for _, f := range model.EntryFields {
		if m.IntN(10) == 0 && child(recordNode(r, "northam"), f.Name) == nil {
			keys = append(keys, remarked(f.Name+m.pick([]string{":", ": ''", ": []", ": null", ": ~"})))
		}
	}
	m.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	between := "\n"
	if remarks && m.IntN(2) == 0 {
		between = "\n\n"
	}
	text := "---\n" + strings.Join(keys, between) + "\n---\n"
	if r.Offer.Description != "" {
		text += "\n" + r.Offer.Description + "\n"
	}
	return text
}
