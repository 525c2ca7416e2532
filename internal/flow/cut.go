package flow

import "stemma/internal/reuse"

// Scan gives what every worker is to know of the reports.
type Scan struct{ scanner *reuse.Scanner }

// Setup readies a worker.
func (s *Scan) Setup() { s.scanner = reuse.NewScanner() }

// ProcessElement does the step for one element.
func (s *Scan) ProcessElement(reports Reports, emit func(Summaries)) {
	var row reuse.Row
	var all Summaries
	for _, r := range reports.Of {
		s.scanner.Scan(string(r.Text), &row)
		all.Of = append(all.Of, Summary{Doc: r.Doc, Digest: reuse.DigestOf(&row)})
	}
	emit(all)
}

// Post cuts reports into postings and sends their texts where they will be
// asked for: by rank, and by group where others have the same words.
type Post struct {
	Share

	scanner *reuse.Scanner
	groupOf map[uint32]uint32 // of each copy, the first of its group
}

// Setup readies a worker.
func (p *Post) Setup() { p.scanner = reuse.NewScanner() }

// ProcessElement does the step for one element.
func (p *Post) ProcessElement(
	reports Reports, roster Roster,
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
func (p *Post) group(rank uint32) (first uint32, ok bool) {
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
