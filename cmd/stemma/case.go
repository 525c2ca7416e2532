package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"stemma"
	"stemma/internal/correct"
	"stemma/internal/store"
)

// caseCmd is the work on a case, which is one file.
type caseCmd struct {
	New     caseNewCmd     `cmd:"" help:"Begin a case."`
	Add     caseAddCmd     `cmd:"" help:"Add reports to a case, as they are."`
	Trace   caseTraceCmd   `cmd:"" help:"Trace the reports of a case, with its corrections."`
	Correct caseCorrectCmd `cmd:"" help:"Add a line of corrections to a case."`
	Undo    caseUndoCmd    `cmd:"" help:"Withdraw a correction."`
	Show    caseShowCmd    `cmd:"" help:"What a case holds."`
	Export  caseExportCmd  `cmd:"" help:"Write what was found in a case as tables, GraphML and others."`
	Find    caseFindCmd    `cmd:"" hidden:"" help:"Find anew what a server shows of a case."`
}

func (c *caseCmd) Help() string {
	return `A case is one file. It keeps the reports as they came, what was found, and the
corrections that its users make.

  stemma case new --case story.case
  stemma case add --case story.case pile/
  stemma case trace --case story.case --html story.html
  stemma case correct --case story.case 'descent: 02.txt not from 01.txt'
  stemma serve --case story.case`
}

// caseFlag names the case.
type caseFlag struct {
	Case string `required:"" placeholder:"FILE" help:"The file of the case, or postgres://HOST/DATABASE?case=NAME."`
}

// openCase opens the case; a file that is none is a mistake of usage.
func (f *caseFlag) openCase() (store.Case, error) {
	c, err := store.Open(f.Case)
	if errors.Is(err, os.ErrNotExist) {
		name := printable(store.Name(f.Case))
		err = fmt.Errorf("--case %s: there is no such case: stemma case new --case %s begins one", name, name)
		return nil, exit{exitUsage, err}
	}
	if errors.Is(err, store.ErrNoCase) || errors.Is(err, store.ErrNewer) {
		return nil, exit{exitUsage, fmt.Errorf("--case: %w", err)}
	}
	return c, err
}

type caseNewCmd struct{ caseFlag }

func (c *caseNewCmd) Run(s streams) error {
	made, err := store.Create(c.Case)
	if errors.Is(err, os.ErrExist) {
		return exit{exitUsage, fmt.Errorf("--case %s: is there already", printable(store.Name(c.Case)))}
	}
	if err != nil {
		return err
	}
	return made.Close()
}

type caseAddCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for stdin."`
	caseFlag
	common
}

func (c *caseAddCmd) Run(ctx context.Context, s streams) error {
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	p, done, err := c.pipeline(s)
	if err != nil {
		return err
	}
	if err := safe(append([]string{c.Case}, c.Inputs...), c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	captures, ledger, err := p.Read(ctx, c.Inputs)
	done()
	if err != nil {
		return err
	}
	added, err := kept.Add(ctx, captures, time.Now())
	if err != nil {
		return err
	}
	c.warnUnread(ledger, s)
	if c.JSON != "-" {
		fmt.Fprintf(s.out, "%d added, %d there already\n", added, len(captures)-added)
	}
	err = deliver(c.JSON, s, func(w io.Writer) error {
		return json.NewEncoder(w).Encode(addition{addedSchema, added, append([]stemma.LedgerRow{}, ledger...)})
	})
	return cmp.Or(err, unread(ledger, len(captures)))
}

type caseTraceCmd struct {
	caseFlag
	pageFlags
	Story bool `name:"story" help:"The case is one story: it is not told apart."`
	aliasFlag
	common
}

func (c *caseTraceCmd) Run(ctx context.Context, s streams) error {
	if err := safe(c.with([]string{c.Case}), c.Force, s, c.targets(c.common)...); err != nil {
		return err
	}
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	defer steadily(keptMemory, tracePercent)()
	d, err := c.tracer(kept, s).trace(ctx)
	if err != nil {
		return err
	}
	c.warnUnread(d.Ledger, s)
	if !c.Quiet {
		for _, x := range d.Corrections {
			if !x.Applied {
				fmt.Fprintf(s.err, "stemma: correction %d: not applied: %s\n", x.Line, printable(x.Reason))
			}
		}
	}
	if err := c.write(d, s, c.common); err != nil {
		return err
	}
	if len(d.Ledger) == 0 {
		return exit{exitUnread, fmt.Errorf("the case has no reports: stemma case add --case %s INPUT adds some",
			printable(store.Name(c.Case)))}
	}
	return unread(d.Ledger, len(d.Reports))
}

func (c *caseTraceCmd) tracer(kept store.Case, s streams) *caseTracer {
	return &caseTracer{Case: kept, common: &c.common, aliases: &c.aliasFlag, s: s, oneStory: c.Story}
}

// corrections gives those of a case that stand; a correction's line is its number.
func corrections(ctx context.Context, c store.Case) ([]stemma.Correction, error) {
	all, err := c.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	var text strings.Builder
	var numbers []int
	for _, x := range all {
		if x.Withdrawn.IsZero() {
			fmt.Fprintf(&text, "by: %s, %s\n%s\n", x.By, x.At.Format(time.DateOnly), x.Line)
			numbers = append(numbers, int(x.Number))
		}
	}
	said, err := correct.Parse("case", text.String())
	if err != nil {
		return nil, err
	}
	for i := range said {
		said[i].Line = numbers[i]
	}
	return said, nil
}

type caseCorrectCmd struct {
	Line string `arg:"" help:"A line as --corrections has it: descent: 02.txt not from 01.txt"`
	By   string `placeholder:"NAME" env:"STEMMA_BY" help:"Who says so (default: $STEMMA_BY)."`
	caseFlag
}

func (c *caseCorrectCmd) Run(ctx context.Context, s streams) error {
	line, err := oneCorrection(c.Line)
	if err != nil {
		return exit{exitUsage, err}
	}
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	number, err := kept.Correct(ctx, line, oneLine(strings.ReplaceAll(c.By, ",", " ")), time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "correction %d\n", number)
	return err
}

// oneCorrection is a line with one correction in it, as it is kept.
func oneCorrection(line string) (string, error) {
	line = oneLine(line)
	said, err := correct.Parse("correction", line)
	switch {
	case err != nil:
		err = errors.New(strings.Replace(err.Error(), "correction:1: ", "correction: ", 1))
	case len(said) != 1:
		err = errors.New("correction: there is none in the line")
	}
	return line, err
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

type caseUndoCmd struct {
	Number int64 `arg:"" help:"The number of the correction, as stemma case show has it."`
	caseFlag
}

func (c *caseUndoCmd) Run(ctx context.Context) error {
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	err = kept.Withdraw(ctx, c.Number, time.Now())
	if errors.Is(err, store.ErrUnknown) {
		return exit{exitUsage, err}
	}
	return err
}

type caseShowCmd struct{ caseFlag }

func (c *caseShowCmd) Run(ctx context.Context, s streams) error {
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	captures, err := kept.Captures(ctx)
	if err != nil {
		return err
	}
	all, err := kept.Corrections(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s\n", counting(len(captures), "report"))
	for i := range captures {
		fmt.Fprintf(s.out, "  %.12s %s\n", captures[i].SHA256, printable(captures[i].Input))
	}
	fmt.Fprintf(s.out, "%s\n", counting(len(all), "correction"))
	for _, x := range all {
		note := ""
		if !x.Withdrawn.IsZero() {
			note = "  withdrawn " + x.Withdrawn.Format(time.DateOnly)
		}
		fmt.Fprintf(s.out, "  %d %s  (%s)%s\n", x.Number, printable(x.Line), signedBy(x), note)
	}
	return nil
}

// counting is a number of things.
func counting(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

func signedBy(x store.Correction) string {
	if x.By == "" {
		return x.At.Format(time.DateOnly)
	}
	return printable(x.By) + ", " + x.At.Format(time.DateOnly)
}

type caseExportCmd struct {
	caseFlag
	exportFlags
	Corrections string `placeholder:"FILE" help:"The corrections that stand, as --corrections reads them."`
}

func (c *caseExportCmd) Run(ctx context.Context, s streams) error {
	said := target{"--corrections", c.Corrections}
	if err := c.safe([]string{c.Case}, s, said); err != nil {
		return err
	}
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	if err := deliver(c.Corrections, s, func(w io.Writer) error { return writeCorrections(ctx, w, kept) }); err != nil {
		return err
	}
	if len(c.outputs()) == 0 {
		return nil
	}
	defer steadily(keptMemory, tracePercent)()
	d, err := (&caseTracer{Case: kept, common: &common{Quiet: true}, aliases: &aliasFlag{}, s: s}).trace(ctx)
	if err != nil {
		return err
	}
	return c.export(d, s)
}

func writeCorrections(ctx context.Context, w io.Writer, c store.Case) error {
	said, err := corrections(ctx, c)
	if err != nil {
		return err
	}
	for _, x := range said {
		if _, err := fmt.Fprintf(w, "by: %s, %s\n%s\n", x.By, x.On, x.Text); err != nil {
			return err
		}
	}
	return nil
}
