package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A lambda is a host that runs functions: the program asks it for the next
// request, and sends it the answer.
type lambda struct {
	requests chan string
	answers  chan string
}

func (l *lambda) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasSuffix(r.URL.Path, "/invocation/next"):
		select {
		case request := <-l.requests:
			w.Header().Set("Lambda-Runtime-Aws-Request-Id", "1")
			w.Header().Set("Lambda-Runtime-Deadline-Ms", fmt.Sprint(time.Now().Add(time.Minute).UnixMilli()))
			io.WriteString(w, request)
		case <-r.Context().Done():
		}
	default: // the answer, or the failure, of an invocation
		body, _ := io.ReadAll(r.Body)
		w.WriteHeader(http.StatusAccepted)
		l.answers <- r.URL.Path + "\n" + string(body)
	}
}

// TestFunction starts the function as its host does, from a folder that has
// nothing else, and asks it what a browser without script would ask.
func TestFunction(t *testing.T) {
	realSite.build(t)
	folder := t.TempDir()
	maker, function := filepath.Join(folder, "maker"), filepath.Join(folder, "functions", "find")
	for _, c := range [][]string{{"go", "build", "-o", maker, "../search/function"}, {maker, "--carry", realSite.out, "--to", function}} {
		if out, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", c, err, out)
		}
	}
	host := &lambda{make(chan string), make(chan string, 1)}
	api := httptest.NewServer(host)
	defer api.Close()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	c := exec.CommandContext(ctx, function)
	c.Dir, c.Env = folder, []string{"AWS_LAMBDA_RUNTIME_API=" + strings.TrimPrefix(api.URL, "http://"), "TMPDIR=" + folder}
	var said strings.Builder
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	host.requests <- `{"httpMethod":"GET","path":"/find/","queryStringParameters":{"q":"speach therapy leeds zebrafish"}}`
	var answer struct {
		StatusCode        int
		MultiValueHeaders http.Header
		Body              string
	}
	path, body, _ := strings.Cut(<-host.answers, "\n")
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%s: %v\n%s", path, err, body)
	}
	for _, want := range []string{"0113 378 5020", "/help/health/", "We looked for", `value="speach therapy leeds zebrafish"`} {
		if !strings.Contains(answer.Body, want) {
			t.Errorf("the answer lacks %q", want)
		}
	}
	h := answer.MultiValueHeaders
	if answer.StatusCode != 200 || h.Get("Cache-Control") != "no-store" || !strings.Contains(h.Get("Content-Security-Policy"), "frame-ancestors 'none'") || !strings.HasPrefix(h.Get("Content-Type"), "text/html") {
		t.Errorf("%d with headers %v", answer.StatusCode, h)
	}
	stop()
	_ = c.Wait()
	if strings.Contains(said.String(), "zebrafish") {
		t.Errorf("the function writes down what was asked: %s", said.String())
	}
}

// TestFunctionWithoutBuild: a program that carries nothing says what to do.
func TestFunctionWithoutBuild(t *testing.T) {
	program := filepath.Join(t.TempDir(), "maker")
	if out, err := exec.Command("go", "build", "-o", program, "../search/function").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, args := range [][]string{nil, {"--carry", "x"}, {"--carry", os.TempDir() + "/nothing", "--to", filepath.Join(t.TempDir(), "f")}} {
		if out, err := exec.Command(program, args...).CombinedOutput(); err == nil || !strings.HasPrefix(string(out), "function: ") {
			t.Errorf("%q: %v, %s", args, err, out)
		}
	}
}
