package site

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"signpost/generator/model"
	"signpost/generator/schema"
)

// An adminView tells people how to change an entry, and leads to the form if
// it is there.
type adminView struct {
	Frame  frame  `json:"frame"`
	Form   *Span  `json:"form"`   // nil where the form was not installed
	GitHub bool   `json:"github"` // the form can sign in to where the files are
	Files  *Span  `json:"files"`  // the files on the web; nil without a repository
	Local  string `json:"local"`  // the form on a computer of one's own
	Guide  Span   `json:"guide"`
	Fields Span   `json:"fields"`
	Mail   *Span  `json:"mail"` // the five questions
}

// localForm is where the verb serve shows the form.
const localForm = "http://localhost:8080" + model.FormAddress

func (v *views) admin(p model.Page) adminView {
	view := adminView{
		Frame: v.frame(p, "For services and councils: the form in which you can change your entry."), GitHub: schema.GitHub(v.d.Settings.Repository),
		Local: localForm, Mail: v.answers(),
		Guide:  Span{Text: "How to keep your entry right", Href: v.href(model.ProvidersAddress)},
		Fields: Span{Text: "Every line you can write, with an example", Href: v.href(model.FieldsAddress)},
	}
	if v.hasForm() {
		view.Form = &Span{Text: "Open the form", Href: v.href(model.FormAddress)}
	}
	if v.d.Settings.Repository != "" {
		view.Files = &Span{Text: "the list of files on the web", Href: v.fileLink("content/services/")}
	}
	return view
}

// The parts of the form: Sveltia CMS and the font of its signs, both from npm.
const (
	formBundle  = "@sveltia/cms/dist/sveltia-cms.js"
	formLicence = "@sveltia/cms/LICENSE.txt"
	formFont    = "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2"
	fontLicence = "@fontsource-variable/material-symbols-outlined/LICENSE"
)

// hasForm reports whether the form's parts were installed.
func (v *views) hasForm() bool {
	for _, part := range []string{formBundle, formLicence, formFont, fontLicence} {
		if info, err := os.Stat(filepath.Join(v.o.Modules, part)); v.o.Modules == "" || err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// form writes the editing form with its settings. Without its parts nothing is
// written, and the page before it says how to do without.
func (v *views) form(out afero.Fs) error {
	if !v.hasForm() {
		return nil
	}
	settings, err := v.known().Form(v.d.Settings, v.base.String(), v.href("/icon.svg"))
	if err != nil {
		return err
	}
	bundle, err := os.ReadFile(filepath.Join(v.o.Modules, formBundle))
	if err != nil {
		return err
	}
	page := fmt.Sprintf(formPage, html.EscapeString(v.d.Settings.Name), v.href("/icon.svg"), v.href(model.AdminAddress))
	files := map[string][]byte{"index.html": []byte(page), "config.json": settings, "sveltia-cms.js": ownFonts(bundle)}
	for name, part := range map[string]string{"LICENSE.txt": formLicence, "symbols.woff2": formFont, "symbols.LICENSE.txt": fontLicence} {
		if files[name], err = os.ReadFile(filepath.Join(v.o.Modules, part)); err != nil {
			return err
		}
	}
	for name, text := range files {
		if err := writeFile(out, model.FormAddress+name, text); err != nil {
			return err
		}
	}
	return nil
}

// formPage is all that the form needs of a page: its script makes the rest.
const formPage = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Change an entry · %s</title>
<link rel="icon" href="%s" type="image/svg+xml">
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<noscript><p>The form needs JavaScript. <a href="%s">There are other ways to change an entry.</a></p></noscript>
<script src="sveltia-cms.js"></script>
</body>
</html>
`

// The bundle asks another host for three fonts. The first holds the signs of
// its buttons, and comes from our own; for the others any font will do.
const (
	fontHost = "https://cdn.jsdelivr.net/fontsource/fonts/"
	signFont = "material-symbols-outlined:"
)

// ownFonts keeps the bundle from asking other hosts for fonts.
func ownFonts(bundle []byte) []byte {
	var out bytes.Buffer
	parts := strings.Split(string(bundle), "url("+fontHost)
	out.WriteString(parts[0])
	for _, part := range parts[1:] {
		address, rest, _ := strings.Cut(part, ")")
		if strings.HasPrefix(address, signFont) {
			out.WriteString("url(symbols.woff2)" + rest)
			continue
		}
		_, rest, _ = strings.Cut(rest, ";")
		out.WriteString("local(sans-serif);" + rest)
	}
	return out.Bytes()
}
