package source

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"signpost/generator/model"
)

var today = model.Checked{On: model.Date{Year: 2026, Month: 11, Day: 21}, By: "service manager", How: "phone"}

const (
	confirmHead = "---\nname: Northam Help\nkind: iass\nchannels:\n  - type: phone\n    value: 01632 960 123\ncost: Free\n"
	confirmTail = "---\n\nRing us.\n"
)

func TestConfirm(t *testing.T) {
	const line = "phone: {on: 2026-11-21, by: service manager, how: phone}\n"
	for _, test := range []struct {
		name, in, want string // what stands between head and tail
	}{
		{"replaces its line", "checked:\n  name: {on: 2025-01-02, by: adviser, how: email}\n  phone: {on: 2025-01-02, by: adviser, how: email}\n", "checked:\n  name: {on: 2025-01-02, by: adviser, how: email}\n  " + line},
		{"adds a line below the last", "checked:\n  name: {on: 2025-01-02, by: adviser, how: email}\n", "checked:\n  name: {on: 2025-01-02, by: adviser, how: email}\n  " + line},
		{"keeps what follows", "checked:\n  phone: {on: 2025-01-02, by: adviser, how: email}\nreply: soon\n", "checked:\n  " + line + "reply: soon\n"},
		{"keeps the indent", "checked:\n      name: {on: 2025-01-02, by: adviser, how: email}\n", "checked:\n      name: {on: 2025-01-02, by: adviser, how: email}\n      " + line},
		{"fills an empty checked", "checked:\n", "checked:\n  " + line},
		{"adds checked", "", "checked:\n  " + line},
		{"adds checked below a list", "also:\n  - a\n  - b\n", "also:\n  - a\n  - b\nchecked:\n  " + line},
		{"keeps comments on other lines", "checked: # who said so\n  # by phone\n  name: {on: 2025-01-02, by: adviser, how: email} # Tuesday\n", "checked: # who said so\n  # by phone\n  name: {on: 2025-01-02, by: adviser, how: email} # Tuesday\n  " + line},
	} {
		for _, form := range []struct {
			name string
			of   func(string) string
		}{
			{"LF", func(s string) string { return s }},
			{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
			{"BOM", func(s string) string { return "\uFEFF" + s }},
			{"no text and no last line end", func(s string) string { return strings.TrimSuffix(s, "\n\nRing us.\n") }},
		} {
			got, err := Confirm([]byte(form.of(confirmHead+test.in+confirmTail)), "help.md", "phone", today)
			if want := form.of(confirmHead + test.want + confirmTail); err != nil || string(got) != want {
				t.Errorf("%s, %s: %v, got\n%q\nwant\n%q", test.name, form.name, err, got, want)
			}
		}
	}
}

// A role with odd letters is quoted, and read back as it was given.
func TestConfirmRole(t *testing.T) {
	for _, by := range []string{"service manager", "manager: north", `the "new" manager`, `back\slash`, "null", "yes", "Büro", "chair, trustees", "#adviser"} {
		c := today
		c.By = by
		got, err := Confirm([]byte(confirmHead+confirmTail), "help.md", "phone", c)
		if err != nil {
			t.Errorf("by %q: %v", by, err)
			continue
		}
		reading, problems := read(t, with(exampleTree(t), helpFile, string(got)))
		for _, r := range reading.Records {
			if r.Where.File == helpFile && r.Checked["phone"] != c {
				t.Errorf("by %q is read back as %q", by, r.Checked["phone"].By)
			}
		}
		if len(problems) > 0 {
			t.Errorf("by %q: %v", by, problems)
		}
	}
}

func TestConfirmRefuses(t *testing.T) {
	whole := confirmHead + confirmTail
	for _, test := range []struct {
		name, text string
		group      model.Group
		check      model.Checked
		want       string
	}{
		{"a group that is not one", whole, "phones", today, "not a group of facts"},
		{"a channel that it lacks", whole, "email", today, "says nothing of"},
		{"a group that it is silent on", whole, "languages", today, "says nothing of"},
		{"an empty list of channels", "---\nname: N\nkind: iass\nchannels:\n---\n", "phone", today, "says nothing of"},
		{"an empty list", "---\nname: N\nkind: iass\nlanguages: []\n---\n", "languages", today, "says nothing of"},
		{"an offer without a text", strings.TrimSuffix(whole, "Ring us.\n"), "offer", today, "says nothing of"},
		{"no day", whole, "phone", model.Checked{By: "a", How: "phone"}, "bad-date"},
		{"a month", whole, "phone", model.Checked{On: model.Date{Year: 2026, Month: 11}, By: "a", How: "phone"}, "made on a day"},
		{"no role", whole, "phone", model.Checked{On: today.On, How: "phone"}, "who made it"},
		{"a role of two lines", whole, "phone", model.Checked{On: today.On, By: "a\nb", How: "phone"}, "more than one line"},
		{"a person's address", whole, "phone", model.Checked{On: today.On, By: "jo@northam.example.org", How: "phone"}, "checked-by"},
		{"a person's number", whole, "phone", model.Checked{On: today.On, By: "manager, 01632 960 123", How: "phone"}, "checked-by"},
		{"no way", whole, "phone", model.Checked{On: today.On, By: "a"}, "how it was made"},
		{"another way", whole, "phone", model.Checked{On: today.On, By: "a", How: "fax"}, "how it was made"},
		{"no front matter", "Ring us.\n", "phone", today, "does not begin with ---"},
		{"front matter that never closes", confirmHead, "phone", today, "never closes"},
		{"nothing", "", "phone", today, "does not begin with ---"},
		{"broken YAML", "---\nname: \"N\n---\n", "name", today, "not YAML"},
		{"hidden line breaks", strings.Replace(whole, "kind", "\u2028kind", 1), "phone", today, "line-break"},
		{"a broken check", confirmHead + "checked:\n  name: {on: soon}\n" + confirmTail, "phone", today, "not a date"},
		{"checks on one line", confirmHead + "checked: {name: {on: 2025-01-02, by: a, how: email}}\n" + confirmTail, "phone", today, "on a line of its own"},
		{"empty checks on one line", confirmHead + "checked: {}\n" + confirmTail, "phone", today, "on a line of its own"},
		{"a null", confirmHead + "checked: ~\n" + confirmTail, "phone", today, "on a line of its own"},
		{"a check of several lines", confirmHead + "checked:\n  phone:\n    on: 2025-01-02\n    by: a\n    how: email\n" + confirmTail, "phone", today, "on a line of its own"},
		{"a last check of several lines", confirmHead + "checked:\n  name: {on: 2025-01-02,\n    by: a, how: email}\n" + confirmTail, "phone", today, "on a line of its own"},
	} {
		text := []byte(test.text)
		got, err := Confirm(text, "help.md", test.group, test.check)
		if err == nil || !strings.Contains(err.Error(), test.want) || got != nil {
			t.Errorf("%s: got %q, %v; want a refusal that says %q", test.name, got, err, test.want)
		}
		if string(text) != test.text {
			t.Errorf("%s: the text that was handed over has changed", test.name)
		}
	}
}

// An entry of nothing but prose says what it offers.
func TestConfirmProse(t *testing.T) {
	got, err := Confirm([]byte("---\nname: N\nkind: iass\n---\nRing us.\n"), "help.md", "offer", today)
	want := "---\nname: N\nkind: iass\nchecked:\n  offer: {on: 2026-11-21, by: service manager, how: phone}\n---\nRing us.\n"
	if err != nil || string(got) != want {
		t.Errorf("got %q, %v", got, err)
	}
}

// Whatever the entry and the group: at most one line goes and one or two come,
// the entry is still free of Problems, and only that check has changed.
func TestConfirmExample(t *testing.T) {
	tree := exampleTree(t)
	files, err := filepath.Glob(exampleFolder + "/content/services/*/*.md")
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	stamped := 0
	for _, path := range files {
		file, err := filepath.Rel(exampleFolder, path)
		if err != nil {
			t.Fatal(err)
		}
		before := tree[file].Data
		for _, g := range model.Groups {
			after, err := Confirm(before, file, g, today)
			if err != nil {
				if !strings.Contains(err.Error(), "says nothing of") {
					t.Error(err)
				}
				continue
			}
			stamped++
			oneLine(t, file, g, before, after)
			if _, problems := read(t, with(tree, file, string(after))); len(problems) > 0 {
				t.Errorf("%s, %s: %v", file, g, problems)
			}
			if again, err := Confirm(after, file, g, today); err != nil || !bytes.Equal(again, after) {
				t.Errorf("%s, %s: a second stamp changes the entry again (%v)", file, g, err)
			}
		}
	}
	if stamped < 50 {
		t.Errorf("only %d groups could be confirmed", stamped)
	}
}

// oneLine compares two texts from both ends: what is left between is one
// line, the check.
func oneLine(t *testing.T, file string, g model.Group, before, after []byte) {
	t.Helper()
	old, now := strings.SplitAfter(string(before), "\n"), strings.SplitAfter(string(after), "\n")
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	if len(old) > 1 || len(now) != 1 || !strings.HasPrefix(strings.TrimSpace(now[0]), string(g)+": {on: 2026-11-21,") {
		t.Errorf("%s, %s: %q became %q", file, g, old, now)
	}
}
