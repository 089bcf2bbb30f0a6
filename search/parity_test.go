package search_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"signpost/search/corpus"
)

// comparing is the program that compares the reader with a golden: an export's
// folder and the golden's file are its arguments. It prints the differences.
const comparing = `
import { run } from "./parity";
import { readFileSync } from "fs";
const [folder, golden] = process.argv.slice(2);
const load = async (path) => new Uint8Array(readFileSync(folder + "/" + path));
run(load, JSON.parse(readFileSync(golden, "utf8"))).then((wrong) => console.log(JSON.stringify(wrong)));
`

// script compiles a program that imports the reader, for Node.
func script(t testing.TB, program string) string {
	t.Helper()
	result := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: program, ResolveDir: "reader", Loader: api.LoaderTS},
		Bundle: true, Platform: api.PlatformNode, Format: api.FormatCommonJS, Target: api.ES2018,
	})
	for _, e := range result.Errors {
		t.Fatal(e.Text)
	}
	return string(result.OutputFiles[0].Contents)
}

// node runs a script and reads the JSON that it prints into v.
func node(t testing.TB, script string, v any, args ...string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "script.cjs")
	if err := os.WriteFile(name, []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("node", append([]string{name}, args...)...)
	var stderr strings.Builder
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("node (%s %s): %v\n%s", name, args, err, stderr.String())
	}
	if err := json.Unmarshal(out, v); err != nil {
		t.Fatalf("node printed %.200q: %v", out, err)
	}
}

// report prints the first differences.
func report(t *testing.T, wrong []string) {
	t.Helper()
	for _, w := range wrong[:min(len(wrong), 10)] {
		t.Error(w)
	}
	if len(wrong) > 10 {
		t.Errorf("and %d more differences", len(wrong)-10)
	}
}

// TestParity: the reader plans, finds, orders, scores and counts as the index
// from which it was exported.
func TestParity(t *testing.T) {
	compiled := script(t, comparing)
	for _, n := range []int{1000, 10000} {
		documents := corpus.Documents(n, 20261121)
		b := build(t, documents)
		g := b.golden(t, questions(documents, 500, int64(n)))
		t.Logf("%d documents, %d files, %s", n, len(b.files.List), g.census())
		var wrong []string
		node(t, compiled, &wrong, b.write(t), saved(t, g))
		report(t, wrong)
	}
}
