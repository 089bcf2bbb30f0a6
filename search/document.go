package search

import "strings"

// A Document is one page that people can find.
type Document struct {
	Address string   // from the root of the site; its identity
	Kind    string   // what sort of page it is: area, service
	Title   string   // as an answer prints it
	Names   []string // what else people call it
	Places  []string // the areas and districts it is about
	Text    string   // everything else
}

// indexed is the shape in which Bleve sees a Document. It is a struct and not
// a map, so that its fields keep their order.
type indexed struct {
	All   string
	Kind  string
	Title string
}

func (d Document) indexed() indexed {
	strong := strings.Join(append(append([]string{d.Title}, d.Names...), d.Places...), "\n")
	return indexed{All: strong + "\n" + strong + "\n" + d.Text, Kind: d.Kind, Title: d.Title}
}
