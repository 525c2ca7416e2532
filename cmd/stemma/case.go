package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"stemma"
	"stemma/internal/correct"
	"stemma/internal/pipeline"
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
}

// caseFlag names the case.
type caseFlag struct {
	Case string `required:"" placeholder:"FILE" help:"The file of the case."`
}

// openCase opens the case; a file that is none is a mistake of usage.
func (f *caseFlag) openCase() (store.Case, error) {
	c, err := store.Open(f.Case)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, store.ErrNoCase) || errors.Is(err, store.ErrNewer) {
		return nil, exit{exitUsage, fmt.Errorf("--case: %w", err)}
	}
	return c, err
}

type caseNewCmd struct{ caseFlag }

func (c *caseNewCmd) Run(s streams) error {
	made, err := store.Create(c.Case)
	if errors.Is(err, os.ErrExist) {
		return exit{exitUsage, fmt.Errorf("--case %s: is there already", printable(c.Case))}
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
	fmt.Fprintf(s.out, "%d added, %d in the case before\n", added, len(captures)-added)
	return unread(ledger, len(captures))
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
	return unread(d.Ledger, len(d.Reports))
}

func (c *caseTraceCmd) tracer(kept store.Case, s streams) *caseTracer {
	return &caseTracer{Case: kept, common: &c.common, aliases: &c.aliasFlag, s: s, oneStory: c.Story}
}

// caseTracer traces a case, and keeps what is found in it.
type caseTracer struct {
	store.Case
	common   *common
	aliases  *aliasFlag
	s        streams
	oneStory bool
}

// traceStage and reportStage are what is kept of a trace.
const (
	traceStage  = "trace"
	reportStage = "report"
)

// trace gives what is found in the case: what was kept, where neither the reports
// nor the corrections nor the program have changed since.
func (t *caseTracer) trace(ctx context.Context) (*stemma.Dossier, error) {
	captures, err := t.Captures(ctx)
	if err != nil {
		return nil, err
	}
	said, err := corrections(ctx, t.Case)
	if err != nil {
		return nil, err
	}
	version, err := programDigest()
	if err != nil {
		return nil, err
	}
	key, err := t.key(captures, said)
	if err != nil {
		return nil, err
	}
	found, err := t.Results(ctx, traceStage, version)
	if err != nil {
		return nil, err
	}
	if found[key] != nil {
		return store.Decode(found[key])
	}
	d, err := t.anew(ctx, version, captures, said)
	if err != nil {
		return nil, err
	}
	return d, t.keep(ctx, captures, said, d)
}

// keep keeps what was found.
func (t *caseTracer) keep(
	ctx context.Context, captures []stemma.Capture, said []stemma.Correction, d *stemma.Dossier,
) error {
	version, err := programDigest()
	if err != nil {
		return err
	}
	key, err := t.key(captures, said)
	if err != nil {
		return err
	}
	data, err := store.Encode(d)
	if err != nil {
		return err
	}
	return t.Keep(ctx, traceStage, version, map[string][]byte{key: data})
}

// anew runs the stages; reports that were read before are not read again.
func (t *caseTracer) anew(
	ctx context.Context, version string, captures []stemma.Capture, said []stemma.Correction,
) (*stemma.Dossier, error) {
	found, err := t.Results(ctx, reportStage, version)
	if err != nil {
		return nil, err
	}
	memory := &reportMemory{known: found, made: map[string][]byte{}}
	list, err := t.aliases.read()
	if err != nil {
		return nil, exit{exitUsage, err}
	}
	o, done := t.common.options(t.s)
	defer done()
	o.Aliases, o.Corrections, o.Memory = list, said, memory
	p, err := pipeline.New(o)
	if err != nil {
		return nil, err
	}
	if t.oneStory {
		p = p.AsOneStory()
	}
	d, err := p.TraceCaptures(ctx, captures, nil)
	if err != nil {
		return nil, err
	}
	return d, t.Keep(ctx, reportStage, version, memory.made)
}

// key is a digest of all that a trace of the case depends on but the program.
func (t *caseTracer) key(captures []stemma.Capture, said []stemma.Correction) (string, error) {
	h := sha256.New()
	for _, c := range captures {
		fmt.Fprintf(h, "%q %s %v %d\n", c.Input, c.SHA256, c.Record, len(c.Data))
	}
	for _, c := range said {
		fmt.Fprintf(h, "%q %q %q %d\n", c.Text, c.By, c.On, c.Line)
	}
	if t.aliases.Aliases != "" {
		text, err := readList("--aliases", t.aliases.Aliases)
		if err != nil {
			return "", exit{exitUsage, err}
		}
		fmt.Fprintf(h, "%q\n", text)
	}
	fmt.Fprint(h, t.oneStory)
	return hex.EncodeToString(h.Sum(nil)), nil
}

// programDigest tells one build of the program from every other one, so that what
// an older one found is not taken for this one's.
func programDigest() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)[:12]), nil
}

// reportMemory has the reports that a case has read.
type reportMemory struct {
	known map[string][]byte
	mu    sync.Mutex
	made  map[string][]byte
}

func (m *reportMemory) Recall(capture string) (stemma.Report, bool) {
	if m.known[capture] == nil {
		return stemma.Report{}, false
	}
	d, err := store.Decode(m.known[capture])
	if err != nil || len(d.Reports) != 1 {
		return stemma.Report{}, false
	}
	return d.Reports[0], true
}

func (m *reportMemory) Remember(capture string, r stemma.Report) {
	data, err := store.Encode(&stemma.Dossier{Reports: []stemma.Report{r}})
	if err != nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made[capture] = data
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
	By   string `placeholder:"NAME" help:"Who says so."`
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
	if err == nil && len(said) != 1 {
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
	fmt.Fprintf(s.out, "%d reports\n", len(captures))
	for i := range captures {
		fmt.Fprintf(s.out, "  %.12s %s\n", captures[i].SHA256, printable(captures[i].Input))
	}
	fmt.Fprintf(s.out, "%d corrections\n", len(all))
	for _, x := range all {
		note := ""
		if !x.Withdrawn.IsZero() {
			note = "  withdrawn " + x.Withdrawn.Format(time.DateOnly)
		}
		fmt.Fprintf(s.out, "  %d %s  (%s)%s\n", x.Number, printable(x.Line), signedBy(x), note)
	}
	return nil
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
