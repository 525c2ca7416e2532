package main

import (
	"cmp"
	"context"
	"errors"
	"io"

	"stemma/internal/render"
)

type compareCmd struct {
	A     string `arg:"" optional:"" help:"The first report."`
	B     string `arg:"" optional:"" help:"The second report."`
	Pairs bool   `help:"Read JSON Lines {id, a, b} from stdin and write one result a line."`
	aliasFlag
	common
}

func (c *compareCmd) Help() string {
	return `Shared passages with their differences, shared claims, and what the second
report changed. With --pairs, texts come as JSON Lines on stdin, in pairs:

  stemma compare old.html new.html
  echo '{"id":1,"a":"The bridge may close.","b":"The bridge will close."}' |
    stemma compare --pairs

Each result line has score (0 to 1, how close in meaning), same (one claim,
drift or not), supported (0 to 1, how far a bears out b) and drifts.`
}

func (c *compareCmd) Run(ctx context.Context, s streams) error {
	switch {
	case c.Pairs && c.A == "":
		return c.pairs(ctx, s)
	case c.Pairs:
		return exit{exitUsage, errors.New("compare: --pairs reads stdin and takes no reports")}
	case c.A == "" || c.B == "":
		return exit{exitUsage, errors.New("compare: two reports are needed, or --pairs")}
	}
	if err := safe(c.with([]string{c.A, c.B}), c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	p, done, err := c.aliasFlag.pipeline(&c.common, s, nil)
	if err != nil {
		return err
	}
	d, err := p.Trace(ctx, []string{c.A, c.B})
	done()
	if err != nil {
		return err
	}
	c.warnUnread(d.Ledger, s)
	if err := deliver(c.JSON, s, func(w io.Writer) error { return render.JSON(w, d) }); err != nil {
		return err
	}
	if c.JSON != "-" {
		if err := render.Compare(s.out, d, c.style(s.out)); err != nil {
			return err
		}
	}
	return unread(d.Ledger, len(d.Reports))
}

func (c *compareCmd) pairs(ctx context.Context, s streams) error {
	if err := safe(c.with([]string{"-"}), c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	p, _, err := c.aliasFlag.pipeline(&c.common, s, nil)
	if err != nil {
		return err
	}
	bad := 0
	err = deliver(cmp.Or(c.JSON, "-"), s, func(w io.Writer) (err error) {
		bad, err = p.Pairs(ctx, s.in, w)
		return err
	})
	if err == nil && bad > 0 { // the results are there, so the file stands
		return exit{code: exitUnread}
	}
	return err
}
