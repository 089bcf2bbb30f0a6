package schema

import (
	"signpost/generator/model"
)

// A Widget is one field of the editing form.
type Widget struct {
	Name     string   `json:"name"`
	Label    string   `json:"label,omitempty"`
	Kind     string   `json:"widget,omitempty"`
	Hint     string   `json:"hint,omitempty"`
	Required *bool    `json:"required,omitempty"`
	Pattern  []string `json:"pattern,omitempty"`

	Options  []Option `json:"options,omitempty"`
	Multiple bool     `json:"multiple,omitempty"`
	Type     string   `json:"type,omitempty"`
	Format   string   `json:"format,omitempty"`
	Value    string   `json:"value_type,omitempty"`
	Least    int      `json:"min,omitempty"`

	Singular  string   `json:"label_singular,omitempty"`
	Summary   string   `json:"summary,omitempty"`
	Collapsed string   `json:"collapsed,omitempty"`
	TypeKey   string   `json:"typeKey,omitempty"`
	Field     *Widget  `json:"field,omitempty"`
	Fields    []Widget `json:"fields,omitempty"`
	Types     []Widget `json:"types,omitempty"`

	Buttons    []string  `json:"buttons,omitempty"`
	Components *[]string `json:"editor_components,omitempty"`
	Emoji      *bool     `json:"use_emoji_autocomplete,omitempty"`
}

// An Option is a word to choose, as people see it and as it is written.
type Option struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// widgets are the fields of a document, and the text below them.
func (k Known) widgets(d model.Document) []Widget {
	var list []Widget
	for _, f := range d.Fields {
		list = append(list, k.widget(f))
	}
	if d.Body {
		list = append(list, bodyWidget)
	}
	return list
}

// bodyWidget is the Markdown below the fields, with no more than pages print.
var bodyWidget = Widget{
	Name: "body", Label: "In your own words", Kind: "markdown", Required: &no,
	Hint:    "Short sentences. No pictures and no HTML.",
	Buttons: []string{"bold", "italic", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list"}, Components: &[]string{}, Emoji: &no,
}

func (k Known) widget(f model.Field) Widget {
	w := k.bare(f)
	w.Name, w.Label, w.Required = f.Name, f.Label, &f.Required
	if w.Label == "" {
		w.Label = k.groupLabel(f.Group)
	}
	if w.Hint == "" {
		w.Hint = f.Meaning
	}
	return w
}

// bare is the widget for a form of value. A question that can be answered with
// yes and no has no switch: not to answer is an answer too.
func (k Known) bare(f model.Field) Widget {
	switch f.Form {
	case model.PartsForm:
		return k.partsWidget(f)
	case model.IDForm, model.SlugForm, model.YesNoForm, model.ChoiceForm:
		w := Widget{Kind: "select", Multiple: f.List}
		for _, c := range k.choices(f) {
			w.Options = append(w.Options, Option{c.label, c.word})
		}
		return w
	}
	one := k.textWidget(f)
	if !f.List {
		return one
	}
	one.Name, one.Label, one.Required = "one", f.Label, &yes
	return Widget{Kind: "list", Field: &one, Singular: "line"}
}

// textWidget is a box to write in.
func (k Known) textWidget(f model.Field) Widget {
	switch f.Form {
	case model.SentenceForm:
		return Widget{Kind: "text"}
	case model.DayForm, model.DateForm:
		// A date of which the month alone is known stays as it is, until somebody
		// chooses a day.
		return Widget{Kind: "datetime", Type: "date", Format: "YYYY-MM-DD"}
	case model.AgesForm:
		return Widget{Kind: "string", Pattern: []string{`^[0-9]+ *- *[0-9]+$`, "Write the youngest and the oldest, as " + f.Example + "."}}
	case model.ServiceForm:
		return Widget{Kind: "string", Pattern: []string{idPattern, "Write the end of the service's address, as " + f.Example + "."}}
	case model.LinkForm:
		return Widget{Kind: "string", Pattern: []string{"^" + link + "$", "Copy the whole address, with https:// in front."}}
	case model.SecureForm:
		return Widget{Kind: "string", Pattern: []string{"^" + secureLink + "$", "Copy the whole address. It begins with https://."}}
	case model.RoleForm:
		return Widget{Kind: "string", Pattern: []string{"^[^0-9@]+$", "Write a role, as " + f.Example + ". No name, no number."}}
	case model.NumberForm:
		return Widget{Kind: "number", Value: "int", Least: 1}
	}
	return Widget{Kind: "string"}
}

// partsWidget is a box of fields: one for the checks of each group, one for
// each channel of a list.
func (k Known) partsWidget(f model.Field) Widget {
	if f.Name == "channels" {
		w := Widget{Kind: "list", Singular: "number or address", TypeKey: "type"}
		for _, t := range k.terms("channels") {
			w.Types = append(w.Types, k.channelWidget(t, f.Parts))
		}
		return w
	}
	w := Widget{Kind: "object"}
	if f.List {
		w = Widget{Kind: "list", Singular: "video or recording", Summary: "{{fields.title}}"}
	}
	for _, p := range f.Parts {
		w.Fields = append(w.Fields, k.widget(p))
	}
	if f.Group != "" && !f.List {
		w.Collapsed, w.Summary = "auto", "{{fields.on}}, {{fields.by}}"
	}
	return w
}

// channelWidget is one channel of a type, which is chosen when it is added.
func (k Known) channelWidget(t model.Term, parts []model.Field) Widget {
	w := Widget{Name: t.ID, Label: t.Label, Kind: "object", Summary: "{{fields.value}}"}
	for _, p := range parts {
		if p.Name == "type" {
			continue
		}
		field := k.widget(p)
		if p.Form == model.ChannelForm {
			field.Label, field.Hint, field.Pattern = t.Label, t.Meaning, valuePattern(model.ChannelType(t.ID))
		}
		w.Fields = append(w.Fields, field)
	}
	return w
}

// valuePattern is the form of a number or an address, and what to say if it is
// another.
func valuePattern(t model.ChannelType) []string {
	switch t {
	case model.Phone, model.WhatsApp:
		return []string{"^(" + model.PhonePattern + ")$", "UK numbers have 11 digits. Did a digit get lost?"}
	case model.Email:
		return []string{`^[^@\s]+@[^@\s]+\.[^@\s]+$`, "Look at it letter by letter."}
	case model.Website, model.WebForm, model.Chat, model.Video, model.BSLRelay:
		return []string{"^" + link + "$", "Copy the whole address, with https:// in front."}
	}
	return nil
}
