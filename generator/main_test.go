package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(testMain{m}, map[string]func(){"signpost": main})
}

// testMain closes what the tests of this package share.
type testMain struct{ m *testing.M }

func (t testMain) Run() int {
	flag.Parse()
	code := t.m.Run()
	closeShared()
	return code
}

// TestScripts runs testdata/script: each says what a person types, and what
// comes of it. UPDATE=1 rewrites what it expects.
func TestScripts(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLE", filepath.Join(here, "testdata", "example"))
			env.Setenv("REAL", filepath.Join(here, ".."))
			env.Setenv("THEME", filepath.Join(here, "..", "themes", "signpost"))
			return nil
		},
	})
}
