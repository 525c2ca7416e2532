package main

import (
	"context"
	"io"

	"stemma/internal/render"
)

type storiesCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for stdin."`
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
	return unread(l.Ledger)
}
