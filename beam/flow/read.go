package flow

import (
	"bytes"
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"stemma/internal/ingest"
	"stemma/internal/pipeline"
	"stemma/internal/reuse"
)

// readFn reads the reports of an input. What could not be read is logged, with
// its reason, as the ledger has it.
type readFn struct{}

func (readFn) ProcessElement(ctx context.Context, input string, emit func(Reports)) error {
	read := func(_ int, all []pipeline.Article) error {
		var some Reports
		for _, a := range all {
			some.Of = append(some.Of, Report{
				Doc:  reuse.Doc{Name: a.Name, Input: a.Input, Place: a.Place, Outlet: a.Outlet, Published: a.Published},
				Text: bytes.Clone(a.Text), // which is valid until read returns
			})
		}
		emit(some)
		return nil
	}
	ledger, err := pipeline.Articles(ctx, []string{input}, ingest.Options{Jobs: 1}, read)
	if err != nil {
		return fmt.Errorf("flow: %s: %w", input, err)
	}
	for _, row := range ledger {
		log.Warnf(ctx, "%s: %s", row.Input, row.Reason)
	}
	return nil
}

// scanFn gives what every worker is to know of the reports.
type scanFn struct{ scanner *reuse.Scanner }

func (s *scanFn) Setup() { s.scanner = reuse.NewScanner() }

func (s *scanFn) ProcessElement(reports Reports, emit func(Summaries)) {
	var row reuse.Row
	var all Summaries
	for _, r := range reports.Of {
		s.scanner.Scan(string(r.Text), &row)
		all.Of = append(all.Of, Summary{Doc: r.Doc, Digest: reuse.DigestOf(&row)})
	}
	emit(all)
}

// postFn cuts reports into postings and sends their texts where they will be
// asked for: by rank, and by group where others have the same words.
type postFn struct {
	Share

	scanner *reuse.Scanner
	groupOf map[uint32]uint32 // of each copy, the first of its group
}

func (p *postFn) Setup() { p.scanner = reuse.NewScanner() }

func (p *postFn) ProcessElement(
	reports Reports, roster summaries,
	postings func(int, Postings), texts, copies func(int, Texts),
) {
	steps := p.ready(roster)
	var row reuse.Row
	var cutUp []reuse.Posting
	var all, copied []Text
	for _, r := range reports.Of {
		rank := p.ranks[r.Doc]
		p.scanner.Scan(string(r.Text), &row)
		cutUp = append(cutUp, p.scanner.Fingerprint(&row, rank, nil)...)
		all = append(all, Text{Rank: rank, Of: r.Text})
		if _, ok := p.group(rank); ok {
			copied = append(copied, Text{Rank: rank, Of: r.Text})
		}
	}
	send(cutUp, func(x reuse.Posting) int { return steps.HashShard(x, p.Shards) }, postings)
	sendTexts(all, func(t Text) int { return steps.ReportShard(t.Rank, p.Shards) }, texts)
	sendTexts(copied, func(t Text) int { first, _ := p.group(t.Rank); return int(first) }, copies)
}

// group gives the first of the reports that have a report's words, where there
// are others.
func (p *postFn) group(rank uint32) (first uint32, ok bool) {
	if p.groupOf == nil {
		p.groupOf = map[uint32]uint32{}
		for first, group := range p.copies {
			for _, copied := range group {
				p.groupOf[copied] = first
			}
		}
	}
	first, ok = p.groupOf[rank]
	return first, ok
}
