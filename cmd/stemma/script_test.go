package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain runs the tests, or, in a process that [programAgain] begins, one command of
// Stemma: before testscript makes a folder, which a killed process leaves behind.
func TestMain(m *testing.M) {
	if args := os.Getenv("STEMMA_KILLED_COMMAND"); args != "" {
		os.Exit(run(strings.Split(args, "\n"), streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
	}
	testscript.Main(m, map[string]func(){
		"stemma": func() { os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})) },
	})
}

// TestScripts runs the scripts in testdata/script. Beside the usual commands
// they know:
//
//	ends CODE ARG…          runs stemma and checks the code it ends with
//	narrow N FILE           no line of the file has more than N characters
//	json FILE PATH WANT     the value at the path: keys and indexes with dots
//	                        between; "len" at the end is the length of a list
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ends": ends, "narrow": narrow, "json": jsonAt,
		},
	})
}

func ends(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: ends CODE ARG…")
	}
	code := 0
	var ended *exec.ExitError
	if err := ts.Exec("stemma", args[1:]...); errors.As(err, &ended) {
		code = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if want, err := strconv.Atoi(args[0]); err != nil || code != want {
		ts.Fatalf("ended with %d, not %s", code, args[0])
	}
}

func narrow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: narrow N FILE")
	}
	limit, err := strconv.Atoi(args[0])
	ts.Check(err)
	text := ts.ReadFile(args[1])
	if strings.TrimSpace(text) == "" {
		ts.Fatalf("%s is empty", args[1])
	}
	for n, line := range strings.Split(text, "\n") {
		if width := utf8.RuneCountInString(line); width > limit {
			ts.Fatalf("line %d has %d characters: %s", n+1, width, line)
		}
	}
}

func jsonAt(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: json FILE PATH WANT")
	}
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &v))
	for _, step := range strings.Split(args[1], ".") {
		next, err := stepInto(v, step)
		ts.Check(err)
		v = next
	}
	if got := fmt.Sprint(v); (got == args[2]) == neg {
		ts.Fatalf("%s is %s", args[1], got)
	}
}

func stepInto(v any, step string) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		if value, ok := v[step]; ok {
			return value, nil
		}
	case []any:
		if step == "len" {
			return len(v), nil
		}
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(v) {
			return v[i], nil
		}
	}
	return nil, fmt.Errorf("no %q in %.200v", step, v)
}
