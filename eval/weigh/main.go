package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "weigh:", err)
		os.Exit(1)
	}
}

func run(args []string, out, notes io.Writer) error {
	flags := flag.NewFlagSet("weigh", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "the folder with the folder data")
	check := flags.Bool("check", false, "cross-validate too")
	if err := flags.Parse(args); err != nil {
		return err
	}
	data := filepath.Join(*shared, "data")
	for _, language := range []string{"english", "plain"} {
		close, support, err := samplesOf(data, language, notes)
		if err != nil {
			return err
		}
		if len(close) == 0 || len(support) == 0 {
			fmt.Fprintf(notes, "skipped: nothing to fit the %s weights on below %s\n", language, data)
			continue
		}
		fmt.Fprint(out, table(language, fitCloseness(close), fitSame(close), fitSupport(support)))
		if *check {
			fmt.Fprint(out, checkCloseness(close), checkSame(close), checkSupport(support))
		}
	}
	return nil
}
