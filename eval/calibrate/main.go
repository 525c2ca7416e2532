package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"stemma/internal/derive"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("calibrate", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "the folder with stories/real and the made-up piles")
	golden := flags.String("stories", "testdata/stories", "the golden stories")
	own := flags.String("piles", "testdata/piles", "the repository's own gold piles")
	rows := flags.String("rows", "", "write the labelled pairs to this file")
	clauses := flags.Bool("claims", false, "fit the weights of joined clauses (internal/align/weights.go) instead")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *clauses {
		all, err := tellings(context.Background(), *shared)
		if err == nil {
			fmt.Fprint(out, claims(all))
		}
		return err
	}
	samples, err := collect(context.Background(), *shared, *golden, *own)
	if err != nil {
		return err
	}
	if len(samples) == 0 {
		return fmt.Errorf("no story with gold below %s, %s or %s", *shared, *golden, *own)
	}
	if *rows != "" {
		if err := os.WriteFile(*rows, []byte(table(samples)), 0o644); err != nil {
			return err
		}
	}
	samples, twins := apart(samples)
	fmt.Fprint(out, weightsText(fit(samples)))
	fmt.Fprint(out, "\n", reliability(leaveOneOut(samples), "leaving one story out"))
	fmt.Fprint(out, "\n", reliability(atPresent(samples), "by the weights in internal/derive"))
	fmt.Fprint(out, "\n", oneText(twins))
	return nil
}

// apart takes the twins from the pairs: of two that hang from one text no descent is
// told.
func apart(samples []sample) (descents, twins []sample) {
	for _, s := range samples {
		if s.twins {
			twins = append(twins, s)
		} else {
			descents = append(descents, s)
		}
	}
	return descents, twins
}

// oneText lists the pairs that are said to print one text.
func oneText(twins []sample) string {
	var b strings.Builder
	b.WriteString("said to print one text, with no direction:\n")
	for _, s := range twins {
		if s.exemplar < s.copy {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", s.story, s.exemplar, s.copy)
		}
	}
	return b.String()
}

// atPresent gives the confidence by the weights that the program has.
func atPresent(samples []sample) []judged {
	var all []judged
	for _, s := range samples {
		all = append(all, judged{derive.Stated(s.traces), s.right})
	}
	return all
}

// table writes the labelled pairs, one a line, tabs between the fields.
func table(samples []sample) string {
	var b strings.Builder
	b.WriteString("story\texemplar\tcopy\tright")
	for i := range len(derive.Traces{}) {
		b.WriteString("\t" + derive.Trace(i).String())
	}
	b.WriteString("\n")
	for _, s := range samples {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%v", s.story, s.exemplar, s.copy, s.right)
		for _, x := range s.traces {
			fmt.Fprintf(&b, "\t%.3f", x)
		}
		b.WriteString("\n")
	}
	return b.String()
}
