package schema

import (
	"signpost/generator/model"
)

const draft = "https://json-schema.org/draft/2020-12/schema"

// A File is a JSON Schema as it is published.
type File struct {
	Name string // entry.json
	Text []byte
}

// Files are the JSON Schemas of all documents. base is the address below which
// they are published, with a slash at its end.
func (k Known) Files(base string) ([]File, error) {
	var files []File
	for _, d := range model.Documents {
		name := d.Name + ".json"
		text, err := indent(k.Document(d, base+name))
		if err != nil {
			return nil, err
		}
		files = append(files, File{name, text})
	}
	return files, nil
}

// Document is the JSON Schema of one kind of file; id is its address.
func (k Known) Document(d model.Document, id string) *Schema {
	w := writer{known: k, document: d.Name, limited: d.Body, defs: map[string]*Schema{}}
	root := w.object(d.Fields)
	root.Draft, root.ID, root.Title = draft, id, d.Title
	root.Description = d.Meaning + " Such a file stands at " + d.Place + "."
	root.Defs = w.sorted()
	return root
}

// A writer gathers the definitions that one document needs.
type writer struct {
	known    Known
	document string
	limited  bool // values have a greatest length
	defs     map[string]*Schema
	order    []string
}

// define gives a schema a name, once.
func (w *writer) define(name string, make func() *Schema) *Schema {
	if w.defs[name] == nil {
		w.defs[name] = &Schema{} // taken
		w.defs[name] = make()
		w.order = append(w.order, name)
	}
	return &Schema{Ref: "#/$defs/" + name}
}

func (w *writer) sorted() Properties {
	var defs Properties
	for _, name := range w.order {
		defs = append(defs, Property{name, w.defs[name]})
	}
	return defs
}

// object is a mapping with the fields as its names, and no others.
func (w *writer) object(fields []model.Field) *Schema {
	s := &Schema{Type: []string{"object"}, Others: &Others{}}
	for _, f := range fields {
		s.Properties = append(s.Properties, Property{f.Name, w.field(f)})
		if f.Required {
			s.Required = append(s.Required, f.Name)
		}
	}
	return s
}

// field is what may stand under a name.
func (w *writer) field(f model.Field) *Schema {
	s := w.shape(f)
	if f.Required {
		s.Not = w.blank()
	}
	s.Title, s.Description = f.Label, f.Meaning
	if s.Title == "" {
		s.Title = w.known.groupLabel(f.Group)
	}
	if f.Form != model.PartsForm {
		s.Examples = []string{f.Example}
	}
	return s
}

// shape is one value, a list of values, or names and values below it.
func (w *writer) shape(f model.Field) *Schema {
	switch {
	case f.Form == model.PartsForm && f.List:
		return &Schema{AnyOf: []*Schema{{Type: []string{"array"}, Items: w.parts(f)}, w.blank()}}
	case f.Form == model.PartsForm && (f.Required || f.Group != "" || f.Name == "columns"):
		return w.parts(f)
	case f.Form == model.PartsForm:
		return &Schema{AnyOf: []*Schema{w.parts(f), w.blank()}}
	}
	one := w.scalar(f)
	list := &Schema{Type: []string{"array"}, Items: one}
	if !f.List {
		none := 0
		list.Contains, list.MinContains, list.MaxContains = &Schema{Not: w.blank()}, &none, 1
	}
	return &Schema{AnyOf: []*Schema{one, list}}
}

// parts is the mapping below a field.
func (w *writer) parts(f model.Field) *Schema {
	switch f.Name {
	case "columns":
		return &Schema{Type: []string{"object"}, Others: &Others{w.columns()}}
	case "channels":
		return w.channel(f)
	case "media":
		return w.object(f.Parts)
	}
	if f.Group != "" {
		return w.define("check", func() *Schema { return w.object(f.Parts) })
	}
	return w.object(f.Parts)
}

// channel is one of an entry's channels, whose type decides what its value is.
func (w *writer) channel(f model.Field) *Schema {
	s := w.object(f.Parts)
	for _, t := range model.ChannelTypes {
		value := w.channelValue(t)
		if value == nil {
			continue
		}
		s.AllOf = append(s.AllOf, &Schema{
			If:   &Schema{Properties: Properties{{"type", &Schema{Const: string(t)}}}, Required: []string{"type"}},
			Then: &Schema{Properties: Properties{{"value", &Schema{AnyOf: []*Schema{value, {Type: []string{"array"}}}}}}},
		})
	}
	return s
}

// columns is the field that a column of a register holds.
func (w *writer) columns() *Schema {
	names := append([]string{"id"}, model.Names(model.Fields)...)
	list := make([]choice, len(names))
	for i, name := range names {
		f, _ := model.FieldNamed(name)
		list[i] = choice{name, f.Label, ""}
	}
	list[0].label = "Id of the service"
	return w.shape(model.Field{Name: "column", Form: model.ChoiceForm, Choices: asChoices(list)})
}

func asChoices(list []choice) []model.Choice {
	var cs []model.Choice
	for _, c := range list {
		cs = append(cs, model.Choice{Word: c.word, Label: c.label})
	}
	return cs
}
