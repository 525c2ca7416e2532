package main

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// TestGrammarOf: what is said of a command is the same, whether the whole command line is read
// for it or only that command.
func TestGrammarOf(t *testing.T) {
	said := func(grammar any, args []string) string {
		var out bytes.Buffer
		parser, err := newParser(grammar, streams{out: &out, err: &out}, func(int) {})
		if err != nil {
			t.Fatal(err)
		}
		if _, err = parser.Parse(args); err != nil {
			out.WriteString(err.Error() + " " + asked(err))
		}
		return out.String()
	}
	lines := "trace|trace --help|trace --nonsense x|trace --version|quotes a b c|reuse-step --help|reusestep|" +
		"reuse --help|case|case --help|case add --help|case nonsense|index query --help|serve --listen|version|" +
		"completion bash|man|--help|nonsense|--version|export --help|tracé|case trace --help|compare a|-"
	for line := range strings.SplitSeq(lines, "|") {
		args := strings.Fields(line)
		if got, want := said(grammarOf(args), args), said(&cli{}, args); got != want {
			t.Errorf("%s:\n%s\nand of the whole command line\n%s", line, got, want)
		}
	}
	for _, all := range []string{"completion", "man", "--help", "nonsense"} {
		if _, is := grammarOf([]string{all}).(*cli); !is {
			t.Errorf("%s is told a part of the command line", all)
		}
	}
	if n := reflect.TypeOf(grammarOf([]string{"reuse-step"})).Elem().NumField(); n != 2 {
		t.Errorf("reuse-step is read by %d fields", n)
	}
}
