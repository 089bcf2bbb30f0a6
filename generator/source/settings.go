package source

import (
	"maps"
	"slices"

	"signpost/generator/model"
)

const settingsFile = "data/site.yaml"

// readSettings reads data/site.yaml: what the publisher decides.
func (t *tree) readSettings() error {
	s := &t.reading.Settings
	s.Where, s.MistakesBy = model.Where{File: settingsFile}, model.ByMail
	if !t.exists(settingsFile) {
		t.wrong("missing-file", s.Where, "every directory needs it", "the settings are missing")
		return nil
	}
	text, ok, err := t.read(settingsFile, maxPage)
	if err != nil || !ok {
		return err
	}
	names := map[string]*string{"name": &s.Name, "base_url": &s.BaseURL, "mistakes_to": &s.MistakesTo, "mistakes_by": &s.MistakesBy,
		"repository": &s.Repository, "national_line": &s.NationalLine, "urgent_text": &s.UrgentText}
	ks, ok := t.keys(text, settingsFile, 0)
	if !ok {
		return nil
	}
	var given []string
	for _, k := range ks {
		at := model.Where{File: settingsFile, Line: k.Line}
		v, ok := k.values()
		if len(v) > 0 {
			given = append(given, k.Name)
		}
		switch {
		case names[k.Name] == nil:
			t.wrong("unknown-field", at, didYouMean(k.Name, setOf(slices.Collect(maps.Keys(names)))), "unknown field %q", k.Name)
		case !ok || len(v) > 1:
			t.wrong("one-value", at, "keep one", "%s has several values", k.Name)
		case len(v) == 1:
			*names[k.Name] = v[0]
			t.fitsSetting(k.Name, v[0], at)
		}
	}
	for _, name := range []string{"name", "base_url", "mistakes_to", "national_line"} {
		if !slices.Contains(given, name) {
			t.wrong("missing-field", model.Where{File: settingsFile}, "every directory needs it", "the field %q is missing", name)
		}
	}
	return nil
}

func (t *tree) fitsSetting(name, v string, at model.Where) {
	switch name {
	case "base_url", "repository":
		t.fitsLink(name, v, at)
	case "mistakes_to":
		t.fitsEmail(v, at)
		t.reading.Settings.Where = at
	case "mistakes_by":
		if v != model.ByMail && v != model.ByForm {
			t.wrong("unknown-id", at, "write mail, or form where the host takes in forms", "mistakes_by is %q", v)
		}
	}
}
