package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/render"
)

type traceCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	pageFlags
	FailOn string `name:"fail-on" enum:",single-origin" default:"" placeholder:"WHAT" help:"${fail_on}"`
	Story  bool   `name:"story" help:"The pile is one story: it is not told apart." xor:"stories"`
	Only   string `name:"only" placeholder:"ID" help:"${only}" xor:"stories"`
	aliasFlag
	correctionFlag
	common
}

// pageFlags are the renderings of a whole dossier.
type pageFlags struct {
	HTML string `name:"html" placeholder:"FILE" help:"Write one self-contained page."`
	DOT  string `name:"dot" placeholder:"FILE" help:"Write the trees for Graphviz (- is stdout)."`
}

func (t *traceCmd) Help() string {
	return `Reads every report, finds its stories, and prints for each: the answer in up
to three lines, the family tree with the evidence of every descent, the claims
with the origins behind them, the severest drifts, and warnings.

An input is a text (.txt, .pdf), a page (.html, .mhtml, SingleFile), records
(.json, .jsonl, .csv, .tsv), a web archive (.warc, .warc.gz, .wacz), a book
(.epub), or any of these in a folder, a .zip or a .tar, compressed (.gz, .bz2,
.zst) or not. Pages are fetched first: see "stemma fetch --help".

  stemma trace pile/
  stemma trace a.html b.txt reports.jsonl --html report.html
  stemma trace archive.jsonl --only s7dc96
  cat reports.jsonl | stemma trace - --json dossier.json
` + correctionHelp
}

func (t *traceCmd) Run(ctx context.Context, s streams) error {
	if err := safe(withList(t.with(t.Inputs), t.Corrections), t.Force, s, t.targets(t.common)...); err != nil {
		return err
	}
	said, err := t.correctionFlag.read()
	if err != nil {
		return exit{exitUsage, err}
	}
	heap := &tuner{heap: traceMemory, least: tracePercent, wide: tracePercent, most: mostGrowth}
	if t.onlyJSON() {
		heap.heap, heap.full = toldMemory, fullMemory
		heap.least, heap.wide = apartPercent, apartPercent
	}
	defer tuned(heap)()
	var whole *render.DossierWriter
	var faults unjudged
	p, done, err := t.aliasFlag.pipeline(&t.common, s, said)
	if err != nil {
		return err
	}
	if t.onlyJSON() {
		whole = render.NewDossierWriter(s.out)
		p = p.HandingOver(func(d *stemma.Dossier, story *stemma.Story) error {
			heap.settled.Store(true)
			faults.note(story)
			return whole.Add(d, story)
		})
	}
	d, err := t.trace(ctx, p)
	done()
	if err != nil {
		return err
	}
	for i := range d.Stories {
		faults.note(&d.Stories[i])
	}
	t.warnUnread(d.Ledger, s)
	fault := faults.warn(&t.common, s)
	t.warnUnfit(d, &t.common, s)
	if whole != nil {
		err = whole.Close(d)
	} else {
		err = t.write(d, s, t.common)
	}
	if err != nil {
		return err
	}
	if t.FailOn != "" && hitsSingleOrigin(d) {
		return exit{code: exitFailOn, err: fmt.Errorf("--fail-on %s: %s", t.FailOn, whatHit(d))}
	}
	return cmp.Or(fault, unread(d.Ledger, len(d.Reports)))
}

// onlyJSON says whether nothing but the JSON of the dossier is asked for: then each story is
// written once it is told, and let go.
func (t *traceCmd) onlyJSON() bool {
	return t.JSON == "-" && t.HTML == "" && t.DOT == "" && t.FailOn == ""
}

// trace traces what of the pile is asked for.
func (t *traceCmd) trace(ctx context.Context, p *pipeline.Pipeline) (*stemma.Dossier, error) {
	if t.Story {
		p = p.AsOneStory()
	}
	if t.Only == "" {
		return p.Trace(ctx, t.Inputs)
	}
	if slices.Contains(t.Inputs, "-") {
		return nil, exit{exitUsage, errors.New("trace: --only reads its inputs twice, and stdin cannot be")}
	}
	d, err := p.TraceStory(ctx, t.Inputs, t.Only)
	var unknown *pipeline.UnknownStoryError
	if errors.As(err, &unknown) {
		return nil, exit{exitUsage, fmt.Errorf("trace: %w", err)}
	}
	return d, err
}

// targets are the files that the flags name.
func (f *pageFlags) targets(c common) []target {
	return []target{{"--json", c.JSON}, {"--html", f.HTML}, {"--dot", f.DOT}}
}

// write writes all renderings that were asked for; the text goes to stdout
// unless one of them does.
func (f *pageFlags) write(d *stemma.Dossier, s streams, c common) error {
	if err := deliver(c.JSON, s, func(w io.Writer) error { return render.JSON(w, d) }); err != nil {
		return err
	}
	if err := deliver(f.HTML, s, func(w io.Writer) error { return render.Page(w, d) }); err != nil {
		return err
	}
	if err := deliver(f.DOT, s, func(w io.Writer) error { return render.DOT(w, d) }); err != nil {
		return err
	}
	if c.JSON == "-" || f.HTML == "-" || f.DOT == "-" {
		return nil
	}
	return render.Terminal(s.out, d, c.style(s.out))
}

// hitsSingleOrigin says whether the main claim of the largest story has one
// origin by the lower bound. Where nothing could be read, or no headline and no
// lead claims anything, nothing is shown to have two.
func hitsSingleOrigin(d *stemma.Dossier) bool {
	story := d.Largest()
	if story == nil {
		return true
	}
	main := d.Main(story)
	return main == nil || main.Claim.Origins.Min < 2
}

func whatHit(d *stemma.Dossier) string {
	if len(d.Reports) == 0 {
		return "nothing could be read"
	}
	return "no two origins are shown for the main claim of the largest story"
}
