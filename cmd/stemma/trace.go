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
	if t.byStory() {
		heap.heap, heap.full = toldMemory, fullMemory
		heap.least, heap.wide = apartPercent, apartPercent
	}
	defer tuned(heap)()
	p, done, err := t.aliasFlag.pipeline(&t.common, s, said)
	if err != nil {
		return err
	}
	var faults unjudged
	var d *stemma.Dossier
	if t.byStory() {
		d, err = t.traceByStory(ctx, p, s, func(story *stemma.Story) {
			heap.settled.Store(true)
			faults.note(story)
		})
	} else {
		d, err = t.trace(ctx, p)
	}
	done()
	if err != nil {
		return err
	}
	t.warnUnread(d.Ledger, s)
	if !t.byStory() {
		for i := range d.Stories {
			faults.note(&d.Stories[i])
		}
	}
	fault := faults.warn(&t.common, s)
	t.warnUnfit(d, &t.common, s)
	if err := t.writeRest(d, s); err != nil {
		return err
	}
	if t.FailOn != "" && hitsSingleOrigin(d) {
		return exit{code: exitFailOn, err: fmt.Errorf("--fail-on %s: %s", t.FailOn, whatHit(d))}
	}
	return cmp.Or(fault, unread(d.Ledger, len(d.Reports)))
}

// byStory says whether each story may be written as JSON once it is told, and let go but for what is
// printed of it: where no page, drawing or gate asks for all of them, and no correction may bear on any.
func (t *traceCmd) byStory() bool {
	alone := t.JSON == "-" || t.JSON != "" && t.Corrections == ""
	return alone && t.HTML == "" && t.DOT == "" && t.FailOn == ""
}

// traceByStory traces the pile, tells of each story and writes it. The dossier has of the stories what
// is printed of them.
func (t *traceCmd) traceByStory(
	ctx context.Context, p *pipeline.Pipeline, s streams, told func(*stemma.Story),
) (d *stemma.Dossier, err error) {
	var faulty error // of the trace, which has no file's name
	printed := []stemma.Story{}
	write := func(w io.Writer) error {
		whole := render.NewDossierWriter(w)
		var unwritten error
		d, faulty = t.trace(ctx, p.HandingOver(func(d *stemma.Dossier, story *stemma.Story) error {
			told(story)
			if t.JSON != "-" {
				printed = append(printed, render.Printed(story, len(printed) == 0))
			}
			unwritten = whole.Add(d, story)
			return unwritten
		}))
		switch {
		case unwritten != nil:
			faulty = nil
			return unwritten
		case faulty != nil:
			return faulty
		}
		return whole.Close(d)
	}
	if t.JSON == "-" {
		err = write(s.out)
	} else {
		to := &writing{name: t.JSON} // opened once all is read: it may stand in a folder that is an input
		err = to.end(write(to))
	}
	if err = cmp.Or(faulty, err); err != nil {
		return nil, err
	}
	d.Stories = printed
	return d, nil
}

// writeRest writes what was not written while the pile was traced.
func (t *traceCmd) writeRest(d *stemma.Dossier, s streams) error {
	switch {
	case !t.byStory():
		return t.write(d, s, t.common)
	case t.JSON == "-":
		return nil
	}
	return render.Terminal(s.out, d, t.style(s.out))
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
