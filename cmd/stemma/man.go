package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// manCmd prints the manual page; "make dist" puts it into the packages.
type manCmd struct{}

func (manCmd) Run(s streams, k *kong.Context) error {
	out := bufio.NewWriter(s.out)
	fmt.Fprintf(out, ".TH STEMMA 1 %q \"stemma %s\" \"User Commands\"\n", dateOfBuild(), version)
	fmt.Fprint(out, ".SH NAME\nstemma \\- the family tree of a news story\n")
	fmt.Fprint(out, ".SH SYNOPSIS\n.B stemma\n.I command\n[\\fIoptions\\fR] [\\fIinputs\\fR]\n.SH DESCRIPTION\n.nf\n")
	fmt.Fprintln(out, roff(k.Model.Help))
	fmt.Fprint(out, ".fi\n.SH COMMANDS\n")
	for _, c := range k.Model.Leaves(true) {
		manCommand(out, c)
	}
	fmt.Fprint(out, ".SH EXIT STATUS\n0 done; 1 failed; 2 usage; 3 finished, but some inputs could not be read; "+
		"4 \\-\\-fail\\-on hit; 130 interrupted.\n")
	return out.Flush()
}

// dateOfBuild is the date that SOURCE_DATE_EPOCH says, as "make dist" sets it; "" where
// nobody says one.
func dateOfBuild() string {
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return ""
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
}

func manCommand(out *bufio.Writer, c *kong.Node) {
	fmt.Fprintf(out, ".SS %s\n%s\n", roff(c.Summary()), roff(c.Help))
	if c.Detail != "" {
		fmt.Fprintf(out, ".PP\n.nf\n%s\n.fi\n", roff(c.Detail))
	}
	for _, group := range c.AllFlags(true) {
		for _, f := range group {
			if f.Name != "help" {
				fmt.Fprintf(out, ".TP\n.B %s\n%s\n", roff(f.String()), roff(f.Help))
			}
		}
	}
}

// roff is a text in which nothing is a request: a backslash and a dash are
// escaped, and so is a line that begins with a dot or an apostrophe.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
