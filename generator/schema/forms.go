package schema

import (
	"strconv"
	"strings"

	"signpost/generator/model"
)

// The greatest length of one value, in characters; the parser counts bytes, of
// which there are never fewer.
const maxValue = 2000

// space is any blank space around a value, which the parser cuts off: what
// Unicode calls white space and what \s means to a pattern are not the same
// everywhere.
const space = "[\\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*"

// around lets blank space stand around a pattern.
func around(pattern string) string { return "^" + space + "(?:" + pattern + ")?" + space + "$" }

// blank is a name with nothing behind it, which says nothing.
func (w *writer) blank() *Schema {
	return w.define("blank", func() *Schema {
		none := &Schema{Type: []string{"string"}, Pattern: "^" + space + "$"}
		return &Schema{AnyOf: []*Schema{{Type: []string{"null"}}, none, {Type: []string{"array"}, Items: none}}}
	})
}

// scalar is one value of a field. The parser reads every value as the text
// that was written, so that what others take for a number or for true is
// allowed where any text is.
func (w *writer) scalar(f model.Field) *Schema {
	switch f.Form {
	case model.IDForm, model.SlugForm, model.YesNoForm, model.ChoiceForm:
		return w.oneOf(f)
	case model.ServiceForm:
		return w.pattern("id", "[a-z0-9]+(?:-[a-z0-9]+)*", "string", "integer", "null")
	case model.DateForm:
		return w.pattern("date", year+"(?:-"+month+"(?:-"+day+")?)?", "string", "integer", "null")
	case model.DayForm:
		return w.pattern("day", year+"-"+month+"-"+day, "string", "null")
	case model.AgesForm:
		return w.pattern("ages", `\+?[0-9]+\s*-\s*[+-]?[0-9]+`, "string", "null")
	case model.LinkForm:
		return w.pattern("link", link, "string", "null")
	case model.SecureForm:
		return w.pattern("secure-link", secureLink, "string", "null")
	case model.RoleForm:
		return w.pattern("role", "[^0-9@]*", "string", "boolean", "null")
	case model.NumberForm:
		return w.define("number", func() *Schema {
			return &Schema{Type: []string{"integer", "string", "null"}, Minimum: 1, Pattern: around(`\+?0*[1-9][0-9]*`)}
		})
	case model.ChannelForm:
		if value := w.channelValue(model.ChannelType(f.Name)); value != nil {
			return value
		}
	}
	return w.define("text", func() *Schema {
		s := &Schema{Type: []string{"string", "number", "boolean", "null"}}
		if w.limited {
			s.MaxLength = maxValue
		}
		return s
	})
}

const (
	year       = "(?:19[0-9]{2}|[2-9][0-9]{3})"
	month      = "(?:0[1-9]|1[0-2])"
	day        = "(?:0[1-9]|[12][0-9]|3[01])"
	secureLink = `[hH][tT][tT][pP][sS]://[^ \\<>"]+`
	link       = `[hH][tT][tT][pP][sS]?://[^ \\<>"]+`
)

// pattern is a value of a form. A date that is a year alone, and an id of
// digits alone, is a number to others.
func (w *writer) pattern(name, form string, types ...string) *Schema {
	return w.define(name, func() *Schema {
		s := &Schema{Type: types, Pattern: around(form)}
		if name == "date" {
			s.Minimum, s.Maximum = 1900, 9999
		}
		return s
	})
}

// oneOf is a word of a list. The list itself comes first, for editors to offer.
func (w *writer) oneOf(f model.Field) *Schema {
	name := f.Vocabulary
	switch f.Form {
	case model.SlugForm:
		name = "areas"
	case model.YesNoForm:
		name = "yes-or-no"
	case model.ChoiceForm:
		name = f.Name
	}
	return w.define(name, func() *Schema {
		offered := &Schema{}
		s := &Schema{AnyOf: []*Schema{offered}}
		words := w.known.choices(f)
		if f.Vocabulary == "kinds" && w.document == "registers" {
			words = append(words, choice{string(model.LocalOfferSite), "The council's own pages", ""})
		}
		for _, c := range words {
			offered.Enum = append(offered.Enum, c.word)
			offered.EnumDescriptions = append(offered.EnumDescriptions, explained(c))
			if n, err := strconv.Atoi(c.word); err == nil {
				s.AnyOf = append(s.AnyOf, &Schema{Type: []string{"integer"}, Minimum: n, Maximum: n})
			}
		}
		s.AnyOf = append(s.AnyOf,
			&Schema{Type: []string{"string"}, Pattern: around(strings.Join(offered.Enum, "|"))},
			&Schema{Type: []string{"null"}})
		return s
	})
}

func explained(c choice) string {
	if c.meaning == "" {
		return c.label
	}
	return c.label + ": " + c.meaning
}

// channelValue is what stands in a channel of a type; nil means any text.
func (w *writer) channelValue(t model.ChannelType) *Schema {
	switch t {
	case model.Phone, model.WhatsApp:
		return w.pattern("phone", model.PhonePattern, "string", "integer", "null")
	case model.Text:
		// A short code of five digits may have words around it.
		return w.pattern("text-number", "[^0-9]*(?:[0-9][^0-9]*){3,13}", "string", "number", "null")
	case model.Email:
		return w.pattern("email", `[^@\s]+@[^@\s]+\.[^@\s]+`, "string", "null")
	case model.Website, model.WebForm, model.Chat, model.Video, model.BSLRelay:
		return w.pattern("link", link, "string", "null")
	}
	return nil
}
