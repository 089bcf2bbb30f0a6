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
	// Means are names that mean this page and hardly another: asked for as a
	// whole, the page comes before all others.
	Means []string
}

// indexed is the shape in which Bleve sees a Document. It is a struct and not
// a map, so that its fields keep their order.
type indexed struct {
	All   string
	Means []string
	Kind  string
	Title string
}

func (d Document) indexed() indexed {
	strong := strings.Join(append(append([]string{d.Title}, d.Names...), d.Places...), "\n")
	x := indexed{All: strong + "\n" + strong + "\n" + d.Text, Kind: d.Kind, Title: d.Title}
	for _, name := range d.Means {
		x.Means = append(x.Means, exact(name))
	}
	return x
}

// exact is a name without case and stray spaces, to be asked for as a whole.
func exact(name string) string { return strings.Join(strings.Fields(strings.ToLower(name)), " ") }
