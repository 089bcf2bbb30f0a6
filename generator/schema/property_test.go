package schema

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/generator/model"
)

// A dice writes files: mostly right, in every way that YAML has, and sometimes
// wrong.
type dice struct {
	*rand.Rand
	known  Known
	faulty bool // writes something wrong now and then
}

func (d dice) pick(list ...string) string { return list[d.IntN(len(list))] }

// values are the ways of writing one right value of a form.
func (d dice) value(f model.Field) string {
	if words := d.known.choices(f); len(words) > 0 {
		w := words[d.IntN(len(words))].word
		return d.pick(w, w, w, `"`+w+`"`, `'  `+w+` '`)
	}
	switch f.Form {
	case model.ServiceForm:
		return d.pick("northam-mediation", `" northam-advice "`)
	case model.DateForm:
		return d.pick("2026-11-03", "2026-11", "2026", `"2026"`, `"\u00a02026-11 "`)
	case model.DayForm:
		return d.pick("2026-11-03", `" 2026-10-12"`)
	case model.AgesForm:
		return d.pick("0-25", `"0 - 25"`, "+5-+6", "0--0")
	case model.SecureForm:
		return d.pick("https://northam.example.org/video", "HTTPS://northam.example.org/a?b=c")
	case model.LinkForm:
		return d.pick("https://northam.example.org/", "HTTP://northam.example.org/?a=1&b=2#c", `" https://northam.example.org "`)
	case model.RoleForm:
		return d.pick("service manager", "true", "'chair'")
	case model.NumberForm:
		return d.pick("1", "007", `"+12"`)
	}
	if f.Name == "was" {
		return d.pick(fmt.Sprintf("former-%d", d.IntN(1<<40)), fmt.Sprint(d.IntN(1<<50)))
	}
	return d.pick("Free", "42", "1.50", "true", "0x1F", `"with a \"quote\""`, `"two\nlines"`, `'it''s'`, "a: b", "null and void", strings.Repeat("x", 2000), `"\u2003wide\u2003"`)
}

// written is what follows the name of a field.
func (d dice) written(f model.Field) string {
	v := d.value(f)
	if strings.Contains(v, ": ") && v[0] != '"' {
		v = `"` + v + `"`
	}
	switch n := d.IntN(20); {
	case n == 0 && !f.Required:
		return d.pick("", "~", "null", `""`, `"  "`, "[]")
	case n == 1:
		return "[" + v + "]"
	case n == 2:
		return `["", ` + v + `, " "]`
	case n == 3 && d.faulty:
		return d.pick("{}", "{a: b}", "[[x]]", "nonsense", "[a, b]", "-1", "2026-13")
	case f.List && n < 12:
		return "[" + v + ", " + d.value(f) + "]"
	}
	return v
}

func (d dice) mapping(fields []model.Field, most int) string {
	var parts []string
	for _, f := range fields {
		if f.Required || d.IntN(most) == 0 {
			parts = append(parts, f.Name+": "+d.part(f))
		}
	}
	return strings.Join(parts, ", ")
}

func (d dice) part(f model.Field) string {
	if f.Name == "columns" {
		return "{a: name, 'Kind of it': [kind], b: areas}"
	}
	if f.Form == model.PartsForm && f.List {
		items := make([]string, d.IntN(3))
		for i := range items {
			items[i] = "{" + d.mapping(f.Parts, 3) + "}"
			if f.Name == "channels" {
				items[i] = d.channel(f)
			}
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	if f.Form == model.PartsForm {
		return "{" + d.mapping(f.Parts, 2) + "}"
	}
	return d.written(f)
}

func (d dice) channel(f model.Field) string {
	t := model.ChannelTypes[d.IntN(len(model.ChannelTypes))]
	v := d.pick("01632 960 123", "01632960123", "+44 (0)1632 960123", "(+44) 1632 960 123", "999", "0800 1111", "[01632 960 123]")
	switch t {
	case model.Text:
		v = d.pick("07700 900 123", "85258", "Text HELP to 85258", "+44 7700 900123")
	case model.Email:
		v = d.pick("advice@northam.example.org", `" A.B+c@Northam.example.org "`)
	case model.Website, model.WebForm, model.Chat, model.Video, model.BSLRelay:
		v = d.value(model.Field{Form: model.LinkForm})
	case model.Post, model.DropIn, model.HomeVisit:
		v = d.pick("1 Invented Street", "12", `"Castle Ward, Northam"`)
	}
	return "{type: " + d.pick(string(t), string(t), `" `+string(t)+`"`, "["+string(t)+"]") + ", value: " + v + ", " + d.mapping(f.Parts[2:], 4) + "}"
}

// file writes a whole file of a kind.
func (d dice) file(doc model.Document) string {
	d.faulty = d.IntN(2) == 0
	var lines strings.Builder
	for _, f := range doc.Fields {
		checked := doc.Name == "entry" && f.Name == "checked"
		switch {
		case checked:
			lines.WriteString("checked: {" + d.mapping(f.Parts, 1) + "}\n")
		case f.Required || d.IntN(4) == 0:
			lines.WriteString(f.Name + ": " + d.part(f) + "\n")
		}
	}
	if doc.Body {
		return front(lines.String())
	}
	return lines.String()
}

// Whatever the parser reads without an error is valid. Thousands of entries in
// all the ways of YAML, many of them wrong, are read in one tree.
func TestSchemaAcceptsWhatTheParserAccepts(t *testing.T) {
	const entries, others = 3000, 60
	base := tree(t)
	reading, _ := read(t, base)
	known := knownOf(reading)
	compiled := schemas(t, known)
	d := dice{Rand: rand.New(rand.NewPCG(4, 2026)), known: known}
	accepted, refused := map[string]int{}, map[string]int{}
	try := func(files fstest.MapFS, kind string, names []string) {
		_, wrong := read(t, files)
		for _, name := range names {
			if wrong[name] != nil {
				refused[kind]++
				continue
			}
			accepted[kind]++
			if invalid := compiled[kind].Validate(instance(t, name, files[name].Data)); invalid != nil {
				t.Errorf("the parser reads this, and the schema refuses it:\n%s\n%v", files[name].Data, invalid)
			}
		}
	}
	for _, doc := range model.Documents {
		files, names := clone(base), []string{}
		switch doc.Name {
		case "entry", "guide":
			for i := range entries {
				name := fmt.Sprintf("content/services/northam/random-%d.md", i)
				if doc.Name == "guide" {
					name = fmt.Sprintf("content/guides/random-%d.md", i)
				}
				names = append(names, name)
				files[name] = &fstest.MapFile{Data: []byte(d.file(doc)), Mode: 0o644}
			}
			try(files, doc.Name, names)
		default:
			name := map[string]string{"council": "data/councils/northam/council.yaml", "page": "content/guides/about.md", "registers": "data/registers.yaml"}[doc.Name]
			for range others {
				files[name] = &fstest.MapFile{Data: []byte(d.file(doc)), Mode: 0o644}
				try(files, doc.Name, []string{name})
			}
		}
		if accepted[doc.Name] < 20 {
			t.Errorf("%s: only %d files of %d were right: that tells nothing", doc.Name, accepted[doc.Name], accepted[doc.Name]+refused[doc.Name])
		}
	}
	t.Log("accepted", accepted, "refused", refused)
}

func clone(files fstest.MapFS) fstest.MapFS {
	next := fstest.MapFS{}
	for name, f := range files {
		next[name] = f
	}
	return next
}
