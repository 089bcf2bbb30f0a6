// Package answer turns what somebody typed into an Answer: the place in it, the
// words it means, help pages, and services near by. It is the one room that
// does so for the terminal, the local server and the serverless function; the
// browser's half, search/reader/answer.ts, is its twin, and shared golden
// answers bind the two.
//
// # How an answer is made
//
//	text ─▶ crisis?  urgent help comes first, whatever else is found
//	     ─▶ place    a postcode or a name: one area, several to ask about, another country
//	     ─▶ plan     slips put right, synonyms, near words for unknown ones
//	     ─▶ help     pages that the words mean by name, then pages that hold them
//	     ─▶ near     services of the area
//	     ─▶ elsewhere national lines and the services of other areas
//
// An area's first contact is never ranked and never filtered away: it stands
// on the card of the area, before all else. Help and near are found by the
// words of the packs that a browser holds for the area, elsewhere by those of
// the whole index, so that both sides find the same.
//
// # How it is shown
//
// The page /find/ is made with the rest of the site and says everything that
// does not depend on the query. [Site.Slots] turns an Answer into what does,
// and [Page.Fill] puts that in its places; the script of the page does the same
// in the browser.
package answer

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"

	"signpost/search"
	"signpost/search/place"
)

// A Finder answers queries from one build of the site. It is safe for
// concurrent use.
type Finder struct {
	index   *search.Index
	atlas   *place.Atlas
	lexicon search.Lexicon
}

// Where a build keeps its parts, from the root of the site.
const (
	CurrentFile = "search/current.json" // names the other two, never kept by browsers
	Folder      = "search/1"            // the exports of this format, each in a folder named by its hash
	PageFile    = "find/index.html"
)

// Format is the number of the exports' format, which the folder carries too.
const Format = 1

// Current is what CurrentFile says: the format of the export, and the folders
// of the index and of the atlas.
type Current struct {
	Format int    `json:"format"`
	Search string `json:"search"`
	Place  string `json:"place"`
}

// Open opens the index of a build, in a folder beside the published site.
func Open(index string, site fs.FS) (*Finder, error) {
	text, err := fs.ReadFile(site, CurrentFile)
	if err != nil {
		return nil, err
	}
	var current Current
	if err := json.Unmarshal(text, &current); err != nil {
		return nil, fmt.Errorf("%s: %w", CurrentFile, err)
	}
	if current.Format != Format {
		return nil, fmt.Errorf("%s: the site was built in format %d; this program reads %d", CurrentFile, current.Format, Format)
	}
	files, err := fs.Sub(site, Folder+"/"+current.Place)
	if err != nil {
		return nil, err
	}
	f := &Finder{}
	if f.atlas, err = place.Open(files); err != nil {
		return nil, err
	}
	f.index, err = search.Open(index)
	if err != nil {
		return nil, err
	}
	f.lexicon = f.index.Lexicon()
	return f, nil
}

// Atlas finds the places that words name. It is good after Close, too.
func (f *Finder) Atlas() *place.Atlas { return f.atlas }

// Close releases the index's files.
func (f *Finder) Close() error { return f.index.Close() }

// knows reports whether a word is one that pages hold, or a slip of one that
// help pages hold, and so no misspelt town.
func (f *Finder) knows(ctx context.Context) func(word string) bool {
	return func(word string) bool {
		if known, err := f.index.Known(ctx, word); err != nil || known {
			return err == nil
		}
		plan, err := f.index.Plan(ctx, search.Question{Text: word, Packs: []string{search.GroupHelp}})
		return err == nil && len(plan.Near)+len(plan.Replaced) > 0
	}
}
