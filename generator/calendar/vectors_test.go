package calendar

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"signpost/generator/model"
)

// vectors.txt holds questions and their answers, one a line:
//
//	limit limb=day … -> the day [or the later reading] [, day 1 of each limb] | why there is none
//
// Both interpreters answer them.
const vectorsFile = "testdata/vectors.txt"

// vector is a question with its answer, as a line.
func (t *Table) vector(question string) (string, Answer) {
	id, days, _ := strings.Cut(question, " ")
	l, ok := t.Limit(id)
	if !ok {
		return question + " -> no limit", Answer{}
	}
	a := t.Answer(l, typed(days))
	if a.Refused != "" {
		return fmt.Sprintf("%s -> %s", question, a.Refused), a
	}
	line := fmt.Sprintf("%s -> %s", question, a.Date)
	if !a.Other.IsZero() {
		line += " or " + a.Other.String()
	}
	for _, c := range a.Limbs {
		if !c.First.IsZero() {
			line += ", " + c.First.String()
		}
	}
	return line, a
}

// TestVectors: UPDATE=1 writes the vectors anew; read the difference.
func TestVectors(t *testing.T) {
	table := real(t)
	if os.Getenv("UPDATE") != "" {
		var lines []string
		for _, q := range questions(table) {
			line, _ := table.vector(q)
			lines = append(lines, line+"\n")
		}
		if err := os.WriteFile(vectorsFile, []byte(strings.Join(lines, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lines := vectors(t)
	seen := map[string]int{}
	for _, want := range lines {
		question, _, _ := strings.Cut(want, " -> ")
		if got, _ := table.vector(question); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		id, _, _ := strings.Cut(question, " ")
		seen[id]++
	}
	for _, l := range table.Limits {
		if seen[l.ID] < 50 {
			t.Errorf("%d vectors of %s", seen[l.ID], l.ID)
		}
	}
	if len(lines) < 2000 {
		t.Errorf("%d vectors", len(lines))
	}
}

func vectors(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(vectorsFile)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// questions are the ends of months, leap days, the days about bank holidays
// and the ends of the known years, then days by chance.
func questions(table *Table) []string {
	random := rand.New(rand.NewSource(20261122))
	var edges []model.Date
	for month := date(2026, 10, 1); month.Year < 2028 || month.Month < 4; month = plusMonths(month, 1) {
		edges = append(edges, month, plus(month, -1))
	}
	edges = append(edges, date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2023, 12, 31), date(2024, 1, 1), date(2027, 12, 27), date(2027, 12, 29),
		date(2026, 4, 2), date(2026, 4, 4), date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 26), date(2026, 12, 28))
	chance := func() string { return plus(date(2023, 12, 20), random.Intn(1500)).String() }
	var list []string
	for _, l := range table.Limits {
		first := l.Limbs[0].ID
		for _, d := range edges {
			if l.ID == "own-rights" {
				d.Year -= 16
			}
			if _, err := ReadDay(d.String()); err == nil {
				list = append(list, fmt.Sprintf("%s %s=%s", l.ID, first, d))
			}
		}
		for len(list)%100 > 0 {
			list = append(list, fmt.Sprintf("%s %s=%s", l.ID, first, chance()))
		}
		for range len(l.Limbs) * 100 * (len(l.Limbs) - 1) {
			d, _ := ReadDay(chance())
			list = append(list, fmt.Sprintf("%s %s=%s %s=%s", l.ID, first, d, l.Limbs[1].ID, plus(d, random.Intn(150)-25)))
		}
	}
	list = append(list, "appeal", "appeal certificate=2026-12-20", "appeal letter=2026-02-28 certificate=2027-02-28", "appeal letter=2026-02-28 certificate=2027-03-01", "draft-plan came=31/2/2027", "draft-plan came=3/11/2026")
	slices.Sort(list)
	return slices.Compact(list)
}

// comparing runs the browser's interpreter over questions and prints those
// with another answer than Go's, in any day or word.
const comparing = `
import { Calendar } from "./calendar";
import { readFileSync } from "fs";
import { isDeepStrictEqual } from "util";
const { rules, questions, days } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const calendar = new Calendar(rules);
const wrong = [];
for (const q of questions) {
  if (wrong.length > 5) break;
  const got = calendar.answer(q.limit, q.typed);
  if (!isDeepStrictEqual(got, q.answer)) wrong.push(q.limit + " " + JSON.stringify(q.typed) + ": " + JSON.stringify(got) + ", want " + JSON.stringify(q.answer));
}
for (const text of Object.keys(days)) {
  const d = calendar.readDay(text);
  const got = d === undefined ? "" : Number.isNaN(d) ? "no" : new Date(d * 864e5).toISOString().slice(0, 10);
  if (got !== days[text]) wrong.push(text + " is " + got);
}
console.log(JSON.stringify(wrong));
`

func compile(t *testing.T) string {
	t.Helper()
	result := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: comparing, ResolveDir: "../../themes/signpost/components/limit", Loader: api.LoaderTS},
		Bundle: true, Platform: api.PlatformNode, Format: api.FormatCommonJS, Target: api.ES2018, Charset: api.CharsetUTF8,
	})
	for _, e := range result.Errors {
		t.Fatal(e.Text)
	}
	return string(result.OutputFiles[0].Contents)
}

// A question is what is asked of the browser's interpreter, with Go's answer.
type question struct {
	Limit  string            `json:"limit"`
	Typed  map[string]string `json:"typed"`
	Answer Answer            `json:"answer"`
}

// saved writes what both interpreters are asked: the vectors, and limits that
// the project's data does not have.
func saved(t *testing.T) string {
	t.Helper()
	table := real(t)
	unchecked, earlier := table.limit(t, "draft-plan"), table.limit(t, "appeal")
	unchecked.ID, unchecked.Limbs = "unchecked", []Limb{{ID: "came", Unit: Days, Amount: 3, Start: Counted}}
	earlier.ID, earlier.Join = "earlier", Earlier
	table.Limits = append(table.Limits, unchecked, earlier)
	lines := vectors(t)
	for _, b := range forward {
		b.ID = "x"
		id := fmt.Sprintf("%s-%d-%s", strings.ReplaceAll(b.Unit, " ", "-"), b.Amount, b.Start)
		table.Limits = append(table.Limits, Limit{ID: id, What: "It", By: Others, Limbs: []Limb{b}})
		for d := date(2026, 2, 20); d.Year == 2026; d = plus(d, 3) {
			lines = append(lines, fmt.Sprintf("%s x=%s", id, d))
		}
	}
	lines = append(lines, "unchecked came=2026-11-03", "earlier letter=2026-11-03 certificate=2026-12-20", "earlier letter=2026-11-03")
	var asked []question
	for _, line := range lines {
		q, _, _ := strings.Cut(line, " -> ")
		id, days, _ := strings.Cut(q, " ")
		_, a := table.vector(q)
		asked = append(asked, question{id, typed(days), a})
	}
	asked = append(asked, question{"draft-plan", map[string]string{"came": "{start} & so on " + strings.Repeat("€", 60)}, Answer{}})
	asked[len(asked)-1].Answer = table.Answer(table.limit(t, "draft-plan"), asked[len(asked)-1].Typed)
	var ids []string
	for _, l := range table.Limits {
		ids = append(ids, l.ID)
	}
	rules, err := table.Export(ids...)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(map[string]any{"rules": json.RawMessage(rules), "questions": asked, "days": daysTyped})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "asked.json")
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// differences runs a compiled interpreter on a clock that is far from London's.
func differences(t *testing.T, compiled, asked, zone string) []string {
	t.Helper()
	script := filepath.Join(t.TempDir(), "calendar.cjs")
	if err := os.WriteFile(script, []byte(compiled), 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", script, asked)
	command.Env = append(os.Environ(), "TZ="+zone)
	out, err := command.Output()
	var wrong []string
	if err == nil {
		err = json.Unmarshal(out, &wrong)
	}
	if err != nil {
		t.Fatalf("node: %v\n%.500s", err, out)
	}
	return wrong
}

// The browser's interpreter answers as Go does, wherever its clock is.
func TestBrowser(t *testing.T) {
	compiled, asked := compile(t), saved(t)
	for _, zone := range []string{"Europe/London", "Pacific/Apia", "America/Los_Angeles"} {
		wrong := differences(t, compiled, asked, zone)
		for _, w := range wrong[:min(len(wrong), 5)] {
			t.Errorf("%s: %s", zone, w)
		}
	}
}

// slips are faults of the browser's interpreter that the comparison has to notice.
var slips = []struct{ name, right, wrong string }{
	{"the day of service is day 0", "last: first + b.amount - 1", "last: first + b.amount"},
	{"a week has 5 days", "7 * b.amount - 1", "5 * b.amount - 1"},
	{"weekends are working days", "return weekend(d) ||", "return"},
	{"Sundays are working days", "weekday(d) % 6 === 0", "weekday(d) === 6"},
	{"bank holidays are working days", "|| this.holidays.has(d)", ""},
	{"years without bank holidays are counted", "year > this.rules.years[1]", "false"},
	{"months run over their end", "Math.min(dayOf(year, month + n, 1) + day - 1, next - 1)", "dayOf(year, month + n, 1) + day - 1"},
	{"a counted month ends a day later", "- (counted ? 1 : 0)", "- 0"},
	{"the earlier limb holds", `limit.join === "later" ? Math.max`, `limit.join !== "later" ? Math.max`},
	{"the later reading is the answer", "v.last - w.last", "w.last - v.last"},
	{"one day is enough for the council's limits", `limit.by !== "family" ||`, ""},
	{"unchecked limits are counted", "!b.verified", "false"},
	{"before 15 February is 15 February", "- (counted ? 0 : 1)", "- 0"},
	{"months come first", "[+m[3], this.month(m[2]), +m[1]]", "[+m[3], this.month(m[1]), +m[2]]"},
	{"31 February is a day", "parts(d).join() === asked.join()", "true"},
	{"school years begin in October", "month >= 9", "month >= 10"},
	{"five months after", "plusMonths(start, -b.amount)", "plusMonths(start, b.amount)"},
	{"days may come in any order", "start < before ||", ""},
	{"a slip of a year is not noticed", "start > plusMonths(first, 12)", "false"},
	{"nobody says to ask", "[...steps, w.always]", "steps"},
	{"days are told in the phone's own zone", "t.getUTCDate()", "t.getDate()"},
}

func TestSlips(t *testing.T) {
	compiled, asked := compile(t), saved(t)
	for _, slip := range slips {
		if n := strings.Count(compiled, slip.right); n != 1 {
			t.Errorf("%s: the interpreter has %q %d times; want once", slip.name, slip.right, n)
			continue
		}
		if len(differences(t, strings.Replace(compiled, slip.right, slip.wrong, 1), asked, "America/Los_Angeles")) == 0 {
			t.Errorf("nobody notices that %s", slip.name)
		}
	}
}

// What a help page brings for its calculator.
func TestSize(t *testing.T) {
	result := api.Build(api.BuildOptions{EntryPoints: []string{"../../themes/signpost/components/limit/calendar.ts"}, Bundle: true, Target: api.ES2018,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Format: api.FormatESModule, Charset: api.CharsetUTF8})
	for _, e := range result.Errors {
		t.Fatal(e.Text)
	}
	rules, err := real(t).Export("appeal")
	if err != nil {
		t.Fatal(err)
	}
	script, data := zipped(t, result.OutputFiles[0].Contents), zipped(t, rules)
	if script > 2600 || data > 1800 {
		t.Errorf("the interpreter is %d bytes, compressed, and its rules %d", script, data)
	}
	t.Logf("the interpreter: %d bytes, compressed; the rules of an appeal: %d", script, data)
}

func zipped(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.Len()
}
