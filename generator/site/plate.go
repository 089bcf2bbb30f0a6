package site

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"signpost/generator/model"
)

// a plate is a page with all that its template prints, ready to be printed.
type plate struct {
	page  model.Page
	front []byte // JSON
}

// frontMatter is all that Hugo is told about a page.
type frontMatter struct {
	URL    string `json:"url"`
	Layout string `json:"layout"`
	Params params `json:"params"`
}

type params struct {
	View any `json:"view"`
}

// layout is the name of the kind's template. A template called home would be
// Hugo's own, for another kind of thing.
func layout(kind model.PageKind) string {
	if kind == model.HomePage {
		return "front"
	}
	return string(kind)
}

// plates makes the plates of pages, side by side: no page needs another.
func (v *views) plates(ctx context.Context, pages []model.Page) ([]plate, error) {
	plates, failed := make([]plate, len(pages)), make([]error, len(pages))
	var next atomic.Int64
	var making sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		making.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(pages) && ctx.Err() == nil; i = next.Add(1) - 1 {
				plates[i], failed[i] = v.plate(pages[i])
			}
		})
	}
	making.Wait()
	if i := slices.IndexFunc(failed, func(err error) bool { return err != nil }); i >= 0 {
		return nil, failed[i]
	}
	return plates, ctx.Err()
}

func (v *views) plate(p model.Page) (plate, error) {
	view, err := v.view(p)
	if err != nil {
		return plate{}, fmt.Errorf("%s: %w", p.Address, err)
	}
	front, err := json.Marshal(frontMatter{p.Address, layout(p.Kind), params{view}})
	if err != nil {
		return plate{}, fmt.Errorf("%s: %w", p.Address, err)
	}
	return plate{p, append(front, '\n')}, nil
}

// samples are one plate of each kind of page.
func samples(plates []plate) []plate {
	var first []plate
	for _, kind := range model.PageKinds {
		if i := slices.IndexFunc(plates, func(s plate) bool { return s.page.Kind == kind }); i >= 0 {
			first = append(first, plates[i])
		}
	}
	return first
}

// FileOf is the file of the page at an address, in the folder of the site.
func FileOf(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}
