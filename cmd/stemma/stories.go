package main

import (
	"context"
	"errors"
	"io"

	"stemma/internal/pipeline"
	"stemma/internal/render"
	"stemma/internal/scratch"
)

// sortingPercent is how much the heap may grow between two collections above what it may
// hold anyway: half of --memory.
const sortingPercent = 25

// searchShare is the part of --memory that the search for passages holds; the words that
// the reports are told apart by take the rest.
const searchShare = 0.25

type storiesCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	Memory size     `name:"memory" placeholder:"SIZE" default:"512M" help:"Memory to use (default: 512M, least 128M)."`
	Tmp    string   `name:"tmp" placeholder:"DIR" help:"Folder for the texts (default: the system's)."`
	common
}

// Validate refuses what cannot work.
func (c *storiesCmd) Validate() error {
	if c.Memory < leastMemory {
		return errors.New("--memory: at least 128M is needed")
	}
	return nil
}

func (c *storiesCmd) Help() string {
	return `Groups a corpus, be it an archive, into stories: the reports of one event. Every
report that was read is in exactly one. Reports that share a passage or most of
their telling words and names are one story; dates keep apart what recurs.

The texts go to --tmp. Words stay in memory: beyond 40,000 reports it takes some 10 KB
for each, whatever --memory says.

  stemma stories archive.jsonl
  stemma stories archive.jsonl --json stories.json`
}

func (c *storiesCmd) Run(ctx context.Context, s streams) error {
	if err := safe(c.Inputs, c.Force, s, target{"--json", c.JSON}); err != nil {
		return err
	}
	defer steadily(int64(c.Memory)/2, sortingPercent)()
	room, err := scratch.New(c.Tmp)
	if err != nil {
		return err
	}
	defer room.Close()
	o, done := c.options(s)
	o.Room = pipeline.Room{Memory: int64(searchShare * float64(c.Memory)), Space: room}
	p, err := pipeline.New(o)
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
