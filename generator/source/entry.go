package source

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"signpost/generator/model"
)

const servicesFolder = "content/services"

var entrySource = model.Source{ID: "entries", Rank: model.Entry, Name: "The service itself", What: "What services say of themselves, each in its own file."}

// readEntries reads content/services/<area>/<id>.md.
func (t *tree) readEntries() error {
	entries := t.entries()
	if entries.err != nil {
		return entries.err
	}
	t.problems = append(t.problems, entries.problems...)
	t.reading.Sources = append(t.reading.Sources, &entrySource)
	t.shelf.open(t)
	var pages, unread []*page
	for _, folder := range entries.folders {
		switch {
		case !folder.IsDir():
			if folder.Name() != "README.md" {
				t.wrong("misplaced-file", model.Where{File: folder.dir}, "put it into the folder of its area", "%q lies outside any area's folder", folder.Name())
			}
			continue
		case folder.Name() != model.England && !t.slugs[folder.Name()]:
			t.wrong("unknown-area", model.Where{File: folder.dir}, didYouMean(folder.Name(), t.slugs), "%q is not an area of data/areas/authorities.csv", folder.Name())
			continue
		}
		if folder.err != nil {
			return folder.err
		}
		t.problems = append(t.problems, folder.problems...)
		for _, file := range folder.files {
			p := t.entryPage(folder.dir, folder.Name(), file)
			if p == nil {
				continue
			}
			pages = append(pages, p)
			if !t.shelf.find(p, file) {
				unread = append(unread, p)
			}
		}
	}
	t.readPages(unread)
	t.shelf.close(pages)
	return t.bind(pages)
}

// entryPage is the page of a file in an area's folder, or nil with a Problem.
func (t *tree) entryPage(dir, area string, file fs.DirEntry) *page {
	name := path.Join(dir, file.Name())
	id, isPage := strings.CutSuffix(file.Name(), ".md")
	switch {
	case file.IsDir() || !isPage:
		t.wrong("misplaced-file", model.Where{File: name}, "an entry is a file that ends in .md", "%q is not an entry", file.Name())
		return nil
	case !IsID(id):
		t.wrong("bad-id", model.Where{File: name}, "name it in lower-case letters, digits and hyphens", "the file name %q cannot be an id", id)
		return nil
	}
	return &page{name: name, id: id, area: area}
}

// bind puts what the pages say into the reading, in their order.
func (t *tree) bind(pages []*page) error {
	for _, p := range pages {
		if p.err != nil {
			return p.err
		}
		t.reading.Records = append(t.reading.Records, p.records...)
		t.mentions = append(t.mentions, p.mentions...)
		t.problems = append(t.problems, p.problems...)
		maps.Copy(t.ids, p.ids)
	}
	return nil
}

// entry reads the text of an entry: YAML front matter, then Markdown.
func (t *tree) entry(text []byte, name, id, area string) {
	mark := len(t.problems)
	front, body, bodyLine, ok := t.frontMatter(text, name)
	if !ok {
		return
	}
	t.printable(body, name, bodyLine)
	for text, more := bytes.CutPrefix(body, []byte("\n")); more; text, more = bytes.CutPrefix(body, []byte("\n")) {
		body, bodyLine = text, bodyLine+1
	}
	r := &model.Record{Source: &entrySource, Where: model.Where{File: name, Line: 1}, ID: id}
	ks, ok := t.plainKeys(front, name, 1)
	if !ok {
		return
	}
	cells := t.entryCells(r, ks)
	t.fill(r, cells)
	t.required(r.Where, cells)
	t.refuseSite(cells)
	r.Offer.Description = t.prose(body, model.Where{File: name, Line: bodyLine})
	if _, ok := r.Lines[model.GroupOffer]; !ok {
		r.Lines[model.GroupOffer] = bodyLine
	}
	r.BodyLine = bodyLine
	t.uncheckedNumbers(r)
	for _, was := range r.Was {
		t.ids[was] = true
	}
	if !slices.Contains(r.Areas, area) {
		r.Areas = append(r.Areas, area)
	}
	if !t.brokenSince(mark) {
		t.checkedNothing(r, ks)
		t.reading.Records = append(t.reading.Records, r)
	}
}

// frontMatter splits a page into the YAML between two lines of --- and the
// Markdown after them. line is that of the first line of Markdown.
func (t *tree) frontMatter(text []byte, name string) (front, body []byte, line int, ok bool) {
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	rest, found := bytes.CutPrefix(text, []byte("---\n"))
	if !found {
		t.wrong("front-matter", model.Where{File: name, Line: 1}, `begin the file with a line of three hyphens`, "the file does not begin with ---")
		return nil, nil, 0, false
	}
	if bytes.HasPrefix(rest, []byte("---\n")) {
		return nil, rest[4:], 3, true
	}
	end := bytes.Index(rest, []byte("\n---\n"))
	if end < 0 && bytes.HasSuffix(rest, []byte("\n---")) {
		end = len(rest) - 4
	}
	if end < 0 {
		t.wrong("front-matter", model.Where{File: name, Line: 1}, "close it with a second line of three hyphens", "the part between the --- lines never closes")
		return nil, nil, 0, false
	}
	front = rest[:end+1]
	return front, rest[min(end+5, len(rest)):], countLines(front) + 3, true
}

// printable reports the first control character of a page's Markdown.
func (t *tree) printable(body []byte, name string, line int) {
	for i, text := range strings.Split(string(body), "\n") {
		if unprintable(text) {
			t.wrong("control-character", model.Where{File: name, Line: line + i}, "write the line again", "the line holds a character that cannot be printed")
			return
		}
	}
}

// entryCells turns the keys of front matter into cells; the keys channels,
// media and checked have a shape of their own.
func (t *tree) entryCells(r *model.Record, ks []key) []cell {
	var cells []cell
	for _, k := range ks {
		at := model.Where{File: r.Where.File, Line: k.Line}
		switch k.Name {
		case "channels":
			t.entryChannels(r, k, at)
			continue
		case "media":
			t.entryMedia(r, k, at)
			continue
		case "checked":
			t.entryChecked(r, k, at)
			continue
		}
		f, ok := model.FieldNamed(k.Name)
		if !ok || f.Rows {
			t.wrong("unknown-field", at, entryHint(k.Name), "unknown field %q", k.Name)
			continue
		}
		values, ok := k.values()
		if !ok {
			t.wrong("yaml", at, "write one value, or a list of values", "%s is neither a value nor a list", k.Name)
			continue
		}
		cells = append(cells, cell{f, values, at})
	}
	return cells
}

// entryHint helps with an unknown field; a number or address that stands
// alone, as it would in a table, belongs under channels.
func entryHint(name string) string {
	channels := map[string]bool{}
	for _, t := range model.ChannelTypes {
		channels[string(t)] = true
	}
	if channel := nearest(name, channels); channel != "" && nearest(name, entryNames) == "" {
		return `did you mean ` + quote(channel) + `? It stands under "channels:", as "- type: ` + channel + `" with its value below`
	}
	return didYouMean(name, entryNames)
}

// required reports the fields that an entry cannot do without.
func (t *tree) required(at model.Where, cells []cell) {
	for _, f := range model.Fields {
		given := slices.ContainsFunc(cells, func(c cell) bool { return c.field.Name == f.Name && len(c.values) > 0 })
		if f.Required && !given {
			t.wrong("missing-field", at, `write it, as "`+f.Name+": "+f.Example+`"`, "the field %q is missing", f.Name)
		}
	}
}

// refuseSite refuses the kind of a council's own web pages in what a service
// or a council says of services: registers and council.yaml name those pages,
// and as a service they would stand among the help that families can ring.
func (t *tree) refuseSite(cells []cell) {
	for _, c := range cells {
		if c.field.Name == "kind" && slices.Contains(c.values, string(model.LocalOfferSite)) {
			t.wrong("local-offer-site", c.at, "write it under local_offer in the area's council.yaml", "the kind %q is a website of the council, not a service", model.LocalOfferSite)
		}
	}
}

var entryNames = setOf(model.Names(model.EntryFields))
