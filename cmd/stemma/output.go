package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"unicode"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/render"
)

// common are the flags of every command that reads reports.
type common struct {
	JSON     string `name:"json" placeholder:"FILE" help:"Write the result as JSON (- is stdout)."`
	Jobs     int    `placeholder:"N" help:"Reports read at once (default: one a core). The result is the same with any number."`
	MaxBytes int64  `name:"max-bytes" placeholder:"N" help:"Largest report, in bytes (default: 8 MiB); larger ones are named in the ledger."`
	Quiet    bool   `short:"q" help:"No progress and no warnings on stderr."`
	NoColor  bool   `name:"no-color" help:"No colour (also: the environment variable NO_COLOR)."`
}

// pipeline readies the stages, with progress on a terminal.
func (c *common) pipeline(s streams) (*pipeline.Pipeline, func(), error) {
	jobs := c.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	progress, done := newProgress(s.err, c.Quiet)
	p, err := pipeline.New(pipeline.Options{Jobs: jobs, MaxBytes: c.MaxBytes, Stdin: s.in, Progress: progress})
	return p, done, err
}

// style is how text is printed: in colour on a terminal, 80 columns wide
// unless the terminal says otherwise.
func (c *common) style(out io.Writer) render.Style {
	style := render.Style{Width: 80, Color: !c.NoColor && os.Getenv("NO_COLOR") == "" && isTerminal(out)}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && isTerminal(out) {
		style.Width = min(max(n, 40), 120)
	}
	return style
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// deliver writes a rendering to a file, or to stdout for "-"; nothing for "".
func deliver(name string, s streams, write func(io.Writer) error) error {
	switch name {
	case "":
		return nil
	case "-":
		return write(s.out)
	}
	return writeFile(name, write)
}

// writeFile writes beside the file and renames, so that a file is never there
// half.
func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("%s: %w", name, bare(err))
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.Rename(f.Name(), name)
}

// unread is exit code 3 when an input could not be read, else nil.
func unread(ledger []stemma.LedgerRow) error {
	for _, row := range ledger {
		if row.Outcome == stemma.Failed {
			return exit{code: exitUnread}
		}
	}
	return nil
}

// warnUnread names the inputs that could not be read on stderr, and what of
// others was not understood.
func (c *common) warnUnread(ledger []stemma.LedgerRow, s streams) {
	if c.Quiet {
		return
	}
	for _, row := range ledger {
		if row.Outcome == stemma.Failed {
			fmt.Fprintf(s.err, "stemma: not read: %s: %s\n", printable(row.Input), printable(row.Reason))
		} else if row.Note != "" {
			fmt.Fprintf(s.err, "stemma: %s: %s\n", printable(row.Input), printable(row.Note))
		}
	}
}

// bare drops the name of the temporary file from an error, which is not the
// one that was asked for.
func bare(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}

// printable quotes control characters, which could command the terminal: a
// file may be called anything.
func printable(s string) string {
	for _, r := range s {
		if !unicode.IsPrint(r) {
			return strconv.Quote(s)
		}
	}
	return s
}
