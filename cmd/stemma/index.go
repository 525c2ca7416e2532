package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"stemma"
	"stemma/internal/index"
	"stemma/internal/ingest"
	"stemma/internal/pipeline"
)

type indexCmd struct {
	Add   indexAddCmd   `cmd:"" help:"Add reports to an index; it is made where there is none."`
	Query indexQueryCmd `cmd:"" help:"Print every passage that reports share with those of an index."`
}

func (i *indexCmd) Help() string {
	return `An index is a folder that keeps an archive of reports. A report that is added
under a name that the index knows replaces the older one; the name is the
record's id, or the file's path. Its files are checked when they are read; what
is damaged is named.

  stemma index add archive.index reports.jsonl
  stemma index query archive.index article.txt`
}

type indexAddCmd struct {
	Index  string   `arg:"" help:"The index, a folder."`
	Inputs []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	common
}

func (c *indexAddCmd) Help() string {
	return `All reports are added or, when something fails, none. Once it says that they
are added, they last; it may then go on merging files for a while, and nothing
is lost when that is ended.

  stemma index add archive.index reports.jsonl
  cat new.jsonl | stemma index add archive.index -`
}

// addMemory is below what the collector is lazy while reports are added: what
// is alive on two cores is about 200 MB. Files that are mapped come on top.
const addMemory = 400 << 20

func (c *indexAddCmd) Run(ctx context.Context, s streams) error {
	if err := safe(c.Inputs, c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	defer lazily(addMemory)()
	adder, err := index.OpenAdder(c.Index, c.Jobs)
	if err != nil {
		return err
	}
	defer adder.Close()
	added := addition{Schema: addedSchema}
	added.Ledger, err = c.reports(ctx, s, c.Inputs, c.JSON != "", func(all []index.Report) (func() error, error) {
		return func() error {
			added.Added += len(all)
			for _, r := range all {
				if err := adder.Add(r); err != nil {
					return err
				}
			}
			return nil
		}, nil
	})
	if err != nil {
		return err
	}
	if err := adder.Commit(); err != nil {
		return err
	}
	c.warnUnread(added.Ledger, s)
	err = deliver(c.JSON, s, func(w io.Writer) error { return json.NewEncoder(w).Encode(added) })
	if err != nil {
		return err
	}
	if c.JSON != "-" {
		fmt.Fprintf(s.out, "%d reports added to %s\n", added.Added, printable(c.Index))
	}
	if err := adder.Wait(ctx); err != nil && ctx.Err() == nil && !c.Quiet {
		fmt.Fprintf(s.err, "stemma: all was added, but files were not merged: %v\n", err)
	}
	return unread(added.Ledger, added.Added)
}

// addedSchema is the form of an addition.
const addedSchema = "stemma.added/1"

// addition is the promised form of index add and case add.
type addition struct {
	Schema string             `json:"schema"`
	Added  int                `json:"added"`
	Ledger []stemma.LedgerRow `json:"ledger"`
}

type indexQueryCmd struct {
	Index  string   `arg:"" help:"The index, a folder."`
	Inputs []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	Live   bool     `help:"Answer each line of stdin as it comes; an empty line ends each answer."`
	common
}

func (c *indexQueryCmd) Help() string {
	return `Prints JSON Lines, a passage a line: a is of the input, b of the index, offsets
are bytes of their texts. A report is not compared with its own name. What its
outlet repeats in its own reports (mastheads, sign-offs) is no reuse of them.

  stemma index query archive.index article.txt
  stemma index query archive.index new.jsonl --json passages.jsonl

With --live it reads JSON Lines from stdin, answers each line at once, an empty
line after each answer, and sees what is added to the index meanwhile: so a
program asks in milliseconds, without starting a process for each report.

  feed | stemma index query archive.index - --live`
}

// Validate refuses what cannot work.
func (c *indexQueryCmd) Validate() error {
	if c.Live && (len(c.Inputs) != 1 || c.Inputs[0] != "-" || c.JSON != "" && c.JSON != "-") {
		return errors.New("--live: the input is -, and the output stdout")
	}
	return nil
}

func (c *indexQueryCmd) Run(ctx context.Context, s streams) error {
	if err := safe(c.Inputs, c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	x, err := index.Open(c.Index)
	if errors.Is(err, fs.ErrNotExist) {
		return exit{exitUsage, err}
	}
	if err != nil {
		return err
	}
	if c.Live {
		return c.live(ctx, s, x)
	}
	defer x.Close()
	var ledger []stemma.LedgerRow
	name := c.JSON
	if name == "" {
		name = "-"
	}
	asked := 0
	queries := sync.Pool{New: func() any { return x.NewQuery(0, c.Jobs) }}
	err = deliver(name, s, func(w io.Writer) error {
		out := bufio.NewWriter(w)
		ledger, err = c.reports(ctx, s, c.Inputs, false, func(all []index.Report) (func() error, error) {
			q := queries.Get().(*index.Query)
			defer queries.Put(q)
			lines, err := answers(q, all)
			return func() error {
				asked += len(all)
				_, err := out.Write(lines)
				return err
			}, err
		})
		if err != nil {
			return err
		}
		return out.Flush()
	})
	if err != nil {
		return err
	}
	c.warnUnread(ledger, s)
	return unread(ledger, asked)
}

// live answers the lines of stdin one by one, and closes the index.
func (c *indexQueryCmd) live(ctx context.Context, s streams, x *index.Index) error {
	defer func() { x.Close() }()
	defer lazily(addMemory)()
	longest := int(c.MaxBytes)
	if longest <= 0 {
		longest = ingest.DefaultMaxBytes
	}
	in := bufio.NewScanner(s.in)
	in.Buffer(nil, longest+1)
	q := x.NewQuery(0, c.Jobs)
	tongues, err := pipeline.NewTongues()
	if err != nil {
		return err
	}
	var missed error
	for n := 1; in.Scan(); n++ {
		if x.Changed() {
			now, err := index.Open(c.Index)
			if err != nil {
				return err
			}
			x.Close()
			x, q = now, now.NewQuery(0, c.Jobs)
		}
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		out, ledger, err := c.answer(ctx, tongues, q, in.Bytes(), n)
		if err != nil {
			return err
		}
		c.warnUnread(ledger, s)
		missed = cmp.Or(missed, unread(ledger, 1))
		if _, err := s.out.Write(append(out, '\n')); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("stdin: %w", err)
	}
	return missed
}

// answer gives the passages of the record in a line; one without an id goes by
// the line's number.
func (c *indexQueryCmd) answer(
	ctx context.Context, tongues *pipeline.Tongues, q *index.Query, line []byte, n int,
) (out []byte, ledger []stemma.LedgerRow, err error) {
	silent := common{Jobs: 1, MaxBytes: c.MaxBytes, fieldFlags: c.fieldFlags, Quiet: true}
	s := streams{in: bytes.NewReader(line), first: n}
	ledger, err = silent.reportsBy(ctx, tongues, s, c.Inputs, false, func(all []index.Report) (func() error, error) {
		lines, err := answers(q, all)
		out = append(out, lines...)
		return func() error { return nil }, err
	})
	return out, ledger, err
}

// passage is a line of reuse and of index query.
type passage struct {
	A        side             `json:"a"`
	B        side             `json:"b"`
	Kind     stemma.ReuseKind `json:"kind"`
	Identity float64          `json:"identity"`
}

// side is one side of a passage: bytes of a report's text, half-open.
type side struct {
	Report string `json:"report"`
	Start  uint32 `json:"start"`
	End    uint32 `json:"end"`
}

// answers gives the passages of some reports as JSON Lines.
func answers(q *index.Query, all []index.Report) ([]byte, error) {
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	for _, r := range all {
		hits, err := q.Find(r)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			for _, p := range h.Passages {
				line := passage{side{r.Name, p.A0, p.A1}, side{h.Report.Name, p.B0, p.B1}, p.Kind(), p.Identity()}
				if err := lines.Encode(line); err != nil {
					return nil, err
				}
			}
		}
	}
	return out.Bytes(), nil
}
