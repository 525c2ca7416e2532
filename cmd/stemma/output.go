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
	"stemma/internal/ingest"
	"stemma/internal/name"
	"stemma/internal/pipeline"
	"stemma/internal/render"
)

// common are the flags of every command that reads reports.
type common struct {
	JSON     string `name:"json" placeholder:"FILE" help:"Write the result as JSON (- is stdout)."`
	Jobs     int    `placeholder:"N" help:"${jobs}"`
	MaxBytes size   `name:"max-bytes" placeholder:"SIZE" help:"${max_bytes}"`
	fieldFlags
	Force   bool `help:"Write over files that Stemma did not write (never over an input)."`
	Quiet   bool `short:"q" help:"No progress and no warnings on stderr."`
	NoColor bool `name:"no-color" help:"No colour (also: the environment variable NO_COLOR)."`
}

// fieldFlags say how the user's records are to be read.
type fieldFlags struct {
	Field []field `name:"field" sep:"none" placeholder:"NAME=COLUMN" help:"${field}"`
}

// field is one of them.
type field ingest.Field

// UnmarshalText reads NAME=COLUMN.
func (f *field) UnmarshalText(text []byte) error {
	read, err := ingest.ParseField(string(text))
	*f = field(read)
	return err
}

// fields are the names of the user's records.
func (f *fieldFlags) fields() []ingest.Field {
	var all []ingest.Field
	for _, one := range f.Field {
		all = append(all, ingest.Field(one))
	}
	return all
}

// pipeline readies the stages, with progress on a terminal.
func (c *common) pipeline(s streams) (*pipeline.Pipeline, func(), error) {
	return c.pipelineWith(s, nil, nil)
}

// pipelineWith is pipeline with names that the user adds, and what he corrects.
func (c *common) pipelineWith(
	s streams, aliases *name.Aliases, said []stemma.Correction,
) (*pipeline.Pipeline, func(), error) {
	o, done := c.options(s)
	o.Aliases, o.Corrections = aliases, said
	p, err := pipeline.New(o)
	return p, done, err
}

// options are how the flags want the pile worked through.
func (c *common) options(s streams) (o pipeline.Options, done func()) {
	jobs := c.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	// What is written to a terminal as it is found would stand between the lines of a bar.
	progress, done := newProgress(s.err, c.Quiet || c.JSON == "-" && isTerminal(s.out))
	return pipeline.Options{
		Jobs: jobs, MaxBytes: int64(c.MaxBytes), Stdin: s.in, Fields: c.fields(), Progress: progress,
	}, done
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
// half. What is no file, such as a device or a pipe, is written as it is.
func writeFile(name string, write func(io.Writer) error) error {
	to := &writing{name: name}
	if err := to.open(); err != nil {
		return to.end(err)
	}
	return to.end(write(to))
}

// writing is a file that is being written, and opened with its first bytes.
type writing struct {
	name   string
	device bool
	f      *os.File
}

func (w *writing) Write(b []byte) (int, error) {
	if err := w.open(); err != nil {
		return 0, err
	}
	return w.f.Write(b)
}

func (w *writing) open() (err error) {
	if w.f != nil {
		return nil
	}
	if info, err := os.Stat(w.name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		w.device = true
	}
	if w.device {
		w.f, err = os.OpenFile(w.name, os.O_WRONLY, 0)
	} else {
		w.f, err = os.CreateTemp(filepath.Dir(w.name), "."+filepath.Base(w.name)+".*")
	}
	return bare(err)
}

// end ends the writing, with the error that it met, or nil.
func (w *writing) end(met error) error {
	if met == nil {
		met = w.open()
	}
	if w.f == nil {
		return fmt.Errorf("%s: %w", w.name, met)
	}
	if w.device {
		met = errors.Join(met, w.f.Close())
	} else {
		if met == nil {
			met = w.f.Chmod(0o644)
		}
		if err := w.f.Close(); met == nil {
			met = err
		}
		defer os.Remove(w.f.Name()) // which is gone where it was renamed
	}
	if met != nil {
		return fmt.Errorf("%s: %w", w.name, met)
	}
	if w.device {
		return nil
	}
	return os.Rename(w.f.Name(), w.name)
}

// unread is exit code 3 when an input could not be read, or none was at all;
// else nil.
func unread(ledger []stemma.LedgerRow, reports int) error {
	for _, row := range ledger {
		if row.Outcome == stemma.Failed {
			return exit{code: exitUnread}
		}
	}
	if reports == 0 {
		return exit{exitUnread, errors.New("there was nothing to read")}
	}
	return nil
}

// unjudged are the stories of which nothing could be told, as stderr names them.
type unjudged []string

// note notes a story if it is one.
func (u *unjudged) note(story *stemma.Story) {
	if story.Fault != "" {
		*u = append(*u, fmt.Sprintf("the story “%s” of %d reports: %s", printable(story.Title),
			len(story.Witnesses), printable(story.Fault)))
	}
}

// warn names them on stderr; the error has the right exit code if there are any.
func (u unjudged) warn(c *common, s streams) error {
	if len(u) == 0 {
		return nil
	}
	for _, story := range u {
		if !c.Quiet {
			fmt.Fprintf(s.err, "stemma: not judged: %s\n", story)
		}
	}
	return exit{code: exitUnread}
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
