package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"signpost/search/corpus"
)

// A report is what was measured on one site.
type report struct {
	bench  *bench
	trials []*trial
	led    []timed // from postcodes to areas
}

// A trial is what one system answered.
type trial struct {
	system  system
	timed   []timed
	asked   int
	ndcg    float64 // the sum over all questions
	right   int     // first results that are right
	without int     // questions without any result
}

// A timed is the cost of a question that was answered on the slow line.
type timed struct {
	cost
	placed bool // it names a place
}

// try asks a question twice: for what is found, and for the cost. By then the
// link has all files ready.
func (t *trial) try(l *link, chromium context.Context, host string, q question, n int, entries []corpus.Entry) error {
	results, err := l.results(chromium, host, t.system, q.text)
	if err != nil {
		return err
	}
	t.judge(results, q.grades(entries))
	if n%t.system.every != 0 {
		return nil
	}
	c, err := l.race(chromium, host, t.system, q.text)
	if c != nil {
		t.timed = append(t.timed, timed{*c, q.area != ""})
	}
	return err
}

func (t *trial) judge(results []string, grades map[string]int) {
	t.asked++
	t.ndcg += ndcg(results, grades)
	if rightFirst(results, grades) {
		t.right++
	}
	if len(results) == 0 {
		t.without++
	}
}

// where are the questions that name a place, or none.
func (t *trial) where(placed bool) []timed {
	return slices.DeleteFunc(slices.Clone(t.timed), func(c timed) bool { return c.placed != placed })
}

// A figure is one of a cost.
type figure func(timed) float64

func kilobytes(c timed) float64 { return float64(c.bytes) / 1024 }
func requests(c timed) float64  { return float64(c.requests) }
func seconds(c timed) float64   { return c.time.Seconds() }

// quantile is the value that a part of the values do not exceed.
func quantile(list []timed, f figure, part float64) float64 {
	if len(list) == 0 {
		return 0
	}
	values := make([]float64, len(list))
	for i, g := range list {
		values[i] = f(g)
	}
	slices.SortFunc(values, cmp.Compare[float64])
	return values[min(len(values)-1, int(float64(len(values))*part))]
}

func (r *report) print(w io.Writer) {
	fmt.Fprintf(w, "\n%d services\n\n", r.bench.n)
	fmt.Fprintln(w, "| to the first result (p50 / p90 / max) | n | KB | requests | seconds |")
	fmt.Fprintln(w, "|---|---|---|---|---|")
	for _, t := range r.trials {
		row(w, t.system.name, t.timed)
		if t.system.every == 1 {
			row(w, t.system.name+", a place is named", t.where(true))
			row(w, t.system.name+", no place is named", t.where(false))
		}
	}
	row(w, "Signpost, from a postcode to its area", r.led)
	r.printRatios(w)
	r.printRelevance(w)
	b := r.bench.took
	fmt.Fprintf(w, "\nThe whole build took %s, of that index and export %s (%.0f %%); Pagefind's index %s, MiniSearch's %s.\n",
		round(b.build), round(b.finding), 100*b.finding.Seconds()/b.build.Seconds(), round(b.pagefind), round(b.minisearch))
}

func row(w io.Writer, name string, list []timed) {
	fmt.Fprintf(w, "| %s | %d | %s | %s | %s |\n", name, len(list), spread(list, "%.1f", kilobytes), spread(list, "%.0f", requests), spread(list, "%.1f", seconds))
}

func spread(list []timed, form string, f figure) string {
	return fmt.Sprintf(form+" / "+form+" / "+form, quantile(list, f, 0.5), quantile(list, f, 0.9), quantile(list, f, 1))
}

// printRatios says what a median of Signpost is of the others' medians.
func (r *report) printRatios(w io.Writer) {
	fmt.Fprintln(w)
	ours := r.trials[0].timed
	for _, t := range r.trials[1:] {
		fmt.Fprintf(w, "Signpost to %s: %.2f of the bytes, %.2f of the time\n", t.system.name,
			quantile(ours, kilobytes, 0.5)/quantile(t.timed, kilobytes, 0.5), quantile(ours, seconds, 0.5)/quantile(t.timed, seconds, 0.5))
	}
}

func (r *report) printRelevance(w io.Writer) {
	fmt.Fprintf(w, "\n| of %d questions | nDCG@%d | right first | nothing found |\n|---|---|---|---|\n", r.trials[0].asked, shown)
	for _, t := range r.trials {
		fmt.Fprintf(w, "| %s | %.3f | %d | %d |\n", t.system.name, t.ndcg/float64(t.asked), t.right, t.without)
	}
}

func round(d time.Duration) time.Duration { return d.Round(100 * time.Millisecond) }
