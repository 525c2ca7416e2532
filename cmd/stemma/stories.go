package main

import (
	"context"
	"io"
	"runtime/debug"

	"stemma/internal/render"
)

// gcPercent is how much the memory may grow between two collections: on 36,000
// reports it keeps the peak at 1.7 GB.
const gcPercent = 40

type storiesCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	common
}

func (c *storiesCmd) Help() string {
	return `Groups a corpus, be it an archive, into stories: the reports of one event. Every
report that was read is in exactly one. Reports that share a passage or most of
their telling words and names are one story; dates keep apart what recurs.

  stemma stories archive.jsonl
  stemma stories archive.jsonl --json stories.json`
}

func (c *storiesCmd) Run(ctx context.Context, s streams) error {
	if err := safe(c.Inputs, c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	// An archive is held once, not twice over.
	debug.SetGCPercent(gcPercent)
	p, done, err := c.pipeline(s)
	if err != nil {
		return err
	}
	l, err := p.Stories(ctx, c.Inputs)
	done()
	if err != nil {
		return err
	}
	c.warnUnread(l.Ledger, s)
	if err := deliver(c.JSON, s, func(w io.Writer) error { return render.StoriesJSON(w, l) }); err != nil {
		return err
	}
	if c.JSON != "-" {
		if err := render.Stories(s.out, l, c.style(s.out)); err != nil {
			return err
		}
	}
	return unread(l.Ledger, len(l.Stories))
}
