package main

import (
	"context"
	"io"

	"stemma"
	"stemma/internal/render"
)

type quotesCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for stdin."`
	common
}

func (q *quotesCmd) Help() string {
	return `Attributions and quotations only: source, cue and content of each, with what
kind of source it is and how many people it stands for.

  stemma quotes article.txt
  stemma quotes pile/ --json quotes.json`
}

func (q *quotesCmd) Run(ctx context.Context, s streams) error {
	p, done, err := q.pipeline(s)
	if err != nil {
		return err
	}
	d, err := p.Quotes(ctx, q.Inputs)
	done()
	if err != nil {
		return err
	}
	q.warnUnread(d.Ledger, s)
	if err := deliver(q.JSON, s, func(w io.Writer) error { return render.JSON(w, quotesOf(d)) }); err != nil {
		return err
	}
	if q.JSON != "-" {
		if err := render.Quotes(s.out, d, q.style(s.out)); err != nil {
			return err
		}
	}
	return unread(d.Ledger)
}

// quotesDossier is the promised form of the quotes command: a dossier without
// reuse and stories.
type quotesDossier struct {
	Schema       string               `json:"schema"`
	Ledger       []stemma.LedgerRow   `json:"ledger"`
	Reports      []stemma.Report      `json:"reports"`
	Speakers     []stemma.Speaker     `json:"speakers"`
	Attributions []stemma.Attribution `json:"attributions"`
}

func quotesOf(d *stemma.Dossier) quotesDossier {
	return quotesDossier{d.Schema, d.Ledger, d.Reports, d.Speakers, d.Attributions}
}
