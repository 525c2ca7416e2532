package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"stemma/internal/ingest"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "archives:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("usage: archives make [-pages N] FILE | archives read [-jobs N] FILE")

func run(args []string) error {
	if len(args) == 0 {
		return errUsage
	}
	flags := flag.NewFlagSet("archives", flag.ContinueOnError)
	pages := flags.Int("pages", 20_000, "pages to write")
	jobs := flags.Int("jobs", runtime.NumCPU(), "cores to use")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	switch {
	case flags.NArg() != 1:
		return errUsage
	case args[0] == "make":
		return makeArchive(flags.Arg(0), *pages)
	case args[0] == "read":
		return read(flags.Arg(0), *jobs)
	}
	return errUsage
}

// read reads an archive, and prints the seconds, the pages, the bytes of these,
// and the peak of memory in MB.
func read(file string, jobs int) error {
	var pages, size atomic.Int64
	began := time.Now()
	o := ingest.Options{Jobs: jobs}
	_, err := ingest.Stream(context.Background(), []string{file}, o, func(b ingest.Batch) error {
		for i := range b.Items {
			size.Add(int64(len(b.Items[i].Data)))
		}
		pages.Add(int64(len(b.Items)))
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Printf("%.3f %d %d %d\n", time.Since(began).Seconds(), pages.Load(), size.Load(), peak())
	return nil
}

// peak is the largest resident set so far in MB, where the system tells it.
func peak() int {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		kilobytes := 0
		if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kilobytes); n == 1 {
			return kilobytes / 1000
		}
	}
	return 0
}
