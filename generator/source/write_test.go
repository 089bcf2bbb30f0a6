package source

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// A maker makes records, well formed and as odd as people are.
type maker struct {
	*rand.Rand
	vocabulary model.Vocabulary
	areas      []string
}

var oddWords = []string{"Free", "yes", "null", "~", "true", "007", "1e3", "a: b", "a #b", "# a", "- a", "-", "[a]", "{a: b}", "a, b", `"a"`, "it's", `back\slash`,
	"two\nlines", "tab\tin", "Büro", "🙂 smile", "زنگ بزنید", "ends:", "@here", "%", "&a", "*a", "!b", "a|b", "> b", "? c", "=", "<<", "10:30", "0x1F", "2026", "Monday to Friday, 10am to 2pm",
	strings.Repeat("long ", 30) + "words", "a\u00adb", "https://a.example.org/?b=c#d", "---", "...", "`a`"}

func (m maker) pick(words []string) string { return words[m.IntN(len(words))] }

func (m maker) some(words []string) []string {
	n := m.IntN(4)
	var list []string
	for range n {
		if w := m.pick(words); !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

func (m maker) day() model.Date {
	return model.Date{Year: 2025 + m.IntN(2), Month: 3, Day: 1 + m.IntN(28)}
}

// values are those that fit a field.
func (m maker) values(f model.Field) []string {
	words := oddWords
	switch f.Form {
	case model.IDForm:
		words = m.vocabulary[f.Vocabulary].IDs()
	case model.SlugForm:
		words = m.areas
	case model.DateForm:
		words = []string{"2026", "2026-03", "2026-03-04"}
	case model.AgesForm:
		words = []string{"0-25", "16-25"}
	case model.YesNoForm:
		words = []string{"yes", "no"}
	case model.ServiceForm:
		words = []string{"older-help", "old-help"}
	}
	if f.Name == "was" {
		words = []string{"old-help", "older-help"}
	}
	if f.List {
		return m.some(words)
	}
	return []string{m.pick(words)}
}

func (m maker) channel() model.Channel {
	c := model.Channel{Type: model.ChannelTypes[m.IntN(len(model.ChannelTypes))]}
	switch c.Type {
	case model.Phone, model.WhatsApp:
		c.Value = m.pick([]string{"01632 960 123", "01632960124", "(01632) 960125", "999"})
	case model.Text:
		c.Value = m.pick([]string{"07700 900 123", "85258"})
	case model.Email:
		c.Value = m.pick([]string{"a@northam.example.org", "b@northam.example.org"})
	case model.Post, model.DropIn, model.HomeVisit:
		c.Value = m.pick(oddWords)
	default:
		c.Value = m.pick([]string{"https://northam.example.org/", "http://www.northam.example.org/?a=b"})
	}
	for _, words := range []*string{&c.Hours, &c.Note, &c.ContactOf, &c.AskFor} {
		if m.IntN(4) == 0 {
			*words = m.pick(oddWords)
		}
	}
	if m.IntN(4) == 0 {
		c.For = m.pick(m.vocabulary["audiences"].IDs())
	}
	return c
}

func (m maker) clip() model.Clip {
	c := model.Clip{Kind: m.pick([]string{"bsl", "explainer", "audio"}), Title: m.pick(oddWords), URL: m.pick([]string{"https://northam.example.org/", "https://www.northam.example.org/?a=b"})}
	if m.IntN(2) == 0 {
		c.Transcript = m.pick(oddWords)
	}
	if m.IntN(2) == 0 {
		c.Language = m.pick(m.vocabulary["languages"].IDs())
	}
	return c
}

// record is one that an entry in the folder northam can hold.
func (m maker) record() *model.Record {
	r := &model.Record{ID: "help", Where: model.Where{File: helpFile}}
	for _, f := range model.Fields {
		if f.Rows || !f.Required && m.IntN(2) == 0 {
			continue
		}
		if v := m.values(f); len(v) > 0 {
			f.Set(r, v)
		}
	}
	if r.Alert.Until.IsZero() {
		r.Alert = model.Alert{}
	}
	for range m.IntN(5) {
		r.Channels = append(r.Channels, m.channel())
	}
	for range m.IntN(3) {
		r.Media = append(r.Media, m.clip())
	}
	if !slices.Contains(r.Areas, "northam") {
		r.Areas = append(r.Areas, "northam")
	}
	if m.IntN(2) == 0 {
		r.Offer.Description = m.pick([]string{"Ring us.", "Ring us.\n\n## Then\n\n- we listen", "    code", "a\n\n\nb"})
	}
	r.Checked = map[model.Group]model.Checked{}
	for _, g := range model.Groups {
		number := slices.Contains([]model.Group{"phone", "text", "whatsapp"}, g)
		if !r.Value(g).Blank() && (number || m.IntN(3) > 0) {
			r.Checked[g] = model.Checked{On: m.day(), By: m.pick([]string{"service manager", "chair: north", "Büro", "true", `the "new" one`}), How: m.pick([]string{"phone", "email", "letter"})}
		}
	}
	return r
}

func newMaker(b bench, seed uint64) maker {
	return maker{rand.New(rand.NewPCG(seed, 4)), b.before.reading.Vocabulary, []string{"northam", "easthaven", "oldshire"}}
}

// said is what of a record stands in an entry.
func said(r *model.Record) map[string]any {
	s := map[string]any{"channels": slices.Clone(r.Channels), "checks": maps.Clone(r.Checked), "text": r.Offer.Description, "media": r.Media.String()}
	if len(r.Channels) == 0 {
		s["channels"] = nil
	}
	if len(r.Checked) == 0 {
		s["checks"] = nil
	}
	for _, f := range model.Fields {
		if !f.Rows {
			s[f.Name] = strings.Join(f.Values(r), "|")
		}
	}
	return s
}

// readHelp reads an entry in the folder northam, which has to be well written.
func readHelp(t *testing.T, b bench, text []byte) *model.Record {
	t.Helper()
	got := b.read(t, fstest.MapFS{helpFile: {Data: text}}, func(t *tree) error { t.ids["older-help"] = true; t.ids["old-help"] = true; return t.readEntries() })
	for _, p := range got.problems {
		if p.Severity == model.Error && p.Rule != "duplicate-id" {
			t.Fatalf("%v\n%s", p, text)
		}
	}
	if len(got.reading.Records) != 1 {
		t.Fatalf("no record of\n%s", text)
	}
	return got.reading.Records[0]
}

// An entry that is written is read back, is in form, and becomes any other by
// an edit; an edit that changes nothing changes no byte.
func TestEntryAndEdit(t *testing.T) {
	b := newBench(t)
	for seed := range uint64(400) {
		m := newMaker(b, seed)
		was, is := m.record(), m.record()
		text := Entry(was)
		if got := readHelp(t, b, text); !reflect.DeepEqual(said(got), said(was)) {
			t.Fatalf("seed %d: written\n%s\nread back %v\nwant %v", seed, text, said(got), said(was))
		}
		if formed, problems := Format(text, helpFile); len(problems) > 0 || !bytes.Equal(formed, text) {
			t.Fatalf("seed %d: %v, the form of\n%s\nis\n%s", seed, problems, text, formed)
		}
		if again, err := Edit(text, helpFile, was, was); err != nil || !bytes.Equal(again, text) {
			t.Fatalf("seed %d: %v, an edit that changes nothing makes of\n%s\nthis\n%s", seed, err, text, again)
		}
		edited, err := Edit(text, helpFile, was, is)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s\n%v", seed, err, text, said(is))
		}
		if got := readHelp(t, b, edited); !reflect.DeepEqual(said(got), said(is)) {
			t.Fatalf("seed %d: edited\n%s\nread back %v\nwant %v", seed, edited, said(got), said(is))
		}
		if want := Entry(is); !bytes.Equal(edited, want) {
			t.Fatalf("seed %d: edited\n%s\nwant\n%s", seed, edited, want)
		}
	}
}

// The entries of the example become what random records say, and what they
// were again.
func TestEditExample(t *testing.T) {
	b := newBench(t)
	for file, f := range exampleTree(t) {
		if !strings.HasPrefix(file, servicesFolder) || path.Base(file) == "README.md" {
			continue
		}
		was := entryAlone(f.Data, file)
		for seed := range uint64(20) {
			is := newMaker(b, seed).record()
			if area := path.Base(path.Dir(file)); !slices.Contains(is.Areas, area) {
				is.Areas = append(is.Areas, area)
			}
			edited, err := Edit(f.Data, file, was, is)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			back, err := Edit(edited, file, is, was)
			if err != nil {
				t.Fatalf("%s: back: %v", file, err)
			}
			if got := entryAlone(back, file); !reflect.DeepEqual(said(got), said(was)) {
				t.Fatalf("%s: there and back again is\n%s", file, back)
			}
		}
	}
}

// Of a file with comments and a form of its own only what changes is touched.
func TestEditKeepsTheRest(t *testing.T) {
	const text = `---
# who we are
name: 'Northam Help'   # as on the sign
cost:    Free # always

kind: iass
channels: # all of them
  # the desk
  - type: phone   # not at noon
    value: "01632 960 123"
    hours: Monday
  # the other one
  - {type: phone, value: 01632 960 124}
  - value: help@northam.example.org   # the box
    type: email
# found out in May
run_by: >-
  Family
  Voice
checked:
  # by phone
  name: {on: 2026-01-02, by: chair, how: phone}   # Tuesday
  phone:
    on: 2026-01-02
    by: chair
    how: phone
# the end
---

Ring us.  
`
	for _, test := range []struct {
		name     string
		change   func(*model.Record)
		old, new string
	}{
		{"nothing", func(*model.Record) {}, "", ""},
		{"a name", func(r *model.Record) { r.Name.Name = "Northam: Help" }, "name: 'Northam Help'   # as", "name: \"Northam: Help\" # as"},
		{"a cost", func(r *model.Record) { r.Access.Cost = "No charge" }, "cost:    Free # always", "cost: No charge # always"},
		{"no cost", func(r *model.Record) { r.Access.Cost = "" }, "cost:    Free # always\n", "# always\n"},
		{"a field more", func(r *model.Record) { r.Name.Also = []string{"NH"} }, "cost:    Free", "also: [NH]\ncost:    Free"},
		{"hours", func(r *model.Record) { r.Channels[0].Hours = "Tuesday" }, "type: phone   # not at noon\n    value: \"01632 960 123\"\n    hours: Monday", "type: phone # not at noon\n    value: 01632 960 123\n    hours: Tuesday"},
		{"a number", func(r *model.Record) { r.Channels[1].Value = "01632 960 125" }, "{type: phone, value: 01632 960 124}", "type: phone\n    value: 01632 960 125"},
		{"an address", func(r *model.Record) { r.Channels[2].Value = "a@northam.example.org" }, "value: help@northam.example.org   # the box\n    type: email", "type: email\n    value: a@northam.example.org # the box"},
		{"a channel less", func(r *model.Record) { r.Channels = r.Channels[:2] }, "  - value: help@northam.example.org   # the box\n    type: email\n", "  # the box\n"},
		{"a channel more", func(r *model.Record) {
			r.Channels = append(r.Channels, model.Channel{Type: "post", Value: "1 Invented Street"})
		}, "    type: email\n", "    type: email\n  - type: post\n    value: 1 Invented Street\n"},
		{"who runs it", func(r *model.Record) { r.Delivery.RunBy = "Northam Council" }, "run_by: >-\n  Family\n  Voice\n", "run_by: Northam Council\n"},
		{"a check", func(r *model.Record) { r.Checked["name"] = today }, "{on: 2026-01-02, by: chair, how: phone}   # T", "{on: 2026-11-21, by: service manager, how: phone} # T"},
		{"a check of several lines", func(r *model.Record) { r.Checked["phone"] = today }, "phone:\n    on: 2026-01-02\n    by: chair\n    how: phone\n", "phone: {on: 2026-11-21, by: service manager, how: phone}\n"},
		{"a check more", func(r *model.Record) { r.Checked["email"] = today }, "    how: phone\n#", "    how: phone\n  email: {on: 2026-11-21, by: service manager, how: phone}\n#"},
		{"a check less", func(r *model.Record) { delete(r.Checked, "phone") }, "  phone:\n    on: 2026-01-02\n    by: chair\n    how: phone\n", ""},
		{"the text", func(r *model.Record) { r.Offer.Description = "Write.\n\nOr ring." }, "Ring us.  \n", "Write.\n\nOr ring.\n"},
		{"no text", func(r *model.Record) { r.Offer.Description = "" }, "\nRing us.  \n", ""},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			file := "\uFEFF" + strings.ReplaceAll(text, "\n", end)
			was := entryAlone([]byte(file), helpFile)
			is := *was
			is.Channels, is.Checked = slices.Clone(was.Channels), maps.Clone(was.Checked)
			test.change(&is)
			got, err := Edit([]byte(file), helpFile, was, &is)
			want := strings.Replace(file, strings.ReplaceAll(test.old, "\n", end), strings.ReplaceAll(test.new, "\n", end), 1)
			if err != nil || string(got) != want {
				t.Errorf("%s, %q: %v, got\n%s\nwant\n%s", test.name, end, err, got, want)
			}
		}
	}
}
