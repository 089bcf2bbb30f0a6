package schema

import (
	"bytes"
	"encoding/json"
)

// A Schema is a JSON Schema of draft 2020-12, with the keywords that we use.
type Schema struct {
	Draft       string   `json:"$schema,omitempty"`
	ID          string   `json:"$id,omitempty"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Examples    []string `json:"examples,omitempty"`

	Ref   string    `json:"$ref,omitempty"`
	AnyOf []*Schema `json:"anyOf,omitempty"`
	AllOf []*Schema `json:"allOf,omitempty"`
	Not   *Schema   `json:"not,omitempty"`
	If    *Schema   `json:"if,omitempty"`
	Then  *Schema   `json:"then,omitempty"`

	Type             []string `json:"type,omitempty"`
	Const            string   `json:"const,omitempty"`
	Enum             []string `json:"enum,omitempty"`
	EnumDescriptions []string `json:"enumDescriptions,omitempty"` // what editors show beside each word
	Pattern          string   `json:"pattern,omitempty"`
	MaxLength        int      `json:"maxLength,omitempty"`
	Minimum          int      `json:"minimum,omitempty"`
	Maximum          int      `json:"maximum,omitempty"`

	Items       *Schema `json:"items,omitempty"`
	Contains    *Schema `json:"contains,omitempty"`
	MinContains *int    `json:"minContains,omitempty"`
	MaxContains int     `json:"maxContains,omitempty"`

	Properties Properties `json:"properties,omitempty"`
	Required   []string   `json:"required,omitempty"`
	Others     *Others    `json:"additionalProperties,omitempty"`

	Defs Properties `json:"$defs,omitempty"`
}

// Others is what a name that is not among the properties may hold: nothing, if
// Schema is nil.
type Others struct{ Schema *Schema }

// MarshalJSON writes false for nothing.
func (o Others) MarshalJSON() ([]byte, error) {
	if o.Schema == nil {
		return []byte("false"), nil
	}
	return json.Marshal(o.Schema)
}

// Properties are named schemas in an order, in which editors offer them.
type Properties []Property

// A Property is one of them.
type Property struct {
	Name   string
	Schema *Schema
}

// MarshalJSON writes an object with the names in their order.
func (ps Properties) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(p.Name)
		if err != nil {
			return nil, err
		}
		value, err := marshal(p.Schema)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// marshal writes JSON as people read it: with < and > as they are.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(out.Bytes(), "\n"), err
}

// indent writes JSON with one name on each line.
func indent(v any) ([]byte, error) {
	text, err := marshal(v)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
