package main

import (
	_ "embed"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"signpost/search/corpus"
)

//go:embed questions.txt
var questionLines string

// A question with what is right for it.
type question struct {
	text, area string
	sorts      []string
	pages      []string
}

// questions reads questions.txt.
func questions() ([]question, error) {
	var list []question
	for _, line := range strings.Split(strings.TrimSpace(questionLines), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		part := strings.Split(line, "|")
		if len(part) != 4 {
			return nil, fmt.Errorf("questions.txt: %q has not four parts", line)
		}
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		list = append(list, question{part[0], part[1], some(part[2]), some(part[3])})
	}
	return list, nil
}

// some reads a list; - is none.
func some(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Fields(s)
}

// lost is the first page or sort of the questions that does not exist any more.
func lost(list []question, site fs.FS, entries []corpus.Entry) error {
	sorts := map[string]bool{"area": true}
	for _, e := range entries {
		sorts[e.Sort] = true
	}
	for _, q := range list {
		for _, page := range q.pages {
			if _, err := fs.Stat(site, strings.Trim(page, "/")+"/index.html"); err != nil {
				return fmt.Errorf("questions.txt: %q: %w", q.text, err)
			}
		}
		for _, sort := range q.sorts {
			if !sorts[sort] {
				return fmt.Errorf("questions.txt: %q: no service is of the sort %q", q.text, sort)
			}
		}
	}
	return nil
}

// grades is how right each page is. Three: a page that is named, a service of
// a right sort in the area asked for, the area's own page and its advice service
// where they are all that was asked for. Two: these two else; a service of a
// right sort where no area was asked for. One: such a service of another area.
func (q question) grades(entries []corpus.Entry) map[string]int {
	g := map[string]int{}
	for _, e := range entries {
		if slices.Contains(q.sorts, e.Sort) {
			g["/services/"+e.ID+"/"] = q.gradeIn(e.Area)
		}
	}
	if q.area != "" {
		own := 2
		if slices.Contains(q.sorts, "area") {
			own = 3
		}
		g["/areas/"+q.area+"/"], g["/services/"+q.area+"-iass/"] = own, own
	}
	for _, page := range q.pages {
		g[page] = 3
	}
	return g
}

func (q question) gradeIn(area string) int {
	switch q.area {
	case area:
		return 3
	case "":
		return 2
	}
	return 1
}

// shown is how many results are judged: what fits the first screens.
const shown = 10

// ndcg is the gain of the first results, discounted by their place, as a part
// of what the best order would gain (Järvelin and Kekäläinen 2002, with the
// gain 2^grade-1).
func ndcg(results []string, grades map[string]int) float64 {
	var best []int
	for _, g := range grades {
		best = append(best, g)
	}
	slices.SortFunc(best, func(a, b int) int { return b - a })
	var got, ideal float64
	for i := range shown {
		discount := math.Log2(float64(i + 2))
		if i < len(results) {
			got += (math.Exp2(float64(grades[results[i]])) - 1) / discount
		}
		if i < len(best) {
			ideal += (math.Exp2(float64(best[i])) - 1) / discount
		}
	}
	return got / ideal
}

// rightFirst reports whether the first result has the grade two or three.
func rightFirst(results []string, grades map[string]int) bool {
	return len(results) > 0 && grades[results[0]] >= 2
}
