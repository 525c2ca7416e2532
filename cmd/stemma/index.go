package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/index"
	"stemma/internal/ingest"
	"stemma/internal/language"
)

type indexCmd struct {
	Add   indexAddCmd   `cmd:"" help:"Add reports to an index; it is made where there is none."`
	Query indexQueryCmd `cmd:"" help:"Print every passage that reports share with those of an index."`
}

func (i *indexCmd) Help() string {
	return `An index is a folder that keeps an archive of reports. A report that is added
under a name that the index knows replaces the older one; the name is the
record's id, or the file's path.

  stemma index add archive.index reports.jsonl
  stemma index query archive.index article.txt`
}

type indexAddCmd struct {
	Index  string   `arg:"" help:"The index, a folder."`
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for stdin."`
	common
}

func (c *indexAddCmd) Help() string {
	return `All reports are added or, when something fails, none.

  stemma index add archive.index reports.jsonl
  cat new.jsonl | stemma index add archive.index -`
}

func (c *indexAddCmd) Run(ctx context.Context, s streams) error {
	adder, err := index.OpenAdder(c.Index)
	if err != nil {
		return err
	}
	defer adder.Close()
	added := addition{Ledger: []stemma.LedgerRow{}}
	added.Ledger, err = c.reports(ctx, s, c.Inputs, func(r index.Report) error {
		added.Added++
		return adder.Add(r)
	})
	if err != nil {
		return err
	}
	if err := adder.Commit(); err != nil {
		return err
	}
	d := &stemma.Dossier{Ledger: added.Ledger}
	c.warnUnread(d.Ledger, s)
	err = deliver(c.JSON, s, func(w io.Writer) error { return json.NewEncoder(w).Encode(added) })
	if err != nil {
		return err
	}
	if c.JSON != "-" {
		fmt.Fprintf(s.out, "%d reports added to %s\n", added.Added, printable(c.Index))
	}
	return unread(d.Ledger)
}

// addition is the promised form of index add.
type addition struct {
	Added  int                `json:"added"`
	Ledger []stemma.LedgerRow `json:"ledger"`
}

type indexQueryCmd struct {
	Index  string   `arg:"" help:"The index, a folder."`
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for stdin."`
	common
}

func (c *indexQueryCmd) Help() string {
	return `Prints JSON Lines, a passage a line: a is of the input, b of the index, offsets
are bytes of their texts. A report is not compared with its own name.

  stemma index query archive.index article.txt
  stemma index query archive.index new.jsonl --json passages.jsonl`
}

func (c *indexQueryCmd) Run(ctx context.Context, s streams) error {
	x, err := index.Open(c.Index)
	if errors.Is(err, fs.ErrNotExist) {
		return exit{exitUsage, err}
	}
	if err != nil {
		return err
	}
	defer x.Close()
	var ledger []stemma.LedgerRow
	name := c.JSON
	if name == "" {
		name = "-"
	}
	err = deliver(name, s, func(w io.Writer) error {
		out := bufio.NewWriter(w)
		lines := json.NewEncoder(out)
		q := x.NewQuery(0)
		ledger, err = c.reports(ctx, s, c.Inputs, func(r index.Report) error { return ask(lines, q, r) })
		if err != nil {
			return err
		}
		return out.Flush()
	})
	if err != nil {
		return err
	}
	d := &stemma.Dossier{Ledger: ledger}
	c.warnUnread(d.Ledger, s)
	return unread(d.Ledger)
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

// ask writes the passages of one report.
func ask(lines *json.Encoder, q *index.Query, r index.Report) error {
	hits, err := q.Find(r.Name, r.Text)
	if err != nil {
		return err
	}
	for _, h := range hits {
		for _, p := range h.Passages {
			line := passage{side{r.Name, p.A0, p.A1}, side{h.Report.Name, p.B0, p.B1}, p.Kind(), p.Identity()}
			if err := lines.Encode(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// reports reads the inputs and calls visit with every report, in the order of
// their names; it gives the ledger.
func (c *common) reports(ctx context.Context, s streams, inputs []string, visit func(index.Report) error) ([]stemma.LedgerRow, error) {
	pack, err := language.Load("en")
	if err != nil {
		return nil, err
	}
	captures, ledger, err := ingest.Read(ctx, inputs, ingest.Options{MaxBytes: c.MaxBytes, Stdin: s.in, Jobs: max(c.Jobs, runtime.NumCPU())})
	if err != nil {
		return nil, err
	}
	extractor := extract.New(pack)
	var reports []index.Report
	for _, capture := range captures {
		r, err := reportOf(extractor, capture)
		row := stemma.LedgerRow{Input: capture.Input, Outcome: stemma.Read, Report: stemma.Maybe(r.Name)}
		if err != nil {
			row = stemma.LedgerRow{Input: capture.Input, Outcome: stemma.Failed, Reason: err.Error()}
		} else {
			reports = append(reports, r)
		}
		ledger = append(ledger, row)
	}
	slices.SortStableFunc(reports, func(a, b index.Report) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortStableFunc(ledger, func(a, b stemma.LedgerRow) int { return cmp.Compare(a.Input, b.Input) })
	for _, r := range reports {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := visit(r); err != nil {
			return nil, err
		}
	}
	return ledger, nil
}

// reportOf gives a capture as the index keeps it: the text of a record as it
// is, that of a page or file as it is extracted.
func reportOf(extractor *extract.Extractor, c stemma.Capture) (index.Report, error) {
	name := c.Input
	if c.Record != nil {
		if c.Record.ID != "" {
			name = c.Record.ID
		}
		if c.Media == stemma.PlainText {
			return index.Report{Name: name, Outlet: c.Record.Outlet, Published: c.Record.Published, Text: string(c.Data)}, nil
		}
	}
	r, err := extractor.Extract(c)
	if err != nil {
		return index.Report{}, err
	}
	return index.Report{Name: name, Outlet: string(r.Outlet), Published: r.Published.String(), Text: r.Text}, nil
}
