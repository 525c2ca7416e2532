package main

import (
	"context"
	"io"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/render"
)

type quotesCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	common
}

func (q *quotesCmd) Help() string {
	return `Attributions and quotations only: source, cue and content of each, with what
kind of source it is and how many people it stands for.

  stemma quotes article.txt
  stemma quotes pile/ --json quotes.json`
}

func (q *quotesCmd) Run(ctx context.Context, s streams) error {
	if err := safe(q.Inputs, q.Force, s, target{"--json", q.JSON}); err != nil {
		return err
	}
	t := &tuner{
		heap: steadyMemory, later: settledMemory, least: leastPercent, wide: widePercent, most: mostGrowth,
	}
	defer tuned(t)()
	o, done := q.options(s)
	o.Progress = t.heed(o.Progress)
	p, err := pipeline.New(o)
	if err != nil {
		return err
	}
	d, err := p.Quotes(ctx, q.Inputs)
	done()
	if err != nil {
		return err
	}
	q.warnUnread(d.Ledger, s)
	if err := q.show(d, s); err != nil {
		return err
	}
	return unread(d.Ledger, len(d.Reports))
}

// show writes the JSON, and the text unless stdout is for the JSON; nothing is printed
// where the JSON cannot be written.
func (q *quotesCmd) show(d *stemma.Dossier, s streams) error {
	if err := deliver(q.JSON, s, func(w io.Writer) error { return render.QuotesJSON(w, d) }); err != nil {
		return err
	}
	if q.JSON == "-" {
		return nil
	}
	return render.Quotes(s.out, d, q.style(s.out))
}
