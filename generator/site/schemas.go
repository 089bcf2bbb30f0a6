package site

import (
	"github.com/spf13/afero"

	"signpost/generator/model"
)

// schemas writes the JSON Schemas of what people write, for editors of files.
func (v *views) schemas(out afero.Fs) error {
	files, err := v.known().Files(v.link(model.SchemaFolder))
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := writeFile(out, model.SchemaFolder+f.Name, f.Text); err != nil {
			return err
		}
	}
	return nil
}
