package schema

import (
	"net/url"
	"path"
	"strings"

	"signpost/generator/model"
)

// A Form is the settings of Sveltia CMS, the editing form: which files people
// may write with it, and which widget stands for each field. Names and
// meanings are those of its documentation, version 0.221.
type Form struct {
	Backend     Backend      `json:"backend"`
	PublishMode string       `json:"publish_mode,omitempty"`
	Title       string       `json:"app_title"`
	SiteURL     string       `json:"site_url"`
	Logo        Logo         `json:"logo"`
	MediaFolder string       `json:"media_folder"` // needed, and never there
	Media       Media        `json:"media_libraries"`
	Previews    bool         `json:"show_preview_links"`
	Slug        Slug         `json:"slug"`
	Output      Output       `json:"output"`
	Editor      Editor       `json:"editor"`
	Collections []Collection `json:"collections"`
}

// A Backend is where the files are: a repository of GitHub. On a computer of
// one's own the form takes the files from a folder instead.
type Backend struct {
	Name     string   `json:"name"`
	Repo     string   `json:"repo"`
	Branch   string   `json:"branch,omitempty"`
	Open     bool     `json:"open_authoring,omitempty"` // who may not write proposes from a copy
	Methods  []string `json:"auth_methods,omitempty"`
	Messages Messages `json:"commit_messages"`
}

// Messages are those of the changes that the form makes.
type Messages struct {
	Create string `json:"create"`
	Update string `json:"update"`
	Delete string `json:"delete"`
}

// Logo is the picture of the form's first page.
type Logo struct {
	Source string `json:"src"`
}

// Media says that there are no pictures.
type Media struct {
	Default bool `json:"default"`
}

// Slug says how a name becomes the name of a file.
type Slug struct {
	Encoding string `json:"encoding"`
	Accents  bool   `json:"clean_accents"`
}

// Output says how files are written. The verb fmt puts them into our own form.
type Output struct {
	OmitEmpty bool `json:"omit_empty_optional_fields"`
}

// Editor says what stands beside the form.
type Editor struct {
	Preview bool `json:"preview"`
}

// A Collection is a kind of file.
type Collection struct {
	Name       string       `json:"name"`
	Label      string       `json:"label"`
	Singular   string       `json:"label_singular,omitempty"`
	About      string       `json:"description,omitempty"`
	Icon       string       `json:"icon,omitempty"`
	Folder     string       `json:"folder,omitempty"`
	Path       string       `json:"path,omitempty"`
	Extension  string       `json:"extension,omitempty"`
	Format     string       `json:"format,omitempty"`
	Create     *bool        `json:"create,omitempty"`
	Delete     *bool        `json:"delete,omitempty"`
	Identifier string       `json:"identifier_field,omitempty"`
	Slug       *EntrySlug   `json:"slug,omitempty"`
	Summary    string       `json:"summary,omitempty"`
	Filter     *Filter      `json:"filter,omitempty"`
	Nested     *Nested      `json:"nested,omitempty"`
	Meta       *Meta        `json:"meta,omitempty"`
	Thumbnail  *bool        `json:"thumbnail,omitempty"`
	Fields     []Widget     `json:"fields,omitempty"`
	Files      []SingleFile `json:"files,omitempty"`
}

// An EntrySlug is the name of a new file.
type EntrySlug struct {
	Template string   `json:"template,omitempty"` // without it, people have to type one
	Editable []string `json:"editable"`
	Hint     string   `json:"hint"`
	Pattern  []string `json:"pattern"`
}

// A Filter keeps some files of a folder out of a collection.
type Filter struct {
	Field   string `json:"field"`
	Pattern string `json:"pattern"`
}

// Nested shows a folder's folders.
type Nested struct {
	Depth      int  `json:"depth"`
	Subfolders bool `json:"subfolders"`
}

// Meta lets people choose the folder of a new file.
type Meta struct {
	Path struct{} `json:"path"`
}

// A SingleFile is one file of a collection that has no folder.
type SingleFile struct {
	Name   string   `json:"name"`
	Label  string   `json:"label"`
	File   string   `json:"file"`
	Fields []Widget `json:"fields"`
}

// Form makes the settings of the editing form.
func (k Known) Form(s model.Settings, base, icon string) ([]byte, error) {
	form := Form{
		Backend: backend(s.Repository), Title: s.Name + ": edit", SiteURL: base, Logo: Logo{icon}, MediaFolder: "content/pictures",
		Slug: Slug{"ascii", true}, Output: Output{OmitEmpty: true},
		Collections: []Collection{k.services(), k.councils(), k.guides(), k.pages()},
	}
	if GitHub(s.Repository) {
		form.PublishMode = "editorial_workflow" // a second pair of eyes sees each change
	}
	return indent(form)
}

// GitHub reports whether the repository's files can be changed at GitHub.
func GitHub(repository string) bool { return repositoryOf(repository) != "" }

// repositoryOf is the owner and name of a repository at GitHub, from the web
// address of its files, or "".
func repositoryOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || !strings.EqualFold(strings.TrimPrefix(u.Hostname(), "www."), "github.com") {
		return ""
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	if len(parts) < 2 {
		return ""
	}
	return parts[0] + "/" + strings.TrimSuffix(parts[1], ".git")
}

// branchOf is the branch that an address of files names, or "".
func branchOf(address string) string {
	_, rest, found := strings.Cut(address, "/blob/")
	if !found {
		_, rest, _ = strings.Cut(address, "/tree/")
	}
	return strings.Trim(rest, "/")
}

// backend is the repository at GitHub. Without one the form asks for a name all
// the same, and only a folder on the computer can be edited.
func backend(repository string) Backend {
	b := Backend{Name: "github", Repo: repositoryOf(repository),
		Messages: Messages{"{{collection}}: add {{slug}}", "{{collection}}: change {{slug}}", "{{collection}}: take {{slug}} away"}}
	if b.Repo == "" {
		b.Repo, b.Methods = "signpost/signpost", []string{"token"}
		return b
	}
	b.Branch, b.Open = branchOf(repository), true
	return b
}

const idPattern = "^[a-z0-9]+(-[a-z0-9]+)*$"

var yes, no = true, false

// services are the entries, a folder for each area.
func (k Known) services() Collection {
	d := document("entry")
	return Collection{
		Name: "services", Label: "Services", Singular: "service", Icon: "support_agent", About: d.Meaning,
		Folder: "content/services", Extension: "md", Create: &yes, Delete: &no, Identifier: "name", Summary: "{{name}}",
		Nested: &Nested{Depth: 2}, Meta: &Meta{}, Filter: without("README"), Thumbnail: &no, Fields: k.widgets(d),
		Slug: &EntrySlug{Template: "{{name}}", Editable: []string{"create"}, Pattern: []string{idPattern, "Use small letters, digits and hyphens."},
			Hint: "Its address for good. Use the area and what it is, as northam-advice, and not the name of who runs it now."},
	}
}

// councils are the files of areas.
func (k Known) councils() Collection {
	d := document("council")
	return Collection{
		Name: "councils", Label: "Councils", Singular: "council", Icon: "account_balance", About: d.Meaning,
		Folder: "data/councils", Path: "{{slug}}/council", Extension: "yaml", Format: "yaml", Create: &yes, Delete: &no,
		Identifier: "local_offer.name", Summary: "{{slug}}", Thumbnail: &no, Fields: k.widgets(d),
		Slug: &EntrySlug{Editable: []string{"create"}, Pattern: []string{idPattern, "Use the short name of the area."},
			Hint: "The short name of the area, as in the address of its page."},
	}
}

// guides are the help pages.
func (k Known) guides() Collection {
	d := document("guide")
	return Collection{
		Name: "guides", Label: "Help pages", Singular: "help page", Icon: "help", About: d.Meaning,
		Folder: path.Dir(d.Place), Extension: "md", Create: &yes, Delete: &no, Identifier: "title", Summary: "{{title}}", Thumbnail: &no,
		Filter: without(siteArticles...), Fields: k.widgets(d),
		Slug: &EntrySlug{Template: "{{title}}", Editable: []string{"create"}, Pattern: []string{idPattern, "Use small letters, digits and hyphens."},
			Hint: "Its address for good."},
	}
}

// pages are the three about the site.
func (k Known) pages() Collection {
	d := document("page")
	c := Collection{Name: "pages", Label: "Pages about the site", Icon: "info", About: d.Meaning}
	for _, id := range siteArticles {
		c.Files = append(c.Files, SingleFile{Name: id, Label: strings.ToUpper(id[:1]) + id[1:], File: path.Dir(d.Place) + "/" + id + ".md", Fields: k.widgets(d)})
	}
	return c
}

var siteArticles = []string{model.AboutArticle, model.AccessibilityArticle, model.PrivacyArticle}

// without leaves files of a folder out, by their names.
func without(names ...string) *Filter {
	return &Filter{Field: "slug", Pattern: "^(?!(?:" + strings.Join(names, "|") + ")$)"}
}

func document(name string) model.Document {
	for _, d := range model.Documents {
		if d.Name == name {
			return d
		}
	}
	return model.Document{}
}
