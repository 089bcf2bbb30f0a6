package answer

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/search"
	"signpost/search/place"
)

// invented is a small site: two areas, and what can be found in them.
func invented(t testing.TB) *Finder {
	t.Helper()
	folder := t.TempDir()
	index, site := filepath.Join(folder, "bleve"), filepath.Join(folder, "site")
	docs := []search.Document{
		area("northam", "Northam", "01632 960001"), area("southam", "Southam", "01632 960002"),
		{Address: "/help/appeal/", Group: "help", Kind: "help", Title: "I want to appeal", Summary: "You ask a tribunal.", Text: "tribunal judge plan", Row: search.Row{Label: "Help page"}},
		{Address: "/needs/autism/", Group: "help", Kind: "need", Title: "Autism", Text: "autistic", Row: search.Row{Label: "Need"}},
		service("northam-forum", "Northam Parents", "northam", "parents of children with autism", "parent-carer-forum"),
		service("northam-clinic", "Northam Clinic", "northam", "health", "health"),
		service("southam-forum", "Southam Parents", "southam", "parents of children with autism", "parent-carer-forum"),
	}
	lexicon := search.Lexicon{
		Synonyms:     []search.Synonym{{Typed: "court", Means: "tribunal", Targets: []string{"/help/appeal/"}}, {Typed: "autism", Means: "autism", Targets: []string{"/needs/autism/"}}},
		Misspellings: []search.Misspelling{{Typed: "austism", Means: "autism"}},
		Crisis:       []search.Crisis{{Typed: "want to die", Kind: "self-harm"}},
	}
	if err := search.Build(context.Background(), index, docs, lexicon); err != nil {
		t.Fatal(err)
	}
	table, err := place.NewTable([]place.Postcode{{Code: "ZE9 9AA", District: "E06000901"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := place.Export([]place.Area{{Slug: "northam", Name: "Northam"}, {Slug: "southam", Name: "Southam"}},
		[]place.Name{{Text: "Northam", Kind: place.Own, Areas: []string{"northam"}}, {Text: "Southam", Kind: place.Own, Areas: []string{"southam"}},
			{Text: "Midshire", Kind: place.County, Areas: []string{"northam", "southam"}}},
		table.Under(func(string) string { return "northam" }))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		write(t, filepath.Join(site, Folder, "places", f.Path), f.Content)
	}
	current, _ := json.Marshal(Current{Format: Format, Search: "index", Place: "places"})
	write(t, filepath.Join(site, CurrentFile), current)
	f, err := Open(index, os.DirFS(site))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func area(slug, name, number string) search.Document {
	return search.Document{Address: "/areas/" + slug + "/", Group: "area", Kind: "area", Title: name, Tags: search.Tags{Areas: []string{slug}},
		Row: search.Row{Areas: []string{slug}, Board: []search.Line{
			{Part: "head", Says: []search.Span{{Text: "Try this number first."}}},
			{Part: "call", Says: []search.Span{{Text: number, Href: "tel:" + number}}},
			{Part: "seen", Says: []search.Span{{Text: "Seen on "}, {Text: "a page", Href: "https://example.org/"}}}}}}
}

func service(id, name, slug, text, kind string) search.Document {
	return search.Document{Address: "/services/" + id + "/", Group: "service", Kind: kind, Title: name, Text: text,
		Tags: search.Tags{Areas: []string{slug}, Kinds: []string{kind}}, Row: search.Row{Areas: []string{slug}, Label: kind}}
}

func write(t testing.TB, file string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// brief is an answer in one line: state, areas, help | near | elsewhere.
func brief(a Answer) string {
	var areas []string
	for _, r := range a.Place.Areas {
		areas = append(areas, r.Areas[0])
	}
	return strings.Join([]string{a.Crisis, string(a.Place.State), strings.Join(areas, " "), addresses(a.Help), addresses(a.Near), addresses(a.Elsewhere)}, "|")
}

func addresses(hits []search.Hit) string {
	var list []string
	for _, h := range hits {
		list = append(list, h.Address)
	}
	return strings.Join(list, " ")
}

func TestAnswer(t *testing.T) {
	f := invented(t)
	for _, c := range []struct {
		name string
		q    Query
		want string
	}{
		{"nothing asked", Query{}, "|||||"},
		{"a place alone lists its services", Query{Text: "northam"}, "|yours|northam||/services/northam-clinic/ /services/northam-forum/|"},
		{"a slip and a place", Query{Text: "austism northam"}, "|yours|northam|/needs/autism/|/services/northam-forum/ /services/northam-clinic/|/services/southam-forum/"},
		{"a synonym leads to its page", Query{Text: "court"}, "|||/help/appeal/||"},
		{"exactly: no synonym, no place", Query{Text: "court northam", Exact: true}, "||||| /services"},
		{"a county asks", Query{Text: "autism midshire"}, "|ask|northam southam|/needs/autism/|/services/northam-forum/ /services/southam-forum/ /services/northam-clinic/|"},
		{"a chosen area", Query{Text: "autism", Area: "southam"}, "|yours|southam|/needs/autism/|/services/southam-forum/|/services/northam-forum/"},
		{"an area that is none", Query{Text: "autism", Area: "nowhere"}, "|||/needs/autism/||/services/northam-forum/ /services/southam-forum/"},
		{"a ticked box narrows services alone", Query{Text: "northam", Tags: search.Tags{Kinds: []string{"health"}}}, "|yours|northam||/services/northam-clinic/|"},
		{"crisis", Query{Text: "I want to die"}, "self-harm|||/help/appeal/||"},
		{"another nation", Query{Text: "Cardiff"}, "|nation||||"},
	} {
		a, err := f.Answer(context.Background(), c.q)
		if err != nil {
			t.Fatal(err)
		}
		got := brief(a)
		if c.q.Exact {
			if a.Place.State != Nowhere || len(a.Plan.Synonyms) > 0 {
				t.Errorf("%s: %s", c.name, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

const handlerPage = `<!doctype html><html><head></head><body><div id="answer" data-base="/sub/"></div>
<p data-if="nothing" hidden>nothing</p><p data-if="many" hidden><b data-words="many"></b></p>
<a data-if="exact" data-to="exact"></a><div data-rows="yours" data-row="area"></div><ul data-rows="help" data-row="link"></ul>
<template id="row-area"><h3 data-words="title"></h3><div data-rows="board" data-row="line"></div></template>
<template id="row-line"><p data-if="call" data-rows="says" data-row="say"></p></template>
<template id="row-say"><a data-to="to" data-words="text"></a></template>
<template id="row-link"><li><a data-to="address" data-words="title"></a></li></template></body></html>`

func handler(t testing.TB) *Handler {
	t.Helper()
	h, err := NewHandler(invented(t), []byte(handlerPage))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHandler(t *testing.T) {
	h := handler(t)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/sub/find/?q=court+northam", nil))
	for _, want := range []string{`<h3 data-words="title">Northam</h3>`, `href="tel:01632 960001"`, `href="/sub/help/appeal/"`, `href="/sub/find/?q=court+northam&amp;exact=yes"`} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page lacks %s:\n%s", want, w.Body)
		}
	}
	if cache := w.Header().Get("Cache-Control"); cache != "no-store" {
		t.Errorf("Cache-Control is %q: an answer may stay in a cache", cache)
	}
	w = httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("POST", "/sub/find/", strings.NewReader("q=x")))
	if w.Code != 405 {
		t.Errorf("POST gives %d", w.Code)
	}
}

// TestHostileQueries: whatever is asked, the page is whole, and nothing of the
// question is markup on it.
func TestHostileQueries(t *testing.T) {
	h := handler(t)
	for _, text := range []string{strings.Repeat("autism ", 2000), strings.Repeat("é", 9000), "\u202e\u2066مساعدة في التعلم 😀🏳️‍🌈", `.*+?^${}()|[]\`,
		`<script>alert(1)</script><img src=x onerror=alert(1)>`, `"'><svg onload=alert(1)>`, "\x00\x01\xff\xfe", "%zz%", "a", "   ", "\u0130\u0131ß", strings.Repeat("(", 3000)} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/sub/find/?"+url.Values{"q": {text}, "area": {"../x"}, "kind": {"<b>", "health"}}.Encode(), nil))
		if w.Code != 200 || strings.Contains(w.Body.String(), "<script>") || strings.Contains(w.Body.String(), "<img") || !strings.Contains(w.Body.String(), "</html>") {
			t.Errorf("%.40q: %d\n%s", text, w.Code, w.Body)
		}
	}
}

func FuzzHandler(f *testing.F) {
	h := handler(f)
	f.Add("q=autism+northam&kind=health&exact=yes")
	f.Add("q=%ff&area=a%00&%zz")
	f.Fuzz(func(t *testing.T, query string) {
		r := httptest.NewRequest("GET", "/sub/find/", nil)
		r.URL.RawQuery = query
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != 200 || !strings.Contains(w.Body.String(), `id="answer"`) {
			t.Errorf("%q: %d", query, w.Code)
		}
	})
}
