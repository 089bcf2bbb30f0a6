package serve

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"signpost/generator/model"
)

// A Note is what editors are told on every page after an edit.
type Note struct {
	Files   []string // what was edited, as people name it
	Pages   []string // the addresses of the pages that changed by it
	More    bool     // the rest of the site is still being made
	Remarks []Remark // what is wrong, the errors first
	Untold  int      // how many more there are, on the terminal
}

// A Remark is a Problem with the places where an editor meets it.
type Remark struct {
	model.Problem
	Pages []string // the addresses of the pages that say what its file says, the nearest first
	About string   // what the fact is marked with in pages (data-about), or ""
}

func (r Remark) wrong() bool { return r.Severity == model.Error }

//go:embed note.css
var noteStyle string

// listed is how many pages and files the note names; it counts the rest.
const listed = 20

// A noteView is the note as one page shows it.
type noteView struct {
	Base    string
	Summary string
	Wrong   bool
	Here    []placed // what is wrong on this page, or on none
	Others  []elsewhere
	Files   []string
	Pages   []string
	Rest    int // pages that are not named
	More    bool
	Untold  int
}

// A placed remark leads to the fact that it is about, if that is on the page.
type placed struct {
	Remark
	Place string // an id, or ""
}

// An elsewhere is a page on which something is wrong.
type elsewhere struct {
	Page  string
	Count int
}

var noteTemplate = template.Must(template.New("note").Parse(`<aside id="signpost-note" class="signpost-note{{if .Wrong}} signpost-note--wrong{{end}}" aria-label="For editors">
<link rel="stylesheet" href="{{.Base}}_signpost/note.css">
<details><summary>For editors: {{.Summary}}</summary><div>
{{with .Here}}<h2>To mend</h2><ul>{{range .}}<li{{if not .Severity}} class="signpost-quiet"{{end}}>{{if .Place}}<a href="#{{.Place}}">{{.Where}}</a>{{else}}{{.Where}}{{end}}: {{.Sentence}}{{with .Hint}}; {{.}}{{end}} [{{.Rule}}]</li>{{end}}</ul>{{end}}
{{with .Others}}<h2>On other pages</h2><ul>{{range .}}<li>{{.Count}} on <a href="{{$.Base}}{{.Page}}">/{{.Page}}</a></li>{{end}}</ul>{{end}}
{{if .Untold}}<p>And {{.Untold}} more: the terminal lists them.</p>{{end}}
{{with .Files}}<h2>Edited</h2><ul>{{range .}}<li>{{.}}</li>{{end}}</ul>{{end}}
{{if .Files}}<h2>Pages that changed</h2>{{with .Pages}}<ul>{{range .}}<li><a href="{{$.Base}}{{.}}">/{{.}}</a></li>{{end}}</ul>{{else}}<p>None{{if .More}} so far{{end}}.</p>{{end}}
{{if .Rest}}<p>And {{.Rest}} more.</p>{{end}}{{if .More}}<p>The rest of the site is being made.</p>{{end}}{{end}}
</div></details>
</aside>`))

func (s *Server) noteOn(name string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.noteFor(name)
}

// noteFor is the note on the page of a name, or nothing if there is nothing to
// tell. The caller holds the lock.
func (s *Server) noteFor(name string) []byte {
	n := s.note
	if len(n.Files) == 0 && len(n.Remarks) == 0 {
		return nil
	}
	text, _ := s.bareLocked(name)
	view := noteView{Base: s.base, More: n.More, Untold: n.Untold, Files: n.Files[:min(len(n.Files), listed)], Rest: max(0, len(n.Pages)-listed)}
	for _, p := range n.Pages[:min(len(n.Pages), listed)] {
		view.Pages = append(view.Pages, strings.TrimPrefix(p, "/"))
	}
	view.place(n, "/"+name, text)
	view.Summary = n.summary()
	var out bytes.Buffer
	if err := noteTemplate.Execute(&out, view); err != nil {
		return nil
	}
	return out.Bytes()
}

// place shares the remarks out: those of this page are told in full, and so is
// what is on no page; of the rest only where it is.
func (v *noteView) place(n Note, address string, text []byte) {
	for i, r := range n.Remarks {
		v.Wrong = v.Wrong || r.wrong()
		if len(r.Pages) > 0 && !slices.Contains(r.Pages, address) {
			v.elsewhere(strings.TrimPrefix(r.Pages[0], "/"))
			continue
		}
		p := placed{Remark: r}
		if r.About != "" && bytes.Contains(text, aboutAttribute(r.About)) {
			p.Place = placeID(i)
		}
		v.Here = append(v.Here, p)
	}
}

func (v *noteView) elsewhere(page string) {
	if i := slices.IndexFunc(v.Others, func(e elsewhere) bool { return e.Page == page }); i >= 0 {
		v.Others[i].Count++
		return
	}
	v.Others = append(v.Others, elsewhere{page, 1})
}

// summary is the note in a line: what is wrong first.
func (n Note) summary() string {
	wrong := 0
	for _, r := range n.Remarks {
		if r.wrong() {
			wrong++
		}
	}
	var parts []string
	if wrong > 0 {
		parts = append(parts, fmt.Sprintf("%d to mend", wrong))
	}
	if mild := len(n.Remarks) - wrong; mild > 0 {
		parts = append(parts, fmt.Sprintf("%d worth a look", mild))
	}
	if len(n.Files) > 0 {
		pages := "1 page changed"
		if len(n.Pages) != 1 {
			pages = fmt.Sprintf("%d pages changed", len(n.Pages))
		}
		if n.More {
			pages += " so far"
		}
		parts = append(parts, pages)
	}
	return strings.Join(parts, ", ")
}

func placeID(i int) string { return fmt.Sprintf("signpost-problem-%d", i+1) }

func aboutAttribute(about string) []byte {
	return []byte(`data-about="` + html.EscapeString(about) + `"`)
}

// marked puts each Problem beside the fact that it is about. The caller holds
// the lock.
func (s *Server) marked(page []byte) []byte {
	for i, r := range s.note.Remarks {
		if r.About == "" {
			continue
		}
		class := "signpost-problem"
		if !r.wrong() {
			class += " signpost-problem--warning"
		}
		mark := fmt.Sprintf(`<span class="%s" id="%s">%s</span>`, class, placeID(i), html.EscapeString(r.Sentence+hintOf(r)))
		page = insertAfter(page, aboutAttribute(r.About), []byte(mark))
	}
	return page
}

func hintOf(r Remark) string {
	if r.Hint == "" {
		return ""
	}
	return "; " + r.Hint
}

// insertAfter puts a text behind the tag that holds, or opens with, the given
// bytes.
func insertAfter(page, open, text []byte) []byte {
	i := bytes.Index(page, open)
	if i < 0 {
		return page
	}
	end := bytes.IndexByte(page[i:], '>')
	if end < 0 {
		return page
	}
	at := i + end + 1
	return slices.Concat(page[:at], text, page[at:])
}
