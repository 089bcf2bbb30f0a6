package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
	"signpost/generator/site"
	"signpost/search"
	"signpost/search/answer"
)

// relevanceFile holds questions of families and what must come first. Its head
// says how it is written.
const relevanceFile = "../search/testdata/relevance.txt"

// Where the quality of the help pages stands; it may not fall.
const (
	leastRightFirst = 1.0
	leastNDCG       = 0.99
)

// A judgement is a question and what is expected of its answer.
type judgement struct {
	line     int
	question string
	expected [][2]string // the kind of expectation, and its operand
}

func readJudgements(t *testing.T) []judgement {
	t.Helper()
	file, err := os.Open(relevanceFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []judgement
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		question, expected, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("%s:%d: there is no \" => \"", relevanceFile, n)
		}
		j := judgement{line: n, question: question}
		for part := range strings.SplitSeq(expected, ";") {
			kind, operand, _ := strings.Cut(strings.TrimSpace(part), " ")
			j.expected = append(j.expected, [2]string{kind, operand})
		}
		list = append(list, j)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestRelevance asks the real site what families ask, and reports how good the
// order of the help pages is: the share of questions whose first is right, and
// the normalised discounted gain of the first ten.
func TestRelevance(t *testing.T) {
	finder, err := openFinder(realSite.build(t).out)
	if err != nil {
		t.Fatal(err)
	}
	defer finder.Close()
	judgements := readJudgements(t)
	var asked, right int
	var gain float64
	for _, j := range judgements {
		a, err := finder.Answer(context.Background(), answer.Query{Text: j.question})
		if err != nil {
			t.Fatalf("%s: %v", j.question, err)
		}
		for _, e := range j.expected {
			if err := holds(&a, e[0], e[1]); err != nil {
				t.Errorf("%s:%d: %q: %v", relevanceFile, j.line, j.question, err)
			}
			if e[0] == "help" {
				pages := helpPages(e[1])
				asked++
				gain += ndcg(a.Help, pages)
				if len(a.Help) > 0 && a.Help[0].Address == pages[0] {
					right++
				}
			}
		}
	}
	first, mean := float64(right)/float64(asked), gain/float64(asked)
	t.Logf("%d questions; of %d about help pages, right first: %d (%.3f), nDCG@10 %.3f", len(judgements), asked, right, first, mean)
	if first < leastRightFirst || mean < leastNDCG {
		t.Errorf("right first %.3f, at least %.3f; nDCG@10 %.3f, at least %.3f", first, leastRightFirst, mean, leastNDCG)
	}
}

// helpPages are the addresses of a list of help pages.
func helpPages(list string) []string {
	var addresses []string
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if strings.Contains(name, "/") {
			addresses = append(addresses, "/"+name+"/")
		} else {
			addresses = append(addresses, model.HelpAddress(name))
		}
	}
	return addresses
}

// ndcg is the normalised discounted cumulative gain of the first ten pages.
// The first of the wanted gains 3, the second 2, each other 1.
func ndcg(hits []search.Hit, wanted []string) float64 {
	worth := func(i int) float64 { return math.Exp2(float64(max(3-i, 1))) - 1 }
	discount := func(rank int) float64 { return math.Log2(float64(rank + 2)) }
	var got, best float64
	for rank, h := range hits[:min(len(hits), 10)] {
		if i := slices.Index(wanted, h.Address); i >= 0 {
			got += worth(i) / discount(rank)
		}
	}
	for i := range wanted {
		best += worth(i) / discount(i)
	}
	return got / best
}

// holds reports how an answer differs from one expectation.
func holds(a *answer.Answer, kind, operand string) error {
	switch kind {
	case "help":
		return holdsHelp(a, helpPages(operand))
	case "near":
		return first(a.Near, model.ServiceAddress(operand), "near")
	case "elsewhere":
		return first(a.Elsewhere, model.ServiceAddress(operand), "elsewhere")
	case "urgent", "calm":
		return agrees("urgent", a.Crisis != "", kind == "urgent")
	case "start":
		return agrees("the number of things found", a.Found(), 0)
	}
	return holdsPlace(a, kind, operand)
}

func holdsHelp(a *answer.Answer, pages []string) error {
	err := first(a.Help, pages[0], "of the help pages")
	for _, page := range pages[1:] {
		if !slices.ContainsFunc(a.Help, func(h search.Hit) bool { return h.Address == page }) {
			err = errors.Join(err, fmt.Errorf("%s is not among %v", page, addresses(a.Help)))
		}
	}
	return err
}

func first(hits []search.Hit, address, where string) error {
	if len(hits) == 0 || hits[0].Address != address {
		return fmt.Errorf("%s is not first %s: %v", address, where, addresses(hits))
	}
	return nil
}

func addresses(hits []search.Hit) []string {
	var list []string
	for _, h := range hits {
		list = append(list, h.Address)
	}
	return list
}

func agrees[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s: %v; want %v", what, got, want)
	}
	return nil
}

// holdsPlace reports how the place differs from one expectation.
func holdsPlace(a *answer.Answer, kind, operand string) error {
	switch kind {
	case "area":
		return errors.Join(agrees("the state of the place", a.Place.State, answer.Yours), agrees("areas", areaSlugs(a), operand))
	case "ask":
		want := strings.Split(operand, ", ")
		slices.Sort(want)
		return errors.Join(agrees("the state of the place", a.Place.State, answer.Ask), agrees("areas", areaSlugs(a), strings.Join(want, ", ")))
	case "choose":
		return agrees("the state of the place", a.Place.State, answer.Choose)
	case "maybe":
		return errors.Join(agrees("the state of the place", a.Place.State, answer.Maybe), agrees("the place", a.Place.Name, operand))
	case "nation":
		return agrees("nations", strings.Join(a.Place.Nations, ", "), operand)
	case "unknown":
		return agrees("the state of the place", a.Place.State, answer.Unknown)
	case "nowhere":
		return agrees("the state of the place", a.Place.State, answer.Nowhere)
	}
	return fmt.Errorf("nobody knows the expectation %q", kind)
}

func areaSlugs(a *answer.Answer) string {
	var slugs []string
	for _, row := range a.Place.Areas {
		slugs = append(slugs, row.Areas...)
	}
	slices.Sort(slugs)
	return strings.Join(slugs, ", ")
}

// TestCards: asked for an area by its name, its official name, a district or a
// town of its own, the answer begins with the card of the area, which says
// what the directory's own sign says.
func TestCards(t *testing.T) {
	b := realSite.build(t)
	finder, err := openFinder(b.out)
	if err != nil {
		t.Fatal(err)
	}
	defer finder.Close()
	asked := 0
	for _, a := range b.directory.Areas {
		sign := site.Sign(b.directory, a, model.Everyone)
		want := fmt.Sprint(append(boardLines(sign.Board), boardLines(sign.Below)...))
		for n, name := range namesOf(b.directory, a) {
			asked++
			got, err := finder.Answer(context.Background(), answer.Query{Text: name})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			i := slices.IndexFunc(got.Place.Areas, func(r search.Row) bool { return r.Address == model.AreaAddress(a.Slug) })
			if i < 0 || n == 0 && got.Place.State != answer.Yours {
				t.Errorf("%q (%s) is %s %q, of %s", name, a.Slug, got.Place.State, got.Place.Name, areaSlugs(&got))
			} else if card := fmt.Sprint(got.Place.Areas[i].Board); card != want {
				t.Errorf("%q: the card says %s; the directory's sign says %s", name, card, want)
			}
		}
	}
	t.Logf("%d areas by %d names", len(b.directory.Areas), asked)
}

// namesOf are an area's name and official name, and its first district and its
// largest town.
func namesOf(d *model.Directory, a *model.Area) []string {
	names := []string{a.Name, a.Official}
	if len(a.Districts) > 0 {
		names = append(names, a.Districts[0].Name)
	}
	if len(a.Places) > 0 {
		names = append(names, a.Places[0].Name)
	}
	return names
}
